"""Tell somebody what one thinks of a third, or what a third said of them.

Theory: T32. Imagines being listened to, and thought well of for a verdict that a friend will share. How far the other
has the mind to listen is a question of how they feel, and no bar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.curves import positive, valence
from sandbox.engine.options.option import BESIDE, Imagined, Option

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, _: Parameters) -> Bools:
    return mind.perceived & (mind.tidings > 0)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    return Imagined(
        regard=valence(mind.regard + params.tell_regard * mind.tidings * positive(mind.affinity)),
        noticed=mind.free,
        nearness=BESIDE,
        delay=mind.walk,
        effort=params.tell_effort,
        involvement=mind.onlooking,
    )


def _act(doing: Doing, effects: Effects, _: Parameters) -> None:
    effects.tells[doing.doer[doing.there]] = 1.0


OPTION = Option(
    "tell",
    "T32",
    _imagine,
    _act,
    _possible,
    icon="tell",
    goes="walk",
    sound="tell",
    voiced=True,
    gesture="tale",
    remarkable=True,
)
