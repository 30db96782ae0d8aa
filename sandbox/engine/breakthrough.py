"""Breakthrough: a very vivid pain makes a person of a thing, a matter of a trifle and a fellow being of an enemy.

Theory: T30. Reads pain that faces show plainly, feigned or not; raises personhood, importance and, as far as mercy
goes, affinity. Switch: breakthrough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.curves import positive
from sandbox.engine.looks import seeming
from sandbox.engine.params import SECONDS_PER_TICK

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.engine.realm import AnyRealm


def break_through(world: AnyRealm, perceived: Ints) -> AnyRealm:
    """Let vivid pain have its effect in those of the ties `perceived` (K,) where it is seen and minded."""
    people, ties = world.people, world.ties
    pain = positive(-people.shown) * seeming(world)
    if not world.anywhere("breakthrough") or not np.count_nonzero(pain > world.law().breakthrough_line):
        return world
    vivid = ties.clarity[perceived] * ties.seen[perceived] * pain[ties.target[perceived]]
    strong = (vivid > world.tie_law(perceived).breakthrough_line).nonzero()[0]
    strong = world.where_on("breakthrough", strong, ties.observer[perceived[strong]])
    if not len(strong):
        return world
    row = perceived[strong]
    params = world.tie_law(row)
    excess = (vivid[strong] - params.breakthrough_line) / (1.0 - params.breakthrough_line)
    minded = np.minimum(1.0, 2 * (params.glance_share + ties.attention[row]))
    pull = params.breakthrough_rate * SECONDS_PER_TICK * excess * minded
    personhood, importance, affinity = ties.personhood.copy(), ties.importance.copy(), ties.affinity.copy()
    personhood[row] += pull * (1.0 - personhood[row])
    importance[row] += pull * (1.0 - importance[row])
    affinity[row] += pull * positive(params.mercy - affinity[row])
    return world.with_ties(personhood=personhood, importance=importance, affinity=affinity)
