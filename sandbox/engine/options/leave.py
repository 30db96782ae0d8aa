"""Walk away from somebody.

Theory: T13. Imagines having them out of sight, and so partly out of mind, after the walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.options.option import Imagined, Option, onlooking, walk_from

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.options.option import Doing, Effects, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    return (mind.clarity > 0) & (mind.distance < params.leave_distance)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    walk = (params.leave_distance - np.minimum(mind.distance, params.leave_distance)) / params.walk_speed
    gone = mind.view._replace(
        attention=mind.view.attention * params.absent_share,
        noticed=np.zeros_like(mind.view.noticed),
        nearness=np.zeros_like(mind.view.nearness),
    )
    return Imagined(gone, delay=walk, effort=params.walk_effort, involvement=onlooking(mind, params))


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    walk_from(doing, effects, params)


OPTION = Option("leave", "T13", _imagine, _act, _possible, icon="leave", sound="steps", sign="away")
