"""The other drives, kept apart from the circuit: love, fear, envy, company, play and worry.

Theory: T15, T17, T29, T31 (essay, section 7: there are more social drives than the circuit). Like the circuit, each is
a plain function of how somebody is had in mind, so that the same one feels the present and imagines the future.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.engine.circuit import Strengths, circuit
from sandbox.engine.curves import positive, share
from sandbox.engine.vocabulary import CIRCUIT_STREAMS, TIE_STREAMS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.circuit import View
    from sandbox.engine.params import Parameters
    from sandbox.engine.people import People
    from sandbox.engine.world import World

_LOVE, _FEAR, _ENVY = (TIE_STREAMS.index(name) for name in ("love", "fear", "envy"))


class Bonds(NamedTuple):
    """What the other is to one apart from the circuit; arrays of one shape."""

    love: Floats
    """attachment, 0 to 1"""
    fear: Floats
    """how much they frighten, 0 to 1"""
    lead: Floats
    """how far they are ahead in one's own field, times one's envy, 0 to 1"""


def strengths(people: People, off: frozenset[str], rows: Ints) -> Strengths:
    """Return the circuit's strengths of the people in `rows`, with the switched-off streams at zero."""
    return Strengths(
        (people.sympathy * ("sympathy" not in off))[rows],
        (people.spite * ("schadenfreude" not in off))[rows],
        (people.approval * ("approval" not in off))[rows],
        (people.provocation * ("provocation" not in off))[rows],
    )


def bonds(world: World, rows: Ints) -> Bonds:
    """Return what the target of each tie in `rows` is to its observer, with the switched-off drives at zero."""
    people, ties, off = world.people, world.ties, world.off
    lead = np.zeros(len(ties.observer[rows]))
    if "envy" not in off and people.standing.any():
        observer, target = ties.observer[rows], ties.target[rows]
        rivals = (people.field[observer] == people.field[target]) & (people.field[observer] >= 0)
        ahead = positive(people.standing[target] - people.standing[observer])
        lead = people.envy[observer] * rivals * ahead
    return Bonds(ties.love[rows] * ("love" not in off), ties.fear[rows] * ("fear" not in off), lead)


def social(traits: Strengths, bound: Bonds, view: View, params: Parameters) -> Floats:
    """Return the reward per second of having somebody in mind, in the order of TIE_STREAMS.

    The circuit, and beside it: love warms by the beloved's presence in mind and place (T15); fear grows with nearness
    (T29); a friend who is ahead in my own field pains the more, the closer the friend (T31).

    Returns:
        (7, …) reward per second.
    """
    streams = np.zeros((len(TIE_STREAMS), *view.attention.shape))
    streams[: len(CIRCUIT_STREAMS)] = circuit(traits, view)
    streams[[_FEAR, _ENVY]] = -0.0  # what a loss of nothing comes to below
    if bound.love.any():
        streams[_LOVE] = params.love_gain * bound.love * view.attention * (1.0 + view.nearness) / 2
    if bound.fear.any():
        streams[_FEAR] = -params.fear_gain * bound.fear * view.attention * view.nearness
    if bound.lead.any():
        streams[_ENVY] = -params.envy_gain * bound.lead * positive(view.affinity) * (view.attention * view.personhood)
    return streams


def company(people: People, off: frozenset[str], around: Floats, params: Parameters) -> Floats:
    """Return (N,) the reward per second of `around`, the company one has; the lonely enjoy it most (T29)."""
    taste = people.company * (people.loneliness + positive(-people.company)) * ("company" not in off)
    return taste * params.company_gain * around


def play(playfulness: Floats, merriment: Floats, off: frozenset[str], params: Parameters) -> Floats:
    """Return the reward per second of playing with somebody at `merriment`, 0 to 1 (T29)."""
    return params.play_gain * playfulness * merriment * ("play" not in off)


def worry(unease: Floats, explained: Floats, off: frozenset[str], params: Parameters) -> Floats:
    """Return the reward per second of a gnawing unease: it stings unless something explains it (T17).

    Args:
        unease: 0 to 1.
        explained: how much suffering one has in mind that could be the reason, 0 and up.
        off: the drives that are switched off.
        params: the constants of the world.
    """
    return -params.worry_gain * unease * (1.0 - share(params.explanation * explained)) * ("anxiety" not in off)
