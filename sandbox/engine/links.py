"""Where a person's ties stand in the table, and which tie looks back: worked out once for each set of ties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.arrays import NO_ONE, nobodies
from sandbox.engine.frozen import frozen
from sandbox.engine.lookup import lookup
from sandbox.engine.named import NamedTuple
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.lookup import Lookup
    from sandbox.engine.ties import Ties


class Each(NamedTuple):
    """All ties of M people, one person after the other."""

    rows: Ints
    """(R,) rows of the table"""
    place: Ints
    """(R,) which of the people it belongs to, 0 to M - 1"""
    begins: Ints
    """(M,) where in `rows` those of each one begin"""


@frozen
class Links:
    """The index of one table of ties among `people` persons."""

    people: int
    observer: Ints
    """(E,) whose each tie is, ascending"""
    target: Ints
    """(E,) whom it is about"""
    everybody: Ints
    """(N,) the people themselves, 0 to N - 1"""
    wide: Ints
    """N + 1, as an array"""
    keys: Ints
    """(E,) observer · (N + 1) + target, ascending; that of NOBODY and anybody is no other pair's"""
    starts: Ints
    """(N + 1,) row at which each observer's ties begin"""
    number: Ints
    """(N,) how many ties everybody has"""
    firsts: Ints
    """`starts` of those observers only who have a tie"""
    counts: Ints
    """how many ties each of those has"""
    mirror: Ints
    """(E,) row of the tie that looks back, or NOBODY"""
    lookup: Lookup
    """finds ties"""

    @classmethod
    def of(cls, ties: Ties, people: int) -> Links:
        """Index `ties`, which must be sorted by observer and target."""
        wide, each = np.array(people + 1), np.arange(people + 1)
        keys = ties.observer * wide + ties.target
        starts = ties.observer.searchsorted(each)
        number = starts[1:] - starts[:-1]
        tied = np.flatnonzero(number)
        finds = lookup(ties.observer, ties.target, people)
        of_tied, mirror = (starts[tied], number[tied]), finds.rows(ties.target, ties.observer)
        table = ties.observer, ties.target, each[:-1], wide
        return cls(people, *table, keys, starts, number, *of_tied, mirror, finds)

    def of_people(self, people: Ints) -> Ints:
        """List the rows of all ties of the (M,) `people`, one person after the other."""
        return self.of_each(people).rows

    def of_each(self, people: Ints) -> Each:
        """Do the same, and say whose each is."""
        count = self.number[people]
        begins = count.cumsum() - count
        place = np.arange(len(people)).repeat(count)
        rows = np.arange(len(place)) + (self.starts[people] - begins)[place]
        return Each(rows, place, begins)

    def rows(self, observer: Ints, target: Ints) -> Ints:
        """Find the row of each tie observer → target, or NOBODY; either may be NOBODY."""
        return self.lookup.rows(observer, target)

    def strongest(self, values: Floats, among: Bools | Ints | None = None) -> Ints:
        """Return by person the row of their tie with the largest value, the first if several; NOBODY without a tie.

        Args:
            values: (E,) by what to choose.
            among: which ties to choose from, as (E,) flags or as ascending rows; all without it.

        Returns:
            (N,) rows.
        """
        best = nobodies(self.people)
        if among is None:
            if len(self.firsts):
                most = np.maximum.reduceat(values, self.firsts)
                peaks = (values == most.repeat(self.counts)).nonzero()[0][::-1]
                best[self.observer[peaks]] = peaks
            return best
        rows = among.nonzero()[0] if among.dtype == np.bool_ else among.astype(np.int64, copy=False)
        return self.strongest_of(values[rows], rows)

    def strongest_of(self, values: Floats, rows: Ints) -> Ints:
        """Do the same among (K,) ascending `rows`, of which `values` are (K,) too."""
        owners, best, most = self.observer[rows], nobodies(self.people), np.empty(self.people)
        most.fill(-np.inf)
        np.maximum.at(most, owners, values)
        peaks = (values == most[owners]).nonzero()[0][::-1]
        best[owners[peaks]] = rows[peaks]
        return best


def pick(column: Ints, rows: Ints, otherwise: int = NOBODY) -> Ints:
    """Look up `rows` of a column, with `otherwise` where the row is NOBODY."""
    if not len(column):
        return np.full(len(rows), otherwise, np.int64)
    return np.where(rows != NO_ONE, column[rows], otherwise)


def total(values: Floats, observer: Ints, people: int) -> Floats:
    """Sum (E,) values for each observer, in the order of the table; gives (N,)."""
    if not len(observer):
        return np.zeros(people)  # Of nothing, numpy makes integers.
    summed: Floats = np.bincount(observer, values, people)  # type: ignore[assignment]  # its stubs forget weights
    return summed


def distinct(numbers: Ints) -> Ints:
    """Return (D,) the different ones among (K,) numbers, ascending; `np.unique` loads masked arrays first, in 10 ms."""
    return numbers[firsts(numbers)]


def firsts(numbers: Ints) -> Ints:
    """Return (D,) where each of the different ones among (K,) numbers stands first, the lowest number's place first."""
    order = numbers.argsort(kind="stable")
    ordered = numbers[order]
    new = np.empty(len(ordered), np.bool_)
    new[:1], new[1:] = True, ordered[1:] != ordered[:-1]
    return order[new]
