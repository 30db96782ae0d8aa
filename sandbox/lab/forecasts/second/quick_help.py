"""Quick help: who helps at once is thought better of than who first looks on (T24, T25).

Bob is hurt before Alice, four metres off, and Wes, a friend of Bob's behind a fence. All Alices are as skilled and as
open; their hearts differ. Of those who set out to help, some do it soon and some late. Forecast: whoever looks on
first is held to that too, so that waiting and Wes's opinion go against each other. The paper's slow helper pondered;
ours does whatever is better to her until then. That quick *wrongs* are thought worse of is not asked here. Asked for
is r = -0.1, a small effect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.deeds import HELPING, doing
from sandbox.lab.effects.essay import opinion
from sandbox.lab.estimate import at_least, at_most
from sandbox.lab.estimators import correlation
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.fence import fence
from sandbox.lab.ordinary import around
from sandbox.lab.scenes import FENCE, Part, scene
from sandbox.scenario.schema import Happening, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

JUDGED_AT: Final = 25.0
"""Seconds."""
HURT: Final = Happening(do="hurt", who="bob", at=1.0, amount=0.6)
PEN: Final = fence(10.5, 0, 16, 8)
"""Keeps Wes off."""


def street(_number: int, draw: Generator) -> Level:
    """Hurt Bob before Alice and Wes."""
    people = {
        "bob": Part(4, facing="alice"),
        "alice": Part(8, facing="bob", traits={"competence": 0.5, "expressiveness": 0.9}),
        "wes": Part(12, facing="bob", traits={"competence": 0.02}),
    }
    ties = [
        Tie(source="alice", target="bob", affinity=around(draw, 0.2, 0.2, -1.0), importance=0.5),
        Tie(source="wes", target="bob", affinity=around(draw, 0.7, 0.1, -1.0), importance=0.8),
        Tie(source="wes", target="alice", affinity=0.0, importance=0.3),
    ]
    return scene(draw, people, ties, walls=(*FENCE, *PEN), happenings=(HURT,))


def cells() -> tuple[Cell, ...]:
    """Stage the street."""
    return (Cell("street", street, JUDGED_AT),)


def measure(runs: Mapping[str, Run]) -> Measured:
    """Return the seconds until Alice sets out to help, nan if never, and what Wes thinks of her in the end."""
    run = runs["street"]
    alice, bob, waited = run.rows("alice"), run.rows("bob"), np.full(run.scenes, np.nan)
    for world in run.moments(HURT.at):
        first = np.isnan(waited) & doing(world, alice, HELPING, on=bob)
        waited = np.where(first, world.tick / TICKS_PER_SECOND - HURT.at, waited)
    return {"wait": waited, "opinion": opinion(run)}


QUICK_HELP: Final = Experiment(
    "quick-help",
    cells,
    measure,
    (
        Criterion(
            "wait",
            correlation("wait", "opinion"),
            at_most(-0.1),
            (Lesion(settings=(("onlooker_involvement", 0.0),), band=at_least(-0.1)),),
            paper="quick is better",
        ),
    ),
    source="Critcher, Inbar & Pizarro 2013",
    runs=EFFECT_RUNS,
)
