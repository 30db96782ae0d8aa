"""Leave somebody in peace who would like it.

Theory: T18, T5. Imagines the pleasure that the other would take in it, as far as one reads or guesses their taste.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.curves import positive
from sandbox.engine.options.option import Imagined, Option, walk_from

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.options.option import Doing, Effects, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    near = (mind.clarity > 0) & (mind.distance < params.leave_distance)
    return near & (mind.guess < 0) & (mind.need < params.need_threshold)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    room = positive(params.treat_limit - positive(mind.view.believed))
    pleased = mind.view._replace(
        believed=mind.view.believed - room * mind.guess,
        noticed=np.zeros_like(mind.view.noticed),
        nearness=np.zeros_like(mind.view.nearness),
    )
    return Imagined(pleased, effort=params.walk_effort)


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    walk_from(doing, effects, params)
    np.add.at(effects.pleased, doing.target, -params.treat_rate * doing.taste)


OPTION = Option("give_space", "T18", _imagine, _act, _possible, icon="give_space", sign="away")
