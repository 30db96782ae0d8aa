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

from sandbox.engine.arrays import ONE, ZERO
from sandbox.engine.circuit import taken_in
from sandbox.engine.curves import part, positive, share
from sandbox.engine.drives import driven
from sandbox.engine.looks import seeming
from sandbox.engine.traces import Gates

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.near import Pairs
    from sandbox.engine.params import Parameters
    from sandbox.engine.realm import AnyRealm, Realm

FAINT: Final = np.array(1e-3)
"""Arousal below which there is none any more; what only ever shrinks by a part would never end."""


def arouse(world: AnyRealm, perceived: Pairs) -> AnyRealm:
    """Let arousal rise by what is plainly seen of those who are `perceived`, and fall by itself."""
    people, ties = world.people, world.ties
    pain = positive(-people.shown) * seeming(world)
    upset = pain > world.law().need_threshold
    risen = (ties.stakes > ZERO).nonzero()[0]
    moves = np.count_nonzero(upset)
    if not (moves or len(risen)):
        return world
    stakes, left = np.zeros(len(ties)), ties.stakes[risen] * (1.0 - part(world.tie_law(risen).stakes_time))
    stakes[risen] = left * (left > FAINT)
    if not moves:
        return world.with_ties(stakes=stakes)
    place = upset[perceived.target].nonzero()[0]
    place = place[ties.seen[perceived.rows[place]] > ZERO]
    row, pained = perceived.rows[place], perceived.target[place]
    params = world.tie_law(row)
    called = called_forth(pain[pained], ties.clarity[row], ties.attention[row], ties.boredom[row], params)
    stakes[row] += part(params.stakes_rise) * positive(called - stakes[row])
    return world.with_ties(stakes=stakes)


def called_forth(pain: Floats, clarity: Floats, attention: Floats, boredom: Floats, params: Parameters) -> Floats:
    """Return the arousal that pain calls forth, 0 to 1: the square of how plainly it shows, to a fresh mind.

    Args:
        pain: as it shows in somebody taken for a person, 0 to 1; arrays of one shape.
        clarity: how plainly they are perceived, 0 to 1.
        attention: share of thought, 0 to 1.
        boredom: how stale that thought is, 0 to 1.
        params: the constants of the world.
    """
    vivid = np.minimum(ONE, 2 * clarity) * pain
    fresh = ONE - params.boredom * boredom
    called: Floats = share(params.stakes_gain * vivid * vivid) * taken_in(attention, params) * fresh
    return called


def gated(world: AnyRealm) -> AnyRealm:
    """Work out once what arousal makes of all ties, for all steps that ask for some of them with `moved`."""
    ties = world.ties
    personhood, importance, affinity = ties.personhood, ties.importance, ties.affinity
    row = (ties.stakes > ZERO).nonzero()[0]
    if len(row):
        importance = importance.copy()
        importance[row] = _weightier(world, row)
    row = row[_high(world, row)]
    if len(row):
        personhood, affinity = personhood.copy(), affinity.copy()
        personhood[row], affinity[row] = _broken_through(world, row)
    return world.leaving(gates=Gates(personhood, importance, affinity, ties))


def moved(world: Realm, rows: Ints) -> tuple[Floats, Floats, Floats]:
    """Return (K,) personhood, importance and affinity of the ties in `rows` as arousal leaves them."""
    gates = _gates(world)
    return (
        _moved(world, rows) if gates is None else (gates.personhood[rows], gates.importance[rows], gates.affinity[rows])
    )


def _gates(world: Realm) -> Gates | None:
    """Return what was worked out once of all ties, if it still holds."""
    gates = world.traces.gates
    return gates if gates is not None and gates.hold(world.ties) else None


def _moved(world: Realm, rows: Ints) -> tuple[Floats, Floats, Floats]:
    ties = world.ties
    personhood, importance, affinity = ties.personhood[rows], ties.importance[rows], ties.affinity[rows]
    place = (ties.stakes[rows] > ZERO).nonzero()[0]
    if len(place):
        importance[place] = _weightier(world, rows[place])
        place = place[_high(world, rows[place])]
    if len(place):
        personhood[place], affinity[place] = _broken_through(world, rows[place])
    return personhood, importance, affinity


def _weightier(world: Realm, rows: Ints) -> Floats:
    """Return (K,) importance of the ties in `rows` as arousal leaves it."""
    slow = world.ties.importance[rows]
    return slow + world.tie_law(rows).stakes_weight * world.ties.stakes[rows] * (ONE - slow)


def _high(world: Realm, rows: Ints) -> Ints:
    """Return the places in `rows` of ties in which arousal is so high that pain breaks through."""
    high: Ints = (world.ties.stakes[rows] > world.tie_law(rows).breakthrough_line).nonzero()[0]
    return high


def _broken_through(world: Realm, rows: Ints) -> tuple[Floats, Floats]:
    """Return (K,) personhood and affinity of such ties."""
    ties, params = world.ties, world.tie_law(rows)
    broken = share((ties.stakes[rows] - params.breakthrough_line) / (1.0 - params.breakthrough_line))
    broken = driven(world, "breakthrough", ties.observer[rows], broken)
    person, liked = ties.personhood[rows], ties.affinity[rows]
    return person + broken * (ONE - person), liked + broken * positive(params.mercy - liked)


def caring(world: Realm, rows: Ints) -> Floats:
    """Return (K,) what the targets of the ties in `rows` are to their observers, affinity × importance, -1 to 1."""
    gates = _gates(world)
    if gates is not None:
        return gates.affinity[rows] * gates.importance[rows]
    _, importance, affinity = _moved(world, rows)
    return affinity * importance
