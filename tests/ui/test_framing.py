"""The camera frames what happens by itself: as the design asks of the level in which friends look away."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest
from msgspec.structs import replace

from sandbox.engine.people import NOBODY
from sandbox.scenario.library import level_files
from sandbox.scenario.load import load_level
from sandbox.scenario.schema import Happening
from sandbox.session.seen.concerned import Extent, concerned, story_of
from sandbox.session.session import Session
from sandbox.ui.hud.hints import hint_of
from sandbox.ui.preferences import Preferences
from sandbox.view.canvas.camera import Camera
from sandbox.view.canvas.palette import DESK
from sandbox.view.marks.names import LATE
from sandbox.view.people.bodies import HEIGHT
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache
from tests.ui.conftest import BOB

if TYPE_CHECKING:
    from sandbox.ui.scenes.play import Play
    from sandbox.view.people.cast import Cast
    from tests.ui.conftest import Pilot

LEVELS = Path(__file__).parents[2] / "levels"
PER_SECOND = 12
BODY_PX = 96
GRASS = 0.55
AFTER = (0, 10)
"""Seconds after which Bob is hurt, and then as many again until the picture is looked at"""
WAIT = 8
DESK_PX = pygame.Rect(110, 62, 1160, 670)
"""What the panels leave free of a window of 1280 x 800."""
ASKED = (((9, 5), 96), ((12, 7), 72))
"""How tall bodies have to be, in pixels, where all whom the moment concerns stand within so many metres"""


@pytest.fixture
def away(sit_down: type[Pilot]) -> Pilot:
    """Sit down at the level in which friends look away."""
    return sit_down(level=(LEVELS / "120-look-away.json").read_bytes())


def live(pilot: Pilot, seconds: float) -> None:
    """Let time pass, and draw the last picture of it."""
    pilot.game.state.paused = False
    rest(pilot, seconds)


def rest(pilot: Pilot, seconds: float) -> None:
    for _ in range(round(seconds * PER_SECOND)):
        pilot.scenes.update(1 / PER_SECOND)
    pilot.scenes.draw(pilot.surface)


def cast_of(game: Play) -> Cast:
    viewpoint = game.viewpoint
    return poses(game.frame, viewpoint, viewpoint.lengths, SpriteCache(game.frame.level))


def cut_faces(game: Play) -> int:
    """Count the faces of those whom the moment concerns that are not in what the panels leave free."""
    cast, free = cast_of(game), game.layout.map
    return sum(not free.collidepoint(pose.head()) for pose in cast.these(concerned(game.frame)))


def grass(surface: pygame.Surface) -> float:
    """Return the share of the pixels that is lawn."""
    red, green, blue = (pygame.surfarray.array3d(surface)[..., channel].astype(int) for channel in range(3))
    return float(((green >= red + 4) & (red >= blue + 15) & (green > 170)).mean())


@pytest.mark.parametrize("seconds", AFTER)
def test_after_a_hurt_people_are_large_and_the_lawn_is_not(away: Pilot, seconds: int) -> None:
    live(away, seconds)
    away.click(BOB)
    away.move((2, 2))
    cut = []
    for _ in range(WAIT):
        live(away, 1)
        cut.append(cut_faces(away.game))
    cast, rows = cast_of(away.game), concerned(away.game.frame)
    assert len(rows) > 2
    assert cast.seen(rows).all()
    assert cast.tall[rows].min() >= BODY_PX
    assert grass(away.surface) < GRASS
    assert all(min(two) == 0 for two in pairwise(cut))


@pytest.mark.parametrize("file", level_files(), ids=lambda file: file.stem.split(".")[0])
def test_in_every_level_the_story_is_in_the_picture_and_as_large_as_asked(file: Path) -> None:
    session = Session(replace(load_level(file), tools=None))
    for second in range(12):
        if second in {2, 7}:
            session.do(Happening(do="hurt", at=0.0, who=session.level.people[second % 5].id))
        session.step(10)
        frame = session.frame()
        people, rows = frame.people, concerned(frame)
        extent = Extent.of(people, rows)
        hurt = (people.wound + people.illness > 0.2) & (people.felt < -0.2)
        assert set(np.flatnonzero((hurt | (frame.averted != NOBODY)) & (people.present > 0))) <= set(rows.tolist())
        camera = Camera.showing(extent, session.level.map, DESK_PX, DESK)
        assert camera.holds(extent, DESK)
        for (across, down), least_px in ASKED:
            if extent.right - extent.left <= across and extent.bottom - extent.top <= down:
                assert HEIGHT * DESK.body_px(camera.scale) >= least_px


def test_the_players_own_view_wins_until_it_is_given_back(away: Pilot) -> None:
    away.move(away.game.layout.map.center)
    away.wheel(-3)
    own = away.game.camera
    away.click(BOB)
    away.move((2, 2))
    live(away, 4)
    assert away.game.camera == own
    away.key("home")
    framed = away.game.camera
    assert framed.scale > own.scale
    away.key("home")
    assert away.game.camera.scale < own.scale
    live(away, 1)
    away.key("home")
    assert away.game.camera.scale == pytest.approx(framed.scale, rel=0.2)


def test_nothing_moves_while_time_stands_still_but_for_whoever_is_chosen(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=(LEVELS / "002-who-can-look.json").read_bytes())
    game = pilot.game
    before = game.camera
    rest(pilot, 2)
    assert game.camera == before
    far = next(row for row, person in enumerate(game.frame.level.people) if person.id == "dee")
    assert not cast_of(game).seen(np.array([far])).any()
    game.state.selected = far
    rest(pilot, 40)
    assert game.layout.map.collidepoint(pilot.where(far))
    assert not game.camera_control.gliding
    assert not game.moving


@pytest.mark.parametrize("projector", [False, True])
def test_the_name_of_whoever_suffers_is_there_and_on_no_face(projector: bool, sit_down: type[Pilot]) -> None:  # noqa: FBT001 - a pytest parameter
    pilot = sit_down(
        (1920, 1080) if projector else (1280, 800),
        (LEVELS / "120-look-away.json").read_bytes(),
        Preferences(projector=projector),
    )
    live(pilot, 10)
    pilot.click(BOB)
    pilot.move((2, 2))
    for _ in range(WAIT):
        live(pilot, 1)
        for _ in range(LATE + 3):  # Names look for room some pictures after a new moment.
            pilot.scenes.draw(pilot.surface)
        drawn = pilot.stage._names.boxes
        sufferers = np.flatnonzero(story_of(pilot.game.frame))
        assert set(sufferers.tolist()) <= set(drawn)
        heads = [pose.head() for pose in cast_of(pilot.game)]
        assert not any(drawn[who].collidepoint(head) for who in sufferers.tolist() for head in heads)
        assert not any(box.colliderect(pilot.stage.legend.box) for box in drawn.values())


def test_on_a_projector_the_story_is_as_near(sit_down: type[Pilot]) -> None:
    pilot = sit_down((1920, 1080), (LEVELS / "120-look-away.json").read_bytes(), Preferences(projector=True))
    pilot.click(BOB)
    pilot.move((2, 2))
    live(pilot, WAIT)
    cast, rows = cast_of(pilot.game), concerned(pilot.game.frame)
    assert cast.tall[rows].min() >= BODY_PX
    assert cut_faces(pilot.game) == 0


@pytest.mark.parametrize("path", level_files(), ids=lambda path: path.stem)
def test_whoever_the_goal_names_is_in_the_first_picture(sit_down: type[Pilot], path: Path) -> None:
    pilot = sit_down(level=path.read_bytes())
    level, free = pilot.game.session.level, pilot.game.layout.map
    named = [] if level.goal is None else [row for row, one in enumerate(level.people) if one.name in level.goal.text]
    assert bool(named) == (level.goal is not None)
    cast = cast_of(pilot.game)
    assert all(free.collidepoint(pose.head()) for pose in cast.these(np.array(named, np.int64)))


def test_whose_face_answers_a_question_is_in_the_picture_though_time_stands_still(sit_down: type[Pilot]) -> None:
    pilot = sit_down((1280, 704), (LEVELS / "014-one-vote.json").read_bytes())
    pilot.game.state.paused = False
    while pilot.game.state.dock != "question":
        pilot.frames()
    assert pilot.game.state.paused
    pilot.frames(30)
    faces = [row for row, person in enumerate(pilot.game.session.level.people) if person.id in {"bob", "cy"}]
    cast, free = cast_of(pilot.game), pilot.game.layout.map
    assert all(free.collidepoint(pose.head()) for pose in cast.these(np.array(faces)))


def test_whoever_a_hint_means_by_their_group_is_in_the_picture(sit_down: type[Pilot]) -> None:
    """The Caps have one who is ill, and the hint is on the Bows, who are well and stand apart."""
    pilot = sit_down((1280, 704), (LEVELS / "014-one-vote.json").read_bytes())
    pilot.game.state.paused = False
    for _ in range(50):
        pilot.frames()
        if pilot.game.state.dock:
            pilot.key("escape")
    hint = hint_of(pilot.game.context)
    bows = [row for row, person in enumerate(pilot.game.session.level.people) if person.group == "bows"]
    assert hint is not None
    assert "Bows" in hint.words
    assert len(bows) == 3
    assert cast_of(pilot.game).seen(np.array(bows)).all()
