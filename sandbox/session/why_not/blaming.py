"""Blaming: the gates from what somebody does about a trouble to what another holds against them (T9, T23 to T25)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.judge import FAINT, meetings
from sandbox.engine.meeting import telling
from sandbox.engine.people import NOBODY
from sandbox.session.why_not.helping import in_time
from sandbox.session.why_not.pair import Found
from sandbox.session.why_not.regarding import a_person, dear

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.session.why_not.pair import Pair


def blaming(pair: Pair) -> Iterator[Found]:
    """Find how each gate stands."""
    people = pair.world.people
    trouble = int(people.involved[pair.whom])
    if trouble == NOBODY or not telling(pair.world)[pair.whom]:
        yield Found("knows", "nothing")
        return
    own, tie = trouble == pair.who, pair.tie(trouble)
    yield _knows(pair, trouble, tie)
    witness = pair.of("perceived") or pair.world.ties.witnessed[pair.row] > FAINT
    yield Found("attends", "open" if witness else "unseen", trouble)
    yield a_person(pair)
    if own:
        yield Found("friend", "own", trouble)
    elif tie != NOBODY:
        yield from dear(pair, tie)
    yield Found("able", "unwell" if pair.unwell(pair.whom) else "open", trouble)
    yield from _measured(pair, trouble)
    yield _over(pair, trouble)


def _knows(pair: Pair, trouble: int, tie: int) -> Found:
    world = pair.world
    own = trouble == pair.who
    felt = world.people.felt[trouble] if own else 0.0 if tie == NOBODY else world.ties.believed[tie]
    known = -felt >= world.params.need_threshold or world.people.affront[pair.whom] > 0.0
    if known:
        return Found("knows", "own" if own else "open", trouble)
    return Found("knows", "unknown" if pair.suffers(trouble) else "fine", trouble)


def _measured(pair: Pair, trouble: int) -> Iterator[Found]:
    """Ask whether the other does less than is expected, and whether others there make that look better."""
    met = meetings(pair.world)
    found = np.flatnonzero(met.tie == pair.row)
    if not len(found):
        return
    heart, expected = float(met.heart[found[0]]), float(met.expected[found[0]])
    beside = expected < min(pair.world.params.expected_heart, heart)
    yield Found("others", "same" if beside else "open", trouble)
    yield Found("wants", "open" if heart < expected else "enough", trouble)


def _over(pair: Pair, trouble: int) -> Found:
    """Ask whether the one still has it before them: who is gone, or what is over and was not witnessed, is let be."""
    late = in_time(pair)
    if late.finding != "open":
        return late
    at_it = pair.world.people.contact[pair.whom] > 0.0 or pair.world.people.harm[pair.whom] > 0.0
    over = not at_it and pair.world.ties.witnessed[pair.row] <= FAINT
    return Found("late", "over" if over else "open", trouble)
