"""Shown distress: tears bring help from those who care (T12, T21).

Bob is in the same pain in every cell; he shows a fifth of it or nearly all. Ann stands five metres away and is his
friend, a stranger, or against him. Whether she ever sets out to help or comfort him within twenty seconds is counted.
Zickfeld's d is of intended help on a scale; here it is the difference of the probits of two shares, which is the same
on the assumption that willingness is spread normally.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.options import INDEX
from sandbox.lab.estimate import Band, at_most
from sandbox.lab.estimators import difference, probit, ratio, share
from sandbox.lab.experiment import EFFECT_RUNS, EFFECT_TILES, Cell, Criterion, Experiment, Lesion
from sandbox.lab.ordinary import around, tastes, traits
from sandbox.scenario.schema import Body, Level, Map, Person, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Estimator, Measured
    from sandbox.lab.run import Run

WATCHED: Final = 20.0
"""Seconds."""
PAIN: Final = 0.6
SHOWN: Final = {"hidden": 0.2, "shown": 0.9}
"""Expressiveness of Bob."""
CONCERN: Final = {"friend": 0.5, "stranger": 0.0, "rival": -0.3}
"""Affinity of Ann to Bob, on average."""
SPREAD: Final = 0.15
"""Standard deviation of that affinity."""
HELPING: Final = ("help", "comfort")


def scene(expressiveness: float, affinity: float, _number: int, draw: Generator) -> Level:
    """Put Ann five metres from Bob, who is in pain."""
    bob = Person(
        id="bob",
        name="Bob",
        x=3.5,
        y=4,
        facing="ann",
        body=Body(wound=PAIN),
        traits=traits(draw, expressiveness=expressiveness),
        tastes=tastes(draw),
    )
    ann = Person(id="ann", name="Ann", x=8.5, y=4, facing="bob", traits=traits(draw), tastes=tastes(draw))
    felt = around(draw, affinity, SPREAD, -1.0)
    return Level(
        schema_version=1,
        id="shown-distress",
        title="Shown Distress",
        hook="The same pain, shown or hidden. Who comes?",
        map=Map(width=12, height=8),
        people=(bob, ann),
        ties=(Tie(source="ann", target="bob", affinity=felt), Tie(source="bob", target="ann", affinity=felt)),
    )


def cells() -> tuple[Cell, ...]:
    """Give pain hidden and shown before each kind of onlooker."""
    return tuple(
        Cell(f"{how}-{who}", partial(scene, expressiveness, affinity), WATCHED)
        for who, affinity in CONCERN.items()
        for how, expressiveness in SHOWN.items()
    )


def measure(runs: Mapping[str, Run]) -> Measured:
    """Tell for each cell whether Ann ever sets out to help Bob."""
    return {name: helped(run).astype(np.float64) for name, run in runs.items()}


def helped(run: Run) -> np.ndarray:
    """Tell (tiles,) whether Ann is ever at a deed for Bob."""
    ann, deeds = run.rows("ann"), [INDEX[name] for name in HELPING]
    ever = np.zeros(run.tiles, np.bool_)
    for world in run.moments():
        ever |= np.isin(world.people.option[ann], deeds)
    return ever


def size(who: str) -> Estimator:
    """Give d of showing before one kind of onlooker."""
    return difference(probit(f"shown-{who}"), probit(f"hidden-{who}"))


WITHOUT_SYMPATHY: Final = Lesion(("sympathy",), band=Band(-0.15, 0.15))
SHOWN_DISTRESS: Final = Experiment(
    "shown-distress",
    cells,
    measure,
    (
        Criterion("friend-hidden", share("hidden-friend"), Band(0.3, 0.65), paper="about half"),
        Criterion("friend-shown", share("shown-friend"), Band(0.5, 0.85), paper="63–80 %"),
        Criterion("friend", size("friend"), Band(0.3, 0.8), (WITHOUT_SYMPATHY,), paper="d = 0.49 [0.43, 0.55]"),
        Criterion("stranger", ratio(size("stranger"), size("friend")), at_most(0.5), paper="only where concern"),
        Criterion("rival", ratio(size("rival"), size("friend")), at_most(0.5), paper="only where concern"),
    ),
    source="Zickfeld et al. 2021, Sinaceur et al. 2015",
    runs=EFFECT_RUNS,
    tiles=EFFECT_TILES,
)
