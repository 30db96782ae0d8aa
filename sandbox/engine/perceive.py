"""Perceive: who sees and hears whom, and what that does to beliefs.

Theory: T1, T4, T8, T12. Reads places, looks and faces; changes clarity, beliefs, the sense of being looked at, and what
others seem to think of one. Only what is *shown* gets through, and hardly without attention.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.circuit import minding
from sandbox.engine.curves import part, positive, valence
from sandbox.engine.people import NOBODY
from sandbox.engine.table import altered
from sandbox.engine.ties import EYES

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.people import People
    from sandbox.engine.world import World


def perceive(world: World) -> World:
    """Look and listen, then believe."""
    clarity, seen = senses(world)
    world = world.with_ties(clarity=clarity, seen=seen)
    return _notice(_believe(world))


def senses(world: World) -> tuple[Floats, Floats]:
    """Tell how plainly each tie's target is perceived, by eye or ear.

    Returns:
        (E,) clarity, 0 to 1, and (E,) 1 where it comes from the eyes.
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
    return np.where(seen, near, heard), seen.astype(np.float64)


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
    shown = people.shown[ties.target]
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
