"""Go and be kind, without mending anything.

Theory: T6, T13. Imagines the suffering eased a little, soon and cheaply.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.options.option import BESIDE, Imagined, Option, when_needed

if TYPE_CHECKING:
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    eased = np.minimum(mind.need, params.soothe_limit) * mind.hope
    return Imagined(
        believed=mind.believed + eased,
        nearness=BESIDE,
        delay=mind.walk + eased / params.soothe_rate / 2,
        effort=params.comfort_effort,
        heart=params.comfort_exertion,
        involvement=1.0,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    np.add.at(effects.soothed, doing.target, params.soothe_rate * doing.there)
    effects.effort[doing.doer] = params.comfort_exertion * np.where(doing.there, 1.0, 1.0 / 2)
    effects.touch[doing.doer] = np.where(doing.there, 1.0, params.onlooker_involvement)


OPTION = Option(
    "comfort",
    "T6",
    _imagine,
    _act,
    when_needed,
    icon="comfort",
    goes="walk",
    sound="comfort",
    sign="toward",
    gesture="hug",
    answers_need=True,
    tests_hope=True,
    remarkable=True,
)
