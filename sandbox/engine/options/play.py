"""Play with somebody one likes.

Theory: T29. Imagines merriment for both; nobody plays in pain, or with somebody who is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.curves import positive
from sandbox.engine.options.option import Imagined, Option, beside, walk_to

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.options.option import Doing, Effects, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    merry = (mind.need < params.need_threshold) & (mind.suffering < params.need_threshold)
    return merry & (mind.clarity > 0) & (mind.view.affinity > 0)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    room = positive(params.treat_limit - positive(mind.view.believed))
    together = beside(mind.view)._replace(believed=mind.view.believed + room)
    travel = mind.distance / params.hurry_speed
    return Imagined(together, delay=travel, effort=params.play_effort, merriment=positive(mind.view.affinity))


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    there = walk_to(doing, effects, params.hurry_speed, params.reach)
    effects.playing[doing.doer] = np.where(there, positive(doing.mind.view.affinity), 0.0)
    np.add.at(effects.pleased, doing.target, params.treat_rate * there)


OPTION = Option("play", "T29", _imagine, _act, _possible, icon="play", sound="play")
