"""Play experiments over many seeds on all processors; the numbers do not depend on how many there are."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.interrupts import answered, held, stop
from sandbox.lab.experiment import Cell, Condition, Experiment, stacks
from sandbox.lab.run import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Self

    from sandbox.lab.estimators import Measured

Sweep = Mapping[tuple[str, Condition], "Measured"]
"""what all runs measured, in the order of the seeds, by experiment and condition"""

MOST_WORKERS: Final = 60
"""Windows cannot wait for more processes at once."""


class Job(NamedTuple):
    """Scenes of every cell of one experiment under one condition; small enough to be sent to another process."""

    experiment: str
    cells: Callable[[], tuple[Cell, ...]]
    measure: Callable[[Mapping[str, Run]], Measured]
    seed: int
    """of the first scene"""
    scenes: int
    condition: Condition


class Players:
    """Processes that play jobs; a context, at whose end they go."""

    def __init__(self, workers: int | None = None) -> None:
        """Start `workers` processes, as many as there are processors if left out; none if one is enough."""
        count = processors() if workers is None else workers
        spawn = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(count, spawn, _go_quietly) if count > 1 else None
        self._interruptible = answered(stop)

    def __enter__(self) -> Self:
        self._interruptible.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        interrupted = kind is not None and issubclass(kind, KeyboardInterrupt)
        if self._pool:  # Python complains of jobs that were taken back from processes that were ended.
            self._pool.shutdown(wait=False, cancel_futures=not interrupted)
        if interrupted:
            for child in multiprocessing.active_children():  # Only a terminal interrupts them, too.
                child.terminate()
        self._interruptible.__exit__(None, None, None)

    def play(self, jobs: Sequence[Job]) -> Iterator[Measured]:
        """Play jobs and give the results in their order.

        Raises:
            BrokenProcessPool: if one of the processes was killed.
        """
        if self._pool is None:
            return map(play, jobs)
        with held():
            results = [self._pool.submit(play, job) for job in jobs]
        return (result.result() for result in results)


def processors() -> int:
    """Count the processors, as far as they can be used."""
    return min(os.cpu_count() or 1, MOST_WORKERS)


def sweep(
    experiments: Sequence[Experiment],
    runs: int | None = None,
    *,
    off: tuple[str, ...] = (),
    settings: Mapping[str, float] | None = None,
    lesions: bool = True,
    players: Players | None = None,
    report: Callable[[int, int], None] = lambda _done, _all: None,
) -> Sweep:
    """Play every experiment under each of its conditions, with the same seeds for each.

    Args:
        experiments: what to play.
        runs: scenes of each cell; as many as each experiment says if left out.
        off: drives that are switched off throughout.
        settings: parameters of the engine to change throughout, by name.
        lesions: whether to play the lesions too.
        players: processes that are there already, for those who sweep often; as many as processors if left out.
        report: is told how many of all worlds are done.

    Raises:
        Impossible: if a command cannot be.
    """
    throughout = Condition(off, tuple((settings or {}).items()))
    keys = [(one, condition) for one in experiments for condition in (one.conditions() if lesions else (Condition(),))]
    jobs = [
        Job(one.name, one.cells, one.measure, seed, scenes, condition.under(throughout))
        for one, condition in keys
        for seed, scenes in stacks(runs or one.runs)
    ]
    found: dict[tuple[str, Condition], list[Measured]] = {(one.name, condition): [] for one, condition in keys}
    places = [(one.name, condition) for one, condition in keys for _ in stacks(runs or one.runs)]
    with nullcontext(players) if players else Players(min(processors(), len(jobs))) as everybody:
        for done, (place, measured) in enumerate(zip(places, everybody.play(jobs), strict=True), 1):
            found[place].append(measured)
            report(done, len(jobs))
    return {key: pooled(worlds) for key, worlds in found.items()}


def pooled(worlds: Sequence[Measured]) -> Measured:
    """Put the values of several worlds behind one another."""
    return {name: np.concatenate([measured[name] for measured in worlds]) for name in worlds[0]}


def play(job: Job) -> Measured:
    """Play one job."""
    off, settings = job.condition.off, dict(job.condition.settings)
    runs = {
        cell.name: Run(
            cell.staged(job.experiment, seed=job.seed, scenes=job.scenes),
            seed=job.seed,
            off=off,
            settings=settings,
        )
        for cell in job.cells()
    }
    return {name: np.asarray(values, np.float64) for name, values in job.measure(runs).items()}


def _go_quietly() -> None:
    """End at an interruption without a word: the parent, which is interrupted too, says what is to be said."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
