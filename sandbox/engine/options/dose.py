"""Give medicine from one's own small bag.

Theory: T19. Imagines this one's suffering gone at once; what is given here is missing elsewhere, where nobody looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.arrays import ONE
from sandbox.engine.options.option import BESIDE, Imagined, Option

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, _: Parameters) -> Bools:
    return mind.needed & (mind.doses > 0)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    cured = np.minimum(mind.need, mind.doses) * mind.hope
    return Imagined(
        believed=mind.believed + cured,
        nearness=BESIDE,
        delay=mind.hurry + cured / params.dose_rate / 2,
        effort=params.help_effort * np.minimum(ONE, mind.hurry / params.horizon),
        heart=params.comfort_exertion,
        involvement=1.0,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    np.add.at(effects.cured, doing.target, params.dose_rate * doing.there)
    effects.works[doing.doer] = params.dose_rate * doing.there
    effects.used_doses[doing.doer] = params.dose_rate * doing.there
    effects.effort[doing.doer] = params.comfort_exertion * np.where(doing.there, 1.0, 1.0 / 2)
    effects.touch[doing.doer] = np.where(doing.there, 1.0, params.onlooker_involvement)


OPTION = Option(
    "dose",
    "T19",
    _imagine,
    _act,
    _possible,
    icon="dose",
    goes="hurry",
    sound="drops",
    sign="toward",
    answers_need=True,
    remarkable=True,
)
