"""Play experiments over many seeds on all processors; the numbers do not depend on how many there are."""

from __future__ import annotations

import multiprocessing
import os
import signal
from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.lab.run import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sandbox.lab.estimate import Measured
    from sandbox.lab.experiment import Cell, Experiment, Lesion

    Sweep = Mapping[tuple[str, Lesion], tuple[Measured, ...]]
    """what each seed measured, in the order of the seeds, by experiment and condition"""


MOST_WORKERS: Final = 60
"""Windows cannot wait for more processes at once."""


class Job(NamedTuple):
    """All cells of one experiment under one condition with one seed; small enough to be sent to another process."""

    cells: Callable[[], tuple[Cell, ...]]
    measure: Callable[[Mapping[str, Run]], Measured]
    seed: int
    off: Lesion
    settings: Mapping[str, float]


def sweep(
    experiments: Sequence[Experiment],
    seeds: Sequence[int],
    *,
    off: Lesion = (),
    settings: Mapping[str, float] | None = None,
    workers: int | None = None,
    report: Callable[[int, int], None] = lambda _done, _all: None,
) -> Sweep:
    """Play every experiment under each of its conditions with every seed.

    Args:
        experiments: what to play.
        seeds: the same ones for every condition, so that conditions differ in the lesion alone.
        off: drives that are switched off throughout.
        settings: parameters of the engine to change, by name.
        workers: processes to use; as many as there are processors if left out.
        report: is told how many of all jobs are done.
    """
    keys = [
        (experiment, lesion, seed) for experiment in experiments for lesion in experiment.conditions() for seed in seeds
    ]
    jobs = [Job(one.cells, one.measure, seed, (*off, *lesion), dict(settings or {})) for one, lesion, seed in keys]
    found: dict[tuple[str, Lesion], tuple[Measured, ...]] = {}
    for done, ((experiment, lesion, _), measured) in enumerate(zip(keys, _played(jobs, workers), strict=True), 1):
        key = experiment.name, lesion
        found[key] = (*found.get(key, ()), measured)
        report(done, len(jobs))
    return found


def play(job: Job) -> Measured:
    """Play one job."""
    runs = {cell.name: Run(cell, seed=job.seed, off=job.off, settings=job.settings) for cell in job.cells()}
    return job.measure(runs)


def _played(jobs: Sequence[Job], workers: int | None) -> Iterator[Measured]:
    """Play jobs in processes of their own, or here if one is enough, and give the results in the jobs' order."""
    count = min(workers or os.cpu_count() or 1, len(jobs), MOST_WORKERS)
    if count <= 1:
        yield from map(play, jobs)
        return
    with multiprocessing.get_context("spawn").Pool(count, _leave_interruptions_to_the_parent) as pool:
        yield from pool.imap(play, jobs)


def _leave_interruptions_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
