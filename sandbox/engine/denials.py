"""Denials: what somebody was told is contradicted, and doubted as far as the one who contradicts it is believed.

Theory: T32. Whoever was told what goes against their own verdict can say so to the teller; so can somebody who is
blamed though they had to do with no trouble. Only what rests on hearsay is taken back: what was seen was seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.arrays import NO_ONE, ONE, ZERO
from sandbox.engine.curves import positive, valence
from sandbox.engine.links import firsts
from sandbox.engine.params import SECONDS_PER_TICK

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.effects import Effects
    from sandbox.engine.realm import AnyRealm, Realm

FAINT: Final = 0.02
"""Involvement in a trouble below which somebody has nothing to answer for."""


def contested(world: Realm, doer: Ints, target: Ints) -> tuple[Ints, Floats]:
    """Find what (K,) people, who must have a tie, could contradict that (K,) others say of a third.

    Returns:
        (K,) the person of whom it is said; (K,) how much there is to contradict, 0 to 1.
    """
    ties, links = world.ties, world.links
    if not len(doer) or not np.count_nonzero(ties.claim):
        return doer, np.zeros(len(doer))
    own, pair, _ = links.of_each(doer)
    teller = target[pair]
    theirs = ((ties.claim_by[own] == teller) & (ties.target[own] != teller)).nonzero()[0]
    if not len(theirs):
        return doer, np.zeros(len(doer))
    row, pair, about, most = own[theirs], pair[theirs], doer.copy(), np.zeros(len(doer))
    stand, claim = valence(ties.affinity[row] + ties.credit[row] - ties.blame[row]), ties.claim[row]
    against = positive(-np.sign(claim) * stand) * np.abs(claim)
    np.maximum.at(most, pair, against)
    peaks = (against == most[pair]).nonzero()[0][::-1]
    about[pair[peaks]] = ties.target[row[peaks]]
    return about, most * (ONE - ties.told[links.rows(doer, target)])


def accused(world: Realm, doer: Ints, tie: Ints) -> Floats:
    """Return (K,) how much the targets of (K,) ties hold against (K,) doers who had to do with no trouble, 0 to 1."""
    innocent = world.people.involvement[doer] <= FAINT
    held: Floats = world.ties.reproach[tie] * innocent * (ONE - world.ties.told[tie])
    return held


def believed(world: Realm, listener: Ints, teller: Ints) -> Floats:
    """Return (K,) how far listeners believe tellers, 0 to 1: by liking and trust; what nobody says, a bit."""
    ties, ear = world.ties, world.links.rows(listener, teller)
    known: Floats = ties.trust[ear] * positive(ties.affinity[ear]) * (ear != NO_ONE)
    nobody = teller == NO_ONE
    return np.where(nobody, world.law(listener).rumour_belief, known) if np.count_nonzero(nobody) else known


def deny(world: AnyRealm, deeds: Effects) -> AnyRealm:
    """Let everybody who contradicts another be heard."""
    if not deeds.any("denies"):
        return world
    denier = (deeds.denies > 0).nonzero()[0]
    rows = deeds.tie[world.where_on("gossip", denier, denier)]
    denier, listener = world.ties.observer[rows], world.ties.target[rows]
    about, strength = contested(world, denier, listener)
    own = accused(world, denier, rows)
    about, strength = np.where(own > strength, denier, about), np.maximum(own, strength)
    told = world.ties.told.copy()
    told[rows] += world.tie_law(rows).tell_rate * SECONDS_PER_TICK * (ONE - told[rows])
    said = (strength > ZERO).nonzero()[0]
    much = world.law(denier[said]).tell_rate * SECONDS_PER_TICK
    return retract(world.with_ties(told=told), listener[said], denier[said], about[said], much)


def retract(world: AnyRealm, listener: Ints, denier: Ints, about: Ints, much: Floats | float) -> AnyRealm:
    """Let (K,) listeners take back what they only heard of others, as far as they believe those who deny it.

    Args:
        world: the moment.
        listener: who hears the denial.
        denier: who denies it.
        about: of whom it was said.
        much: (K,) how much of a denial it is, 0 to 1.
    """
    ties, row = world.ties, world.links.rows(listener, about)
    doubt = believed(world, listener, denier) * much
    known = (row != NO_ONE).nonzero()[0]
    known = known[firsts(row[known])]
    row, doubt, denier = row[known], doubt[known], denier[known]
    if not len(row):
        return world
    params, back = world.tie_law(row), doubt * ties.hearsay[row]
    names = "blame", "credit", "affinity", "claim", "hearsay"
    sheets = {name: getattr(ties, name).copy() for name in names}
    sheets["blame"][row] -= np.minimum(positive(back), ties.blame[row])
    sheets["credit"][row] -= np.minimum(positive(-back), ties.credit[row])
    sheets["affinity"][row] = valence(ties.affinity[row] + back * params.affinity_rate / params.blame_rate)
    sheets["claim"][row] *= ONE - doubt
    sheets["hearsay"][row] -= back
    return world.with_ties(**sheets).leaving(denied=row, deniers=denier)
