"""The small life of those who stand still: breath, sobs, laughter that shakes a body, weight on the other foot."""

from __future__ import annotations

from functools import lru_cache
from math import pi
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.view.people.bodies import LEVELS
from sandbox.view.people.expression import EYES

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.view.viewpoint import Viewpoint

BREATH_HERTZ: Final = 0.28
BREATH: Final = 0.016
"""How far a breath lifts a body, in tiles; at least a pixel."""
SHAKE_HERTZ: Final = 5.0
SHAKE: Final = 0.045
"""How far laughter and gloating shake a body, in tiles."""
SOB_HERTZ: Final = 1.8
SOB: Final = 0.035
LAUGHING: Final = EYES.index("laughing")
GLOATING: Final = EYES.index("gloating")
WEIGHT_SECONDS: Final = 6.5
"""How long somebody rests on one foot."""
WEIGHT: Final = 0.022
"""How far that moves a body to one side, in tiles."""
STEEP: Final = 0.125
"""Which part of a slow swing is the shift itself; the rest is a pause."""


def sobbing(feeling: Ints) -> Ints:
    """Return (K,) who sobs."""
    return np.flatnonzero(feeling == -LEVELS)


def shaken(eyes: Ints) -> Ints:
    """Return (K,) whom laughter or gloating shakes."""
    return np.flatnonzero((eyes == LAUGHING) | (eyes == GLOATING))


def breaths(viewpoint: Viewpoint, size_px: int, count: int, sobbing: Ints, shaken: Ints) -> Floats:
    """Return (N,) pixels by which those who stand still go up and down; some sob, and laughter shakes some."""
    each = _phases(count)
    lift = np.where(np.sin(2 * pi * BREATH_HERTZ * viewpoint.seconds + each) > 0, max(1.0, BREATH * size_px), 0.0)
    lift[sobbing] = np.maximum(0.0, np.sin(2 * pi * SOB_HERTZ * viewpoint.seconds + each[sobbing])) * SOB * size_px
    lift[shaken] = np.abs(np.sin(pi * SHAKE_HERTZ * viewpoint.seconds + each[shaken])) * SHAKE * size_px
    return lift


def shifts(viewpoint: Viewpoint, count: int) -> Floats:
    """Return (N,) tiles by which people have put their weight to one side; each in their own time."""
    turn = np.sin(pi * viewpoint.seconds / WEIGHT_SECONDS + _phases(count))
    aside: Floats = np.minimum(np.maximum(turn, -STEEP), STEEP) * (WEIGHT / STEEP)
    return aside


@lru_cache(maxsize=8)
def _phases(count: int) -> Floats:
    """Return (N,) radians by which each is ahead of the first, so that nobody moves in step."""
    phases: Floats = np.arange(count, dtype=np.float64) * 1.7
    return phases
