"""A view that the player chose stays when the window, the panels or the scale change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.ui.preferences import Preferences
from sandbox.ui.verbs import SETTING, TURN
from sandbox.view.canvas.camera import NEAREST

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Pilot

FULL = (1920, 1080)


@pytest.fixture
def near(pilot: Pilot) -> Pilot:
    """Return a pilot who has come closer to a spot beside the middle."""
    pilot.key("pageup", "pageup", "pageup", "ctrl+right", "ctrl+down")
    return pilot


def middle(pilot: Pilot) -> tuple[float, float]:
    return pilot.game.camera.to_world(pilot.game.layout.map.center)


def resize(pilot: Pilot, size: tuple[int, int]) -> None:
    pilot.surface = pygame.display.set_mode(size)
    pilot.scenes.resize(size)
    pilot.frames()


def across(pilot: Pilot) -> float:
    """Return the metres that are seen across the window."""
    return pilot.game.size[0] / pilot.game.camera.scale


CHANGES: dict[str, Callable[[Pilot], object]] = {
    "smaller": lambda pilot: resize(pilot, (1270, 790)),
    "full": lambda pilot: resize(pilot, FULL),
    "inspector": lambda pilot: pilot.key("i"),
    "settings": lambda pilot: pilot.key("f2"),
    "scale": lambda pilot: pilot.game.perform(TURN("scale", 2)),
    "projector": lambda pilot: pilot.game.perform(SETTING("projector")),
    "title": lambda pilot: (pilot.key("ctrl+t"), resize(pilot, (1000, 640)), pilot.key("escape")),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_same_spot_stays_in_the_middle_and_as_much_is_seen(near: Pilot, change: str) -> None:
    spot, seen = middle(near), across(near)
    CHANGES[change](near)
    near.frames()
    assert middle(near) == pytest.approx(spot, abs=0.05)
    assert across(near) == pytest.approx(seen, rel=0.12)
    assert near.game.camera_control.moved


def test_the_way_there_and_back_leads_to_the_same_view(near: Pilot) -> None:
    camera = near.game.camera
    for size in (FULL, (900, 1000), (1280, 800)):
        resize(near, size)
    near.key("f2", "f2", "i", "i")
    after = near.game.camera
    assert (after.x, after.y, after.scale) == pytest.approx((camera.x, camera.y, camera.scale))


def test_a_window_that_shrinks_shows_what_was_seen_and_never_loses_the_map(near: Pilot) -> None:
    near.key(*["pageup"] * 12)
    assert near.game.camera.scale == NEAREST
    resize(near, (3840, 2160))
    assert near.game.camera.scale == NEAREST
    ground, camera = near.game.session.level.map, near.game.camera
    assert 0 <= camera.x <= ground.width
    assert 0 <= camera.y <= ground.height


def test_the_whole_map_stays_the_whole_map(pilot: Pilot) -> None:
    pilot.game.fit()
    resize(pilot, FULL)
    camera = pilot.game.camera
    pilot.game.fit()
    assert pilot.game.camera == camera


def test_without_a_view_of_ones_own_the_same_people_are_framed_anew(pilot: Pilot) -> None:
    resize(pilot, FULL)
    camera = pilot.game.camera
    pilot.game.frame_story()
    assert pilot.game.camera == camera
    people = pilot.game.frame.people
    spots = zip(*camera.many_to_screen(people.x, people.y), strict=True)
    assert all(pilot.game.layout.map.collidepoint(spot) for spot in spots)


def test_to_take_a_tool_moves_nobody(near: Pilot) -> None:
    camera = near.game.camera
    for tool in "xcvbnw":
        near.key(tool)
    assert near.game.camera == camera


def test_a_restart_frames_what_happens(near: Pilot) -> None:
    near.key("r")
    assert not near.game.camera_control.moved
    assert near.game.shell.preferences == Preferences()
