"""Why not? is asked of two people, by mouse and by keyboard; time stands still, and the other course can be watched."""

from __future__ import annotations

from sandbox.scenario.schema import Happening
from sandbox.session.what_if.service import WhatIfs
from sandbox.session.why.cards import Subject
from sandbox.session.why_not.acts import Wonder, happens
from sandbox.session.why_not.gates import closed
from sandbox.ui import verbs
from sandbox.ui.panels.why_not import heading
from tests.ui.conftest import ANN, BOB, CY, Pilot

FAR = b"""{"schema_version": 2, "id": "far", "title": "Far", "hook": "Two friends, far apart.", "seed": 3,
"map": {"width": 40, "height": 16},
"people": [{"id": "ann", "name": "Ann", "x": 4, "y": 8, "facing": "bob"},
           {"id": "bob", "name": "Bob", "x": 36, "y": 8, "traits": {"expressiveness": 0.4}}],
"ties": [{"from": "ann", "to": "bob", "mutual": true, "affinity": 0.8, "importance": 0.9}]}"""


def wondered(pilot: Pilot, who: int = ANN, whom: int = CY) -> None:
    pilot.game.state.selected = who
    pilot.key("shift+y")
    pilot.click(whom)


def test_the_first_who_is_asked_about_and_then_whom(pilot: Pilot) -> None:
    pilot.key("shift+y")
    assert pilot.game.state.picking == verbs.WHY_NOT()
    pilot.click(ANN)
    assert pilot.game.state.picking == verbs.WONDER()
    pilot.click(ANN)
    assert pilot.game.state.dock == ""
    pilot.click(CY)
    assert pilot.game.state.dock == "why_not"
    assert pilot.game.state.wondered is not None
    assert (pilot.game.state.wondered.wonder.who, pilot.game.state.wondered.wonder.whom) == (ANN, CY)
    assert pilot.game.state.selected == ANN
    pilot.key("shift+y")
    assert pilot.game.state.dock == ""


def test_who_is_selected_is_asked_about_whom_the_mouse_is_at(pilot: Pilot) -> None:
    pilot.game.state.selected = ANN
    pilot.move(pilot.where(CY))
    pilot.frames()
    pilot.key("shift+y")
    asked = pilot.game.state.wondered
    assert asked is not None
    assert (asked.wonder.who, asked.wonder.whom) == (ANN, CY)


def test_a_why_leads_to_the_why_not_of_those_whom_it_is_about(pilot: Pilot) -> None:
    pilot.game.state.paused = False
    pilot.game.perform(verbs.ASK(Subject("tie", BOB, CY)))
    pilot.move((2, 2))
    pilot.click("why.why_not")
    tick = pilot.game.session.tick
    pilot.frames(5)
    assert pilot.game.session.tick == tick
    asked = pilot.game.state.wondered
    assert asked is not None
    assert (asked.wonder.who, asked.wonder.whom) == (BOB, CY)
    pilot.key("escape")
    pilot.frames(5)
    assert pilot.game.session.tick > tick
    pilot.game.perform(verbs.ASK(Subject("person", CY)))
    pilot.key("shift+y")
    assert (pilot.game.state.wondering, pilot.game.state.picking) == (CY, verbs.WONDER())


def test_the_inspector_leads_there_and_the_keyboard_alone_does(pilot: Pilot) -> None:
    pilot.move((2, 2))
    pilot.game.state.selected = ANN
    pilot.key("i")
    pilot.click("inspector.why_not")
    pilot.move((2, 2))
    pilot.game.state.focus.at = "map"
    pilot.key("right", "return")
    assert pilot.game.state.wondered is not None
    assert pilot.game.state.wondered.wonder == Wonder("look", ANN, BOB)
    pilot.tab_to("why_not.blame")
    pilot.key("return")
    assert pilot.game.state.wondered.wonder == Wonder("blame", ANN, BOB)


def test_escape_lets_go_of_a_question_that_is_half_asked(pilot: Pilot) -> None:
    pilot.game.state.selected = ANN
    pilot.key("shift+y", "escape")
    assert pilot.game.state.picking is None
    pilot.click(CY)
    assert pilot.game.state.dock == ""


def test_time_stands_still_while_the_panel_is_open(pilot: Pilot) -> None:
    pilot.game.state.paused = False
    wondered(pilot)
    tick = pilot.game.session.tick
    pilot.frames(20)
    assert pilot.game.session.tick == tick
    pilot.key("escape")
    pilot.frames(5)
    assert pilot.game.session.tick > tick


def test_the_card_tells_of_when_it_is_once_time_has_gone_on(pilot: Pilot) -> None:
    wondered(pilot)
    asked = pilot.game.state.wondered
    assert asked is not None
    assert heading(pilot.game.context, asked) == "Why not?"
    pilot.game.step(25)
    pilot.frames()
    assert pilot.game.state.dock == "why_not"
    assert heading(pilot.game.context, asked) == "Why not, at 0:00?"


def test_each_act_has_gates_and_the_closed_one_is_marked(pilot: Pilot) -> None:
    wondered(pilot)
    for act in ("help", "look", "blame"):
        pilot.click(f"why_not.{act}")
        asked = pilot.game.state.wondered
        assert asked is not None
        assert asked.wonder.act == act
        assert asked.gates
        assert pilot.control(f"why_not.{act}").on
    assert closed(asked.gates) is not None


def test_the_change_is_found_and_shown_and_undone() -> None:
    pilot = Pilot(level=FAR)
    with WhatIfs(background=False) as what_ifs:
        pilot.game.shell.what_ifs = what_ifs
        game, session = pilot.game, pilot.game.session
        session.do(Happening(do="hurt", who="bob"))
        game.step(10)
        pilot.key("home")
        wondered(pilot, ANN, BOB)
        game.perform(verbs.WHY_NOT_ACT("help"))
        for _ in range(5000):
            if game.state.wondered is None or game.state.wondered.answer is not None:
                break
            pilot.frames(seconds=0.0)
        assert game.state.wondered is not None
        answer = game.state.wondered.answer
        assert answer is not None
        assert answer.outcome == "found"
        tick = session.tick
        pilot.click("why_not.show")
        assert game.session is not session
        assert not game.state.paused
        for _ in range(200):
            if happens(game.session.moment, game.session.level, Wonder("help", ANN, BOB)):
                break
            pilot.scenes.update(0.1)
        assert happens(game.session.moment, game.session.level, Wonder("help", ANN, BOB))
        pilot.key("ctrl+z")
        assert game.session is session
        assert game.session.tick == tick
