"""Lookup: where the tie of two people stands in the table, found at once and not by a search.

Theory: design. A tick looks up twenty times as many pairs as there are people. Up to a thousand and a half of them a
sheet has a cell for every pair. Of more, everybody has a hash table of their own in which no two of their ties meet
(Fredman, Komlós & Szemerédi, J. ACM 31, 1984), or a cell for everybody where that takes no more room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from sandbox.engine.arrays import NO_ONE, nobodies
from sandbox.engine.frozen import frozen

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sandbox.engine.arrays import Ints

FEW: Final = 120
"""People up to whom each cell is written to: a hundred kilobytes."""
MANY: Final = 1500
"""People up to whom there is a sheet: nine megabytes, of which the machine gives those that are written to."""
_FIRST: Final = np.array(1)
"""What stands on a large sheet for row 0."""
_BITS: Final = 64
"""of a product"""
_NO_TARGET: Final = -2
"""A target that nobody looks for; NOBODY may be looked for."""


class Lookup(Protocol):
    """What finds ties."""

    def rows(self, observer: Ints, target: Ints) -> Ints:
        """Find the (K,) row of each tie observer → target, or NOBODY; either may be NOBODY."""


def lookup(observer: Ints, target: Ints, people: int) -> Lookup:
    """Return what finds the (E,) ties observer → target among so many `people`; observers ascend."""
    if people <= FEW:
        return Sheet.of(observer, target, people)
    return LargeSheet.of(observer, target, people) if people <= MANY else Tables.of(observer, target, people)


@frozen
class Sheet:
    """A cell for every pair of N people; that of a pair with NOBODY in it is nobody else's."""

    wide: Ints
    """N + 1, as an array"""
    cells: Ints
    """((N + 1)²,) row of the tie of each pair, or NOBODY"""

    @classmethod
    def of(cls, observer: Ints, target: Ints, people: int) -> Sheet:
        """See `lookup`."""
        wide, cells = np.array(people + 1), nobodies((people + 1) ** 2)
        cells[observer * wide + target] = np.arange(len(observer))
        return cls(wide, cells)

    def rows(self, observer: Ints, target: Ints) -> Ints:
        """See Lookup."""
        rows: Ints = self.cells[observer * self.wide + target]
        return rows


@frozen
class LargeSheet:
    """The same, of which hardly anything is written to."""

    wide: Ints
    cells: NDArray[np.int32]
    """((N + 1)²,) 1 + row of the tie of each pair, or 0"""

    @classmethod
    def of(cls, observer: Ints, target: Ints, people: int) -> LargeSheet:
        """See `lookup`."""
        wide, cells = np.array(people + 1), np.zeros((people + 1) ** 2, np.int32)
        cells[observer * wide + target] = np.arange(1, len(observer) + 1)
        return cls(wide, cells)

    def rows(self, observer: Ints, target: Ints) -> Ints:
        """See Lookup."""
        rows: Ints = self.cells[observer * self.wide + target] - _FIRST
        return rows


@frozen
class Tables:
    """A hash table for each of N people, and an empty one at the end, for NOBODY."""

    multiplier: NDArray[np.uint64]
    """(N + 1,) by which the targets of each one are hashed; 1 where each has a cell"""
    shift: NDArray[np.uint64]
    """(N + 1,) how many low bits of the product are dropped"""
    begins: Ints
    """(N + 1,) where the cells of each one begin"""
    cells: NDArray[np.int32]
    """row of a tie, or E"""
    target: Ints
    """(E + 1,) whom each tie is about, and nobody to be looked for"""

    @classmethod
    def of(cls, observer: Ints, target: Ints, people: int) -> Tables:
        """See `lookup`."""
        number = np.bincount(observer, minlength=people + 1)
        bits = np.maximum(np.frexp(number * number / 2)[1], 1)  # with so many cells, none meet in one of two or three
        hashed = 1 << bits <= people
        size = np.where(hashed, 1 << bits, people + 1)
        begins = size.cumsum() - size
        cells = np.full(size.sum(), len(observer), np.int32)
        shift = np.where(hashed, _BITS - bits, 0).astype(np.uint64)
        multiplier = np.ones(people + 1, np.uint64)
        rows, whose, about, odd = np.arange(len(observer)), observer, target, 1
        while len(rows):
            odd = _next(odd)
            multiplier[whose] = np.where(hashed[whose], np.uint64(odd), np.uint64(1))
            place = _place(about, multiplier[whose], shift[whose], begins[whose])
            cells[place] = rows
            met = np.zeros(people + 1, np.bool_)
            met[whose[cells[place] != rows]] = True
            again = met[whose]
            cells[place[again]] = len(observer)
            rows, whose, about = rows[again], whose[again], about[again]
        return cls(multiplier, shift, begins, cells, np.append(target, _NO_TARGET))

    def rows(self, observer: Ints, target: Ints) -> Ints:
        """See Lookup."""
        rows = self.cells[_place(target, self.multiplier[observer], self.shift[observer], self.begins[observer])]
        return np.where(self.target[rows] == target, rows, NO_ONE)


def _next(odd: int) -> int:
    """Return the next multiplier to try, odd (Knuth's generator for MMIX)."""
    following: int = (odd * 6364136223846793005 + 1442695040888963407) % 2**_BITS | 1
    return following


def _place(target: Ints, multiplier: NDArray[np.uint64], shift: NDArray[np.uint64], begins: Ints) -> Ints:
    """Return the (K,) cells of targets: the high bits of a product whose overflow is dropped (Dietzfelbinger 1997)."""
    return (target.view(np.uint64) * multiplier >> shift).view(np.int64) + begins
