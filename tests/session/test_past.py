"""Going on from a moment of an earlier sitting, whose past is played again bit by bit, or is lost."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from sandbox.scenario.schema import Happening
from sandbox.session.history import thinning
from sandbox.session.moment import Moment
from sandbox.session.session import Session
from tests.scenario.small import load, small
from tests.session.play import first_difference, played

DEEDS = (Happening(do="gift", who="ann", at=2.0), Happening(do="hurt", who="bob", at=6.1))


def fresh() -> Session:
    return Session(load(small()), metered=True)


@cache
def straight(ticks: int) -> Session:
    """Return a play-through that is only looked at."""
    return played(fresh(), ticks, [deed for deed in DEEDS if deed.at * 10 < ticks])


def resumed(tick: int = 83, *, lost: bool = False) -> Session:
    session, earlier = fresh(), straight(tick)
    session.resume(earlier.moment, earlier.commands, lost=lost)
    return session


def kept(session: Session) -> list[int]:
    return [moment.tick for moment in session._branches.current.kept]


def test_play_goes_on_from_the_moment_with_the_people_of_the_tick_before() -> None:
    session = resumed()
    assert (session.tick, session.latest_tick, session.earliest_tick) == (83, 83, 0)
    assert session.commands == straight(83).commands
    assert (session.frame().before.x == straight(82).world.people.x).all()
    session.step(20)
    assert first_difference(session.world, straight(103).world) == ""
    assert kept(session) == [0, 83, 90, 100]


def test_the_past_is_filled_in_bit_by_bit() -> None:
    session, calls = resumed(), 1
    while not session.fill(0.0):
        calls += 1
    assert calls == 83
    assert session.fill(0.0)
    assert kept(session) == [0, 10, 20, 30, 40, 50, 60, 70, 80, 83]
    assert (session.tick, session.earliest_tick) == (83, 0)
    assert np.array_equal(session.history.series("suffering"), straight(83).history.series("suffering"))
    session.seek(45)
    assert first_difference(session.world, straight(45).world) == ""


def test_what_is_not_filled_in_yet_can_be_gone_to() -> None:
    session = resumed()
    session.fill(0.0)
    assert np.isnan(session.history.series("suffering")).any()
    while not session.seek(70, within=0.0):
        session.fill(0.0)
    assert first_difference(session.world, straight(70).world) == ""
    session.seek(95)
    assert first_difference(session.world, straight(95).world) == ""


def test_a_past_that_leads_elsewhere_is_given_up() -> None:
    session, earlier = fresh(), straight(83)
    session.resume(Moment.first(earlier.world), ())
    session.step(10)
    session.seek(50)
    while not session.fill(0.0):
        assert session.earliest_tick == 0
    assert (session.tick, session.earliest_tick) == (83, 83)
    assert np.isnan(session.history.series("suffering")[:83]).all()
    session.seek(20)
    session.seek(session.tick - 1)
    assert session.tick == 83
    assert first_difference(session.world, earlier.world) == ""


def test_a_past_that_is_lost_is_not_played() -> None:
    session = resumed(lost=True)
    assert session.fill(0.0)
    assert session.earliest_tick == 83
    session.step(30)
    session.seek(10)
    assert session.tick == 83
    session.seek(110)
    assert first_difference(session.world, straight(110).world) == ""
    assert kept(session)[0] == 83


def test_a_branch_that_goes_on_from_a_lost_past_has_none_either_but_a_new_start_has() -> None:
    session = resumed(lost=True)
    session.step(30)
    session.seek(90)
    session.do(Happening(do="gift", who="cy"))
    session.step(5)
    assert session.earliest_tick == 83
    assert len(session.branches) == 2
    session.restart()
    assert session.earliest_tick == 0
    session.step(120)
    assert len(session.branches) == 3
    session.choose(1, 0)
    assert session.tick == 83


def test_however_little_room_there_is_the_moment_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thinning, "MOST", 40_000)
    session = resumed()
    session.step(60)
    while not session.fill(0.0):
        pass
    assert len(kept(session)) < 8
    assert 83 in kept(session)


@pytest.mark.parametrize("to", [40, 90])
def test_a_branch_that_begins_while_the_past_is_filled_in_is_right(to: int) -> None:
    session = resumed()
    session.step(20)
    for _ in range(30):
        session.fill(0.0)
    session.seek(to)
    session.do(Happening(do="gift", who="cy"))
    session.step(10)
    digest = session.world.digest()
    while not session.fill(0.0):
        pass
    session.seek(5)
    assert first_difference(session.world, straight(5).world) == ""
    session.seek(to + 10)
    assert session.world.digest() == digest
    again = played(fresh(), to + 10, session.commands)
    assert first_difference(session.world, again.world) == ""
