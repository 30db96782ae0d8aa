"""Where a person's ties stand in the table, and which tie looks back: worked out once for each set of ties."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.ties import Ties


class Links(NamedTuple):
    """The index of one table of ties among `people` persons."""

    people: int
    keys: Ints
    """(E,) observer · N + target, ascending"""
    starts: Ints
    """(N + 1,) row at which each observer's ties begin"""
    mirror: Ints
    """(E,) row of the tie that looks back, or NOBODY"""

    @classmethod
    def of(cls, ties: Ties, people: int) -> Links:
        """Index `ties`, which must be sorted by observer and target."""
        keys = ties.observer * people + ties.target
        starts = np.searchsorted(ties.observer, np.arange(people + 1))
        return cls(people, keys, starts, _rows(keys, ties.target * people + ties.observer))

    def rows(self, observer: Ints, target: Ints) -> Ints:
        """Find the row of each tie observer → target, or NOBODY; either may be NOBODY."""
        return np.where((observer >= 0) & (target >= 0), _rows(self.keys, observer * self.people + target), NOBODY)

    def strongest(self, values: Floats, among: Bools | None = None) -> Ints:
        """Give, for each person, the row of her tie with the largest value, the first if several; NOBODY without a tie.

        Args:
            values: (E,) by what to choose.
            among: (E,) which ties to choose from; all without it.

        Returns:
            (N,) rows.
        """
        best = np.full(self.people, NOBODY, np.int64)
        tied = np.flatnonzero(np.diff(self.starts))
        if not len(tied):
            return best
        values = values if among is None else np.where(among, values, -np.inf)
        most = np.maximum.reduceat(values, self.starts[tied])
        peak = values == np.repeat(most, np.diff(self.starts)[tied])
        if among is not None:
            peak &= among
        rows = np.flatnonzero(peak)[::-1]
        best[self.keys[rows] // self.people] = rows
        return best


def _rows(keys: Ints, wanted: Ints) -> Ints:
    if not len(keys):
        return np.full(len(wanted), NOBODY, np.int64)
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[places] == wanted, places, NOBODY)


def pick(column: Ints, rows: Ints, otherwise: int = NOBODY) -> Ints:
    """Look up `rows` of a column, with `otherwise` where the row is NOBODY."""
    if not len(column):
        return np.full(len(rows), otherwise, np.int64)
    return np.where(rows != NOBODY, column[rows], otherwise)


def total(values: Floats, observer: Ints, people: int) -> Floats:
    """Sum (E,) values for each observer, in the order of the table; gives (N,)."""
    return np.bincount(observer, weights=values, minlength=people).astype(np.float64, copy=False)
