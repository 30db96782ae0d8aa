"""Walls: which ways and looks they cut, found by asking only the walls near by.

Theory: design. A grid knows, for each of its cells, the walls within `reach` metres; a stretch no longer than that is
tried against the walls of the cell in which it begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints


class Walls(NamedTuple):
    """W walls and the grid that finds them; its cells are `reach` wide, and the outermost reach on for ever."""

    ends: Floats
    """(W, 4) metres, a row (x1, y1, x2, y2) each"""
    reach: float
    """metres up to which a stretch may be long"""
    columns: int
    """cells in a row of the grid"""
    starts: Ints
    """(C + 1,) where the walls of each cell begin in `listed`"""
    listed: Ints
    """rows of `ends`, cell by cell"""

    @classmethod
    def of(cls, ends: Floats, reach: float, width: float, height: float) -> Walls:
        """Sort (W, 4) walls into a grid that covers a map of so many metres."""
        columns, rows = (int(size // reach) + 1 for size in (width, height))
        west, east = (_cells(metres, reach, columns) for metres in _span(ends[:, 0], ends[:, 2], reach))
        north, south = (_cells(metres, reach, rows) for metres in _span(ends[:, 1], ends[:, 3], reach))
        wide, count = east - west + 1, (east - west + 1) * (south - north + 1)
        wall = np.repeat(np.arange(len(ends)), count)
        place = np.arange(len(wall)) - np.repeat(np.cumsum(count) - count, count)
        cell = (north[wall] + place // wide[wall]) * columns + west[wall] + place % wide[wall]
        order = np.argsort(cell, kind="stable")
        starts = np.searchsorted(cell[order], np.arange(columns * rows + 1))
        return cls(ends, reach, columns, starts, wall[order])

    def cross(self, x1: Floats, y1: Floats, x2: Floats, y2: Floats) -> Bools:
        """Return (K,) which of the stretches (x1, y1)-(x2, y2), none longer than `reach`, cross a wall."""
        rows = (len(self.starts) - 1) // self.columns
        cell = _cells(y1, self.reach, rows) * self.columns + _cells(x1, self.reach, self.columns)
        first, count = self.starts[cell], self.starts[cell + 1] - self.starts[cell]
        stretch = np.repeat(np.arange(len(cell)), count)
        wall = self.listed[np.arange(len(stretch)) + np.repeat(first - np.cumsum(count) + count, count)]
        crossed = np.zeros(len(cell), np.bool_)
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


def _span(one: Floats, other: Floats, reach: float) -> tuple[Floats, Floats]:
    """Return what lies within `reach` of a wall along one axis."""
    return np.minimum(one, other) - reach, np.maximum(one, other) + reach


def _cells(metres: Floats, reach: float, count: int) -> Ints:
    return np.minimum(np.maximum(metres // reach, 0.0), count - 1.0).astype(np.int64)
