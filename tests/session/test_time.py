"""Going back and forth in time comes out where playing straight on comes out."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.table import replaced
from sandbox.engine.tick import tick as played_on
from sandbox.lab.town import town
from sandbox.scenario.schema import Happening
from sandbox.session.keyframe import Keyframe
from sandbox.session.session import RECENT_SECONDS, UNSEEN, Session
from sandbox.session.timeline import EVERY, RECENT, SPARSER, Timeline
from tests.scenario.small import load, small
from tests.session.play import HURT, first_difference, level, played

GIFT = Happening(do="gift", who="ann")


def straight(ticks: int, *commands: Happening) -> Session:
    return played(Session(load(small())), ticks, commands)


def known(session: Session) -> list[int]:
    return [world.tick for world in session._timeline._kept]


def test_a_step_back_is_the_moment_before() -> None:
    session = straight(25)
    session.step_back()
    assert first_difference(session.world, straight(24).world) == ""
    start = Session(load(small()))
    start.step_back()
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
    assert first_difference(session.world, straight(40).world) == ""


def test_what_was_done_happens_again_after_going_back() -> None:
    gift = Happening(do="gift", who="ann", at=2.0)
    session = straight(30, gift)
    session.seek(10)
    assert session.commands == (gift,)
    session.seek(30)
    assert first_difference(session.world, straight(30, gift).world) == ""


def test_starting_anew_forgets_what_was_done() -> None:
    session = straight(30, GIFT)
    session.restart()
    assert (session.tick, session.commands, session.latest_tick) == (0, (), 0)
    assert known(session) == [0]
    session.step(30)
    assert first_difference(session.world, straight(30).world) == ""


def test_doing_something_after_going_back_drops_the_future() -> None:
    early, late = Happening(do="gift", who="ann", at=1.0), Happening(do="gift", who="ann", at=5.5)
    session = straight(60, early, late)
    assert known(session) == [0, 50]
    session.seek(45)
    assert session.latest_tick == 60
    session.do(Happening(do="gift", who="cy"))
    assert session.latest_tick == 45
    assert [command.at for command in session.commands] == [1.0, 4.5]
    assert known(session) == [0]
    session.step(20)
    again = straight(65, early, Happening(do="gift", who="cy", at=4.5))
    assert first_difference(session.world, again.world) == ""


def test_going_back_to_before_a_deed_and_doing_nothing_keeps_it() -> None:
    session = straight(0)
    session.step(20)
    session.do(GIFT)
    session.step_back()
    session.step(11)
    assert session.world.people.treat[0] > 0


def test_kept_moments_grow_sparser_with_age_but_the_first_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.session.timeline.tick", lambda world, _: replaced(world, tick=world.tick + 1))
    world = Session(load(small())).world
    timeline, ticks = Timeline(world), 2 * SPARSER * RECENT
    for _ in range(ticks):
        world = timeline.next(world, tuple)
        assert len(timeline._kept) <= 32 + 24 + 10
    moments = np.array([moment.tick for moment in timeline._kept])
    assert (moments[0], moments[-1]) == (0, ticks)
    apart = {int(gap) for gap in np.diff(moments)}
    assert apart == {EVERY, SPARSER * EVERY, SPARSER**2 * EVERY}
    assert np.diff(moments[moments > ticks - RECENT]).tolist() == [EVERY] * (RECENT // EVERY - 1)
    for to in (7, RECENT - 1, RECENT, ticks - RECENT - 1, ticks - EVERY - 1, ticks):
        past = timeline.nearest(to).tick
        assert past <= to
        assert to - past <= max(EVERY, (ticks - to) / 7)


def test_after_acting_in_the_far_past_going_back_is_quick_there_too(monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[int] = []
    monkeypatch.setattr(
        "sandbox.session.timeline.tick",
        lambda world, _: (played.append(world.tick), replaced(world, tick=world.tick + 1))[1],
    )
    world = Session(load(small())).world
    timeline = Timeline(world)
    for _ in range(100_000):
        world = timeline.next(world, tuple)
    there = 12_340
    world = timeline.nearest(there)
    while world.tick < there:
        world = timeline.next(world, tuple)
    timeline.forget_after(there)
    assert there - timeline.nearest(there - 20).tick <= EVERY + 20


def test_a_moment_of_an_earlier_sitting_is_kept_whatever_its_tick() -> None:
    session = straight(0)
    session.resume(straight(83).world, ())
    session.step(40)
    assert known(session) == [0, 83, 100]


def test_there_is_a_number_of_moments_that_are_kept_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a fifth less than an hour would take, going back becomes only a little longer."""
    monkeypatch.setattr("sandbox.session.timeline.tick", lambda world, _: replaced(world, tick=world.tick + EVERY))
    monkeypatch.setattr("sandbox.session.timeline.MOST", 67)
    world = Session(load(small())).world
    timeline, hour, counts = Timeline(world), 3600 * TICKS_PER_SECOND, []
    while world.tick < hour:
        world = timeline.next(world, tuple)
        counts += [len(timeline._kept)] if world.tick % (hour // 4) == 0 else []
    assert counts[1:] == [67] * 3
    kept = [moment.tick for moment in timeline._kept]
    for moment, gap in zip(kept, np.diff(kept), strict=False):
        assert gap <= max(EVERY, (world.tick - moment) / 6)


def test_a_kept_moment_comes_back_bit_for_bit_and_plays_on_alike() -> None:
    session = Session(level("look-away"))
    session.step(20)
    session.do(HURT)
    session.step(33)
    again = Keyframe(session.world).world()
    assert first_difference(again, session.world) == ""
    assert again.digest() == session.world.digest()
    assert all((one == other).all() for one, other in zip(again.links[1:], session.world.links[1:], strict=True))
    now = session.world
    for _ in range(20):
        again, now = played_on(again), played_on(now)
    assert again.digest() == now.digest()


def test_what_is_packed_lies_apart_from_the_small_objects_of_every_tick() -> None:
    session = Session(town(1))
    session.step(20)
    tracemalloc.start()
    keyframe = Keyframe(session.world)
    among_them, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    unpacked = sum(column.nbytes for column in vars(keyframe.world().ties).values())
    assert among_them < unpacked / 20


@pytest.mark.parametrize("stride", [5, 80])
def test_a_frame_remembers_the_last_seconds_however_seldom_it_is_taken(stride: int) -> None:
    session = Session(level("look-away"))
    session.do(HURT)
    while session.tick < 160:
        session.step(stride)
        since = session.tick - RECENT_SECONDS * 10
        assert session.frame().recent == session.world.causes.since(since, UNSEEN)
    assert session.frame().recent
    session.seek(session.tick - 20)
    assert session.frame().recent == session.world.causes.since(session.tick - RECENT_SECONDS * 10, UNSEEN)


def test_a_frame_shows_this_moment_and_the_one_before() -> None:
    session = Session(load(small()))
    session.step(20)
    session.step()
    frame = session.frame()
    assert (frame.tick, frame.people) == (21, session.world.people)
    assert (frame.before.x == straight(20).world.people.x).all()
    assert frame.latest_happening == 20


def test_the_last_second_is_kept_moment_by_moment() -> None:
    session = straight(75)
    assert [session._timeline.nearest(tick).tick for tick in (75, 74, 67, 60, 50)] == [75, 74, 67, 50, 50]
    assert first_difference(session._timeline.nearest(67), straight(67).world) == ""
