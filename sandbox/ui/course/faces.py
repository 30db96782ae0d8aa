"""What people looked like at each moment that the card of the end tells of: worked out bit by bit while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.session.recall import Recall
from sandbox.view.portraits import likenesses

if TYPE_CHECKING:
    from sandbox.session.session import Session
    from sandbox.ui.course.ended import Ended
    from sandbox.view.portraits import Likeness

    Likenesses = dict[int, Likeness]
    """How people looked, by their rows"""


SLICE: Final = 0.012
"""Seconds of one frame for the way to a moment: the card is open, and little else moves."""


class Faces:
    """The faces of one end."""

    def __init__(self) -> None:
        """Begin with nothing to look up."""
        self._about: Ended | None = None
        self._known: tuple[Likenesses, ...] = ()
        self._recall: Recall | None = None

    @property
    def at_work(self) -> bool:
        """Whether there are faces that are still to be looked up."""
        return self._about is not None and len(self._known) < len(self._about.beats)

    def follow(self, session: Session, ended: Ended | None) -> tuple[Likenesses, ...]:
        """Return the faces of each thing that happened, in order, as many as are known by now; look up some more."""
        if ended is None:
            return ()
        if ended is not self._about:
            self._about, self._known, self._recall = ended, (), None
        if self.at_work:
            beat = ended.beats[len(self._known)]
            self._recall = self._recall or Recall(session, beat.tick + 1)
            frame = self._recall.frame(SLICE)
            if frame is not None:
                self._known, self._recall = (*self._known, likenesses(frame)), None
        return self._known
