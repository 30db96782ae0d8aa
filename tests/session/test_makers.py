"""Makers: who makes a meter up, each with what can be asked about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.people import NOBODY
from sandbox.scenario.language import text_of
from sandbox.session.seen.meters import NAMES, Meters
from sandbox.session.session import Session
from sandbox.session.why.cards import Subject
from sandbox.session.why.makers import MAKERS, MOST
from tests.session.play import level

if TYPE_CHECKING:
    from sandbox.session.why.cards import Card


def asked(session: Session, name: str) -> tuple[Card, ...]:
    """Ask who makes a meter up."""
    return session.why(Subject("meter", NOBODY, meter=name))


def test_every_meter_is_made_up_by_somebody() -> None:
    assert MAKERS.keys() == set(NAMES)


def test_a_meter_names_somebody_exactly_while_it_is_not_empty() -> None:
    session, named = Session(level("next-please")), set[str]()
    for _ in range(15):
        session.step(20)
        world = session.world
        meters = Meters.of(world.people, session.moment.before, world.ties)
        for name in NAMES:
            cards, empty = asked(session, name), getattr(meters, name) <= 0
            named |= set() if empty else {name}
            assert len(cards) <= MOST
            assert (cards[0].asks is None) == empty, (name, session.tick)
            for card in cards:
                assert text_of(f"why.{card.key}", **card.slots).endswith(".")
                assert card.asks is None or session.why(card.asks), (name, session.tick)
    assert named == {*NAMES}


def test_the_worst_off_comes_first() -> None:
    session = Session(level("next-please"))
    session.step(50)
    cards, felt = asked(session, "suffering"), session.world.people.felt
    assert cards[0].asks == Subject("pain", int(np.argmin(felt)))
    assert [card.who for card in cards] == sorted((card.who for card in cards), key=lambda who: felt[who])
