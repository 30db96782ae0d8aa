"""A good name: who was seen to help is helped by others, and not only by the one who was helped (T23, T24).

Bob is hurt beside Ann, before Dee in her pen. Ann likes him and helps, or dislikes him and does not. Later he is well,
and Ann is hurt. Forecast: sympathy for those whom one cares about is the mark of a friend; friends are helped.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.deeds import HELPING, doing
from sandbox.lab.estimate import Band, at_least
from sandbox.lab.estimators import difference, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.fence import fence
from sandbox.lab.scenes import FENCE, Part, scene
from sandbox.scenario.schema import Happening, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

WATCHED: Final = 35.0
"""Seconds."""
MISHAP: Final = 18.0
"""When Ann is hurt, in seconds."""
PEN: Final = fence(10.5, 1, 13.5, 7)
"""Keeps Dee off both, so that in both cells she has done as much before; whether she sets out to help is counted."""
DEEDS: Final = {"helper": 0.8, "passer": -0.3}
"""What Bob is to Ann: affinity."""
HAPPENINGS: Final = (
    Happening(do="hurt", who="bob", at=1.0, amount=0.5),
    Happening(do="heal", who="bob", at=14.0),
    Happening(do="hurt", who="ann", at=MISHAP, amount=0.5),
)


def street(affinity: float, _number: int, draw: Generator) -> Level:
    """Hurt Bob before Ann and Dee, then Ann."""
    people = {"bob": Part(6, 6, facing="ann"), "ann": Part(6, 2, facing="bob"), "dee": Part(12, facing="bob")}
    ties = [
        Tie(source="ann", target="bob", affinity=affinity, importance=0.7),
        Tie(source="dee", target="bob", affinity=0.4, importance=0.5),
        Tie(source="dee", target="ann", affinity=0.1, importance=0.3),
    ]
    return scene(draw, people, ties, walls=(*FENCE, *PEN), happenings=HAPPENINGS)


def cells() -> tuple[Cell, ...]:
    """Stage Ann who helps and Ann who does not."""
    return tuple(Cell(name, partial(street, affinity), WATCHED) for name, affinity in DEEDS.items())


def measure(runs: Mapping[str, Run]) -> Measured:
    """Return whether Ann ever helps Bob, and after her mishap Dee Ann."""
    measured: dict[str, np.ndarray] = {}
    for name, run in runs.items():
        ann, bob, dee = (run.rows(one) for one in ("ann", "bob", "dee"))
        helps, helped = np.zeros((2, run.scenes), np.bool_)
        for world in run.moments():
            if world.tick <= MISHAP * TICKS_PER_SECOND:
                helps |= doing(world, ann, HELPING, on=bob)
            else:
                helped |= doing(world, dee, HELPING, on=ann)
        measured |= {f"{name}-helps": helps.astype(float), f"{name}-helped": helped.astype(float)}
    return measured


GOOD_NAME: Final = Experiment(
    "good-name",
    cells,
    measure,
    (
        Criterion("deed", difference(share("helper-helps"), share("passer-helps")), at_least(0.5)),
        Criterion(
            "name",
            difference(share("helper-helped"), share("passer-helped")),
            at_least(0.05),
            (Lesion(("judgement",), band=Band(-0.05, 0.05)),),
            paper="givers are given more",
        ),
    ),
    source="Wedekind & Milinski 2000",
    runs=EFFECT_RUNS,
)
