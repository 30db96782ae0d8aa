"""One circuit, four feelings: sorry with friends, gleeful about enemies, proud or ashamed, itching for a fight.

Theory: T1, T2, T5, T27. Reads strengths and what is believed; gives reward per second. The same function feels the
present and imagines the future, so a choice can never be about anything that would not be felt.

Two switches split it: is the other a friend (affinity above 0) or an enemy, and is the other thinking of me
(`noticed`)? How much of it fires is attention × personhood × importance; friends and idols, high in both, get it at
full power.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.arrays import ONE, TWO
from sandbox.engine.curves import halves, positive, share
from sandbox.engine.named import NamedTuple
from sandbox.engine.vocabulary import CIRCUIT_STREAMS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats
    from sandbox.engine.params import Parameters


class Strengths(NamedTuple):
    """How strong each stream is in the observer, 0 to 1; any shape that broadcasts to the view's."""

    sympathy: Floats
    schadenfreude: Floats
    approval: Floats
    provocation: Floats


class View(NamedTuple):
    """How an observer has a target in mind; arrays of one shape."""

    attention: Floats
    """share of thought, 0 to 1"""
    personhood: Floats
    """0 a thing, 1 a person"""
    importance: Floats
    """0 to 1"""
    affinity: Floats
    """-1 enemy to 1 friend"""
    believed: Floats
    """how they seem to feel, -1 to 1"""
    regard: Floats
    """what they seem to think of me, -1 to 1"""
    noticed: Floats
    """how surely they are thinking of me, 0 to 1"""
    nearness: Floats
    """how near they are, 0 to 1"""


def circuit(strengths: Strengths, view: View, into: Floats | None = None) -> Floats:
    """Return the reward per second of having somebody in mind, stream by stream.

    ====================  ==================================  ====================================
    the other is          not thinking of me (1 - noticed)    thinking of me (noticed)
    ====================  ==================================  ====================================
    friend, affinity⁺     Sympathy = + strength·f⁺·fire·b     Approval = + strength·f⁺·fire·r
    enemy, affinity⁻      Schadenfreude = - strength·f⁻·fire·b  Provocation = - strength·f⁻·fire·r
    ====================  ==================================  ====================================

    Args:
        strengths: the observer's traits.
        view: how the observer has the target in mind.
        into: (4, …) where to put the result, if anywhere.

    Returns:
        (4, …) reward per second, in the order of CIRCUIT_STREAMS; each row lies in [-1, 1].
    """
    fire = view.attention * view.personhood * view.importance
    friend, enemy = halves(view.affinity)
    alone = fire * (ONE - view.noticed) * view.believed
    met = fire * view.noticed * view.regard
    streams = np.empty((len(CIRCUIT_STREAMS), *fire.shape)) if into is None else into
    np.multiply(strengths.sympathy * friend, alone, streams[0, ...])
    np.multiply(-strengths.schadenfreude * enemy, alone, streams[1, ...])
    np.multiply(strengths.approval * friend, met, streams[2, ...])
    np.multiply(-strengths.provocation * enemy, met, streams[3, ...])
    return streams


def admired(approval: Floats, view: View) -> Floats:
    """Return the Approval of being thought of, and as highly as can be: the circuit's, with `noticed` and `regard` 1.

    Args:
        approval: the observer's trait.
        view: how the observer has the target in mind.
    """
    return approval * positive(view.affinity) * (view.attention * view.personhood * view.importance)


def minding(believed: Floats, params: Parameters) -> Floats:
    """Return how far somebody who looks at me can think of me, 0 to 1: a strong feeling keeps a mind on itself."""
    return ONE - share(params.self_absorption * np.abs(believed))


def taken_in(attention: Floats, params: Parameters) -> Floats:
    """Return how much of what somebody shows gets in by attention, 0 to 1: a little without any."""
    return np.minimum(ONE, TWO * (params.glance_share + attention))


def holding(boredom: Floats, open_to: Bools, params: Parameters) -> Floats:
    """Return how much of all other thought dwelling on somebody takes, 0 to 1: less of a stale one (T14).

    Args:
        boredom: how used one is to the thought, 0 to 1.
        open_to: whether it is open: the unseen can be dwelt on by who imagines (T4).
        params: the constants of the world.
    """
    held: Floats = params.dwell_push * (ONE - params.boredom * boredom) * open_to
    return held


def heeding(affinity: Floats, ill: Bools, params: Parameters) -> Floats:
    """Return how far somebody's state is a matter to attend to, 0 to 1: an enemy's pain is hardly one (T8, T10).

    Args:
        affinity: to whom it is, -1 to 1.
        ill: whether the state is a bad one.
        params: the constants of the world.
    """
    heeded: Floats = ONE / (ONE + params.neglect * positive(-affinity) * ill)
    return heeded
