"""Walls: the grid that finds them against a plain loop over all of them."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.walls import Walls, crosses

PLACES = st.lists(st.integers(0, 12), min_size=4, max_size=4)


@given(PLACES, PLACES)
def test_a_stretch_crosses_a_wall_as_often_seen_from_either_end(stretch: list[int], wall: list[int]) -> None:
    way = np.array(stretch, np.float64).reshape(4, 1) + 0.5
    walls = np.array(wall, np.float64).reshape(4, 1)
    there, back = crosses(*way, walls), crosses(*way[[2, 3, 0, 1]], walls[[2, 3, 0, 1]])
    swapped = crosses(*walls, way)
    assert there[0] == back[0] == swapped[0]
    if there[0]:
        assert max(min(way[::2]), min(walls[::2])) <= min(max(way[::2]), max(walls[::2]))


@given(st.integers(0, 2**16), st.integers(0, 60), st.sampled_from([0.5, 3.0, 7.0, 500.0]))
@settings(max_examples=60)
def test_the_walls_near_by_are_all_that_count(seed: int, count: int, reach: float) -> None:
    """Ways begin off the map too, and walls may lie there."""
    chance = np.random.default_rng(seed)
    ends = chance.uniform(-5, 45, (count, 4))
    grid = Walls.of(ends, 40.0, 30.0)
    x, y = chance.uniform(-10, 50, (2, 80))
    turn, length = chance.uniform(0, 2 * np.pi, 80), chance.uniform(0, min(reach, 60.0), 80)
    there = x + length * np.cos(turn), y + length * np.sin(turn)
    plain = np.zeros(80, np.bool_)
    for wall in ends:
        plain |= crosses(x, y, *there, wall.reshape(4, 1))
    assert grid.cross(x, y, *there).tolist() == plain.tolist()


def test_where_there_is_no_wall_nothing_is_crossed() -> None:
    grid = Walls.of(np.empty((0, 4)), 20.0, 12.0)
    assert not grid.cross(np.zeros(3), np.zeros(3), np.full(3, 4.0), np.ones(3)).any()
