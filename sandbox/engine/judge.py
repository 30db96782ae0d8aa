"""Judge: read each other's sympathy off what people do when they meet somebody's trouble.

Theory: T20, T22-T25, T28. Whoever sees X in touch with the trouble of Y, and cares about Y, reads X's sympathy off
shown distress and effort against Y's suffering. No meeting, no evidence. Surprise moves affinity; falling short is
blamed, exceeding credited. Y judges too, caring fully about themself. If Y is the watcher's enemy, everything turns
round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine import cadence
from sandbox.engine.curves import part, positive, share, valence
from sandbox.engine.frozen import frozen
from sandbox.engine.links import total
from sandbox.engine.params import SECONDS_PER_TICK
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.params import Parameters
    from sandbox.engine.realm import AnyRealm, Realm


def read_heart(shown: Floats, effort: Floats, suffering: Floats, params: Parameters) -> Floats:
    """Return how much sympathy a response shows, 0 to 1: distress and effort against the suffering (T23).

    Args:
        shown: the face, -1 to 1; a happy one counts against.
        effort: visible exertion, 0 to 1.
        suffering: what it is held against, 0 to 1.
        params: the constants of the world.
    """
    distress = positive(-shown) - params.joy_weight * positive(shown)
    called_for = np.maximum(suffering, params.need_threshold)
    return share((params.distress_weight * distress + params.effort_weight * effort * called_for) / called_for)


@frozen
class Meetings:
    """K pairs of a watcher and somebody seen in touch with a sufferer; every array is (K,)."""

    tie: Ints
    """rows of the ties watcher → the judged"""
    care: Floats
    """what the sufferer is to the watcher: affinity × importance, 1 for oneself, -1 to 1"""
    suffering: Floats
    """as the watcher believes it, or the affront if that is greater, 0 to 1"""
    evidence: Floats
    """involvement as it is seen and heeded, 0 to 1"""
    heart: Floats
    """sympathy read off the response, 0 to 1; less the harm done, up to 1, and the affront, up to `slip_offence`"""
    expected: Floats
    """sympathy that the watcher expects, 0 to 1"""


def judge(world: AnyRealm) -> AnyRealm:
    """Move affinity, blame and credit by what was just seen."""
    world = _esteem(_involve(world))
    if not world.anywhere("judgement"):
        return world
    met = meetings(world)
    return _weigh(world, met) if len(met.tie) else world


def forgive(world: AnyRealm) -> AnyRealm:
    """Once a second, forgive and forget a little of all blame and credit."""
    if not cadence.due(world.tick):
        return world
    ties, kept = world.ties, 1.0 - cadence.slow_part(world.tie_law().blame_time)
    return world.with_ties(blame=ties.blame * kept, credit=ties.credit * kept)


def _involve(world: AnyRealm) -> AnyRealm:
    """Let old troubles come off; put in touch with one close by who looks on, or turns away from it (T24)."""
    people, ties, everybody = world.people, world.ties, np.arange(len(world.people))
    kept = 1.0 - part(world.law().involvement_time)
    involvement, involved = people.involvement * kept, people.involved.copy()
    for eyes, name in ((people.avoiding, "shunner_involvement"), (people.gaze, "onlooker_involvement")):
        rows = world.links.rows(everybody, eyes)
        row = rows[rows != NOBODY]
        params = world.tie_law(row)
        close = ties.clarity[row] >= 1.0 / (1.0 + params.onlooker_range**2 / params.clear_range**2)
        row = row[close & (ties.believed[row] <= -params.need_threshold)]
        if not len(row):
            continue
        watcher, trouble = ties.observer[row], ties.target[row]
        much = getattr(world.law(watcher), name)
        stronger = (involvement[watcher] <= much) | (involved[watcher] == trouble)
        watcher, trouble = watcher[stronger], trouble[stronger]
        params = world.law(watcher)
        much = getattr(params, name)
        involved[watcher] = trouble
        involvement[watcher] += part(params.onlooker_time) * positive(much - involvement[watcher])
    return world.with_people(
        involved=involved, involvement=involvement, harm=people.harm * kept, affront=people.affront * kept
    )


def _esteem(world: AnyRealm) -> AnyRealm:
    """Let all see themselves as those in their heads would: by the same rule by which they judge others (T6, T28)."""
    people, ties = world.people, world.ties
    rows = world.links.rows(np.arange(len(people)), people.involved)
    touched = ((rows != NOBODY) & (people.involvement > world.law().shunner_involvement / 2)).nonzero()[0]
    if not len(touched):
        return world
    need = positive(-ties.believed[rows[touched]])
    stake = np.maximum(need, people.affront[touched])
    telling = stake >= world.law(touched).need_threshold
    touched, need, stake = touched[telling], need[telling], stake[telling]
    params = world.law(touched)
    heart = read_heart(people.shown[touched] - people.pretence[touched], people.effort[touched], need, params)
    heart = heart - people.harm[touched] - people.affront[touched]
    verdict = valence(2 * (heart - params.expected_heart))
    esteem = people.esteem.copy()
    pull = part(params.esteem_time) * people.involvement[touched] * stake
    esteem[touched] = valence(esteem[touched] + pull * (verdict - esteem[touched]))
    return world.with_people(esteem=esteem)


def meetings(world: Realm) -> Meetings:
    """List who sees whom in touch with whose trouble, and what can be read off it."""
    people, ties = world.people, world.ties
    judged, watcher = ties.target, ties.observer
    perceived = (ties.clarity != 0.0).nonzero()[0]
    least = world.tie_law(perceived).shunner_involvement / 2
    rows = perceived[people.involvement[judged[perceived]] > least]
    rows = world.where_on("judgement", rows, watcher[rows])
    sufferer = people.involved[judged[rows]]
    own = sufferer == watcher[rows]
    about = world.links.rows(watcher[rows], sufferer)
    known = own | (about != NOBODY)
    rows, sufferer, own, about = rows[known], sufferer[known], own[known], about[known]
    suffering = positive(-np.where(own, people.felt[sufferer], ties.believed[about]))
    care = np.where(own, 1.0, ties.affinity[about] * ties.importance[about])
    who, params = judged[rows], world.tie_law(rows)
    heart = read_heart(people.shown[who], people.effort[who], suffering, params)
    heart = heart - people.harm[who] - people.affront[who]
    stake = np.maximum(suffering, people.affront[who])
    heeded = np.minimum(1.0, 2 * (params.glance_share + ties.attention[rows]))
    evidence = people.involvement[who] * ties.clarity[rows] * ties.personhood[rows] * heeded
    telling = (stake >= params.need_threshold) & (care != 0.0)
    rows, heart = rows[telling], heart[telling]
    expected = _expected(world, perceived, rows, heart)
    return Meetings(rows, care[telling], stake[telling], evidence[telling], heart, expected)


def _expected(world: Realm, perceived: Ints, rows: Ints, heart: Floats) -> Floats:
    """Return (K,) the sympathy expected of the judged in the ties `rows`: the usual, and what others in view show.

    All ties whose target is perceived are `perceived`; `rows` are some of them, and both ascend.

    People are held against those who happen to be seen beside them (Newman & Cain 2014; Kahneman & Miller 1986): next
    to somebody who does nothing at all, half a help looks better; next to tears, calm looks worse.
    """
    people, ties, params = world.people, world.ties, world.tie_law(perceived)
    if not len(rows):
        return np.zeros(0)
    troubled = np.zeros(len(people), np.bool_)
    touched = (people.involvement > world.law().shunner_involvement / 2) & (people.involved != NOBODY)
    troubled[people.involved[touched]] = True
    heeded = np.minimum(1.0, 2 * (params.glance_share + ties.attention[perceived])) * ties.personhood[perceived]
    heeded = heeded * params.comparison * ~troubled[ties.target[perceived]]
    sheet = np.zeros(len(ties))
    sheet[perceived] = heeded
    watcher, heed = ties.observer[rows], sheet[rows]
    shown = heed * positive(heart)
    beside = total(heeded, ties.observer[perceived], len(people))[watcher] - heed
    theirs = total(shown, watcher, len(people))[watcher] - shown
    expected: Floats = (world.law(watcher).expected_heart + positive(theirs)) / (1.0 + positive(beside))
    return expected


def _weigh(world: AnyRealm, met: Meetings) -> AnyRealm:
    ties, params, row = world.ties, world.tie_law(met.tie), met.tie
    weight = met.evidence * met.suffering * SECONDS_PER_TICK
    falls_short = met.heart - met.expected
    strength, affinity, evidence, blame, credit = (
        column.copy() for column in (ties.strength, ties.affinity, ties.evidence, ties.blame, ties.credit)
    )
    strength[row] = share(
        strength[row] + params.strength_rate * weight * np.abs(met.care) * (met.heart - strength[row])
    )
    affinity[row] = valence(affinity[row] + params.affinity_rate * weight * met.care * falls_short)
    evidence[row] += weight
    verdict = params.blame_rate * weight * positive(met.care) * falls_short
    blame[row] = share(blame[row] + positive(-verdict) - positive(verdict))
    credit[row] = share(credit[row] + positive(verdict) - positive(-verdict))
    return world.with_ties(strength=strength, affinity=affinity, evidence=evidence, blame=blame, credit=credit).leaving(
        moved=row
    )
