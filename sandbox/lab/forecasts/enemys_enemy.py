"""My enemy's enemy is my friend: who hurts somebody is helped according to who it was (T10, T23).

Eve, a stranger, hurts Bob before Dee's eyes; Bob is a friend of Dee's or an enemy. When he is well again, Eve is hurt
by bad luck. Forecast: a lack of sympathy for an enemy is the mark of a friend, so that Dee likes Eve better than if he
had been a friend, and helps her more.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.deeds import HELPING, doing
from sandbox.lab.estimate import Band, at_least
from sandbox.lab.estimators import difference, mean, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.scenes import FENCE, Part, scene
from sandbox.scenario.schema import Happening, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

WATCHED: Final = 30.0
"""Seconds."""
MISHAP: Final = 15.0
"""When Eve is hurt, in seconds."""
SIDES: Final = {"enemy": -0.6, "friend": 0.6}
"""What Bob is to Dee: affinity."""
HAPPENINGS: Final = (
    Happening(do="hurt", who="bob", by="eve", at=1.0, amount=0.6),
    Happening(do="heal", who="bob", at=8.0),
    Happening(do="hurt", who="eve", at=MISHAP, amount=0.5),
)


def fight(affinity: float, _number: int, draw: Generator) -> Level:
    """Let Eve hurt Bob before Dee."""
    people = {"bob": Part(4, 2.5, facing="eve"), "eve": Part(6, facing="bob"), "dee": Part(11, facing="bob")}
    ties = [
        Tie(source="dee", target="bob", affinity=affinity, importance=0.7),
        Tie(source="dee", target="eve", affinity=0.1, importance=0.4),
    ]
    return scene(draw, people, ties, walls=FENCE, happenings=HAPPENINGS)


def cells() -> tuple[Cell, ...]:
    """Stage Bob as an enemy and as a friend."""
    return tuple(Cell(name, partial(fight, affinity), WATCHED) for name, affinity in SIDES.items())


def measure(runs: Mapping[str, Run]) -> Measured:
    """Read how Dee likes Eve when she is about to be hurt, and tell whether Dee helps her then."""
    measured: dict[str, np.ndarray] = {}
    for name, run in runs.items():
        dee, eve, helps = run.rows("dee"), run.rows("eve"), np.zeros(run.scenes, np.bool_)
        for world in run.moments():
            if world.tick <= MISHAP * TICKS_PER_SECOND:
                measured[f"{name}-likes"] = world.ties.affinity[run.ties(world, "dee", "eve")]
            else:
                helps |= doing(world, dee, HELPING, on=eve)
        measured[f"{name}-helps"] = helps.astype(float)
    return measured


NEITHER: Final = (Lesion(("judgement",), band=Band(-0.05, 0.05)),)
ENEMYS_ENEMY: Final = Experiment(
    "enemys-enemy",
    cells,
    measure,
    (
        Criterion("likes", difference(mean("enemy-likes"), mean("friend-likes")), at_least(0.05), NEITHER),
        Criterion(
            "helps",
            difference(share("enemy-helps"), share("friend-helps")),
            at_least(0.05),
            NEITHER,
            paper="12.1 − 6.2 calls",
        ),
    ),
    source="Aronson & Cope 1968",
    runs=EFFECT_RUNS,
)
