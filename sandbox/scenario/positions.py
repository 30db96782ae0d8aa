"""Where people stand at the start: at their spot, or around their place with elbow room, always the same way."""

from __future__ import annotations

from itertools import pairwise, repeat
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.engine.arrays import Floats
    from sandbox.scenario.schema import Level, Map, Place

    Point = tuple[float, float] | Floats
    """x and y of one spot, or (2, K) of many"""

APART: Final = 1.0
"""Metres between people around places, at least."""
STEP: Final = 1.15
"""Metres between neighbouring candidates."""
FARTHEST: Final = 40.0
"""Metres from a place to the last candidate; 2,000 people need 28."""
MARGIN: Final = 0.6
"""Metres that candidates keep from the map's edge."""
HALVINGS: Final = 1
"""How often people move closer together where the room does not suffice."""
SHUT: Final = 3
"""After so many rings without a free spot, none is looked for farther out."""
_SLOPE: Final = 0.75**0.5
_CORNERS: Final = ((1.0, 0.0), (0.5, _SLOPE), (-0.5, _SLOPE), (-1.0, 0.0), (-0.5, -_SLOPE), (0.5, -_SLOPE))


def spots(level: Level) -> tuple[Floats, Floats]:
    """Return (N,) x and y of everybody in a level, metres."""
    taken = _Taken()
    for person in level.people:
        if person.x is not None and person.y is not None:
            taken.add(person.x, person.y)
    walls = np.array([(wall.x1, wall.y1, wall.x2, wall.y2) for wall in level.map.walls], np.float64).reshape(-1, 4)
    candidates = {place.id: _around(place, level.map, walls) for place in level.map.places}
    found: list[tuple[float, float]] = []
    for person in level.people:
        if person.place is not None:
            found.append(_first_free(candidates[person.place], taken))
        else:
            found.append((person.x or 0.0, person.y or 0.0))
    columns = np.array(found, np.float64)
    return columns[:, 0].copy(), columns[:, 1].copy()


class _Taken:
    """Spots where somebody stands, by the square metre."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[float, float]]] = {}

    def add(self, x: float, y: float) -> None:
        self._cells.setdefault((int(x), int(y)), []).append((x, y))

    def near(self, x: float, y: float, distance: float) -> bool:
        """Return whether anybody stands closer than `distance`, which is at most a metre."""
        cells = ((int(x) + across, int(y) + down) for across in (-1, 0, 1) for down in (-1, 0, 1))
        others = (other for cell in cells for other in self._cells.get(cell, ()))
        return any((other[0] - x) ** 2 + (other[1] - y) ** 2 < distance**2 for other in others)


def _first_free(candidates: Iterator[tuple[float, float, float]], taken: _Taken) -> tuple[float, float]:
    """Take the next candidate (x, y, distance to keep) with nobody near."""
    x, y, _ = next(candidate for candidate in candidates if not taken.near(*candidate))
    taken.add(x, y)
    return x, y


def _around(place: Place, ground: Map, walls: Floats) -> Iterator[tuple[float, float, float]]:
    """List spots around a place, the nearest first, that no wall parts from it; closer together once they run out."""
    for halving in range(HALVINGS + 1):
        scale, shut = 0.5**halving, 0
        for ring in _rings(place, STEP * scale):
            free = [(x, y) for x, y in ring if _inside(x, y, ground) and not _walled_off(place, x, y, walls)]
            yield from ((x, y, APART * scale) for x, y in free)
            shut = 0 if free else shut + 1
            if shut == SHUT:
                break
    yield from repeat((place.x, place.y, 0.0))


def _inside(x: float, y: float, ground: Map) -> bool:
    return MARGIN <= x <= ground.width - MARGIN and MARGIN <= y <= ground.height - MARGIN


def _rings(place: Place, step: float) -> Iterator[list[tuple[float, float]]]:
    """Walk the rings of a honeycomb from its middle outwards."""
    yield [(place.x, place.y)]
    for ring in range(1, int(FARTHEST / step) + 1):
        yield [
            (
                place.x + step * ((ring - along) * x1 + along * x2),
                place.y + step * ((ring - along) * y1 + along * y2),
            )
            for (x1, y1), (x2, y2) in pairwise((*_CORNERS, _CORNERS[0]))
            for along in range(ring)
        ]


def _walled_off(place: Place, x: float, y: float, walls: Floats) -> bool:
    """Return whether one of (W, 4) walls crosses the line from a place to a spot."""
    start, end, here, there = walls[:, :2].T, walls[:, 2:].T, (place.x, place.y), (x, y)
    sides = _side(here, there, start) * _side(here, there, end)
    return bool(((sides <= 0) & (_side(start, end, here) * _side(start, end, there) < 0)).any())


def _side(start: Point, end: Point, point: Point) -> Floats:
    """Return on which side of a line a point lies, or many: the sign of the cross product."""
    return np.asarray((end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0]))
