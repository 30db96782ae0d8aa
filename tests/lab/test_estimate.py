"""Tests of shares and their intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.lab.estimate import Band, share_of, wilson

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


def test_a_share_counts_the_runs_that_show_it() -> None:
    estimate = share_of(lambda measured: measured["x"] > 1)
    assert estimate([{"x": 0.0}, {"x": 2.0}, {"x": 3.0}, {"x": float("nan")}]).value == 0.5


def test_a_band_holds_its_ends() -> None:
    assert [Band(0.8, 1).holds(value) for value in (0.79, 0.8, 1, 1.1)] == [False, True, True, False]
