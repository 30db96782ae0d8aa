"""Worlds in a stack go the way that they go alone, bit for bit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.happen import happen
from sandbox.engine.happenings.happening import Event, Impossible
from sandbox.engine.params import Parameters, describe
from sandbox.engine.people import People
from sandbox.engine.stack import Stack
from sandbox.engine.streams import stream, streams
from sandbox.engine.table import columns, replaced
from sandbox.engine.tick import tick
from sandbox.engine.ties import Ties
from sandbox.engine.vocabulary import DRIVES
from sandbox.lab.ordinary import draws
from sandbox.lab.town import town, whim
from sandbox.scenario.build import build_world
from sandbox.scenario.ids import Ids
from sandbox.scenario.library import find_level
from sandbox.scenario.load import load_level
from sandbox.scenario.validate_happenings import check_happening
from sandbox.session.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.engine.world import World
    from sandbox.scenario.schema import Level

LEVELS = ("open-square", "look-away", "half-helper", "next-please")
TURNED = (0.7, 0.99, 1.01, 1.3)
"""By what constants are multiplied."""


@st.composite
def _worlds(draw: st.DrawFn, *, journal: bool) -> tuple[Level, World]:
    """Draw a level and how it is played: a seed, drives that are off, constants that are other ones."""
    level = load_level(find_level(draw(st.sampled_from(LEVELS))))
    names = draw(st.lists(st.sampled_from(describe()), max_size=4, unique_by=lambda constant: constant.name))
    changed = {one.name: one.default * draw(st.sampled_from(TURNED)) for one in names}
    within = {one.name: value for one in names if one.low <= (value := changed[one.name]) <= one.high}
    params = Parameters().with_settings(within)
    off = draw(st.frozensets(st.sampled_from(DRIVES), max_size=4))
    return level, build_world(level, params, seed=draw(st.integers(0, 2**62)), off=off, journal=journal)


@st.composite
def _deeds(draw: st.DrawFn, level: Level, schedule: Schedule, world: World) -> list[Event]:
    """Draw what a player does now: something that is possible, or nothing."""
    deed = whim(level, draws(draw(st.integers(0, 1000)), "deed"))
    if any(check_happening(deed, deed.do, Ids.of(level))):
        return []
    event = schedule.event(deed)
    try:
        happen(world, event)
    except Impossible:
        return []
    return [event]


def _same(alone: World, stacked: World) -> None:
    """Check every number and every record of two worlds."""
    assert alone.digest() == stacked.digest()
    for one, other in ((alone.people, stacked.people), (alone.ties, stacked.ties)):
        for name in columns(type(one)):
            assert np.array_equal(getattr(one, name), getattr(other, name)), name
    assert alone.causes.since(0) == stacked.causes.since(0)


@pytest.mark.parametrize("journal", [True, False])
@settings(max_examples=4, deadline=None)
@given(data=st.data())
def test_worlds_go_the_way_that_they_go_alone(journal: bool, data: st.DataObject) -> None:  # noqa: FBT001
    played = data.draw(st.lists(_worlds(journal=journal), min_size=1, max_size=3))
    schedules = [Schedule(level) for level, _ in played]
    alone = [world for _, world in played]
    stack = Stack.of(alone)
    for now in range(25):
        events = [list(schedule.due(now, ())) for schedule in schedules]
        if now in {3, 14}:
            for number, (level, _) in enumerate(played):
                events[number] += data.draw(_deeds(level, schedules[number], alone[number]))
        alone = [tick(world, of_world) for world, of_world in zip(alone, events, strict=True)]
        stack = stack.next(events)
    for world, stacked in zip(alone, stack.worlds(), strict=True):
        _same(world, stacked)


@pytest.mark.parametrize("name", ["half-helper", "next-please"])
def test_every_constant_and_every_drive_may_be_another_one_in_each_world(name: str) -> None:
    level = load_level(find_level(name))
    slower = {one.name: value for one in describe() if one.low <= (value := one.default * 1.03) <= one.high}
    plain, changed = Parameters(), Parameters().with_settings(slower)
    alone = [build_world(level, changed, seed=2, off=frozenset(), journal=True)]
    alone += [build_world(level, plain, seed=3, off=frozenset({drive}), journal=True) for drive in DRIVES]
    stack, schedule = Stack.of(alone), Schedule(level)
    for now in range(18):
        events = [*schedule.due(now, ()), *([Event("hurt", 1), Event("praise", 2)] if now == 1 else [])]
        alone = [tick(world, events) for world in alone]
        stack = stack.next([events] * len(alone))
    for world, stacked in zip(alone, stack.worlds(), strict=True):
        _same(world, stacked)


def test_a_crowd_and_a_level_stand_in_one_stack() -> None:
    levels = [town(1), load_level(find_level("look-away"))]
    worlds = [build_world(level, Parameters(), seed=3, off=frozenset(), journal=True) for level in levels]
    stack, hurts = Stack.of(worlds), [[Event("hurt", 7)], [Event("hurt", 1)]]
    alone = [tick(world, hurt) for world, hurt in zip(worlds, hurts, strict=True)]
    stack = stack.next(hurts)
    for _ in range(30):
        alone, stack = [tick(world) for world in alone], stack.next()
    for world, stacked in zip(alone, stack.worlds(), strict=True):
        _same(world, stacked)


def test_nobody_comes_to_know_anybody_of_another_world() -> None:
    world = _two_who_meet()
    stack = Stack.of([world] * 3)
    for _ in range(15):
        stack = stack.next()
    assert stack.ties.observer.tolist() == [0, 1, 2, 3, 4, 5]
    assert stack.ties.target.tolist() == [1, 0, 3, 2, 5, 4]


def test_a_switch_is_turned_in_one_world_only() -> None:
    stack = Stack.of([_two_who_meet()] * 2).next([[Event("switch", drive="gossip", on=False)], []])
    assert [world.off for world in stack.worlds()] == [frozenset({"gossip"}), frozenset()]


def test_what_cannot_be_is_refused_as_in_a_world_alone() -> None:
    with pytest.raises(Impossible):
        Stack.of([_two_who_meet()]).next([[Event("news", 0, about=0)]])


def test_worlds_that_do_not_fit_together_are_not_stacked() -> None:
    world = _two_who_meet()
    for worlds in ([], [world, tick(world)], [world, replaced(world, journal=False)]):
        with pytest.raises(ValueError, match="all at the same tick"):
            Stack.of(worlds)


def test_random_numbers_of_many_worlds_are_those_of_each() -> None:
    seeds, ticks = [0, 5, 2**63 - 1], [0, 7, 10**7]
    together = streams(np.array(seeds, np.uint64), np.array(ticks, np.uint64), "choose", 13)
    for row, now in zip(together, ticks, strict=True):
        for numbers, seed in zip(row, seeds, strict=True):
            assert np.array_equal(numbers, stream(seed, now, "choose", 13))


def test_who_is_not_there_changes_nothing_for_the_others() -> None:
    world, with_one_more = _square(4), _square(5, absent=4)
    hurt = [Event("hurt", 1)]
    world, with_one_more = tick(world, hurt), tick(with_one_more, hurt)
    for _ in range(60):
        world, with_one_more = tick(world), tick(with_one_more)
    for name, kind in columns(People).items():
        if kind.owner != "why":
            assert np.array_equal(getattr(world.people, name), getattr(with_one_more.people, name)[:4]), name
    assert np.array_equal(world.ties.target, with_one_more.ties.target)


def _two_who_meet() -> World:
    return _square(2)


def _square(count: int, absent: int | None = None) -> World:
    """Put strangers close to one another who have nobody in mind yet."""
    x, y = np.arange(count) * 2.0 + 5.0, np.full(count, 6.0)
    present = [int(number != absent) for number in range(count)]
    people = People.of(count, x=x, y=y, home_x=x, home_y=y, present=present)
    level = load_level(find_level("look-away"))
    world = build_world(level, Parameters(), seed=1, off=frozenset(), journal=True)
    nobody: Sequence[int] = []
    return type(world).start(
        people, Ties.of(nobody, nobody), world.ground, Parameters(), seed=1, off=frozenset(), journal=True
    )
