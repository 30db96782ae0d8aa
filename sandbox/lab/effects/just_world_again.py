"""Just world again: whoever can do nothing about a suffering comes to make less of the sufferer (T9-T11, T13).

The lawn, the fence, the hurts and the criterion of the forecast `just-world`. What was wrong was its measure, what is
left of Bob in Dee's eyes at the end. Where she reaches him he gets well, thanks her and plays with her, so that she
likes him more than at first; without sympathy that was the whole difference, and it passed for rejection behind the
fence, where hardly anything had been taken off him. Lerner and Simmons's observers watched a screen, were thanked by
nobody, and devalued the victim. So read is what Dee takes off him: how much less is left of him than at first, and
nothing if more is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.lab.effects.again import again
from sandbox.lab.forecasts.just_world import JUST_WORLD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.arrays import Floats
    from sandbox.engine.stack import Stack
    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run


def left(run: Run, world: Stack) -> Floats:
    """Return (scenes,) what is left of Bob in Dee's eyes in a moment, 0 to 1."""
    row, ties = run.ties(world, "dee", "bob"), world.ties
    whole: Floats = ties.personhood[row] * ties.importance[row] * (1.0 + ties.affinity[row]) / 2
    return whole


def measure(runs: Mapping[str, Run]) -> Measured:
    """Return how much less is left of him at the end than after the first tick, -1 to 0."""
    measured = {}
    for name, run in runs.items():
        before = left(run, next(run.moments()))
        measured[name] = np.minimum(left(run, run.last()) - before, 0.0)
    return measured


JUST_WORLD_AGAIN: Final = again(JUST_WORLD, measure=measure)
