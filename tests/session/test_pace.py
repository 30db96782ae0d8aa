"""Something long is done in slices, of which none is overrun by more than its first part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.session.history import keyframe, pace
from sandbox.session.history.branches import Branches
from sandbox.session.history.pace import Pace
from sandbox.session.session import Session
from tests.scenario.small import load, small
from tests.session.play import first_difference, straight, world_at

if TYPE_CHECKING:
    from sandbox.session.history.keyframe import Keyframe
    from sandbox.session.moment import Moment


class Clock:
    """A clock that stands still but for what is done."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(pace, "perf_counter", clock)
    return clock


def parts(pace: Pace, clock: Clock, within: float, takes: float, kind: str = "play") -> int:
    """Do parts that take so long until the slice is over, and count them."""
    pace.begin(within)
    done = 0
    while done < 100 and pace.may(kind):
        clock.now += takes
        done += 1
    return done


def test_a_slice_ends_before_a_part_that_would_overrun_it(clock: Clock) -> None:
    pace = Pace()
    assert parts(pace, clock, 1.0, 0.3) == 3
    assert parts(pace, clock, 1.0, 0.3) == 3
    assert parts(pace, clock, 1.0, 0.6) == 1
    assert parts(pace, clock, 1.3, 0.6) == 2


def test_the_first_part_of_a_slice_is_always_done_and_no_other_one_too_many(clock: Clock) -> None:
    pace = Pace()
    assert parts(pace, clock, 0.0, 5.0) == 1
    assert parts(pace, clock, 0.0, 5.0) == 1
    assert parts(pace, clock, 1.0, 5.0) == 1


def test_each_kind_of_part_is_foreseen_by_its_own(clock: Clock) -> None:
    pace = Pace()
    parts(pace, clock, 1.0, 0.9, "unpack")
    pace.begin(1.0)
    assert pace.may("play")
    clock.now += 0.2
    assert pace.may("play")
    clock.now += 0.2
    assert not pace.may("unpack")


@pytest.fixture
def portions(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ticks of the keyframes of which a portion is unpacked, each time."""
    monkeypatch.setattr(keyframe, "PORTION", 2**6)
    found: list[int] = []
    unpack = Branches.unpack

    def noted(branches: Branches, wanted: Keyframe) -> Moment | None:
        moment = unpack(branches, wanted)
        found.append(wanted.tick)
        return moment

    monkeypatch.setattr(Branches, "unpack", noted)
    return found


def test_a_seek_with_no_time_unpacks_one_portion_at_a_time(portions: list[int]) -> None:
    session, calls = straight(99), 0
    session._branches._passed.forget_after(-1)
    before = session.moment
    while session.moment is before:
        assert not session.seek(51, within=0.0)
        calls += 1
        assert len(portions) == calls
    assert calls > 2
    assert session.tick == 50
    assert session.seek(51, within=0.0)
    assert first_difference(session.world, world_at(51)) == ""


def test_whoever_drags_all_the_time_sees_moments_on_the_way(portions: list[int]) -> None:
    session = straight(99)
    session._branches._passed.forget_after(-1)
    seen = set()
    for to in range(98, 0, -1):
        assert not session.seek(to, within=0.0) or to % 10 <= 1, "at most the tick after a keyframe is there at once"
        seen.add(session.tick)
    assert len(portions) > 60
    assert len(seen) > 3
    for to in (99, 35):
        session.seek(to)
        assert first_difference(session.world, world_at(to)) == ""


def test_what_was_begun_to_be_unpacked_is_left_when_the_line_is_left(portions: list[int]) -> None:
    session = straight(99)
    session._branches._passed.forget_after(-1)
    session.seek(95, within=0.0)
    session.restart()
    session.step(30)
    session._branches._passed.forget_after(-1)
    session.seek(15, within=0.0)
    session.seek(15)
    assert portions
    assert first_difference(session.world, world_at(15)) == ""


def test_a_seek_packs_what_it_passes_and_never_leaves_much_of_it_loose() -> None:
    session, loose = Session(load(small())), []
    while not session.seek(80, within=0.0):
        loose.append(sum(one.bytes == 0 for one in session._branches.current.kept))
    assert max(loose) == 2
    session.step()
    session.step()
    assert not any(one.bytes == 0 for one in session._branches.current.kept)


def test_a_whole_seek_waits_for_nothing_that_was_begun_for_another() -> None:
    session = Session(load(small()))
    session.step(60)
    session._branches._passed.forget_after(-1)
    session.seek(50, within=0.0)
    assert session.seek(22)
    assert first_difference(session.world, world_at(22)) == ""
