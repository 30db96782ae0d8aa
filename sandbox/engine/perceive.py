"""Perceive: who sees and hears whom, and what that does to beliefs.

Theory: T1, T4, T8, T12, T21. Reads places, looks and faces; changes clarity, beliefs, the sense of being looked at,
and what others seem to think of one. Only what is *shown* gets through, and hardly without attention.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine import cadence
from sandbox.engine.arousal import arouse, gated
from sandbox.engine.arrays import NO_ONE, ONE, ZERO
from sandbox.engine.calm import alarming
from sandbox.engine.circuit import minding
from sandbox.engine.curves import nearness_at, part, share, valence
from sandbox.engine.looks import flagged
from sandbox.engine.table import replaced
from sandbox.engine.ties import EYES
from sandbox.engine.traces import Sights

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.near import Near, Pairs
    from sandbox.engine.realm import AnyRealm, Realm

FAINT: Final = np.array(1e-3)
"""Below this, being looked at is no longer noticed at all; what only ever shrinks by a part would never end."""


def perceive(world: AnyRealm) -> AnyRealm:
    """Look and listen, then believe."""
    near = world.near()
    perceived, plain, sees, close = senses(world, near)
    clarity, seen, nearness = np.zeros((3, len(world.ties)))
    clarity[perceived.rows], seen[perceived.rows], nearness[perceived.rows] = plain, sees, close
    world = replaced(world.with_ties(clarity=clarity, seen=seen, nearness=nearness), listed=near.holding(world.people))
    return gated(flagged(arouse(_notice(_believe(world, perceived, sees), perceived), perceived)))


def senses(world: Realm, near: Near) -> tuple[Pairs, Floats, Bools, Floats]:
    """Find in which ties the target is perceived, by eye or ear, and how plainly.

    Args:
        world: the world.
        near: who is near whom in it.

    Returns:
        K pairs; (K,) clarity, above 0 to 1; (K,) whether it comes from the eyes; (K,) how near the target is, 0 to 1.
    """
    people, pairs = world.people, near.senses
    params = world.law(pairs.observer)
    across, down = pairs.apart(people)
    squares = across * across + down * down
    distance = np.sqrt(squares)
    look_x, look_y = people.look_x[pairs.observer], people.look_y[pairs.observer]
    ahead = look_x * across + look_y * down >= params.sight_cosine * distance
    in_view = (distance <= params.sight_range) & (ahead | (distance <= params.touch_range))
    cries = _cries(world, pairs, distance)
    place = (in_view | cries).nonzero()[0]
    in_view, cries, pairs = in_view[place], cries[place], pairs.only(place)
    plain: Floats = ONE / (ONE + squares[place] / world.law(pairs.observer).clear_range ** 2)
    walled = world.hidden(pairs.observer, pairs.target)
    sees = in_view & ~walled
    blind = (~sees).nonzero()[0]
    if len(blind):
        plain[blind] *= _heard(world, pairs.observer[blind], cries[blind], walled[blind])
        there = (plain != ZERO).nonzero()[0]
        place, pairs, plain, sees = place[there], pairs.only(there), plain[there], sees[there]
    return pairs, plain, sees, nearness_at(distance[place], world.law(pairs.observer).reach)


def _cries(world: Realm, pairs: Pairs, distance: Floats) -> Bools:
    """Return (K,) of which of the `pairs`, at a `distance` in metres, the target cries within earshot."""
    loud = world.people.shown < -world.law().cry_threshold
    if not np.count_nonzero(loud):
        return np.zeros(len(distance), np.bool_)
    cries: Bools = loud[pairs.target] & (distance <= world.law(pairs.observer).hearing_range)
    return cries


def _heard(world: Realm, observer: Ints, cries: Bools, walled: Bools) -> Floats:
    """Return (K,) how plain somebody is by ear alone against a sight: a cry carries round a wall, though muffled."""
    params = world.law(observer)
    return np.where(cries, params.cry_clarity * (ONE - walled * (1.0 - params.wall_muffle)), 0.0)


def _believe(world: AnyRealm, perceived: Pairs, sees: Bools) -> AnyRealm:
    """Take up what those who are `perceived`, by the eyes or not, show; let pushed beliefs return to the evidence."""
    people, ties, params = world.people, world.ties, world.tie_law()
    anchor = _remembered(world)
    believed = ties.believed + part(params.belief_return_time) * (anchor - ties.believed)
    row = perceived.rows
    params = world.tie_law(row)
    uptake = params.glance_share + (1.0 - params.glance_share) * ties.attention[row]
    learned = np.minimum(ONE, part(params.evidence_time) * 2 * ties.clarity[row] * uptake)
    shown = people.shown[perceived.target] * ties.trust[row] * alarming(world, perceived)
    evidence = anchor[row]
    evidence += learned * (shown - evidence)
    taken, old = learned + part(params.belief_return_time), ties.believed[row]
    anchor[row], believed[row] = evidence, valence(old + taken * (evidence - old))
    believed_tick, believed_source = ties.believed_tick.copy(), ties.believed_source.copy()
    believed_tick[row], believed_source[row] = world.tick, EYES
    return world.with_ties(
        believed=believed, believed_anchor=anchor, believed_tick=believed_tick, believed_source=believed_source
    ).leaving(sights=Sights(perceived, sees, shown))


def _remembered(world: Realm) -> Floats:
    """Return (E,) what earlier evidence says by now: it fades unless refreshed, and is dragged along by belief."""
    ties, params = world.ties, world.tie_law()
    if not cadence.due(world.tick):
        return ties.believed_anchor.copy()
    fading = cadence.slow_part(params.memory_time) * (ties.clarity <= ZERO)
    drag = cadence.slow_part(params.drag_time)
    return ties.believed_anchor * (ONE - fading) + drag * (ties.believed - ties.believed_anchor)


def _notice(world: AnyRealm, perceived: Pairs) -> AnyRealm:
    """Notice returned looks, and read off an attentive face what it thinks of one."""
    people, ties = world.people, world.ties
    looked_at = (people.gaze[perceived.target] == perceived.observer).nonzero()[0]
    looked_at = looked_at[ties.seen[perceived.rows[looked_at]] > ZERO]
    row = perceived.rows[looked_at]
    params = world.tie_law(row)
    noticed, regard = _forgotten(world)
    noticed[row] += part(params.noticing_time) * minding(ties.believed[row], params)
    mirror = world.links.mirror[row]
    known = mirror != NO_ONE
    attitude = _attitude(world, mirror) * known
    open_face = people.expressiveness[perceived.target[looked_at]] * ties.clarity[row]
    told = part(params.regard_time) * open_face * (ties.attention[row] + params.glance_share)
    regard[row] = valence(regard[row] + told * (attitude - regard[row]))
    blamed, felt = ties.blame[mirror] * known, ties.reproach[row]
    if not np.count_nonzero(blamed) and not np.count_nonzero(felt):
        return world.with_ties(noticed=noticed, regard=regard)
    reproach = ties.reproach.copy()
    reproach[row] = share(felt + told * (blamed - felt))
    return world.with_ties(noticed=noticed, regard=regard, reproach=reproach)


def _attitude(world: Realm, rows: Ints) -> Floats:
    """Return (K,) what the faces of the observers of the ties in `rows` tell the targets of what they think of them.

    It is affinity, credit and blame; what a deed has proven is in the affinity by now, and is not told a second time.
    """
    ties = world.ties
    verdict, proven = ties.credit[rows] - ties.blame[rows], ties.proven[rows]
    told = np.minimum(np.maximum(proven, np.minimum(verdict, ZERO)), np.maximum(verdict, ZERO))
    return valence(ties.affinity[rows] + verdict - told)


def _forgotten(world: Realm) -> tuple[Floats, Floats]:
    """Return (E,) the sense of being looked at and the felt regard as they are without a look in this tick."""
    ties = world.ties
    row = (ties.noticed > FAINT).nonzero()[0]
    noticed = np.zeros(len(ties))
    noticed[row] = ties.noticed[row] * (1.0 - part(world.tie_law(row).noticing_time))
    if not cadence.due(world.tick):
        return noticed, ties.regard.copy()
    return noticed, ties.regard * (1.0 - cadence.slow_part(world.tie_law().regard_memory_time))
