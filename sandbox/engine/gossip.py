"""Gossip: blame and credit travel from mouth to ear, and change on the way.

Theory: T32. A listener takes over as much as they like and trust the teller, and less of what goes against a verdict of
their own; some gets lost, and the teller's own feelings colour the rest. Who stands beside them overhears it; whoever
it is about then knows what the other thinks of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.arrays import NO_ONE, ONE, ZERO, nobodies, ones
from sandbox.engine.circuit import taken_in
from sandbox.engine.curves import halves, positive, share, valence
from sandbox.engine.denials import believed, deny
from sandbox.engine.links import firsts
from sandbox.engine.meet import with_ties_between
from sandbox.engine.options.option import BESIDE
from sandbox.engine.params import SECONDS_PER_TICK
from sandbox.engine.tidings import topics
from sandbox.engine.traces import Hearsay

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.engine.realm import AnyRealm, Realm


def gossip(world: AnyRealm) -> AnyRealm:
    """Let everybody who talks, by what people are just doing, be heard."""
    deeds = world.traces.deeds
    if deeds is None or not world.anywhere("gossip"):
        return world
    world = deny(world, deeds)
    if not deeds.any("tells"):
        return world
    teller = (deeds.tells > 0).nonzero()[0]
    rows = deeds.tie[world.where_on("gossip", teller, teller)]
    told = world.ties.told.copy()
    told[rows] += world.tie_law(rows).tell_rate * SECONDS_PER_TICK * (ONE - told[rows])
    return heard(world.with_ties(told=told), _said(world, rows))


def heard(world: AnyRealm, said: Hearsay) -> AnyRealm:
    """Let what is said be heard, as far as it is heeded; no two of it may have the same listener and subject."""
    others, own = said.of_others, said.of_listeners
    world = with_ties_between(world, others.listener, others.about)
    world = with_ties_between(world, own.listener, own.holder)
    return _find_out(_take_over(world, others), own).leaving(hearsay=said)


def _said(world: Realm, rows: Ints) -> Hearsay:
    """Find what is said in the (K,) ties teller → listener, and who hears it; things hear nothing."""
    ties = world.ties
    topic = topics(world, rows)
    said = ((topic.verdict != ZERO) & (world.people.sentience[ties.target[rows]] > 0)).nonzero()[0]
    rows, source, verdict = rows[said], topic.tie[said], topic.verdict[said]
    teller, listener, about, params = ties.observer[rows], ties.target[rows], ties.target[source], world.tie_law(source)
    lean = -ties.affinity[source] * np.sign(verdict)
    arrives = valence(verdict * (1.0 - params.tell_loss) * (ONE + params.tell_colour * lean))
    ear, place = _overhearing(world, teller, listener, about)
    hearer, talk = np.concatenate([listener, ties.observer[ear]]), np.concatenate([np.arange(len(rows)), place])
    heeded = np.concatenate([ones(len(rows)), taken_in(ties.attention[ear], world.tie_law(ear))])
    once = firsts(hearer * len(world.people) + about[talk])
    hearer, talk, heeded = hearer[once], talk[once], heeded[once]
    teller, holder = teller[talk], topic.holder[said[talk]]
    return Hearsay(
        teller,
        hearer,
        about[talk],
        arrives[talk],
        np.where(once < len(rows), holder, teller),
        heeded * world.law(hearer).tell_rate * SECONDS_PER_TICK,
    )


def _overhearing(world: Realm, teller: Ints, listener: Ints, about: Ints) -> tuple[Ints, Ints]:
    """Return the ties of those who stand beside a teller to them, and which of the K talks each of them overhears.

    What is said to a listener of themself is for their ears alone.
    """
    aloud = (listener != about).nonzero()[0]
    if not len(aloud):
        return aloud, aloud
    ties, talk = world.ties, nobodies(len(world.people))
    talk[teller[aloud]] = aloud
    ear = (ties.nearness >= BESIDE).nonzero()[0]
    place = talk[ties.target[ear]]
    beside = ((place != NO_ONE) & (ties.observer[ear] != listener[place])).nonzero()[0]
    return ear[beside], place[beside]


def _take_over(world: AnyRealm, said: Hearsay) -> AnyRealm:
    """Let verdicts on others be taken over; what agrees with one's own counts only where it is stronger."""
    ties = world.ties
    row, params = world.links.rows(said.listener, said.about), world.law(said.listener)
    own = ties.blame[row] - ties.credit[row]
    sure, contrary = np.abs(own), own * said.verdict < ZERO
    open_to = np.where(contrary, ONE - sure, np.abs(said.verdict) > sure)
    moved = said.heed * believed(world, said.listener, said.teller) * open_to * (said.verdict - own)
    blame, credit, affinity = ties.blame.copy(), ties.credit.copy(), ties.affinity.copy()
    claim, claim_by, hearsay = ties.claim.copy(), ties.claim_by.copy(), ties.hearsay.copy()
    worse, better = halves(moved)
    less_credit, less_blame = np.minimum(worse, credit[row]), np.minimum(better, blame[row])
    blame[row] = share(blame[row] + worse - less_credit - less_blame)
    credit[row] = share(credit[row] + better - less_blame - less_credit)
    affinity[row] = valence(affinity[row] - moved * params.affinity_rate / params.blame_rate)
    claim[row], claim_by[row] = -said.verdict, said.teller
    hearsay[row] = valence(hearsay[row] + moved)
    return world.with_ties(
        blame=blame, credit=credit, affinity=affinity, claim=claim, claim_by=claim_by, hearsay=hearsay
    )


def _find_out(world: AnyRealm, said: Hearsay) -> AnyRealm:
    """Let listeners find out what is said of themselves: they hear it from the one who holds it, or believe another."""
    if not len(said.about):
        return world
    ties, row = world.ties, world.links.rows(said.listener, said.holder)
    sure = np.where(said.teller == said.holder, 1.0, believed(world, said.listener, said.teller))
    known, regard = ties.regard[row], ties.regard.copy()
    new = np.abs(said.verdict) > np.abs(known)
    regard[row] -= said.heed * sure * new * (said.verdict + known)
    reproach = ties.reproach.copy()
    reproach[row] += said.heed * sure * positive(said.verdict - reproach[row])
    return world.with_ties(regard=regard, reproach=reproach)
