"""Placebos: what failed to replicate or does not follow from the theory, and so should not show here either.

Each function gives one: its cells, in each of which Ann may help Bob, and the criterion that keeps the difference
small.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.lab.deeds import HELPING
from sandbox.lab.effects import being_seen
from sandbox.lab.estimate import Band
from sandbox.lab.estimators import difference, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.ordinary import around, tastes, traits
from sandbox.lab.scenes import ever
from sandbox.scenario.schema import Body, Cues, Happening, Level, Map, Person, Tie, Wall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run

WATCHED: Final = 30.0
"""Seconds."""
SMALL: Final = Band(-0.05, 0.05)
"""Five points, either way."""


class Placebo(NamedTuple):
    """One of them."""

    cells: tuple[Cell, ...]
    criterion: Criterion


def eyes() -> Placebo:
    """Compare a picture of eyes with one of flowers, a difference that failed to replicate (Northover et al. 2017)."""
    cells = tuple(Cell(name, partial(being_seen.scene, name), WATCHED) for name in being_seen.PICTURES)
    change = difference(share("eyes"), share("flowers"))
    return Placebo(cells, Criterion("eyes", change, SMALL, (Lesion(("approval",), band=SMALL),), paper="none"))


DISTANCE: Final = {"near": (3.0, 0.45), "far": (8.0, 0.78)}
"""Metres from Ann to Bob, and her competence: more where the way is longer, so that help takes the same pains."""
PAIN: Final = 0.33
CONCERN: Final = (0.05, 0.1)
"""Mean and standard deviation of Ann's affinity to Bob."""


def apart(metres: float, competence: float, _number: int, draw: Generator) -> Level:
    """Put Ann so far from Bob, who is in pain."""
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
        schema_version=2,
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


NAMED: Final = {"named": Cues(), "unnamed": Cues(name=False)}
HARM: Final = 0.4
"""Wound of the victim."""
CARE: Final = (0.05, 0.1)
"""Mean and standard deviation of Ann's affinity to the victim, and to the doll."""


def victim(cues: Cues, _number: int, draw: Generator) -> Level:
    """Put Ann six metres from a victim whom she sees and hears plainly; only whether she knows the name differs."""
    bob = Person(
        id="bob",
        name="Bob",
        x=2,
        y=4,
        facing="ann",
        cues=cues,
        body=Body(wound=HARM),
        traits=traits(draw),
        tastes=tastes(draw),
    )
    ann = Person(id="ann", name="Ann", x=8, y=4, facing="bob", traits=traits(draw), tastes=tastes(draw))
    return Level(
        schema_version=2,
        id="identifiable",
        title="Identifiable",
        hook="The same pain, with a name and without.",
        map=Map(width=12, height=8),
        people=(bob, ann),
        ties=(Tie(source="ann", target="bob", affinity=around(draw, *CARE, -1.0), importance=0.3),),
    )


def identifiable() -> Placebo:
    """Compare a named victim with one who is as plain to see and hear (Maier et al. 2023: r near 0 in replication)."""
    cells = tuple(Cell(name, partial(victim, cues), WATCHED) for name, cues in NAMED.items())
    change = difference(share("named"), share("unnamed"))
    return Placebo(
        cells,
        Criterion("identifiable", change, Band(-0.08, 0.08), (Lesion(("personhood",), band=SMALL),), paper="none"),
    )


RHYTHM: Final = 7.0
"""Seconds after which everybody's idle strolls, glances and choices come at the same moments again."""
ALONE: Final = {"starved": 1.0 + 9 * RHYTHM, "fed": 1.0}
"""Seconds that Ann has been alone when the doll comes, at the same beat; she starts neither sated nor starved."""
LONGING: Final = 0.8
"""Ann's taste for company."""
SPOT: Final = 4.0
"""Metres from the left edge to where Ann idles."""
HEDGE: Final = Wall(x1=13, y1=0, x2=13, y2=8)
FAR: Final = 27.0
"""Metres from the left edge to the doll at first: out of Ann's hearing, wherever she strolls."""
SHAM: Final = -0.7
"""What the doll's face shows."""


def doll(_number: int, draw: Generator) -> Level:
    """Put Ann alone, and a doll with a wretched face behind a hedge; she has no worries that time would bring."""
    bob = Person(id="bob", name="Bob", being="doll", x=FAR, y=4, facing="ann", body=Body(pretence=SHAM))
    ann = Person(
        id="ann",
        name="Ann",
        x=SPOT,
        y=4,
        facing="bob",
        traits=traits(draw, anxiety=0.0),
        tastes=tastes(draw, company=LONGING),
    )
    return Level(
        schema_version=2,
        id="lonely",
        title="Lonely",
        hook="A doll with a wretched face. Who minds it?",
        map=Map(width=FAR + 2, height=8, walls=(HEDGE,)),
        people=(bob, ann),
        ties=(Tie(source="ann", target="bob", affinity=around(draw, *CARE, -1.0), importance=0.3),),
    )


def lonely() -> Placebo:
    """Compare somebody starved of company with somebody who is not, before a doll (Epley et al. 2008 is in doubt)."""
    cells = tuple(Cell(name, doll, alone + WATCHED, _meeting(alone)) for name, alone in ALONE.items())
    change = difference(share("starved"), share("fed"))
    return Placebo(cells, Criterion("lonely", change, SMALL, (Lesion(("company",), band=SMALL),), paper="none"))


def _meeting(at: float) -> tuple[Happening, Happening]:
    """Set the doll down before Ann, and Ann where she began, so that her strolls till then make no difference."""
    return (
        Happening(do="move", who="ann", at=at, x=SPOT, y=4),
        Happening(do="move", who="bob", at=at, x=SPOT + 5, y=4),
    )


PLACEBOS: Final = (eyes, distance, identifiable, lonely)


def cells() -> tuple[Cell, ...]:
    """Stage the cells of all placebos."""
    return tuple(cell for placebo in PLACEBOS for cell in placebo().cells)


def measure(runs: Mapping[str, Run]) -> Measured:
    """Return for each cell whether Ann ever sets out to help Bob, once he is there."""
    return {
        name: ever(run, "ann", *HELPING, on="bob", after=ALONE.get(name, 0.0)).astype(np.float64)
        for name, run in runs.items()
    }


SMALL_EFFECTS: Final = Experiment(
    "placebos",
    cells,
    measure,
    tuple(placebo().criterion for placebo in PLACEBOS),
    source="Northover et al. 2017, Nagel & Waldmann 2013, Maier et al. 2023",
    runs=EFFECT_RUNS,
)
