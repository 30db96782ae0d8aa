"""Resemblance: whoever looks like somebody who mattered starts as a little of what that one was, and feels like me.

Theory: T18, T26. Reads looks and groups, of which only what is distinctive counts: a hat, a pattern, a colour, a
group. One's own look counts too: who looks like me and mine is a little of a friend.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.arrays import ONE
from sandbox.engine.curves import valence
from sandbox.engine.looks import seeming
from sandbox.engine.people import LOOKS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.people import People
    from sandbox.engine.realm import Realm
    from sandbox.engine.world import World


def similarity(people: People, one: Ints, other: Ints) -> Floats:
    """Return (K,) the share of distinctive features that two people have in common, 0 to 1."""
    looks = (people.looks[one] == people.looks[other]) & (people.looks[one] > 0)
    group = (people.group[one] == people.group[other]) & (people.group[one] >= 0)
    shared: Floats = (looks.sum(axis=1) / LOOKS + group) / 2
    return shared


def resembling(world: Realm, observer: Ints, target: Ints) -> Floats:
    """Return (K,) the affinity with which each observer meets a target whom they do not know yet."""
    people, ties, links, params = world.people, world.ties, world.links, world.law(observer)
    fellow = params.fellowship * seeming(world)[target]
    if not world.anywhere("resemblance"):
        return fellow + np.zeros(len(observer))
    known, pair, _ = links.of_each(observer)
    alike = similarity(people, ties.target[known], target[pair]) * ties.importance[known]
    alike = np.where(ties.target[known] == target[pair], 0.0, alike)
    summed = np.bincount(pair, alike * ties.affinity_anchor[known], minlength=len(observer))
    whole = np.bincount(pair, alike, minlength=len(observer)) + params.resemblance_doubt
    kin = params.kinship * similarity(people, observer, target)
    likeness = params.resemblance_gain * summed / whole + kin
    return valence(fellow + likeness * world.on("resemblance", observer))


def carried_over(world: World, observer: int, target: int, change: float) -> World:
    """Let a change of heart about one person carry over to those who look like them."""
    people, ties = world.people, world.ties
    if "resemblance" in world.off:
        return world
    own = np.flatnonzero((ties.observer == observer) & (ties.target != target))
    alike = similarity(people, ties.target[own], np.full(len(own), target))
    moved = world.params.resemblance_gain * alike * change
    affinity, anchor = ties.affinity.copy(), ties.affinity_anchor.copy()
    affinity[own] = valence(affinity[own] + moved)
    anchor[own] = valence(anchor[own] + moved / 2)
    return world.with_ties(affinity=affinity, affinity_anchor=anchor)


def projected(people: People, observer: Ints, *, typical: bool | Bools) -> Floats:
    """Return (K,) the taste for company that each observer at first takes anybody to have: their own (T18).

    The more they attend to others, the less they do so; and nobody does so where that drive is off (`typical`).
    """
    guessed = people.company[observer] * (ONE - people.social_attention[observer])
    return guessed * typical
