"""Attend: what each mind is full of, and where the eyes go.

Theory: T4, T8, T14, T15, T29. Thoughts compete for shares that add up to at most 1. A strong feeling in somebody
important, a face that surprises, being looked at, worry, love, fear and begging pull; a look kept away and learned
avoidance push; "something else" always takes its part. Somebody out of sight is still thought of (switch: imagination).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.arousal import moved
from sandbox.engine.arrays import NO_ONE, ONE, ZERO, nobodies
from sandbox.engine.circuit import heeding, holding
from sandbox.engine.curves import part, positive, whole
from sandbox.engine.drives import driven
from sandbox.engine.errands import preoccupied, weighing
from sandbox.engine.links import pick, total
from sandbox.engine.options import DWELLS
from sandbox.engine.options.look_away import grip
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.engine.realm import EVERYBODY

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.people import People
    from sandbox.engine.realm import AnyRealm, Realm, Who

GLANCE_SPREAD: Final = 11
"""Ticks between the idle glances of neighbours in the list, so that not everybody looks up at once."""


def attend(world: AnyRealm) -> AnyRealm:
    """Share out every mind's attention, then turn the eyes."""
    ties, params = world.ties, world.tie_law()
    loved = ties.love != ZERO
    drawing = (ties.clarity != ZERO) | (ties.believed != ZERO) | loved
    told = (world.people.order_on != NO_ONE).nonzero()[0]
    if len(told):
        drawing[world.links.rows(told, world.people.order_on[told])] = True
    dwells = DWELLS[world.people.option]
    if np.count_nonzero(world.people.present) < len(world.people):
        drawing &= world.people.present[ties.observer] > 0
        dwells &= world.people.present > 0
    dwellers = dwells.nonzero()[0]
    dwelt = world.links.rows(dwellers, world.people.option_on[dwellers]) if len(dwellers) else dwellers
    if len(dwellers):
        drawing[dwelt] = True
    row = drawing.nonzero()[0]
    observer, pull = ties.observer[row], _pull(world, row, ordered=len(told) > 0, loved=bool(np.count_nonzero(loved)))
    room = (
        world.law().elsewhere + world.law().errand_pull * preoccupied(world) + total(pull, observer, len(world.people))
    )
    if len(dwellers):
        pull, room = _dwelling(world, pull, room, row.searchsorted(dwelt), dwelt)
    attention = ties.attention * (1.0 - part(params.attention_time))
    attention[row] += part(world.law(observer).attention_time) * pull / room[observer]
    averted = ties.averted * (1.0 - part(params.averted_time))
    boredom = ties.boredom + part(params.boredom_time) * (attention - ties.boredom)
    return _look(_glance(world.with_ties(attention=attention, averted=averted, boredom=boredom)))


def _glance(world: AnyRealm) -> AnyRealm:
    """Now and then let an idle eye fall on anybody in view, whoever it is."""
    people, ties, links = world.people, world.ties, world.links
    who = world.turns(GLANCE_SPREAD, whole(world.law().glance_seconds * TICKS_PER_SECOND))
    if not len(who):
        return world
    count = links.number[who]
    idle = (people.effort[who] <= ZERO) & (count > 0) & (people.present[who] > 0)
    who, count = who[idle], count[idle]
    if len(who) and weighing(world):
        free = world.draw("distraction", who) >= np.broadcast_to(preoccupied(world), len(people))[who]
        who, count = who[free], count[free]
    if not len(who):
        return world
    row = links.starts[who] + (world.draw("glance", who) * count).astype(np.int64)
    row = row[(ties.seen[row] > ZERO) & (ties.averted[row] <= world.law(who).glance_share)]
    if not len(row):
        return world
    params = world.tie_law(row)
    attention, own = ties.attention.copy(), links.of_people(ties.observer[row])
    attention[own] *= 1.0 - world.tie_law(own).glance_pull
    attention[row] += params.glance_pull
    return world.with_ties(attention=attention)


def _pull(world: Realm, row: Ints, *, ordered: bool, loved: bool) -> Floats:
    """Return (K,) how strongly each of the ties in `row` draws its observer's thought, 0 and up; the others do not."""
    people, ties = world.people, world.ties
    observer, target, clarity, believed = ties.observer[row], ties.target[row], ties.clarity[row], ties.believed[row]
    shown = people.shown[target]
    params = world.law(observer)
    anxiety = driven(world, "anxiety", observer, people.anxiety[observer])
    suffering = positive(-believed)
    absent = params.absent_share * world.on("imagination", observer)
    presence = np.maximum(clarity, absent)
    surprise = np.abs(_taken(world, row, shown) - believed) * clarity
    personhood, importance, affinity = moved(world, row)
    concern = (suffering + params.joy_share * positive(believed)) * importance * personhood
    dealing = people.effort[observer] * (people.option_on[observer] == target)
    heeded = heeding(affinity, (believed < ZERO) | (shown < ZERO), params)
    minded = params.concern_pull * concern + params.worry_pull * anxiety * suffering
    pull = heeded * (minded * presence + params.surprise_pull * surprise)
    heard = _heard(world, row)
    if len(heard):
        louder = positive(believed[heard] - shown[heard])
        pull[heard] += world.law(observer[heard]).cry_pull * louder * heeded[heard]
    if ordered:
        pull += params.task_pull * (people.order_on[observer] == target)
    if loved:
        pull += params.love_pull * driven(world, "love", observer, ties.love[row]) * presence
    pressing = ((ties.fear != ZERO) | (ties.asked != ZERO)).nonzero()[0]
    if len(pressing):
        pressing = pressing[ties.clarity[pressing] != ZERO]
        pull[row.searchsorted(pressing)] += ties.clarity[pressing] * _pressing(world, pressing)
    pull += clarity * (params.presence_pull + params.noticed_pull * ties.noticed[row] + params.task_pull * dealing)
    let_in: Floats = pull * (ONE - params.boredom * ties.boredom[row])
    place = (ties.averted[row] > ZERO).nonzero()[0]
    if len(place):
        let_in[place] *= ONE - _kept_off(world, row[place])
    let_in /= ONE + ties.avoidance[row]
    return let_in


def _heard(world: Realm, row: Ints) -> Ints:
    """Return the places in `row` of the ties whose targets are heard and not seen."""
    sights, ties = world.traces.sights, world.ties
    if sights is None:
        heard: Ints = ((ties.clarity[row] != ZERO) & (ties.seen[row] == ZERO)).nonzero()[0]
        return heard
    unseen = (~sights.seen).nonzero()[0]
    return row.searchsorted(sights.of.rows[unseen]) if len(unseen) else unseen


def _pressing(world: Realm, row: Ints) -> Floats:
    """Return (K,) how strongly the perceived targets of the ties `row` draw thought by fear and by begging."""
    ties, observer = world.ties, world.ties.observer[row]
    params, fear = world.law(observer), driven(world, "fear", observer, ties.fear[row])
    return params.fear_pull * fear + params.asked_pull * ties.asked[row]


def _kept_off(world: Realm, row: Ints) -> Floats:
    """Return (K,) how far a look that is kept away keeps thought off the targets of the ties in `row`, 0 to 1."""
    ties, observer = world.ties, world.ties.observer[row]
    anxiety = driven(world, "anxiety", observer, world.people.anxiety[observer])
    love = driven(world, "love", observer, ties.love[row])
    held = grip(anxiety, love, ties.clarity[row] * positive(-ties.believed[row]), world.law(observer))
    kept_off: Floats = ties.averted[row] * (ONE - held)
    return kept_off


def _taken(world: Realm, row: Ints, shown: Floats) -> Floats:
    """Return (K,) what the faces in the ties `row`, which show (K,), were just taken to show; 0 if not perceived.

    A face that is seen through is no lasting surprise.
    """
    sights = world.traces.sights
    if sights is None:
        return shown
    taken = np.zeros(len(world.ties))
    taken[sights.of.rows] = sights.shown
    return taken[row]


def _dwelling(world: Realm, pull: Floats, room: Floats, at: Ints, row: Ints) -> tuple[Floats, Floats]:
    """Let the observers of the ties `row`, in `pull` the ones `at`, dwell: that thought takes a part of all others.

    Returns:
        (K,) the pulls and (N,) the rooms in which they are shares.
    """
    observer, ties = world.ties.observer[row], world.ties
    open_to = (ties.clarity[row] > ZERO) | world.on("imagination", observer)
    held = holding(ties.boredom[row], open_to, world.law(observer))
    more = room[observer] * held / (ONE - held)
    pull, room = pull.copy(), room.copy()
    pull[at] += more
    room[observer] += more
    return pull, room


def _look(world: AnyRealm) -> AnyRealm:
    """Turn each pair of eyes to the strongest thought in view, or away from somebody kept out of it."""
    ties = world.ties
    reachable = world.perceived().rows
    params = world.tie_law(reachable)
    kept_away = ties.averted[reachable] > params.glance_share
    worthy = ties.attention[reachable] > params.focus_share
    avoiding = nobodies(len(world.people))
    if np.count_nonzero(kept_away):
        avoiding = pick(ties.target, world.links.strongest(ties.averted, reachable[kept_away]))
        worthy &= ~kept_away
    at = pick(ties.target, world.links.strongest(ties.attention, reachable[worthy]))
    look_x, look_y, kept = _direction(world, at, avoiding)
    return world.with_people(gaze=kept, avoiding=avoiding, look_x=look_x, look_y=look_y)


def _direction(world: Realm, at: Ints, avoiding: Ints) -> tuple[Floats, Floats, Ints]:
    """Return (N,) unit vectors across and down to where everybody looks, and (N,) at whom.

    It is whom they want to look `at`, unless that would bring whom they avoid into sight; else away from whom they
    avoid, else straight ahead.
    """
    people = world.people
    at_x, at_y = _towards(people, EVERYBODY, at)
    shuns = (avoiding != NO_ONE).nonzero()[0]
    if not len(shuns):
        sees = at != NO_ONE
        return np.where(sees, at_x, people.facing_x), np.where(sees, at_y, people.facing_y), at
    other_x, other_y = _towards(people, shuns, avoiding[shuns])
    torn = at_x[shuns] * other_x + at_y[shuns] * other_y >= world.law(shuns).sight_cosine
    kept, ahead_x, ahead_y = at.copy(), people.facing_x.copy(), people.facing_y.copy()
    kept[shuns[torn]] = NOBODY
    ahead_x[shuns], ahead_y[shuns] = -other_x, -other_y
    sees = kept != NO_ONE
    return np.where(sees, at_x, ahead_x), np.where(sees, at_y, ahead_y), kept


def _towards(people: People, who: Who, other: Ints) -> tuple[Floats, Floats]:
    """Return (K,) unit vectors, across and down, from (K,) people to `other` ones; any where that is NOBODY."""
    across, down = people.x[other] - people.x[who], people.y[other] - people.y[who]
    distance = np.sqrt(across * across + down * down)
    distance[distance == ZERO] = 1.0
    return across / distance, down / distance
