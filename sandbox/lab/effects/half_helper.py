"""Half a Hand: who touches a problem is blamed for it, more than who stands by or is away (T24, T25).

Bob is hurt early, or only after a while, and his friends can only weep behind a fence. Alice helps him with her mouth
full of cake; Ned looks on from afar, Abe is behind a wall. Later, what Bob and his friends have against each, less what
they credit, is added up. Without judgement nobody blames anybody.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.lab.estimators import share_of
from sandbox.lab.experiment import Cell, Criterion, Experiment, Lesion, shipped
from sandbox.scenario.schema import Happening

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.arrays import Bools, Floats
    from sandbox.engine.stack import Stack
    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run

HURT_AT: Final = {"early": 3.0, "late": 20.0}
"""Seconds; a player clicks when they like."""
LATER: Final = 20.0
"""Seconds, from the hurt to the reckoning."""
OTHERS: Final = ("ned", "gus", "fay", "dee", "mia", "max")
BLAMED: Final = 0.1
"""Blame less credit of the half helper, at least."""
UNBLAMED: Final = 0.02
"""The same of somebody who was away, at most."""


def cells() -> tuple[Cell, ...]:
    """Stage the level, with Bob hurt early or late."""
    level = shipped("half-helper")
    return tuple(
        Cell(when, level, at + LATER, (Happening(do="hurt", who="bob", at=at),)) for when, at in HURT_AT.items()
    )


def measure(runs: Mapping[str, Run]) -> Measured:
    """Add up everybody's blame less credit: on the half helper, on the worst of the others there, on the absent one."""
    found: dict[str, Floats] = {}
    for when, run in runs.items():
        found |= reckoned(run, run.last(), when)
    return found


def reckoned(run: Run, world: Stack, when: str) -> dict[str, Floats]:
    """Add everybody's blame less credit up at one moment of a run; `when` begins the names of what is found."""
    net = world.ties.blame - world.ties.credit
    held = np.bincount(world.ties.target, net, len(world.people)).astype(np.float64)
    return {
        f"{when}-alice": held[run.rows("alice")],
        f"{when}-worst": np.max([held[run.rows(name)] for name in OTHERS], axis=0),
        f"{when}-abe": held[run.rows("abe")],
    }


def blames_the_helper(measured: Measured, when: str) -> Bools:
    """Return whether blame is ordered as the Copenhagen Interpretation of Ethics has it."""
    on_alice = measured[f"{when}-alice"]
    return (on_alice > measured[f"{when}-worst"]) & (on_alice >= BLAMED) & (np.abs(measured[f"{when}-abe"]) < UNBLAMED)


def _criterion(when: str) -> Criterion:
    names = tuple(f"{when}-{who}" for who in ("alice", "worst", "abe"))
    return Criterion(when, share_of(partial(blames_the_helper, when=when), names), lesions=(Lesion(("judgement",)),))


HALF_HELPER: Final = Experiment("half-helper", cells, measure, tuple(_criterion(when) for when in HURT_AT))
