"""Walk away from somebody.

Theory: T13. Imagines having them out of sight, and so partly out of mind, after the walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.options.option import Imagined, Option, walk_from

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    return mind.perceived & (mind.distance < params.leave_distance)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    left = params.leave_distance - np.minimum(mind.distance, params.leave_distance)
    return Imagined(
        attention=mind.drawn * params.absent_share,
        noticed=0.0,
        nearness=0.0,
        delay=left / params.walk_speed,
        effort=params.walk_effort,
        involvement=mind.onlooking,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    walk_from(doing, effects, params)


OPTION = Option("leave", "T13", _imagine, _act, _possible, icon="leave", sound="steps", sign="away")
