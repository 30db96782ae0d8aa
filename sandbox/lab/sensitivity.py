"""How much hangs on each constant: all of them varied at once, and the part of each in every result worked out.

A two-level screening design (Plackett & Burman 1946): in each trial every constant is a step above or below its
default, as a row of a Hadamard matrix says, in which every two constants go together as often as apart. So all trials
tell of each constant, and hardly more of them are needed than there are constants. What is found is linear: the result
with one constant changed is that with none, measured with many runs, plus the constant's part. A part that could be
chance, by the spread of all the parts (Lenth 1989), counts as none.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import msgspec
import numpy as np

from sandbox.engine.explained import Explained
from sandbox.engine.fingerprint import fingerprint
from sandbox.engine.params import describe
from sandbox.lab.sweep import sweep
from sandbox.lab.verdicts import judge
from sandbox.scenario.read_json import read
from sandbox.scenario.whole_files import append_lines

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from pathlib import Path

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.parameter import Parameter
    from sandbox.lab.checkpoint import Checkpoint
    from sandbox.lab.estimate import Band
    from sandbox.lab.experiment import Experiment

Values = Mapping[str, float]
"""What each criterion estimates, by "experiment/criterion"; nan where there is nothing to estimate from."""

STEP: Final = 0.15
"""Share of its default by which a constant is changed in a trial."""
CHANGES: Final = (0.01, -0.01, 0.3, -0.3)
"""Shares of a default of which the page tells."""
FEW: Final = 25
"""Scenes of each cell in a trial."""
USUAL: Final = -1
"""The trial with all constants at their defaults."""
EXTREME: Final = 0.05
"""Share of the trials at either end whose results are drawn in, since ratios can be as large as they like."""


MOST_BYTES: Final = 100_000_000
"""Of a file of answers; all trials of all experiments have some millions."""
LARGEST: Final = 1e100
"""What a criterion estimates, at most; larger numbers cannot be squared."""


class AnswersError(Explained):
    """A file of answers that cannot be gone on from."""


class Trial(NamedTuple):
    """Some constants with other values."""

    number: int
    """row of the design, or USUAL"""
    runs: int
    """scenes of each cell; 0 is the number that each experiment says"""
    settings: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Table:
    """What was found."""

    values: Values
    """with all constants as they are"""
    bands: Mapping[str, Band]
    """where each value has to be"""
    flips: Mapping[tuple[str, float], tuple[str, ...]]
    """by constant and change, the verdicts that it changes"""


def hadamard(least: int) -> Ints:
    """Make a Hadamard matrix of at least `least` rows, of ±1 with a first column of 1 (Paley's first construction)."""
    prime = next(one for one in range(max(3, least - 1), 8 * least + 8) if one % 4 == 3 and _is_prime(one))  # noqa: PLR2004
    squares = {one * one % prime for one in range(1, prime)}
    character = np.array([0] + [1 if one in squares else -1 for one in range(1, prime)])
    core = character[(np.arange(prime)[:, None] - np.arange(prime)) % prime] + np.eye(prime, dtype=np.int64)
    matrix = np.ones((prime + 1, prime + 1), np.int64)
    matrix[1:, 1:] = core
    matrix[1:, 0] = -1
    return matrix * matrix[:, :1]


def _is_prime(number: int) -> bool:
    return number > 1 and all(number % one for one in range(2, math.isqrt(number) + 1))


def design(constants: Sequence[Parameter], runs: int) -> tuple[Trial, ...]:
    """List the trials in which the constants are a step up or down, within their bounds."""
    signs = hadamard(len(constants) + 1)[:, 1 : len(constants) + 1]
    return tuple(
        Trial(number, runs, {one.name: changed(one, sign * STEP) for one, sign in zip(constants, row, strict=True)})
        for number, row in enumerate(signs)
    )


def changed(constant: Parameter, change: float) -> float:
    """Return the value of a constant that is larger by a share of its default, within its bounds."""
    return float(min(constant.high, max(constant.low, constant.default * (1 + change))))


def steps(constant: Parameter, value: float) -> float:
    """Return how many steps a value lies above the default of a constant; 0 where the default is 0."""
    return (value / constant.default - 1) / STEP if constant.default else 0.0


def examine(
    laboratory: Laboratory,
    *,
    names: Sequence[str] | None = None,
    few: int = FEW,
    report: Callable[[int, int], None] = lambda _done, _all: None,
) -> Table:
    """Play the design and work out what each constant would change.

    Args:
        laboratory: plays trials.
        names: constants; all of them if left out.
        few: scenes of each cell in a trial.
        report: is told how many trials are done, of all.
    """
    constants = [one for one in describe() if names is None or one.name in names]
    trials = design(constants, few)
    usual = laboratory.evaluate(Trial(USUAL, 0, {}))
    found = []
    for trial in trials:
        found.append(laboratory.evaluate(trial))
        report(len(found), len(trials))
    moved = np.array([[steps(one, trial.settings[one.name]) for one in constants] for trial in trials])
    wanted = [(place, one, change) for place, one in enumerate(constants) for change in CHANGES]
    flips: dict[tuple[str, float], list[str]] = {(one.name, change): [] for _, one, change in wanted}
    for key, band in laboratory.bands.items():
        parts = effects(moved, np.array([values[key] for values in found]))
        parts *= telling(parts)
        for place, one, change in wanted:
            there = usual[key] + parts[place] * steps(one, changed(one, change))
            if band.holds(there) != band.holds(usual[key]):
                flips[one.name, change].append(key)
    return Table(usual, laboratory.bands, {key: tuple(verdicts) for key, verdicts in flips.items()})


def effects(moved: Floats, values: Floats) -> Floats:
    """Return (P,) what one step of each constant adds to a value.

    Args:
        moved: (T, P) steps by which each trial changed each constant.
        values: (T,) what each trial gave; nan says nothing.
    """
    known = np.isfinite(values)
    if not known.any():
        return np.zeros(moved.shape[1])
    low, high = np.quantile(values[known], (EXTREME, 1 - EXTREME))
    columns = np.column_stack([np.ones(known.sum()), moved[known]])
    solution: Floats = np.linalg.lstsq(columns, np.clip(values[known], low, high), rcond=None)[0]
    return solution[1:]


def telling(parts: Floats) -> Bools:
    """Return (P,) which parts are larger than chance would make one in twenty (Lenth 1989)."""
    sizes = np.abs(parts)
    rough = 1.5 * np.median(sizes)
    within = sizes[sizes <= 2.5 * rough]
    spread = 1.5 * np.median(within) if len(within) else 0.0
    return sizes > 2 * spread


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the file in which a laboratory keeps what came of its trials."""

    trial: int
    key: str
    defaults: str
    """fingerprint of the constants"""
    values: dict[str, Annotated[float, msgspec.Meta(ge=-LARGEST, le=LARGEST)] | None]
    """by criterion; none where nothing could be measured"""


class Laboratory:
    """Plays trials, and keeps the answers in a file of JSON lines so that nothing is ever played twice.

    An answer holds for one experiment and trial as they were: with other scenes, criteria or settings it is played
    anew.
    """

    def __init__(
        self,
        experiments: Sequence[Experiment],
        file: Path | None = None,
        *,
        executor: Executor | None = None,
        checkpoint: Checkpoint | None = None,
    ) -> None:
        """Read what is known already; who plays, and what it keeps of a trial that is broken off, are as in `sweep`.

        Raises:
            AnswersError: if the file holds something else, or answers for other defaults of the constants.
            LevelError: if it cannot be read, or is too large.
        """
        self._experiments = {_staging(experiment): experiment for experiment in experiments}
        self._executor, self._checkpoint = executor, checkpoint
        self._file = file
        self._known: dict[str, Values] = {}
        self.bands = {key: band for experiment in experiments for key, band in _asked(experiment).items()}
        self.played = 0
        """trials that had to be played, of one experiment or more"""
        if file is not None and file.exists():
            self._known = _read(file)

    def evaluate(self, trial: Trial) -> Values:
        """Look the answers up, or play those experiments of which there is none."""
        keys = {key_of(trial, staging): experiment for staging, experiment in self._experiments.items()}
        new = {key: one for key, one in keys.items() if self._known.get(key, {}).keys() != _asked(one).keys()}
        if new:
            self.played += 1
            self._known |= self._play(trial, new)
            self._write(trial, new)
        return {name: value for key in keys for name, value in self._known[key].items()}

    def _play(self, trial: Trial, experiments: Mapping[str, Experiment]) -> dict[str, Values]:
        runs, several = trial.runs or None, tuple(experiments.values())
        found = sweep(
            several,
            runs,
            settings=trial.settings,
            lesions=False,
            executor=self._executor,
            checkpoint=self._checkpoint,
        )
        verdicts = judge(several, found, runs)
        return {
            key: {
                f"{verdict.experiment}/{verdict.criterion}": verdict.estimate.value
                for verdict in verdicts
                if verdict.experiment == experiment.name
            }
            for key, experiment in experiments.items()
        }

    def _write(self, trial: Trial, keys: Iterable[str]) -> None:
        if self._file is None:
            return
        lines = []
        for key in keys:
            values = {name: value if math.isfinite(value) else None for name, value in self._known[key].items()}
            answer = Answer(trial=trial.number, key=key, defaults=fingerprint(), values=values)
            lines.append(msgspec.json.encode(answer))
        append_lines(self._file, lines)


def _asked(experiment: Experiment) -> dict[str, Band]:
    """Return the bands of an experiment by the keys of its criteria."""
    return {f"{experiment.name}/{criterion.name}": criterion.band for criterion in experiment.criteria}


def _staging(experiment: Experiment) -> bytes:
    """Write down what an experiment stages and asks: its first scene of each cell, and the names of its criteria."""
    staged = [cell.staged(experiment.name, seed=1, scenes=1) for cell in experiment.cells()]
    return msgspec.json.encode((experiment.name, [criterion.name for criterion in experiment.criteria], staged))


def key_of(trial: Trial, staging: bytes) -> str:
    """Return 32 hexadecimal digits that change with the settings and runs of a trial and with what is staged."""
    digest = hashlib.blake2b(staging, digest_size=16)
    digest.update(repr((trial.runs, sorted(trial.settings.items()))).encode())
    return digest.hexdigest()


def _read(file: Path) -> dict[str, Values]:
    """Read the answers that a file keeps, by key; a line that was begun but torn off is none."""
    known: dict[str, Values] = {}
    for number, line in enumerate(read(file, MOST_BYTES).splitlines(), 1):
        try:
            answer = msgspec.json.decode(line, type=Answer)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            if (
                line.startswith(b"{")
                and isinstance(error, msgspec.DecodeError)
                and not isinstance(error, msgspec.ValidationError)
            ):
                continue  # It is no whole JSON.
            raise AnswersError("sensitivity.broken", file=str(file), line=number, reason=str(error)) from error
        if answer.defaults != fingerprint():
            raise AnswersError("sensitivity.constants", file=str(file))
        known[answer.key] = {name: math.nan if value is None else value for name, value in answer.values.items()}
    return known
