"""Regarding: whether the other is a person, a friend, and matters: the gates that all three acts share (T1, T9 to T11).

What arousal lends them counts, as it does wherever the engine reads them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.arousal import moved
from sandbox.session.seen.thresholds import A_PERSON
from sandbox.session.seen.tie_sums import MATTERS
from sandbox.session.why_not.pair import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.session.why_not.pair import Pair


def a_person(pair: Pair) -> Found:
    """Ask whether the other is a person to the one, or a thing."""
    return Found("person", "open" if pair.of("personhood") >= A_PERSON else "thing")


def dear(pair: Pair, row: int) -> Iterator[Found]:
    """Ask whether somebody, by the row of the one's tie to them, is a friend, and whether they matter."""
    _, importance, affinity = (float(column[0]) for column in moved(pair.world, np.array([row])))
    line, other = pair.world.params.friend_line, int(pair.world.ties.target[row])
    yield Found("friend", "open" if affinity > line else "enemy" if affinity < -line else "stranger", other)
    yield Found("matters", "open" if importance >= MATTERS else "little", other)
