"""An experiment of a second, in a module of its own so that other processes find it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.lab.estimate import share_of
from sandbox.lab.experiment import Cell, Criterion, Experiment, shipped
from sandbox.scenario.schema import Happening

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.lab.estimate import Measured
    from sandbox.lab.run import Run

HURT: Final = Happening(do="hurt", who="bob", at=0.5)


def cells() -> tuple[Cell, ...]:
    return (Cell("hurt", shipped("open-square"), 1.0, (HURT,)), Cell("peace", shipped("open-square"), 0.2))


def measure(runs: Mapping[str, Run]) -> Measured:
    felt, calm = runs["hurt"].last().people.felt, runs["peace"].last().people.felt
    return {"everything": float(felt.sum() + calm.sum()), "bob": float(felt[0])}


def hurts(measured: Measured) -> bool:
    return measured["bob"] < -0.1


BRIEF: Final = Experiment(
    "brief", cells, measure, (Criterion("ouch", share_of(hurts), ("bob",), (("sympathy", "company"),)),)
)
"""Fails: Bob's own pain needs no sympathy."""
