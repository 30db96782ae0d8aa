"""Elbow room: people who stand in one spot are drawn a little apart, so that no face hides another.

Between those who cannot stand each other a lane stays empty.

The world stays as it is; only the picture gives way, by half a body at most, and smoothly, so that nobody jumps.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    import pygame

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.session.frame import Frame

ROOM: Final = (0.86, 0.92)
"""How far apart, in tiles, two people are drawn side by side, and one behind the other."""
_ROOMS: Final = np.array(ROOM)[:, None]
LANE: Final = 0.5
"""How much farther than others those are drawn apart who are enemies, in rooms: about two metres, at most."""
FARTHEST: Final = 0.6
"""Nobody is drawn farther from the true spot than this, in tiles."""
ROUNDS: Final = 4
ASIDE: Final = 1 / 64
"""Two in one spot part sideways."""
REACH: Final = 1.8
"""Two who are farther apart than this, in rooms, will not touch."""
CROWD: Final = 160
"""More people in view than this are left where they are: they are small, and there is no room anyway."""
LOOSE: Final = 120
"""From so many on they part less and less, so that one more does not make everybody leap."""
BESIDE: Final = 0.72
"""From so many tiles to the side on nobody's body is before another's eyes."""
BEFORE: Final = (0.6, 0.86)
"""Up to the first, in tiles, whoever stands so far farther down is before them; up to the second less and less."""
STEPS: Final = 4
FRINGE: Final = 2.0
"""So many tiles beyond the view people still push those in it."""


class ElbowRoom:
    """How far aside everybody is drawn: worked out for the ends of a tick, between which they go the straight way.

    The first picture of a tick keeps to its begin: it has enough else to work out.
    """

    def __init__(self) -> None:
        """Begin without a picture."""
        self._frame: Frame | None = None
        self._view: Hashable = None
        self._start: Floats | None = None
        self._end: Floats | None = None

    def at(self, frame: Frame, view: Hashable, alpha: float, work_out: Callable[[float], Floats]) -> Floats:
        """Return (K, N) pixels, a share `alpha` of the way through a tick, of what `work_out` gives for such shares.

        In another view than that of the last picture, or after a jump in time, it is worked out for just this picture.
        """
        last, self._frame = self._frame, frame
        if view != self._view or (frame is not last and (last is None or frame.before is not last.people)):
            self._view, self._start, self._end = view, None, None
            return work_out(alpha)
        if frame is not last:
            self._start, self._end = self._end, None
            return work_out(alpha) if self._start is None else self._start
        if self._start is None:
            self._start = work_out(0.0)
        if self._end is None:
            self._end = work_out(1.0)
        return self._start + (self._end - self._start) * alpha


def spread_in(
    view: pygame.Rect, x: Floats, y: Floats, size_px: int, hostile: Floats | None = None
) -> tuple[Floats, Floats]:
    """Return (N,) pixels of feet with some room between those in view; the others are left where they are.

    More room between those who are `hostile`, which is (N, N), 0 to 1; None if nobody is.
    """
    fringe = FRINGE * size_px
    near = np.abs(x - view.centerx) < view.width / 2 + fringe
    near &= np.abs(y - view.centery) < view.height / 2 + fringe
    rows = near.nonzero()[0]
    x, y = x.copy(), y.copy()
    x[rows], y[rows] = spread(x[rows], y[rows], size_px, None if hostile is None else hostile[np.ix_(rows, rows)])
    return x, y


def spread(x: Floats, y: Floats, size_px: int, hostile: Floats | None = None) -> tuple[Floats, Floats]:
    """Return (N,) pixels of feet with some room between them, and more between the hostile."""
    count = len(x)
    if count < 2 or count > CROWD:  # noqa: PLR2004 - one person has all the room there is
        return x, y
    start = np.concatenate([x / (ROOM[0] * size_px), y / (ROOM[1] * size_px)])
    one, other = _near(start.reshape(2, count))
    pairs = len(one)
    if not pairs:
        return x, y
    wanted = 1.0 if hostile is None else 1.0 + LANE * hostile[one, other]
    ones, others, at = np.concatenate([one, one + count]), np.concatenate([other, other + count]), start
    for _ in range(ROUNDS):
        gap = at[ones] - at[others]
        gap[:pairs] -= ASIDE
        square = gap * gap
        apart = np.sqrt(square[:pairs] + square[pairs:])
        push = np.maximum(wanted - apart, 0) / np.maximum(apart, ASIDE) / 2
        pushes = (push * gap.reshape(2, pairs)).ravel()
        at = at + (np.bincount(ones, pushes, 2 * count) - np.bincount(others, pushes, 2 * count))
    shift_x, shift_y = (at - start).reshape(2, count) * _ROOMS * size_px
    far = np.sqrt(shift_x * shift_x + shift_y * shift_y)
    limit = FARTHEST * size_px
    short = np.where(far > limit, limit / np.maximum(far, 1), 1.0) * min(1.0, (CROWD - count) / (CROWD - LOOSE))
    return x + shift_x * short, y + shift_y * short


def clear_eyes(view: pygame.Rect, x: Floats, y: Floats, size_px: int, most_px: float) -> Floats:
    """Return (N,) pixels of feet where whoever stands before somebody's eyes steps aside, by so many pixels at most.

    So those who look on leave a gap towards the viewer.
    """
    rows = np.flatnonzero((np.abs(x - view.centerx) < view.width / 2) & (np.abs(y - view.centery) < view.height / 2))
    if not 1 < len(rows) <= CROWD:
        return x
    at, level, most = x[rows] / size_px, y[rows] / size_px, most_px / size_px
    order = np.argsort(level, kind="stable")
    ranked = level[order]
    farther = np.searchsorted(ranked, ranked + BEFORE[1]) - np.arange(1, len(rows) + 1)
    behind = np.repeat(np.arange(len(rows)), farther)
    front = behind + 1 + np.arange(len(behind)) - np.repeat(np.cumsum(farther) - farther, farther)
    front, behind = order[front], order[behind]
    near = np.abs(at[front] - at[behind]) < BESIDE + most
    if not np.count_nonzero(near):
        return x
    front, behind = front[near], behind[near]
    fades = np.clip((BEFORE[1] - level[front] + level[behind]) / (BEFORE[1] - BEFORE[0]), 0, 1) / 2
    start = at
    for _ in range(STEPS):
        across = at[front] - at[behind]
        step = np.where(across < -ASIDE, -1, 1) * np.maximum(0, BESIDE - np.abs(across)) * fades
        moved = np.bincount(front, step, len(rows)) - np.bincount(behind, step, len(rows))
        at = np.clip(at + moved, start - most, start + most)
    x = x.copy()
    x[rows] = at * size_px
    return x


def _near(spots: Floats) -> tuple[Ints, Ints]:
    """Return the pairs among (2, N) spots, in rooms, that may touch, each once."""
    close, count = np.abs(spots[:, :, None] - spots[:, None, :]) < REACH, spots.shape[1]
    one, other = np.divmod(np.flatnonzero(close[0] & close[1] & _once(count)), count)
    return one, other


@lru_cache(maxsize=8)
def _once(count: int) -> Bools:
    """Return (N, N) which of all pairs to look at, so that each is looked at once."""
    return np.triu(np.ones((count, count), np.bool_), 1)
