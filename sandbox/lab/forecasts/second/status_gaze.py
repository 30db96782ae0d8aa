"""Status draws the eye: who matters more is looked at more, though nothing more happens to them (T8, T11, T27).

Ann looks over a fence at Una and Tod, who face each other; now and then both are given a cake, as people in talk are
now merry and now not. Una matters much to Ann and Tod little, or the other way round; she likes them alike. Read is
how long her eyes rest on Una, so that the spot is the same. Forecast: the pull of a feeling grows with the importance
of who has it. The paper has clips of 20 seconds, and "much more often, and for longer": a quarter more is asked for.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.lab.estimate import Band, at_least
from sandbox.lab.estimators import mean, ratio
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.fence import fence
from sandbox.lab.scenes import FENCE, Part, likes, scene
from sandbox.scenario.schema import Happening, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

WATCHED: Final = 20.0
"""Seconds."""
PENS: Final = (*fence(9, 1.5, 11, 3.5), *fence(9, 4.5, 11, 6.5), *fence(2.5, 2.5, 5.5, 5.5))
"""Keep all three where they are."""
MATTERS: Final = {"high": (0.9, 0.2), "low": (0.2, 0.9)}
"""Importance of Una and of Tod to Ann."""
CAKES: Final = tuple(Happening(do="gift", who=who, at=at, amount=0.5) for at in (3.0, 11.0) for who in ("una", "tod"))


def talk(una: float, tod: float, _number: int, draw: Generator) -> Level:
    """Put the two before Ann."""
    people = {"ann": Part(4, facing="una"), "una": Part(10, 2.5, "tod"), "tod": Part(10, 5.5, "una")}
    ties = [
        Tie(source="ann", target="una", affinity=0.2, importance=una),
        Tie(source="ann", target="tod", affinity=0.2, importance=tod),
        likes("una", "tod", 0.2, 0.4),
    ]
    return scene(draw, people, ties, walls=(*FENCE, *PENS), happenings=CAKES)


def cells() -> tuple[Cell, ...]:
    """Stage Una as the one who matters, and as the one who does not."""
    return tuple(Cell(name, partial(talk, *both), WATCHED) for name, both in MATTERS.items())


def measure(runs: Mapping[str, Run]) -> Measured:
    """Return the share of the time for which Ann's eyes rest on Una."""
    return {
        name: np.mean([world.people.gaze[run.rows("ann")] == run.rows("una") for world in run.moments()], axis=0)
        for name, run in runs.items()
    }


STATUS_GAZE: Final = Experiment(
    "status-gaze",
    cells,
    measure,
    (
        Criterion(
            "longer",
            ratio(mean("high"), mean("low")),
            at_least(1.25),
            (Lesion(settings=(("concern_pull", 0.0),), band=Band(0.9, 1.1)),),
            paper="much more, longer",
        ),
    ),
    source="Foulsham et al. 2010",
    runs=EFFECT_RUNS,
)
