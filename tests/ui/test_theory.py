"""The panel of the circuit and its pages: live, to be switched, and with a scene that plays."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.engine.vocabulary import CIRCUIT_STREAMS, EVASIONS
from sandbox.session.lessons import LESSONS
from sandbox.ui import verbs
from sandbox.ui.preferences import Preferences

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

ANN, BOB, CY = range(3)
LOOK_AWAY = (Path(__file__).parents[2] / "levels" / "120-look-away.json").read_bytes()


@pytest.mark.parametrize("key", ["d", "f3"])
def test_each_feeling_and_each_way_out_is_switched_by_its_tile(pilot: Pilot, key: str) -> None:
    pilot.key(key)
    for drive in (*CIRCUIT_STREAMS, *EVASIONS):
        pilot.click(f"drive.{drive}")
        assert drive in pilot.game.frame.off
        assert not pilot.control(f"drive.{drive}").on
    pilot.click("drive.sympathy")
    assert "sympathy" not in pilot.game.frame.off


def test_all_other_switches_are_one_press_away_and_escape_leads_out(pilot: Pilot) -> None:
    pilot.key("d")
    pilot.click("theory.switches")
    pilot.click("drive.gossip")
    assert "gossip" in pilot.game.frame.off


def test_it_is_live_for_whoever_is_chosen(pilot: Pilot) -> None:
    pilot.key("d")
    pilot.frames()
    nobody = pilot.surface.copy()
    pilot.game.state.selected = ANN
    pilot.game.step(5)
    pilot.frames()
    dock = pilot.game.layout.dock
    before, after = (pygame.surfarray.array3d(picture.subsurface(dock)) for picture in (nobody, pilot.surface))
    assert (before != after).any()


def test_each_page_plays_its_scene_even_while_the_game_stands(pilot: Pilot) -> None:
    pilot.key("d")
    tick = pilot.game.session.tick
    for lesson in LESSONS:
        pilot.click(f"lesson.{lesson}")
        assert (pilot.game.state.dock, pilot.game.state.lesson) == ("lesson", lesson)
        pilot.frames(5)
        assert pilot.game.moving
        assert pilot.game.state.demo.frame is not None
        assert pilot.game.state.demo.frame.tick > 0
        assert pilot.game.session.tick == tick
        pilot.key("escape")
        assert pilot.game.state.dock == "theory"
    pilot.frames()
    assert not pilot.game.state.demo.plays


@pytest.mark.parametrize("moves", [False, True])
def test_all_of_a_page_fits_a_usual_window_and_moves_on_a_projector(sit_down: type[Pilot], *, moves: bool) -> None:
    pilot = sit_down((1920, 1080) if moves else (1280, 800), preferences=Preferences(projector=moves))
    for lesson in LESSONS:
        pilot.game.perform(verbs.LESSON(lesson))
        pilot.frames()
        assert (pilot.game.control("scroll.down") is not None) == moves, lesson
        pane = next(pane for pane in pilot.game.panes if pane.name == "lesson")
        assert (pane.bottom > pane.rect.bottom) == moves, lesson


def test_all_of_the_circuit_and_its_pages_fits_a_usual_window(pilot: Pilot) -> None:
    pilot.key("d")
    assert pilot.game.control("scroll.down") is None
    assert pilot.game.layout.dock.contains(pilot.control("theory.switches").rect)


def test_the_scene_begins_again_when_it_is_over(pilot: Pilot) -> None:
    pilot.key("d")
    pilot.click("lesson.T1")
    pilot.frames(90)
    late = pilot.game.state.demo.frame
    pilot.frames(20)
    again = pilot.game.state.demo.frame
    assert late is not None
    assert again is not None
    assert again.tick < late.tick


def test_a_page_leads_to_where_it_happened_here_and_back(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=LOOK_AWAY)
    pilot.click(BOB)
    pilot.game.step(100)
    pilot.key("d")
    pilot.click("lesson.T13")
    pilot.click("lesson.here")
    assert pilot.game.state.dock == "why"
    assert pilot.game.session.tick <= 101
    pilot.key("escape")
    assert pilot.game.state.dock == "lesson"


def test_where_it_never_happened_it_says_so(pilot: Pilot) -> None:
    pilot.key("d")
    pilot.click("lesson.T32")
    pilot.click("lesson.here")
    assert pilot.game.shell.toast
    assert pilot.game.state.dock == "lesson"


def test_every_why_leads_to_a_page(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=LOOK_AWAY)
    pilot.click(BOB)
    pilot.game.step(60)
    pilot.click(ANN, button=3)
    pilot.click("why.theory")
    assert pilot.game.state.dock == "lesson"
