"""Whoever walks off the map fades as they come to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.errands import ON_THE_WAY
from sandbox.view.canvas.sprite_canvas import faded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.session.frame import Frame
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast

NEAR: Final = 2.2
"""Metres from the end within which somebody fades."""
LEAST: Final = 0.2
"""What is left of them at the end, 0 to 1."""


def leaving(frame: Frame, cast: Cast) -> dict[int, float]:
    """Return how much is to be seen of those in view who are about to be gone, 0 to 1, by their place in the order."""
    going = _going(frame)
    if not going:
        return {}
    return {place: going[who] for place, who in enumerate(cast.order) if who in going}


_latest: list[tuple[Frame, dict[int, float]]] = []


def _going(frame: Frame) -> dict[int, float]:
    """Return how much is to be seen of those who are about to be gone; found once for a frame."""
    if not _latest or _latest[0][0] is not frame:
        people = frame.people
        out = np.flatnonzero((people.errand_out > 0) & (people.errand > 0) & ON_THE_WAY[people.option])
        left = np.hypot(people.errand_x[out] - people.x[out], people.errand_y[out] - people.y[out])
        near = zip(out.tolist(), left.tolist(), strict=True)
        _latest[:] = [(frame, {who: max(LEAST, metres / NEAR) for who, metres in near if metres < NEAR})]
    return _latest[0][1]


def paled(blits: Iterator[Blit], each: int, going: dict[int, float]) -> Iterator[Blit]:
    """Make those pale who are leaving; so many pictures make up each body, in the order of the cast."""
    if not going:
        return blits
    placed = ((number // each, blit) for number, blit in enumerate(blits))
    return ((faded(sprite, going[place]) if place in going else sprite, spot) for place, (sprite, spot) in placed)
