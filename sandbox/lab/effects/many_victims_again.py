"""Many victims again: eight who suffer move one hardly more than one does, and drive to more evasions (T8, T13, T14).

The fan of wounded strangers and the lines of the forecast `many-victims`. Its scene had two faults. The eight were to
do nothing but suffer, and walked about and mended one another; now each has a bed of their own, behind low fences, out
of one another's reach. And whoever had only one to help was done before the end, and whoever had eight was not; now
they are watched for a shorter time.

Then it was not the scene of the paper. Cameron and Payne's people saw pictures of refugee *children*, alone at a
screen, and expected to be asked for help that *costs*; those shut their feelings off who *can*. So these here are dear
to Ann as children are; she cares little for what is thought of her, has little skill, so that help is toil and not done
at once, and no worry holds her gaze. Then one is worth the toil to her, and each of eight, with an eighth of her
thought, is not. Where help costs little, nothing should be shut off, as in the paper: there Ann has ordinary skill.

And its measure counted whoever is at an evasion for a moment: where little hangs on a choice some are so by chance, the
more often, the more there are to choose about. Read is for how much of her time she is at one, as it is for help.
"""

from __future__ import annotations

from dataclasses import replace as other_fields
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec.structs import replace

from sandbox.engine.vocabulary import EVASIONS, TIE_STREAMS
from sandbox.lab.deeds import HELPING, doing
from sandbox.lab.effects.again import again
from sandbox.lab.estimate import at_most
from sandbox.lab.estimators import difference, mean
from sandbox.lab.experiment import Cell, Criterion
from sandbox.lab.fence import held
from sandbox.lab.forecasts.many_victims import COUNTS, MANY_VICTIMS, meeting, victims
from sandbox.lab.ordinary import around

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Estimator, Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

BED: Final = 0.3
"""Metres from whoever lies there to the fence on each side."""
BUSY: Final = 10.0
"""Seconds in which hardly anybody can be done with one."""
DEAR: Final = (0.5, 0.1)
"""Mean and standard deviation of Ann's affinity to each."""
MATTERS: Final = 0.8
"""Importance of each to her."""
ALONE: Final = {"approval": 0.1, "competence": 0.3, "anxiety": 0.0}
"""Ann before her screen: unseen, asked for what costs her much, and able to turn from what she sees."""
CHEAP: Final = {"competence": 0.6}
"""What is otherwise where help costs little."""


def ward(count: int, otherwise: Mapping[str, float], number: int, draw: Generator) -> Level:
    """Keep the forecast's wounded in their beds, and make them dear to an Ann who is alone."""
    level = meeting(count, number, draw)
    ann, *wounded = level.people
    beds = [wall for one in wounded for wall in held(one, BED)]
    return replace(
        level,
        map=replace(level.map, walls=(*level.map.walls, *beds)),
        people=(replace(ann, traits=replace(ann.traits, **{**ALONE, **otherwise})), *wounded),
        ties=tuple(replace(tie, affinity=around(draw, *DEAR, -1.0), importance=MATTERS) for tie in level.ties),
    )


def cells() -> tuple[Cell, ...]:
    """Stage one and eight, where help costs much and where it costs little."""
    costs = {"": {}, "-cheap": CHEAP}
    return tuple(
        Cell(f"{name}{cost}", partial(ward, count, otherwise), BUSY)
        for cost, otherwise in costs.items()
        for name, count in COUNTS.items()
    )


def measure(runs: Mapping[str, Run]) -> Measured:
    """Return what Ann feels for all of them, and for how much of her time she helps any, and evades any."""
    measured = {}
    sympathy = TIE_STREAMS.index("sympathy")
    for name, run in runs.items():
        ann, moments, wounded = run.rows("ann"), list(run.moments()), victims(COUNTS[name.removesuffix("-cheap")])
        felt = [
            -sum(world.ties.streams[sympathy, run.ties(world, "ann", each)] for each in wounded) for world in moments
        ]
        measured[f"{name}-feels"] = np.mean(felt, axis=0)
        measured[f"{name}-helps"] = np.mean([doing(world, ann, HELPING) for world in moments], axis=0)
        measured[f"{name}-evades"] = np.mean([doing(world, ann, EVASIONS) for world in moments], axis=0)
    return measured


def driven(cost: str = "") -> Estimator:
    """Return how much more of her time Ann is at an evasion before eight than before one."""
    return difference(mean(f"eight{cost}-evades", percent=True), mean(f"one{cost}-evades", percent=True))


MANY_VICTIMS_AGAIN: Final = again(
    MANY_VICTIMS,
    cells=cells,
    measure=measure,
    criteria=(
        *(
            other_fields(criterion, estimator=driven()) if criterion.name == "evades" else criterion
            for criterion in MANY_VICTIMS.criteria
        ),
        Criterion("cheap", driven("-cheap"), at_most(0.05), paper="not if none is asked for"),
    ),
)
