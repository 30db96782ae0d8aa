"""How much of something long is done at a time: its parts are foreseen to take as long as the last of their kind."""

from __future__ import annotations

from math import inf
from time import perf_counter


class Pace:
    """Stops before a part that would overrun the time that there is; the first part of each slice is always done."""

    def __init__(self) -> None:
        """Foresee nothing yet."""
        self._takes: dict[str, float] = {}
        """seconds of the last part of each kind"""
        self._end = inf
        self._part = ""
        """the kind of the part that is being done, or none"""
        self._since = 0.0

    def begin(self, within: float) -> None:
        """Begin a slice of so many seconds."""
        self._since = perf_counter()
        self._end, self._part = self._since + within, ""

    def may(self, part: str) -> bool:
        """Return whether one more part, of a kind, is to be done in this slice; what came before it is done."""
        first = not self._part
        self.rest()
        if not first and self._since + self._takes.get(part, 0.0) > self._end:
            return False
        self._part = part
        return True

    def rest(self) -> bool:
        """Note that the last part is done; return that there is none left."""
        now = perf_counter()
        if self._part:
            self._takes[self._part] = now - self._since
        self._since, self._part = now, ""
        return True
