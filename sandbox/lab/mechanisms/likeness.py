"""Whom a stranger reminds one of, and what breaks through an enemy's badge (T26, T30)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.deeds import HELPING, doing
from sandbox.lab.estimate import at_least, at_most, minus
from sandbox.lab.estimators import difference, mean, share
from sandbox.lab.experiment import Cell, Criterion, Lesion
from sandbox.lab.scenes import NONE, Part, experiment, scene
from sandbox.scenario.schema import Happening, Look, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

SECONDS: Final = 12.0
SOON: Final = 2.0
"""Before a stranger can make a name of their own by helping, in seconds."""
SIGHT: Final = 6.0
"""While a terrible sight is fresh, in seconds: mercy passes."""
CONE: Final = Look(hat="cone", pattern="checks", colour="orange")
BOW: Final = Look(hat="bow", pattern="dots", colour="green")


def street(look: Look, _number: int, draw: Generator) -> Level:
    """Let Bob, with his cone, hurt Dee; a stranger in some look is about."""
    people = {
        "bob": Part(5, more={"look": CONE}),
        "dee": Part(8),
        "abe": Part(11, more={"look": look}),
    }
    blow = Happening(do="hurt", who="dee", by="bob", at=1.0, amount=0.6)
    return scene(draw, people, (), happenings=(blow,))


def street_cells() -> tuple[Cell, ...]:
    """Stage a stranger who looks like the tormentor and one who does not."""
    return Cell("alike", partial(street, CONE), SOON), Cell("other", partial(street, BOW), SOON)


def street_measure(runs: Mapping[str, Run]) -> Measured:
    """Read how Dee takes the stranger."""
    found = {}
    for name, run in runs.items():
        world = run.last()
        found[name] = world.ties.affinity[run.ties(world, "dee", "abe")]
    return found


T26: Final = experiment(
    "t26-resemblance",
    street_cells,
    street_measure,
    Criterion("alike", mean("alike"), at_most(0.0), (Lesion(("resemblance",), band=at_least(-0.05)),)),
    Criterion(
        "other", difference(mean("alike"), mean("other")), at_most(-0.05), (Lesion(("resemblance",), band=NONE),)
    ),
)


def field(distance: float, wound: float, _number: int, draw: Generator) -> Level:
    """Let an enemy, if no bitter one, be hurt in front of Dee."""
    people = {"bob": Part(4, facing="dee"), "dee": Part(4 + distance, facing="bob")}
    hurt = Happening(do="hurt", who="bob", at=1.0, amount=wound)
    return scene(draw, people, [Tie(source="dee", target="bob", affinity=-0.2, importance=0.5)], happenings=(hurt,))


def field_cells() -> tuple[Cell, ...]:
    """Stage a terrible wound close by."""
    return (Cell("near", partial(field, 2.5, 0.95), 2 * SECONDS),)


def field_measure(runs: Mapping[str, Run]) -> Measured:
    """Return who helps the enemy, and what the sight does to her."""
    run, dee, sight = runs["near"], runs["near"].rows("dee"), round(SIGHT * TICKS_PER_SECOND)
    moments = list(run.moments())
    return {
        "near": np.any([doing(world, dee, HELPING) for world in moments], axis=0).astype(np.float64),
        "pity": np.mean([world.people.emotion[dee] for world in moments if world.tick <= sight], axis=0),
    }


T30: Final = experiment(
    "t30-breakthrough",
    field_cells,
    field_measure,
    Criterion("pity", mean("pity"), at_most(-0.02), (Lesion(("breakthrough",), band=at_least(0.0)),)),
    Criterion(
        "near",
        share("near"),
        at_least(0.4),
        (Lesion(("breakthrough",), band=at_most(-0.15), against=minus, percent=True),),
    ),
)
LIKENESS: Final = (T26, T30)
