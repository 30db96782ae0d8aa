"""Arousal: how much seems to be at stake with somebody just now, a multiplier on the whole circuit.

Theory: T11, T30 (essay, section 4.1.1 and note 6: phasic physiological arousal upon seeing the other person tracks how
high-stakes they seem). Plain pain raises it in half a second, less in whoever has long had them in mind; it is down
again in a few. It stands above the slow importance. Where it is very high, pain breaks through: for as long as it
lasts a thing is a person and an enemy a fellow being, and nothing of that stays.
Switch: breakthrough (of the latter).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.circuit import taken_in
from sandbox.engine.curves import part, positive, share
from sandbox.engine.looks import seeming

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.realm import AnyRealm, Realm


def arouse(world: AnyRealm, perceived: Ints) -> AnyRealm:
    """Let arousal rise by what is plainly seen in the ties `perceived` (K,), and fall by itself."""
    people, ties = world.people, world.ties
    stakes = ties.stakes * (1.0 - part(world.tie_law().stakes_time))
    pain = positive(-people.shown) * seeming(world)
    upset = pain > world.law().need_threshold
    if not np.count_nonzero(upset):
        return world.with_ties(stakes=stakes) if np.count_nonzero(ties.stakes) else world
    row = perceived[upset[ties.target[perceived]] & (ties.seen[perceived] > 0.0)]
    params = world.tie_law(row)
    vivid = np.minimum(1.0, 2 * ties.clarity[row]) * pain[ties.target[row]]
    minded = taken_in(ties.attention[row], params)
    fresh = 1.0 - params.boredom * ties.boredom[row]
    called = share(params.stakes_gain * vivid * vivid) * minded * fresh
    stakes[row] += part(params.stakes_rise) * positive(called - stakes[row])
    return world.with_ties(stakes=stakes)


def moved(world: Realm, rows: Ints) -> tuple[Floats, Floats, Floats]:
    """Return (K,) personhood, importance and affinity of the ties in `rows` as arousal leaves them."""
    ties = world.ties
    personhood, importance, affinity = ties.personhood[rows], ties.importance[rows], ties.affinity[rows]
    stakes = ties.stakes[rows]
    if not np.count_nonzero(stakes):
        return personhood, importance, affinity
    params = world.tie_law(rows)
    importance = importance + params.stakes_weight * stakes * (1.0 - importance)
    broken = share((stakes - params.breakthrough_line) / (1.0 - params.breakthrough_line))
    broken = broken * world.on("breakthrough", ties.observer[rows])
    if np.count_nonzero(broken):
        personhood = personhood + broken * (1.0 - personhood)
        affinity = affinity + broken * positive(params.mercy - affinity)
    return personhood, importance, affinity


def caring(world: Realm, rows: Ints) -> Floats:
    """Return (K,) what the targets of the ties in `rows` are to their observers, affinity × importance, -1 to 1."""
    _, importance, affinity = moved(world, rows)
    return affinity * importance
