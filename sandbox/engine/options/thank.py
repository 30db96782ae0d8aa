"""Go and thank somebody for what one holds in their favour.

Theory: T1, T6. Imagines their pleasure in it, and being thought well of. Comes with relief: pain has itself in mind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.curves import valence
from sandbox.engine.options.option import BESIDE, Imagined, Option

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    return mind.at_ease & (mind.gratitude > 0) & (mind.suffering < params.need_threshold)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    return Imagined(
        believed=mind.believed + mind.room * mind.gratitude / 2,
        regard=valence(mind.regard + params.thanks_regard * mind.gratitude),
        noticed=mind.free,
        nearness=BESIDE,
        delay=mind.walk,
        effort=params.thanks_effort,
    )


def _act(doing: Doing, effects: Effects, _: Parameters) -> None:
    effects.thanks[doing.doer[doing.there]] = 1.0


OPTION = Option(
    "thank",
    "T6",
    _imagine,
    _act,
    _possible,
    icon="thank",
    goes="walk",
    sound="praise",
    voiced=True,
    sign="toward",
    dry=True,
    remarkable=True,
)
