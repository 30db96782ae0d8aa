"""The rarer tools lie behind one button; each can be used with the mouse alone and with the keyboard alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.engine.happenings import HAPPENINGS, NAMED
from sandbox.engine.options import INDEX
from sandbox.ui.hud.hints import hint_of
from sandbox.ui.kit.layout import TOOLS
from sandbox.ui.preferences import Preferences
from sandbox.ui.tools.spare import MORE

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

ANN, BOB, CY = range(3)
LEVEL = b"""{"schema_version": 1, "id": "spare", "title": "Spare", "hook": "Three of two groups.",
"map": {"width": 24, "height": 16},
"people": [{"id": "ann", "name": "Ann", "x": 6, "y": 8, "group": "reds", "look": {"colour": "pink"}},
           {"id": "bob", "name": "Bob", "x": 12, "y": 8, "group": "reds", "look": {"colour": "pink"}},
           {"id": "cy", "name": "Cy", "x": 18, "y": 8, "group": "blues", "bag": {"drops": 1}}],
"ties": [{"from": "ann", "to": "bob", "mutual": true, "affinity": 0.8, "importance": 0.9}]}"""
KEYS = {"triumph": "u", "drops": "s", "order": "o", "propose": "p", "cue": "k", "badge": "g"}


@pytest.fixture
def spare(sit_down: type[Pilot]) -> Pilot:
    """Sit down at a level of two groups that allows everything."""
    return sit_down(level=LEVEL)


def test_every_happening_that_befalls_somebody_is_a_tool() -> None:
    assert {*TOOLS, *MORE} - {"look"} == {kind.name for kind in HAPPENINGS if not kind.staged} - {"switch", "answer"}
    assert set(KEYS) <= set(MORE)


@pytest.mark.parametrize("tool", ["triumph", "drops"])
def test_more_tools_open_beside_the_first_ones_and_close_again(spare: Pilot, tool: str) -> None:
    spare.click("tool.more")
    spare.click(f"tool.{tool}")
    assert spare.game.control(f"tool.{tool}") is None
    assert spare.control("tool.more").icon == tool
    spare.click(BOB)
    assert [(command.do, command.who) for command in spare.done] == [(tool, "bob")]


@pytest.mark.parametrize("scale", [0, 250])
def test_all_of_them_lie_in_the_window_and_off_the_bar_and_the_menu(sit_down: type[Pilot], scale: int) -> None:
    pilot = sit_down(level=LEVEL)
    pilot.game.prefer(Preferences(scale=scale))
    pilot.frames()
    pilot.click("tool.more")
    boxes = [pilot.control(f"tool.{tool}").rect for tool in MORE]
    layout = pilot.game.layout
    assert all(layout.stage.contains(box) and not box.colliderect(layout.menu) for box in boxes)
    assert all(box.collidelist(boxes[:n]) < 0 for n, box in enumerate(boxes))


def test_the_keyboard_reaches_the_tools_behind_the_button(spare: Pilot) -> None:
    spare.key("t")
    spare.tab_to("tool.triumph")
    spare.key("return")
    assert spare.game.state.tool == "triumph"
    spare.key("t", "escape")
    assert not spare.game.state.fold


@pytest.mark.parametrize("tool", KEYS)
def test_many_of_them_have_a_key(spare: Pilot, tool: str) -> None:
    spare.key(KEYS[tool])
    assert spare.game.state.tool == tool


@pytest.mark.parametrize("tool", MORE)
def test_each_of_them_is_used_with_the_keyboard_alone(spare: Pilot, tool: str) -> None:
    spare.key("t")
    spare.tab_to(f"tool.{tool}")
    spare.key("return")
    spare.tab_to("map")
    spare.key("return")
    if len(NAMED[tool].people) > 1:
        assert spare.done == ()
        spare.game.state.half = None
        spare.game.state.selected = ANN
        spare.key("return", "right", "return")
    if NAMED[tool].passed_on:
        spare.key("return")
        assert spare.game.shell.toast == "Pick somebody else."
        spare.key("right", "return")
    assert [command.do for command in spare.done] == [tool]


def test_an_order_asks_who_gives_it_to_whom_about_whom(spare: Pilot) -> None:
    spare.key("o")
    asked = []
    for person in (ANN, BOB):
        spare.click(person)
        hint = hint_of(spare.game.context)
        assert hint is not None
        asked.append(hint.words)
    assert asked == ["Ann gives the order. To whom?", "Whom should Bob hurt?"]
    spare.click(CY)
    assert [(one.by, one.who, one.about) for one in spare.done] == [("ann", "bob", "cy")]
    people = spare.game.frame.people
    assert (people.order[BOB], people.order_on[BOB], people.order_by[BOB]) == (INDEX["strike"], CY, ANN)


def test_an_order_can_be_drawn_from_one_to_the_other(spare: Pilot) -> None:
    spare.key("o")
    spare.drag(spare.where(ANN), spare.where(BOB))
    spare.click(CY)
    assert [(one.by, one.who, one.about) for one in spare.done] == [("ann", "bob", "cy")]


def test_a_rule_is_chosen_and_proposed(spare: Pilot) -> None:
    spare.key("p")
    spare.click("choice.fend_alone")
    spare.click(ANN)
    assert [(one.do, one.who, one.rule) for one in spare.done] == [("propose", "ann", "fend_alone")]


def test_the_same_key_again_goes_on_to_the_next_rule(spare: Pilot) -> None:
    spare.key("p", "p", "p")
    spare.click(ANN)
    assert spare.done[0].rule == "punish_enemies"
    assert spare.control("choice.punish_enemies").on


def test_a_mask_is_put_on_and_taken_off_again(spare: Pilot) -> None:
    spare.key("k")
    spare.click(BOB)
    spare.click(BOB)
    assert [(one.cue, one.on) for one in spare.done] == [("mask", True), ("mask", False)]
    spare.click("choice.name")
    spare.click(BOB)
    assert (spare.done[-1].cue, spare.done[-1].on) == ("name", False)


def test_a_badge_is_chosen_and_given(spare: Pilot) -> None:
    spare.key("g")
    spare.click("choice.blues")
    spare.click(ANN)
    people = spare.game.frame.people
    assert people.group[ANN] == people.group[CY]


def test_a_level_that_gives_few_tools_shows_those_alone_and_the_first_it_names_is_in_hand(
    sit_down: type[Pilot],
) -> None:
    few: dict[str, Any] = {"tools": {"cue": 2, "praise": 1}, "schema_version": 2}
    few["rules"] = [{"at": 1, "then": [{"give": {"triumph": 1}}]}]
    level = json.loads(LEVEL) | few
    level["people"][0]["cues"] = {"label": True}
    pilot = sit_down(level=json.dumps(level).encode())
    bar = [control for pane in pilot.game.panes if pane.name == "tools" for control in pane.controls]
    assert [(one.name, one.enabled) for one in bar] == [
        ("tool.look", True),
        ("tool.praise", True),
        ("tool.triumph", False),
        ("tool.cue", True),
    ]
    assert pilot.control("tool.cue").on
    assert pilot.control("tool.cue").text == "Label"
    pilot.click(ANN)
    assert [(one.do, one.who, one.cue, one.on) for one in pilot.done] == [("cue", "ann", "label", False)]
    pilot.click("choice.mask")
    pilot.frames(2)
    assert pilot.control("tool.cue").text == "Mask"
    pilot.click(BOB)
    pilot.frames(2)
    assert not pilot.control("tool.cue").enabled


def test_badges_are_not_offered_where_there_are_no_groups(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=LEVEL.replace(b'"group": "reds", ', b"").replace(b'"group": "blues", ', b""))
    pilot.click("tool.more")
    assert pilot.game.control("tool.badge") is None
    assert pilot.game.control("tool.cue") is not None
    pilot.key("g")
    assert pilot.game.state.tool == "hurt"
    assert pilot.game.shell.toast


def test_a_level_without_rarer_tools_has_no_button_for_them(pilot: Pilot) -> None:
    assert pilot.game.control("tool.more") is None


def test_the_inspector_shows_what_somebody_carries_wears_and_was_told(spare: Pilot) -> None:
    spare.key("k")
    spare.click(CY)
    spare.key("p")
    spare.click(ANN)
    spare.game.state.selected = CY
    spare.key("i")
    status_icons = {control.name for pane in spare.game.panes for control in pane.controls if "status" in control.name}
    assert {"status.mask", "status.drops"} <= status_icons
    assert any(name.startswith("status.badge:") for name in status_icons)
    spare.click("status.mask")
    assert spare.game.shell.toast == "Wears a mask."
