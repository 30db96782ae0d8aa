"""Keep somebody company who would like it.

Theory: T18, T5. Imagines the pleasure that the other would take in it, as far as one reads or guesses their taste.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.circuit import minding
from sandbox.engine.curves import positive
from sandbox.engine.options.option import Imagined, Option, beside, walk_to

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.options.option import Doing, Effects, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    return (mind.clarity > 0) & (mind.guess > 0) & (mind.need < params.need_threshold)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    room = positive(params.treat_limit - positive(mind.view.believed))
    believed = mind.view.believed + room * mind.guess
    view = mind.view
    attention = view.attention + (1.0 - view.attention) * (1.0 - view.nearness) / 2
    pleased = beside(view)._replace(attention=attention, believed=believed, noticed=minding(believed, params))
    return Imagined(pleased, delay=mind.distance / params.walk_speed, effort=params.walk_effort)


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    there = walk_to(doing, effects, params.walk_speed, params.reach)
    np.add.at(effects.pleased, doing.target, params.treat_rate * doing.taste * there)


OPTION = Option("invite", "T18", _imagine, _act, _possible, icon="invite", sound="hello", sign="toward", dry=True)
