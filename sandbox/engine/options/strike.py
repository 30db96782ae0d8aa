"""Hurt somebody because one was told to.

Theory: T1, T4, T9, T11, T28. Imagines the other in pain, as plainly and as movingly as it would show from where one
is, and what whoever gave the order will think; without an order nobody strikes. The blow needs no arm: it works from
afar, like a lever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.arousal import called_forth
from sandbox.engine.arrays import ONE
from sandbox.engine.curves import positive, valence
from sandbox.engine.options.option import Imagined, Option, always

if TYPE_CHECKING:
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    plain = np.maximum(mind.clarity, params.absent_share)
    believed = valence(mind.believed - params.strike_harm * plain)
    pain = positive(-believed) * mind.personlike
    called = positive(called_forth(pain, mind.clarity, mind.attention, mind.boredom, params) - mind.stakes)
    return Imagined(
        believed=believed,
        importance=mind.importance + params.stakes_weight * called * (ONE - mind.importance),
        effort=params.strike_effort,
        heart=-1.0,
        involvement=1.0,
        offence=params.strike_offence,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    np.add.at(effects.struck, doing.target, params.strike_rate)
    effects.touch[doing.doer] = 1.0
    effects.harm[doing.doer] = 1.0


OPTION = Option(
    "strike",
    "T28",
    _imagine,
    _act,
    always,
    icon="strike",
    sound="strike",
    sign="toward",
    gesture="bolt",
    unkind=True,
    on_order=True,
    remarkable=True,
)
