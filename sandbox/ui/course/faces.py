"""What people looked like at the moments that a panel tells of: worked out bit by bit while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.session.recall import Recall
from sandbox.view.portraits import likenesses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.session.session import Session
    from sandbox.view.portraits import Likeness

    Likenesses = dict[int, Likeness]
    """How people looked, by their rows"""


SLICE: Final = 0.012
"""Seconds of one frame for the way to a moment: a panel is open, and little else moves."""


class Faces:
    """The faces of several moments of one line of play."""

    def __init__(self) -> None:
        """Begin with nothing to look up."""
        self._about: object = None
        self._ticks: tuple[int, ...] = ()
        self._known: tuple[Likenesses, ...] = ()
        self._recall: Recall | None = None
        self._wanted = False

    @property
    def at_work(self) -> bool:
        """Whether there are faces that are still to be looked up, and somebody waits for them."""
        return self._wanted and len(self._known) < len(self._ticks)

    def follow(self, session: Session, about: object, ticks: Sequence[int]) -> tuple[Likenesses, ...]:
        """Look up some more of the faces of some moments, and return those that are known by now, in order.

        Args:
            session: what is played.
            about: what the moments belong to; with another, all begins anew, and for None nobody waits.
            ticks: the moments.
        """
        self._wanted = about is not None
        if not self._wanted:
            return ()
        if about is not self._about:
            self._about, self._ticks, self._known, self._recall = about, (*ticks,), (), None
        if self.at_work:
            tick = self._ticks[len(self._known)]
            if tick in self._ticks[: len(self._known)]:
                self._known = (*self._known, self._known[self._ticks.index(tick)])
                return self._known
            self._recall = self._recall or Recall(session, tick)
            frame = self._recall.frame(SLICE)
            if frame is not None:
                self._known, self._recall = (*self._known, likenesses(frame)), None
        return self._known
