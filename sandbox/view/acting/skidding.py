"""Whoever stops after a few steps skids: leans back, slides on a little, and stands.

The world stops people from one tick to the next. When they did is remembered from picture to picture, since no record
tells of it; after a jump in time nobody skids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.view.acting.beats import SUNK, USUAL
from sandbox.view.acting.leaning import SIDEWAYS, WALKS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

SECONDS: Final = 0.45
"""How long a skid takes."""
SLIDES: Final = 0.16
"""How far feet slide on and come back, in tiles, before that dies away."""
BACK: Final = 0.6
"""The part of it for which a body leans back."""
SINKS: Final = 0.35
"""The part of it for which a body gives way."""
RUN: Final = 3
"""So many ticks on foot are a way; after less nobody skids."""


class Skid(NamedTuple):
    """(K,) columns: who skids, what part of it is over, and where they were going."""

    who: Ints
    part: Floats
    way: Floats
    """(2, K) a unit rightwards and downwards"""

    @property
    def sides(self) -> Ints:
        """(K,) to which side a body leans back: -1 to the left, 1 to the right, else 0."""
        aside = np.where(np.abs(self.way[0]) > SIDEWAYS, -np.sign(self.way[0]), 0.0)
        return np.where(self.part < BACK, aside, 0.0).astype(np.int64)

    def leaning(self, ways: Ints) -> Ints:
        """Return (N,) to which side bodies lean, of which those who skid lean back from their way."""
        ways, sides = ways.copy(), self.sides
        ways[self.who] = np.where(sides != 0, sides, ways[self.who])
        return ways

    def slid(self, x: Floats, y: Floats, size_px: int) -> tuple[Floats, Floats]:
        """Return (N,) pixels of feet, of which those who skid are drawn farther on."""
        x, y = x.copy(), y.copy()
        across, down = self.way * (size_px * SLIDES * np.sin(np.pi * self.part) * (1 - self.part))
        x[self.who] += across
        y[self.who] += down
        return x, y

    def pressed(self, forms: Ints) -> Ints:
        """Return (N,) forms of bodies that nothing else presses with those who give way."""
        low = self.who[(self.part < SINKS) & (forms[self.who] == USUAL)]
        forms = forms.copy()
        forms[low] = SUNK
        return forms


class Skids:
    """Those of one level's people."""

    def __init__(self) -> None:
        """Begin with nobody on foot."""
        self._frame: Frame | None = None
        self._ran = np.zeros(0, np.int64)
        """(N,) for how many ticks they have been on foot"""
        self._way = np.zeros((2, 0))
        """(2, N) where they last went, as a unit"""
        self._stopped = np.zeros(0)
        """(N,) in which tick they stopped"""
        self._fresh = np.zeros(0, np.int64)
        """(K,) who stopped so lately that they may skid"""
        self._last: tuple[Frame, float, Skid | None] | None = None
        """what was found for the last picture"""

    def of(self, frame: Frame, viewpoint: Viewpoint) -> Skid | None:
        """Return who skids in a picture, or None; nobody does with less motion."""
        if frame is not self._frame:
            self._follow(frame)
        if viewpoint.reduce_motion or not len(self._fresh):
            return None
        if self._last is None or self._last[0] is not frame or self._last[1] != viewpoint.alpha:
            self._last = frame, viewpoint.alpha, self._skid(frame, viewpoint)
        return self._last[2]

    def _skid(self, frame: Frame, viewpoint: Viewpoint) -> Skid | None:
        part = (frame.tick - 1 - self._stopped[self._fresh] + viewpoint.alpha) / (TICKS_PER_SECOND * SECONDS)
        on = np.flatnonzero((part >= 0) & (part < 1))
        who = self._fresh[on]
        return Skid(who, part[on], self._way[:, who]) if len(who) else None

    def _follow(self, frame: Frame) -> None:
        """Take a moment into account."""
        people, before, last = frame.people, frame.before, self._frame
        self._frame, count = frame, len(people)
        if last is None or frame.tick != last.tick + 1 or not len(self._ran) == len(before) == count:
            self._ran, self._way = np.zeros(count, np.int64), np.zeros((2, count))
            self._stopped = np.full(count, -np.inf)
        walks = people.speed > WALKS
        stops = ~walks & (self._ran >= RUN) & (people.present > 0)
        if len(before) == count and walks.any():
            way = np.stack([people.x - before.x, people.y - before.y])
            far = np.hypot(*way)
            self._way = np.where(far > 0, way / np.where(far > 0, far, 1.0), self._way)
        self._stopped = np.where(stops, frame.tick - 1, np.where(walks, -np.inf, self._stopped))
        self._ran = np.where(walks, self._ran + 1, 0)
        self._fresh = np.flatnonzero(self._stopped > frame.tick - 1 - TICKS_PER_SECOND * SECONDS)
