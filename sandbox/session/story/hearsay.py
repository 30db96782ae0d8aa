"""Blame from hearsay: what those hold against somebody who have seen nothing of it themselves.

Theory: T32. No column says where blame comes from. Whoever has ever watched somebody at a trouble (`Ties.witnessed`)
has seen something of it; what all others hold against them was told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.scenario.conditions.size import candidates
from sandbox.scenario.conditions.who import IT, Chosen, chosen
from sandbox.session.story.people import meant
from sandbox.session.story.told import NEVER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.engine.arrays import Floats
    from sandbox.scenario.conditions.schema import Blamed
    from sandbox.scenario.schema import Level
    from sandbox.session.story.people import Seen


class Hearsay:
    """Follows who has watched whom at a trouble: one number for each pair, the tick of the first time."""

    def __init__(self, condition: Blamed, level: Level, it: int | None) -> None:
        """Follow all whom a condition may be about."""
        counted = chosen(condition.blamed) == Chosen("", IT)
        self._about = np.array([it] if counted else candidates(condition.blamed, level), np.int64)
        self._by = None if condition.by is None else meant(condition.by, level, it)
        self._count = len(level.people)
        self.room = len(self._about) * self._count
        """how many numbers it remembers"""

    def step(self, before: Sequence[int], seen: Seen) -> tuple[list[int], Floats]:
        """Take in a moment; return what to remember from then on, and (N,) the blame from hearsay on everybody."""
        first = np.array(before, np.int64).reshape(len(self._about), self._count)
        ties, total = seen.ties, np.zeros(self._count)
        for place, row in enumerate(self._about.tolist()):
            of = ties.target == row
            watched = ties.observer[of & (ties.witnessed > 0)]
            watched = watched[first[place, watched] == NEVER]
            first[place, watched] = seen.tick
            told = of & (first[place] == NEVER)[ties.observer]
            if self._by is not None:
                told &= self._by.mask(seen)[ties.observer]
            total[row] = ties.blame[told].sum()
        return first.ravel().tolist(), total
