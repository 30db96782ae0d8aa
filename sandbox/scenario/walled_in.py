"""Who is walled in at the start: nobody else, and no place, can be reached from where they stand.

Theory: design. Who stands behind a low wall, as a clerk behind a counter, is meant to be there: only high walls count.
The map is cut into squares; a step from one to the next is barred where a wall crosses the line between
their middles. People slide along walls as they walk, so what is barred here is barred for them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.scenario.positions import spots

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.scenario.schema import Level

SIDE: Final = 0.5
"""Metres of a square, on a map that is small enough."""
MOST: Final = 40_000
"""Squares; those of a larger map are larger."""


def walled_in(level: Level) -> list[int]:
    """List the rows of those who can reach nobody and no place, if anybody else is there to be reached."""
    if all(wall.low for wall in level.map.walls) or len(level.people) + len(level.map.places) < 2:  # noqa: PLR2004 - somebody and a place
        return []
    side = max(SIDE, (level.map.width * level.map.height / MOST) ** 0.5)
    columns, rows = (max(1, int(np.ceil(size / side))) for size in (level.map.width, level.map.height))
    right, down = _barred(level, side, columns, rows)
    parts = _parts(right, down)
    x, y = spots(level)
    places = np.array([(place.x, place.y) for place in level.map.places], np.float64).reshape(-1, 2)
    across = np.clip((np.append(x, places[:, 0]) / side).astype(np.int64), 0, columns - 1)
    below = np.clip((np.append(y, places[:, 1]) / side).astype(np.int64), 0, rows - 1)
    there = parts[below, across]
    alone = np.bincount(there)[there] == 1
    return [int(row) for row in alone[: len(level.people)].nonzero()[0]]


def _barred(level: Level, side: float, columns: int, rows: int) -> tuple[Bools, Bools]:
    """Return (R, C) whether the step to the right, and the one down, from each square crosses a wall."""
    right, down = np.zeros((rows, columns), np.bool_), np.zeros((rows, columns), np.bool_)
    for wall in (one for one in level.map.walls if not one.low):
        left, most = sorted((wall.x1, wall.x2))
        top, bottom = sorted((wall.y1, wall.y2))
        first, last = max(0, int(left / side) - 1), min(columns, int(most / side) + 2)
        upper, lower = max(0, int(top / side) - 1), min(rows, int(bottom / side) + 2)
        below, across = np.mgrid[upper:lower, first:last]
        x, y = (across + 1 / 2) * side, (below + 1 / 2) * side
        ends = wall.x1, wall.y1, wall.x2, wall.y2
        right[upper:lower, first:last] |= _cut(x, y, x + side, y, ends)
        down[upper:lower, first:last] |= _cut(x, y, x, y + side, ends)
    right[:, -1] = down[-1] = True
    return right, down


def _cut(x1: Floats, y1: Floats, x2: Floats, y2: Floats, ends: tuple[float, float, float, float]) -> Bools:
    """Return which lines from one spot to another a wall cuts or touches."""
    here = _side(x1, y1, x2, y2, ends[0], ends[1]) * _side(x1, y1, x2, y2, ends[2], ends[3])
    there = _side(*ends, x1, y1) * _side(*ends, x2, y2)
    cut: Bools = (here <= 0) & (there <= 0)
    return cut


def _side(
    x1: Floats | float, y1: Floats | float, x2: Floats | float, y2: Floats | float, x: Floats | float, y: Floats | float
) -> Floats:
    return np.asarray((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1))


def _parts(right: Bools, down: Bools) -> Ints:
    """Number (R, C) the parts of the map between which nobody can walk: each square by the least of its part."""
    shape = right.shape
    number = np.arange(right.size).reshape(shape)
    while True:
        before = number.copy()
        for barred, axis in ((right, 1), (down, 0)):
            number = _spread(number, barred, axis)
        if (number == before).all():
            return number


def _spread(number: Ints, barred: Bools, axis: int) -> Ints:
    """Let each run of squares that no wall parts along an axis have the least of its numbers."""
    ordered = np.moveaxis(number, axis, -1)
    ends = np.moveaxis(barred, axis, -1)
    runs = np.append(0, np.cumsum(ends.ravel())[:-1])
    least = np.full(int(runs[-1]) + 1, number.size)
    np.minimum.at(least, runs, ordered.ravel())
    return np.moveaxis(least[runs].reshape(ordered.shape), -1, axis)
