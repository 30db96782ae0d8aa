"""What new figures may cost in a picture, and what they do cost: about milliseconds, reckoned, so that films are alike.

A moment in which many change their faces, or all their size, does not hold up its picture: a few new figures are made
for each, more where many wait, and fewer where the picture has other things to do.
"""

from __future__ import annotations

from operator import mul
from typing import TYPE_CHECKING, Final

from sandbox.view.canvas.picture_cache import PICTURES
from sandbox.view.people.figures import ONE_PIECE_PX
from sandbox.view.people.pieces import bare_piece, features_piece, hat_piece, limbs_piece

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints

COSTS: Final = (0.26, 0.1, 0.22, 0.04)
"""What it takes to draw a body, its hat, a face or the arms around it, and to put a figure together."""
AT_ONCE: Final = 0.55
"""So much is spent on new figures for one picture, less by what else it has to do; meanwhile what people had on will
do."""
SKIPPED: Final = 0.5
"""This part of it is spent whatever else there is to do, if there was no time at all for the two pictures before."""
MANY: Final = 18
"""Where more people wait, more is spent, as the square of their number, up to URGENT times as much."""
SHOCK: Final = 2
"""Where so many times as many wait, no picture has too much else to do."""
URGENT: Final = 5
CROWDS: Final = 2.2
"""So many times as much in a crowd: there are more of them, and its pictures take longer anyway."""
TIDIED: Final = 10
"""Garbage is looked for after so many pictures that have time for it, instead of new figures."""
LARGE: Final = 50_000
"""Bytes that were drawn anew for a picture, such as a strip of the legend, with which it has too much else to do."""
LARGE_PX: Final = 96
"""From this size on the cost grows with it."""


class Spending:
    """How much may be spent on the figures of one picture after another."""

    def __init__(self) -> None:
        """Begin with nothing spent."""
        self.other_work = 0.0
        """how much else there is to do in the next picture, up to 1, with which there is no time for any new figure"""
        self.drawn_before = 0
        """the bytes of all pictures before this one"""
        self.figures = 0
        """how many were put together"""
        self._untidied = 0
        """how many pictures there were since garbage was looked for"""
        self._skipped = 0
        """for how many pictures nothing could be spent on figures that were lacking"""

    def tidies(self) -> bool:
        """Tell whether it is time to look for garbage, in a picture that has time for it."""
        self._untidied = (self._untidied + 1) % TIDIED
        return self._untidied == 0

    def budget(self, waited: Ints, size_px: int) -> float:
        """Return what may be spent if some have waited for (L,) pictures, the longest first."""
        crowd = CROWDS if size_px <= ONE_PIECE_PX else 1
        many, spare = len(waited) / (MANY * crowd), 1.0 - self.other_work
        if PICTURES.drawn - self.drawn_before > LARGE:
            spare = 0.0
        spare = 1.0 if many >= SHOCK else max(spare, SKIPPED * (self._skipped > 1))
        self._skipped = self._skipped + 1 if waited[0] > 1 and spare <= 0 else 0
        return AT_ONCE * crowd * spare * min(URGENT, max(1.0, many * many)) if waited[0] > 1 else 0.0

    def spent(self, size_px: int) -> float:
        """Return what has been spent so far on figures and on all that was drawn for them."""
        drawn = bare_piece.drawn, hat_piece.drawn, features_piece.drawn + limbs_piece.drawn
        return priced(drawn, self.figures, size_px)


def priced(drawn: tuple[int, int, int], figures: int, size_px: int) -> float:
    """Return what it takes to draw so many bodies, hats and faces of a size and to put so many figures together."""
    *parts, figure = COSTS
    times: float = max(1.0, size_px / LARGE_PX)
    return times * sum(map(mul, parts, drawn), 0.0) + figure * figures
