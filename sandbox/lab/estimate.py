"""What many seeds say about one number, and how sure that is."""

from __future__ import annotations

from statistics import NormalDist
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Measured = Mapping[str, float]

CONFIDENCE: Final = 0.95
_Z: Final = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)


class Estimate(NamedTuple):
    """A value with its 95 % interval."""

    value: float
    low: float
    high: float


class Band(NamedTuple):
    """Where a value has to lie, both ends included."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Tell whether a value lies in the band."""
        return self.low <= value <= self.high


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


def share_of(shows: Callable[[Measured], bool]) -> Callable[[Sequence[Measured]], Estimate]:
    """Make an estimate of the share of runs that show something."""

    def estimate(runs: Sequence[Measured]) -> Estimate:
        return wilson(sum(shows(measured) for measured in runs), len(runs))

    return estimate
