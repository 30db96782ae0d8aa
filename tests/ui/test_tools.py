"""Every happening can be brought about with the mouse alone and with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.ui.kit.layout import TOOLS
from sandbox.ui.kit.text import SMALL_BOLD, width_of
from sandbox.ui.tools.spare import MORE
from sandbox.ui.tools.toolbar import tool_name

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Pilot

ONE = b"""{"schema_version": 1, "id": "one", "title": "One", "hook": "Alone.",
"people": [{"id": "ann", "name": "Ann", "x": 6, "y": 8}]}"""
ANN, BOB, CY = range(3)
SIMPLE = ("hurt", "heal", "praise", "insult", "gift")
KEYS = {"hurt": "z", "heal": "x", "praise": "c", "insult": "v", "gift": "b", "news": "n", "move": "w"}


def test_the_very_first_click_on_somebody_does_something(pilot: Pilot) -> None:
    pilot.game.state.paused = False
    pilot.click(BOB)
    pilot.frames(5)
    assert [(command.do, command.who, command.by) for command in pilot.done] == [("hurt", "bob", None)]
    assert pilot.game.frame.people.wound[BOB] > 0
    assert pilot.game.state.selected is None
    assert "hurt" in pilot.played


def test_the_name_of_every_tool_is_read_whole_on_its_button(pilot: Pilot) -> None:
    style = pilot.game.context.style
    room = pilot.control("tool.hurt").rect.width - style.px(4)
    assert [tool for tool in (*TOOLS, *MORE) if width_of(style, tool_name(tool), SMALL_BOLD) > room] == []


@pytest.mark.parametrize("tool", SIMPLE)
def test_a_tool_is_placed_with_the_mouse(pilot: Pilot, tool: str) -> None:
    pilot.click(f"tool.{tool}")
    pilot.click(BOB)
    assert [(command.do, command.who) for command in pilot.done] == [(tool, "bob")]


@pytest.mark.parametrize("tool", SIMPLE)
def test_a_tool_is_placed_with_the_keyboard(pilot: Pilot, tool: str) -> None:
    pilot.key(KEYS[tool], "tab", "right", "return")
    assert [command.do for command in pilot.done] == [tool]


@pytest.mark.parametrize("tool", ["hurt", "praise", "insult", "gift"])
def test_dragging_from_one_to_another_names_the_doer(pilot: Pilot, tool: str) -> None:
    pilot.key(KEYS[tool])
    pilot.drag(pilot.where(ANN), pilot.where(CY))
    assert [(command.do, command.who, command.by) for command in pilot.done] == [(tool, "cy", "ann")]


def test_the_keyboard_names_the_doer_too(pilot: Pilot) -> None:
    pilot.game.state.selected = ANN
    pilot.key("tab", "shift+return", "right", "return")
    assert [(command.do, command.who, command.by) for command in pilot.done] == [("hurt", "bob", "ann")]


def test_news_asks_who_is_told_and_then_of_whom(pilot: Pilot) -> None:
    pilot.click("tool.news")
    pilot.click(ANN)
    assert pilot.done == ()
    pilot.click(CY)
    (news,) = pilot.done
    assert (news.who, news.about) == ("ann", "cy")
    assert news.amount is not None
    assert news.amount < 0


def test_news_by_keyboard(pilot: Pilot) -> None:
    pilot.game.state.selected = ANN
    pilot.key("n", "tab", "return", "right", "return")
    assert [(command.do, command.who, command.about) for command in pilot.done] == [("news", "ann", "bob")]


def test_somebody_is_moved_by_dragging(pilot: Pilot) -> None:
    pilot.key("w")
    pilot.drag(pilot.where(ANN), pilot.game.camera.to_screen(14.0, 12.0))
    (move,) = pilot.done
    assert (move.who, move.x, move.y) == ("ann", pytest.approx(14.0, abs=0.1), pytest.approx(12.0, abs=0.1))


def test_somebody_is_moved_by_two_clicks(pilot: Pilot) -> None:
    pilot.key("w")
    pilot.click(ANN)
    pilot.click(pilot.game.camera.to_screen(14.0, 12.0))
    assert [(command.do, command.who) for command in pilot.done] == [("move", "ann")]


def test_somebody_is_moved_by_keyboard(pilot: Pilot) -> None:
    pilot.game.state.selected = ANN
    pilot.key("w", "tab", "return", "down", "down", "return")
    (move,) = pilot.done
    assert (move.who, move.y) == ("ann", pytest.approx(9.0, abs=0.2))


def test_a_used_up_tool_says_so_and_changes_nothing(pilot: Pilot) -> None:
    pilot.key("x")
    pilot.click(BOB)
    pilot.click(BOB)
    assert len(pilot.done) == 1
    assert pilot.game.shell.toast
    assert not pilot.control("tool.heal").enabled
    assert pilot.control("tool.heal").count == "0"


def test_the_looking_glass_inspects_and_changes_nothing(pilot: Pilot) -> None:
    pilot.key("q")
    pilot.click(ANN)
    assert pilot.game.state.dock == "inspector"
    assert pilot.done == ()


def test_escape_lets_go_of_what_is_half_done(pilot: Pilot) -> None:
    pilot.key("n")
    pilot.click(ANN)
    pilot.key("escape")
    assert pilot.game.state.half is None
    assert pilot.game.state.selected == ANN


def test_the_hint_goes_away_once_it_was_done(pilot: Pilot) -> None:
    from sandbox.ui.hud.hints import hint_of

    assert hint_of(pilot.game.context)
    pilot.click(BOB)
    assert not hint_of(pilot.game.context)


def test_whoever_is_dragged_onto_a_panel_stays_where_she_was(pilot: Pilot) -> None:
    pilot.key("w")
    pilot.drag(pilot.where(0), pilot.control("time.speed2.0").rect.center)
    assert pilot.done == ()
    assert pilot.game.state.half is None


def test_escape_breaks_off_a_drag(pilot: Pilot) -> None:
    start, end = pilot.where(0), pilot.where(1)
    pilot.begin_drag(start, end)
    pilot.key("escape")
    pilot.end_drag(end)
    assert pilot.done == ()


def test_a_drag_does_not_reach_into_another_level(pilot: Pilot, tmp_path: Path) -> None:
    pilot.begin_drag(pilot.where(2), pilot.where(1))
    (tmp_path / "one.json").write_bytes(ONE)
    pilot.game.open(tmp_path / "one.json")
    pilot.end_drag((640, 400))
    assert pilot.done == ()
