"""Near: the list of those who are near, against looking at every tie."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.near import SURPLUS, Near
from sandbox.engine.perceive import senses
from sandbox.engine.table import replaced
from sandbox.engine.ties import Ties
from sandbox.engine.world import World
from tests.engine.strategies import crowds, world


def spread(seed: int, count: int = 40, side: float = 90.0) -> World:
    """People all over a wide map, each with some ties."""
    chance = np.random.default_rng(seed)
    observer = np.repeat(np.arange(count), 6)
    target = (observer + 1 + np.tile(chance.permutation(count - 1)[:6], count)) % count
    x, y = chance.uniform(0, side, (2, count))
    look = chance.choice([-1.0, 1.0], count)
    some = world({"x": x, "y": y, "look_x": look, "look_y": 0.0, "shown": chance.uniform(-1, 1, count)})
    return World.start(some.people, Ties.of(observer, target), some.ground, some.params, seed=1, off=frozenset())


@given(st.integers(0, 2**16), st.floats(0, 5))
@settings(max_examples=40)
def test_an_old_list_shows_the_same_as_a_new_one_however_far_people_went(seed: int, far: float) -> None:
    some = spread(seed)
    listed = replaced(some, listed=some.near())
    chance = np.random.default_rng(seed)
    for _ in range(4):
        steps = chance.uniform(-far, far, (2, len(some.people)))
        listed = listed.with_people(x=listed.people.x + steps[0], y=listed.people.y + steps[1])
        anew = replaced(listed, listed=None)
        (old, *shown), (new, *seen) = senses(listed, listed.near()), senses(anew, anew.near())
        for one, other in zip((old.rows, *shown), (new.rows, *seen), strict=True):
            assert one.tolist() == other.tolist()
        listed = replaced(listed, listed=listed.near())


@given(crowds(least=2))
@settings(max_examples=25)
def test_only_what_is_out_of_reach_is_left_out(some: World) -> None:
    far = some.with_people(x=some.people.x * 6)
    people, ties, near = far.people, far.ties, far.near()
    distance = np.hypot(
        people.x[ties.target] - people.x[ties.observer], people.y[ties.target] - people.y[ties.observer]
    )
    for pairs, reach in ((near.senses, near.reach[0]), (near.crowded, near.reach[1])):
        assert pairs.rows.tolist() == np.flatnonzero(distance <= reach + SURPLUS).tolist()
        assert pairs.observer.tolist() == ties.observer[pairs.rows].tolist()
        assert pairs.target.tolist() == ties.target[pairs.rows].tolist()


@pytest.mark.parametrize(("steps", "same"), [(SURPLUS / 2, True), (SURPLUS / 2 + 0.01, False)])
def test_the_list_is_made_anew_when_somebody_has_gone_half_of_the_surplus(steps: float, *, same: bool) -> None:
    some = spread(3)
    near = some.near()
    moved = np.where(np.arange(len(some.people)) == 7, some.people.x + steps, some.people.x)
    some = replaced(some, listed=near).with_people(x=moved)
    assert (some.near() is near) is same


def test_other_ties_and_another_reach_need_another_list() -> None:
    some = spread(3)
    near: Near = some.near()
    others = World.start(some.people, some.ties, some.ground, some.params, seed=1, off=frozenset())
    assert replaced(others, listed=near).near() is not near
    short = some.params.with_settings({"sight_range": 12.0})
    assert len(replaced(some, listed=near, params=short).near().senses.rows) < len(near.senses.rows)
