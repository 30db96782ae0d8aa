"""Whys: whether answers to "why?" are about what was asked, and true.

Every level is played by a restless player. Counted is how verdicts and looks away are answered, and of some facts it is
tried whether they go without what their chain of reasons ends in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.lab import estimate
from sandbox.lab.estimate import NOTHING, at_least, at_most
from sandbox.lab.estimators import Estimator
from sandbox.lab.experiment import Cell, Criterion, Experiment, shipped
from sandbox.lab.whys.deeds import NAME, names
from sandbox.lab.whys.removal import removed
from sandbox.lab.whys.scene import answers, chosen, played, tallied

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.lab.estimate import Estimate
    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run

RUNS: Final = 5
FACTS: Final = 200
"""So many facts are tried, over all levels and scenes."""
SOUGHT: Final = at_least(0.98)
WHIMS: Final = at_most(0.05)
FALLING: Final = at_least(0.9)
STAYING: Final = at_most(0.2)
ENDING: Final = at_least(0.98)


def cells() -> tuple[Cell, ...]:
    """Stage every level, for its first moment: each scene is played on by itself, so that it can be asked about."""
    return tuple(Cell(name, shipped(name), 0.1) for name in names())


def measure(runs: Mapping[str, Run]) -> Measured:
    """Look on at every scene of every level."""
    each = -(-FACTS // (RUNS * len(runs)))
    scenes = [
        [scene(name, world.seed, world.off, each) for world in next(run.moments()).worlds()]
        for name, run in runs.items()
    ]
    counted = scenes[0][0].keys()
    return {what: np.sum([[one[what] for one in level] for level in scenes], axis=0) for what in counted}


def scene(name: str, seed: int, off: frozenset[str], count: int) -> dict[str, float]:
    """Count what came of one scene; so many of its facts are tried."""
    asked = []
    for session in played(name, seed, off):
        asked += answers(session, session.frame())
    found = []
    for one in chosen(asked, name, seed, count):
        session.seek(one.tick)
        found.append(removed(session, one))
    others = [one for one in found if not np.isnan(one.other_falls)]
    return tallied(asked) | {
        "facts": float(len(found)),
        "facts-ended": float(sum(one.ends != "" for one in found)),
        "facts-falling": sum(one.falls for one in found),
        "facts-falling-often": sum(one.falls_often for one in found),
        "others": float(len(others)),
        "others-falling": sum(one.other_falls for one in others),
        "others-falling-often": sum(one.other_falls_often for one in others),
    }


def share_of_all(part: str, whole: str) -> Estimator:
    """Estimate which share of all that was counted, in all scenes together, is so."""

    def of(measured: Measured) -> Estimate:
        count = round(measured[whole].sum())
        return estimate.wilson(round(measured[part].sum()), count) if count else NOTHING

    return Estimator(of, (part, whole), percent=True)


WHYS: Final = Experiment(
    NAME,
    cells,
    measure,
    (
        *(
            Criterion(kind, share_of_all(f"{kind}-ok", kind), SOUGHT)
            for kind in ("blame", "credit", "pebbles", "stars")
        ),
        Criterion("whims", share_of_all("whims", "looks"), WHIMS),
        Criterion("ends", share_of_all("facts-ended", "facts"), ENDING),
        Criterion("falls", share_of_all("facts-falling", "facts"), FALLING),
        Criterion("falls-often", share_of_all("facts-falling-often", "facts"), FALLING),
        Criterion("others", share_of_all("others-falling", "others"), STAYING),
        Criterion("others-often", share_of_all("others-falling-often", "others"), STAYING),
    ),
    runs=RUNS,
    journal=True,
)
