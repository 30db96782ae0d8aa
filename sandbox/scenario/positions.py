"""Where people stand at the start: at their spot, or around their place with elbow room, always the same way."""

from __future__ import annotations

from functools import cache
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.engine.arrays import Bools, Floats
    from sandbox.scenario.schema import Level, Map, Place

    Point = tuple[float, float] | tuple[Floats, Floats] | Floats
    """x and y of one spot, or of many"""

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
MOST_TRIES: Final = 60_000
"""Spots that are tried for all people of a level together."""
WALLS_A_TRY: Final = 100
"""So many tests of a spot against a wall take as long as one try."""
_SLOPE: Final = 0.75**0.5
_CORNERS: Final = ((1.0, 0.0), (0.5, _SLOPE), (-0.5, _SLOPE), (-1.0, 0.0), (-0.5, -_SLOPE), (0.5, -_SLOPE))


class CrowdedError(Exception):
    """So many people and walls around places that looking for room takes too long."""


def spots(level: Level) -> tuple[Floats, Floats]:
    """Return (N,) x and y of everybody in a level, metres.

    Raises:
        CrowdedError: after MOST_TRIES spots.
    """
    taken = _Taken()
    for person in level.people:
        if person.x is not None and person.y is not None:
            taken.add(person.x, person.y)
    walls = np.array([(wall.x1, wall.y1, wall.x2, wall.y2) for wall in level.map.walls], np.float64).reshape(-1, 4)
    candidates = {place.id: _around(place, level.map, walls, taken) for place in level.map.places}
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
        self._tries = 0.0
        self._cells: dict[tuple[int, int], list[tuple[float, float]]] = {}

    def add(self, x: float, y: float) -> None:
        self._cells.setdefault((int(x), int(y)), []).append((x, y))

    def try_out(self, tries: float) -> None:
        """Count spots that are tried."""
        self._tries += tries
        if self._tries > MOST_TRIES:
            raise CrowdedError

    def near(self, x: float, y: float, distance: float) -> bool:
        """Return whether anybody stands closer than `distance`, which is at most a metre."""
        self.try_out(1)
        cells = ((int(x) + across, int(y) + down) for across in (-1, 0, 1) for down in (-1, 0, 1))
        others = (other for cell in cells for other in self._cells.get(cell, ()))
        return any((other[0] - x) ** 2 + (other[1] - y) ** 2 < distance**2 for other in others)


def _first_free(candidates: Iterator[tuple[float, float, float]], taken: _Taken) -> tuple[float, float]:
    """Take the next candidate (x, y, distance to keep) with nobody near."""
    x, y, _ = next(candidate for candidate in candidates if not taken.near(*candidate))
    taken.add(x, y)
    return x, y


def _around(place: Place, ground: Map, walls: Floats, taken: _Taken) -> Iterator[tuple[float, float, float]]:
    """List spots around a place, the nearest first, that no wall parts from it; closer together once they run out."""
    away = _away(place, walls)
    for halving in range(HALVINGS + 1):
        scale, shut = 0.5**halving, 0
        for ring, (x, y) in enumerate(_rings(place, STEP * scale)):
            between = walls[away <= ring * STEP * scale]
            taken.try_out((len(walls) + len(x) * len(between)) / WALLS_A_TRY)
            free = _inside(x, y, ground) & ~_walled_off(place, x, y, between)
            yield from ((*spot, APART * scale) for spot in zip(x[free].tolist(), y[free].tolist(), strict=True))
            shut = 0 if free.any() else shut + 1
            if shut == SHUT:
                break
    yield from repeat((place.x, place.y, 0.0))


def _away(place: Place, walls: Floats) -> Floats:
    """Return (W,) how far each wall is from a place at least, metres."""
    across = np.maximum(walls[:, ::2].min(axis=1) - place.x, place.x - walls[:, ::2].max(axis=1))
    down = np.maximum(walls[:, 1::2].min(axis=1) - place.y, place.y - walls[:, 1::2].max(axis=1))
    away: Floats = np.maximum(across, down)
    return away


def _inside(x: Floats, y: Floats, ground: Map) -> Bools:
    across = (x >= MARGIN) & (x <= ground.width - MARGIN)
    inside: Bools = across & (y >= MARGIN) & (y <= ground.height - MARGIN)
    return inside


def _rings(place: Place, step: float) -> Iterator[tuple[Floats, Floats]]:
    """Walk the rings of a honeycomb from its middle outwards: (K,) x and y of each."""
    yield np.array([place.x]), np.array([place.y])
    for ring in range(1, int(FARTHEST / step) + 1):
        across, down = _ring(ring)
        yield place.x + step * across, place.y + step * down


@cache
def _ring(ring: int) -> tuple[Floats, Floats]:
    """Return (K,) x and y of one ring of a honeycomb around the origin, in steps."""
    spots = [
        ((ring - along) * x1 + along * x2, (ring - along) * y1 + along * y2)
        for (x1, y1), (x2, y2) in pairwise((*_CORNERS, _CORNERS[0]))
        for along in range(ring)
    ]
    across, down = np.array(spots, np.float64).T
    return across, down


def _walled_off(place: Place, x: Floats, y: Floats, walls: Floats) -> Bools:
    """Return (K,) whether one of (W, 4) walls crosses the line from a place to each spot."""
    start, end, here = walls[:, :2].T, walls[:, 2:].T, (place.x, place.y)
    there = (x[:, None], y[:, None])
    sides = _side(here, there, start) * _side(here, there, end)
    walled = (sides <= 0) & (_side(start, end, here) * _side(start, end, there) < 0)
    return np.asarray(walled.any(axis=1))


def _side(start: Point, end: Point, point: Point) -> Floats:
    """Return on which side of a line a point lies, or many: the sign of the cross product."""
    return np.asarray((end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0]))
