"""Twin worlds on the screen: two halves, one camera and one clock, and a ring around the first act that differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.engine.vocabulary import CIRCUIT_STREAMS
from sandbox.scenario.library import level_files
from sandbox.ui.preferences import Preferences
from sandbox.ui.scenes.twin import HOLD, RINGED, Twin
from sandbox.ui.scenes.twin_view import halves
from tests.ui.test_bare import begun

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Pilot


@pytest.fixture
def twin(sit_down: Callable[..., Pilot]) -> tuple[Pilot, Twin]:
    """Hurt Bob in the first level, let eight seconds pass, and look at it side by side."""
    pilot = sit_down(level=level_files()[0].read_bytes())
    pilot.click(0)
    pilot.frames(80)
    pilot.key("shift+d")
    scene = pilot.scenes.top
    assert isinstance(scene, Twin)
    return pilot, scene


def test_both_halves_show_the_same_until_something_differs(twin: tuple[Pilot, Twin]) -> None:
    pilot, scene = twin
    scene.paused = True
    pilot.frames(40, seconds=0.0)  # A few sprites are made with each picture.
    pictures = [pygame.surfarray.array3d(surface).astype(int) for surface in scene.surfaces]
    left, right = (picture[100:500, 100:600] for picture in pictures)
    assert abs(left * np.array([228, 236, 252]) // 255 - right).max() <= 2
    assert right.mean() < left.mean()
    assert not scene.twins.differs


def test_both_halves_are_of_the_same_moment_while_time_passes(twin: tuple[Pilot, Twin]) -> None:
    pilot, scene = twin
    while scene.twins.drive != "schadenfreude":
        pilot.key("d")
    for _ in range(12):
        pilot.frames(1, seconds=0.1)
        drawn = [stage.drawn for stage in scene.stages]
        assert [None if one is None else one.frame.tick for one in drawn] == [scene.twins.tick] * 2
    assert not scene.twins.differs
    pilot.frames(30, seconds=0.0)
    left, right = (pygame.surfarray.array3d(surface).astype(int)[100:500, 100:600] for surface in scene.surfaces)
    assert abs(left * np.array([228, 236, 252]) // 255 - right).max() <= 2


def test_time_holds_at_the_first_act_that_differs_and_rings_it_on_both_sides(twin: tuple[Pilot, Twin]) -> None:
    pilot, scene = twin
    while scene.held <= 0:
        pilot.scenes.update(0.05)
    first, tick = scene.first, scene.twins.tick
    assert first is not None
    people, amber = scene.frames[0].people, np.array([255, 191, 64])
    pilot.frames(round(HOLD * 10) - 3)
    assert scene.twins.tick == tick
    picture = pygame.surfarray.array3d(pilot.surface).astype(int)
    x, y = scene.camera.to_screen(float(people.x[first.who]), float(people.y[first.who]))
    for left in halves(pilot.surface.get_size()):
        around = picture[round(x + left) - 110 : round(x + left) + 110, round(y) - 170 : round(y) + 50]
        assert (abs(around - amber).sum(axis=2) < 60).sum() > 300
    pilot.frames(20)
    assert scene.twins.tick > tick
    pilot.frames(round(RINGED * 10))
    assert scene.first is None


def test_keys_and_buttons_do_the_same(twin: tuple[Pilot, Twin]) -> None:
    pilot, scene = twin
    pilot.key("space")
    assert scene.paused
    tick = scene.twins.tick
    pilot.key("right", "right")
    assert scene.twins.tick == tick + 2
    pilot.key("r")
    assert scene.twins.tick < tick + 2
    assert not scene.paused
    rects = {control.name: control.rect for control in scene.pane.controls}
    pilot.click(rects["twin.pause"].center)
    assert scene.paused
    pilot.frames(3)
    tick = scene.twins.tick
    pilot.key(*["tab"] * (len(rects) + 1), "return")
    assert scene.twins.tick < max(1, tick) + 1
    pilot.click(rects["twin.close"].center)
    assert pilot.scenes.top is pilot.game
    pilot.key("shift+d")
    assert isinstance(pilot.scenes.top, Twin)
    pilot.key("escape")
    assert pilot.scenes.top is pilot.game


def test_another_drive_can_be_off_instead_and_all_of_the_circuit_come_round(twin: tuple[Pilot, Twin]) -> None:
    pilot, scene = twin
    pilot.frames(30)
    seen = [scene.twins.drive]
    for _ in range(3):
        pilot.click(next(control.rect.center for control in scene.pane.controls if control.name == "twin.other"))
        assert scene.twins.tick < 2
        assert [session.off for session in scene.twins.sessions] == [frozenset(), {scene.twins.drive}]
        seen.append(scene.twins.drive)
    pilot.key("d")
    assert {*seen} == {*CIRCUIT_STREAMS}
    assert scene.twins.drive == seen[0]


def test_one_plays_on_without_the_drive_and_the_other_stays_a_future(twin: tuple[Pilot, Twin]) -> None:
    pilot, scene = twin
    done = pilot.done
    pilot.click(next(control.rect.center for control in scene.pane.controls if control.name == "twin.keep"))
    assert pilot.scenes.top is pilot.game
    assert pilot.game.session.off == {"sympathy"}
    assert pilot.done == done
    assert len(pilot.game.session.branches) == 2
    pilot.key("ctrl+z")
    pilot.frames(3)
    assert pilot.game.session.off == frozenset()


def test_the_play_under_it_stays_where_it_was(twin: tuple[Pilot, Twin]) -> None:
    pilot, scene = twin
    tick = pilot.game.session.tick
    pilot.frames(100)
    assert scene.twins.tick == scene.twins.ends == pilot.game.session.tick == tick
    assert scene.over
    assert scene.paused
    assert pilot.game.session.branches[0].commands == pilot.done


@pytest.mark.parametrize("size", [(730, 430), (1920, 1080), (1001, 700)])
def test_every_window_has_room_for_both(sit_down: Callable[..., Pilot], size: tuple[int, int]) -> None:
    pilot = sit_down(size, level_files()[0].read_bytes(), Preferences(projector=size[0] > 1200, calm=True))
    pilot.click(0)
    pilot.frames(30)
    pilot.key("shift+d")
    scene = pilot.scenes.top
    assert isinstance(scene, Twin)
    pilot.frames(20)
    whole = pilot.surface.get_rect()
    assert all(whole.contains(control.rect) for control in scene.pane.controls)
    people = scene.frames[0].people
    for who in range(5):
        assert scene.half.collidepoint(scene.camera.to_screen(float(people.x[who]), float(people.y[who])))
    pilot.scenes.resize((800, 500))
    pilot.surface = pygame.display.set_mode((800, 500))
    pilot.frames(2)
    assert scene.half.size == (400, 500)


def test_before_anything_was_done_there_is_no_twin(pilot: Pilot) -> None:
    play = begun(pilot)
    pilot.key("shift+d")
    assert pilot.scenes.top is play
