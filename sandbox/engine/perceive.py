"""Perceive: who sees and hears whom, and what that does to beliefs.

Theory: T1, T4, T8, T12, T21, T30. Reads places, looks and faces; changes clarity, beliefs, the sense of being looked
at, and what others seem to think of one. Only what is *shown* gets through, and hardly without attention.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.circuit import minding
from sandbox.engine.curves import nearness, part, positive, share, valence
from sandbox.engine.params import SECONDS_PER_TICK
from sandbox.engine.people import NOBODY
from sandbox.engine.table import altered
from sandbox.engine.ties import EYES

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.people import People
    from sandbox.engine.world import World


def perceive(world: World) -> World:
    """Look and listen, then believe."""
    clarity, seen, near = senses(world)
    world = world.with_ties(clarity=clarity, seen=seen, nearness=near)
    return _break_through(_notice(_believe(world)))


def senses(world: World) -> tuple[Floats, Floats, Floats]:
    """Tell how plainly each tie's target is perceived, by eye or ear.

    Returns:
        (E,) clarity, 0 to 1; (E,) 1 where it comes from the eyes; (E,) how near the perceived target is, 0 to 1.
    """
    people, ties, params = world.people, world.ties, world.params
    observer, target = ties.observer, ties.target
    across, down = people.x[target] - people.x[observer], people.y[target] - people.y[observer]
    squares = across * across + down * down
    distance = np.sqrt(squares)
    ahead = people.look_x[observer] * across + people.look_y[observer] * down >= params.sight_cosine * distance
    clear = ~_walled(world, squares)
    seen = (distance <= params.sight_range) & (ahead | (distance <= params.touch_range)) & clear
    cries = (people.shown[target] < -params.cry_threshold) & (distance <= params.hearing_range)
    near = 1.0 / (1.0 + squares / params.clear_range**2)
    heard = cries * near * params.cry_clarity * np.where(clear, 1.0, params.wall_muffle)
    clarity = np.where(seen, near, heard)
    return clarity, seen.astype(np.float64), nearness(distance, params.reach) * (clarity > 0)


def _walled(world: World, squares: Floats) -> Bools:
    """Tell (E,) where a wall stands between observer and target."""
    blocked = np.zeros(len(squares), np.bool_)
    walls = world.ground.walls[world.ground.tall]
    if not len(walls):
        return blocked
    near = np.flatnonzero(squares <= world.params.sight_range**2)
    people, ties = world.people, world.ties
    observer, target = ties.observer[near], ties.target[near]
    blocked[near] = crosses(people.x[observer], people.y[observer], people.x[target], people.y[target], walls)
    return blocked


def crosses(x1: Floats, y1: Floats, x2: Floats, y2: Floats, walls: Floats) -> Bools:
    """Tell (K,) which of the stretches (x1, y1)-(x2, y2) cross any of the (W, 4) walls."""
    crossed = np.zeros(len(x1), np.bool_)
    for wall_x1, wall_y1, wall_x2, wall_y2 in walls:
        wall_x, wall_y = wall_x2 - wall_x1, wall_y2 - wall_y1
        side1 = wall_x * (y1 - wall_y1) - wall_y * (x1 - wall_x1)
        side2 = wall_x * (y2 - wall_y1) - wall_y * (x2 - wall_x1)
        end1 = (x2 - x1) * (wall_y1 - y1) - (y2 - y1) * (wall_x1 - x1)
        end2 = (x2 - x1) * (wall_y2 - y1) - (y2 - y1) * (wall_x2 - x1)
        crossed |= (side1 * side2 < 0) & (end1 * end2 < 0)
    return crossed


def _believe(world: World) -> World:
    """Take up what is perceived; let what is not perceived fade, and pushed beliefs return to the evidence."""
    people, ties, params = world.people, world.ties, world.params
    shown = people.shown[ties.target] * ties.trust - _calm(world)
    uptake = params.glance_share + (1.0 - params.glance_share) * ties.attention
    learned = np.minimum(1.0, part(params.evidence_time) * ties.clarity * uptake * 2)
    fading = part(params.memory_time) * (ties.clarity <= 0)
    anchor = ties.believed_anchor + learned * (shown - ties.believed_anchor)
    anchor = anchor * (1.0 - fading) + part(params.drag_time) * (ties.believed - anchor)
    believed = ties.believed + (learned + part(params.belief_return_time)) * (anchor - ties.believed)
    fresh = ties.clarity > 0
    world = world.with_ties(
        believed=valence(believed),
        believed_anchor=valence(anchor),
        believed_tick=np.where(fresh, world.tick, ties.believed_tick),
        believed_source=np.where(fresh, EYES, ties.believed_source),
    )
    return _record_beliefs(world)


def _calm(world: World) -> Floats:
    """Give (E,) the distress, below 0, that an observer does not take for real: other onlookers stay calm (T12)."""
    people, ties, params = world.people, world.ties, world.params
    waived = np.zeros(len(ties))
    distress = positive(-people.shown)
    rows = np.flatnonzero((ties.seen > 0) & (distress[ties.target] > params.need_threshold))
    looks = np.flatnonzero(people.gaze != NOBODY)
    if not len(rows) or not len(looks):
        return waived
    alarm = np.maximum(distress, people.effort)
    others = np.bincount(people.gaze[looks], minlength=len(people))
    alarmed = np.bincount(people.gaze[looks], alarm[looks], minlength=len(people))
    observer, target = ties.observer[rows], ties.target[rows]
    herself = people.gaze[observer] == target
    count = others[target] - herself
    seen = alarmed[target] - herself * alarm[observer]
    calm = 1.0 - share(seen / (np.maximum(count, 1) * distress[target]))
    waived[rows] = -params.calm_weight * distress[target] * calm * count / (count + 1.0)
    return waived


def _break_through(world: World) -> World:
    """Let a very vivid pain make a person of a thing, a matter of a trifle and a fellow of an enemy (T30)."""
    people, ties, params = world.people, world.ties, world.params
    pain = positive(-people.shown)
    if "breakthrough" in world.off or not (pain > params.breakthrough_line).any():
        return world
    vivid = ties.clarity * ties.seen * pain[ties.target] * people.personlike[ties.target]
    rows = np.flatnonzero(vivid > params.breakthrough_line)
    excess = (vivid[rows] - params.breakthrough_line) / (1.0 - params.breakthrough_line)
    uptake = np.minimum(1.0, 2 * (params.glance_share + ties.attention[rows]))
    pull = params.breakthrough_rate * SECONDS_PER_TICK * excess * uptake
    personhood, importance, affinity = ties.personhood.copy(), ties.importance.copy(), ties.affinity.copy()
    personhood[rows] += pull * (1.0 - personhood[rows])
    importance[rows] += pull * (1.0 - importance[rows])
    affinity[rows] += pull * positive(params.mercy - affinity[rows])
    return world.with_ties(personhood=personhood, importance=importance, affinity=affinity)


def _record_beliefs(world: World) -> World:
    ties = world.ties
    rows = np.flatnonzero((np.abs(ties.believed - ties.noted) > world.params.belief_step) & (ties.clarity > 0))
    if not len(rows):
        return world
    reason = why_shown(world.people)[ties.target[rows]]
    causes, why_believed = world.causes, ties.why_believed.copy()
    for kind, among in (("saw", ties.seen[rows] > 0), ("heard", ties.seen[rows] <= 0)):
        if among.any():
            some = rows[among]
            causes, ids = causes.add(
                tick=world.tick,
                kind=kind,
                who=ties.observer[some],
                whom=ties.target[some],
                value=ties.believed[some],
                parents=((reason[among], 1.0),),
            )
            why_believed[some] = ids
    noted = ties.noted.copy()
    noted[rows] = ties.believed[rows]
    return altered(world.with_ties(noted=noted, why_believed=why_believed), causes=causes)


def why_shown(people: People) -> Ints:
    """Give (N,) the cause of what each face shows: the body's, or the strongest feeling's."""
    body = people.treat - people.wound - people.illness
    return np.where(
        (np.abs(body) >= np.abs(people.emotion)) | (people.why_felt == NOBODY), people.why_body, people.why_felt
    )


def _notice(world: World) -> World:
    """Notice returned looks, and read off an attentive face what it thinks of one."""
    people, ties, params = world.people, world.ties, world.params
    looked_at = (ties.seen > 0) & (people.gaze[ties.target] == ties.observer)
    thinking_of_me = looked_at * minding(ties.believed, params)
    noticed = ties.noticed + part(params.noticing_time) * (thinking_of_me - ties.noticed)
    mirror = world.links.mirror
    attitude = valence(ties.affinity[mirror] + ties.credit[mirror] - ties.blame[mirror]) * (mirror != NOBODY)
    open_face = looked_at * people.expressiveness[ties.target] * positive(ties.clarity)
    told = part(params.regard_time) * open_face * (ties.attention + params.glance_share)
    regard = ties.regard * (1.0 - part(params.regard_memory_time)) + told * (attitude - ties.regard)
    return world.with_ties(noticed=noticed, regard=valence(regard))
