"""When blows come so thick that they are one event: blame, taunts and strikes at somebody within two seconds."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from sandbox.engine.options import OPTIONS
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.session.recent import JUDGED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.engine.causes import Record

BLOWS: Final = 3
"""So many are a cascade. Source: design."""
WITHIN: Final = 2 * TICKS_PER_SECOND
"""Ticks within which they come. Source: design."""
APART: Final = 8 * TICKS_PER_SECOND
"""Ticks between two cascades at least: of a long one only the beginning is an event."""


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
