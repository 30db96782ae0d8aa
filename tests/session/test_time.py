"""Going back and forth in time comes out where playing straight on comes out."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.schema import Happening
from sandbox.session.history import passed, thinning
from sandbox.session.moment import Moment
from sandbox.session.seen.recent import RECENT_SECONDS, UNSEEN
from sandbox.session.session import Session
from tests.scenario.small import load, small
from tests.session.play import HURT, first_difference, level, straight, world_at

if TYPE_CHECKING:
    from sandbox.engine.causes import Record

GIFT = Happening(do="gift", who="ann")


DEEDS = (Happening(do="gift", who="ann", at=2.0), Happening(do="hurt", who="bob", at=7.3))
LATEST = 100


@pytest.fixture
def ticks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ticks that are played, each time that they are."""
    found: list[int] = []
    play = Moment.next
    monkeypatch.setattr(Moment, "next", lambda moment, events: (found.append(moment.tick), play(moment, events))[1])
    return found


def test_a_step_back_is_the_moment_before() -> None:
    session = straight(25)
    session.seek(session.tick - 1)
    assert first_difference(session.world, world_at(24)) == ""
    start = Session(load(small()))
    start.seek(start.tick - 1)
    assert start.tick == 0


def test_going_to_any_tick_and_on_again_is_like_playing_straight() -> None:
    session, digests = Session(load(small())), {}
    for tick in range(120):
        digests[tick] = session.world.digest()
        session.step()
    for to in (50, 0, 77, 49, 119):
        session.seek(to)
        assert session.tick == to
        assert session.world.digest() == digests[to]
    session.seek(45)
    session.step(20)
    assert session.world.digest() == digests[65]
    assert session.latest_tick == 120


def test_going_ahead_plays_on() -> None:
    session = Session(load(small()))
    session.seek(40)
    assert first_difference(session.world, world_at(40)) == ""


def test_what_was_done_happens_again_after_going_back() -> None:
    gift = Happening(do="gift", who="ann", at=2.0)
    session = straight(30, gift)
    session.seek(10)
    assert session.commands == (gift,)
    session.seek(30)
    assert first_difference(session.world, world_at(30, gift)) == ""


def test_going_back_to_before_a_deed_and_doing_nothing_keeps_it() -> None:
    session = straight(0)
    session.step(20)
    session.do(GIFT)
    session.seek(session.tick - 1)
    session.step(11)
    assert session.world.people.treat[0] > 0


@pytest.mark.parametrize("stride", [1, 5, 40])
def test_a_frame_remembers_the_last_seconds_however_seldom_it_is_taken(stride: int) -> None:
    session = Session(level("look-away"))
    session.do(HURT)
    kinds: set[str] = set()
    while session.tick < 160:
        session.step(stride)
        assert session.frame().recent == remembered(session)
        kinds |= {record.kind for record in session.frame().recent}
    assert kinds >= {"chose", "happened"}
    session.seek(session.tick - 20)
    assert session.frame().recent == remembered(session)


def remembered(session: Session) -> tuple[Record, ...]:
    """What is visible of the last seconds, and of choices those of the last tick."""
    last = session.tick - 1
    lately = session.world.causes.since(session.tick - RECENT_SECONDS * TICKS_PER_SECOND, UNSEEN)
    return tuple(record for record in lately if record.kind != "chose" or record.tick == last)


def test_a_frame_shows_this_moment_and_the_one_before() -> None:
    session = Session(load(small()))
    session.step(20)
    session.step()
    frame = session.frame()
    assert (frame.tick, frame.people) == (21, session.world.people)
    assert (frame.before.x == world_at(20).people.x).all()
    assert frame.latest_happening == 20


def test_going_to_a_kept_moment_plays_nothing_and_shows_the_one_before(ticks: list[int]) -> None:
    session = Session(load(small()))
    session.step(70)
    session._branches._passed.forget_after(-1)
    ticks.clear()
    session.seek(40)
    assert ticks == []
    assert first_difference(session.world, world_at(40)) == ""
    assert (session.frame().before.x == world_at(39).people.x).all()


def test_going_to_and_fro_near_a_place_is_a_look_up(ticks: list[int]) -> None:
    session = Session(load(small()))
    session.step(90)
    session._branches._passed.forget_after(-1)
    for times in count():
        ticks.clear()
        for to in (*range(30, 60, 4), *range(58, 29, -3)):
            session.seek(to)
            session.seek(session.tick - 1)
            session.step()
        if times:
            break
        assert 0 < len(ticks) <= 35
    assert ticks == []


def test_a_seek_with_little_time_comes_nearer_with_each_call(ticks: list[int]) -> None:
    session, far = straight(99), []
    session._branches._passed.forget_after(-1)
    ticks.clear()
    while not session.seek(58, within=0.0):
        far.append(session.tick)
    assert far == [50, *range(51, 58)]
    assert ticks == list(range(50, 58))
    assert first_difference(session.world, world_at(58)) == ""


def test_a_seek_with_little_time_beyond_all_that_was_played_arrives_as_well() -> None:
    session = Session(load(small()))
    calls = 1
    while not session.seek(30, within=0.0):
        calls += 1
    assert 30 <= calls <= 32  # A call may pack instead.
    assert first_difference(session.world, world_at(30)) == ""


def test_a_seek_that_is_broken_off_leaves_nothing_behind() -> None:
    session = straight(80)
    for to in (75, 3, 48, 12, 66):
        session.seek(to, within=0.0)
    session.seek(80)
    assert first_difference(session.world, world_at(80)) == ""


@settings(max_examples=8)
@given(tos=st.lists(st.integers(0, LATEST), min_size=1, max_size=8), tight=st.booleans(), hasty=st.booleans())
def test_no_way_of_going_through_time_changes_a_bit(tos: list[int], *, tight: bool, hasty: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if tight:
            patch.setattr(passed, "MOST", 30_000)
            patch.setattr(thinning, "MOST", 60_000)
        session = straight(LATEST, *DEEDS)
        for to in tos:
            while not session.seek(to, within=0.0 if hasty else 9.9):
                pass
            assert session.world.digest() == world_at(to, *DEEDS).digest()
