"""Makers: who makes a meter up, each with what can be asked about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

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


@pytest.mark.parametrize("name", NAMES)
def test_a_meter_names_somebody_exactly_while_it_is_not_empty(name: str) -> None:
    session, named = Session(level("next-please")), set[bool]()
    for _ in range(30):
        session.step(10)
        world = session.world
        value = getattr(Meters.of(world.people, session.moment.before, world.ties), name)
        cards = asked(session, name)
        named.add(value > 0)
        assert len(cards) <= MOST
        assert (cards[0].asks is not None) == (value > 0)
        for card in cards:
            assert text_of(f"why.{card.key}", **card.slots).endswith(".")
            assert card.asks is None or session.why(card.asks)
    assert True in named


def test_the_worst_off_comes_first() -> None:
    session = Session(level("next-please"))
    session.step(50)
    cards, felt = asked(session, "suffering"), session.world.people.felt
    assert cards[0].asks == Subject("pain", int(np.argmin(felt)))
    assert [card.who for card in cards] == sorted((card.who for card in cards), key=lambda who: felt[who])
