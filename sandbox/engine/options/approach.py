"""Go to somebody, to be with them and have a word.

Theory: T29, T5. Imagines seeing more of the other, and being thought of by them. To somebody in pain one
goes to help or to comfort, or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.circuit import heeding, minding
from sandbox.engine.options.option import Imagined, Option, beside, onlooking, walk_to

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.options.option import Doing, Effects, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    return (mind.clarity > 0) & (mind.need < params.need_threshold)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    view = mind.view
    nearer = (1.0 - view.attention) * (1.0 - view.nearness) / 2
    attention = view.attention + nearer * heeding(view.affinity, view.believed < 0, params)
    seen = beside(view)._replace(attention=attention, noticed=minding(view.believed, params))
    travel = mind.distance / params.walk_speed
    return Imagined(seen, delay=travel, effort=params.walk_effort, involvement=onlooking(mind, params))


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    walk_to(doing, effects, params.walk_speed, params.reach)


OPTION = Option("approach", "T29", _imagine, _act, _possible, icon="approach")
