"""Imagine: what each option would feel like, stream by stream.

Theory: T3, T6, T13, T15, T17, T28. Everybody who chooses imagines the moment after each option and feels it by the
same circuit and drives as the present; takes off the effort; adds what admirers would make of it, real and imagined,
and what habit says. Nothing else counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.arrays import NO_ONE, ONE, ones
from sandbox.engine.circuit import View, admired
from sandbox.engine.curves import positive
from sandbox.engine.drives import bonds, company, driven, play, social, strengths, worry
from sandbox.engine.errands import put_off
from sandbox.engine.feel import explanation, view, warmth
from sandbox.engine.judge import read_heart
from sandbox.engine.links import total
from sandbox.engine.meeting import about
from sandbox.engine.named import NamedTuple
from sandbox.engine.options import DWELLS, OPTIONS, STAY, those
from sandbox.engine.vocabulary import STREAMS, TIE_STREAMS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.mind import Mind

TERMS: Final = (*STREAMS, "effort", "habit", "errand")
"""What an option's worth is made of: the columns of the table kept with each choice."""

_APPROVAL: Final = TIE_STREAMS.index("approval")
_LEAST_LEFT: Final = 0.1
"""Share of thought that all others are taken to have at least."""
_SWITCHES: Final = tuple((index, option.switch) for index, option in enumerate(OPTIONS) if option.switch)
_OUTER: Final = those(lambda option: option is not STAY and not option.inner)
"""Options that somebody who is not there is out of reach of."""
_ORDERS: Final = tuple(index for index, option in enumerate(OPTIONS) if option.on_order)


def possible(mind: Mind) -> Bools:
    """Return (A, M) which options are open to the M people; without much of a thought there is only staying."""
    params = mind.params
    can = np.empty((len(OPTIONS), len(mind.doer)), np.bool_)
    for row, option in zip(can, OPTIONS, strict=True):
        row[:] = option.possible(mind, params)
    can[1:] &= mind.attention > params.focus_share
    present = mind.world.people.present
    if np.count_nonzero(present) < len(present):
        can[_OUTER] &= present[mind.target] > 0
    for index, switch in _SWITCHES:
        on = mind.world.on(switch, mind.doer)
        if on is not True:
            can[index] &= on
    for index in _ORDERS:
        can[index] &= mind.ordered == index
    return can


def imagine(mind: Mind, options: Ints) -> Floats:
    """Return (T, K, M) what each of the K `options` is imagined to bring each of the M people per second, by TERMS.

    Until an option takes effect the present goes on; then comes what it leads to, for the rest of the horizon.
    """
    world, doer, params = mind.world, mind.doer, mind.params
    after = _foresee(mind, options)
    later = ONE - np.minimum(ONE, after.delay / params.horizon)
    watched = audience(mind)
    verdict = _verdict(mind, after, watched) * later + watched.norms[options]
    felt = social(strengths(world, doer), bonds(world, mind.tie), after.view, params)
    then, now = felt[:, :-1], felt[:, -1:]
    friendly = company(world, doer, 1.0) * warmth(after.view) * after.view.nearness
    reason = explanation(after.view)
    terms = np.empty((len(TERMS), *later.shape))
    towards, others = terms[: len(TIE_STREAMS)], _others_thought_of(mind, options, after.view.attention)
    np.subtract(then, now, towards)  # In place: of a crowd, each of these is a megabyte.
    towards *= later
    others *= later
    others += now
    towards += others
    towards[_APPROVAL] += watched.real * verdict + _obedience(mind, options)
    own = (
        watched.imagined * verdict,
        friendly[:-1] * later,
        play(world, doer, after.merriment) * later,
        worry(world, doer, watched.explained - reason[-1] + reason[:-1]),
        params.body_gain * after.body * later,
        -after.effort,
        _habit(mind, options),
        put_off(mind, options, after.delay),
    )
    for row, term in zip(terms[len(TIE_STREAMS) :], own, strict=True):
        row[:] = term
    return terms


def _others_thought_of(mind: Mind, options: Ints, attention: Floats) -> Floats:
    """Return (7, K, M) what one would feel more towards all others, stream by stream: dwelling takes their thought.

    What draws or shuns thought by itself is felt as it comes; only chosen attention is imagined at the cost of others.
    """
    streams = mind.world.people.reward[mind.doer, : len(TIE_STREAMS)].T - mind.world.ties.streams.take(mind.tie, axis=1)
    left = ONE - np.where(DWELLS[options][:, None], attention[:-1], mind.drawn)
    more: Floats = streams[:, None] * (left / np.maximum(ONE - mind.attention, _LEAST_LEFT) - 1.0)
    return more


class _Futures(NamedTuple):
    """The moment after each option; every array is (K, M) and means what it means in `Imagined`."""

    view: View
    """(K + 1, M), of which the last is the present"""
    delay: Floats
    effort: Floats
    heart: Floats
    involvement: Floats
    offence: Floats
    merriment: Floats
    body: Floats


def _foresee(mind: Mind, options: Ints) -> _Futures:
    """Let each option say what would come of it; what it does not mention stays as it is."""
    count, params = len(options), mind.params
    others = _Futures._fields[1:]
    views = np.empty((len(View._fields), count + 1, len(mind.doer)))
    for sheet, present in zip(views, mind.view, strict=True):
        sheet[:] = present
    views[0, :count] = mind.drawn
    futures = _Futures(View(*views), *np.zeros((len(others), count, len(mind.doer))))
    sheets = futures.view._asdict() | dict(zip(others, futures[1:], strict=True))
    for row, option in enumerate(options.tolist()):
        for name, column in OPTIONS[option].imagine(mind, params).items():
            sheets[name][row] = column
    if np.count_nonzero(mind.asked):
        regard = futures.view.regard[:count]
        regard -= params.disappointment * mind.asked * (futures.involvement < 1)
    return futures


class Audience(NamedTuple):
    """Before whom the M people act; what full esteem would be worth to them."""

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


def audience(mind: Mind) -> Audience:
    """Work out before whom each of the M people would act (T15, T28).

    It is the circuit itself, asked what `regard` 1 from each would feel like, with thought shared among them.
    """
    world, doer, count = mind.world, mind.doer, len(mind.doer)
    people = world.people
    own, at, _ = world.links.of_each(doer)
    theirs = doer[at]
    here = view(world, own)
    absent = world.law(theirs).imagined_audience * positive(here.affinity) * here.importance
    unseen = positive(driven(world, "imagined_audience", theirs, absent) - here.noticed)
    eyes = here.noticed + unseen
    crowd = ONE + total(eyes, at, count)
    approval = driven(world, "approval", doer, people.approval[doer])
    esteem = admired(approval[at], here._replace(attention=ONE / crowd[at]))
    voice = driven(world, "imagined_audience", doer, approval * mind.params.inner_audience)
    return Audience(
        total(esteem * here.noticed, at, count),
        total(esteem * unseen, at, count) + voice,
        _norms(mind, at, own, eyes),
        _others(mind, at, own),
        total(explanation(here), at, count),
    )


def _others(mind: Mind, at: Ints, own: Ints) -> Floats:
    """Count (M,) the other people whom the doer knows to see or hear the one in mind, and who could help.

    The wounded and the sick could not, and things see nothing.
    """
    world, people, ties = mind.world, mind.world.people, mind.world.ties
    target = ties.target[own]
    row = world.links.rows(target, mind.target[at])
    able = (row != NO_ONE) & (people.wound[target] + people.illness[target] < world.law(target).need_threshold)
    aware = able & (ties.clarity[row] > 0)
    return total(aware * ties.personhood[own], at, len(mind.doer))


def _norms(mind: Mind, at: Ints, own: Ints, eyes: Floats) -> Floats:
    """Return (A, M) what their audience thinks of each option, and they themselves: the mean of their norms (T28)."""
    world, people, count = mind.world, mind.world.people, len(mind.doer)
    if not world.anywhere("norms") or not np.count_nonzero(people.norms):
        return np.zeros((len(OPTIONS), 1))
    weight = eyes * positive(world.ties.affinity[own])
    theirs = people.norms[world.ties.target[own]].T * weight
    whole = ONE + total(weight, at, count)
    summed = np.stack([total(row, at, count) for row in theirs])
    return driven(world, "norms", mind.doer, (people.norms[mind.doer].T + summed) / whole)


def _verdict(mind: Mind, after: _Futures, watched: Audience) -> Floats:
    """Return (K, M) how an audience that cares for the sufferer would judge each option, -1 to 1.

    It is the rule by which people judge (T23-T25), turned on oneself. Blame and credit for a trouble that others could
    see to as well are shared with them; as with every crowd, its weight grows as the root of its number (Latané 1981).
    Whoever is kept off and has lost hope is not judged (T24); where they see a thing there is nothing to judge (T9).
    """
    params = mind.params
    shown = about(mind.world, mind.doer, mind.tie)
    heart = read_heart(shown, positive(after.heart), mind.need, params) - positive(-after.heart)
    stake = mind.need * mind.means / (ONE + params.diffusion * np.sqrt(watched.others))
    judged = after.involvement * stake * (heart - params.expected_heart) - after.offence
    return judged * mind.personhood


def _obedience(mind: Mind, options: Ints) -> Floats | float:
    """Return (K, M) the Approval of whoever gave an order: for the option that was ordered, against all others."""
    world, people, doer = mind.world, mind.world.people, mind.doer
    told = mind.ordered != NO_ONE
    if not np.count_nonzero(told):
        return 0.0
    row = world.links.rows(doer, people.order_by[doer])
    there = view(world, row)._replace(attention=ones(len(doer)))
    stern = admired(driven(world, "approval", doer, people.approval[doer]), there)
    worth = stern * told * (row != NO_ONE) * mind.params.order_weight
    obeys: Floats = np.where(options[:, None] == mind.ordered, 1.0, -1.0) * worth
    return obeys


def _habit(mind: Mind, options: Ints) -> Floats:
    """Return (K, M) what habit adds, and a little for going on with what one is at."""
    world, people, params, doer = mind.world, mind.world.people, mind.params, mind.doer
    habit = driven(world, "learning", doer, people.habit[doer][:, options].T * params.habit_share)
    going_on = (people.option[doer] == options[:, None]) & (people.option_on[doer] == mind.target)
    worth: Floats = habit + params.steadiness * going_on
    return worth
