"""Moments that were passed a short while ago, so that going back and forth near one place is a look-up.

Theory: design. Moments that follow one another share columns, but each counts as if it were alone; the one that was
longest not asked for goes first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.params import TICKS_PER_SECOND

if TYPE_CHECKING:
    from sandbox.session.moment import Moment

MOST: Final = 40_000_000
"""Bytes of columns that are held: four moments of 1,000 people, or several seconds of 60."""

MOST_MOMENTS: Final = 10 * TICKS_PER_SECOND
"""Moments that are held at most, however small they are."""


class Passed:
    """The moments of one line that were passed last, by tick; the latest stays whatever it takes."""

    def __init__(self) -> None:
        """Begin with none."""
        self._moments: dict[int, Moment] = {}
        self._bytes = 0

    def at(self, tick: int) -> Moment | None:
        """Return the moment of a tick if it is here, and let it stay longer."""
        moment = self._moments.pop(tick, None)
        if moment is not None:
            self._moments[tick] = moment
        return moment

    def nearest(self, to: int) -> Moment | None:
        """Return the latest moment that is not after tick `to`."""
        return self.at(max((tick for tick in self._moments if tick <= to), default=-1))

    def add(self, moment: Moment) -> None:
        """Hold a moment, and let go of those for which there is no room."""
        self._drop(moment.tick)
        self._moments[moment.tick] = moment
        self._bytes += moment.size
        while len(self._moments) > 1 and (self._bytes > MOST or len(self._moments) > MOST_MOMENTS):
            self._drop(next(iter(self._moments)))

    def forget_after(self, tick: int) -> None:
        """Let go of what lies after a tick."""
        for later in [known for known in self._moments if known > tick]:
            self._drop(later)

    def _drop(self, tick: int) -> None:
        moment = self._moments.pop(tick, None)
        if moment is not None:
            self._bytes -= moment.size
