"""Bets: made by a click on a face, undone, kept where the same is done again, and held against other worlds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.session.what_if.service import WhatIfs
from sandbox.ui.course.odds import WORLDS
from sandbox.ui.course.summing_up import counted_meanwhile, outcome
from sandbox.ui.hud.hints import hint_of
from sandbox.ui.verbs import TOOL, WITHOUT
from tests.ui.conftest import ANN, BOB, CY
from tests.ui.test_rule_actions import ASK, RULES, level_with

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot


@pytest.fixture
def asked(sit_down: type[Pilot]) -> Pilot:
    """Return a pilot who has put the card away, and before whom a question lies."""
    pilot = sit_down(level=level_with(*RULES[2:]))
    pilot.game.state.paused = False
    pilot.frames(80)
    pilot.key("escape")
    return pilot


def test_a_bet_is_made_by_clicking_a_face_and_nothing_befalls_them(asked: Pilot) -> None:
    asked.click(CY)
    assert asked.game.session.commands == ()
    asked.click(BOB)
    assert [(one.do, one.question, one.option) for one in asked.game.session.commands] == [("answer", "warm", 1)]
    assert asked.game.state.dock == ""


@pytest.mark.parametrize(("face", "words"), [(BOB, "Bob will. Right."), (ANN, "Ann will. It was: Bob will.")])
def test_the_end_tells_how_the_bet_came_out(asked: Pilot, face: int, words: str) -> None:
    asked.click(face)
    asked.key("c")
    asked.click(BOB)
    asked.game.step(60)
    asked.frames()
    ended = asked.game.state.ended
    assert ended is not None
    (bet,) = ended.bets
    assert (bet.answer in bet.settled.right) == (face == BOB)
    assert outcome(bet) == f"Who will be praised? You said: {words}"


def test_the_answers_stay_where_they_are_while_time_goes_on(sit_down: type[Pilot]) -> None:
    """The question is asked on the card of the level, which would be shorter for a question that comes later."""
    pilot = sit_down(level=level_with({"at": 1, "then": [ASK]}))
    pilot.game.step(10)
    pilot.frames()
    before = pilot.control("answer.1").rect
    pilot.game.step(100)
    pilot.frames()
    assert pilot.control("answer.1").rect == before


def test_what_to_try_first_is_not_said_again_once_a_rule_has_said_what_to_try_next(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with({"at": 1, "then": [{"hint": "Ask Ann."}]}))
    said = list[str]()
    for _ in range(130):
        pilot.game.step(1)
        hint = hint_of(pilot.game.context)
        said.append("" if hint is None else hint.words)
    first, *later = dict.fromkeys(said)
    assert first
    assert later == ["Ask Ann.", ""]


def test_a_bet_is_no_deed_so_that_the_level_still_says_what_to_try_first(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with({"at": 1, "then": [ASK]}, {"at": 900, "then": [{"win": "All is said."}]}))
    first = hint_of(pilot.game.context)
    pilot.game.step(10)
    pilot.frames(2)
    pilot.click(BOB)
    pilot.frames(2)
    assert pilot.game.session.commands
    assert hint_of(pilot.game.context) == first is not None


def test_where_the_same_is_done_again_the_bet_stands_and_nothing_after_it_is_lost(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with({"at": 1, "then": [ASK]}, {"at": 6, "then": [{"lose": "Time."}]}))
    pilot.game.step(10)
    pilot.frames(2)
    pilot.game.press_control("answer.0")
    pilot.game.step(10)
    pilot.click(ANN)
    pilot.game.step(50)
    pilot.frames(2)
    done = pilot.game.session.commands
    assert [(one.do, one.option) for one in done] == [("answer", 0), ("hurt", None)]
    pilot.game.perform(WITHOUT("sympathy"))
    pilot.game.step(30)
    assert pilot.game.session.off == {"sympathy"}
    assert pilot.game.state.dock == ""
    assert pilot.game.session.commands == done
    pilot.game.restart()
    pilot.game.step(10)
    assert pilot.game.state.dock == "question"


def test_an_answer_counts_for_nothing_once_it_is_undone(asked: Pilot) -> None:
    asked.click(BOB)
    asked.key("ctrl+z")
    asked.frames(3)
    assert asked.game.session.commands == ()


def test_a_bet_is_held_against_fifty_worlds_that_do_the_same(sit_down: type[Pilot]) -> None:
    chance = {
        "ask": "chance",
        "text": "Where will Ann be?",
        "options": [
            {"text": "Near Bob", "when": {"near": "ann", "to": "bob", "within": 4}},
            {"text": "Praised", "when": {"used": "praise", "min": 1}},
        ],
    }
    pilot = sit_down(level=level_with({"at": 1, "then": [chance]}, {"at": 6, "then": [{"lose": "Time."}]}))
    pilot.game.shell.what_ifs = WhatIfs(background=False)
    pilot.game.step(10)
    pilot.game.press_control("answer.0")
    pilot.game.step(60)
    assert pilot.game.state.dock == "ending"
    assert not counted_meanwhile(pilot.game.context)
    again = pilot.control("ending.again").rect
    for _ in range(2000):
        pilot.scenes.update(0.0)
        odds = pilot.game.state.odds
        if odds is not None and odds.worlds == WORLDS:
            break
    assert odds is not None
    assert odds.worlds == WORLDS
    near, praised = odds.counts
    assert praised == 0
    assert near + odds.none == WORLDS
    (bet,) = pilot.game.state.ended.bets if pilot.game.state.ended is not None else ()
    assert near >= (0 in bet.settled.right)
    assert not pilot.game.meanwhile.oddsmaker.at_work
    pilot.frames()
    assert "from your bet" in counted_meanwhile(pilot.game.context)[0].words
    assert pilot.control("ending.again").rect == again


def test_a_question_that_is_left_open_gives_way_when_it_comes_out_and_at_the_end(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with(*RULES[2:]))
    pilot.game.step(50)
    pilot.key("escape")
    assert pilot.game.state.dock == "question"
    pilot.game.perform(TOOL("praise"))
    pilot.click(BOB)  # It is an answer, and no praise.
    assert pilot.game.state.dock == ""
    pilot.game.restart()
    pilot.game.step(50)
    pilot.key("escape")
    pilot.game.step(60)
    assert pilot.game.state.dock == "ending"
