"""Pick a fight: jeer at somebody until they mind.

Theory: T1 (Provocation, Schadenfreude). Imagines the other turning round, annoyed and hurt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.circuit import minding
from sandbox.engine.curves import valence
from sandbox.engine.options.option import BESIDE, Imagined, Option

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    return mind.perceived & (mind.regard > params.taunt_rate - 1.0)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    believed = valence(mind.believed - params.taunt_rate / 2)
    return Imagined(
        believed=believed,
        regard=valence(mind.regard - params.taunt_rate),
        noticed=minding(believed, params),
        nearness=BESIDE,
        delay=mind.walk,
        effort=params.taunt_effort,
        involvement=1.0,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    np.add.at(effects.jeered, doing.target, params.taunt_rate * doing.there)
    effects.jeers[doing.doer] = np.where(doing.there, params.taunt_rate, 0.0)
    effects.touch[doing.doer] = np.where(doing.there, 1.0, 0.0)


OPTION = Option(
    "taunt",
    "T1",
    _imagine,
    _act,
    _possible,
    icon="taunt",
    goes="walk",
    arms=2,
    sound="taunt",
    voiced=True,
    eyes="angry",
    sign="toward",
    unkind=True,
    remarkable=True,
)
