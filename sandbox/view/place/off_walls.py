"""Nobody is drawn standing in a wall or in a fence: whoever leans on one stands beside it, on their side.

The world stays as it is; the picture gives way by a third of a metre, and smoothly.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.scenario.schema import Wall

LEAST: Final = 0.36
"""Nobody is drawn nearer to a wall than this, in metres."""
FREE: Final = 0.9
"""Whoever is farther from it is drawn where they are."""
MOST: Final = 60_000
"""Where there are more pairs of people and walls everybody is left where they are: nobody could see it there."""
TOUCH: Final = 1e-6
"""Metres from a wall at which nobody can tell on which side somebody is."""


def off_walls(spots: Floats, walls: tuple[Wall, ...]) -> Floats:
    """Return (2, N) spots in metres, those too near to a wall moved straight away from it; in doubt to the front."""
    if not walls or len(walls) * spots.shape[1] > MOST:
        return spots
    x1, y1, across, down = _ends(walls)
    x, y = spots
    share = ((x - x1) * across + (y - y1) * down) / np.maximum(across**2 + down**2, TOUCH)
    share = np.clip(share, 0, 1)
    aside, below = x - x1 - share * across, y - y1 - share * down
    away = np.hypot(aside, below)
    nearest, each = np.argmin(away, axis=0), np.arange(len(x))
    apart = away[nearest, each]
    aside, below = aside[nearest, each], below[nearest, each]
    lost = apart < TOUCH
    length = np.hypot(across, down)[nearest, 0]
    front = np.where(across[nearest, 0] < 0, -1.0, 1.0)
    aside = np.where(lost, -down[nearest, 0] / length * front, aside / np.maximum(apart, TOUCH))
    below = np.where(lost, across[nearest, 0] / length * front, below / np.maximum(apart, TOUCH))
    moved = np.where(apart < FREE, LEAST * (1 - apart / FREE), 0.0)
    return np.stack([x + aside * moved, y + below * moved])


@lru_cache(2)
def _ends(walls: tuple[Wall, ...]) -> tuple[Floats, Floats, Floats, Floats]:
    """Return (W, 1) x and y of one end of each wall, and how far across and down the other is."""
    x1, y1, x2, y2 = np.array([(wall.x1, wall.y1, wall.x2, wall.y2) for wall in walls], np.float64).T[:, :, None]
    return x1, y1, x2 - x1, y2 - y1
