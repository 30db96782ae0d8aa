"""Just world: whoever can do nothing about a suffering comes to make less of the sufferer (T9-T11, T13).

Bob, a stranger whom Dee rather likes, is hurt three times. In one cell a fence keeps her off. Forecast: where help does
not help, hope goes, and the stories that switch sympathy off are what is left; they wear off slowly, so that at the end
less of him is left in her eyes: personhood times importance times affinity on a scale from 0 to 1.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from sandbox.lab.estimate import at_least, at_most
from sandbox.lab.estimators import effect_size
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.fence import fence
from sandbox.lab.scenes import FENCE, Part, scene
from sandbox.scenario.schema import Happening, Tie, Wall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.engine.arrays import Floats
    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

WATCHED: Final = 30.0
"""Seconds."""
HURTS: Final = tuple(Happening(do="hurt", who="bob", at=at, amount=0.4) for at in (1.0, 9.0, 17.0))
PEN: Final = (*fence(3, 3, 5, 5), *fence(0, 0, 8, 8))
"""Keep Bob in and Dee off, farther from each other than anybody reaches."""


def suffering(walls: tuple[Wall, ...], _number: int, draw: Generator) -> Level:
    """Hurt Bob before Dee."""
    people = {"bob": Part(4, facing="dee"), "dee": Part(11, facing="bob", traits={"competence": 0.9})}
    tie = Tie(source="dee", target="bob", affinity=0.2, importance=0.5)
    return scene(draw, people, [tie], walls=walls, happenings=HURTS)


def cells() -> tuple[Cell, ...]:
    """Stage Bob within reach and out of it."""
    return (
        Cell("reached", partial(suffering, FENCE), WATCHED),
        Cell("fenced", partial(suffering, (*FENCE, *PEN)), WATCHED),
    )


def worth(run: Run) -> Floats:
    """Return (scenes,) what is left of Bob in Dee's eyes, 0 to 1."""
    world = run.last()
    row, ties = run.ties(world, "dee", "bob"), world.ties
    left: Floats = ties.personhood[row] * ties.importance[row] * (1.0 + ties.affinity[row]) / 2
    return left


def measure(runs: Mapping[str, Run]) -> Measured:
    """Read what he is to her at the end."""
    return {name: worth(run) for name, run in runs.items()}


JUST_WORLD: Final = Experiment(
    "just-world",
    cells,
    measure,
    (
        Criterion(
            "less",
            effect_size("fenced", "reached"),
            at_most(-0.2),
            (Lesion(("sympathy",), band=at_least(-0.1)),),
            paper="rejected, if nobody can end it",
        ),
    ),
    source="Lerner & Simmons 1966",
    runs=EFFECT_RUNS,
)
