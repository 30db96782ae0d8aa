"""Curves that are the same everywhere."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.engine.curves import exponential, part, positive, share, squash, valence

number = st.floats(-1e6, 1e6)


@given(st.floats(-60, 0))
def test_exponential_is_near_the_true_one_and_never_above_it(value: float) -> None:
    near = float(exponential(np.array(value)))
    assert near == pytest.approx(math.exp(value), abs=0.005)
    assert 0 < near <= math.exp(value) * (1 + 1e-9)


@given(st.floats(-200, 0), st.floats(-200, 0))
def test_exponential_keeps_order_and_never_reaches_zero(one: float, other: float) -> None:
    low, high = exponential(np.array(sorted((one, other))))
    assert 0 < low <= high <= 1


def test_exponential_gives_the_same_bits_everywhere() -> None:
    assert exponential(np.array([0.0, -1.0, -2.5])).tolist() == [1.0, 0.3649865242439074, 0.078070879996662]


@given(number, number)
def test_squash_keeps_sign_and_order_within_one(one: float, other: float) -> None:
    low, high = squash(np.array(sorted((one, other))))
    assert -1 < low <= high < 1
    assert np.sign(squash(np.array(one))) == np.sign(one)


@given(number)
def test_clipping_leaves_alone_what_fits(value: float) -> None:
    values = np.array(value)
    assert share(values) == (value if 0 <= value <= 1 else value > 1)
    assert valence(values) == (value if -1 <= value <= 1 else math.copysign(1, value))
    assert positive(values) - positive(-values) == value


def test_a_tick_covers_its_part_of_a_time_constant_and_never_more_than_all() -> None:
    assert part(2.0) == pytest.approx(0.05)
    assert part(0.01) == 1
