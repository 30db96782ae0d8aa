"""The keyframes of a play-through that are yet to be packed, and the room that all of them take."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from sandbox.session.history import thinning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.session.history.keyframe import Keyframe
    from sandbox.session.history.timeline import Timeline


class Packing:
    """Packs keyframes piece by piece, the oldest first, and thins them out if they take too much."""

    def __init__(self, taken: int) -> None:
        """Begin with nothing to be packed, and so many bytes of what is."""
        self._waiting = deque["Keyframe"]()
        self.taken = taken
        """bytes of all keyframes, at most"""

    @property
    def behind(self) -> bool:
        """Whether more than one waits, each with all its columns."""
        return len(self._waiting) > 1

    def add(self, keyframe: Keyframe | None) -> None:
        """Have a new keyframe packed by and by, if there is one."""
        if keyframe is not None:
            self._waiting.append(keyframe)

    def pack(self, lines: Iterable[Timeline], current: Timeline, now: int) -> None:
        """Pack a piece of what is still to be packed; see `thinning.thin`."""
        if self._waiting and self._waiting[0].pack():
            self.taken += self._waiting.popleft().bytes
            if self.taken > thinning.MOST:
                self.taken = thinning.thin(lines, current, now, round(thinning.MOST * thinning.ROOM))

    def lighten(self, lines: Iterable[Timeline], current: Timeline) -> None:
        """Let all go but those that are missed most."""
        self.taken = thinning.thin(lines, current, current.latest, thinning.ELSEWHERE_MOST)
