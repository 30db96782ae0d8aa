"""Beings that are no people, and what people wear: told apart by shape alone, and drawn as they are now."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.engine.frozen import replace
from sandbox.engine.vocabulary import BEINGS, CUES
from sandbox.scenario.schema import Body, Level, Person
from sandbox.session.session import Session
from sandbox.view.canvas import palette
from sandbox.view.canvas.palette import DESK
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED
from sandbox.view.people.badges import badge_colours
from sandbox.view.people.bodies import LEVELS, Build
from sandbox.view.people.cast import Pose
from sandbox.view.people.codes import Digits
from sandbox.view.people.crowd import person
from sandbox.view.people.expression import AHEAD, Expression
from sandbox.view.people.poses import UNFOLDED, poses
from sandbox.view.people.sprite_cache import SpriteCache
from sandbox.view.people.thing_faces import THING_FACES
from sandbox.view.people.things import THINGS
from tests.view.test_readable import PLAIN, signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.view.viewpoint import Viewpoint

ANN, BOB, TED = range(3)


def picture_of(size: int, build: Build, look: Expression) -> pygame.Surface:
    surface = pygame.Surface((2 * size, 2 * size))
    surface.fill(palette.GRASS)
    pose = Pose(0, size, 1.7 * size, 0.0, size, UNFOLDED, build, look)
    surface.fblits(person(pose), PREMULTIPLIED)
    return surface


def being_of(size: int, being: str, shown: int = 0) -> pygame.Surface:
    return picture_of(size, Build(being=being, feeling=shown), Expression(being=being, shown=shown))


def level() -> Level:
    return Level(
        schema_version=2,
        id="mixed",
        title="Mixed",
        hook="",
        people=(
            Person(id="ann", name="Ann", x=3, y=3, group="reds"),
            Person(id="bob", name="Bob", x=6, y=3, group="blues"),
            Person(id="ted", name="Ted", x=9, y=3, being="doll", body=Body(pretence=-0.9)),
        ),
    )


def test_every_being_has_a_body_and_a_face_of_its_own() -> None:
    assert THINGS.keys() == THING_FACES.keys() == {*BEINGS} - {"person"}


@pytest.mark.parametrize("size", [24, 48, 72])
def test_beings_are_told_apart_without_colour(size: int) -> None:
    pictures = {being: being_of(size, being) for being in BEINGS}
    for one, other in combinations(BEINGS, 2):
        assert signal(pictures[one], pictures[other], 1) > PLAIN, f"{one} looks like {other}"


@pytest.mark.parametrize("being", BEINGS)
@pytest.mark.parametrize("size", [24, 72])
def test_every_being_shows_joy_and_misery(being: str, size: int) -> None:
    assert signal(being_of(size, being, LEVELS), being_of(size, being, -LEVELS), 1) > PLAIN


@pytest.mark.parametrize("being", sorted(THING_FACES))
@pytest.mark.parametrize("size", [24, 72])
def test_a_thing_whose_face_was_taken_off_shows_nothing_more(being: str, size: int) -> None:
    bare = [
        picture_of(size, Build(being=being), Expression(being=being, shown=shown, hidden=True)) for shown in (0, -3)
    ]
    assert signal(being_of(size, being, -LEVELS), bare[1], 1) > PLAIN
    assert signal(bare[0], bare[1], 1) == 0


@pytest.mark.parametrize(("one", "other"), [(1, -1), (0, -1), (1, 0)])
def test_pride_and_shame_show_in_the_bearing(one: int, other: int) -> None:
    proud, ashamed = (picture_of(48, Build(bearing=bearing), Expression()) for bearing in (one, other))
    assert signal(proud, ashamed, 1) > PLAIN / 2


def test_a_thing_shows_what_it_shows_looks_at_nobody_and_stays_on_the_ground(view: Callable[..., Viewpoint]) -> None:
    session = Session(level())
    session.step()
    frame = session.frame()
    people = replace(frame.people, speed=np.full(3, 1.0))
    cast = poses(replace(frame, people=people), view(reduce_motion=False), DESK, SpriteCache(frame.level))
    thing = cast[TED]
    assert thing.build.being == thing.look.being == "doll"
    assert thing.build.feeling == thing.look.shown < 0
    assert (thing.look.gaze, thing.lift) == (AHEAD, 0.0)


def test_what_is_put_on_is_drawn_from_that_moment_on() -> None:
    frame = Session(level()).frame()
    sprite_cache, plain = SpriteCache(frame.level), np.zeros(3, np.int64)

    def dressed(who: int, **columns: object) -> tuple[Build, Expression]:
        people = replace(frame.people, **columns)  # type: ignore[arg-type]
        return sprite_cache.decode(int(sprite_cache.codes(people, Digits(plain, plain, plain, plain, plain))[who]))

    cues = frame.people.cues.copy()
    cues[ANN, [CUES.index("mask"), CUES.index("uniform")]] = 1.0
    cues[BOB, CUES.index("face")] = 0.0
    build, look = dressed(ANN, cues=cues)
    assert (look.mask, look.hidden, build.uniform, build.label) == (True, False, True, False)
    assert dressed(BOB, cues=cues)[1].hidden
    assert dressed(ANN)[0].badge is None
    group = frame.people.group.copy()
    group[ANN] = group[BOB]
    assert dressed(ANN, group=group)[0].badge == badge_colours(frame.level)["blues"]


def test_no_two_groups_have_badges_of_one_colour() -> None:
    colours = badge_colours(level())
    assert len(set(colours.values())) == len(colours) == 2
