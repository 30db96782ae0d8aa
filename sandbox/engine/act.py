"""Act: bodies move, deeds land, inner moves take hold.

Theory: T13, MODEL step 8. Each option adds what its doers do to one sheet of effects; the sheet lands all at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.choose import mind_of
from sandbox.engine.curves import part, share, valence
from sandbox.engine.options import OPTIONS
from sandbox.engine.options.option import Doing, Effects, only
from sandbox.engine.params import SECONDS_PER_TICK
from sandbox.engine.people import NOBODY
from sandbox.engine.table import altered

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.engine.options.option import Mind
    from sandbox.engine.world import World


def act(world: World) -> World:
    """Do what everybody is at."""
    effects = _effects(world)
    return _take_hold(_land(world, effects), effects)


def _effects(world: World) -> Effects:
    """Let every option add its part."""
    people = world.people
    effects = Effects.none(people.goal_x, people.goal_y, len(world.ties))
    effects.pace[:] = world.params.walk_speed / 2
    tie = world.links.rows(np.arange(len(people)), people.option_on)
    doer = np.flatnonzero(tie != NOBODY)
    mind = mind_of(world, doer, tie[doer])
    for index, option in enumerate(OPTIONS):
        if option.act is None:
            continue
        among = np.flatnonzero(people.option[doer] == index)
        if len(among):
            option.act(_doing(world, doer[among], tie[doer[among]], only(mind, among)), effects, world.params)
    return effects


def _doing(world: World, doer: Ints, tie: Ints, mind: Mind) -> Doing:
    people, target = world.people, world.people.option_on[doer]
    return Doing(doer, target, tie, mind, (people.x[doer], people.y[doer]), (people.x[target], people.y[target]))


def _land(world: World, effects: Effects) -> World:
    """Let deeds reach bodies and minds."""
    people, params = world.people, world.params
    mended = people.wound - effects.relief * SECONDS_PER_TICK
    room = np.maximum(params.soothe_limit - people.treat, 0.0)
    soothed = people.treat + np.minimum(effects.soothed * SECONDS_PER_TICK * 2, room)
    touches = effects.touch > 0
    world = world.with_people(
        goal_x=effects.goal_x,
        goal_y=effects.goal_y,
        speed=effects.pace,
        wound=share(mended),
        treat=share(np.where(people.felt < 0, soothed, people.treat)),
        effort=people.effort + (effects.effort - people.effort) / 2,
        involved=np.where(touches, people.option_on, people.involved),
        involvement=np.maximum(people.involvement, effects.touch),
    )
    return _sting(world, effects)


def _sting(world: World, effects: Effects) -> World:
    """Let the jeered feel jeered at: the jeerers' contempt is what they read in their faces."""
    if not effects.jeered.any():
        return world
    people, ties = world.people, world.ties
    jeers = (effects.touch[ties.target] > 0) & (people.option_on[ties.target] == ties.observer)
    jeers &= effects.jeered[ties.observer] > 0
    regard = np.where(jeers, valence(ties.regard - world.params.taunt_rate * SECONDS_PER_TICK * 2), ties.regard)
    cause = people.why_option[ties.target]
    return world.with_ties(
        regard=regard,
        noticed=np.where(jeers, 1.0, ties.noticed),
        why_regard=np.where(jeers, cause, ties.why_regard),
    )


def _take_hold(world: World, effects: Effects) -> World:
    """Let inner moves push their ties, each a part of its way in this tick."""
    ties, grip = world.ties, part(world.params.push_time)
    after = world.with_ties(
        averted=np.maximum(ties.averted, effects.averted),
        personhood=share(ties.personhood + grip * effects.personhood),
        affinity=valence(ties.affinity + grip * effects.affinity),
        importance=share(ties.importance + grip * effects.importance),
        believed=valence(ties.believed + grip * effects.believed),
    )
    return _record_changes(after, world)


def _record_changes(after: World, before: World) -> World:
    """Write down each face that became a thing, or a person again, and each friend that became an enemy."""
    half = 1.0 / 2
    for kind, column, why, limit, sign in (
        ("dehumanized", "personhood", "why_personhood", half, -1),
        ("rehumanized", "personhood", "why_personhood", half, 1),
        ("estranged", "affinity", "why_affinity", -after.params.friend_line, -1),
    ):
        old, new = getattr(before.ties, column), getattr(after.ties, column)
        rows = np.flatnonzero((sign * (old - limit) <= 0) & (sign * (new - limit) > 0))
        if len(rows):
            observer = after.ties.observer[rows]
            causes, ids = after.causes.add(
                tick=after.tick,
                kind=kind,
                who=observer,
                whom=after.ties.target[rows],
                value=new[rows],
                parents=((after.people.why_option[observer], 1.0), (after.ties.why_felt[rows], 0.5)),
            )
            reasons = getattr(after.ties, why).copy()
            reasons[rows] = ids
            after = altered(after.with_ties(**{why: reasons}), causes=causes)
    return after
