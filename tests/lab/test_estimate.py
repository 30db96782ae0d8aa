"""Tests of estimates and their intervals, against published ones."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.lab.estimate import (
    Band,
    Estimate,
    at_least,
    at_most,
    average,
    correlation,
    effect_size,
    minus,
    over,
    wilson,
)

NIL = Estimate(0.0, 0.0, 0.0)
NEWCOMBE_1998 = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0, 0.1611),
    (1, 29, 0.0061, 0.1718),
]
"""Table I of Newcombe, Statistics in Medicine 17:857, method 3."""


@pytest.mark.parametrize(("shown", "runs", "low", "high"), NEWCOMBE_1998)
def test_the_interval_is_the_published_one(shown: int, runs: int, low: float, high: float) -> None:
    assert wilson(shown, runs) == pytest.approx((shown / runs, low, high), abs=5e-5)


@given(st.integers(1, 500), st.data())
def test_the_interval_holds_the_share_and_mirrors(runs: int, data: st.DataObject) -> None:
    shown = data.draw(st.integers(0, runs))
    share, low, high = wilson(shown, runs)
    assert 0 <= low <= share <= high <= 1
    assert wilson(runs - shown, runs) == pytest.approx((1 - share, 1 - high, 1 - low))


@pytest.mark.parametrize(("shown", "runs"), [(0, 0), (3, 2), (-1, 2)])
def test_what_is_no_share_is_refused(shown: int, runs: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        wilson(shown, runs)


def test_a_band_holds_its_ends() -> None:
    assert [Band(0.8, 1).holds(value) for value in (0.79, 0.8, 1, 1.1)] == [False, True, True, False]
    assert (at_least(0.5).holds(math.inf), at_most(0.5).holds(0.6), at_most(0.5).holds(math.nan)) == (1, 0, 0)


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 10), 0.6075, 1.0),
        ((5, 56), (0, 29), -0.0381, 0.1926),
    ],
)
def test_a_difference_of_shares_has_newcombes_interval(
    one: tuple[int, int], other: tuple[int, int], low: float, high: float
) -> None:
    """Table II of Newcombe, Statistics in Medicine 17:873 (1998), method 10."""
    found = minus(wilson(*one), wilson(*other))
    assert found == pytest.approx((one[0] / one[1] - other[0] / other[1], low, high), abs=1e-4)


def test_a_difference_of_means_has_the_interval_of_independent_errors() -> None:
    found = minus(average(3.0, 2.0, 100), average(1.0, 1.0, 25))
    assert found == pytest.approx((2.0, 2 - 1.96 * 0.08**0.5, 2 + 1.96 * 0.08**0.5), abs=1e-4)


def test_a_ratio_of_means_has_fiellers_interval() -> None:
    """With symmetric parts MOVER-R is Fieller's interval: the roots of (6 - r·4)² = z²(0.3² + r²·0.2²)."""
    one, other = average(6.0, 3.0, 100), average(4.0, 2.0, 100)
    found = over(one, other)
    for end in found[1:]:
        assert (6 - end * 4) ** 2 == pytest.approx(1.959964**2 * (0.09 + end**2 * 0.04), rel=1e-5)
    assert found.low < found.value < found.high
    assert over(minus(NIL, one), minus(NIL, other)) == pytest.approx(found)


def test_a_ratio_to_what_may_be_nothing_has_no_bounds() -> None:
    assert over(average(1.0, 1.0, 100), average(0.1, 1.0, 100)) == (pytest.approx(10.0), -math.inf, math.inf)
    assert math.isnan(over(average(1.0, 1.0, 100), NIL).value)


def test_an_effect_size_is_that_of_hedges_and_olkin() -> None:
    assert effect_size((1.0, 4.0, 50), (0.0, 4.0, 50)) == pytest.approx((0.5, 0.5 - 0.3980, 0.5 + 0.3980), abs=1e-3)
    assert math.isnan(effect_size((1.0, 0.0, 5), (1.0, 0.0, 5)).value)


def test_a_correlation_has_fishers_interval() -> None:
    assert correlation(0.5, 28) == pytest.approx((0.5, 0.1553, 0.7356), abs=1e-3)
    assert correlation(0.5, 3) == (0.5, -1.0, 1.0)
