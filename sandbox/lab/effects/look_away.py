"""The Look Away: sympathy that cannot help turns the eyes away (T8, T13).

Bob is hurt after three seconds among friends who can do next to nothing for him. Without sympathy there would be
nothing to turn from; without looking away as an option they would have to bear it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.estimate import share_of
from sandbox.lab.experiment import Cell, Criterion, Experiment, shipped
from sandbox.scenario.schema import Happening

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.lab.estimate import Measured
    from sandbox.lab.run import Run

HURT_AT: Final = 3.0
WATCHED: Final = 15.0
"""Seconds, from the hurt on."""
SEVERAL: Final = 2
"""People who avert their eyes, at least."""


def cells() -> tuple[Cell, ...]:
    """Give the level, with Bob hurt."""
    hurt = Happening(do="hurt", who="bob", at=HURT_AT)
    return (Cell("hurt", shipped("look-away"), HURT_AT + WATCHED, (hurt,)),)


def measure(runs: Mapping[str, Run]) -> Measured:
    """Count who keeps the eyes off Bob, and take the seconds from the hurt to the first such look."""
    (bob,) = runs["hurt"].rows("bob")
    averted: set[int] = set()
    first = math.nan
    for world in runs["hurt"].moments(HURT_AT):
        averted.update(np.flatnonzero(world.people.avoiding == bob).tolist())
        if averted and math.isnan(first):
            first = world.tick / TICKS_PER_SECOND - HURT_AT
    return {"people": float(len(averted)), "first": first}


def looks_away(measured: Measured) -> bool:
    """Tell whether several averted their eyes."""
    return measured["people"] >= SEVERAL


LOOK_AWAY: Final = Experiment(
    "look-away",
    cells,
    measure,
    (Criterion("avert", share_of(looks_away), ("people", "first"), (("sympathy",), ("look_away",))),),
)
