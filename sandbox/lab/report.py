"""What a sweep says: one verdict for each criterion and condition, as a table or as plain values."""

from __future__ import annotations

import math
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from sandbox.scenario.catalogue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sandbox.lab.estimate import Band, Estimate, Measured
    from sandbox.lab.experiment import Criterion, Experiment, Lesion
    from sandbox.lab.sweep import Sweep


class Verdict(NamedTuple):
    """What came of one criterion under one condition."""

    experiment: str
    criterion: str
    lesion: Lesion
    runs: int
    estimate: Estimate
    band: Band
    typical: Mapping[str, float]
    """median of each measured value that the criterion looks at; nan if it was mostly "never" """

    @property
    def passed(self) -> bool:
        """Whether the estimate lies where it has to."""
        return self.band.holds(self.estimate.value)


def judge(experiments: Iterable[Experiment], found: Sweep) -> tuple[Verdict, ...]:
    """Hold what was measured against every criterion, first with all drives on, then under its lesions."""
    return tuple(
        _verdict(experiment, criterion, lesion, found[experiment.name, lesion])
        for experiment in experiments
        for criterion in experiment.criteria
        for lesion in ((), *criterion.lesions)
    )


def _verdict(experiment: Experiment, criterion: Criterion, lesion: Lesion, runs: Sequence[Measured]) -> Verdict:
    return Verdict(
        experiment.name,
        criterion.name,
        lesion,
        len(runs),
        criterion.estimate(runs),
        criterion.lesioned if lesion else criterion.whole,
        {name: _typical([measured[name] for measured in runs]) for name in criterion.about},
    )


def _typical(values: Sequence[float]) -> float:
    """Take the median, with "never" as later and more than anything."""
    middle = median(math.inf if math.isnan(value) else value for value in values)
    return middle if math.isfinite(middle) else math.nan


def table(verdicts: Sequence[Verdict]) -> str:
    """Lay verdicts out as a table that reads well in a terminal and in Markdown."""
    heads = [say(f"experiment.head.{name}") for name in ("level", "finding", "drives", "share", "interval", "asked")]
    heads += [say("experiment.head.typical"), say("experiment.head.verdict")]
    rows = [_row(verdict) for verdict in verdicts]
    widths = [max(len(row[column]) for row in [heads, *rows]) for column in range(len(heads))]
    lines = ["| " + " | ".join(map(str.ljust, row, widths)) + " |" for row in [heads, *rows]]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def _row(verdict: Verdict) -> list[str]:
    estimate, band = verdict.estimate, verdict.band
    never = say("experiment.never")
    return [
        verdict.experiment,
        say(f"experiment.{verdict.experiment}.{verdict.criterion}"),
        say("experiment.without", drives=", ".join(verdict.lesion)) if verdict.lesion else say("experiment.whole"),
        f"{estimate.value:.0%}",
        f"{estimate.low:.0%} to {estimate.high:.0%}",
        f"{band.low:.0%} to {band.high:.0%}",
        ", ".join(
            f"{name} {never if math.isnan(value) else f'{value:.2f}'}" for name, value in verdict.typical.items()
        ),
        say("experiment.passed" if verdict.passed else "experiment.failed"),
    ]


def plain(verdicts: Sequence[Verdict], found: Sweep) -> dict[str, object]:
    """Give everything as plain values: the verdicts, and what each seed measured."""
    return {
        "passed": all(verdict.passed for verdict in verdicts),
        "verdicts": [
            verdict._asdict()
            | {"estimate": verdict.estimate._asdict(), "band": verdict.band._asdict()}
            | {"typical": _without_nan(verdict.typical), "passed": verdict.passed}
            for verdict in verdicts
        ],
        "measured": [
            {"experiment": name, "lesion": lesion, "runs": [_without_nan(measured) for measured in runs]}
            for (name, lesion), runs in found.items()
        ],
    }


def _without_nan(values: Measured) -> dict[str, float | None]:
    return {name: None if math.isnan(value) else value for name, value in values.items()}
