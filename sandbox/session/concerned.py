"""Whom the last seconds concern, and what of the map they take up: what a picture should be of.

Nothing here knows where anything is drawn: a camera turns the extent, in metres, into a view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.options import those
from sandbox.engine.people import NOBODY
from sandbox.session.recent import JUDGED, RECENT_SECONDS, newest
from sandbox.session.tie_sums import SUFFERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.people import People
    from sandbox.session.frame import Frame

REACH: Final = (12.0, 7.0)
"""Metres across and down that those who only look on are taken in for, the nearest first."""
BESIDE: Final = 6.0
"""Metres between two people who stand together."""
CROWD: Final = 160
"""Of more people nobody is left out while nothing happens."""
DEEDS: Final = frozenset({*JUDGED, "forgave", "thanked"})
"""Records of what somebody does to another and does not go on with."""
_TOWARD: Final = those(lambda option: option.act is not None and not option.inner)
_UNKIND: Final = those(lambda option: option.unkind)


class Extent(NamedTuple):
    """A part of the map, in metres."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, people: People, rows: Ints) -> Extent:
        """Return what (K,) people take up, K > 0."""
        x, y = people.x[rows], people.y[rows]
        return cls(float(x.min()), float(y.min()), float(x.max()), float(y.max()))


def concerned(frame: Frame, asked: Iterable[int] = ()) -> Ints:
    """Return (K,) the rows of those whom a picture of this moment should show.

    These are whoever suffers, or acted or was acted upon in the last `RECENT_SECONDS`, those who look at them or keep
    the eyes off somebody, and whoever is `asked` for. While nothing happens it is the largest group that stands
    together. Only who is on the map counts; if nobody is, nobody is returned.
    """
    there = frame.people.present > 0
    named = np.zeros(len(there), np.bool_)
    named[[who for who in asked if 0 <= who < len(there)]] = True
    story = _story(frame) & there
    if not story.any():
        return np.flatnonzero((named & there) | _together(frame.people, there))
    core = np.flatnonzero((story | named) & there)
    return np.concatenate([core, _onlookers(frame, story, core)])


def _story(frame: Frame) -> Bools:
    """Return (N,) who suffers, acts, or did or was done something to."""
    people = frame.people
    story: Bools = people.felt < SUFFERS
    happened = {who for record, _ in newest(frame, RECENT_SECONDS) for who in (record.who, record.whom)}
    done = {who for record in frame.recent if record.kind in DEEDS for who in (record.who, record.whom)}
    story[[who for who in happened | done if 0 <= who < len(people)]] = True
    on = people.option_on
    acts = (on != NOBODY) & _TOWARD[people.option] & story[on]
    unkind = (on != NOBODY) & _UNKIND[people.option]
    story = story | acts | unkind
    story[on[unkind]] = True
    return story


def _onlookers(frame: Frame, story: Bools, core: Ints) -> Ints:
    """Return (L,) those who look at the story or away from it, the nearest to it first, as long as all stay large."""
    people = frame.people
    looks = ((people.gaze != NOBODY) & story[people.gaze]) | (frame.averted != NOBODY)
    looks &= people.present > 0
    looks[core] = False
    rows = np.flatnonzero(looks)
    left, top, right, bottom = Extent.of(people, core)
    x, y = people.x[rows], people.y[rows]
    far = np.hypot(np.clip(np.maximum(left - x, x - right), 0, None), np.clip(np.maximum(top - y, y - bottom), 0, None))
    rows = rows[np.argsort(far, kind="stable")]
    across = _grown(people.x[rows], left, right)
    down = _grown(people.y[rows], top, bottom)
    fits = (across <= max(REACH[0], right - left)) & (down <= max(REACH[1], bottom - top))
    return rows[: int(np.argmin(fits)) if not fits.all() else len(rows)]


def _grown(column: Floats, low: float, high: float) -> Floats:
    """Return (L,) how long a stretch gets as each of (L,) places is taken into it in turn, metres."""
    reached: Floats = np.maximum(np.maximum.accumulate(column), high) - np.minimum(np.minimum.accumulate(column), low)
    return reached


def _together(people: People, there: Bools) -> Bools:
    """Return (N,) who is of the largest group, of those that are as large the one with the first row."""
    rows = np.flatnonzero(there)
    if not 0 < len(rows) <= CROWD:
        return there
    x, y = people.x[rows], people.y[rows]
    near = np.hypot(x[:, None] - x, y[:, None] - y) <= BESIDE
    group = np.arange(len(rows))
    while True:
        joined = np.where(near, group, len(rows)).min(axis=1)
        if (joined == group).all():
            break
        group = joined
    found = np.zeros(len(there), np.bool_)
    found[rows[group == np.argmax(np.bincount(group))]] = True
    return found
