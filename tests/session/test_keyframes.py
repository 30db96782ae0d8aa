"""Which moments are kept, how, and which of them go first."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.table import replaced
from sandbox.engine.tick import tick as played_on
from sandbox.lab.town import town
from sandbox.session.history import thinning
from sandbox.session.history.branches import Branches
from sandbox.session.history.keyframe import PIECE, Keyframe
from sandbox.session.history.timeline import EVERY, SELDOM, SMALL
from sandbox.session.moment import Moment
from sandbox.session.session import Session
from tests.scenario.small import load, small
from tests.session.play import HURT, first_difference, level

HOUR = 3600 * TICKS_PER_SECOND


def nothing(moment: Moment, _commands: object) -> Moment:
    return moment.next([])


def ticks_of(branches: Branches) -> list[int]:
    return [keyframe.tick for keyframe in branches.current.kept]


@pytest.fixture
def hour(monkeypatch: pytest.MonkeyPatch) -> Branches:
    """An hour in which nothing happens, with room for few moments."""
    monkeypatch.setattr("sandbox.session.moment.tick", lambda world, _: replaced(world, tick=world.tick + EVERY))
    moment = Moment.first(Session(load(small())).world)
    monkeypatch.setattr(thinning, "MOST", 100 * Keyframe.packed(moment).bytes)
    branches = Branches(moment)
    while moment.tick < HOUR:
        moment = branches.next(moment, nothing)
        assert thinning.size([branches.current]) <= thinning.MOST
    return branches


@pytest.mark.parametrize(("small_up_to", "apart"), [(SMALL, EVERY), (1, SELDOM * EVERY)])
def test_a_small_world_is_kept_every_second_and_a_large_one_more_seldom(
    monkeypatch: pytest.MonkeyPatch, small_up_to: int, apart: int
) -> None:
    monkeypatch.setattr("sandbox.session.history.timeline.SMALL", small_up_to)
    session = Session(load(small()))
    session.step(101)
    assert ticks_of(session._branches) == list(range(0, 101, apart))


def test_of_a_small_world_every_second_of_the_last_minute_is_kept_and_every_third_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sandbox.session.history.timeline.LATELY", 60)
    session = Session(load(small()))
    session.step(175)
    kept = [*range(0, 111, 30), *range(120, 171, 10)]
    assert ticks_of(session._branches) == kept
    session._branches._passed.forget_after(-1)
    session.seek(89)
    session.seek(175)
    assert ticks_of(session._branches) == kept
    whole = Session(load(small()))
    for tick in (89, 29, 111):
        session.seek(tick)
        whole.seek(tick)
        assert first_difference(session.world, whole.world) == ""


def test_moments_grow_sparser_with_age_when_there_is_no_more_room(hour: Branches) -> None:
    kept = ticks_of(hour)
    assert (kept[0], kept[-1]) == (0, HOUR)
    assert len(kept) > 90
    for moment, gap in zip(kept, np.diff(kept), strict=False):
        assert gap <= (HOUR - moment + thinning.NEAR) / 8
    assert np.diff(kept)[-1] < np.diff(kept)[0] / 4


def test_after_acting_in_the_far_past_it_grows_denser_there(hour: Branches) -> None:
    there = HOUR // 3
    moment = hour.nearest(there)
    hour.act(moment.tick, HURT)
    for _ in range(60):
        moment = hour.next(moment, nothing)
    assert np.diff([tick for tick in ticks_of(hour) if tick >= there + 10 * EVERY]).max() <= 2 * EVERY
    hour.take(hour.place_on(1, HOUR))
    assert ticks_of(hour)[-1] == HOUR


def test_another_line_loses_its_moments_before_the_present_one_does(hour: Branches) -> None:
    moment = hour.nearest(HOUR // 2)
    hour.act(moment.tick, HURT)
    before = len(hour.find(1).kept)
    for _ in range(200):
        moment = hour.next(moment, nothing)
    assert len(hour.find(1).kept) < before
    assert thinning.size([hour.current, hour.find(1)]) <= thinning.MOST
    assert [tick for tick in ticks_of(hour) if tick > HOUR // 2]


def test_what_is_not_seen_holds_less_and_comes_back_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    session, whole = (Session(load(small())) for _ in range(2))
    for one in (session, whole):
        one.do(HURT)
        one.step(300)
    held = thinning.size([session.place().line])
    monkeypatch.setattr(thinning, "ELSEWHERE_MOST", held // 4)
    session.lighten()
    assert thinning.size([session.place().line]) <= held // 4
    for tick in (301, 255, 7):
        for one in (session, whole):
            one.seek(tick)
        assert first_difference(session.world, whole.world) == ""


def test_a_kept_moment_comes_back_bit_for_bit_and_plays_on_alike() -> None:
    session = Session(level("look-away"))
    session.step(20)
    session.do(HURT)
    session.step(33)
    kept = Keyframe.packed(session.moment).moment()
    again, before = kept.world, kept.before
    assert first_difference(again, session.world) == ""
    assert again.digest() == session.world.digest()
    links = {name: found for name, found in vars(session.world.links).items() if name != "lookup"}
    assert all(np.array_equal(getattr(again.links, name), found) for name, found in links.items())
    assert (again.links.rows(again.ties.observer, again.ties.target) == np.arange(len(again.ties))).all()
    for name, column in vars(session.moment.before).items():
        assert (getattr(before, name) == column).all()
        assert getattr(before, name).dtype == column.dtype
    now = session.world
    for _ in range(20):
        again, now = played_on(again), played_on(now)
    assert again.digest() == now.digest()


def test_a_crowd_is_packed_in_pieces_and_is_there_meanwhile() -> None:
    session = Session(town(1))
    session.step(3)
    keyframe, pieces = Keyframe(session.moment), 1
    assert (keyframe.bytes, keyframe.moment()) == (0, session.moment)
    while not keyframe.pack():
        pieces += 1
    assert pieces >= session.moment.size / PIECE / 3
    assert 0 < keyframe.bytes < session.moment.size / 2
    assert first_difference(keyframe.moment().world, session.world) == ""


def test_what_is_packed_lies_apart_from_the_small_objects_of_every_tick() -> None:
    session = Session(town(1))
    session.step(20)
    tracemalloc.start()
    keyframe = Keyframe.packed(session.moment)
    among_them, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    unpacked = sum(column.nbytes for column in vars(keyframe.moment().world.ties).values())
    assert among_them < unpacked / 20
