"""Look as if it hurt, or hurt more than it does.

Theory: T21. Imagines being comforted and fussed over, so far as the other is known to come; but a friend would be
sorry, and it is a lie, of which admirers would not think well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.options.option import Imagined, Option, sure_of_help

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, _: Parameters) -> Bools:
    return mind.perceived & mind.no_enemy


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    hoped = params.feign_hope * sure_of_help(mind.affinity, mind.answers, mind.fear, params) * mind.free
    return Imagined(
        believed=mind.believed - params.feign_push * mind.affinity * mind.free,
        effort=params.feign_effort,
        involvement=mind.onlooking,
        offence=params.feign_offence,
        body=hoped * mind.personhood,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.pretence[doing.doer] = -params.feign_push


OPTION = Option(
    "feign", "T21", _imagine, _act, _possible, icon="feign", sound="plead", voiced=True, false_face=-1, remarkable=True
)
