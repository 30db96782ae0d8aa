"""One moment: its fingerprint, its random numbers, and what a tick may not depend on. Property 3 of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.frozen import fields, replace
from sandbox.engine.happenings.happening import Event
from sandbox.engine.people import People
from sandbox.engine.streams import stream
from sandbox.engine.table import columns, replaced
from sandbox.engine.tick import tick
from sandbox.engine.ties import Ties
from sandbox.engine.world import World
from tests.engine.strategies import crowds, world

if TYPE_CHECKING:
    from random import Random

PAIR = {(0, 1): {}, (1, 0): {}}


def played(some: World, ticks: int) -> World:
    for _ in range(ticks):
        some = tick(some)
    return some


def test_the_same_purpose_seed_and_tick_give_the_same_numbers_and_any_other_different_ones() -> None:
    numbers = {
        key: stream(*key, 8).tolist()
        for key in ((3, 5, "choose"), (4, 5, "choose"), (3, 6, "choose"), (3, 5, "stroll"), (5, 3, "choose"))
    }
    assert stream(3, 5, "choose", 8).tolist() == numbers[3, 5, "choose"]
    assert len({tuple(values) for values in numbers.values()}) == len(numbers)
    assert stream(3, 5, "choose", 4).tolist() == numbers[3, 5, "choose"][:4]


def test_numbers_are_the_same_on_every_machine() -> None:
    assert world({"x": [5.0, 6.0]}).draw("choose", np.arange(2)).tolist() == [0.05993961951165161, 0.23598482540187493]


@pytest.mark.parametrize("table", ["people", "ties"])
def test_the_digest_changes_with_every_column_but_the_journals(table: str) -> None:
    some = world({"x": [5.0, 6.0]}, PAIR)
    for column, declared in columns(type(getattr(some, table))).items():
        values = getattr(getattr(some, table), column)
        other = values.copy()
        other.flat[-1] = other.flat[-1] + 1 if values.dtype == np.int64 else np.nextafter(other.flat[-1], 9)
        with_column = getattr(some, f"with_{table}")
        same, copied = (with_column(**{column: one}).digest() == some.digest() for one in (other, values.copy()))
        assert same == (declared.owner == "why"), column
        assert copied, column


def test_the_digest_changes_with_tick_seed_and_switches_but_not_with_records() -> None:
    some = world({"x": [5.0, 6.0]}, PAIR)
    others = [replaced(some, tick=1), replaced(some, seed=2), replaced(some, off=frozenset({"company"}))]
    assert len({other.digest() for other in (some, *others)}) == 4
    assert replaced(some, causes=some.causes.add(tick=0, kind="felt", who=0)[0]).digest() == some.digest()
    assert world({"x": [5.0, 6.0]}, PAIR).digest() == some.digest()


@given(crowds(off=True, walls=True))
@settings(max_examples=15)
def test_one_moment_has_one_next_moment_and_a_tick_writes_into_nothing(some: World) -> None:
    before = some.digest()
    one, other = played(some, 2), played(some, 2)
    assert one.digest() == other.digest()
    assert some.digest() == before


@given(crowds(least=2), st.randoms(use_true_random=False))
@settings(max_examples=15)
def test_the_order_in_which_ties_are_given_does_not_matter(some: World, chance: Random) -> None:
    order = list(range(len(some.ties)))
    chance.shuffle(order)
    shuffled = {column.name: getattr(some.ties, column.name)[..., order] for column in fields(Ties)}
    observer, target = shuffled.pop("observer"), shuffled.pop("target")
    again = World.start(
        some.people, Ties.of(observer, target, **shuffled), some.ground, some.params, seed=some.seed, off=some.off
    )
    assert played(replaced(again, tick=some.tick), 2).digest() == played(some, 2).digest()


@given(crowds(least=2, most=6))
@settings(max_examples=15)
def test_somebody_far_away_whom_nobody_knows_changes_nothing_for_the_others(some: World) -> None:
    """Draws are made for row after row, so whoever comes last leaves the draws of all others as they were."""
    wide = replaced(some, ground=replace(some.ground, width=500.0))
    joined = {
        column.name: np.concatenate([getattr(wide.people, column.name), getattr(stranger(), column.name)])
        for column in fields(People)
    }
    more = World.start(People(**joined), wide.ties, wide.ground, wide.params, seed=wide.seed, off=wide.off)
    with_her, without = played(replaced(more, tick=wide.tick), 3), played(wide, 3)
    for column in fields(People):
        theirs = getattr(with_her.people, column.name)[:-1]
        assert theirs.tolist() == getattr(without.people, column.name).tolist(), column.name
    for column in fields(Ties):
        assert getattr(with_her.ties, column.name).tolist() == getattr(without.ties, column.name).tolist(), column.name


def stranger() -> People:
    return People.of(1, x=480.0, y=6.0, home_x=480.0, home_y=6.0, wound=0.9, shown=-0.9, felt=-0.9)


def test_the_same_situation_far_apart_happens_alike_with_few_people_and_with_many() -> None:
    alone = tick(couples(1), [Event("hurt", who=1)])
    crowd = couples(300)
    crowd = tick(crowd, [Event("hurt", who=2 * couple + 1) for couple in range(300)])
    for name in ("felt", "shown", "wound", "emotion", "loneliness"):
        column = getattr(crowd.people, name).reshape(300, 2)
        assert (column == getattr(alone.people, name)).all(), name
    for name in ("believed", "attention", "clarity", "noticed", "regard", "streams"):
        assert (getattr(crowd.ties, name).reshape(-1, 300, 2) == getattr(alone.ties, name).reshape(-1, 1, 2)).all(), (
            name
        )


def couples(count: int) -> World:
    """Pairs of friends, each pair 32 m from the next, without idle glances."""
    place = np.repeat(np.arange(count) * 32.0, 2)
    columns = {"x": place + np.tile([2.0, 6.0], count), "look_x": np.tile([1.0, -1.0], count), "look_y": 0.0}
    friends = {"affinity": 0.8, "attention": 0.3}
    ties = {(2 * row, 2 * row + 1): friends for row in range(count)}
    ties |= {(2 * row + 1, 2 * row): friends for row in range(count)}
    lawn = replace(world({"x": [1.0]}).ground, width=32.0 * count)
    return world(columns, ties, lawn=lawn, glance_pull=0.0)
