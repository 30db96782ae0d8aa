"""Keep somebody company who would like it.

Theory: T18, T5. Imagines the pleasure that the other would take in it, as far as one reads or guesses their taste.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.circuit import minding
from sandbox.engine.options.option import BESIDE, Imagined, Option

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, _: Parameters) -> Bools:
    return mind.at_ease & (mind.guess > 0)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    believed = mind.believed + mind.room * mind.guess
    return Imagined(
        attention=mind.drawn + mind.turning,
        believed=believed,
        noticed=minding(believed, params),
        nearness=BESIDE,
        delay=mind.walk,
        effort=params.walk_effort,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    np.add.at(effects.pleased, doing.target, params.treat_rate * doing.taste * doing.there)


OPTION = Option(
    "invite",
    "T18",
    _imagine,
    _act,
    _possible,
    icon="invite",
    goes="walk",
    sound="hello",
    voiced=True,
    sign="toward",
    dry=True,
)
