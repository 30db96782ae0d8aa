"""A scene comes over a game and goes again: the game stands still meanwhile, and goes on as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.ui.scenes.title import Title
from sandbox.ui.state import SPEEDS
from tests.ui.conftest import ANN

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot


def test_the_title_over_a_game_suspends_it_and_leads_back_to_the_same_moment(pilot: Pilot) -> None:
    game = pilot.game
    pilot.key("space", "=")
    pilot.frames(5)
    pilot.click(ANN)
    pilot.key("i")
    pilot.unfold("menu")
    tick, state, clock, camera = game.session.tick, game.state, game.state.clock, game.camera
    pilot.click("menu.title")
    assert isinstance(pilot.scenes.top, Title)
    pilot.frames(30)
    assert (game.session.tick, game.state.clock) == (tick, clock)
    assert pilot.scenes.session is game.session
    pilot.tap("return")
    assert pilot.scenes.top is game
    assert game.state is state
    assert (game.session.tick, game.camera) == (tick, camera)
    assert (state.dock, state.paused, state.speed) == ("inspector", False, SPEEDS[2])


@pytest.mark.parametrize("way", ["escape", "return", "title.play_on"])
def test_every_way_back_leads_back(pilot: Pilot, way: str) -> None:
    pilot.key("ctrl+t")
    assert pilot.scenes.top is not pilot.game
    if way in pilot.ring():
        pilot.click(way)
    else:
        pilot.key(way)
    assert pilot.scenes.top is pilot.game


def test_what_was_held_when_the_title_came_is_held_no_more(pilot: Pilot) -> None:
    pilot.hold("left alt", down=True)
    pilot.begin_drag(pilot.where(ANN), (700.0, 700.0))
    assert pilot.game.state.held
    pilot.key("ctrl+t", "escape")
    assert not pilot.game.state.held
    half = pilot.game.state.half
    pilot.move((300, 300))
    assert pilot.game.state.half == half
    assert pilot.game.pointer.press is None


@pytest.mark.parametrize("over", ["ctrl+t", "ctrl+p"])
def test_a_strip_that_was_held_when_a_scene_came_over_it_is_held_no_more(pilot: Pilot, over: str) -> None:
    pilot.game.step(40)
    strip = pilot.control("time.strip").rect
    pilot.begin_drag(strip.center, strip.center)
    pilot.key(over)
    pilot.post(pygame.MOUSEBUTTONUP, pos=strip.center, button=1)
    pilot.key("escape")
    pilot.move((strip.left + 2, strip.centery))
    pilot.frames()
    assert pilot.game.session.tick == 40


@pytest.mark.parametrize("over", ["ctrl+t", "ctrl+p"])
def test_a_mouse_that_rests_while_scenes_come_and_go_is_where_it_was(pilot: Pilot, over: str) -> None:
    pilot.key("f2")
    pilot.move(pilot.control("setting.palette.more").rect.center)
    pilot.frames()
    hovered, camera = pilot.game.touch.hovered, pilot.game.camera
    pilot.key(over)
    assert pilot.scenes.top.mouse == pilot.game.mouse
    pilot.key("escape")
    assert pilot.game.touch.hovered == hovered
    pilot.wheel(2)
    assert pilot.game.camera == camera
