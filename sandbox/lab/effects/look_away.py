"""The Look Away: sympathy that cannot help turns the eyes away (T8, T13).

Bob is hurt after three seconds among friends who can do next to nothing for him. Without sympathy there would be
nothing to turn from; without looking away as an option they would have to bear it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.estimators import share_of
from sandbox.lab.experiment import Cell, Criterion, Experiment, Lesion, shipped
from sandbox.scenario.schema import Happening

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.arrays import Bools
    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run

HURT_AT: Final = 3.0
WATCHED: Final = 15.0
"""Seconds, from the hurt on."""
SEVERAL: Final = 2
"""People who avert their eyes, at least."""


def cells() -> tuple[Cell, ...]:
    """Stage the level, with Bob hurt."""
    hurt = Happening(do="hurt", who="bob", at=HURT_AT)
    return (Cell("hurt", shipped("look-away"), HURT_AT + WATCHED, (hurt,)),)


def measure(runs: Mapping[str, Run]) -> Measured:
    """Count who keeps the eyes off Bob, and take the seconds from the hurt to the first such look."""
    run = runs["hurt"]
    bob = run.rows("bob")
    people, first = np.zeros(run.scenes), np.full(run.scenes, np.nan)
    averted: Bools | None = None
    for world in run.moments(HURT_AT):
        now = world.people.avoiding == bob[:, None]
        averted = now if averted is None else averted | now
        people = averted.sum(axis=1)
        first[(people > 0) & np.isnan(first)] = world.tick / TICKS_PER_SECOND - HURT_AT
    return {"people": people, "first": first}


def looks_away(measured: Measured) -> Bools:
    """Return whether several averted their eyes."""
    return measured["people"] >= SEVERAL


LOOK_AWAY: Final = Experiment(
    "look-away",
    cells,
    measure,
    (
        Criterion(
            "avert",
            share_of(looks_away, ("people", "first")),
            lesions=(Lesion(("sympathy",)), Lesion(("look_away",))),
        ),
    ),
)
