"""Walls: which ways and looks they cut, found by asking only the walls near by.

Theory: design. A grid knows, for each of its cells, the walls close to it; a stretch is cut into pieces no longer than
a cell, and is tried against the walls of the cells in which they have their middles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.frozen import frozen

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints

CELL: Final = 3.0
"""Metres from one side of a cell to the other."""
CLOSE: Final = 0.6
"""A wall counts as close to a cell up to this share of a cell from it: half a piece, and some more for rounding."""


@frozen
class Walls:
    """W walls and the grid that finds them; its outermost cells reach on for ever."""

    ends: Floats
    """(W, 4) metres, a row (x1, y1, x2, y2) each"""
    columns: int
    """cells in a row of the grid"""
    starts: Ints
    """(C + 1,) where the walls of each cell begin in `listed`"""
    listed: Ints
    """rows of `ends`, cell by cell"""

    @classmethod
    def of(cls, ends: Floats, width: float, height: float) -> Walls:
        """Sort (W, 4) walls into a grid that covers a map of so many metres."""
        columns, rows = (int(size // CELL) + 1 for size in (width, height))
        wall, row = _rows_of_cells(ends, rows)
        west, east = (_cells(metres, columns) for metres in _across(ends[wall], row, rows))
        entry, along = _counted(east - west + 1)
        cell = row[entry] * columns + west[entry] + along
        order = np.argsort(cell, kind="stable")
        starts = np.searchsorted(cell[order], np.arange(columns * rows + 1))
        return cls(ends, columns, starts, wall[entry][order])

    def cross(self, x1: Floats, y1: Floats, x2: Floats, y2: Floats) -> Bools:
        """Return (K,) which of the stretches (x1, y1)-(x2, y2) cross a wall."""
        crossed = np.zeros(len(x1), np.bool_)
        if not len(self.ends):
            return crossed
        pieces = (np.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2) // CELL).astype(np.int64) + 1
        stretch, piece = _counted(pieces)
        along = (piece + 1 / 2) / pieces[stretch]
        cell = _cells(y1[stretch] + along * (y2 - y1)[stretch], (len(self.starts) - 1) // self.columns)
        cell = cell * self.columns + _cells(x1[stretch] + along * (x2 - x1)[stretch], self.columns)
        first = self.starts[cell]
        entry, place = _counted(self.starts[cell + 1] - first)
        stretch, wall = stretch[entry], self.listed[first[entry] + place]
        cut = crosses(x1[stretch], y1[stretch], x2[stretch], y2[stretch], self.ends[wall].T)
        crossed[stretch[cut]] = True
        return crossed


def crosses(x1: Floats, y1: Floats, x2: Floats, y2: Floats, walls: Floats) -> Bools:
    """Return (K,) where the stretch (x1, y1)-(x2, y2) crosses the wall beside it, of (4, K) or (4, 1) `walls`."""
    wall_x1, wall_y1, wall_x2, wall_y2 = walls
    wall_x, wall_y = wall_x2 - wall_x1, wall_y2 - wall_y1
    side1 = wall_x * (y1 - wall_y1) - wall_y * (x1 - wall_x1)
    side2 = wall_x * (y2 - wall_y1) - wall_y * (x2 - wall_x1)
    end1 = (x2 - x1) * (wall_y1 - y1) - (y2 - y1) * (wall_x1 - x1)
    end2 = (x2 - x1) * (wall_y2 - y1) - (y2 - y1) * (wall_x2 - x1)
    crossed: Bools = (side1 * side2 < 0) & (end1 * end2 < 0)
    return crossed


def _rows_of_cells(ends: Floats, rows: int) -> tuple[Ints, Ints]:
    """Return the pairs of a wall and a row of cells that it comes close to."""
    north, south = (_cells(metres, rows) for metres in _grown(ends[:, 1], ends[:, 3]))
    wall, down = _counted(south - north + 1)
    return wall, north[wall] + down


def _across(ends: Floats, row: Ints, rows: int) -> tuple[Floats, Floats]:
    """Return from where to where across each wall (K, 4) is close to its row of cells, metres."""
    x1, y1, x2, y2 = ends.T
    top = np.where(row > 0, (row - CLOSE) * CELL, -np.inf)
    bottom = np.where(row < rows - 1, (row + 1 + CLOSE) * CELL, np.inf)
    level = y1 == y2
    steep = np.where(level, 1.0, y2 - y1)
    begin, end = (
        np.where(level, share, np.clip((edge - y1) / steep, 0.0, 1.0)) for edge, share in ((top, 0.0), (bottom, 1.0))
    )
    return _grown(x1 + begin * (x2 - x1), x1 + end * (x2 - x1))


def _grown(one: Floats, other: Floats) -> tuple[Floats, Floats]:
    """Return what is close to a stretch along one axis."""
    return np.minimum(one, other) - CLOSE * CELL, np.maximum(one, other) + CLOSE * CELL


def _cells(metres: Floats, count: int) -> Ints:
    return np.minimum(np.maximum(metres // CELL, 0.0), count - 1.0).astype(np.int64)


def _counted(counts: Ints) -> tuple[Ints, Ints]:
    """Repeat each place (K,) as often as its count says; return the places, and the number of each repetition."""
    place = np.repeat(np.arange(len(counts)), counts)
    return place, np.arange(len(place)) - np.repeat(np.cumsum(counts) - counts, counts)
