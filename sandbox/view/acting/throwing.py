"""Stones and stars on their way: who has let go of one, who has it already, and what it does to whom it hits.

Theory: T25. All of it is read off one frame, so that time may go back. Nothing flies under less motion: everything lies
where it lands.
"""

from __future__ import annotations

from itertools import takewhile
from math import sin
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.session.seen.heaps import SHOWN, Verdict, heaps_of
from sandbox.session.seen.recent import JUDGED, recent_events
from sandbox.view.acting.beats import HELD_DOWN, REACHES

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

LETS_GO: Final = REACHES
"""Seconds after a verdict at which it is thrown: the arm is out."""
FLIES: Final = 0.6
LANDS: Final = LETS_GO + FLIES
"""Seconds after which it hits."""
BOUNCES: Final = 0.28
"""How long a stone then bounces, once."""
RESTS: Final = LANDS + BOUNCES
"""Seconds after which it lies still."""
SHAKES: Final = 0.3
"""How long a hit shakes whom it hits."""
SHAKE_PX: Final = 2.0
"""How far, in pixels."""
SHAKE_SPEED: Final = 60.0
"""Radians per second."""


class Throw(NamedTuple):
    """A verdict that is on its way, or has just arrived."""

    kind: Verdict
    who: int
    whom: int
    age: float
    """seconds since the verdict"""
    first: bool
    """whether the same person has not thrown the same just before"""


_latest: list[tuple[Frame, float, list[Throw]]] = []


def throws(frame: Frame, viewpoint: Viewpoint) -> list[Throw]:
    """List what is in the air or bounces, the oldest first; worked out once for a picture."""
    if viewpoint.reduce_motion:
        return []
    if not _latest or _latest[0][0] is not frame or _latest[0][1] != viewpoint.alpha:
        _latest[:] = [(frame, viewpoint.alpha, _throws(frame, viewpoint.alpha))]
    return _latest[0][2]


def _throws(frame: Frame, alpha: float) -> list[Throw]:
    judged = recent_events(frame).judged
    since = frame.tick - 1 - RESTS * TICKS_PER_SECOND
    fresh = [*takewhile(lambda record: record.tick >= since, reversed(judged))][::-1]
    before = {(JUDGED[one.kind], one.who, one.whom) for one in judged[: len(judged) - len(fresh)]}
    found = []
    for record in fresh:
        name, age = (JUDGED[record.kind], record.who, record.whom), frame.age_of(record.tick, alpha)
        if age < RESTS:
            found.append(Throw(*name, age, name not in before))
        before.add(name)
    return found


def landed(kind: Verdict, whom: int, givers: tuple[int, ...], flying: list[Throw]) -> list[bool]:
    """Return which of the stones, or stars, of somebody lie there already, by whose they are.

    Of whoever has thrown before only the last is in the air.
    """
    there = [True] * len(givers)
    for throw in flying:
        if throw.age < RESTS and (throw.kind, throw.whom) == (kind, whom):
            own = [place for place, who in enumerate(givers) if who == throw.who]
            for place in own if throw.first else own[-1:]:
                there[place] = False
    return there


def held_down(frame: Frame, viewpoint: Viewpoint) -> Ints:
    """Return (N,) the forms into which everybody is pressed by the stones that lie with them."""
    heaps = heaps_of(frame)
    stones = np.minimum(heaps.counts("blame"), SHOWN)
    air = [throw for throw in throws(frame, viewpoint) if throw.kind == "blame" and throw.age < LANDS]
    for whom in {throw.whom for throw in air}:
        stones[whom] = sum(landed("blame", whom, heaps.givers("blame", whom, int(stones[whom])), air))
    forms: Ints = HELD_DOWN[stones]
    return forms


def shaken(frame: Frame, viewpoint: Viewpoint) -> dict[int, float]:
    """Return how far those are shaken aside whom a stone has just hit, in pixels; gentle pictures leave it out."""
    if viewpoint.gentle:
        return {}
    hits = ((throw.whom, throw.age - LANDS) for throw in throws(frame, viewpoint) if throw.kind == "blame")
    return {whom: SHAKE_PX * sin(since * SHAKE_SPEED + 1.6) for whom, since in hits if 0 <= since < SHAKES}
