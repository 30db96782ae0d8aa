"""Look as if it hurt, or hurt more than it does.

Theory: T21. Imagines being comforted and fussed over, so far as the other is known to come; but a friend would be
sorry, and it is a lie, of which admirers would not think well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.circuit import minding
from sandbox.engine.options.option import Imagined, Option, onlooking, sure_of_help

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.options.option import Doing, Effects, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    return (mind.clarity > 0) & (mind.view.affinity > -params.friend_line)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    free = minding(mind.view.believed, params)
    hoped = params.feign_hope * sure_of_help(mind.view.affinity, mind.answers, mind.fear, params) * free
    return Imagined(
        mind.view._replace(believed=mind.view.believed - params.feign_push * mind.view.affinity * free),
        effort=params.feign_effort,
        involvement=onlooking(mind, params),
        offence=params.feign_offence,
        body=hoped * mind.view.personhood,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.pretence[doing.doer] = -params.feign_push


OPTION = Option("feign", "T21", _imagine, _act, _possible, icon="feign", sound="plead", false_face=-1, remarkable=True)
