"""Walk away from somebody.

Theory: T13. Imagines having them out of sight, and so partly out of mind, after the walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.options.option import Imagined, Option

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.options.option import Doing, Effects, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    return (mind.clarity > 0) & (mind.distance < params.leave_distance)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    walk = (params.leave_distance - np.minimum(mind.distance, params.leave_distance)) / params.walk_speed
    gone = mind.view._replace(
        attention=mind.view.attention * params.absent_share, noticed=np.zeros_like(mind.view.noticed)
    )
    return Imagined(gone, delay=walk, effort=params.walk_effort, involvement=params.onlooker_involvement)


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    (x, y), (there_x, there_y) = doing.here, doing.there
    distance = np.maximum(np.sqrt((x - there_x) ** 2 + (y - there_y) ** 2), params.elbow_room)
    effects.goal_x[doing.doer] = x + (x - there_x) / distance * params.leave_distance / 2
    effects.goal_y[doing.doer] = y + (y - there_y) / distance * params.leave_distance / 2
    effects.pace[doing.doer] = params.walk_speed


OPTION = Option("leave", "T13", _imagine, _act, _possible)
