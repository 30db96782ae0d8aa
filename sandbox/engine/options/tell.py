"""Tell somebody what one thinks of a third.

Theory: T32. Imagines being listened to, and thought well of for a verdict that a friend will share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.circuit import minding
from sandbox.engine.curves import positive, valence
from sandbox.engine.options.option import Imagined, Option, beside, walk_to

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.options.option import Doing, Effects, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    listens = (mind.clarity > 0) & (mind.need < params.need_threshold)
    return listens & (mind.tidings > 0)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    view = beside(mind.view)
    agreed = valence(view.regard + params.tell_regard * mind.tidings * positive(view.affinity))
    heard = view._replace(noticed=minding(view.believed, params), regard=agreed)
    return Imagined(heard, delay=mind.distance / params.walk_speed, effort=params.tell_effort)


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.tells[doing.doer[walk_to(doing, effects, params.walk_speed, params.reach)]] = 1.0


OPTION = Option("tell", "T32", _imagine, _act, _possible, icon="tell", sound="tell", gesture="tale", remarkable=True)
