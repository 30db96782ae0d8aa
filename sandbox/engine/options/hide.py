"""Keep a brave face.

Theory: T21. Imagines that what one's pain does to the other is gone: a friend's sorrow, an enemy's glee.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.curves import valence
from sandbox.engine.options.option import Imagined, Option

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.options.option import Doing, Effects, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    return (mind.clarity > 0) & (mind.suffering >= params.need_threshold)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    mirrored = params.hide_push * mind.suffering * np.abs(mind.view.affinity)
    sorrow = np.minimum(mirrored, mind.need)
    gone = np.where(mind.view.affinity > 0, sorrow, -mirrored)
    brave = mind.view._replace(believed=valence(mind.view.believed + gone))
    return Imagined(brave, effort=params.hide_effort)


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.pretence[doing.doer] = params.hide_push * doing.mind.suffering


OPTION = Option("hide", "T21", _imagine, _act, _possible, icon="hide", sound="gulp", eyes="brave", false_face=1)
