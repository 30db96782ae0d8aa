"""Norms: what a group admires and despises is held for and against whoever is seen to do it.

Theory: T7, T28. Reads what people are at and what their watchers think of that; changes blame, credit and affinity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.circuit import taken_in
from sandbox.engine.curves import positive, share, valence
from sandbox.engine.params import SECONDS_PER_TICK

if TYPE_CHECKING:
    from sandbox.engine.realm import AnyRealm


def uphold(world: AnyRealm) -> AnyRealm:
    """Blame and credit people for what their watchers' norms say of it."""
    people, ties = world.people, world.ties
    if not (world.anywhere("norms") and world.anywhere("judgement") and np.count_nonzero(people.norms)):
        return world
    rows = ties.seen.nonzero()[0]
    for drive in ("norms", "judgement"):
        rows = world.where_on(drive, rows, ties.observer[rows])
    rows = rows[people.option_on[ties.target[rows]] >= 0]
    norm = people.norms[ties.observer[rows], people.option[ties.target[rows]]]
    rows, norm = rows[norm != 0], norm[norm != 0]
    if not len(rows):
        return world
    params = world.tie_law(rows)
    heeded = taken_in(ties.attention[rows], params) * ties.clarity[rows]
    moved = params.norm_rate * SECONDS_PER_TICK * norm * heeded * ties.personhood[rows]
    blame, credit, affinity = ties.blame.copy(), ties.credit.copy(), ties.affinity.copy()
    blame[rows] = share(blame[rows] + positive(-moved) - positive(moved))
    credit[rows] = share(credit[rows] + positive(moved) - positive(-moved))
    affinity[rows] = valence(affinity[rows] + moved * params.affinity_rate / params.blame_rate)
    return world.with_ties(blame=blame, credit=credit, affinity=affinity).leaving(moved=rows)
