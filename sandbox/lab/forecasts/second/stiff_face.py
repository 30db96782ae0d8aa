"""A stiff face: before a stranger who watches, the same pain is shown less, and felt a little less (T1, T21).

Bob gets three shocks, alone or before Ann, a stranger who looks at him over a fence and can do nothing. Forecast:
pain is kept off a face that is looked at, for the sake of what the watcher would think. Read is how much displeasure
he shows, and how much he feels, on average from the first shock on. The paper gives directions: d of 0.2 and of 0.1
are asked for.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.lab.estimate import at_least, at_most
from sandbox.lab.estimators import effect_size
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.fence import fence
from sandbox.lab.scenes import FENCE, Part, scene
from sandbox.scenario.schema import Happening

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

WATCHED: Final = 20.0
"""Seconds."""
SHOCKS: Final = tuple(Happening(do="hurt", who="bob", at=at, amount=0.3) for at in (0.5, 6.5, 12.5))
PENS: Final = (*fence(4, 3, 6, 5), *fence(9, 0, 16, 8))
"""Keep Bob in and Ann off, farther than anybody reaches."""
COMPANY: Final = {"alone": False, "watched": True}
"""Whether Ann is there."""


def shocks(watched: bool, _number: int, draw: Generator) -> Level:  # noqa: FBT001 - a place in a partial
    """Hurt Bob three times."""
    people = {
        "bob": Part(5, facing="ann"),
        "ann": Part(10, facing="bob", traits={"competence": 0.02}, more={"present": watched}),
    }
    return scene(draw, people, (), walls=(*FENCE, *PENS), happenings=SHOCKS)


def cells() -> tuple[Cell, ...]:
    """Stage Bob alone and watched."""
    return tuple(Cell(name, partial(shocks, watched), WATCHED) for name, watched in COMPANY.items())


def measure(runs: Mapping[str, Run]) -> Measured:
    """Return the displeasure that Bob shows and feels, on average, -1 to 1."""
    measured: dict[str, np.ndarray] = {}
    for name, run in runs.items():
        bob, moments = run.rows("bob"), [world.people for world in run.moments(SHOCKS[0].at)]
        measured[f"{name}-shown"] = -np.mean([people.shown[bob] for people in moments], axis=0)
        measured[f"{name}-felt"] = -np.mean([people.felt[bob] for people in moments], axis=0)
    return measured


STIFF_FACE: Final = Experiment(
    "stiff-face",
    cells,
    measure,
    (
        Criterion(
            "shown",
            effect_size("watched-shown", "alone-shown"),
            at_most(-0.2),
            (Lesion(("approval",), band=at_least(-0.1)),),
            paper="attenuated",
        ),
        Criterion("felt", effect_size("watched-felt", "alone-felt"), at_most(-0.1), paper="decreased too"),
    ),
    source="Kleck et al. 1976",
    runs=EFFECT_RUNS,
)
