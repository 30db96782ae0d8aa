"""Act: deeds land, inner moves take hold, tidings are told; goals are set for the feet.

Theory: T13, T29, MODEL step 8. Each option adds what its doers do to one sheet of effects; the sheet lands all at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.curves import part, positive, share, valence
from sandbox.engine.imagine import mind_of
from sandbox.engine.options import OPTIONS
from sandbox.engine.options.option import Doing, Effects
from sandbox.engine.params import SECONDS_PER_TICK
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.engine.options.option import Mind
    from sandbox.engine.realm import AnyRealm, Realm


def act(world: AnyRealm) -> AnyRealm:
    """Do what everybody is at."""
    effects = _effects(world)
    world = _take_hold(_land(world, effects), effects)
    return world.leaving(deeds=effects, moved=effects.tie[effects.affinity != 0])


def _effects(world: Realm) -> Effects:
    """Let every option add its part."""
    people = world.people
    tie = world.links.rows(np.arange(len(people)), people.option_on)
    effects = Effects.none(people.goal_x, people.goal_y, tie)
    effects.pace[:] = world.law().walk_speed / 2
    doer = np.flatnonzero(tie != NOBODY)
    mind = mind_of(world, doer, tie[doer], choosing=False)
    option = people.option[doer]
    for index in np.flatnonzero(np.bincount(option)):
        act_out, among = OPTIONS[index].act, (option == index).nonzero()[0]
        if act_out is not None:
            doers = doer[among]
            act_out(_doing(world, doers, tie[doers], mind, among), effects, world.law(doers))
    return effects


def _doing(world: Realm, doer: Ints, tie: Ints, mind: Mind, among: Ints) -> Doing:
    people, target = world.people, world.people.option_on[doer]
    here, there = (people.x[doer], people.y[doer]), (people.x[target], people.y[target])
    return Doing(doer, target, tie, mind, among, here, there, people.company[target])


def _land(world: AnyRealm, effects: Effects) -> AnyRealm:
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


def _heal(world: AnyRealm, effects: Effects) -> AnyRealm:
    """Let wounds be mended, medicine work and blows wound."""
    people = world.people
    mended = share(people.wound + (effects.struck - effects.relief) * SECONDS_PER_TICK)
    left = positive(effects.cured * SECONDS_PER_TICK - mended)
    wound = positive(mended - effects.cured * SECONDS_PER_TICK)
    return world.with_people(wound=wound, illness=positive(people.illness - left))


def _please(world: AnyRealm, effects: Effects) -> AnyRealm:
    """Let comfort, company, peace, play and happy drops please, or annoy."""
    people, params = world.people, world.law()
    room = positive(params.soothe_limit - people.treat)
    soothed = np.minimum(effects.soothed * SECONDS_PER_TICK * 2, room) * (people.felt < 0)
    above, below = positive(params.treat_limit - people.treat), positive(params.treat_limit + people.treat)
    merry = people.felt > -params.need_threshold
    pleased = np.minimum(positive(effects.pleased) * SECONDS_PER_TICK, above) * merry
    annoyed = np.minimum(positive(-effects.pleased) * SECONDS_PER_TICK, below)
    bliss = effects.blissed * SECONDS_PER_TICK
    return world.with_people(treat=valence(people.treat + soothed + pleased - annoyed + bliss))


def _sting(world: AnyRealm, effects: Effects) -> AnyRealm:
    """Let the jeered feel jeered at: the jeerers' contempt is what they read in their faces."""
    if not effects.jeered.any():
        return world
    doer = (effects.touch > 0).nonzero()[0]
    doer = doer[(effects.tie[doer] != NOBODY) & (effects.jeered[world.people.option_on[doer]] > 0)]
    row = world.links.mirror[effects.tie[doer]]
    row = row[row != NOBODY]
    regard, noticed = world.ties.regard.copy(), world.ties.noticed.copy()
    regard[row] = valence(regard[row] - world.tie_law(row).taunt_rate * SECONDS_PER_TICK * 2)
    noticed[row] = 1.0
    return world.with_ties(regard=regard, noticed=noticed).leaving(jeered=row)


def _beg(world: AnyRealm, effects: Effects) -> AnyRealm:
    """Let the begged of know that they are: whoever begs has them in mind."""
    row = world.links.mirror[effects.tie[effects.begs.nonzero()[0]]]
    row = row[row != NOBODY]
    row = row[world.ties.clarity[row] > 0]
    if not len(row):
        return world
    asked, noticed = world.ties.asked.copy(), world.ties.noticed.copy()
    asked[row] = 1.0
    noticed[row] = np.maximum(noticed[row], world.tie_law(row).begging_mind)
    return world.with_ties(asked=asked, noticed=noticed).leaving(begged=row)


def _frighten(world: AnyRealm, effects: Effects) -> AnyRealm:
    """Let the struck and the jeered at fear whoever does it to them (T29)."""
    threat = effects.harm + effects.jeers
    if not threat.any():
        return world
    doer = (threat > 0).nonzero()[0]
    row = world.links.mirror[effects.tie[doer]]
    doer, row = doer[row != NOBODY], row[row != NOBODY]
    fear = world.ties.fear.copy()
    fear[row] = share(fear[row] + world.tie_law(row).fear_rate * SECONDS_PER_TICK * threat[doer])
    return world.with_ties(fear=fear)


def _take_hold(world: AnyRealm, effects: Effects) -> AnyRealm:
    """Let inner moves push their ties, each a part of its way in this tick."""
    doer = effects.averted.nonzero()[0]
    after = world
    if len(doer):
        row, averted = effects.tie[doer], world.ties.averted.copy()
        averted[row] = np.maximum(averted[row], effects.averted[doer])
        after = world.with_ties(averted=averted)
    for name, push, within in (
        ("personhood", effects.personhood, share),
        ("affinity", effects.affinity, valence),
        ("importance", effects.importance, share),
        ("believed", effects.believed, valence),
    ):
        doer = push.nonzero()[0]
        if len(doer):
            row, column = effects.tie[doer], getattr(after.ties, name).copy()
            column[row] = within(column[row] + part(world.law(doer).push_time) * push[doer])
            after = after.with_ties(**{name: column})
    return after
