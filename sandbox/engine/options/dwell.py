"""Dwell on somebody: keep one's thoughts, and one's eyes, on them.

Theory: T4, T8, T10, T15 (essay, section 4.1.2: attention is chosen as deeds are). Imagines more attention on the
other, seen or not, and so more of whatever it brings. A thought that is held grows stale (T14). Whoever would be seen
to enjoy another's pain has to do with it, and shows no heart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.arrays import ONE
from sandbox.engine.circuit import Strengths, circuit
from sandbox.engine.curves import positive, share, squash
from sandbox.engine.options.option import Imagined, Option
from sandbox.engine.vocabulary import CIRCUIT_STREAMS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters

_SCHADENFREUDE: Final = CIRCUIT_STREAMS.index("schadenfreude")


def _attended(mind: Mind) -> Floats:
    """Return the share of thought that the other gets from somebody who dwells on them, 0 to 1."""
    return mind.drawn + mind.hold * (ONE - mind.drawn)


def _glee(mind: Mind, params: Parameters) -> Floats:
    """Return how much joy about the other's pain would show in the face of somebody in view, 0 to 1."""
    if not np.count_nonzero(mind.needed & (mind.affinity < 0)):
        return np.zeros(len(mind.doer))
    view = mind.view._replace(attention=_attended(mind))
    spiteful = Strengths(*(mind.spite if name == "schadenfreude" else 0.0 * mind.spite for name in CIRCUIT_STREAMS))
    joy = circuit(spiteful, view)[_SCHADENFREUDE] * mind.perceived * mind.needed
    return squash(params.emotion_gain * positive(joy))


def _gloating(glee: Floats, params: Parameters) -> Floats:
    """Return how far somebody has to do with a trouble whose face shows `glee` about it, 0 to 1: plain joy, fully."""
    return share(glee / params.need_threshold)


def _possible(mind: Mind, params: Parameters) -> Bools:
    moving = (np.abs(mind.believed) >= params.need_threshold) | (mind.love > 0)
    return moving & (mind.averted <= params.glance_share)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    glee = _glee(mind, params)
    return Imagined(
        attention=_attended(mind),
        effort=params.dwell_effort,
        heart=-glee,
        involvement=np.maximum(mind.onlooking, _gloating(glee, params)),
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.touch[doing.doer] = _gloating(_glee(doing, params), params)


OPTION = Option("dwell", "T8, T10, T15", _imagine, _act, _possible, icon="dwell", sound="hum", pushes="attention")
