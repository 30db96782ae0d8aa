"""Act: deeds land, inner moves take hold, tidings are told; goals are set for the feet.

Theory: T13, T29, MODEL step 8. Each option adds what its doers do to one sheet of effects; the sheet lands all at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.arrays import HALF, NO_ONE, ONE, TICK
from sandbox.engine.curves import part, positive, share, valence
from sandbox.engine.effects import Effects
from sandbox.engine.meeting import taking_up
from sandbox.engine.mind import Doing, Mind
from sandbox.engine.options import OPTIONS, those
from sandbox.engine.params import SECONDS_PER_TICK

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.realm import AnyRealm, Realm

_GOES: Final = those(lambda option: option.goes)
_HURRIES: Final = those(lambda option: option.goes == "hurry")
_ARMS: Final = np.array([option.arms for option in OPTIONS])
_WITHIN: Final = {"personhood": share, "affinity": valence, "importance": share, "believed": valence}
"""What stories push, and what keeps it within its bounds."""


def act(world: AnyRealm) -> AnyRealm:
    """Do what everybody is at."""
    effects = _effects(world)
    world = _take_hold(_land(world, effects), effects)
    moved = effects.tie[effects.affinity.nonzero()[0]] if effects.any("affinity") else effects.tie[:0]
    return world.leaving(deeds=effects, moved=moved)


def _effects(world: Realm) -> Effects:
    """Let every option add its part."""
    people = world.people
    tie = world.links.rows(world.links.everybody, people.option_on)
    effects = Effects(people.goal_x, people.goal_y, tie)
    effects.pace[:] = world.law().walk_speed / 2
    busy = (tie != NO_ONE).nonzero()[0]
    option = people.option[busy]
    there = _go(world, busy, effects)
    for index in np.bincount(option).nonzero()[0].tolist():
        act_out = OPTIONS[index].act
        if act_out is not None:
            among = (option == index).nonzero()[0]
            doer = busy[among]
            doing = Doing(world, doer, tie[doer], there[among])
            act_out(doing, effects, doing.params)
    return effects


def _go(world: Realm, busy: Ints, effects: Effects) -> Bools:
    """Send those of the (M,) busy people whose option it takes to the others; tell (M,) who of them are there."""
    there = np.zeros(len(busy), np.bool_)
    going = _GOES[world.people.option[busy]].nonzero()[0]
    if not len(going):
        return there
    who = busy[going]
    mind, option = Mind(world, who, effects.tie[who]), world.people.option[who]
    reach = mind.params.reach * _ARMS[option]
    far = mind.distance > reach
    stop = far * (ONE - 0.7 * reach / np.maximum(mind.distance, reach))
    across, down = mind.away
    effects.goal_x[who] = world.people.x[who] + across * stop
    effects.goal_y[who] = world.people.y[who] + down * stop
    effects.pace[who] = np.where(_HURRIES[option], mind.params.hurry_speed, mind.params.walk_speed)
    there[going] = ~far
    return there


def _land(world: AnyRealm, effects: Effects) -> AnyRealm:
    """Let deeds reach bodies and minds; columns stay as they are where nobody does anything to them."""
    people = world.people
    world = world.with_people(
        goal_x=effects.goal_x,
        goal_y=effects.goal_y,
        speed=effects.pace,
        effort=people.effort + (effects.effort - people.effort) * HALF,
        playing=people.playing + (effects.playing - people.playing) * HALF,
    )
    if effects.any("pretence") or np.count_nonzero(people.pretence):
        put_on = (effects.pretence - people.pretence) / 2 * people.sentience
        world = world.with_people(pretence=people.pretence + put_on)
    for part_of_it in (_involve, _heal, _please, _use_up, _sting, _beg, _frighten):
        world = part_of_it(world, effects)
    return world


def _heal(world: AnyRealm, effects: Effects) -> AnyRealm:
    """Let wounds be mended, medicine work and blows wound."""
    if not effects.any("struck", "relief", "cured"):
        return world
    people = world.people
    mended = share(people.wound + (effects.struck - effects.relief) * TICK)
    left = positive(effects.cured * TICK - mended)
    wound, illness = positive(mended - effects.cured * TICK), positive(people.illness - left)
    eased = positive(people.wound + people.illness - wound - illness)
    return world.with_people(wound=wound, illness=illness, relieved=_credited(world, effects, eased))


def _credited(world: Realm, effects: Effects, eased: Floats) -> Floats:
    """Return (N,) how much of a trouble everybody has taken away by now, of which (N,) `eased` goes in this tick."""
    people, relieved = world.people, world.people.relieved.copy()
    doer = effects.works.nonzero()[0]
    target = people.option_on[doer]
    whole = np.bincount(target, effects.works[doer], minlength=len(people))
    relieved[doer] = share(relieved[doer] + eased[target] * effects.works[doer] / whole[target])
    return relieved


def _please(world: AnyRealm, effects: Effects) -> AnyRealm:
    """Let comfort, company, peace, play and happy drops please, or annoy."""
    if not effects.any("soothed", "pleased", "blissed"):
        return world
    people, params, treat = world.people, world.law(), world.people.treat
    if effects.any("soothed"):
        room = positive(params.soothe_limit - people.treat)
        treat = treat + np.minimum(effects.soothed * TICK * 2, room) * (people.felt < 0)
    if effects.any("pleased"):
        above, below = positive(params.treat_limit - people.treat), positive(params.treat_limit + people.treat)
        merry = people.felt > -params.need_threshold
        treat = treat + np.minimum(positive(effects.pleased) * TICK, above) * merry
        treat = treat - np.minimum(positive(-effects.pleased) * TICK, below)
    if effects.any("blissed"):
        treat = treat + effects.blissed * TICK
    return world.with_people(treat=valence(treat))


def _involve(world: AnyRealm, effects: Effects) -> AnyRealm:
    """Let it be seen who has to do with whose trouble, and how (T24)."""
    if not effects.any("touch", "harm", "affront"):
        return world
    involved = np.where(effects.touch > 0, world.people.option_on, world.people.involved)
    world = taking_up(world, involved)
    people = world.people
    return world.with_people(
        involved=involved,
        contact=np.where(effects.touch > 0, 1.0, people.contact),
        involvement=np.maximum(people.involvement, effects.touch),
        harm=np.maximum(people.harm, effects.harm),
        affront=np.maximum(people.affront, effects.affront),
    )


def _use_up(world: AnyRealm, effects: Effects) -> AnyRealm:
    """Let bags get emptier, and errands take the other way round."""
    if not effects.any("used_doses", "used_drops", "rounds"):
        return world
    people = world.people
    return world.with_people(
        doses=positive(people.doses - effects.used_doses * TICK),
        drops=positive(people.drops - effects.used_drops * TICK),
        errand=np.where((effects.rounds > 0) & (people.errand == 1), 2, people.errand),
    )


def _sting(world: AnyRealm, effects: Effects) -> AnyRealm:
    """Let the jeered feel jeered at: the jeerers' contempt is what they read in their faces."""
    if not effects.any("jeered"):
        return world
    doer = (effects.touch > 0).nonzero()[0]
    doer = doer[(effects.tie[doer] != NO_ONE) & (effects.jeered[world.people.option_on[doer]] > 0)]
    row = world.links.mirror[effects.tie[doer]]
    row = row[row != NO_ONE]
    regard, noticed = world.ties.regard.copy(), world.ties.noticed.copy()
    regard[row] = valence(regard[row] - world.tie_law(row).taunt_rate * SECONDS_PER_TICK * 2)
    noticed[row] = 1.0
    return world.with_ties(regard=regard, noticed=noticed).leaving(jeered=row)


def _beg(world: AnyRealm, effects: Effects) -> AnyRealm:
    """Let the begged of know that they are: whoever begs has them in mind."""
    if not effects.any("begs"):
        return world
    row = world.links.mirror[effects.tie[effects.begs.nonzero()[0]]]
    row = row[row != NO_ONE]
    row = row[world.ties.clarity[row] > 0]
    if not len(row):
        return world
    asked, noticed = world.ties.asked.copy(), world.ties.noticed.copy()
    asked[row] = 1.0
    noticed[row] = np.maximum(noticed[row], world.tie_law(row).begging_mind)
    return world.with_ties(asked=asked, noticed=noticed).leaving(begged=row)


def _frighten(world: AnyRealm, effects: Effects) -> AnyRealm:
    """Let the struck and the jeered at fear whoever does it to them (T29)."""
    if not effects.any("harm", "jeers"):
        return world
    threat = effects.harm + effects.jeers
    doer = threat.nonzero()[0]
    row = world.links.mirror[effects.tie[doer]]
    doer, row = doer[row != NO_ONE], row[row != NO_ONE]
    fear = world.ties.fear.copy()
    fear[row] = share(fear[row] + world.tie_law(row).fear_rate * SECONDS_PER_TICK * threat[doer])
    return world.with_ties(fear=fear)


def _take_hold(world: AnyRealm, effects: Effects) -> AnyRealm:
    """Let inner moves push their ties, each a part of its way in this tick."""
    ties, pushed = world.ties, {}
    if effects.any("averted"):
        doer = effects.averted.nonzero()[0]
        row, averted = effects.tie[doer], ties.averted.copy()
        averted[row] = np.maximum(averted[row], effects.averted[doer])
        pushed["averted"] = averted
    for name, within in _WITHIN.items():
        if effects.any(name):
            push: Floats = getattr(effects, name)
            doer = push.nonzero()[0]
            row, column = effects.tie[doer], getattr(ties, name).copy()
            column[row] = within(column[row] + part(world.law(doer).push_time) * push[doer])
            pushed[name] = column
    return world.with_ties(**pushed) if pushed else world
