"""Tests of estimators: which values they read, and which they leave out."""

from __future__ import annotations

import math

import numpy as np
import pytest

from sandbox.lab.estimators import (
    correlation,
    difference,
    effect_size,
    mean,
    ratio,
    share,
    share_of,
)

NAN = math.nan
SOME = {
    "yes": np.array([1.0, 1.0, 1.0, 0.0, NAN]),
    "no": np.array([0.0, 0.0, 1.0, 0.0]),
    "x": np.array([1.0, 2.0, 3.0, NAN, 5.0]),
    "y": np.array([2.0, 4.0, 7.0, 1.0, NAN]),
    "none": np.array([NAN, NAN]),
    "same": np.array([2.0, 2.0, 2.0]),
}


def test_shares_and_means_leave_out_what_has_nothing_to_say() -> None:
    assert share("yes").of(SOME).value == 0.75
    assert mean("x").of(SOME).value == 2.75
    assert share_of(lambda measured: measured["x"] > 2, ("x",)).of(SOME).value == 0.4


def test_parts_combine_and_keep_their_names() -> None:
    slope = difference(share("yes"), share("no"))
    assert (slope.of(SOME).value, slope.about, slope.percent) == (0.5, ("yes", "no"), True)
    halved = ratio(difference(slope, share("no")), slope)
    assert (halved.of(SOME).value, halved.about, halved.percent) == (0.5, ("yes", "no"), False)


def test_sizes_and_correlations_are_read_off() -> None:
    assert effect_size("x", "same").of(SOME).value == pytest.approx(0.75 / ((3 * 35 / 12 + 0) / 5) ** 0.5)
    assert correlation("x", "y").of(SOME).value == pytest.approx(np.corrcoef([1, 2, 3], [2, 4, 7])[0, 1])


@pytest.mark.parametrize("estimator", [share("none"), mean("none")])
def test_nothing_to_measure_is_no_number(estimator: object) -> None:
    assert math.isnan(estimator.of(SOME).value)


def test_what_does_not_vary_correlates_with_nothing() -> None:
    assert math.isnan(correlation("same", "same").of(SOME).value)
    assert math.isnan(effect_size("same", "same").of(SOME).value)
