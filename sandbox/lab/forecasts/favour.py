"""A favour is returned, and not because one is in a good mood (T26).

Ann gives Dee a cake, or Dee comes by one without her, or there is none. Then Ann is hurt. Forecast: a gift warms
towards the giver, and so Dee helps her more; a cake from nobody is a pleasure and no more.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from sandbox.lab.estimate import Band, at_least
from sandbox.lab.estimators import difference, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.scenes import FENCE, Part, helps, scene
from sandbox.scenario.schema import Happening, Tie

if TYPE_CHECKING:
    from numpy.random import Generator

    from sandbox.scenario.schema import Level

WATCHED: Final = 30.0
"""Seconds."""
MISHAP: Final = Happening(do="hurt", who="ann", at=12.0, amount=0.4)
CAKES: Final = {
    "gift": (Happening(do="gift", who="dee", by="ann", at=1.0),),
    "found": (Happening(do="gift", who="dee", at=1.0),),
    "none": (),
}


def visit(cakes: tuple[Happening, ...], _number: int, draw: Generator) -> Level:
    """Give Dee a cake or none, and hurt Ann."""
    people = {"ann": Part(5, facing="dee"), "dee": Part(10, facing="ann")}
    tie = Tie(source="dee", target="ann", affinity=0.1, importance=0.3)
    return scene(draw, people, [tie], walls=FENCE, happenings=(*cakes, MISHAP))


def cells() -> tuple[Cell, ...]:
    """Stage Ann's cake, nobody's cake and no cake."""
    return tuple(Cell(name, partial(visit, cakes), WATCHED) for name, cakes in CAKES.items())


FAVOUR: Final = Experiment(
    "favour",
    cells,
    partial(helps, "dee", "ann"),
    (
        Criterion(
            "returned",
            difference(share("gift"), share("found")),
            at_least(0.05),
            (Lesion(settings=(("address_affinity", 0.0),), band=Band(-0.05, 0.05)),),
            paper="1.73 − 1.08 tickets",
        ),
        Criterion("mood", difference(share("found"), share("none")), Band(-0.1, 0.1), paper="1.08 − 0.92 tickets"),
    ),
    source="Regan 1971",
    runs=EFFECT_RUNS,
)
