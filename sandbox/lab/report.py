"""Verdicts as tables that read well in a terminal and in Markdown: the paper's numbers beside ours."""

from __future__ import annotations

import math
from itertools import groupby, zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from sandbox.lab.experiment import WHOLE
from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sandbox.lab.estimate import Band, Estimate
    from sandbox.lab.experiment import Condition, Experiment
    from sandbox.lab.verdicts import Verdict

COLUMNS: Final = ("finding", "drives", "paper", "ours", "asked", "verdict")
WIDEST: Final = (48, 22, 22, 26, 16, 7)
"""Characters, after which a cell goes on in the next row: 159 with the lines between them at most, mostly far fewer."""

DIGITS: Final = ((0.1, 2), (0.01, 3))
"""Decimals of a number from a size on."""
FINEST: Final = 4
ONE_PERCENT: Final = 0.01


def tables(verdicts: Sequence[Verdict], experiments: Iterable[Experiment], throughout: Condition = WHOLE) -> str:
    """Lay verdicts out: a heading and a table for each experiment; what was different `throughout` is told too."""
    sources = {experiment.name: experiment.source for experiment in experiments}
    parts = []
    for name, group in groupby(verdicts, lambda verdict: verdict.experiment):
        theirs = tuple(group)
        key = "experiment.heading" if sources.get(name) else "experiment.heading.ours"
        heading = text_of(
            key, name=name, source=sources.get(name, ""), count=theirs[0].runs, runs=f"{theirs[0].runs:,}"
        )
        parts.append(f"{heading}\n\n{table(theirs, throughout)}")
    return "\n\n".join(parts)


def rough(verdicts: Sequence[Verdict]) -> str:
    """Say how far off few runs may be: the widest interval of a share, and the verdicts that are not sure."""
    reach = max(
        (
            max(one.estimate.high - one.estimate.value, one.estimate.value - one.estimate.low)
            for one in verdicts
            if one.percent
        ),
        default=0.0,
    )
    unsure = [f"{one.experiment}/{one.criterion}" for one in verdicts if not one.sure]
    told = text_of("experiment.quick.sure")
    if unsure:
        told = text_of("experiment.quick.unsure", count=len(unsure), whole=len(verdicts), names=", ".join(unsure))
    error = f"{100 * reach:.0f}"
    return text_of("experiment.quick", runs=max((one.runs for one in verdicts), default=0), error=error) + " " + told


def table(verdicts: Sequence[Verdict], throughout: Condition = WHOLE) -> str:
    """Lay the verdicts of one experiment out; a column in which nothing stands is left out."""
    heads = [text_of(f"experiment.head.{name}") for name in COLUMNS]
    return markdown(heads, [_row(verdict, throughout) for verdict in verdicts], WIDEST)


def markdown(heads: Sequence[str], rows: Sequence[Sequence[str]], widest: Sequence[int]) -> str:
    """Lay out a table whose columns are as wide as they need be; a long cell goes on in the next row."""
    kept = [place for place in range(len(heads)) if any(row[place] for row in rows)]
    lines = [[heads[place] for place in kept]]
    for row in rows:
        cells = [wrap(row[place], widest[place]) for place in kept]
        lines += [list(line) for line in zip_longest(*cells, fillvalue="")]
    widths = [max(len(line[column]) for line in lines) for column in range(len(kept))]
    written = ["| " + " | ".join(map(str.ljust, line, widths)) + " |" for line in lines]
    written.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(written)


def _row(verdict: Verdict, throughout: Condition) -> list[str]:
    return [
        text_of(f"experiment.{verdict.experiment}.{verdict.criterion}"),
        _drives(verdict.condition.under(throughout)),
        verdict.paper,
        written(verdict.estimate, percent=verdict.percent),
        _asked(verdict.band, percent=verdict.percent),
        text_of("experiment.passed" if verdict.passed else "experiment.failed"),
    ]


def _drives(condition: Condition) -> str:
    changed: Mapping[str, float] = dict(condition.settings)
    parts = [text_of("experiment.without", drives=", ".join(condition.off))] if condition.off else []
    parts += [f"{name} = {value:g}" for name, value in changed.items()]
    return ", ".join(parts) or text_of("experiment.whole")


def written(estimate: Estimate, *, percent: bool) -> str:
    """Write an estimate with its interval, such as "63 % [60, 66]" or "0.49 [0.43, 0.55]"."""
    if math.isnan(estimate.value):
        return text_of("experiment.nothing")
    if percent:
        digits = int(abs(estimate.value) < ONE_PERCENT)
        return f"{estimate.value:z.{digits}%} [{100 * estimate.low:z.{digits}f}, {100 * estimate.high:z.{digits}f}]"
    digits = next((digits for size, digits in DIGITS if abs(estimate.value) >= size), FINEST)
    return f"{estimate.value:z.{digits}f} [{estimate.low:z.{digits}f}, {estimate.high:z.{digits}f}]"


def _asked(band: Band, *, percent: bool) -> str:
    low, high = (f"{100 * end:.12g}%" if percent else f"{end:g}" for end in band)
    if math.isinf(band.high):
        return text_of("experiment.at_least", low=low)
    if math.isinf(band.low):
        return text_of("experiment.at_most", high=high)
    return text_of("experiment.from_to", low=low, high=high)
