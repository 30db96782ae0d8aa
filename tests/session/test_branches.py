"""Whoever acts in the past keeps the old future, and every branch is what its commands make of it."""

from __future__ import annotations

import numpy as np
import pytest

from sandbox.scenario.schema import Happening
from sandbox.session import session as session_module
from sandbox.session.history import branches as branches_module
from sandbox.session.session import Session
from sandbox.session.why.cards import Subject
from tests.scenario.small import load, small
from tests.session.play import HURT, first_difference, fresh, level, played, replayed, straight

GIFT = Happening(do="gift", who="ann")
PRAISE = Happening(do="praise", who="bob")
SWITCH = Happening(do="switch", drive="sympathy", on=False)
LEVEL = small(tools={"gift": 2})


def ids(session: Session) -> list[int]:
    return [branch.id for branch in session.branches]


def acted_in_the_past() -> Session:
    session = straight(60, Happening(do="gift", who="ann", at=1.0), Happening(do="gift", who="ann", at=5.5))
    session.seek(45)
    session.do(Happening(do="gift", who="cy"))
    session.step(20)
    return session


def test_acting_in_the_past_keeps_the_old_future_as_a_branch() -> None:
    session = acted_in_the_past()
    assert [command.at for command in session.commands] == [1.0, 4.5]
    now, old = session.branches
    assert (now.id, now.latest_tick, now.commands) == (2, 65, session.commands)
    assert (old.id, old.latest_tick, old.parent, old.fork) == (1, 60, 2, 45)
    assert [command.at for command in old.commands] == [1.0, 5.5]
    assert first_difference(session.world, replayed(now, 65).world) == ""
    session.choose(old.id, 60)
    assert session.commands == old.commands
    assert (session.tick, session.latest_tick) == (60, 60)
    assert first_difference(session.world, replayed(old, 60).world) == ""
    session.choose(now.id, 65)
    assert first_difference(session.world, replayed(now, 65).world) == ""


def test_acting_at_the_end_only_makes_the_branch_longer() -> None:
    session = straight(30, GIFT)
    session.do(PRAISE)
    session.step(5)
    assert ids(session) == [1]


def test_what_is_the_beginning_of_another_branch_is_not_listed() -> None:
    session = straight(30)
    session.seek(20)
    session.do(GIFT)
    session.step(20)
    assert ids(session) == [2, 1]
    session.seek(30)
    session.do(PRAISE)
    session.step(2)
    assert ids(session) == [3, 1, 2]
    session.choose(1, 10)
    session.do(GIFT)
    session.step(5)
    assert ids(session) == [4, 1, 2, 3]
    session.choose(4, 15)
    place = session.place()
    session.do(PRAISE)
    session.go_to(place)
    session.choose(3, 30)
    assert ids(session) == [3, 1, 2, 5]


def test_starting_anew_keeps_what_was_played() -> None:
    session = straight(30, GIFT, Happening(do="switch", drive="sympathy", on=False, at=2.0))
    session.restart()
    assert (session.tick, session.commands, session.latest_tick, session.off) == (0, (), 0, {"sympathy"})
    assert session.off_at_first == {"sympathy"}
    now, old = session.branches
    assert (old.id, old.off_at_first, old.latest_tick, old.parent, old.fork) == (1, frozenset(), 30, None, 0)
    session.step(30)
    assert first_difference(session.world, played(fresh(off={"sympathy"}), 30).world) == ""
    session.choose(1, 30)
    assert first_difference(session.world, replayed(old, 30).world) == ""
    assert session.off_at_first == frozenset()
    session.choose(now.id, 30)
    assert first_difference(session.world, played(fresh(off={"sympathy"}), 30).world) == ""


def test_starting_anew_where_nothing_was_played_makes_no_branch() -> None:
    session = fresh()
    session.restart()
    session.restart()
    assert ids(session) == [1]


def test_acting_after_starting_anew_goes_another_way_than_what_was_played() -> None:
    session = straight(20)
    session.restart()
    session.do(HURT)
    session.step(3)
    assert first_difference(session.world, replayed(session.branches[0], 3).world) == ""


def test_a_branch_has_a_name_and_can_be_deleted_and_brought_back() -> None:
    session = acted_in_the_past()
    session.rename(1, "two gifts")
    assert session.branches[1].name == "two gifts"
    listed = session.branches
    gone = session.delete(1)
    assert ids(session) == [2]
    with pytest.raises(KeyError):
        session.choose(1, 0)
    session.bring_back(gone)
    assert session.branches == listed
    session.delete(1)
    session.go_to(gone)
    assert session.tick == 60
    assert ids(session) == [1, 2]
    with pytest.raises(ValueError, match="1"):
        session.delete(1)


def test_what_is_left_of_a_tool_is_counted_on_each_branch() -> None:
    session = Session(load(LEVEL))
    session.step(10)
    session.do(GIFT)
    session.step(10)
    session.do(GIFT)
    session.step(10)
    assert session.remaining("gift") == 0
    session.seek(15)
    assert session.remaining("gift") == 1
    place = session.place()
    session.do(GIFT)
    assert session.remaining("gift") == 0
    session.choose(1, 5)
    assert session.remaining("gift") == 2
    session.go_to(place)
    assert session.remaining("gift") == 1


def test_the_meters_follow_the_branch() -> None:
    session = fresh(metered=True)
    session.step(40)
    first = session.history.series("suffering").copy()
    session.seek(20)
    session.do(HURT)
    session.step(30)
    second = session.history.series("suffering").copy()
    assert (len(first), len(second)) == (41, 51)
    assert (first[:21] == second[:21]).all()
    assert second[25] > first[25]
    session.choose(1, 30)
    assert np.array_equal(session.history.series("suffering"), first)
    session.choose(2, 50)
    assert np.array_equal(session.history.series("suffering"), second)


def test_of_very_many_branches_the_oldest_without_a_name_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(branches_module, "MOST", 3)
    session = straight(12)
    session.rename(1, "first")
    for tick in range(10, 3, -1):
        session.seek(tick)
        session.do(GIFT)
        session.step(3)
    assert ids(session) == [8, 1, 5, 6, 7]


def test_a_branch_of_which_no_moment_is_kept_is_played_again() -> None:
    old = acted_in_the_past().branches[1]
    session = fresh()
    branch = session.add_branch(old.commands, old.latest_tick, old.off_at_first, "from a file")
    assert [(one.name, one.latest_tick) for one in session.branches] == [("", 0), ("from a file", 60)]
    session.choose(branch, 60)
    assert first_difference(session.world, replayed(old, 60).world) == ""


def test_nobody_is_told_the_reasons_of_another_branch() -> None:
    bob, ann = Subject("person", 1), Subject("person", 0)
    session = Session(level("look-away"))
    session.step(30)
    start = session.place()
    for deed in (HURT, Happening(do="praise", who="bob"), Happening(do="gift", who="bob")):
        session.go_to(start)
        session.do(deed)
        session.step(25)
    ticks = (55, 33, 48, 55, 40)
    alone: dict[tuple[int, int], object] = {}
    for branch in session.branches:
        other = Session(level("look-away"))
        for tick in sorted(set(ticks)):
            played(other, tick, [deed for deed in branch.commands if deed.at * 10 >= other.tick])
            alone[branch.id, tick] = other.why(bob), other.why(ann), other.frame().recent
    for tick in ticks:
        for branch in session.branches:
            session.choose(branch.id, tick)
            assert (session.why(bob), session.why(ann), session.frame().recent) == alone[branch.id, tick]
    assert len({repr(alone[branch.id, 33]) for branch in session.branches}) > 1


def test_branches_of_an_earlier_sitting_begin_with_the_first_moment_that_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session, built = straight(20), []
    build = session_module.build_world
    monkeypatch.setattr(session_module, "build_world", lambda *what, **how: built.append(1) or build(*what, **how))
    for number in range(3):
        session.add_branch((GIFT,), 20 + number)
        session.add_branch((PRAISE,), 20 + number, {"sympathy"})
    assert len(built) == 1
    for branch in session.branches[1:]:
        session.choose(branch.id, branch.latest_tick)
        assert first_difference(session.world, replayed(branch, branch.latest_tick).world) == ""
