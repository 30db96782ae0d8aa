"""Contradict what somebody says of a third, or holds against oneself without cause.

Theory: T32, T28. Imagines a friend coming round to one's own verdict, or one's name being cleared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.curves import positive, valence
from sandbox.engine.options.option import BESIDE, Imagined, Option

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    return mind.perceived & (np.maximum(mind.contested, mind.accused) >= params.tell_threshold)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    agreed, cleared = params.tell_regard * positive(mind.affinity) * mind.contested, params.apology_hope * mind.accused
    won = np.where(mind.accused > mind.contested, cleared, agreed)
    return Imagined(
        regard=valence(mind.regard + won),
        noticed=mind.free,
        nearness=BESIDE,
        delay=mind.walk,
        effort=params.tell_effort,
        involvement=mind.onlooking,
    )


def _act(doing: Doing, effects: Effects, _: Parameters) -> None:
    effects.denies[doing.doer[doing.there]] = 1.0


OPTION = Option(
    "contradict",
    "T32",
    _imagine,
    _act,
    _possible,
    icon="contradict",
    goes="walk",
    sound="contradict",
    voiced=True,
    sign="toward",
    remarkable=True,
)
