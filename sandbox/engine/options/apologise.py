"""Go and say sorry to somebody who holds something against one.

Theory: T1, T28. Imagines being forgiven, and thought the better of for it; owning up costs.
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
    return mind.perceived & (mind.reproach >= params.tell_threshold)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    return Imagined(
        regard=valence(mind.regard + params.apology_hope * mind.reproach),
        noticed=mind.free,
        nearness=BESIDE,
        delay=mind.walk,
        effort=params.apology_effort,
        heart=params.apology_exertion,
        involvement=mind.onlooking,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.sorry[doing.doer[doing.there]] = 1.0
    effects.effort[doing.doer[doing.there]] = params.apology_exertion


OPTION = Option(
    "apologise",
    "T28",
    _imagine,
    _act,
    _possible,
    icon="apologise",
    goes="walk",
    sound="apologise",
    voiced=True,
    sign="toward",
    remarkable=True,
)
