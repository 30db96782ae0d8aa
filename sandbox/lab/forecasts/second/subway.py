"""The subway: an ill man is helped more than a drunken one, and in plain view a crowd keeps nobody waiting (T10, T13).

Vic collapses among three or seven riders, who see him and one another. He is ill; or he is drunk: then they hold his
plight against him and are a little afraid of him, and like him no less. Forecast: blame is a pretext to see an enemy
in him; without that story, and without fear, the drunken are helped like the ill. Asked for is half of the paper's
difference; and that with more riders help comes no less often and no later.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.deeds import HELPING, doing
from sandbox.lab.estimate import at_least, at_most
from sandbox.lab.estimators import difference, mean, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.ordinary import around
from sandbox.lab.scenes import FENCE, Part, scene
from sandbox.scenario.schema import Happening, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

WATCHED: Final = 20.0
"""Seconds."""
FALLS: Final = Happening(do="hurt", who="vic", at=1.0, amount=0.6)
SEATS: Final = {
    "ada": (5.0, 4.0),
    "ben": (11.0, 4.0),
    "cal": (8.0, 1.0),
    "dot": (8.0, 7.0),
    "eli": (5.0, 1.5),
    "flo": (11.0, 6.5),
    "gil": (5.0, 6.5),
}
"""Where riders are, metres; Vic is in the middle."""
FEW: Final = 3
STATES: Final = {"ill": (0.0, 0.0), "drunk": (0.6, 0.2)}
"""How much is held against Vic, and how much he is feared."""
STRANGER: Final = (0.1, 0.15)
"""Affinity to Vic: mean and standard deviation."""
CELLS: Final = {"ill-few": ("ill", FEW), "ill-many": ("ill", len(SEATS)), "drunk-many": ("drunk", len(SEATS))}


def car(state: str, count: int, _number: int, draw: Generator) -> Level:
    """Let Vic fall among so many riders."""
    blame, fear = STATES[state]
    riders = tuple(SEATS.items())[:count]
    people = {"vic": Part(8), **{name: Part(x, y, "vic") for name, (x, y) in riders}}
    ties = [
        Tie(
            source=name,
            target="vic",
            affinity=around(draw, *STRANGER, -1.0),
            importance=0.3,
            blame=blame,
            fear=fear,
        )
        for name, _ in riders
    ]
    return scene(draw, people, ties, walls=FENCE, happenings=(FALLS,))


def cells() -> tuple[Cell, ...]:
    """Stage an ill man among few and many, and a drunken one among many."""
    return tuple(Cell(name, partial(car, *how), WATCHED) for name, how in CELLS.items())


def measure(runs: Mapping[str, Run]) -> Measured:
    """Tell whether any rider ever sets out to help Vic, and after how many seconds; all of them if nobody does."""
    measured: dict[str, np.ndarray] = {}
    for name, run in runs.items():
        riders = np.stack([run.rows(one) for one in tuple(SEATS)[: CELLS[name][1]]])
        vic, waited = run.rows("vic"), np.full(run.scenes, WATCHED)
        for world in run.moments(FALLS.at):
            helped = doing(world, riders, HELPING, on=vic).any(axis=0)
            waited = np.where(helped, np.minimum(waited, world.tick / TICKS_PER_SECOND), waited)
        measured |= {name: (waited < WATCHED).astype(np.float64), f"{name}-wait": waited - FALLS.at}
    return measured


SUBWAY: Final = Experiment(
    "subway",
    cells,
    measure,
    (
        Criterion(
            "ill",
            difference(share("ill-many"), share("drunk-many")),
            at_least(0.22),
            (Lesion(("see_enemy", "fear"), band=at_most(0.1)),),
            paper="95 − 50 %",
        ),
        Criterion("crowd", difference(share("ill-many"), share("ill-few")), at_least(-0.05), paper="no less often"),
        Criterion(
            "wait", difference(mean("ill-many-wait"), mean("ill-few-wait")), at_most(0.5), paper="no later: 7 +, 1–3"
        ),
    ),
    source="Piliavin, Rodin & Piliavin 1969",
    runs=EFFECT_RUNS,
)
