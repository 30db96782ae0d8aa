"""Go to somebody, to be with them and have a word.

Theory: T29, T5. Imagines seeing more of the other, and being thought of by them, unless a wall is in the way. To
somebody in pain one goes to help or to comfort, or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.circuit import heeding
from sandbox.engine.options.option import BESIDE, Imagined, Option

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.mind import Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, _: Parameters) -> Bools:
    return mind.at_ease


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    turned = mind.turning * heeding(mind.affinity, mind.believed < 0, params)
    return Imagined(
        attention=mind.drawn + np.where(mind.barred, 0.0, turned),
        noticed=np.where(mind.barred, mind.noticed, mind.free),
        nearness=np.where(mind.barred, mind.nearness, BESIDE),
        delay=mind.walk,
        effort=params.walk_effort,
        involvement=mind.onlooking,
    )


OPTION = Option("approach", "T29", _imagine, None, _possible, icon="approach", goes="walk")
