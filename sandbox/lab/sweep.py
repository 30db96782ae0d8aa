"""Play experiments over many seeds, wherever there is somebody to play; the numbers do not depend on who does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import as_completed
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.engine.explained import Explained
from sandbox.lab.checkpoint import Block, Checkpoint
from sandbox.lab.experiment import Cell, Condition, Experiment, stacks
from sandbox.lab.provenance import provenance
from sandbox.lab.run import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Executor

    from sandbox.lab.estimators import Measured

Sweep = Mapping[tuple[str, Condition], "Measured"]
"""what all runs measured, in the order of the seeds, by experiment and condition"""


class OtherVersionError(Explained):
    """A job came to a process that would play it differently."""


Place = tuple[str, Condition, int]
"""experiment, condition and seed of a job"""


class Job(NamedTuple):
    """Scenes of every cell of one experiment under one condition; small enough to be sent to another process."""

    block: Block
    cells: Callable[[], tuple[Cell, ...]]
    measure: Callable[[Mapping[str, Run]], Measured]
    journal: bool


def sweep(
    experiments: Sequence[Experiment],
    runs: int | None = None,
    *,
    off: tuple[str, ...] = (),
    settings: Mapping[str, float] | None = None,
    lesions: bool = True,
    executor: Executor | None = None,
    checkpoint: Checkpoint | None = None,
    report: Callable[[int, int], None] = lambda _done, _all: None,
) -> Sweep:
    """Play every experiment under each of its conditions, with the same seeds for each.

    Args:
        experiments: what to play.
        runs: scenes of each cell; as many as each experiment says if left out.
        off: drives that are switched off throughout.
        settings: parameters of the engine to change throughout, by name.
        lesions: whether to play the lesions too.
        executor: who plays, such as `processes` and `cluster` give; this process if left out.
        checkpoint: knows what need not be played again, and keeps whatever is played.
        report: is told at first, and whenever some are through, how many worlds are done, and of how many.

    Raises:
        BrokenExecutor: if a process that plays is killed, and nobody else can take its place.
        CancelledError: if a cluster is gone.
        Impossible: if a command cannot be.
        OtherVersionError: if a process has another version of the game.
    """
    throughout = Condition(off, tuple((settings or {}).items()))
    keys = [(one, condition) for one in experiments for condition in (one.conditions() if lesions else (Condition(),))]
    jobs = {
        (one.name, condition, seed): Job(
            Block(one.name, condition.under(throughout), seed, scenes, provenance()),
            one.cells,
            one.measure,
            one.journal,
        )
        for one, condition in keys
        for seed, scenes in stacks(runs or one.runs)
    }
    known = {place: checkpoint.find(job.block) for place, job in jobs.items()} if checkpoint is not None else {}
    found = {place: measured for place, measured in known.items() if measured is not None}
    worlds = sum(job.block.scenes for job in jobs.values())
    report(done := sum(jobs[place].block.scenes for place in found), worlds)
    for place, measured in _played({place: job for place, job in jobs.items() if place not in found}, executor):
        found[place] = measured
        if checkpoint is not None:
            checkpoint.add(jobs[place].block, measured)
        report(done := done + jobs[place].block.scenes, worlds)
    return {key: pooled([found[place] for place in places]) for key, places in groupby(jobs, lambda place: place[:2])}


def _played(jobs: Mapping[Place, Job], executor: Executor | None) -> Iterator[tuple[Place, Measured]]:
    """Play jobs and give each result as soon as it is there."""
    if executor is None:
        yield from ((place, play(job)) for place, job in jobs.items())
        return
    waiting = {executor.submit(play, job): place for place, job in jobs.items()}
    for future in as_completed(tuple(waiting)):
        yield waiting.pop(future), future.result()


def pooled(worlds: Sequence[Measured]) -> Measured:
    """Put the values of several worlds behind one another."""
    return {name: np.concatenate([measured[name] for measured in worlds]) for name in worlds[0]}


def play(job: Job) -> Measured:
    """Play one job; raise OtherVersionError rather than play it differently."""
    block = job.block
    if block.provenance != provenance():
        raise OtherVersionError("cli.experiment.version", theirs=provenance(), ours=block.provenance)
    off, settings = block.condition.off, dict(block.condition.settings)
    runs = {
        cell.name: Run(
            cell.staged(block.experiment, seed=block.seed, scenes=block.scenes),
            seed=block.seed,
            off=off,
            settings=settings,
            journal=job.journal,
        )
        for cell in job.cells()
    }
    return {name: np.asarray(values, np.float64) for name, values in job.measure(runs).items()}
