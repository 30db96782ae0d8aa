"""Recall: an earlier moment of what is played, worked out beside it, for whoever shows how people looked then."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from sandbox.session.frame import Frame
from sandbox.session.seen.recent import RecentRecords
from sandbox.session.what_if.origin import Origin

if TYPE_CHECKING:
    from sandbox.session.session import Session


class Recall:
    """One earlier moment of the line that a session is on; the session stays where it is."""

    def __init__(self, session: Session, tick: int) -> None:
        """Begin at the latest moment before a tick that is known; ticks before the earliest there is are that."""
        self.tick = max(tick, session.earliest_tick)
        self._moment = Origin(session).nearest(self.tick)
        self._script, self._commands = session.script, session.commands
        self._recent = RecentRecords()

    def frame(self, within: float) -> Frame | None:
        """Play on for so many seconds, a tick at least; return the picture once the moment is reached, else None."""
        end = perf_counter() + within
        while self._moment.tick < self.tick:
            self._moment = self._script.next(self._moment, self._commands)
            if perf_counter() >= end and self._moment.tick < self.tick:
                return None
        return Frame.of(self._script.level, self._moment, ())

    def lively(self) -> Frame:
        """Return the picture of the moment, once it is reached, with what happened lately, as a film shows it."""
        world = self._moment.world
        return Frame.of(self._script.level, self._moment, self._recent.of(world), self._recent.retold)

    def go_on(self) -> Frame:
        """Play a tick on, and return its picture likewise."""
        self.tick += 1
        self._moment = self._script.next(self._moment, self._commands)
        return self.lively()
