"""Arousal: how much seems to be at stake with somebody just now, a multiplier on the whole circuit.

Theory: T11, T30 (essay, section 4.1.1 and note 6: phasic physiological arousal upon seeing the other person tracks how
high-stakes they seem). Plain pain raises it in half a second, less in whoever has long had them in mind; it is down
again in a few. It stands above the slow importance. Where it is very high, pain breaks through: for as long as it
lasts a thing is a person and an enemy a fellow being, and nothing of that stays.
Switch: breakthrough (of the latter).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.circuit import taken_in
from sandbox.engine.curves import part, positive, share
from sandbox.engine.drives import driven
from sandbox.engine.looks import seeming

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.realm import AnyRealm, Realm

FAINT: Final = 1e-3
"""Arousal below which there is none any more; what only ever shrinks by a part would never end."""


def arouse(world: AnyRealm, perceived: Ints) -> AnyRealm:
    """Let arousal rise by what is plainly seen in the ties `perceived` (K,), and fall by itself."""
    people, ties = world.people, world.ties
    pain = positive(-people.shown) * seeming(world)
    upset = pain > world.law().need_threshold
    risen = (ties.stakes > 0.0).nonzero()[0]
    moves = np.count_nonzero(upset)
    if not (moves or len(risen)):
        return world
    stakes, left = np.zeros(len(ties)), ties.stakes[risen] * (1.0 - part(world.tie_law(risen).stakes_time))
    stakes[risen] = left * (left > FAINT)
    if not moves:
        return world.with_ties(stakes=stakes)
    row = perceived[upset[ties.target[perceived]] & (ties.seen[perceived] > 0.0)]
    params = world.tie_law(row)
    called = called_forth(world, row, pain[ties.target[row]])
    stakes[row] += part(params.stakes_rise) * positive(called - stakes[row])
    return world.with_ties(stakes=stakes)


def called_forth(world: Realm, rows: Ints, pain: Floats) -> Floats:
    """Return (K,) the arousal that so much `pain` (K,), 0 to 1, calls forth if it shows in the ties `rows` as they are.

    It is the square of how plainly it shows, less in whoever hardly attends or has long had them in mind.
    """
    ties, params = world.ties, world.tie_law(rows)
    vivid = np.minimum(1.0, 2 * ties.clarity[rows]) * pain
    minded = taken_in(ties.attention[rows], params)
    fresh = 1.0 - params.boredom * ties.boredom[rows]
    called: Floats = share(params.stakes_gain * vivid * vivid) * minded * fresh
    return called


def foreseen(world: Realm, rows: Ints, believed: Floats) -> Floats:
    """Return (K,) how important the targets of the ties in `rows` were if they were seen to feel so: pain arouses."""
    _, importance, _ = moved(world, rows)
    pain = positive(-believed) * seeming(world)[world.ties.target[rows]]
    more = positive(called_forth(world, rows, pain) - world.ties.stakes[rows])
    return importance + world.tie_law(rows).stakes_weight * more * (1.0 - importance)


def moved(world: Realm, rows: Ints) -> tuple[Floats, Floats, Floats]:
    """Return (K,) personhood, importance and affinity of the ties in `rows` as arousal leaves them."""
    ties = world.ties
    personhood, importance, affinity = ties.personhood[rows], ties.importance[rows], ties.affinity[rows]
    stakes = ties.stakes[rows]
    place = (stakes > 0.0).nonzero()[0]  # Of flags, that is a good deal faster.
    if not len(place):
        return personhood, importance, affinity
    stakes, params = stakes[place], world.tie_law(rows[place])
    importance[place] += params.stakes_weight * stakes * (1.0 - importance[place])
    high = stakes > params.breakthrough_line
    if np.count_nonzero(high):
        place = place[high]
        params = world.tie_law(rows[place])
        broken = share((stakes[high] - params.breakthrough_line) / (1.0 - params.breakthrough_line))
        broken = driven(world, "breakthrough", ties.observer[rows[place]], broken)
        personhood[place] += broken * (1.0 - personhood[place])
        affinity[place] += broken * positive(params.mercy - affinity[place])
    return personhood, importance, affinity


def caring(world: Realm, rows: Ints) -> Floats:
    """Return (K,) what the targets of the ties in `rows` are to their observers, affinity × importance, -1 to 1."""
    _, importance, affinity = moved(world, rows)
    return affinity * importance
