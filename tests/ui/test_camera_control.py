"""Going along with somebody, the small map, and the keys that move the view."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.engine.frozen import replace
from sandbox.scenario.language import text_of
from sandbox.ui.hud.hints import hint_of
from sandbox.ui.hud.map_marks import person_middle
from sandbox.ui.preferences import Preferences
from sandbox.view.canvas.palette import sizes
from sandbox.view.place.minimap import minimap_rect
from tests.ui.conftest import ANN, BOB

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Pilot

LEVELS = Path(__file__).parents[2] / "levels"
STRIDE = 0.03
"""metres in a sixtieth of a second"""


def walk(pilot: Pilot, who: int, frames: int = 1) -> None:
    """Let somebody walk to the right, the world standing still otherwise."""
    game = pilot.game
    for left in range(frames, 0, -1):
        people = game.frame.people
        walked = replace(people, x=people.x + STRIDE * (np.arange(len(people)) == who))
        game.frame = replace(game.frame, people=walked, before=walked)
        pilot.scenes.update(1 / 60)
        if left == 1:
            pilot.scenes.draw(pilot.surface)


def middle(pilot: Pilot, who: int) -> pygame.Vector2:
    return person_middle(pilot.game.context, pilot.game.viewpoint, who)


def following(pilot: Pilot) -> Pilot:
    pilot.game.state.selected = ANN
    pilot.key("f")
    walk(pilot, ANN, 90)
    return pilot


def test_the_camera_goes_along_with_somebody_who_walks(pilot: Pilot) -> None:
    following(pilot)
    free = pilot.game.layout.map
    third = free.inflate(-2 * free.width // 3, -2 * free.height // 3)
    start = pilot.game.camera
    for _ in range(60):
        walk(pilot, ANN)
        assert third.collidepoint(middle(pilot, ANN))
    assert pilot.game.camera.x - start.x == pytest.approx(60 * STRIDE, abs=0.1)


def test_the_camera_starts_without_a_jerk(pilot: Pilot) -> None:
    pilot.game.state.selected = ANN
    pilot.key("f")
    spots = []
    for _ in range(60):
        pilot.frames(1, 1 / 60)
        spots.append(middle(pilot, ANN).x)
    steps = np.abs(np.diff(spots))
    assert steps.max() > 4
    assert np.abs(np.diff(steps)).max() < steps.max() / 2
    assert spots[-1] == pytest.approx(pilot.game.layout.map.centerx, abs=12)


def test_with_less_motion_the_camera_jumps_and_seldom(pilot: Pilot) -> None:
    pilot.game.prefer(Preferences(calm=True))
    following(pilot)
    seen = set()
    for _ in range(60):
        walk(pilot, ANN)
        seen.add(pilot.game.camera.x)
    assert len(seen) <= 2


@pytest.mark.parametrize("key", ["f", "home", "ctrl+right", "escape"])
def test_going_along_ends_with_a_key(key: str, pilot: Pilot) -> None:
    following(pilot).key(key)
    assert not pilot.game.camera_control.following
    camera = pilot.game.camera
    walk(pilot, ANN, 10)
    assert pilot.game.camera == camera


def test_going_along_ends_when_the_map_is_dragged(pilot: Pilot) -> None:
    following(pilot)
    pilot.drag((500, 600), (560, 640), button=2)
    assert not pilot.game.camera_control.following


def test_going_along_with_nobody_asks_whom(pilot: Pilot) -> None:
    pilot.key("f")
    assert not pilot.game.camera_control.following
    hint = hint_of(pilot.game.context)
    assert hint is not None
    assert hint.words == text_of("ui.pick.follow")


def test_the_sign_of_going_along_is_drawn(pilot: Pilot) -> None:
    following(pilot)
    pictures = []
    for on in (True, False):
        pilot.game.camera_control.following = on
        pilot.game.draw(pilot.surface)
        pictures.append(pygame.surfarray.array3d(pilot.surface))
    assert (pictures[0] != pictures[1]).any(axis=2).sum() > 300


def test_control_and_an_arrow_pan_even_while_the_keyboard_is_on_the_people(pilot: Pilot) -> None:
    pilot.tab_to("map")
    before = pilot.game.camera
    pilot.key("ctrl+right")
    assert pilot.game.camera.x > before.x
    assert pilot.game.state.selected is None


def test_the_small_map_is_there_only_while_not_all_is_in_view(pilot: Pilot) -> None:
    assert pilot.game.minimap is None
    pilot.key("pageup")
    assert pilot.game.minimap is not None
    pilot.key("home")
    assert pilot.game.minimap is None


@pytest.mark.parametrize("projector", [False, True])
def test_the_small_map_stays_out_of_the_way(projector: bool, sit_down: Callable[..., Pilot]) -> None:  # noqa: FBT001
    pilot = sit_down((1920, 1080) if projector else (1280, 800))
    pilot.game.prefer(Preferences(projector=projector))
    pilot.key("pageup")
    rect, free = pilot.game.minimap, pilot.game.layout.map
    assert rect is not None
    assert free.contains(rect)
    assert rect.bottom < free.centery
    assert rect.left > free.centerx
    assert rect.width <= (300 if projector else 180)
    assert rect.height <= (200 if projector else 120)


def test_a_click_on_the_small_map_moves_the_view_there_and_touches_nobody(pilot: Pilot) -> None:
    pilot.key("pageup", "pageup", "pageup")
    rect = pilot.game.minimap
    assert rect is not None
    pilot.click((rect.left + rect.width // 4, rect.centery))
    assert middle(pilot, ANN).x == pytest.approx(pilot.game.layout.map.centerx, abs=8)
    pilot.drag((rect.left + rect.width // 4, rect.centery), (rect.centerx, rect.centery))
    assert middle(pilot, BOB).x == pytest.approx(pilot.game.layout.map.centerx, abs=8)
    assert pilot.done == ()
    assert pilot.game.state.half is None


def test_whoever_suffers_has_another_shape_on_the_small_map(pilot: Pilot) -> None:
    pilot.key("pageup", "pageup", "pageup")
    rect = minimap_rect(pilot.game.frame, pilot.game.viewpoint, sizes(projector=False))
    assert rect is not None
    pictures = []
    for felt in (0.0, -0.8):
        people = replace(pilot.game.frame.people, felt=np.full(3, felt))
        pilot.game.frame = replace(pilot.game.frame, people=people, before=people)
        pilot.game.draw(pilot.surface)
        pictures.append(pygame.surfarray.array3d(pilot.surface.subsurface(rect)).astype(int).sum(axis=2))
    assert (abs(pictures[0] - pictures[1]) > 100).sum() > 100


def test_where_the_view_frames_what_happens_the_small_map_goes_where_it_hides_nobody(
    sit_down: Callable[..., Pilot],
) -> None:
    pilot = sit_down(level=(LEVELS / "002-who-can-look.json").read_bytes())
    game = pilot.game
    assert game.minimap is not None
    assert game.minimap.left > game.layout.map.centerx
    x, y = game.camera.to_world(game.minimap.center)
    people = game.frame.people
    ann = np.arange(len(people)) == ANN
    there = replace(people, x=np.where(ann, x, people.x), y=np.where(ann, y, people.y))
    game.frame = replace(game.frame, people=there, before=there)
    assert game.minimap.right < game.layout.map.centerx
    x_left, _ = game.camera.to_world(game.minimap.center)
    both = replace(there, x=np.where(np.arange(len(people)) == BOB, x_left, there.x))
    both = replace(both, y=np.where(np.arange(len(people)) == BOB, y, there.y))
    game.frame = replace(game.frame, people=both, before=both)
    assert game.minimap is None
    game.camera_control.moved = True
    assert game.minimap.left > game.layout.map.centerx
