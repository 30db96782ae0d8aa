"""What pulls: what stands behind a look away from whom one fears, or envies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.engine.people import NOBODY
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.session.why.cards import Subject
from tests.session.play import level

if TYPE_CHECKING:
    from sandbox.session.why.cards import Card


def looked_away(stage: str, gain: str, *done: Happening) -> tuple[Card, ...]:
    """Answer the first look away that something pulled to, in a level in which something has been done at first."""
    session = Session(level(stage))
    session.step(10)
    for deed in done:
        session.do(deed)
    while session.tick < 100:
        session.step()
        looks = session.frame().averted.tolist()
        for who, whom in enumerate(looks):
            cards = session.why(Subject("look", who, whom)) if whom != NOBODY else ()
            if cards and cards[0].gain == gain:
                return cards
    pytest.fail("nobody looks away for that")


def test_who_looks_away_from_fear_was_jeered_at_before() -> None:
    cards = looked_away("two-gangs", "fear", Happening(do="hurt", who="cy", by="rex"))
    assert [card.key for card in cards[:2]] == ["chose.look_away", "chose.taunt"]
    assert (cards[1].who, cards[1].whom) == (cards[0].whom, cards[0].who)


def test_who_looks_away_from_a_friend_who_is_ahead_is_like_that() -> None:
    assert looked_away("first-prize", "envy")[-1].key == "nature.envy"
