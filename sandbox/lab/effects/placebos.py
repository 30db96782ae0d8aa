"""Placebos: what failed to replicate or does not follow from the theory, and so should not show here either.

Each function gives one: its cells, in each of which Ann may help Bob, and the criterion that keeps the difference
small.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.options import INDEX
from sandbox.lab.effects import being_seen
from sandbox.lab.estimate import Band
from sandbox.lab.estimators import difference, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.ordinary import around, tastes, traits
from sandbox.scenario.schema import Body, Level, Map, Person, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run

TILES: Final = 200
WATCHED: Final = 30.0
"""Seconds."""
HELPING: Final = ("help", "comfort")
SMALL: Final = Band(-0.05, 0.05)
"""Five points, either way."""


class Placebo(NamedTuple):
    """One of them."""

    cells: tuple[Cell, ...]
    criterion: Criterion


def eyes() -> Placebo:
    """Compare nobody looking on with a mere picture of eyes, which failed to replicate (Northover et al. 2017)."""
    cells = tuple(Cell(name, partial(being_seen.scene, name), WATCHED) for name in ("alone", "picture"))
    change = difference(share("picture"), share("alone"))
    return Placebo(cells, Criterion("eyes", change, SMALL, (Lesion(("approval",), band=SMALL),), paper="none"))


DISTANCE: Final = {"near": (3.0, 0.45), "far": (8.0, 0.82)}
"""Metres from Ann to Bob, and her competence: more where the way is longer, so that help takes the same pains."""
PAIN: Final = 0.33
CONCERN: Final = (0.05, 0.1)
"""Mean and standard deviation of Ann's affinity to Bob."""


def apart(metres: float, competence: float, _number: int, draw: Generator) -> Level:
    """Put Ann so far from Bob, who is in pain and looks elsewhere."""
    bob = Person(
        id="bob", name="Bob", x=2, y=4, facing="ann", body=Body(wound=PAIN), traits=traits(draw), tastes=tastes(draw)
    )
    ann = Person(
        id="ann",
        name="Ann",
        x=2 + metres,
        y=4,
        facing="bob",
        traits=traits(draw, competence=competence),
        tastes=tastes(draw),
    )
    return Level(
        schema_version=1,
        id="distance",
        title="Distance",
        hook="The same need, the same pains, nearer or farther.",
        map=Map(width=13, height=8),
        people=(bob, ann),
        ties=(Tie(source="ann", target="bob", affinity=around(draw, *CONCERN, -1.0), importance=0.3),),
    )


def distance() -> Placebo:
    """Compare near and far where belief and the cost of help are the same (Nagel & Waldmann 2013)."""
    cells = tuple(Cell(name, partial(apart, *how), WATCHED) for name, how in DISTANCE.items())
    change = difference(share("near"), share("far"))
    return Placebo(cells, Criterion("distance", change, SMALL, paper="none"))


PLACEBOS: Final = (eyes, distance)


def cells() -> tuple[Cell, ...]:
    """Give the cells of all placebos."""
    return tuple(cell for placebo in PLACEBOS for cell in placebo().cells)


def measure(runs: Mapping[str, Run]) -> Measured:
    """Tell for each cell whether Ann ever sets out to help Bob."""
    return {name: helped(run).astype(np.float64) for name, run in runs.items()}


def helped(run: Run) -> np.ndarray:
    """Tell (tiles,) whether Ann is ever at a deed for Bob."""
    ann, bob, deeds = run.rows("ann"), run.rows("bob"), [INDEX[name] for name in HELPING]
    ever = np.zeros(run.tiles, np.bool_)
    for world in run.moments():
        ever |= np.isin(world.people.option[ann], deeds) & (world.people.option_on[ann] == bob)
    return ever


SMALL_EFFECTS: Final = Experiment(
    "placebos",
    cells,
    measure,
    tuple(placebo().criterion for placebo in PLACEBOS),
    source="Northover et al. 2017, Nagel & Waldmann 2013",
    runs=EFFECT_RUNS,
    tiles=TILES,
)
