"""Elbow room: nobody hides behind anybody, and nobody is drawn far from where she is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.view.elbows import CROWD, FARTHEST, spread

SIZE = 50
SPOTS = st.lists(st.tuples(st.floats(0, 400), st.floats(0, 400)), min_size=1, max_size=20)


def columns(spots: list[tuple[float, float]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([x for x, _ in spots]), np.array([y for _, y in spots])


@given(SPOTS)
def test_nobody_is_drawn_farther_off_than_half_a_body_or_so(spots: list[tuple[float, float]]) -> None:
    x, y = columns(spots)
    new_x, new_y = spread(x, y, SIZE)
    assert np.isfinite(new_x).all()
    assert (np.hypot(new_x - x, new_y - y) <= FARTHEST * SIZE + 1e-9).all()


def test_people_on_one_spot_are_drawn_apart() -> None:
    x, _ = spread(np.full(2, 100.0), np.full(2, 100.0), SIZE)
    assert abs(x[1] - x[0]) > SIZE / 2


def test_people_who_have_room_are_drawn_where_they_are() -> None:
    x, y = spread(np.array([0.0, 100.0]), np.array([0.0, 80.0]), SIZE)
    assert (*x, *y) == pytest.approx((0, 100, 0, 80))


def test_a_large_crowd_is_left_alone() -> None:
    x = np.zeros(CROWD + 1)
    assert spread(x, x, SIZE)[0] is x
