"""Feel: the circuit fires, the body speaks, company warms; faces show it.

Theory: T1, T2, T5, T6, T17, T29. Reads ties, bodies and traits; changes rewards, emotion, what is felt and shown, and
mood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.arousal import moved
from sandbox.engine.arrays import ONE, ZERO
from sandbox.engine.circuit import View
from sandbox.engine.curves import part, positive, squash, valence
from sandbox.engine.drives import bonds, company, driven, play, social, strengths, worry
from sandbox.engine.links import total
from sandbox.engine.realm import EVERYBODY
from sandbox.engine.traces import Feelings
from sandbox.engine.vocabulary import STREAMS, TIE_STREAMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.realm import AnyRealm, Realm

FAINT: Final = np.array(1e-3)
"""Attention below which nothing is felt towards somebody: far less than any choice could hang on."""


def feel(world: AnyRealm) -> AnyRealm:
    """Turn what is attended to and believed into reward, and reward into faces."""
    people, ties, params = world.people, world.ties, world.law()
    minded = (ties.attention > FAINT).nonzero()[0]
    observer, seen = ties.observer[minded], view(world, minded)
    felt_towards = social(strengths(world, observer), bonds(world, minded), seen, world.law(observer))
    around = total(warmth(seen) * ties.seen[minded], observer, len(people))
    explained = total(explanation(seen), observer, len(people))
    body = valence(people.treat - people.wound - people.illness)
    proud = pride(world)
    fun = play(world, EVERYBODY, people.playing)
    worried = worry(world, EVERYBODY, explained)
    own = [proud, company(world, EVERYBODY, around), fun, worried, params.body_gain * body]
    streams, reward = np.zeros((len(TIE_STREAMS), len(ties))), np.zeros((len(STREAMS), len(people)))
    for_each, alone_with_it = reward[: len(TIE_STREAMS)], reward[len(TIE_STREAMS) :]
    fired: list[int] = np.logical_or.reduce(felt_towards, axis=1).nonzero()[0].tolist()
    for number in fired:  # Row by row: all at once, numpy takes three times as long.
        streams[number][minded] = felt_towards[number]
        for_each[number] = total(felt_towards[number], observer, len(people))
    for theirs, felt_alone in zip(alone_with_it, own, strict=True):
        theirs[:] = felt_alone
    reward *= people.sentience
    for_others = summed([for_each[number] for number in fired], np.zeros(len(people)))
    besides = summed(alone_with_it[:-1], for_others)
    whole = besides + alone_with_it[-1]
    stirred = for_others + proud + fun + worried
    alone = people.loneliness + part(params.lonely_time) * (ONE - people.loneliness)
    emotion = people.emotion + part(params.emotion_time) * (squash(params.emotion_gain * stirred) - people.emotion)
    felt = (body + emotion * (ONE - np.abs(body))) * people.sentience
    world = world.with_ties(streams=streams).leaving(feelings=Feelings(minded, felt_towards), besides=besides)
    return world.with_people(
        reward=reward.T,
        loneliness=alone - part(params.sated_time) * around * alone,
        unease=people.unease + part(params.unease_time) * (people.anxiety - people.unease),
        emotion=emotion,
        felt=felt,
        shown=valence(people.expressiveness * felt + people.pretence),
        mood=people.mood + part(params.mood_time) * (valence(whole) - people.mood),
    )


def besides_body(world: Realm) -> Floats:
    """Return (N,) everybody's reward in this tick, but for what their bodies bring."""
    known = world.traces.besides
    return summed(world.people.reward.T[:-1]) if known is None else known


def pride(world: Realm) -> Floats:
    """Return (N,) the Approval that an imagined audience grants for what one did lately (T6, T28): pride, or shame."""
    people = world.people
    if not world.anywhere("imagined_audience") or not np.count_nonzero(people.esteem):
        return np.zeros(len(people))
    approval = driven(world, "imagined_audience", EVERYBODY, driven(world, "approval", EVERYBODY, people.approval))
    return approval * world.law().inner_audience * people.esteem


def explanation(view: View) -> Floats:
    """Return how much somebody's believed suffering could be the reason for one's unease; the view's shape."""
    return view.attention * view.personhood * positive(-view.believed)


def view(world: Realm, rows: Ints) -> View:
    """Return how the observers of the ties in `rows` have their targets in mind."""
    ties = world.ties
    return View(
        ties.attention[rows],
        *moved(world, rows),
        ties.believed[rows],
        ties.regard[rows],
        ties.noticed[rows],
        ties.nearness[rows],
    )


def warmth(view: View) -> Floats:
    """Return how much friendly company somebody is, 0 to 1: the less, the more they seem to suffer."""
    return view.attention * view.personhood * positive(view.affinity) * (ONE - positive(-view.believed))


def summed(streams: Iterable[Floats], before: Floats = ZERO) -> Floats:
    """Add up (S, N) streams to the (N,) reward, always in the same order, after what was added up `before`."""
    whole = before
    for stream in streams:
        whole = whole + stream
    return whole
