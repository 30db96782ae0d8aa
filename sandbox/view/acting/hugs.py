"""Comfort is a hug: whoever comforts is drawn snug beside the one comforted, one on each side, rocking gently.

The world stays as it is; only the picture brings the two together.
"""

from __future__ import annotations

from math import pi, sin
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.options import those

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

SNUG: Final = 0.78
"""How far apart, in tiles, two who hug are drawn."""
BEFORE: Final = 0.05
"""How much farther down the one who hugs is drawn, so that their side covers the other's."""
FARTHEST: Final = 1.6
"""From farther away, in tiles, nobody is drawn into a hug."""
SECONDS: Final = 0.5
"""The time it takes to come close."""
ROCK_HERTZ: Final = 0.5
ROCK: Final = 0.035
_WITH_HUG: Final = those(lambda option: option.gesture == "hug")


_latest: list[tuple[Frame, list[int]]] = []


def _huggers(frame: Frame) -> list[int]:
    """List who comforts somebody; found once for a frame."""
    if not _latest or _latest[0][0] is not frame:
        comfort = _WITH_HUG[frame.people.option] & (frame.people.option_on >= 0)
        _latest[:] = [(frame, np.flatnonzero(comfort).tolist())]
    return _latest[0][1]


def hug(frame: Frame, viewpoint: Viewpoint, spots: tuple[Floats, Floats], size_px: int) -> tuple[Floats, Floats]:
    """Return (N,) pixels of feet with those who comfort somebody brought close."""
    x, y = spots
    people, huggers = frame.people, _huggers(frame)
    if not huggers:
        return x, y
    x, y = x.copy(), y.copy()
    taken: set[tuple[int, int]] = set()
    held: set[int] = set()
    for who in huggers:
        whom = int(people.option_on[who])
        dx, dy = spots[0][who] - spots[0][whom], spots[1][who] - spots[1][whom]
        side = 1 if dx > 0 else -1
        if who in held or (whom, side) in taken or np.hypot(dx, dy) > FARTHEST * size_px:
            continue
        taken.add((whom, side))
        held.add(whom)
        near = (
            1.0
            if viewpoint.reduce_motion
            else min(1.0, frame.age_of(int(people.option_tick[who]), viewpoint.alpha) / SECONDS)
        )
        rock = 0.0 if viewpoint.reduce_motion else ROCK * sin(2 * pi * ROCK_HERTZ * viewpoint.seconds + whom)
        x[who] += near * (x[whom] + (side * SNUG + rock) * size_px - x[who])
        y[who] += near * (y[whom] + BEFORE * size_px - y[who])
    return x, y
