"""Besides: an answer names all that began what was asked about, and nothing that did not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec.structs import replace

from sandbox.scenario.language import text_of
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.session.why.cards import Subject, at_first
from sandbox.ui.told.why_words import sentence
from tests.scenario.small import load, small
from tests.session.play import level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.session.why.cards import Card

ANN, BOB, CY = range(3)


def _last(session: Session, subject: Subject) -> Card:
    *before, last = session.why(subject)
    assert not any(card.also for card in before)
    return last


def _hurt(session: Session, who: str, by: str | None = None) -> int:
    session.do(Happening(do="hurt", who=who, by=by))
    session.step()
    return next(record.id for record in reversed(session.world.causes.since(0)) if record.kind == "happened")


def test_blame_for_two_blows_names_both_and_no_blow_of_another() -> None:
    session = Session(load(small(happenings=[])))
    first, others, second = _hurt(session, "bob", "ann"), _hurt(session, "bob", "cy"), _hurt(session, "bob", "ann")
    last = _last(session, Subject("blame", BOB, ANN))
    assert {last.cause, *(card.cause for card in last.also)} == {first, second}
    assert others not in {card.cause for card in last.also}
    assert text_of("ui.why.also.before", told=text_of("why.you_by.hurt", **last.also[0].slots)) in sentence(last)


def test_a_pain_names_every_blow_and_a_choice_only_those_that_came_before_it() -> None:
    session = Session(level("look-away"))
    first = _hurt(session, "bob")
    choice = next(_averting(session))
    second = _hurt(session, "bob")
    pain = _last(session, Subject("pain", 0))
    assert {pain.cause, *(card.cause for card in pain.also)} == {first, second}
    look = _last(session, Subject("look", session.world.causes[choice].who, 0, choice))
    assert (look.cause, look.also) == (first, ())


def _averting(session: Session) -> Iterator[int]:
    for _ in range(300):
        session.step()
        for who in np.flatnonzero(session.frame().averted == 0).tolist():
            yield session.why(Subject("look", who, 0))[0].cause


def test_who_sorrows_for_two_is_told_to_sorrow_for_both() -> None:
    session = Session(level("look-away"))
    session.do(Happening(do="hurt", who="bob"))
    session.do(Happening(do="hurt", who="cy"))
    told = set[frozenset[int]]()
    for _ in range(60):
        session.step()
        people = session.world.people
        for who in np.flatnonzero((people.felt < -0.1) & (people.wound == 0)).tolist():
            last = _last(session, Subject("pain", who))
            told.add(frozenset({last.who, *(card.who for card in last.also)}))
    assert frozenset({0, CY}) in told


def test_who_looks_away_from_somebody_ill_and_hurt_is_told_to_do_it_for_both() -> None:
    plain = level("look-away")
    people = tuple(replace(one, body=replace(one.body, illness=0.5 * (one.id == "bob"))) for one in plain.people)
    session = Session(replace(plain, people=people))
    session.do(Happening(do="hurt", who="bob", amount=0.5))
    choice = next(_averting(session))
    last = _last(session, Subject("look", session.world.causes[choice].who, 0, choice))
    assert {last.key, *(card.key for card in last.also)} == {"happened.hurt", "ill"}


def test_whoever_strikes_somebody_ill_is_blamed_for_the_blow_alone() -> None:
    plain = load(small(happenings=[]))
    people = tuple(replace(one, body=replace(one.body, illness=0.6)) for one in plain.people)
    session = Session(replace(plain, people=people))
    _hurt(session, "bob", "ann")
    assert _last(session, Subject("blame", BOB, ANN)).also == ()


def test_whoever_is_ill_besides_is_named_in_a_word() -> None:
    small_level = load(small(happenings=[]))
    ill, other = at_first(small_level, "ill", ANN), at_first(small_level, "ill", BOB)
    said = sentence(replace(ill, also=(other,)))
    assert said == f"{text_of('why.ill', who='Ann')} {text_of('ui.why.also.ill', who='Bob')}"
