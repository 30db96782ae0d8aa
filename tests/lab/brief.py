"""An experiment of a second, in a module of its own so that other processes find it."""

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

HURT: Final = Happening(do="hurt", who="bob", at=0.5)


def cells() -> tuple[Cell, ...]:
    return (Cell("hurt", shipped("open-square"), 1.0, (HURT,)), Cell("peace", shipped("open-square"), 0.2))


def measure(runs: Mapping[str, Run]) -> Measured:
    felt, calm = runs["hurt"].last().people.felt, runs["peace"].last().people.felt
    bob = runs["hurt"].rows("bob")
    everything = np.reshape(felt, (len(bob), -1)).sum(axis=1) + np.reshape(calm, (len(bob), -1)).sum(axis=1)
    return {"everything": everything, "bob": felt[bob]}


def hurts(measured: Measured) -> Bools:
    return measured["bob"] < -0.1


BRIEF: Final = Experiment(
    "brief",
    cells,
    measure,
    (Criterion("ouch", share_of(hurts, ("bob",)), lesions=(Lesion(("sympathy", "company")),), paper="ouch"),),
)
"""Fails: Bob's own pain needs no sympathy."""
