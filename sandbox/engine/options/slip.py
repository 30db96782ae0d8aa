"""Slip somebody happy drops, whether they want it or not.

Theory: T20. Imagines the other in bliss, which is a joy to a friend; what admirers would say of it holds back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.options.option import BESIDE, Imagined, Option

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    return mind.perceived & (mind.drops > 0) & (mind.believed < params.slip_limit)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    return Imagined(
        believed=1.0,
        nearness=BESIDE,
        delay=mind.walk,
        effort=params.walk_effort,
        involvement=1.0,
        offence=params.slip_offence,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    np.add.at(effects.blissed, doing.target, params.slip_rate * doing.there)
    effects.used_drops[doing.doer] = params.slip_rate * doing.there
    effects.affront[doing.doer] = params.slip_offence * doing.there
    effects.touch[doing.doer] = doing.there


OPTION = Option(
    "slip",
    "T20",
    _imagine,
    _act,
    _possible,
    icon="slip",
    goes="walk",
    sound="drops",
    sign="toward",
    dry=True,
    remarkable=True,
)
