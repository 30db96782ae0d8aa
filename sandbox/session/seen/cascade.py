"""When blows come so thick that they are one event: blame, taunts and strikes at somebody within two seconds."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.engine.options import OPTIONS
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.session.seen.recent import JUDGED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.engine.causes import Record
    from sandbox.session.frame import Frame

BLOWS: Final = 3
"""So many are a cascade. Source: design."""
WITHIN: Final = 2 * TICKS_PER_SECOND
"""Ticks within which they come. Source: design."""
APART: Final = 8 * TICKS_PER_SECOND
"""Ticks between two cascades at least: of a long one only the beginning is an event."""

CALM: Final = 5 * TICKS_PER_SECOND
"""Ticks without a cascade after which blows at the same one are a new event to the eye, read off a frame alone."""


class Cascade(NamedTuple):
    """The newest cascade that a frame remembers."""

    whom: int
    by: tuple[int, ...]
    """who dealt the blows, and still does"""
    tick: int
    """in which they became a cascade"""


def is_blow(record: Record) -> bool:
    """Return whether a record is of blame, or of something that is meant to hurt somebody."""
    if record.whom == NOBODY:
        return False
    return JUDGED.get(record.kind) == "blame" or (record.kind == "chose" and OPTIONS[record.detail].unkind)


class Cascades:
    """Follows a play for cascades, tick by tick."""

    def __init__(self) -> None:
        """Begin without a blow."""
        self._blows: deque[tuple[int, int]] = deque()
        """ticks, and whom they struck"""
        self._quiet_until = 0

    def take(self, records: Iterable[Record], tick: int) -> int:
        """Take what is new at a tick; return who has become the target of a cascade, or NOBODY."""
        struck = [record.whom for record in records if is_blow(record)]
        while self._blows and (self._blows[0][0] <= tick - WITHIN or self._blows[-1][0] > tick):
            self._blows.popleft()
        self._blows += [(tick, whom) for whom in struck]
        targets = [whom for _, whom in self._blows]
        whom = next((whom for whom in struck if targets.count(whom) >= BLOWS), NOBODY)
        if whom == NOBODY or self._quiet_until - APART <= tick < self._quiet_until:
            return NOBODY
        self._quiet_until = tick + APART
        return whom


_latest: list[tuple[Frame, Cascade | None]] = []


def cascade_of(frame: Frame) -> Cascade | None:
    """Return the newest cascade, or None; it is the same however time came to this frame."""
    if not _latest or _latest[0][0] is not frame:
        _latest[:] = [(frame, _newest(frame.recent))]
    return _latest[0][1]


def _newest(records: Iterable[Record]) -> Cascade | None:
    of_one: defaultdict[int, list[Record]] = defaultdict(list)
    for record in records:
        if is_blow(record):
            of_one[record.whom].append(record)
    found = [_begun(whom, blows) for whom, blows in of_one.items() if len(blows) >= BLOWS]
    return max((one for one in found if one is not None), key=lambda one: (one.tick, -one.whom), default=None)


def _begun(whom: int, blows: list[Record]) -> Cascade | None:
    """Return the last time that blows at somebody, oldest first, became a cascade."""
    ticks = [blow.tick for blow in blows]
    thick = [last for first, last in zip(ticks, ticks[BLOWS - 1 :], strict=False) if last - first < WITHIN]
    begins = [tick for place, tick in enumerate(thick) if not place or tick - thick[place - 1] > CALM]
    if not begins:
        return None
    return Cascade(whom, tuple({blow.who: 0 for blow in blows if blow.tick > begins[-1] - WITHIN}), begins[-1])
