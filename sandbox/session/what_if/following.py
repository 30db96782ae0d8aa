"""Following: what measures say of worlds while they are played, summed up tick by tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.session.what_if.readings import Goal, within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.engine.arrays import Floats, Ints
    from sandbox.session.what_if.question import Measure

NEVER: Final = -1
"""The tick of what has not been."""
SUMS: Final = ("end", "least", "most", "first")
"""What is kept of a measure: its value at the end, the least and most of it, and the tick at which it first held."""


class Row(NamedTuple):
    """What came of one world."""

    values: Floats
    """(M, 4) for each measure, in the order of SUMS"""
    digest: str
    """`World.digest` at the end"""


class Following:
    """The sums of M measures over W worlds."""

    def __init__(self, measures: Sequence[Measure], decided: Sequence[float]) -> None:
        """Begin with nothing read.

        Args:
            measures: what is followed.
            decided: (W,) how the goal of each world was decided before it began, from `readings.OUTCOMES`.
        """
        shape = len(decided), len(measures)
        self.goals = np.array([isinstance(measure.of, Goal) for measure in measures], np.bool_)
        """(M,) which of them stay what they were decided as"""
        self._measures = measures
        self._ticks = np.array([round(measure.hold * TICKS_PER_SECOND) for measure in measures], np.int64)
        self._last = np.where(self.goals, np.array(decided)[:, None], np.zeros(shape))
        self._least, self._most = np.full(shape, np.nan), np.full(shape, np.nan)
        self._since, self._first = np.full(shape, NEVER), np.full(shape, NEVER)

    def settle(self, worlds: Ints, values: Floats) -> None:
        """Take in how goals stand at a moment that is not measured; what was decided stays."""
        self._last[worlds] = np.where(self.goals & (self._last[worlds] == 0), values, self._last[worlds])

    def note(self, worlds: Ints, values: Floats, tick: int) -> None:
        """Take in the values (K, M) of some worlds at a tick."""
        values = np.where(self.goals & (self._last[worlds] != 0), self._last[worlds], values)
        self._last[worlds] = values
        self._least[worlds] = np.fmin(self._least[worlds], values)
        self._most[worlds] = np.fmax(self._most[worlds], values)
        since = np.where(self._held(values), np.where(self._since[worlds] == NEVER, tick, self._since[worlds]), NEVER)
        reached = (since != NEVER) & (tick - since >= self._ticks) & (self._first[worlds] == NEVER)
        self._since[worlds] = since
        self._first[worlds] = np.where(reached, tick, self._first[worlds])

    def values(self) -> Floats:
        """Return (W, M, 4) the sums of all measures, in the order of SUMS."""
        return np.stack([self._last, self._least, self._most, self._first.astype(np.float64)], axis=-1)

    def _held(self, values: Floats) -> Floats:
        """Return (K, M) which values lie within the limits of their measures."""
        limits = ((measure.at_least, measure.at_most) for measure in self._measures)
        held = [
            within(column, *bounds) if bounds != (None, None) else np.zeros(len(column), np.bool_)
            for column, bounds in zip(values.T, limits, strict=True)
        ]
        return np.stack(held, axis=-1) if held else values.astype(np.bool_)
