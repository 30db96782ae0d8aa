"""What a criterion is made of: estimates that are read off the measured values of many runs by their names.

Measured values are arrays, one value for each scene, pooled over all worlds of a condition. A value of nan means that
the run has nothing to say (never, not exposed) and is left out. Shares are of values that are 0 or 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.lab import estimate
from sandbox.lab.estimate import NOTHING, Estimate

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats

Measured = Mapping[str, "Floats"]


class Estimator(NamedTuple):
    """A way from measured values to an estimate."""

    of: Callable[[Measured], Estimate]
    about: tuple[str, ...]
    """the measured values that it looks at"""
    percent: bool = False
    """whether it is written as a percentage"""


def share(name: str) -> Estimator:
    """Share of the runs in which a value is 1."""
    return Estimator(lambda measured: _share(measured[name]), (name,), percent=True)


def share_of(holds: Callable[[Measured], Bools], about: tuple[str, ...]) -> Estimator:
    """Share of the runs for which `holds` gives true, from the values named in `about`."""
    return Estimator(lambda measured: _share(holds(measured).astype(np.float64)), about, percent=True)


def mean(name: str, *, percent: bool = False) -> Estimator:
    """Mean of a value."""

    def of(measured: Measured) -> Estimate:
        average, variance, runs = _moments(measured[name])
        return estimate.average(average, variance**0.5, runs) if runs else NOTHING

    return Estimator(of, (name,), percent)


def effect_size(one: str, other: str) -> Estimator:
    """Cohen's d: how far one value lies above another that was measured in other runs."""

    def of(measured: Measured) -> Estimate:
        return estimate.effect_size(_moments(measured[one]), _moments(measured[other]))

    return Estimator(of, (one, other))


def correlation(one: str, other: str) -> Estimator:
    """Correlation of two values of the same runs."""

    def of(measured: Measured) -> Estimate:
        both = np.isfinite(measured[one]) & np.isfinite(measured[other])
        x, y = measured[one][both], measured[other][both]
        if len(x) < 2 or not x.std() * y.std() > 0:  # noqa: PLR2004 - two points make a line
            return NOTHING
        return estimate.correlation(float(np.corrcoef(x, y)[0, 1]), len(x))

    return Estimator(of, (one, other))


def difference(one: Estimator, other: Estimator) -> Estimator:
    """Difference of two estimates from different runs; also of two differences."""
    return Estimator(
        lambda measured: estimate.minus(one.of(measured), other.of(measured)), _names(one, other), one.percent
    )


def ratio(one: Estimator, other: Estimator) -> Estimator:
    """Ratio of two estimates from different runs."""
    return Estimator(lambda measured: estimate.over(one.of(measured), other.of(measured)), _names(one, other))


def _share(values: Floats) -> Estimate:
    known = _known(values)
    return estimate.wilson(round(known.sum()), len(known)) if len(known) else NOTHING


def _known(values: Floats) -> Floats:
    return values[~np.isnan(values)]


def _moments(values: Floats) -> tuple[float, float, int]:
    """Return mean, variance and number of the known values."""
    known = _known(values)
    if not len(known):
        return float("nan"), float("nan"), 0
    return float(known.mean()), float(known.var(ddof=1)) if len(known) > 1 else 0.0, len(known)


def _names(*estimators: Estimator) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in estimators for name in each.about))
