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


def test_nobody_loses_it_to_the_clock_while_the_last_step_is_shown() -> None:
    """All was done in time, and Lou, who has yet to hear of it, is on the way when the time of the level is up."""
    level = load_level(level_files()[0])
    session = Session(level, seed=level.seed + 2, journal=False)
    deeds = {1: "hurt", 660: "gift", 1000: "hurt", 1090: "hurt"}
    while session.outcome() == "open" and session.tick < 121 * TICKS_PER_SECOND:
        if session.tick in deeds:
            session.do(Happening(do=deeds[session.tick], who="bob"))
        session.step()
    assert session.outcome() == "won"
    assert session.tick > 118 * TICKS_PER_SECOND
