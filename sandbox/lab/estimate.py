"""Numbers with their 95 % intervals, and how intervals follow through differences and ratios.

Estimates that are combined have to be independent of each other, as those of different cells are. The interval of a
difference or a ratio is recovered from the intervals of its parts (MOVER: Zou & Donner 2008, Newcombe 2016), which for
two shares is Newcombe's hybrid score interval (1998), and which goes on working for differences of differences.
"""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import Final, NamedTuple

CONFIDENCE: Final = 0.95
_Z: Final = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)


class Estimate(NamedTuple):
    """A value with its 95 % interval; nan where there is nothing to estimate from."""

    value: float
    low: float
    high: float


NOTHING: Final = Estimate(math.nan, math.nan, math.nan)
"""What can be said without a single run."""


class Band(NamedTuple):
    """Where a value has to lie, both ends included; an end may be infinite."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Return whether a value lies in the band; nan never does."""
        return self.low <= value <= self.high


def at_least(low: float) -> Band:
    """Ask for `low` or more."""
    return Band(low, math.inf)


def at_most(high: float) -> Band:
    """Ask for `high` or less."""
    return Band(-math.inf, high)


def wilson(shown: int, runs: int) -> Estimate:
    """Estimate a share from `runs` yes-or-no answers by Wilson's score interval (1927), which few runs do not mislead.

    Raises:
        ValueError: if `shown` is not between 0 and `runs`, or there was no run.
    """
    if not 0 <= shown <= runs or runs < 1:
        raise ValueError(f"{shown} of {runs} is no share; count from 0 up to at least 1 run")
    share, spread = shown / runs, _Z**2 / runs
    middle = (share + spread / 2) / (1 + spread)
    reach = _Z * ((share * (1 - share) + spread / 4) / runs) ** 0.5 / (1 + spread)
    low = 0.0 if shown == 0 else middle - reach
    high = 1.0 if shown == runs else middle + reach
    return Estimate(share, low, high)


def average(mean: float, spread: float, runs: int) -> Estimate:
    """Estimate a mean from the standard deviation of `runs` values; good from about 30 runs on."""
    return _about(mean, spread / runs**0.5) if runs > 1 else Estimate(mean, -math.inf, math.inf)


def effect_size(one: tuple[float, float, int], other: tuple[float, float, int]) -> Estimate:
    """Estimate Cohen's d of two independent groups (mean, variance, runs): how many spreads `one` lies above `other`.

    The interval is the large-sample one of Hedges & Olkin (1985).
    """
    (mean1, variance1, runs1), (mean2, variance2, runs2) = one, other
    free = runs1 + runs2 - 2
    pooled = ((runs1 - 1) * variance1 + (runs2 - 1) * variance2) / free if free > 0 else 0.0
    if pooled <= 0:
        return NOTHING
    size = (mean1 - mean2) / pooled**0.5
    return _about(size, ((runs1 + runs2) / (runs1 * runs2) + size**2 / (2 * (runs1 + runs2))) ** 0.5)


def correlation(r: float, runs: int) -> Estimate:
    """Estimate a correlation by Fisher's z; without an interval from fewer than four pairs."""
    if math.isnan(r):
        return NOTHING
    if runs < 4 or abs(r) >= 1:  # noqa: PLR2004 - z has runs - 3 degrees of freedom
        return Estimate(r, -1.0, 1.0) if abs(r) < 1 else Estimate(r, r, r)
    _, low, high = _about(math.atanh(r), (runs - 3) ** -0.5)
    return Estimate(r, math.tanh(low), math.tanh(high))


def minus(one: Estimate, other: Estimate) -> Estimate:
    """Estimate the difference of two independent estimates."""
    value = one.value - other.value
    below = math.hypot(one.value - one.low, other.high - other.value)
    above = math.hypot(one.high - one.value, other.value - other.low)
    return Estimate(value, value - below, value + above)


def over(one: Estimate, other: Estimate) -> Estimate:
    """Estimate the ratio of two independent estimates; without bounds where the lower one may be 0."""
    if other.high < 0:
        return over(_negative(one), _negative(other))
    if other.value == 0 or math.isnan(other.value):
        return NOTHING
    value = one.value / other.value
    if not other.low > 0 or not math.isfinite(one.low + one.high + other.high):
        return Estimate(value, -math.inf, math.inf)
    product = one.value * other.value
    below, above = (
        max(0.0, product**2 - bound * far * (2 * one.value - bound) * (2 * other.value - far)) ** 0.5
        for bound, far in ((one.low, other.high), (one.high, other.low))
    )
    low = (product - below) / (other.high * (2 * other.value - other.high))
    return Estimate(value, low, (product + above) / (other.low * (2 * other.value - other.low)))


def _negative(estimate: Estimate) -> Estimate:
    return Estimate(-estimate.value, -estimate.high, -estimate.low)


def _about(value: float, error: float) -> Estimate:
    return Estimate(value, value - _Z * error, value + _Z * error)
