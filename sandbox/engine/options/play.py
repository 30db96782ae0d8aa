"""Play with somebody one likes.

Theory: T29. Imagines merriment for both; nobody plays in pain, or with somebody who is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.curves import positive
from sandbox.engine.options.option import BESIDE, Imagined, Option

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, _: Parameters) -> Bools:
    return mind.at_ease & ~mind.wretched & (mind.affinity > 0)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    return Imagined(
        believed=mind.believed + mind.room,
        nearness=BESIDE,
        delay=mind.hurry,
        effort=params.play_effort,
        merriment=positive(mind.affinity),
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.playing[doing.doer] = np.where(doing.there, positive(doing.affinity), 0.0)
    np.add.at(effects.pleased, doing.target, params.treat_rate * doing.there)


OPTION = Option("play", "T29", _imagine, _act, _possible, icon="play", goes="hurry", sound="play")
