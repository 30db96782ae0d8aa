"""The Open Square: a friend's pain pains (T5), a rival's pleases (T1).

Bob is hurt after three seconds, or not. His friends should wince, which is sympathy; the other gang should be gladder
than in the same seconds in the same square without the hurt, which is schadenfreude. Single moments cannot be compared:
one or another of them comes to be gladder by chance.
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
WATCHED: Final = 10.0
"""Seconds, from the hurt on."""
FRIENDS: Final = ("dee", "cy", "ann")
RIVALS: Final = ("gus", "eve", "hal")
WINCE: Final = -0.1
"""What a friend feels at the worst moment, at most."""
SMIRK: Final = 0.02
"""How much gladder the rivals are than in peace, on average, at least."""


def cells() -> tuple[Cell, ...]:
    """Stage the square with the hurt and without it."""
    level, end = shipped("open-square"), HURT_AT + WATCHED
    return (
        Cell("hurt", level, end, (Happening(do="hurt", who="bob", at=HURT_AT),)),
        Cell("peace", level, end),
    )


def measure(runs: Mapping[str, Run]) -> Measured:
    """Take the friends' worst moment, and how much gladder the rivals are than in peace."""
    friends, rivals = (np.stack([runs["hurt"].rows(name) for name in names]) for names in (FRIENDS, RIVALS))
    worst, glad = np.full(runs["hurt"].scenes, np.inf), {}
    for name, run in runs.items():
        moments = []
        for world in run.moments(HURT_AT):
            moments.append(world.people.emotion[rivals].mean(axis=0))
            if name == "hurt":
                worst = np.minimum(worst, world.people.felt[friends].min(axis=0))
        glad[name] = np.mean(moments, axis=0)
    return {"worst": worst, "rise": glad["hurt"] - glad["peace"]}


def winces(measured: Measured) -> Bools:
    """Return whether a friend of Bob's felt it."""
    return measured["worst"] < WINCE


def smirks(measured: Measured) -> Bools:
    """Return whether the rivals were pleased."""
    return measured["rise"] >= SMIRK


OPEN_SQUARE: Final = Experiment(
    "open-square",
    cells,
    measure,
    (
        Criterion("wince", share_of(winces, ("worst",)), lesions=(Lesion(("sympathy",)),)),
        Criterion("smirk", share_of(smirks, ("rise",)), lesions=(Lesion(("schadenfreude",)),)),
    ),
)
