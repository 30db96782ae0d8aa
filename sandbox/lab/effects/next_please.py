"""Next, Please: too much sympathy and nothing to be done make things of people (T9, T13).

Nothing is done to anybody: Carl serves a queue of the sick behind masks and labels for a minute and a half. Without
sympathy they would not pain him; without seeing things as an option he would have to bear them as people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.estimators import share_of
from sandbox.lab.experiment import Cell, Criterion, Experiment, Lesion, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.arrays import Bools, Ints
    from sandbox.engine.stack import Stack
    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run

WATCHED: Final = 90.0
"""Seconds."""
QUEUE: Final = ("amy", "ben", "cleo", "dan", "elsa", "finn")
HALF_A_PERSON: Final = 0.5
"""Personhood below which somebody is more of a thing."""
SEVERAL: Final = 2
"""People who are seen as things at one moment, at least."""


def cells() -> tuple[Cell, ...]:
    """Stage the level as it is."""
    return (Cell("queue", shipped("next-please"), WATCHED),)


def measure(runs: Mapping[str, Run]) -> Measured:
    """Count how many of the queue are things to Carl at the worst moment, and when they are first several."""
    run = runs["queue"]
    most, first = np.zeros(run.scenes), np.full(run.scenes, np.nan)
    for world in run.moments():
        most = np.maximum(most, things(run, world))
        first[(most >= SEVERAL) & np.isnan(first)] = world.tick / TICKS_PER_SECOND
    return {"things": most, "first": first}


def things(run: Run, world: Stack) -> Ints:
    """Count how many of the queue are things to Carl at one moment."""
    faces = np.stack([run.ties(world, "carl", name) for name in QUEUE])
    count: Ints = (world.ties.personhood[faces] < HALF_A_PERSON).sum(axis=0)
    return count


def makes_things(measured: Measured) -> Bools:
    """Return whether several people became things to Carl."""
    return measured["things"] >= SEVERAL


NEXT_PLEASE: Final = Experiment(
    "next-please",
    cells,
    measure,
    (
        Criterion(
            "things",
            share_of(makes_things, ("things", "first")),
            lesions=(Lesion(("sympathy",)), Lesion(("see_thing",))),
        ),
    ),
)
