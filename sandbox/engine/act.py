"""Act: bodies move, deeds land, inner moves take hold.

Theory: T13, T29, MODEL step 8. Each option adds what its doers do to one sheet of effects; the sheet lands all at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.curves import part, positive, share, valence
from sandbox.engine.gossip import gossip
from sandbox.engine.imagine import mind_of
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
    return gossip(_take_hold(_land(world, effects), effects), effects.tells)


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
    here, there = (people.x[doer], people.y[doer]), (people.x[target], people.y[target])
    return Doing(doer, target, tie, mind, here, there, people.company[target])


def _land(world: World, effects: Effects) -> World:
    """Let deeds reach bodies and minds."""
    people = world.people
    touches = effects.touch > 0
    world = _heal(_please(world, effects), effects).with_people(
        goal_x=effects.goal_x,
        goal_y=effects.goal_y,
        speed=effects.pace,
        effort=people.effort + (effects.effort - people.effort) / 2,
        playing=people.playing + (effects.playing - people.playing) / 2,
        pretence=people.pretence + (effects.pretence - people.pretence) / 2 * people.sentience,
        involved=np.where(touches, people.option_on, people.involved),
        involvement=np.maximum(people.involvement, effects.touch),
        harm=np.maximum(people.harm, effects.harm),
        affront=np.maximum(people.affront, effects.affront),
        errand=np.where((effects.rounds > 0) & (people.errand == 1), 2, people.errand),
        doses=positive(people.doses - effects.used_doses * SECONDS_PER_TICK),
        drops=positive(people.drops - effects.used_drops * SECONDS_PER_TICK),
    )
    return _frighten(_beg(_sting(world, effects), effects), effects)


def _heal(world: World, effects: Effects) -> World:
    """Let wounds be mended, medicine work and blows wound."""
    people = world.people
    mended = share(people.wound + (effects.struck - effects.relief) * SECONDS_PER_TICK)
    left = positive(effects.cured * SECONDS_PER_TICK - mended)
    wound = positive(mended - effects.cured * SECONDS_PER_TICK)
    world = world.with_people(wound=wound, illness=positive(people.illness - left))
    if not effects.struck.any():
        return world
    blow = np.flatnonzero(effects.harm > 0)
    why = people.why_body.copy()
    why[people.option_on[blow]] = people.why_option[blow]
    return world.with_people(why_body=why)


def _please(world: World, effects: Effects) -> World:
    """Let comfort, company, peace, play and happy drops please, or annoy."""
    people, params = world.people, world.params
    room = positive(params.soothe_limit - people.treat)
    soothed = np.minimum(effects.soothed * SECONDS_PER_TICK * 2, room) * (people.felt < 0)
    above, below = positive(params.treat_limit - people.treat), positive(params.treat_limit + people.treat)
    pleased = np.minimum(positive(effects.pleased) * SECONDS_PER_TICK, above)
    annoyed = np.minimum(positive(-effects.pleased) * SECONDS_PER_TICK, below)
    bliss = effects.blissed * SECONDS_PER_TICK
    return world.with_people(treat=valence(people.treat + soothed + pleased - annoyed + bliss))


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


def _beg(world: World, effects: Effects) -> World:
    """Let the begged of know that they are: whoever begs has them in mind."""
    mirror = world.links.mirror
    begged = (mirror != NOBODY) & (effects.begs[mirror] > 0) & (world.ties.clarity > 0)
    if not begged.any():
        return world
    ties = world.ties
    return world.with_ties(
        asked=np.where(begged, 1.0, ties.asked),
        noticed=np.where(begged, np.maximum(ties.noticed, world.params.begging_mind), ties.noticed),
        why_regard=np.where(begged, world.people.why_option[ties.target], ties.why_regard),
    )


def _frighten(world: World, effects: Effects) -> World:
    """Let the struck and the jeered at fear whoever does it to them (T29)."""
    threat = effects.harm + effects.jeers
    if not threat.any():
        return world
    people, ties = world.people, world.ties
    aimed = (threat[ties.target] > 0) & (people.option_on[ties.target] == ties.observer)
    fear = ties.fear + world.params.fear_rate * SECONDS_PER_TICK * threat[ties.target] * aimed
    return world.with_ties(fear=share(fear))


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
