"""Whom the last seconds concern, and what of the map they take up: what a picture should be of.

Nothing here knows where anything is drawn: a camera turns the extent, in metres, into a view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.options import those
from sandbox.engine.people import NOBODY
from sandbox.session.seen.recent import JUDGED, RECENT_SECONDS, newest, recent_events
from sandbox.session.seen.thresholds import SUFFERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.engine.arrays import Bools, Ints
    from sandbox.engine.people import People
    from sandbox.session.frame import Frame

REACH: Final = (12.0, 5.0)
"""Those who only feel with somebody or look on are taken in as long as all fit into so many metres, and are large."""
QUIET: Final = (12.0, 7.0)
"""While nothing happens, those who stand by are taken in as long as all fit into so many metres."""
FEW: Final = 12
"""So many who keep the eyes off somebody are taken in wherever they are; of more only who is near."""
PAIN: Final = 0.2
"""A wound or an illness from which on somebody suffers by it, and not with another."""
BESIDE: Final = 7.0
"""Metres between two people who stand together."""
CROWD: Final = 160
"""Of more people nobody is left out while nothing happens, and no more than so many look on."""
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

    These are whoever is in pain, or acted or was acted upon in the last `RECENT_SECONDS`, or keeps the eyes off that,
    whoever is `asked` for, and as far as they are near those, all who suffer with them or look at them. While nothing
    happens it is the largest group that stands together, and who is near it. Only who is on the map counts; if nobody
    is, nobody is returned.
    """
    people = frame.people
    there, named = _there(people), _marked(asked, len(people))
    story, struck = story_of(frame), _struck(frame)
    ones = struck | _averting(frame)
    ones = ones if ones.any() else _together(people, story if story.any() else there)
    others, reach = (involved(frame, story), REACH) if story.any() else (there, QUIET)
    core = np.flatnonzero((ones | named) & there)
    rest = np.flatnonzero(others & there & ~ones & ~named)
    return np.concatenate([core, _near(people, core, rest, reach)]) if len(core) else core


def story_of(frame: Frame) -> Bools:
    """Return (N,) who suffers, or acts, or lately did something or was done something to, and is on the map."""
    people = frame.people
    done = (who for record in frame.recent if record.kind in DEEDS for who in (record.who, record.whom))
    story = _struck(frame) | (people.felt < SUFFERS) | _marked(done, len(people))
    acts = (people.option_on != NOBODY) & _TOWARD[people.option] & story[people.option_on]
    story |= acts
    return story & _there(people)


def involved(frame: Frame, story: Bools) -> Bools:
    """Return (N,) who is of a story, or looks at somebody in it, or keeps the eyes off somebody, and is on the map."""
    people = frame.people
    looks = (people.gaze != NOBODY) & story[people.gaze]
    found: Bools = (story | looks | (frame.averted != NOBODY)) & _there(people)
    return found


def _struck(frame: Frame) -> Bools:
    """Return (N,) who is in pain, or is unkind, or to whom somebody is, or whom something befell or who was blamed."""
    people = frame.people
    unkind = np.flatnonzero((people.option_on != NOBODY) & _UNKIND[people.option])
    happened = [who for record, _ in newest(frame, RECENT_SECONDS) for who in (record.who, record.whom)]
    blamed = [record.whom for record in recent_events(frame).judged if JUDGED[record.kind] == "blame"]
    struck = _marked([*happened, *blamed, *unkind.tolist(), *people.option_on[unkind].tolist()], len(people))
    struck |= (people.felt < SUFFERS) & (people.wound + people.illness > PAIN)
    return struck & _there(people)


def _averting(frame: Frame) -> Bools:
    """Return (N,) who keeps the eyes off somebody, as long as it is a few."""
    averting: Bools = (frame.averted != NOBODY) & _there(frame.people)
    return averting & (np.count_nonzero(averting) <= FEW)


def _there(people: People) -> Bools:
    there: Bools = people.present > 0
    return there


def _marked(who: Iterable[int], many: int) -> Bools:
    """Return (N,) which rows are among some, of which those that are nobody's do not count."""
    marked = np.zeros(many, np.bool_)
    marked[[row for row in who if 0 <= row < many]] = True
    return marked


def _near(people: People, core: Ints, others: Ints, reach: tuple[float, float]) -> Ints:
    """Return (L,) of the others, the nearest to the core first, those that fit into a reach with all before them."""
    left, top, right, bottom = Extent.of(people, core)
    across, down = max(reach[0], right - left), max(reach[1], bottom - top)
    x, y = people.x[others], people.y[others]
    far = np.hypot(np.clip(np.maximum(left - x, x - right), 0, None), np.clip(np.maximum(top - y, y - bottom), 0, None))
    nearest = np.argsort(far, kind="stable")[:CROWD]
    found: list[int] = []
    for who, at_x, at_y in zip(others[nearest].tolist(), x[nearest].tolist(), y[nearest].tolist(), strict=True):
        wider = min(left, at_x), min(top, at_y), max(right, at_x), max(bottom, at_y)
        if wider[2] - wider[0] <= across and wider[3] - wider[1] <= down:
            left, top, right, bottom = wider
            found.append(who)
    return np.asarray(found, np.int64)


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
