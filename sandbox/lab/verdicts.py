"""What a sweep says: one verdict for each criterion, with all drives on and under each of its lesions."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.lab.experiment import WHOLE, Condition

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sandbox.lab.estimate import Band, Estimate
    from sandbox.lab.estimators import Measured
    from sandbox.lab.experiment import Criterion, Experiment, Lesion
    from sandbox.lab.sweep import Sweep


class Verdict(NamedTuple):
    """What came of one criterion under one condition."""

    experiment: str
    criterion: str
    paper: str
    """what the paper found; empty under a lesion"""
    condition: Condition
    runs: int
    """scenes of each cell"""
    estimate: Estimate
    percent: bool
    band: Band
    typical: Mapping[str, float]
    """median of each measured value that the estimate looks at; nan if it was mostly "never" """

    @property
    def passed(self) -> bool:
        """Whether the estimate lies where it has to."""
        return self.band.holds(self.estimate.value)

    @property
    def sure(self) -> bool:
        """Whether the whole interval lies in the band if the estimate does, and else all beyond the same end of it."""
        _, low, high = self.estimate
        if self.passed:
            return self.band.holds(low) and self.band.holds(high)
        return high < self.band.low or low > self.band.high


def judge(experiments: Iterable[Experiment], found: Sweep, runs: int | None = None) -> tuple[Verdict, ...]:
    """Hold what was measured against every criterion, with all drives on, then under the lesions that were played.

    Args:
        experiments: what was played.
        found: what was measured.
        runs: scenes of each cell, as in `sweep`.
    """
    return tuple(
        verdict
        for experiment in experiments
        for criterion in experiment.criteria
        for verdict in _verdicts(experiment, criterion, found, runs or experiment.runs)
    )


def _verdicts(experiment: Experiment, criterion: Criterion, found: Sweep, runs: int) -> list[Verdict]:
    measured = found[experiment.name, WHOLE]
    estimator = criterion.estimator
    whole = Verdict(
        experiment.name,
        criterion.name,
        criterion.paper,
        WHOLE,
        runs,
        estimator.of(measured),
        estimator.percent,
        criterion.band,
        _typical(measured, estimator.about),
    )
    played = [lesion for lesion in criterion.lesions if (experiment.name, lesion.condition) in found]
    return [whole, *(_lesioned(whole, criterion, lesion, found) for lesion in played)]


def _lesioned(whole: Verdict, criterion: Criterion, lesion: Lesion, found: Sweep) -> Verdict:
    estimator = lesion.estimator or criterion.estimator
    measured = found[whole.experiment, lesion.condition]
    estimate, percent = estimator.of(measured), estimator.percent
    if lesion.against is not None:
        with_it = estimator.of(found[whole.experiment, WHOLE])
        estimate, percent = lesion.against(estimate, with_it), lesion.percent
    return whole._replace(
        paper="",
        condition=lesion.condition,
        estimate=estimate,
        percent=percent,
        band=lesion.band,
        typical=_typical(measured, estimator.about),
    )


def _typical(measured: Measured, names: Iterable[str]) -> dict[str, float]:
    """Take medians, with "never" as later and more than anything."""
    medians = {name: float(np.median(np.where(np.isnan(measured[name]), np.inf, measured[name]))) for name in names}
    return {name: value if math.isfinite(value) else math.nan for name, value in medians.items()}


def plain(verdicts: Iterable[Verdict], found: Sweep) -> dict[str, object]:
    """Return everything as plain values for JSON: the verdicts, and what each scene measured."""
    verdicts = tuple(verdicts)
    return {
        "passed": all(verdict.passed for verdict in verdicts),
        "verdicts": [_plain(verdict) for verdict in verdicts],
        "measured": [
            {"experiment": name, **_condition(condition), "values": {key: _numbers(row) for key, row in values.items()}}
            for (name, condition), values in found.items()
        ],
    }


def _plain(verdict: Verdict) -> dict[str, object]:
    estimate, band = verdict.estimate, verdict.band
    return {
        "experiment": verdict.experiment,
        "criterion": verdict.criterion,
        "paper": verdict.paper,
        **_condition(verdict.condition),
        "runs": verdict.runs,
        "estimate": dict(zip(estimate._fields, _numbers(estimate), strict=True)),
        "percent": verdict.percent,
        "band": dict(zip(band._fields, _numbers(band), strict=True)),
        "typical": dict(zip(verdict.typical, _numbers(verdict.typical.values()), strict=True)),
        "passed": verdict.passed,
        "sure": verdict.sure,
    }


def _condition(condition: Condition) -> dict[str, object]:
    return {"off": list(condition.off), "settings": dict(condition.settings)}


def _numbers(values: Iterable[float]) -> list[float | None]:
    """Write what is no number, or without bound, as nothing, and zero without a sign."""
    return [float(value) + 0.0 if math.isfinite(value) else None for value in values]
