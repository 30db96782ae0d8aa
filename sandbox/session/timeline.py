"""Kept moments of one play-through, so that going back is looking up and a little playing on.

Worlds never change, so keeping one costs only its columns. Keyframes grow sparser with age: memory stays bounded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from typing import TYPE_CHECKING, Final

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.table import altered
from sandbox.engine.tick import tick

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sandbox.engine.happenings.happening import Happening
    from sandbox.engine.world import World

EVERY: Final = 5 * TICKS_PER_SECOND
"""Ticks between two keyframes of the recent past."""

SPARSE: Final = 20 * TICKS_PER_SECOND
"""Ticks between two keyframes of the remote past."""

RECENT: Final = 40 * TICKS_PER_SECOND
"""Ticks for which the past is recent."""

LATEST: Final = TICKS_PER_SECOND
"""Moments that are kept besides, so that a step back is no more than a look-up."""


class Timeline:
    """The keyframes of one play-through, the oldest first."""

    def __init__(self, start: World) -> None:
        """Begin with the first moment, which is kept for good."""
        self._kept = [start]
        self._latest: deque[World] = deque([start], LATEST)
        self.latest = start.tick

    def next(self, world: World, due: Callable[[], Sequence[Happening]]) -> World:
        """Play one tick on from `world` and keep the result if it is due to be kept."""
        after = tick(world, due())
        self.latest = max(self.latest, after.tick)
        self._latest.append(after)
        if after.tick % EVERY == 0 and after.tick > self._kept[-1].tick:
            self._kept.append(altered(after, listed=None))
            self._thin(after.tick)
        return after

    def nearest(self, to: int) -> World:
        """Give the latest kept moment that is not after tick `to`."""
        keyframe = self._kept[max(0, bisect_right(self._kept, to, key=lambda world: world.tick) - 1)]
        return max((keyframe, *(world for world in self._latest if world.tick <= to)), key=lambda world: world.tick)

    def forget_after(self, to: int) -> None:
        """Drop everything after tick `to`, because the future has changed."""
        self._kept = [world for world in self._kept if world.tick <= to]
        self._latest = deque((world for world in self._latest if world.tick <= to), LATEST)
        self.latest = to

    def _thin(self, now: int) -> None:
        self._kept = [world for world in self._kept if now - world.tick < RECENT or world.tick % SPARSE == 0]
