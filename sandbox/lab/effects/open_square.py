"""The Open Square: a friend's pain pains (T5), a rival's pleases (T1).

Bob is hurt after three seconds, or not. His friends should wince, which is sympathy; somebody of the other gang should
feel better than at the same moment in the same square without the hurt, which is schadenfreude. The best moments alone
cannot be compared: in peace a rival has the undivided company of friends, and that may please more than Bob's pain.
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
SMIRK: Final = 0.05
"""How much better a rival feels than at the same moment in peace, at least."""


def cells() -> tuple[Cell, ...]:
    """Give the square with the hurt and without it."""
    level, end = shipped("open-square"), HURT_AT + WATCHED
    return (
        Cell("hurt", level, end, (Happening(do="hurt", who="bob", at=HURT_AT),)),
        Cell("peace", level, end),
    )


def measure(runs: Mapping[str, Run]) -> Measured:
    """Take the friends' worst moment, and how much better off a rival is at best than at the same moment in peace."""
    felt = {name: np.array([world.people.felt for world in run.moments(HURT_AT)]) for name, run in runs.items()}
    friends, rivals = (np.stack([runs["hurt"].rows(name) for name in names]) for names in (FRIENDS, RIVALS))
    hurt, peace = felt["hurt"][:, rivals], felt["peace"][:, rivals]
    return {
        "worst": felt["hurt"][:, friends].min(axis=(0, 1)),
        "rise": (hurt - peace).max(axis=(0, 1)),
        "peak": hurt.max(axis=(0, 1)) - peace.max(axis=(0, 1)),
    }


def winces(measured: Measured) -> Bools:
    """Tell whether a friend of Bob's felt it."""
    return measured["worst"] < WINCE


def smirks(measured: Measured) -> Bools:
    """Tell whether a rival was pleased."""
    return measured["rise"] >= SMIRK


OPEN_SQUARE: Final = Experiment(
    "open-square",
    cells,
    measure,
    (
        Criterion("wince", share_of(winces, ("worst",)), lesions=(Lesion(("sympathy",)),)),
        Criterion("smirk", share_of(smirks, ("rise", "peak")), lesions=(Lesion(("schadenfreude",)),)),
    ),
)
