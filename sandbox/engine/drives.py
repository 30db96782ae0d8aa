"""The other drives, kept apart from the circuit: love, fear, envy, company, play and worry.

Theory: T15, T17, T29, T31 (essay, section 7: there are more social drives than the circuit). Like the circuit, each is
a plain function of how somebody is had in mind, so that the same one feels the present and imagines the future.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.arrays import ONE
from sandbox.engine.circuit import Strengths, circuit
from sandbox.engine.curves import positive, share
from sandbox.engine.named import NamedTuple
from sandbox.engine.vocabulary import CIRCUIT_STREAMS, TIE_STREAMS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.circuit import View
    from sandbox.engine.params import Parameters
    from sandbox.engine.realm import Realm, Who

_LOVE, _FEAR, _ENVY = (TIE_STREAMS.index(name) for name in ("love", "fear", "envy"))


class Bonds(NamedTuple):
    """What the other is to one apart from the circuit; arrays of one shape."""

    love: Floats
    """attachment, 0 to 1"""
    fear: Floats
    """how much they frighten, 0 to 1"""
    lead: Floats
    """how far they are ahead in one's own field, times one's envy, 0 to 1"""


def driven(world: Realm, drive: str, who: Who, values: Floats) -> Floats:
    """Return (K,) values of (K,) people, with nothing where a drive is off."""
    on = world.on(drive, who)
    return values if on is True else values * on


def strengths(world: Realm, who: Ints) -> Strengths:
    """Return the circuit's strengths of (K,) people, with the switched-off streams at zero."""
    people = world.people
    return Strengths(
        driven(world, "sympathy", who, people.sympathy[who]),
        driven(world, "schadenfreude", who, people.spite[who]),
        driven(world, "approval", who, people.approval[who]),
        driven(world, "provocation", who, people.provocation[who]),
    )


def bonds(world: Realm, rows: Ints) -> Bonds:
    """Return what the target of each tie in `rows` is to its observer, with the switched-off drives at zero."""
    people, ties, observer = world.people, world.ties, world.ties.observer[rows]
    love = driven(world, "love", observer, ties.love[rows])
    fear = driven(world, "fear", observer, ties.fear[rows])
    if not world.anywhere("envy") or not np.count_nonzero(people.standing):
        return Bonds(love, fear, np.zeros(len(observer)))
    target = ties.target[rows]
    rivals = (people.field[observer] == people.field[target]) & (people.field[observer] >= 0)
    ahead = positive(people.standing[target] - people.standing[observer])
    return Bonds(love, fear, driven(world, "envy", observer, people.envy[observer] * rivals * ahead))


def social(traits: Strengths, bound: Bonds, view: View, params: Parameters) -> Floats:
    """Return the reward per second of having somebody in mind, in the order of TIE_STREAMS.

    The circuit, and beside it: love warms by the beloved's presence in mind and place (T15); fear grows with nearness
    (T29); a friend who is ahead in my own field pains the more, the closer the friend (T31).

    Returns:
        (7, …) reward per second.
    """
    streams = np.zeros((len(TIE_STREAMS), *view.attention.shape))
    circuit(traits, view, streams[: len(CIRCUIT_STREAMS)])
    if np.count_nonzero(bound.love):
        streams[_LOVE] = params.love_gain * bound.love * view.attention * (ONE + view.nearness) / 2
    if np.count_nonzero(bound.fear):
        streams[_FEAR] = -params.fear_gain * bound.fear * view.attention * view.nearness
    if np.count_nonzero(bound.lead):
        streams[_ENVY] = -params.envy_gain * bound.lead * positive(view.affinity) * (view.attention * view.personhood)
    return streams


def company(world: Realm, who: Who, around: Floats | float) -> Floats:
    """Return the reward per second of `around`, the company that (K,) people have; the lonely enjoy it most (T29)."""
    people, liked = world.people, world.people.company[who]
    taste = driven(world, "company", who, liked * (people.loneliness[who] + positive(-liked)))
    return taste * world.law(who).company_gain * around


def play(world: Realm, who: Who, merriment: Floats) -> Floats:
    """Return the reward per second of playing with somebody at `merriment`, 0 to 1, for (K,) people (T29)."""
    people = world.people
    playfulness = people.playfulness[who] * (ONE - people.tired[who])
    return driven(world, "play", who, world.law(who).play_gain * playfulness * merriment)


def worry(world: Realm, who: Who, explained: Floats) -> Floats:
    """Return the reward per second of (K,) people's gnawing unease: it stings unless something explains it (T17).

    Args:
        world: the moment.
        who: rows of People.
        explained: (…, K) how much suffering they have in mind that could be the reason, 0 and up.
    """
    params, unease = world.law(who), world.people.unease[who]
    stung = -params.worry_gain * unease * (ONE - share(params.explanation * explained))
    return driven(world, "anxiety", who, stung)
