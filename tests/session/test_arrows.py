"""Which arrows go between people, and what a click on each asks about: measured without a window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args, get_type_hints

import numpy as np
import pytest

from sandbox.engine.causes import Record
from sandbox.engine.options import INDEX
from sandbox.engine.people import NOBODY, People
from sandbox.engine.ties import Ties
from sandbox.session.frame import Frame
from sandbox.session.seen import arrows as module
from sandbox.session.seen.arrows import (
    LOOKS_OF_ONE,
    Arrow,
    Question,
    arrows,
    looks,
    tellers,
    telling,
    ties,
    verdicts,
)
from sandbox.session.seen.thresholds import VERDICT_SECONDS
from sandbox.session.session import Session
from sandbox.session.why.asking import ASKS, Hit, asked, subject_of
from sandbox.session.why.cards import Subject
from tests.session.play import HURT, level

if TYPE_CHECKING:
    from collections.abc import Iterable

ANN, BOB, CY, DEE = range(4)
TICK = 100


def frame(between: Ties | None = None, recent: tuple[Record, ...] = (), **columns: object) -> Frame:
    people = People.of(4, **{"x": [1.0, 2.0, 9.0, 3.0], "y": 1.0} | columns)
    return Frame(TICK, level("110"), people, people, between or Ties.of([], []), recent, frozenset(), -1)


def judged(kind: str, who: int, whom: int, value: float, *, age: float = 0.0, number: int = 7) -> Record:
    return Record(number, TICK - 1 - round(10 * age), kind, 0, who, whom, value, (), (), own=False)


def kinds(found: Iterable[Arrow]) -> set[str]:
    return {arrow.kind for arrow in found}


def test_a_verdict_has_an_arrow_for_five_seconds_and_knows_its_record() -> None:
    fresh = frame(recent=(judged("blamed", ANN, BOB, -0.6, age=1.0),))
    assert verdicts(fresh, Question(alpha=0.0)) == [Arrow("blame", ANN, BOB, 0.6, pytest.approx(1.0), record=7)]
    assert verdicts(fresh, Question(alpha=1.0))[0].age == pytest.approx(1.1)
    late = frame(recent=(judged("blamed", ANN, BOB, -0.6, age=VERDICT_SECONDS),))
    assert verdicts(late, Question(alpha=0.0)) == []


def test_admiring_counts_as_credit_and_despising_as_blame() -> None:
    found = verdicts(frame(recent=(judged("admired", ANN, BOB, 0.3), judged("despised", CY, BOB, -0.3))), Question())
    assert [(arrow.kind, arrow.who) for arrow in found] == [("credit", ANN), ("blame", CY)]


def test_every_fresh_verdict_has_an_arrow_and_of_two_alike_the_newer() -> None:
    many = tuple(judged("blamed", who, BOB, -0.5, number=who) for who in range(10, 20))
    assert [arrow.record for arrow in verdicts(frame(recent=many), Question())] == [one.id for one in many]
    again = (judged("blamed", ANN, BOB, -0.2, age=2.0, number=1), judged("blamed", ANN, BOB, -0.5, number=2))
    assert [arrow.record for arrow in verdicts(frame(recent=again), Question())] == [2]


def test_in_the_lens_of_blame_every_grudge_has_an_arrow_and_a_fresh_verdict_takes_the_place_of_its_own() -> None:
    between = Ties.of([ANN, CY, DEE], [BOB, BOB, BOB], blame=[0.5, 0.3, 0.1])
    held = frame(between, (judged("blamed", ANN, BOB, -0.2, age=4.0),))
    found = verdicts(held, Question("blame", alpha=0.0))
    assert [(one.who, one.strength, round(one.age, 3)) for one in found] == [(ANN, 0.2, 4.0), (CY, 0.3, 0.0)]
    assert [one.who for one in verdicts(frame(between), Question("blame", focus=CY))] == [CY]
    assert verdicts(held, Question("friends")) == []


def test_without_a_lens_only_the_strongest_looks_of_the_person_in_question_show() -> None:
    between = Ties.of([ANN] * 3 + [BOB], [BOB, CY, DEE, ANN], attention=[0.2, 0.05, 0.4, 0.9])
    assert looks(frame(between), Question()) == []
    own = looks(frame(between), Question(focus=ANN))
    assert [(one.who, one.whom, one.strength) for one in own] == [(ANN, DEE, 0.4), (ANN, BOB, 0.2)]
    assert len(own) <= LOOKS_OF_ONE
    asking = looks(frame(between), Question("attention", focus=ANN))
    assert [(one.who, one.whom) for one in asking] == [(BOB, ANN), (ANN, DEE), (ANN, BOB)]
    assert looks(frame(between), Question("blame", show_all=True)) == looks(frame(between), Question("attention"))


def test_a_tie_of_the_person_in_question_shows_when_it_is_faint_and_of_others_only_when_it_is_strong() -> None:
    between = Ties.of([ANN, ANN, BOB], [BOB, CY, CY], affinity=[0.3, 0.1, -0.8])
    assert [(one.whom, one.strength) for one in ties(frame(between), Question(focus=ANN))] == [(BOB, 0.3)]
    assert [(one.who, one.strength) for one in ties(frame(between), Question("friends"))] == [(BOB, -0.8)]
    assert ties(frame(between), Question()) == []


def test_who_is_a_thing_to_a_mind_shows_in_the_lens_of_personhood_only() -> None:
    between = Ties.of([ANN, BOB], [CY, CY], personhood=[0.2, 0.9], attention=1, clarity=1)
    seen = frame(between, sentience=1.0)
    assert arrows(seen, Question("personhood")) == [Arrow("thing", ANN, CY)]
    assert "thing" not in kinds(arrows(seen, Question("truth")))


def test_what_is_told_goes_from_the_teller_to_the_listener_and_says_about_whom() -> None:
    told = Record(3, TICK - 1, "told", CY, ANN, BOB, -0.4, (), (), own=False)
    (arrow,) = arrows(frame(recent=(told,)), Question())
    assert arrow == Arrow("told", CY, ANN, -0.4, pytest.approx(0.1), record=3, about=BOB)
    assert arrows(frame(recent=(told,)), Question("felt")) == []


def test_whoever_is_near_enough_to_tell_speaks_of_the_strongest_verdict_but_not_of_the_listener() -> None:
    between = Ties.of([ANN] * 3, [BOB, CY, DEE], blame=[0.9, 0.2, 0.0], credit=[0.0, 0.0, 0.7])
    there = frame(between, option=[INDEX["tell"], 0, 0, 0], option_on=[BOB, NOBODY, NOBODY, NOBODY])
    assert tellers(there).tolist() == [ANN]
    assert telling(there, tellers(there)) == [Arrow("told", ANN, BOB, 0.7, about=DEE)]
    far = frame(between, option=[INDEX["tell"], 0, 0, 0], option_on=[CY, NOBODY, NOBODY, NOBODY])
    assert telling(far, tellers(far)) == []


def test_through_somebodys_eyes_only_their_own_averted_look_shows() -> None:
    between = Ties.of([ANN, BOB], [BOB, ANN], affinity=0.9, attention=0.9, blame=0.9)
    away = frame(between, (judged("blamed", ANN, BOB, -0.6),), avoiding=[BOB, NOBODY, BOB, NOBODY])
    assert arrows(away, Question(focus=ANN, eyes=CY)) == [Arrow("averted", CY, BOB)]
    assert arrows(away, Question(eyes=DEE)) == []
    assert [one.who for one in arrows(away, Question()) if one.kind == "averted"] == [ANN, CY]


def test_a_click_asks_about_the_person_it_is_at_then_about_an_arrow_then_about_whom_it_is_near() -> None:
    arrow = Arrow("blame", ANN, BOB)
    assert asked(Hit(person=CY, arrow=arrow, near=DEE)) == Subject("person", CY)
    assert asked(Hit(verdict=arrow, person=CY, near=DEE)) == Subject("blame", ANN, BOB)
    assert asked(Hit(arrow=arrow, near=DEE)) == Subject("blame", ANN, BOB)
    assert asked(Hit(near=DEE)) == Subject("person", DEE)
    assert asked(Hit()) is None


def test_every_arrow_can_be_asked_about() -> None:
    every = set(get_args(get_type_hints(Arrow, vars(module))["kind"]))
    assert every == set(ASKS)
    assert {subject_of(Arrow(kind, ANN, BOB)).kind for kind in ("averted", "look")} == {"look"}  # type: ignore[arg-type]


def test_whoever_is_asked_about_an_arrow_of_a_played_level_has_reasons() -> None:
    session = Session(level("120"))
    session.do(HURT)
    session.step(30)
    found = arrows(session.frame(), Question("truth", show_all=True))
    assert {"averted", "look"} <= kinds(found)
    assert all(session.why(subject_of(arrow)) for arrow in found if arrow.kind in ASKS)


def test_arrows_need_no_window_library() -> None:
    program = (
        "import sys; sys.modules.update(pygame=None); import sandbox.session.seen.arrows, sandbox.session.why.asking"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 0


def test_no_list_of_arrows_holds_one_twice() -> None:
    session = Session(level("130"))
    session.do(HURT)
    for _ in range(8):
        session.step(10)
        for lens in ("truth", "attention", "friends", "blame", "personhood"):
            found = [arrow[:3] for arrow in arrows(session.frame(), Question(lens)) if arrow.kind != "told"]
            assert len(found) == len(set(found)), lens
            assert all(np.isfinite(arrow.strength) for arrow in arrows(session.frame(), Question(lens)))
