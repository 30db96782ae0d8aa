"""An axis of time: what its ticks are called, which of them are marked, and where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.params import TICKS_PER_SECOND

if TYPE_CHECKING:
    import pygame

_MARKS: Final = (5, 10, 30, 60, 300, 600, 3600)
"""Seconds between the marks of an axis: the first that leaves few enough."""


def clock(tick: int) -> str:
    """Write a tick as minutes and seconds."""
    minutes, seconds = divmod(tick // TICKS_PER_SECOND, 60)
    return f"{minutes}:{seconds:02d}"


def marks(end: int, most: float) -> range:
    """Return the seconds to mark on an axis from 0 to tick `end`: round ones, at most about `most`."""
    seconds = end // TICKS_PER_SECOND
    every = next((step for step in _MARKS if seconds / step <= most), _MARKS[-1])
    return range(every, seconds, every)


def strip_x(rect: pygame.Rect, tick: float, end: int) -> int:
    """Return the pixel of a tick on the strip."""
    return rect.left + round(rect.width * tick / end)
