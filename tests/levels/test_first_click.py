"""The first level leads on from whomever the first click hits, not from one person only."""

from __future__ import annotations

import pytest

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.library import level_files
from sandbox.scenario.load import load_level
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session


@pytest.mark.parametrize("who", ["bob", "dee"])
def test_once_all_are_glad_again_those_who_are_to_be_blamed_come_in(who: str) -> None:
    level = load_level(level_files()[0])
    session, rex = Session(level), [person.id for person in level.people].index("rex")
    session.do(Happening(do="hurt", who=who))
    while not session.world.people.present[rex] and session.tick < 60 * TICKS_PER_SECOND:
        session.step()
        if session.tick == 12 * TICKS_PER_SECOND:
            session.do(Happening(do="gift", who=who))
    assert session.world.people.present[rex]
    assert session.outcome() == "open"
