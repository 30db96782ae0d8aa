"""Fade: what passes by itself, and what is picked up slowly; looked at once a second.

Theory: T18, T21, T27, T28, T29, T31. Begging and telling are forgotten, fear and triumphs fade, trust returns; tastes
are read off reactions; who is much admired comes to matter more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine import cadence
from sandbox.engine.arrays import ONE
from sandbox.engine.cadence import slow_part
from sandbox.engine.curves import positive, share, valence

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.engine.realm import AnyRealm, Realm
    from sandbox.engine.ties import Ties


FAINT: Final = 1e-3
"""Begging, telling and fear below which there is none; what only ever shrinks by a part would never end."""


def fade(world: AnyRealm) -> AnyRealm:
    """Let a second pass over everything slow, whenever the slow step is due."""
    if not cadence.due(world.tick):
        return world
    people, ties, own, params = world.people, world.ties, world.law(), world.tie_law()
    romping = people.playing > own.glance_share
    time = np.where(romping, slow_part(own.tire_time), slow_part(own.rest_time))
    doubted = ties.trust * (ONE - _doubt(world) * slow_part(params.doubt_time))
    return world.with_people(
        tired=people.tired + time * (romping - people.tired),
        standing=_faded(people.standing, own.standing_time),
        esteem=_faded(people.esteem, own.glow_time),
    ).with_ties(
        **_said(world),
        asked=_ended(_faded(ties.asked, params.asked_time)),
        told=_ended(_faded(ties.told, params.told_time)),
        fear=_ended(_faded(ties.fear, params.fear_time)),
        trust=share(doubted + (ONE - doubted) * slow_part(params.trust_time)),
        guess=_read(world),
        importance_anchor=share(ties.importance_anchor + params.status_rate * cadence.SECONDS * _rise(ties)),
    )


def _rise(ties: Ties) -> Floats:
    """Return (E,) the way up to where credit raises one, times credit: all of it to the top, half to 0.75 (T27)."""
    return ties.credit * positive((ONE + ties.credit) / 2 - ties.importance_anchor)


def _said(world: Realm) -> dict[str, Floats]:
    """Let what was said fade, if there is any: verdicts as they do, apologies and thanks until one says them again."""
    ties, params = world.ties, world.tie_law()
    times = {"claim": params.blame_time, "hearsay": params.blame_time, "reproach": params.regard_memory_time}
    times |= {"sorry": params.told_time, "thanked": params.told_time}
    said = {name: getattr(ties, name) for name in times}
    left = {name: _faded(said[name], times[name]) for name in times if np.count_nonzero(said[name])}
    return {name: values * (np.abs(values) > FAINT) for name, values in left.items()}


def _faded(values: Floats, time: float) -> Floats:
    return values * (1.0 - slow_part(time))


def _ended(values: Floats) -> Floats:
    """Return numbers from 0 to 1 with nothing in place of what is next to nothing."""
    return values * (values > FAINT)


def _doubt(world: Realm) -> Floats:
    """Return (E,) how plainly a false face is seen through, 0 to 1: by the attentive, while not meant for them."""
    people, ties = world.people, world.ties
    if not np.count_nonzero(people.pretence):
        return np.zeros(len(ties))
    unwatched = people.gaze[ties.target] != ties.observer
    false = np.abs(people.pretence) * people.sentience
    doubt: Floats = false[ties.target] * ties.seen * unwatched * people.social_attention[ties.observer]
    return doubt


def _read(world: Realm) -> Floats:
    """Return (E,) the guessed tastes after a look at how people take what is done for them (T18)."""
    people, ties, params = world.people, world.ties, world.tie_law()
    reacts = (np.abs(people.treat) > world.law().glance_share / 2) & (people.sentience > 0)
    if not np.count_nonzero(reacts):
        return ties.guess
    uptake = reacts[ties.target] * ties.seen * ties.clarity * ties.attention * 2
    learned = np.minimum(ONE, uptake * people.social_attention[ties.observer] * slow_part(params.guess_time))
    return valence(ties.guess + learned * (people.company[ties.target] - ties.guess))
