"""How much hangs on each constant: every criterion again with each constant a little and a lot larger and smaller.

Constants are changed in groups, all in the same direction: a group that changes no verdict needs no closer look, and
one that does is halved until single constants are left. (Two constants of one group could hide each other's change;
that is the price of an answer within the hour.) What a single constant seems to change with few runs counts only if it
does so with the full number of runs too. Lesions are played for the small changes only, which need few trials.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.engine.params import describe
from sandbox.lab.frozen import fingerprint
from sandbox.lab.sweep import sweep
from sandbox.lab.verdicts import judge

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.lab.experiment import Condition, Experiment
    from sandbox.lab.sweep import Players

Verdicts = Mapping[str, bool]
"""Whether each criterion holds, by experiment, name and lesion."""

CHANGES: Final = (0.01, -0.01, 0.3, -0.3)
SMALL: Final = 0.1
"""A change up to which everything is tried at once, lesions too."""
TOGETHER: Final = 4
"""Constants of a group under a large change."""
FEW: Final = 100
"""Runs of each cell, until something seems to change."""


class Trial(NamedTuple):
    """Some constants, all changed by the same share of themselves, and how many runs tell."""

    names: tuple[str, ...]
    change: float
    runs: int
    """scenes of each cell; 0 is the number that each experiment says"""
    experiments: tuple[str, ...]

    @property
    def lesions(self) -> bool:
        """Whether lesions are played too."""
        return abs(self.change) <= SMALL

    def settings(self) -> dict[str, float]:
        """Give the changed values, within their bounds; a constant that cannot change is not among them."""
        known = {parameter.name: parameter for parameter in describe()}
        values = {
            name: min(known[name].high, max(known[name].low, known[name].default * (1 + self.change)))
            for name in self.names
        }
        return {name: value for name, value in values.items() if value != known[name].default}


Evaluate = Callable[[Trial], Verdicts]


@dataclass(frozen=True, slots=True)
class Table:
    """What was found."""

    verdicts: Verdicts
    """with all constants as they are"""
    flips: Mapping[tuple[str, float], tuple[str, ...]]
    """by constant and change, the verdicts that it changes"""


def examine(
    experiments: Sequence[str],
    evaluate: Evaluate,
    *,
    names: Sequence[str] | None = None,
    few: int = FEW,
    report: Callable[[int, int], None] = lambda _done, _all: None,
) -> Table:
    """Try every change of every constant.

    Args:
        experiments: names of what to play.
        evaluate: plays a trial.
        names: constants; all of them if left out.
        few: runs of each cell, until something seems to change.
        report: is told how many changes of single constants are decided, of all.
    """
    names = tuple(parameter.name for parameter in describe()) if names is None else tuple(names)
    search = _Search(tuple(experiments), evaluate, few)
    flips: dict[tuple[str, float], tuple[str, ...]] = {}
    for change in CHANGES:
        size = len(names) if abs(change) <= SMALL else TOGETHER
        waiting = [names[begin : begin + size] for begin in range(0, len(names), size)]
        while waiting:
            group = waiting.pop(0)
            changed = search.changed(group, change)
            if changed and len(group) > 1:
                waiting[:0] = [group[: len(group) // 2], group[len(group) // 2 :]]
            else:
                flips |= {(name, change): search.confirmed(name, change, changed) for name in group}
                report(len(flips), len(names) * len(CHANGES))
    return Table(evaluate(Trial((), min(map(abs, CHANGES)), few, tuple(experiments))), flips)


class _Search(NamedTuple):
    experiments: tuple[str, ...]
    evaluate: Evaluate
    few: int

    def changed(self, names: tuple[str, ...], change: float) -> tuple[str, ...]:
        """List the verdicts that seem to change."""
        return self._compared(Trial(names, change, self.few, self.experiments))

    def confirmed(self, name: str, change: float, seeming: tuple[str, ...]) -> tuple[str, ...]:
        """List those of the seeming changes that many runs confirm."""
        if not seeming:
            return ()
        concerned = tuple(one for one in self.experiments if any(key.startswith(f"{one}/") for key in seeming))
        sure = self._compared(Trial((name,), change, 0, concerned))
        return tuple(key for key in seeming if key in sure)

    def _compared(self, trial: Trial) -> tuple[str, ...]:
        if not trial.settings():
            return ()
        usual, verdicts = self.evaluate(trial._replace(names=())), self.evaluate(trial)
        return tuple(key for key, passed in verdicts.items() if passed != usual[key])


class Laboratory:
    """Plays trials, and keeps the answers in a file of JSON lines so that nothing is ever played twice."""

    def __init__(self, experiments: Sequence[Experiment], players: Players, file: Path | None = None) -> None:
        """Read what is known already.

        Raises:
            ValueError: if the file belongs to other defaults of the constants.
            OSError: if it cannot be read.
        """
        self._experiments = {experiment.name: experiment for experiment in experiments}
        self._players = players
        self._file = file
        self._known: dict[Trial, Verdicts] = {}
        self.played = 0
        """trials that had to be played"""
        if file is not None and file.exists():
            self._known = dict(_read(line) for line in file.read_text("utf-8").splitlines() if line.endswith("}"))

    def evaluate(self, trial: Trial) -> Verdicts:
        """Look an answer up, or play."""
        known = trial if trial.names else trial._replace(change=SMALL if trial.lesions else 1.0)
        if known not in self._known:
            self._known[known] = self._play(known)
            self.played += 1
            self._write(known)
        return self._known[known]

    def _play(self, trial: Trial) -> Verdicts:
        chosen = [self._experiments[name] for name in trial.experiments]
        runs = trial.runs or None
        found = sweep(chosen, runs, settings=trial.settings(), lesions=trial.lesions, players=self._players)
        return {
            key_of(verdict.experiment, verdict.criterion, verdict.condition): verdict.passed
            for verdict in judge(chosen, found, runs)
        }

    def _write(self, trial: Trial) -> None:
        if self._file is not None:
            line = trial._asdict() | {"defaults": fingerprint(), "verdicts": self._known[trial]}
            with self._file.open("a+b") as lines:
                lines.seek(max(0, lines.tell() - 1))
                begin = "" if lines.read(1) in {b"", b"\n"} else "\n"
                lines.write(f"{begin}{json.dumps(line)}\n".encode())


def key_of(experiment: str, criterion: str, condition: Condition) -> str:
    """Name a verdict."""
    changed = [*(f"-{drive}" for drive in condition.off), *(f"{name}={value:g}" for name, value in condition.settings)]
    return " ".join([f"{experiment}/{criterion}", *changed])


def _read(line: str) -> tuple[Trial, Verdicts]:
    value = json.loads(line)
    if value["defaults"] != fingerprint():
        raise ValueError("these results were measured with other defaults of the constants; begin a new file")
    trial = Trial(tuple(value["names"]), value["change"], value["runs"], tuple(value["experiments"]))
    return trial, value["verdicts"]
