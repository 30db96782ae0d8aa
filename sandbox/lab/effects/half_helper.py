"""Half a Hand: who touches a problem is blamed for it, more than who stands by or is away (T24, T25).

Bob is hurt after three seconds, and his friends can only look on from behind a fence. Alice helps him a little and
without much heart, and gets a cake for it; Ned looks on, Abe is far away. Soon after, the blame that Bob and his
friends have put on each is added up. Without judgement nobody blames anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.lab.estimators import share_of
from sandbox.lab.experiment import Cell, Criterion, Experiment, Lesion, shipped
from sandbox.scenario.schema import Happening

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.arrays import Bools
    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run

HURT_AT: Final = 3.0
LATER: Final = 20.0
"""Seconds, from the hurt to the reckoning."""
BLAMEABLE: Final = ("alice", "ned", "abe")
BLAMED: Final = 0.1
"""Blame on the half helper, at least."""
UNBLAMED: Final = 0.02
"""Blame on somebody who was away, at most."""


def cells() -> tuple[Cell, ...]:
    """Give the level, with Bob hurt."""
    hurt = Happening(do="hurt", who="bob", at=HURT_AT)
    return (Cell("hurt", shipped("half-helper"), HURT_AT + LATER, (hurt,)),)


def measure(runs: Mapping[str, Run]) -> Measured:
    """Add up everybody's blame on the half helper, the onlooker and the absent one."""
    run = runs["hurt"]
    world = run.last()
    held = np.bincount(world.ties.target, world.ties.blame, len(world.people)).astype(np.float64)
    return {name: held[run.rows(name)] for name in BLAMEABLE}


def blames_the_helper(measured: Measured) -> Bools:
    """Tell whether blame is ordered as the Copenhagen Interpretation of Ethics has it."""
    on_alice = measured["alice"]
    return (on_alice > measured["ned"]) & (on_alice >= BLAMED) & (measured["abe"] < UNBLAMED)


HALF_HELPER: Final = Experiment(
    "half-helper",
    cells,
    measure,
    (Criterion("blame", share_of(blames_the_helper, BLAMEABLE), lesions=(Lesion(("judgement",)),)),),
)
