"""The slow step: what takes many seconds to change is brought up to date once a second, by the whole second.

Theory: design. With a time constant of eight seconds or more, one step of a second covers the same way as ten small
ones, to within a hundredth. What is fast (looks, thoughts, feelings, feet) goes on every tick.
"""

from __future__ import annotations

from typing import Final

from sandbox.engine.curves import at_most
from sandbox.engine.params import SECONDS_PER_TICK, TICKS_PER_SECOND

EVERY: Final = TICKS_PER_SECOND
"""Ticks between two slow steps."""

SECONDS: Final = EVERY * SECONDS_PER_TICK


def due(tick: int) -> bool:
    """Return whether the slow step falls into this tick."""
    return tick % EVERY == 0


def slow_part(time: float) -> float:
    """Return the part of its way that a value of time constant `time`, in seconds, covers in a slow step; at most 1."""
    return at_most(1.0, SECONDS / time)
