"""Elbow room: nobody hides behind anybody, and nobody is drawn far from where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.engine.frozen import replace
from sandbox.engine.options import INDEX as OPTION
from sandbox.engine.ties import Ties
from sandbox.view.acting.rivals import hostile
from sandbox.view.acting.separation import BEFORE, BESIDE, CROWD, FARTHEST, FRINGE, LOOSE, clear_eyes, spread, spread_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame

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


def test_two_in_view_part_even_if_a_large_crowd_is_elsewhere() -> None:
    view = pygame.Rect(0, 0, 400, 300)
    far = 400 + (FRINGE + 1) * SIZE
    x, y = np.append([200.0, 200.0], np.full(CROWD, far)), np.append([150.0, 150.0], np.full(CROWD, 150.0))
    new_x, new_y = spread_in(view, x, y, SIZE)
    assert abs(new_x[1] - new_x[0]) > SIZE / 2
    assert (new_x[2:] == far).all()
    assert (new_y[2:] == 150).all()


def test_one_more_in_a_throng_makes_nobody_leap() -> None:
    def parted(count: int) -> float:
        x, y = np.linspace(0, 100 * SIZE, count), np.zeros(count)
        x[1] = x[0]
        return float(np.diff(spread(x, y, SIZE)[0][:2])[0])

    steps = [parted(count) for count in range(LOOSE - 2, CROWD + 2)]
    assert steps[0] > SIZE / 2
    assert steps[-1] == 0
    assert max(np.abs(np.diff(steps))) < SIZE / 20


VIEW = pygame.Rect(0, 0, 400, 400)


@given(SPOTS, st.floats(0, 30))
def test_nobody_steps_farther_aside_for_anothers_eyes_than_may_be(
    spots: list[tuple[float, float]], most: float
) -> None:
    x, y = columns(spots)
    assert (np.abs(clear_eyes(VIEW, x, y, SIZE, most) - x) <= most + 1e-9).all()


@pytest.mark.parametrize("aside", [-0.4, 0.0, 0.5])
def test_whoever_stands_before_anothers_eyes_leaves_a_gap(aside: float) -> None:
    x, y = np.array([200.0, 200.0 + aside * SIZE]), np.array([200.0, 200.0 + BEFORE[0] / 2 * SIZE])
    behind, front = clear_eyes(VIEW, x, y, SIZE, SIZE)
    assert abs(front - behind) > 0.9 * BESIDE * SIZE
    assert (front > behind) == (aside >= 0)


def test_who_is_far_in_front_or_beside_stays_where_they_are() -> None:
    for across, down in ((0.0, BEFORE[1] + 0.01), (BESIDE + 0.01, 0.3)):
        x, y = np.array([200.0, 200.0 + across * SIZE]), np.array([200.0, 200.0 + down * SIZE])
        assert clear_eyes(VIEW, x, y, SIZE, SIZE) == pytest.approx(x)


def test_enemies_leave_a_lane_between_them_and_friends_do_not() -> None:
    x, y = np.array([0.0, 80.0, 160.0, 240.0]), np.zeros(4)
    sides = np.array([0, 0, 1, 1])
    drawn, _ = spread(x, y, 100, (sides[:, None] != sides).astype(float))
    alike, _ = spread(x, y, 100)
    lane, wings = drawn[2] - drawn[1], (drawn[1] - drawn[0], drawn[3] - drawn[2])
    assert lane > 115
    assert lane > 1.25 * (alike[2] - alike[1])
    assert all(70 < wing < 90 for wing in wings)


def test_enmity_goes_both_ways_and_whoever_helps_an_enemy_comes_near(small_frame: Callable[..., Frame]) -> None:
    ties = Ties.of([0, 1, 2], [1, 2, 0], affinity=[-0.8, -0.45, 0.9])
    frame = small_frame(ties)
    found = hostile(frame)
    assert found is not None
    assert found.tolist() == [[0, 1, 0], [1, 0, pytest.approx(0.5)], [0, pytest.approx(0.5), 0]]
    assert hostile(small_frame(Ties.of([0], [1], affinity=[0.9]))) is None
    people = replace(frame.people, option=np.array([OPTION["help"], 0, 0]), option_on=np.array([1, -1, -1]))
    helped = hostile(replace(frame, people=people))
    assert helped is not None
    assert helped[0, 1] == helped[1, 0] == 0
    assert helped[1, 2] == pytest.approx(0.5)
