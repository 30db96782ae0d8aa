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
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, _: Parameters) -> Bools:
    return mind.perceived & mind.wretched


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    mirrored = params.hide_push * mind.suffering * np.abs(mind.affinity)
    sorrow = np.minimum(mirrored, mind.need)
    gone = np.where(mind.affinity > 0, sorrow, -mirrored)
    return Imagined(believed=valence(mind.believed + gone), effort=params.hide_effort)


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.pretence[doing.doer] = params.hide_push * doing.suffering


OPTION = Option("hide", "T21", _imagine, _act, _possible, icon="hide", sound="gulp", eyes="brave", false_face=1)
