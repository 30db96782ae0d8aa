"""What the last seconds hold, sorted once for each frame: what befell whom, who judged whom, and who told it."""

from __future__ import annotations

from bisect import bisect_left
from math import floor
from typing import TYPE_CHECKING, Final, Literal

from sandbox.engine.frozen import frozen
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.causes import Record
    from sandbox.engine.happenings.happening import Kind
    from sandbox.engine.world import World
    from sandbox.session.frame import Frame

JUDGED: Final[dict[str, Literal["blame", "credit"]]] = {
    "blamed": "blame",
    "despised": "blame",
    "credited": "credit",
    "admired": "credit",
}
"""Verdicts on how somebody met a trouble, and on what a norm says of a deed; each shows as blame or as credit."""
RECENT_SECONDS: Final = 8
"""How far back a frame remembers what happened."""
UNSEEN: Final = frozenset({"saw", "heard", "felt", "held"})
"""Records of what goes on in heads only; a frame leaves them out."""
PASSING: Final = UNSEEN | {"chose"}
"""Those that it leaves out of all ticks but the last: choices are heard once, and a crowd makes thousands."""
UNKIND: Final = "chose", tuple(detail for detail, option in enumerate(OPTIONS) if option.unkind)
"""Of those it keeps what is meant to hurt somebody, since such blows may become a cascade."""
MOST_RETOLD: Final = 3
"""What was told more often looks the same."""
VOTED: Final = ("endorsed", "refused")


class RecentRecords:
    """What could be seen to happen in the last seconds of a play that goes on; what is known is not looked up again."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._then: int | None = None
        self._records: tuple[Record, ...] = ()
        self.retold: dict[int, int] = {}
        """by the ids of what was told, how often it had been told before, if it had; at most MOST_RETOLD"""

    def of(self, world: World) -> tuple[Record, ...]:
        """Return the records, oldest first; `world` must be the one of before, or one that it led to."""
        now, then = world.tick, self._then
        since, last = now - RECENT_SECONDS * TICKS_PER_SECOND, now - 1
        if then != now:
            begin = since if then is None else max(since, then)
            known = [one for one in self._records if one.tick >= since and _stays(one)]
            if begin < last:
                known += [one for one in world.causes.since(begin, PASSING, UNKIND) if one.tick < last]
            self._then, self._records = now, (*known, *world.causes.since(last, UNSEEN))
            told = (record for record in self._records if record.kind == "told")
            before = {one.id: self.retold[one.id] if one.id in self.retold else _retold(one, world) for one in told}
            self.retold = {identity: times for identity, times in before.items() if times}
        return self._records


def _retold(record: Record, world: World) -> int:
    """Return how often it had been told before what a record says that somebody was told."""
    for times in range(MOST_RETOLD):
        if not (record.parents and world.causes.knows(record.parents[0])):
            return times
        record = world.causes[record.parents[0]]
        if record.kind != "told":
            return times
    return MOST_RETOLD


def _stays(record: Record) -> bool:
    return record.kind not in PASSING or (record.kind == UNKIND[0] and record.detail in UNKIND[1])


@frozen
class RecentEvents:
    """The records of a frame that leave a mark on the picture, oldest first."""

    recent: tuple[Record, ...]
    """all the records that were sorted"""
    happened: tuple[tuple[Record, Kind], ...]
    """what befell somebody, with the kind of happening"""
    judged: tuple[Record, ...]
    """blame and credit"""
    voted: tuple[Record, ...]
    """for or against a rule"""
    told: tuple[Record, ...]
    """verdicts that somebody heard of somebody else"""
    ticks: tuple[int, ...]
    """those of what befell somebody"""

    @classmethod
    def of(cls, recent: tuple[Record, ...]) -> RecentEvents:
        """Sort records."""
        happened: list[tuple[Record, Kind]] = []
        judged: list[Record] = []
        voted: list[Record] = []
        told: list[Record] = []
        kept = dict.fromkeys(JUDGED, judged) | dict.fromkeys(VOTED, voted) | {"told": told}
        for record in recent:
            if record.kind in kept:
                kept[record.kind].append(record)
            elif record.kind == "happened" and record.who != NOBODY:
                happened.append((record, HAPPENINGS[record.detail]))
        ticks = tuple(record.tick for record, _ in happened)
        return cls(recent, tuple(happened), tuple(judged), tuple(voted), tuple(told), ticks)

    def newest(self, tick: int) -> tuple[tuple[Record, Kind], ...]:
        """Return what befell somebody from a tick on."""
        return self.happened[bisect_left(self.ticks, tick) :]


_latest = [RecentEvents.of(())]


def recent_events(frame: Frame) -> RecentEvents:
    """Return what a frame has of the last seconds; the records are looked through when they change, not each time."""
    if _latest[0].recent is not frame.recent:
        _latest[0] = RecentEvents.of(frame.recent)
    return _latest[0]


def newest(frame: Frame, seconds: float) -> tuple[tuple[Record, Kind], ...]:
    """Return what befell somebody in so many seconds before any picture of a frame, oldest first."""
    return recent_events(frame).newest(floor(frame.tick - 1 - seconds * TICKS_PER_SECOND))
