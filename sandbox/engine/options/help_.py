"""Go and mend what hurts.

Theory: T6, T13. Imagines the suffering gone after the way there and the work; how much can be mended is judged by
one's own skill and by how well help has worked so far (hope). Hard work shows, and others may think well of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.arrays import ONE
from sandbox.engine.options.option import BESIDE, Imagined, Option, when_needed

if TYPE_CHECKING:
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    speed = np.maximum(params.help_rate * mind.competence, params.help_rate / params.horizon)
    time_left = np.maximum(params.horizon - mind.hurry, 0.0)
    tried = np.minimum(mind.need, speed * time_left)
    work = tried / speed
    busy_share = np.minimum(ONE, (mind.hurry + work) / params.horizon)
    return Imagined(
        believed=mind.believed + tried * mind.hope,
        nearness=BESIDE,
        delay=mind.hurry + work / 2,
        effort=params.help_effort * busy_share,
        heart=params.help_exertion,
        involvement=1.0,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    work = params.help_rate * doing.competence * doing.there
    np.add.at(effects.relief, doing.target, work)
    effects.works[doing.doer] = work
    effects.effort[doing.doer] = params.help_exertion * np.where(doing.there, 1.0, 1.0 / 2)
    effects.touch[doing.doer] = np.where(doing.there, 1.0, params.onlooker_involvement)


OPTION = Option(
    "help",
    "T6",
    _imagine,
    _act,
    when_needed,
    icon="help",
    goes="hurry",
    sound="help",
    sign="toward",
    answers_need=True,
    tests_hope=True,
    remarkable=True,
)
