"""Roots: what was clicked decides which record answers, and never what happens to be the newest."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, get_args

import numpy as np
import pytest
from msgspec.structs import replace

from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.scenario.schema import Happening
from sandbox.session.seen.arrows import Question, averted_looks, told, verdicts
from sandbox.session.seen.thresholds import A_PERSON, GRUDGE, PROUD, SUFFERS
from sandbox.session.seen.tie_sums import TieSums
from sandbox.session.session import Session
from sandbox.session.why.asking import subject_of
from sandbox.session.why.cards import Kind, Subject
from sandbox.session.why.roots import ROOTS
from tests.session.play import level, played

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.session.why.cards import Card

SAYS = {
    "blame": {"blamed", "despised", "told", "blames"},
    "credit": {"credited", "admired", "told", "praises"},
}


@cache
def seen() -> tuple[tuple[Frame, Subject, tuple[Card, ...]], ...]:
    """Bob is hurt in three levels; every two seconds everything is asked about that is to be seen."""
    found = []
    for name, seconds in (("half-helper", 40), ("who-threw-it", 30), ("next-please", 30)):
        session = Session(level(name))
        session.step(20)
        if name == "half-helper":
            session.do(Happening(do="hurt", who="bob"))
        while session.tick < 10 * seconds:
            session.step(20)
            frame = session.frame()
            found += [(frame, subject, session.why(subject)) for subject in visible(frame)]
    return tuple(found)


def visible(frame: Frame) -> list[Subject]:
    """All that there is to ask about."""
    people, ties, sums = frame.people, frame.ties, TieSums.of(frame)
    arrows = [*averted_looks(frame, Question()), *verdicts(frame, Question("blame")), *told(frame, Question())]
    things = np.flatnonzero(ties.personhood < A_PERSON)
    rows = {
        "pebbles": sums.pebbles,
        "stars": sums.stars,
        "pain": people.felt < SUFFERS,
        "shame": people.esteem < -PROUD,
        "pride": people.esteem > PROUD,
        "thought": [OPTIONS[option].inner for option in people.option.tolist()],
        "deed": people.option_on != NOBODY,
    }
    return [
        *map(subject_of, arrows),
        *(Subject(kind, int(who)) for kind, of in rows.items() for who in np.flatnonzero(of)),  # type: ignore[arg-type]
        *(Subject("thing", int(ties.observer[row]), int(ties.target[row])) for row in things),
    ]


def first_cards(kind: str) -> list[tuple[Frame, Subject, Card]]:
    found = [(frame, subject, cards[0]) for frame, subject, cards in seen() if subject.kind == kind]
    assert found, kind
    return found


def test_every_kind_of_question_has_a_rule_of_its_own() -> None:
    assert ROOTS.keys() == set(get_args(Kind)) - {"meter"}


@pytest.mark.parametrize("kind", ["blame", "credit"])
def test_an_arrow_is_answered_by_the_verdict_that_it_shows(kind: str) -> None:
    for _, subject, card in first_cards(kind):
        assert card.key in SAYS[kind]
        assert (card.who, card.whom) == (subject.who, subject.whom)
        assert subject.record in {NOBODY, card.cause}


@pytest.mark.parametrize(("heap", "column"), [("pebbles", "blame"), ("stars", "credit")])
def test_a_heap_is_answered_by_the_heaviest_that_lies_in_it(heap: str, column: str) -> None:
    for frame, subject, card in first_cards(heap):
        ties = frame.ties
        rows = np.flatnonzero((ties.target == subject.who) & (getattr(ties, column) > GRUDGE))
        heaviest = rows[np.argmax(getattr(ties, column)[rows])]
        assert card.key in SAYS[column]
        assert (card.who, card.whom) == (ties.observer[heaviest], subject.who)


def test_a_covered_face_is_answered_by_what_shames() -> None:
    for _, subject, card in first_cards("shame"):
        assert (card.key, card.who) == ("ashamed", subject.who)
        assert card.account is not None


def test_tears_are_answered_by_the_pain_and_where_it_comes_from() -> None:
    for _, subject, card in first_cards("pain"):
        assert card.key in {"pain", "sorrow", "chose.feign"}
        assert card.who == subject.who
    assert {len(cards) > 1 for _, subject, cards in seen() if subject.kind == "pain"} == {True}


def test_a_bubble_is_answered_by_the_thought_and_says_of_whom() -> None:
    for frame, subject, card in first_cards("thought"):
        option = OPTIONS[frame.people.option[subject.who]].name
        assert (card.key, card.who) == (f"chose.{option}", subject.who)
        assert card.whom == frame.people.option_on[subject.who] != NOBODY
        assert card.slots["whom"]


def test_a_plate_is_answered_by_how_a_thing_was_made_of_somebody() -> None:
    for _, subject, card in first_cards("thing"):
        assert card.key in {"dehumanized", "thing"}
        assert (card.who, card.whom) == (subject.who, subject.whom)


def test_what_is_told_is_answered_by_who_said_so() -> None:
    for _, subject, card in first_cards("told"):
        assert (card.key, card.cause) == ("told", subject.record)
        assert card.slots["about"]


def test_a_question_stays_with_its_event_when_that_is_over() -> None:
    session = Session(level("look-away"))
    session.step(30)
    session.do(Happening(do="hurt", who="bob"))
    while not (away := averted_looks(session.frame(), Question())):
        session.step()
    asked = subject_of(away[0])
    then = session.why(asked)
    assert asked.record == then[0].cause
    session.step(300)
    assert session.why(asked)[0] == then[0]


def test_whoever_forgave_a_little_is_still_asked_for_what() -> None:
    session = Session(level("half-helper"))
    session.step(20)
    session.do(Happening(do="hurt", who="bob"))
    session.step(150)
    row = int(np.argmax(session.world.ties.blame))
    who, whom = int(session.world.ties.observer[row]), int(session.world.ties.target[row])
    before = session.why(Subject("blame", who, whom))[0]
    ids = [person.id for person in session.level.people]
    session.do(Happening(do="apologise", who=ids[who], by=ids[whom], amount=0.3))
    session.step(5)
    assert session.world.ties.blame[row] > 0
    assert session.why(Subject("blame", who, whom))[0].key in {"blamed", "blames"}
    assert before.key == "blamed"


def asked_after(name: str, seconds: int, subject: Subject, *deeds: Happening) -> tuple[Card, ...]:
    """Ask why in a level in which things were done, each at its second."""
    return played(Session(replace(level(name), tools=None)), 10 * seconds, deeds).why(subject)


def rows(name: str) -> dict[str, int]:
    return {person.id: row for row, person in enumerate(level(name).people)}


def test_what_is_held_against_who_harms_is_the_harm_however_ill_the_harmed_are() -> None:
    who = rows("next-please")
    cards = asked_after(
        "next-please", 10, Subject("pebbles", who["carl"]), Happening(do="hurt", at=2.0, who="elsa", by="carl")
    )
    assert (cards[0].key, cards[0].whom) == ("blamed", who["carl"])
    assert (cards[-1].key, cards[-1].who, cards[-1].whom) == ("happened_by.hurt", who["elsa"], who["carl"])
    assert cards[-1].own


def test_whoever_a_label_makes_a_thing_is_one_for_the_label() -> None:
    who = rows("next-please")
    labelled = Subject("thing", who["elsa"], who["dan"])
    assert [card.key for card in asked_after("next-please", 20, labelled)] == ["thing", "hidden.label"]
    hung = Happening(do="cue", at=12.0, who="dan", cue="label", on=True)
    taken = Happening(do="cue", at=2.0, who="dan", cue="label", on=False)
    masked = Happening(do="cue", at=3.0, who="dan", cue="mask", on=True)
    assert asked_after("next-please", 20, labelled, taken, masked, hung)[-1].key == "happened.cue"


def test_who_thinks_of_a_friend_who_is_well_does_so_out_of_friendship() -> None:
    found = [cards for _, subject, cards in seen() if subject.kind == "thought" and cards[0].key == "chose.dwell"]
    glad = [cards for cards in found if cards[1].key == "felt.sympathy" and cards[1].value > 0]
    assert glad
    for cards in glad:
        assert cards[2].key == "always.likes"
        assert (cards[2].who, cards[2].whom) == (cards[0].who, cards[0].whom)


def test_who_begs_does_so_for_what_hurts() -> None:
    who = rows("only-for-a-moment")
    session = Session(replace(level("only-for-a-moment"), tools=None))
    session.step(60)
    session.do(Happening(do="hurt", who="dee", by="eve"))
    begs = []
    for _ in range(40):
        session.step()
        if OPTIONS[session.world.people.option[who["dee"]]].name == "plead":
            begs.append(session.why(Subject("deed", who["dee"])))
    assert begs
    assert all(cards[-1].key == "happened_by.hurt" for cards in begs)


def test_what_is_being_said_is_answered_by_whom_it_is_about_and_what_is_held_against_them() -> None:
    who = rows("half-helper")
    session = Session(replace(level("half-helper"), tools=None))
    session.step(20)
    session.do(Happening(do="hurt", who="bob"))
    session.step(150)
    ties = session.world.ties
    judged = int(np.argmax(ties.blame))
    teller, about = int(ties.observer[judged]), int(ties.target[judged])
    cards = session.why(Subject("saying", teller, about))
    assert [card.key for card in cards[:2]] == ["says.ill", "blamed"]
    assert all((card.who, card.whom) == (teller, about) for card in cards[:2])
    assert cards[-1].who == who["bob"]
