"""Turn the eyes elsewhere and think of something else.

Theory: T8, T13. Imagines less attention on the other; worry and a vivid sight keep hold of it (T15).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.arrays import HALF, ONE
from sandbox.engine.options.option import Imagined, Option

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def grip(anxiety: Floats, love: Floats, vividness: Floats, params: Parameters) -> Floats:
    """Return how far a look kept away is drawn back, 0 to 1: by worry and love (T15) and by a vivid sight."""
    return ONE - (ONE - params.worry_grip * anxiety) * (ONE - params.love_grip * love) * (ONE - vividness * HALF)


def _possible(mind: Mind, _: Parameters) -> Bools:
    return mind.perceived


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    turned = ONE - params.avert_push * (ONE - grip(mind.anxiety, mind.love, mind.vividness, params))
    return Imagined(
        attention=mind.drawn * turned,
        noticed=mind.noticed * turned,
        effort=params.avert_effort,
        involvement=np.maximum(params.shunner_involvement, mind.asked * mind.passing),
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.averted[doing.doer] = params.avert_push


OPTION = Option("look_away", "T8, T13", _imagine, _act, _possible, icon="look_away", sound="averted", pushes="averted")
