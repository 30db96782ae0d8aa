"""Amends: apologies and thanks are heard, and change what the two are to each other.

Theory: T1, T23, T28. An apology takes off blame as far as it looks felt: by the same reading of a heart by which people
were blamed (distress and effort, here against the blame). Thanks tell the helper what the one helped thinks of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.arrays import NO_ONE, ONE, ZERO
from sandbox.engine.circuit import taken_in
from sandbox.engine.curves import positive, valence
from sandbox.engine.judge import read_heart
from sandbox.engine.params import SECONDS_PER_TICK

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.realm import AnyRealm, Realm


def amends(world: AnyRealm) -> AnyRealm:
    """Let those who say sorry or thank be heard by those who perceive them."""
    deeds = world.traces.deeds
    if deeds is None or not deeds.any("sorry", "thanks"):
        return world
    back = _heard(world, deeds.tie[world.where_on("amends", *_twice(deeds.sorry))])
    if len(back):
        world = relent(world, back, world.tie_law(back).tell_rate * SECONDS_PER_TICK)
    back = _heard(world, deeds.tie[world.where_on("gratitude", *_twice(deeds.thanks))])
    if len(back):
        world = gladden(world, back, world.tie_law(back).tell_rate * SECONDS_PER_TICK)
    return world


def relent(world: AnyRealm, back: Ints, much: Floats | float) -> AnyRealm:
    """Let the observers of (K,) different ties forgive the targets, who say sorry to them.

    Args:
        world: the moment.
        back: rows of the ties to those who apologise; the ties that look back are there.
        much: (K,) how much of an apology it is, 0 to 1.
    """
    ties, params, row = world.ties, world.tie_law(back), world.links.mirror[back]
    eased = _felt(world, back) * much * taken_in(ties.attention[back], params)
    taken = eased * ties.blame[back]
    names = "blame", "affinity", "proven", "sorry", "reproach"
    sheets = {name: getattr(ties, name).copy() for name in names}
    sheets["blame"][back] -= taken
    sheets["affinity"][back] = valence(ties.affinity[back] + taken * params.affinity_rate / params.blame_rate)
    sheets["proven"][back] += eased * positive(-ties.proven[back])
    sheets["sorry"][row] += much * (ONE - ties.sorry[row])
    sheets["reproach"][row] = np.minimum(ties.reproach[row], sheets["blame"][back])
    return world.with_ties(**sheets).leaving(moved=np.sort(back))


def gladden(world: AnyRealm, back: Ints, much: Floats | float) -> AnyRealm:
    """Let the observers of (K,) different ties hear the thanks of the targets, whose ties to them are there.

    Args:
        world: the moment.
        back: rows of the ties to those who thank.
        much: (K,) how much of a word of thanks it is, 0 to 1.
    """
    ties, params, row = world.ties, world.tie_law(back), world.links.mirror[back]
    owed = ties.credit[row]
    regard, noticed, affinity, thanked = (
        column.copy() for column in (ties.regard, ties.noticed, ties.affinity, ties.thanked)
    )
    new = much * (ONE - thanked[row])
    regard[back] += new * positive(valence(ties.affinity[row] + owed) - regard[back])
    noticed[back] = 1.0
    affinity[back] = valence(affinity[back] + new * owed * params.address_affinity)
    thanked[row] += new
    return world.with_ties(regard=regard, noticed=noticed, affinity=affinity, thanked=thanked).leaving(gladdened=back)


def _twice(sheet: Floats) -> tuple[Ints, Ints]:
    who = (sheet > 0).nonzero()[0]
    return who, who


def _heard(world: Realm, rows: Ints) -> Ints:
    """Return the ties that look back on (K,) `rows`, where the doer is perceived."""
    back = world.links.mirror[rows]
    back = back[back != NO_ONE]
    heard: Ints = back[world.ties.clarity[back] > ZERO]
    return heard


def _felt(world: Realm, back: Ints) -> Floats:
    """Return (K,) how felt an apology looks, 0 to 1: the face and the effort, against what is held against them."""
    people, ties, who = world.people, world.ties, world.ties.target[back]
    face = people.shown[who] * ties.trust[back]
    return read_heart(face, people.effort[who], ties.blame[back], world.tie_law(back))
