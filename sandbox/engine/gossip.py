"""Gossip: blame and credit travel from mouth to ear, and change on the way.

Theory: T32. Whoever tells speaks of the one about whom their verdict is strongest. The listener takes over as much
as they like and trust the teller; some gets lost, and the teller's own feelings colour the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.curves import positive, share, valence
from sandbox.engine.links import firsts
from sandbox.engine.meet import with_ties_between
from sandbox.engine.params import SECONDS_PER_TICK
from sandbox.engine.people import NOBODY
from sandbox.engine.traces import Hearsay

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.engine.realm import AnyRealm, Realm


def gossip(world: AnyRealm) -> AnyRealm:
    """Let everybody who talks, by what people are just doing, be heard."""
    deeds = world.traces.deeds
    if deeds is None or not world.anywhere("gossip") or not np.count_nonzero(deeds.tells):
        return world
    teller = (deeds.tells > 0).nonzero()[0]
    rows = deeds.tie[world.where_on("gossip", teller, teller)]
    told = world.ties.told.copy()
    told[rows] += world.tie_law(rows).tell_rate * SECONDS_PER_TICK * (1.0 - told[rows])
    world = world.with_ties(told=told)
    said = _said(world, rows)
    return _take_over(with_ties_between(world, said.listener, said.about), said)


def _said(world: Realm, rows: Ints) -> Hearsay:
    """Find what is said in the (K,) ties teller → listener; nobody is told about themself, and things hear nothing."""
    ties = world.ties
    teller, listener = ties.observer[rows], ties.target[rows]
    theirs = world.links.of_people(teller)
    held = ties.blame[theirs] - ties.credit[theirs]
    source = world.links.strongest_of(np.abs(held), theirs)[teller]
    others = ((ties.target[source] != listener) & (world.people.sentience[listener] > 0)).nonzero()[0]
    source, teller, listener = source[others], teller[others], listener[others]
    verdict = ties.blame[source] - ties.credit[source]
    params = world.tie_law(source)
    lean = -ties.affinity[source] * np.where(verdict < 0, -1.0, 1.0)
    arrives = verdict * (1.0 - params.tell_loss) * (1.0 + params.tell_colour * lean)
    order = firsts(listener * len(world.people) + ties.target[source])
    return Hearsay(
        teller[order],
        listener[order],
        ties.target[source][order],
        valence(arrives[order]),
    )


def _take_over(world: AnyRealm, said: Hearsay) -> AnyRealm:
    ties = world.ties
    row = world.links.rows(said.listener, said.about)
    ear = world.links.rows(said.listener, said.teller)
    believed = np.where(ear != NOBODY, ties.trust[ear] * positive(ties.affinity[ear]), 0.0)
    own = ties.blame[row] - ties.credit[row]
    news = np.where(np.abs(said.verdict) > np.abs(own), said.verdict - own, 0.0)
    params = world.law(said.listener)
    moved = params.tell_rate * SECONDS_PER_TICK * believed * news
    blame, credit, affinity = ties.blame.copy(), ties.credit.copy(), ties.affinity.copy()
    blame[row] = share(blame[row] + positive(moved))
    credit[row] = share(credit[row] + positive(-moved))
    affinity[row] = valence(affinity[row] - moved * params.affinity_rate / params.blame_rate)
    return world.with_ties(blame=blame, credit=credit, affinity=affinity).leaving(hearsay=said)
