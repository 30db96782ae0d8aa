"""Many victims: eight who suffer move one hardly more than one does, and drive more eyes away (T8, T13, T14).

Ann meets one wounded stranger or eight, all equally far from her at first. Forecast: shares of thought add up to one at
most, so that what she feels for all of them cannot be eight times as much; and as help cannot end it, other ways out
pay.
"""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec.structs import asdict

from sandbox.engine.vocabulary import EVASIONS, TIE_STREAMS
from sandbox.lab.deeds import HELPING, doing
from sandbox.lab.effects.personhood import PLAIN
from sandbox.lab.estimate import at_least, at_most
from sandbox.lab.estimators import difference, mean, ratio, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.ordinary import around
from sandbox.lab.scenes import FENCE, HEIGHT, Part, scene
from sandbox.scenario.schema import Body, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

WATCHED: Final = 20.0
"""Seconds."""
COUNTS: Final = {"one": 1, "eight": 8}
ANN: Final = 3.0
AWAY: Final = 7.0
"""Metres from the left edge to Ann, and from Ann to each of them."""
FAN: Final = math.radians(60)
"""Angle between the first and the last of eight, seen from Ann."""
VICTIM: Final = asdict(PLAIN)
"""Whoever is hurt feels for nobody, it was meant; yet they help one another, as docs/results.md tells."""


def victims(count: int) -> tuple[str, ...]:
    """Name so many."""
    return tuple(f"vic{number}" for number in range(count))


def meeting(count: int, _number: int, draw: Generator) -> Level:
    """Put so many wounded strangers before Ann, in a fan."""
    people = {"ann": Part(ANN, facing="vic0")}
    for number, name in enumerate(victims(count)):
        angle = FAN * (number / (count - 1) - 1 / 2) if count > 1 else 0.0
        x, y = ANN + AWAY * math.cos(angle), HEIGHT / 2 + AWAY * math.sin(angle)
        people[name] = Part(round(x, 3), round(y, 3), "ann", VICTIM, more={"body": Body(wound=0.5)})
    ties = [
        Tie(source="ann", target=name, affinity=around(draw, 0.15, 0.1, -1.0), importance=0.3)
        for name in victims(count)
    ]
    return scene(draw, people, ties, walls=FENCE)


def cells() -> tuple[Cell, ...]:
    """Stage one and eight."""
    return tuple(Cell(name, partial(meeting, count), WATCHED) for name, count in COUNTS.items())


def measure(runs: Mapping[str, Run]) -> Measured:
    """Return what Ann feels for all of them, how much of her time she helps any, and whether she ever evades."""
    measured = {}
    sympathy = TIE_STREAMS.index("sympathy")
    for name, run in runs.items():
        ann, moments = run.rows("ann"), list(run.moments())
        felt = [
            -sum(world.ties.streams[sympathy, run.ties(world, "ann", each)] for each in victims(COUNTS[name]))
            for world in moments
        ]
        measured[f"{name}-feels"] = np.mean(felt, axis=0)
        measured[f"{name}-helps"] = np.mean([doing(world, ann, HELPING) for world in moments], axis=0)
        measured[f"{name}-evades"] = np.any([doing(world, ann, EVASIONS) for world in moments], axis=0).astype(float)
    return measured


MANY_VICTIMS: Final = Experiment(
    "many-victims",
    cells,
    measure,
    (
        Criterion(
            "feels",
            ratio(mean("eight-feels"), mean("one-feels")),
            at_most(2.0),
            paper="80 $, 78 $, 88 $ for 100 × more",
        ),
        Criterion(
            "helps",
            difference(mean("eight-helps", percent=True), mean("one-helps", percent=True)),
            at_most(0.1),
            paper="a group gets less",
        ),
        Criterion(
            "evades",
            difference(share("eight-evades"), share("one-evades")),
            at_least(0.05),
            (Lesion(("sympathy",), band=at_most(0.05)),),
            paper="feelings are shut off",
        ),
    ),
    source="Desvousges et al. 1993, Kogut & Ritov 2005, Cameron & Payne 2011",
    runs=EFFECT_RUNS,
)
