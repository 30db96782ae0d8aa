"""Avoiding the ask: people walk round somebody who begs, and not round somebody who is silent (T8, T13, T21, T28).

Ann is on her way and will pass Ned, who is in pain; there is another way, somewhat longer. Ned begs of her, because he
has found strangers to be kind, or is silent, because he has not. Whether she goes round is counted, for three lengths
of the other way, and whether those who do not go round help him. Nobody tells Ned to beg: he does so as people do here.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import Parameters
from sandbox.lab.deeds import HELPING, doing
from sandbox.lab.estimate import Band, at_least, at_most
from sandbox.lab.estimators import difference, ratio, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.ordinary import around, tastes, traits
from sandbox.scenario.schema import Body, Errand, Level, Map, Person, Place, Tie, Wall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run

WATCHED: Final = 17.0
"""Seconds."""
PAIN: Final = 0.48
FAITH: Final = {"asking": 0.14, "silent": -0.14}
"""Ned's affinity to strangers; four times that is how much oftener, or seldomer, they came than he expected."""
CONCERN: Final = (0.05, 0.1)
"""Mean and standard deviation of Ann's affinity to Ned."""
SKILL: Final = (0.25, 0.1)
"""Mean and standard deviation of Ann's competence: what Ned needs takes her long."""
WAYS: Final = {"cheap": 4.8, "middling": 6.5, "dear": 8.5}
"""How far to the side the other way leads, in metres: it is 2.0, 3.6 and 5.8 m longer."""
WAY: Final = 3.0
"""Metres from the upper edge of the map to Ann's way."""
HEDGE: Final = Wall(x1=9, y1=WAY + 1.6, x2=24, y2=WAY + 1.6)
"""Hides the other way from Ned."""


def scene(ask: str, way: str, _number: int, draw: Generator) -> Level:
    """Send Ann past Ned, with another way so far to the side."""
    ned = Person(
        id="ned",
        name="Ned",
        x=13,
        y=WAY - 1,
        facing="ann",
        body=Body(wound=PAIN),
        traits=traits(draw),
        tastes=tastes(draw),
    )
    ann = Person(
        id="ann",
        name="Ann",
        x=2,
        y=WAY,
        facing="ned",
        errand=Errand(target="market", detour="bridge"),
        traits=traits(draw, competence=around(draw, *SKILL)),
        tastes=tastes(draw),
    )
    places = (Place(id="market", x=24, y=WAY), Place(id="bridge", x=13, y=WAY + WAYS[way]))
    return Level(
        schema_version=2,
        id="avoiding-the-ask",
        title="Avoiding the Ask",
        hook="Two ways to the market, and somebody sits by the shorter one.",
        map=Map(width=26, height=13, places=places, walls=(HEDGE,)),
        people=(ned, ann),
        ties=(
            Tie(source="ann", target="ned", affinity=around(draw, *CONCERN, -1.0), importance=0.3),
            Tie(source="ned", target="ann", affinity=FAITH[ask], answers=4 * FAITH[ask], importance=0.3),
        ),
    )


def cells() -> tuple[Cell, ...]:
    """Stage Ned asking for each length of the other way, and silent at the shortest."""
    ways = [("asking", way) for way in WAYS] + [("silent", "cheap")]
    return tuple(Cell(f"{ask}-{way}", partial(scene, ask, way), WATCHED) for ask, way in ways)


def measure(runs: Mapping[str, Run]) -> Measured:
    """Return for each cell whether Ann was asked, whether she went round, and whether she helped if she did not."""
    measured: dict[str, np.ndarray] = {}
    for name, run in runs.items():
        ann, ned, reach = run.rows("ann"), run.rows("ned"), Parameters().reach
        asked, avoids, gives = np.zeros((3, run.scenes), np.bool_)
        for world in run.moments():
            asked |= doing(world, ned, ("plead",))
            avoids |= world.people.errand[ann] > 1
            people = world.people
            near = np.hypot(people.x[ann] - people.x[ned], people.y[ann] - people.y[ned]) <= reach
            gives |= doing(world, ann, HELPING, on=ned) & near
        measured[f"{name}-asked"] = asked.astype(np.float64)
        measured[name] = (avoids & ~gives).astype(np.float64)
        measured[f"{name}-gives"] = np.where(avoids & ~gives, np.nan, gives)
    return measured


WITHOUT_BOTH: Final = Lesion(("sympathy", "approval"), band=at_most(0.03))
CHEAP: Final = share("asking-cheap")
AVOIDING_THE_ASK: Final = Experiment(
    "avoiding-the-ask",
    cells,
    measure,
    (
        Criterion("asked", CHEAP, Band(0.08, 0.35), (WITHOUT_BOTH,), paper="26–33 %; 8.9 %"),
        Criterion("silent", ratio(share("silent-cheap"), CHEAP), at_most(0.25), paper="next to none"),
        Criterion("cost", difference(CHEAP, share("asking-middling")), at_least(0.05), paper="falls with cost"),
        Criterion("dear", share("asking-dear"), at_most(0.03), paper="gone in severe cold"),
        Criterion(
            "giving",
            difference(share("asking-cheap-gives"), share("silent-cheap-gives")),
            at_least(0.05),
            paper="higher when asked",
        ),
    ),
    source="Andreoni, Rao & Trachtman 2017",
    runs=EFFECT_RUNS,
)
