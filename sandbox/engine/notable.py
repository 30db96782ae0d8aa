"""Notable: which changes are worth a record; asked by the journal.

Most functions take the world before a step and the world after it, and return (K,) ascending rows of Ties.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.arrays import NO_ONE
from sandbox.engine.curves import steps_up
from sandbox.engine.links import distinct
from sandbox.engine.people import NOBODY
from sandbox.engine.reasons import source, verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.realm import Realm

    Found = Callable[[Realm, Realm], Ints]

THING: Final = 0.5
"""Personhood below which a face counts as that of a thing."""
PROUD: Final = 0.25
"""Esteem, either way, that shows in the bearing: pride, or shame below 0."""
_PROUD, _ASHAMED = np.array(PROUD), np.array(-PROUD)
_NONE: Final = np.zeros(0, np.int64)


def raised(name: str) -> Found:
    """Find where a verdict has gone up past a multiple of `blame_step`."""

    def found(before: Realm, after: Realm) -> Ints:
        old, new, rows = _moved(before, after, name)
        return rows[steps_up(old, new, after.tie_law(rows).blame_step)] if len(rows) else rows

    return found


def befriended(before: Realm, after: Realm) -> Ints:
    """Find who has become a friend."""
    old, new, rows = _moved(before, after, "affinity")
    if not len(rows):
        return rows
    line = after.tie_law(rows).friend_line
    return rows[(old <= line) & (new > line)]


def estranged(before: Realm, after: Realm) -> Ints:
    """Find who has become an enemy."""
    old, new, rows = _moved(before, after, "affinity")
    if not len(rows):
        return rows
    line = after.tie_law(rows).friend_line
    return rows[(old >= -line) & (new < -line)]


def _moved(before: Realm, after: Realm, name: str) -> tuple[Floats, Floats, Ints]:
    """Return (K,) the numbers of a column before and after, and their rows, where it could have been moved."""
    old, new = getattr(before.ties, name), getattr(after.ties, name)
    rows = _NONE if new is old else after.traces.moved
    return old[rows], new[rows], rows


def sights(after: Realm) -> tuple[Ints, Ints]:
    """Find beliefs that have gone by more than `belief_step` since that was written down, by eye and by ear.

    They must have gone the way that was shown: what a story pushed the other way was not seen.
    """
    sights = after.traces.sights
    if sights is None:
        return _NONE, _NONE
    perceived = sights.of.rows
    believed, noted = after.ties.believed[perceived], after.ties.noted[perceived]
    moved = _rows(np.abs(believed - noted) > after.tie_law(perceived).belief_step)
    if not len(moved):
        return _NONE, _NONE
    moved = moved[(believed[moved] > noted[moved]) == (sights.shown[moved] > noted[moved])]
    rows: Ints = perceived[moved]
    by_eye = after.ties.seen[rows] > 0
    return rows[by_eye], rows[~by_eye]


def feelings(after: Realm) -> tuple[Ints, Ints, Ints]:
    """Find feelings stronger than `felt_step` that come from something else than what was written down last.

    Returns:
        (K,) rows, (K,) the strongest stream of each, an index into TIE_STREAMS, and (K,) the cause from which it comes.
    """
    feelings = after.traces.feelings
    strong = _rows(feelings.size > after.tie_law(feelings.rows).felt_step)
    if not len(strong):
        return _NONE, _NONE, _NONE
    rows = feelings.rows[strong]
    stream = np.abs(feelings.streams.take(strong, axis=1)).argmax(axis=0)
    cause = source(after, rows, stream)
    new = _rows((cause != NO_ONE) & (cause != after.ties.felt_from[rows]))
    return (rows[new], stream[new], cause[new]) if len(new) else (_NONE, _NONE, _NONE)


def faces(after: Realm) -> tuple[Ints, Ints]:
    """Find faces that have become those of things since that was written down, and those of persons again."""
    things = after.ties.personhood < THING
    rows = _rows(things != after.ties.thing)
    if not len(rows):
        return _NONE, _NONE
    now = things[rows]
    return rows[now], rows[~now]


def retold(before: Realm, after: Realm) -> Ints:
    """Find verdicts on others that hearsay has carried past a step, either way.

    The first step is where a verdict is worth telling, if it is known what it came from.
    """
    said = after.traces.hearsay.of_others
    listener, about = said.listener, said.about
    if not len(listener):
        return _NONE
    rows = after.links.rows(listener, about)
    was = rows if after.links is before.links else before.links.rows(listener, about)
    old, new = np.abs(verdicts(before, was) * (was != NO_ONE)), np.abs(verdicts(after, rows))
    params = after.tie_law(rows)
    first = (old < params.tell_threshold) & (new >= params.tell_threshold)
    place = first.nonzero()[0]
    if len(place):
        first[place] = verdict(after, after.links.rows(said.teller[place], about[place])) != NO_ONE
    found: Ints = rows[first | steps_up(old, new, params.blame_step)]
    return found


def doubted(before: Realm, after: Realm) -> Ints:
    """Find verdicts that a denial has brought down past a multiple of `blame_step`, or what is worth telling."""
    if not len(after.traces.denied):
        return _NONE
    rows = np.sort(after.traces.denied)
    was = before.links.rows(after.ties.observer[rows], after.ties.target[rows])
    old, new = np.abs(verdicts(before, was)), np.abs(verdicts(after, rows))
    params = after.tie_law(rows)
    last = (old >= params.tell_threshold) & (new < params.tell_threshold)
    found: Ints = rows[last | steps_up(-old, -new, params.blame_step)]
    return found


def verdicts(world: Realm, rows: Ints) -> Floats:
    """Return (K,) blame less credit."""
    held: Floats = world.ties.blame[rows] - world.ties.credit[rows]
    return held


def forgiven(before: Realm, after: Realm) -> Ints:
    """Find where blame has come down past a multiple of `blame_step`."""
    old, new, rows = _moved(before, after, "blame")
    return rows[steps_up(-old, -new, after.tie_law(rows).blame_step)] if len(rows) else rows


def thanked(before: Realm, after: Realm) -> Ints:
    """Find where those who are thanked have come to know, past a step, what the other thinks of them."""
    rows: Ints = np.sort(after.traces.gladdened)
    rose = steps_up(before.ties.regard[rows], after.ties.regard[rows], after.tie_law(rows).blame_step)
    found: Ints = rows[rose]
    return found


def found_out(before: Realm, after: Realm) -> Ints:
    """Find where those who hear what is said of them have come to know, past a step, what its holder thinks of them."""
    own = after.traces.hearsay.of_listeners
    if not len(own.listener):
        return _NONE
    rows = distinct(after.links.rows(own.listener, own.holder))
    was = before.links.rows(after.ties.observer[rows], after.ties.target[rows])
    old, new = np.abs(before.ties.regard[was] * (was != NOBODY)), np.abs(after.ties.regard[rows])
    params = after.tie_law(rows)
    first = (old < params.tell_threshold) & (new >= params.tell_threshold)
    found: Ints = rows[first | steps_up(old, new, params.blame_step)]
    return found


def bearings(before: Realm, after: Realm) -> tuple[Ints, Ints]:
    """Find (K,) who has come to be ashamed, and who to be proud."""
    old, new = before.people.esteem, after.people.esteem
    if new is old:
        return _NONE, _NONE
    return _rows((old >= _ASHAMED) & (new < _ASHAMED)), _rows((old <= _PROUD) & (new > _PROUD))


def _rows(where: Bools) -> Ints:
    rows: Ints = where.nonzero()[0]
    return rows
