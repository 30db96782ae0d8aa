"""What lies where on a map besides what its level says: paths, hedge, trees and puddles; worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import hypot
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.scenario.stages import INDOORS
from sandbox.view.place.brush import PATH_METRES
from sandbox.view.place.trees import hedge_of, trees_of

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.scenario.schema import Map, Place

PUDDLES: Final = {False: 1, True: 5}
"""of a map, when it is dry and when it rains"""
PUDDLE_METRES: Final = 1.3
"""Half the width of the largest puddle."""
CLEAR_METRES: Final = 1.2
"""A puddle stays so far from places, paths and walls."""
TRIES: Final = 96
"""Spots that are looked at for puddles."""
UNPAVED: Final = frozenset({"panel", "window", "board", "lamp", "sign", "pot", "rack"})
"""Around these there is no paving, and no path leads to them."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What lies where on one map, worked out once."""

    paths: tuple[tuple[Place, Place], ...]
    hedge: Floats
    trees: Floats
    puddles: tuple[tuple[float, float, float], ...]


@lru_cache(2)
def plan_of(ground: Map) -> Plan:
    """Return what lies where on a map: in a room nothing does, and paths are trodden on a lawn alone."""
    if ground.stage in INDOORS:
        return Plan((), np.zeros((0, 3)), np.zeros((0, 4)), ())
    lawn = ground.stage == "lawn"
    paths = tuple(_paths(tuple(place for place in ground.places if place.kind not in UNPAVED))) if lawn else ()
    trees = trees_of(ground)
    return Plan(paths, hedge_of(ground), trees if lawn else trees[trees[:, 1] > 0], tuple(_puddles(ground, paths)))


def puddles_of(ground: Map) -> tuple[tuple[float, float, float], ...]:
    """Return the puddles of a map: x, y and half the width, metres."""
    return plan_of(ground).puddles


def _paths(places: tuple[Place, ...]) -> list[tuple[Place, Place]]:
    """Join each place to the nearest of those before it: a tree of paths without crossings worth speaking of."""
    x, y = np.array([(place.x, place.y) for place in places], np.float64).reshape(-1, 2).T
    return [
        (place, places[int(np.argmin(np.hypot(x[:index] - place.x, y[:index] - place.y)))])
        for index, place in enumerate(places[1:], start=1)
    ]


def _puddles(ground: Map, paths: tuple[tuple[Place, Place], ...]) -> list[tuple[float, float, float]]:
    """Find the clearest spots of the lawn: x, y and half the width, metres."""
    margin = 3 * PUDDLE_METRES
    spots = np.random.default_rng(round(ground.width * ground.height)).random((TRIES, 2))
    spots = margin + spots * np.maximum(0, np.asarray([ground.width, ground.height]) - 2 * margin)
    clear = np.full(TRIES, 99.0)
    for place in ground.places:
        clear = np.minimum(clear, np.hypot(*(spots - (place.x, place.y)).T) - place.radius - CLEAR_METRES)
    lines = [(start.x, start.y, end.x, end.y) for start, end in paths]
    lines += [(wall.x1, wall.y1, wall.x2, wall.y2) for wall in ground.walls]
    clear = np.minimum(
        clear, _from_lines(spots, np.array(lines, np.float64).reshape(-1, 4)) - PATH_METRES - CLEAR_METRES
    )
    found: list[tuple[float, float, float]] = []
    for index in np.argsort(-clear, kind="stable").tolist():
        x, y = spots[index].tolist()
        far = all(hypot(x - other[0], y - other[1]) > 6 * PUDDLE_METRES for other in found)
        if len(found) < PUDDLES[ground.light == "rain"] and far and clear[index] > PUDDLE_METRES / 2:
            found.append((x, y, min(PUDDLE_METRES, float(clear[index]))))
    return found


def _from_lines(spots: Floats, lines: Floats) -> Floats:
    """Return (S,) how far each of (S, 2) spots is from the nearest of (L, 4) lines."""
    x, y = spots[:, :1], spots[:, 1:]
    x1, y1, x2, y2 = lines.T
    across, down = x2 - x1, y2 - y1
    share = np.clip(((x - x1) * across + (y - y1) * down) / np.maximum(1e-9, across**2 + down**2), 0, 1)
    away: Floats = np.hypot(x - x1 - share * across, y - y1 - share * down).min(axis=1, initial=np.inf)
    return away
