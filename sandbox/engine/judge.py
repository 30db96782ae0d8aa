"""Judge: read each other's sympathy off what people do when they meet somebody's trouble.

Theory: T20, T22-T25, T28. Whoever sees X in touch with the trouble of Y, and cares about Y, reads X's sympathy off
distress about Y and effort against Y's suffering. No meeting, no evidence. Its seconds give an impression, its end
gives the verdict: whoever lets go while Y still suffers shows how much they felt, and whoever ends it shows that too.
Falling short is blamed, exceeding credited; what was proven so stays (`proven`). Y judges too, caring fully about
themself. If Y is the watcher's enemy, everything turns round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine import cadence
from sandbox.engine.arousal import caring
from sandbox.engine.arrays import HALF, NO_ONE, ONE, TICK, ZERO
from sandbox.engine.circuit import taken_in
from sandbox.engine.curves import halves, part, positive, share, valence
from sandbox.engine.frozen import frozen
from sandbox.engine.links import distinct, total
from sandbox.engine.meeting import meet_trouble, telling

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.near import Pairs
    from sandbox.engine.params import Parameters
    from sandbox.engine.realm import AnyRealm, Realm

FAINT: Final = 0.02
"""What was witnessed of a meeting below which nobody has a verdict on it."""


def read_heart(shown: Floats, effort: Floats, suffering: Floats, params: Parameters) -> Floats:
    """Return how much sympathy a response shows, 0 to 1: distress and effort against the suffering (T23).

    Args:
        shown: what the face shows about the sufferer, -1 to 1; joy counts against.
        effort: exertion for their sake, 0 to 1.
        suffering: what it is held against, 0 to 1.
        params: the constants of the world.
    """
    joy, pain = halves(shown)
    distress, called_for = pain - params.joy_weight * joy, np.maximum(suffering, params.need_threshold)
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
    aware: Floats
    """how plainly and attentively it is seen, 0 to 1"""
    evidence: Floats
    """involvement as it is seen and heeded, 0 to 1"""
    heart: Floats
    """sympathy read off the response, 0 to 1; less the harm done, up to 1, and the affront, up to `slip_offence`"""
    expected: Floats
    """sympathy that the watcher expects, 0 to 1"""


@frozen
class Verdicts:
    """K pairs of a watcher and somebody whose meeting with a trouble is over; every array is (K,)."""

    tie: Ints
    """rows of the ties watcher → the judged"""
    care: Floats
    """as in Meetings"""
    weight: Floats
    """how much was witnessed of how deep an involvement, 0 to 1; less of somebody who suffers too"""
    verdict: Floats
    """what the meeting shows of the judged for those who care, -1 heartless to 1 devoted"""


_NONE: Final = np.zeros(0)
_ROWS: Final[Ints] = np.zeros(0, np.int64)
NO_MEETINGS: Final = Meetings(_ROWS, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE)
NO_VERDICTS: Final = Verdicts(_ROWS, _NONE, _NONE, _NONE)


def judge(world: AnyRealm) -> AnyRealm:
    """Move affinity, blame and credit by what was just seen."""
    world = _esteem(meet_trouble(world))
    if not world.anywhere("judgement"):
        return world
    met = meetings(world)
    if len(met.tie):
        world = _impress(world, met)
    over = endings(world)
    return _conclude(world, over, met.tie) if len(over.tie) else world


def forgive(world: AnyRealm) -> AnyRealm:
    """Once a second, forgive and forget a little of all blame and credit, and of what one has witnessed."""
    if not cadence.due(world.tick):
        return world
    ties, params = world.ties, world.tie_law()
    kept = 1.0 - cadence.slow_part(params.blame_time)
    return world.with_ties(
        blame=ties.blame * kept,
        credit=ties.credit * kept,
        witnessed=ties.witnessed * kept,
        proven=ties.proven * (1.0 - cadence.slow_part(params.proven_time)),
    )


def _esteem(world: AnyRealm) -> AnyRealm:
    """Let all see themselves as those in their heads would: by the same rule by which they judge others (T6, T28)."""
    people, ties = world.people, world.ties
    touched = telling(world).nonzero()[0]
    rows = world.links.rows(touched, people.involved[touched])
    known = (rows != NO_ONE).nonzero()[0]
    if not len(known):
        return world
    touched, rows = touched[known], rows[known]
    need = positive(-ties.believed[rows])
    stake = np.maximum(need, people.affront[touched])
    serious = (stake >= world.law(touched).need_threshold).nonzero()[0]
    touched, need, stake = touched[serious], need[serious], stake[serious]
    if not len(touched):
        return world
    params = world.law(touched)
    heart = read_heart(people.shown_for[touched] - people.pretence[touched], people.effort[touched], need, params)
    heart = heart - people.harm[touched] - people.affront[touched]
    verdict = valence(heart - params.expected_heart)
    esteem = people.esteem.copy()
    pull, before = part(params.esteem_time) * people.involvement[touched] * stake, esteem[touched]
    esteem[touched] = valence(before + pull * (verdict - before))
    return world.with_people(esteem=esteem)


def meetings(world: Realm) -> Meetings:
    """List who sees whom in touch with whose trouble, and what can be read off it."""
    people, ties = world.people, world.ties
    at_it = _at_it(world)
    if not np.count_nonzero(at_it):
        return NO_MEETINGS
    judged, watcher, perceived = ties.target, ties.observer, world.perceived()
    rows = perceived.rows[at_it[perceived.target]]
    rows = world.where_on("judgement", rows, watcher[rows])
    rows, suffering, tie = _concerned(world, rows)
    if not len(rows):
        return NO_MEETINGS
    who, params = judged[rows], world.tie_law(rows)
    heart = read_heart(people.shown_for[who], people.effort[who] * devoted(world, who, params), suffering, params)
    affront = people.affront[who]
    heart = heart - people.harm[who] - affront
    stake, care = np.maximum(suffering, affront), _care(world, tie)
    aware = ties.clarity[rows] * ties.personhood[rows] * taken_in(ties.attention[rows], params)
    serious = ((stake >= params.need_threshold) & (care != ZERO)).nonzero()[0]
    rows, heart, aware = rows[serious], heart[serious], aware[serious]
    expected = _expected(world, perceived, rows, heart)
    evidence = people.involvement[who[serious]] * aware
    return Meetings(rows, care[serious], stake[serious], aware, evidence, heart, expected)


def endings(world: Realm) -> Verdicts:
    """List whose meetings with a trouble are over, in the eyes of those who have witnessed them, and what they show.

    What was mended counts as it was meant, the more, the more of the whole it is; what is left counts as it was left.
    """
    people, ties = world.people, world.ties
    healed = (people.relieved > ZERO) & (people.involvement > HALF)
    if not (len(world.traces.parted) or np.count_nonzero(healed)):
        return NO_VERDICTS
    parted = np.zeros(len(people), np.bool_)
    parted[world.traces.parted] = True
    ending = parted | healed
    rows = (ties.witnessed > FAINT).nonzero()[0]
    rows = rows[ending[ties.target[rows]]]
    rows, suffering, tie = _concerned(world, world.where_on("judgement", rows, ties.observer[rows]))
    who, suffers = ties.target[rows], suffering >= world.tie_law(rows).need_threshold
    ended = ~suffers & healed[who]
    over = ((parted[who] & suffers) | ended).nonzero()[0]
    if not len(over):
        return NO_VERDICTS
    rows, suffering, who, ended = rows[over], suffering[over], who[over], ended[over]
    params, care = world.tie_law(rows), _care(world, tie[over])
    mended, against = people.relieved[who], people.harm[who] + people.affront[who] + params.expected_heart
    part_of_it = mended / np.maximum(mended + suffering, params.need_threshold)
    done = part_of_it * part_of_it * mended * (devoted(world, who, params) - against)
    left = read_heart(people.shown_for[who], np.zeros(len(who)), suffering, params)
    shown = done + np.where(ended, 0.0, suffering * (left - against))
    able = ONE - share(people.wound[who] + people.illness[who])
    weight = ties.witnessed[rows] * people.involvement[who] * able
    return Verdicts(rows, care, weight, valence(params.verdict_gain * care * shown))


def _concerned(world: Realm, rows: Ints) -> tuple[Ints, Floats, Ints]:
    """Keep those of the ties `rows` whose targets have to do with somebody's trouble whom the observer knows.

    Returns:
        the (K,) rows, how much the sufferers suffer in the observer's eyes, 0 to 1, and the rows of the observers' ties
        to them, or NOBODY where they are the observers themselves.
    """
    people, ties = world.people, world.ties
    watcher, sufferer = ties.observer[rows], people.involved[ties.target[rows]]
    own = sufferer == watcher
    tie = world.links.rows(watcher, sufferer)
    known = (own | (tie != NO_ONE)).nonzero()[0]
    rows, sufferer, own, tie = rows[known], sufferer[known], own[known], tie[known]
    suffering = positive(-np.where(own, people.felt[sufferer], ties.believed[tie]))
    return rows, suffering, tie


def _care(world: Realm, tie: Ints) -> Floats:
    """Return (K,) what sufferers are to their observers by the rows of the ties to them; 1 for oneself, NOBODY."""
    care = caring(world, tie)
    care[tie == NO_ONE] = 1.0
    return care


def _at_it(world: Realm) -> Bools:
    """Return (N,) who is tellingly at the trouble in `involved`: with hands or eyes, eyes kept off it, or by harm."""
    people, told = world.people, telling(world)
    if not np.count_nonzero(told):
        return told
    shuns = (people.avoiding != NO_ONE) & (people.avoiding == people.involved)
    at_it: Bools = told & ((people.contact > ZERO) | shuns | (people.harm + people.affront > ZERO))
    return at_it


def devoted(world: Realm, who: Ints, params: Parameters) -> Floats:
    """Return (K,) how much of what (K,) people do is for the sufferer's sake, 0 to 1: a gain explains the rest (T25).

    What a gain from the same dealing explains is weak evidence of anything else (discounting: Kelley 1973).
    """
    devoted: Floats = ONE - share(params.discounting * world.people.gained[who])
    return devoted


def _expected(world: Realm, perceived: Pairs, rows: Ints, heart: Floats) -> Floats:
    """Return (K,) the sympathy expected of the judged in the ties `rows`: the usual, and what others in view show.

    All ties whose target is perceived are `perceived`; `rows` are some of them, and both ascend.

    People are held against those who happen to be seen beside them (Newman & Cain 2014; Kahneman & Miller 1986): next
    to somebody who does nothing at all, half a help looks better; next to tears, calm looks worse.
    """
    people, ties, params = world.people, world.ties, world.tie_law(perceived.rows)
    if not len(rows):
        return np.zeros(0)
    troubled = np.zeros(len(people), np.bool_)
    touched = telling(world) & (people.involved != NO_ONE)
    troubled[people.involved[touched]] = True
    heeded = taken_in(ties.attention[perceived.rows], params) * ties.personhood[perceived.rows]
    heeded = heeded * params.comparison * ~troubled[perceived.target]
    sheet = np.zeros(len(ties))
    sheet[perceived.rows] = heeded
    watcher, heed = ties.observer[rows], sheet[rows]
    shown = heed * positive(heart)
    beside = total(heeded, perceived.observer, len(people))[watcher] - heed
    theirs = total(shown, watcher, len(people))[watcher] - shown
    expected: Floats = (world.law(watcher).expected_heart + positive(theirs)) / (ONE + positive(beside))
    return expected


def _impress(world: AnyRealm, met: Meetings) -> AnyRealm:
    """Let a tenth of a second of what is seen give its impression."""
    ties, params, row = world.ties, world.tie_law(met.tie), met.tie
    weight = met.evidence * met.suffering * TICK
    falls_short = met.heart - met.expected
    witnessed, affinity, blame, credit = (
        column.copy() for column in (ties.witnessed, ties.affinity, ties.blame, ties.credit)
    )
    witnessed[row] += part(params.witness_time) * met.aware * (ONE - witnessed[row])
    affinity[row] = valence(affinity[row] + params.affinity_rate * weight * met.care * falls_short)
    verdict = params.blame_rate * weight * positive(met.care) * falls_short
    merit, fault = halves(verdict)
    blame[row] = share(blame[row] + fault - merit)
    credit[row] = share(credit[row] + merit - fault)
    return world.with_ties(witnessed=witnessed, affinity=affinity, blame=blame, credit=credit).leaving(moved=row)


def _conclude(world: AnyRealm, over: Verdicts, seen: Ints) -> AnyRealm:
    """Let what is over be judged as a whole: verdicts do not add up, a new one takes the place of the old in part."""
    ties, params, row = world.ties, world.tie_law(over.tie), over.tie
    witnessed, affinity, proven, blame, credit = (
        column.copy() for column in (ties.witnessed, ties.affinity, ties.proven, ties.blame, ties.credit)
    )
    shown = over.weight * (over.verdict - proven[row])
    proven[row] += shown
    affinity[row] = valence(affinity[row] + params.proven_affinity * shown)
    held = over.weight * (over.care > ZERO)
    merit, fault = halves(over.verdict)
    blame[row] += np.where(fault > ZERO, held * positive(fault - blame[row]), -held * blame[row] * (merit > ZERO))
    credit[row] += np.where(merit > ZERO, held * positive(merit - credit[row]), -held * credit[row] * (fault > ZERO))
    witnessed[row] = 0.0
    moved = distinct(np.concatenate((seen, row)))
    return world.with_ties(witnessed=witnessed, affinity=affinity, proven=proven, blame=blame, credit=credit).leaving(
        moved=moved
    )
