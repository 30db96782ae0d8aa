"""Imagine: what each option would feel like, stream by stream.

Theory: T3, T6, T13, T15, T17, T28. Everybody who chooses imagines the moment after each option and feels it by the
same circuit and drives as the present; takes off the effort; adds what admirers would make of it, real and imagined,
and what habit says. Nothing else counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.circuit import View, circuit
from sandbox.engine.curves import nearness_at, positive, share
from sandbox.engine.drives import Bonds, bonds, company, play, social, strengths, worry
from sandbox.engine.feel import explanation, view
from sandbox.engine.judge import read_heart
from sandbox.engine.links import total
from sandbox.engine.looks import seeming
from sandbox.engine.options import INDEX, OPTIONS, strike
from sandbox.engine.options.option import Imagined, Mind
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import STREAMS, TIE_STREAMS
from sandbox.engine.ways import detour, passing

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.params import Parameters
    from sandbox.engine.realm import Realm

TERMS: Final = (*STREAMS, "effort", "habit")
"""What an option's worth is made of: the columns of the table kept with each choice."""

_APPROVAL: Final = TIE_STREAMS.index("approval")


def mind_of(world: Realm, doer: Ints, tie: Ints, *, choosing: bool = True) -> Mind:
    """Put together how each of the (M,) doers has the target of their (M,) tie in mind.

    What there is to tell is only worked out for those who are choosing.
    """
    people, ties, params = world.people, world.ties, world.law(doer)
    target = ties.target[tie]
    across, down = people.x[target] - people.x[doer], people.y[target] - people.y[doer]
    distance = np.sqrt(across * across + down * down)
    clarity = ties.clarity[tie]
    view_now = view(ties, tie)
    view_now = view_now._replace(nearness=nearness_at(distance, params.reach) * (clarity > 0))
    sides = (people.group[doer] != people.group[target]) & (people.group[doer] >= 0) & (people.group[target] >= 0)
    return Mind(
        view=view_now,
        distance=distance,
        clarity=clarity,
        vividness=clarity * share(params.vividness_gain * np.abs(people.shown[target])),
        need=positive(-view_now.believed),
        competence=people.competence[doer],
        hope=ties.hope[tie],
        answers=ties.answers[tie],
        anxiety=people.anxiety[doer] * world.on("anxiety", doer),
        personlike=seeming(world)[target],
        affinity_anchor=ties.affinity_anchor[tie],
        importance_anchor=ties.importance_anchor[tie],
        pretext=share(ties.blame[tie] + sides / 2 + positive(-ties.affinity_anchor[tie])),
        love=ties.love[tie] * world.on("love", doer),
        fear=ties.fear[tie] * world.on("fear", doer),
        asked=ties.asked[tie],
        guess=ties.guess[tie],
        tidings=_tidings(world, tie) if choosing else np.zeros(len(tie)),
        ordered=1.0 * ((people.order[doer] == INDEX[strike.OPTION.name]) & (people.order_on[doer] == target)),
        pain=share(people.wound[doer] + people.illness[doer]),
        suffering=positive(-people.felt[doer]),
        playfulness=people.playfulness[doer] * (1.0 - people.tired[doer]),
        doses=people.doses[doer],
        drops=people.drops[doer],
        detour=detour(world, doer),
        passing=passing(world, doer, target, view_now.nearness),
    )


def _tidings(world: Realm, tie: Ints) -> Floats:
    """Return (M,) how much each doer has to tell the target of a third person: more of one who is blamed more (T32)."""
    ties, links = world.ties, world.links
    verdict = np.abs(ties.blame - ties.credit)
    if not world.anywhere("gossip") or not verdict.any():
        return np.zeros(len(tie))
    teller = ties.observer[tie]
    most, least = links.strongest(verdict)[teller], world.law(teller).tell_threshold
    worth_telling = (ties.target[most] != ties.target[tie]) & (verdict[most] >= least) & world.on("gossip", teller)
    news = verdict[most] / (verdict[most] + least)
    tidings: Floats = worth_telling * news * (1.0 - ties.told[tie])
    return tidings


def possible(world: Realm, doer: Ints, mind: Mind) -> Bools:
    """Return (A, M) which options are open to the M doers; without much of a thought there is only staying."""
    params = world.law(doer)
    can = np.ones((len(OPTIONS), len(doer)), np.bool_)
    minded = mind.view.attention > params.focus_share
    for index, option in enumerate(OPTIONS[1:], 1):
        open_to = option.possible(mind, params) & minded
        can[index] = open_to & world.on(option.switch, doer) if option.switch else open_to
    return can


def imagine(world: Realm, doer: Ints, tie: Ints, mind: Mind, options: Ints) -> Floats:
    """Return (T, K, M) what each of the K `options` is imagined to bring each of the M doers per second, by TERMS.

    Until an option takes effect the present goes on; then comes what it leads to, for the rest of the horizon.
    """
    people, params = world.people, world.law(doer)
    after = _foresee(mind, options, params)
    later = 1.0 - np.minimum(1.0, after.delay / params.horizon)
    traits, bound = strengths(world, doer), bonds(world, tie)
    now = social(traits, bound, mind.view, params)[:, None]
    then = social(traits, Bonds(*(np.broadcast_to(one, later.shape) for one in bound)), after.view, params)
    streams = now + later * (then - now)
    watched = audience(world, doer, tie)
    verdict = _verdict(mind, after, watched, people.shown[doer] - people.pretence[doer], params) * later
    verdict = verdict + watched.norms[options]
    streams[_APPROVAL] += watched.real * verdict + _obedience(world, doer, mind, options)
    warmth = after.view.attention * after.view.personhood * positive(after.view.affinity)
    friendly = company(world, doer, np.ones(len(doer))) * warmth * after.view.nearness * later
    explained = watched.explained - explanation(mind.view) + explanation(after.view)
    return np.stack(
        [
            *streams,
            watched.imagined * verdict,
            friendly,
            play(world, doer, after.merriment) * later,
            worry(world, doer, explained),
            params.body_gain * after.body * later,
            -after.effort,
            _habit(world, doer, tie, options),
        ]
    )


class _Futures(NamedTuple):
    """The moment after each option; every array is (K, M) and means what it means in `Imagined`."""

    view: View
    delay: Floats
    effort: Floats
    heart: Floats
    involvement: Floats
    offence: Floats
    merriment: Floats
    body: Floats


def _foresee(mind: Mind, options: Ints, params: Parameters) -> _Futures:
    """Let each option say what would come of it; what it does not mention stays as it is."""
    shape = (len(options), len(mind.need))
    views = [np.broadcast_to(column, shape).copy() for column in mind.view]
    others = np.zeros((len(Imagined._fields) - 1, *shape))
    for row, index in enumerate(options):
        imagined = OPTIONS[index].imagine(mind, params)
        for sheet, column, present in zip(views, imagined.view, mind.view, strict=True):
            if column is not present:
                sheet[row] = column
        for sheet, part in zip(others, imagined[1:], strict=True):
            sheet[row] = part
    futures = _Futures(View(*views), *others)
    refused = params.disappointment * mind.asked * (futures.involvement < 1)
    return futures._replace(view=futures.view._replace(regard=futures.view.regard - refused))


class Audience(NamedTuple):
    """Before whom the M doers act; what full esteem would be worth to them."""

    real: Floats
    """(M,) Approval per second that full esteem of those who are thinking of them now would bring"""
    imagined: Floats
    """(M,) the same for admirers who are not there, and for the voice inside (T15)"""
    norms: Floats
    """(A, M) what they think of each option by itself, -1 to 1 (T28)"""
    others: Floats
    """(M,) how many others who are aware of it could see to it as well"""
    explained: Floats
    """(M,) believed suffering that they have in mind, a reason to be uneasy (T17)"""


def audience(world: Realm, doer: Ints, tie: Ints) -> Audience:
    """Work out before whom each of the M doers would act (T15, T28).

    It is the circuit itself, asked what `regard` 1 from each would feel like, with thought shared among them.
    """
    people, ties = world.people, world.ties
    own, count = world.links.of_people(doer), len(doer)
    theirs = ties.observer[own]
    at = np.searchsorted(doer, theirs)
    here = view(ties, own)
    friend = positive(here.affinity)
    absent = world.law(theirs).imagined_audience * friend * here.importance * world.on("imagined_audience", theirs)
    unseen = positive(absent - here.noticed)
    crowd = 1.0 + total(here.noticed + unseen, at, count)
    full = np.ones_like(friend)
    traits = strengths(world, theirs)
    admired = circuit(traits, here._replace(attention=1.0 / crowd[at], regard=full, noticed=full))[_APPROVAL]
    real, thought = total(admired * here.noticed, at, count), total(admired * unseen, at, count)
    inner = people.approval[doer] * world.law(doer).inner_audience
    inner = inner * world.on("imagined_audience", doer) * world.on("approval", doer)
    return Audience(
        real,
        thought + inner,
        _norms(world, doer, at, own, here.noticed + unseen),
        _others(world, doer, at, own, tie),
        total(explanation(here), at, count),
    )


def _others(world: Realm, doer: Ints, at: Ints, own: Ints, tie: Ints) -> Floats:
    """Count (M,) the other people whom the doer knows to see or hear the one in mind, and who could help.

    The wounded and the sick could not, and things see nothing.
    """
    people, ties = world.people, world.ties
    focus, target = ties.target[tie][at], ties.target[own]
    row = world.links.rows(target, focus)
    able = (row != NOBODY) & (people.wound[target] + people.illness[target] < world.law(target).need_threshold)
    aware = able & (ties.clarity[row] > 0)
    return total(aware * ties.personhood[own], at, len(doer))


def _norms(world: Realm, doer: Ints, at: Ints, own: Ints, eyes: Floats) -> Floats:
    """Return (A, M) what their audience thinks of each option, and they themselves: the mean of their norms (T28)."""
    people, count = world.people, len(doer)
    if not world.anywhere("norms") or not people.norms.any():
        return np.zeros((len(OPTIONS), 1))
    weight = eyes * positive(world.ties.affinity[own])
    theirs = people.norms[world.ties.target[own]].T * weight
    whole = 1.0 + total(weight, at, count)
    summed = np.stack([total(row, at, count) for row in theirs])
    norms: Floats = (people.norms[doer].T + summed) / whole * world.on("norms", doer)
    return norms


def _verdict(mind: Mind, after: _Futures, watched: Audience, shown: Floats, params: Parameters) -> Floats:
    """Return (K, M) how an audience that cares for the sufferer would judge each option, -1 to 1.

    It is the rule by which people judge (T23-T25), turned on oneself. Blame and credit for a trouble that others could
    see to as well are shared with them; as with every crowd, its weight grows as the root of its number (Latané 1981).
    So far as they see a thing there, there is nothing to judge (T9).
    """
    heart = read_heart(shown, positive(after.heart), mind.need, params) - positive(-after.heart)
    stake = mind.need / (1.0 + params.diffusion * np.sqrt(watched.others))
    judged = after.involvement * stake * (heart - params.expected_heart) - after.offence
    return judged * mind.view.personhood


def _obedience(world: Realm, doer: Ints, mind: Mind, options: Ints) -> Floats:
    """Return (K, M) the Approval of whoever gave an order: for the option that was ordered, against all others."""
    people = world.people
    if not mind.ordered.any():
        return np.zeros((1, 1))
    row = world.links.rows(doer, people.order_by[doer])
    there = view(world.ties, row)
    full = np.ones_like(mind.need)
    stern = circuit(strengths(world, doer), there._replace(attention=full, regard=full, noticed=full))
    worth = stern[_APPROVAL] * mind.ordered * (row != NOBODY) * world.law(doer).order_weight
    obeys: Floats = np.where(options[:, None] == people.order[doer], 1.0, -1.0) * worth
    return obeys


def _habit(world: Realm, doer: Ints, tie: Ints, options: Ints) -> Floats:
    """Return (K, M) what habit adds, and a little for going on with what one is at."""
    people, params = world.people, world.law(doer)
    habit = people.habit[doer][:, options].T * params.habit_share * world.on("learning", doer)
    same = people.option_on[doer] == world.ties.target[tie]
    going_on = (people.option[doer] == options[:, None]) & same
    worth: Floats = habit + params.steadiness * going_on
    return worth
