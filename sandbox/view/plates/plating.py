"""At which step from a face to a plate everybody is drawn: a step at a time on the way there, at once on the way back.

Theory: T9. A still picture, and the first after a jump in time, has everybody where they belong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.session.seen.tie_sums import thing_shares
from sandbox.view.plates.steps import STEPS, VISOR

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

SHARES: Final = (0.2, 0.4, 0.6, 0.8)
"""From which share of a thing on, in the minds of those who have somebody in mind, each step is taken."""
SLACK: Final = 0.08
"""The way back begins so far below that, so that nobody flickers."""
EVERY: Final = 1.5
"""Seconds from one step to the next, at least."""
DROPS: Final = 0.5
"""Seconds that the next piece takes to come down."""
ROLLS: Final = 0.8
"""Seconds for which a plate that sprang off rolls away."""
LEAP_TICKS: Final = 10
"""A longer way in time between two pictures is a jump."""
TINY: Final = 1e-9


class Turn(NamedTuple):
    """Somebody whose face is just changing."""

    who: int
    age: float
    """seconds"""
    step: int
    """the step to which a piece is coming down; 0 if the plate springs off"""


class Plating:
    """The steps of one level's people."""

    def __init__(self) -> None:
        """Begin without a picture."""
        self._shown: Ints = np.zeros(0, np.int64)
        """(N,) the step that everybody has taken"""
        self._before: Ints = self._shown
        """(N,) the one before"""
        self._since: Floats = np.zeros(0)
        """(N,) seconds of game time since then"""
        self._now = 0.0
        self._steps: tuple[Floats, Ints, Ints] | None = None
        """the shares of the last picture, and the steps for them on the way there and on the way back"""

    def steps(self, frame: Frame, shares: Floats, viewpoint: Viewpoint) -> Ints:
        """Return (N,) the step at which everybody is drawn, by (N,) shares of those who see a thing.

        With less motion all steps are taken at once; gentle pictures leave the eyes.
        """
        if self._steps is None or self._steps[0] is not shares:
            self._steps = shares, steps_of(shares), steps_of(shares + SLACK)
        _, wanted, slow = self._steps
        if viewpoint.gentle:
            wanted, slow = np.minimum(wanted, VISOR), np.minimum(slow, VISOR)
        now, calm = frame.tick - 1 + viewpoint.alpha, viewpoint.reduce_motion
        gone, self._now = now - self._now, now
        if len(self._shown) != len(shares) or not -1 <= gone <= LEAP_TICKS:
            self._shown, self._before, self._since = wanted, wanted, np.full(len(shares), np.inf)
            return wanted
        if not (wanted.any() or self._shown.any() or self._before.any()):
            return wanted
        self._since = self._since + max(0.0, gone) / TICKS_PER_SECOND
        rises = (wanted > self._shown) & (calm | (self._since >= EVERY - TINY))
        falls = slow < self._shown
        if rises.any() or falls.any():
            self._before = np.where(rises | falls, self._shown, self._before)
            self._since = np.where(rises | falls, 0.0, self._since)
            self._shown = np.where(falls | (rises & calm), wanted, self._shown + rises)
        drops = (self._since < DROPS) & (self._shown > self._before) & (not calm)
        return np.where(drops, self._before, self._shown)

    def turns(self) -> list[Turn]:
        """List those whose faces are changing in the picture whose steps were asked for last."""
        if not (self._shown.any() or self._before.any()):
            return []
        falls = self._shown < self._before
        lasts = np.where(falls, ROLLS, DROPS)
        rows = np.flatnonzero((self._since < lasts) & (self._shown != self._before))
        return [Turn(who, float(self._since[who]), 0 if falls[who] else int(self._shown[who])) for who in rows.tolist()]


def shares_of(frame: Frame, persons: Bools) -> Floats:
    """Return (N,) the shares of those to whom somebody is a thing; 0 for no `persons`."""
    return np.where(persons, thing_shares(frame), 0.0)


def steps_of(shares: Floats) -> Ints:
    """Return (N,) the steps, 0 to STEPS, for (N,) shares of those who see a thing."""
    steps: Ints = np.searchsorted(SHARES, shares + TINY, "right").astype(np.int64)
    return np.minimum(steps, STEPS)
