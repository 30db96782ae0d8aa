"""Kept moments of one play-through, so that going back is looking up and a little playing on.

Worlds never change, so keeping one costs only its columns. Keyframes are packed and grow sparser with age, and there
is a number that are kept at most, so that a long day takes no more memory than a long morning.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.tick import tick
from sandbox.session.keyframe import Keyframe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World

EVERY: Final = 5 * TICKS_PER_SECOND
"""Ticks between two keyframes of the recent past."""

RECENT: Final = 160 * TICKS_PER_SECOND
"""Ticks for which the past is recent."""

SPARSER: Final = 4
"""What is older than RECENT has keyframes so many times as far apart, what is as many times older once more, and so on.

So ten minutes take 55 keyframes and half an hour 71. Going back plays at most a seventh of the way back anew: up to 20
seconds if that is ten minutes, up to 320 if it is an hour.
"""

MOST: Final = 96
"""Keyframes that are kept, of two hours as of a day: of more, the one goes without which those who go back lose least.

Without the bound a day would take 137. With it, going back plays at most a sixth of the way anew.
"""

LATEST: Final = TICKS_PER_SECOND
"""Moments that are kept besides, so that a step back is no more than a look-up."""


class Timeline:
    """The keyframes of one play-through, the oldest first."""

    def __init__(self, start: World) -> None:
        """Begin with the first moment, which is kept for good."""
        self._kept = [Keyframe(start)]
        self._latest: deque[World] = deque([start], LATEST)
        self.latest = start.tick

    def next(self, world: World, due: Callable[[], Sequence[Event]]) -> World:
        """Play one tick on from `world` and keep the result if it is due to be kept."""
        after = tick(world, due())
        self.latest = max(self.latest, after.tick)
        self._latest.append(after)
        if after.tick % EVERY == 0:
            place = bisect_right(self._kept, after.tick, key=attrgetter("tick"))
            if self._kept[place - 1].tick < after.tick:
                self._kept.insert(place, Keyframe(after))
                self._thin(after.tick)
        return after

    def keep(self, world: World) -> None:
        """Take in a moment later than all others, which was reached in an earlier sitting."""
        self._kept.append(Keyframe(world))
        self._latest.append(world)
        self.latest = world.tick

    def nearest(self, to: int) -> World:
        """Return the latest kept moment that is not after tick `to`."""
        keyframe = self._kept[max(0, bisect_right(self._kept, to, key=attrgetter("tick")) - 1)]
        latest = max((world for world in self._latest if world.tick <= to), key=attrgetter("tick"), default=None)
        return keyframe.world() if latest is None or latest.tick < keyframe.tick else latest

    def forget_after(self, to: int) -> None:
        """Drop everything after tick `to`, because the future has changed."""
        self._kept = [keyframe for keyframe in self._kept if keyframe.tick <= to]
        self._latest = deque((world for world in self._latest if world.tick <= to), LATEST)
        self.latest = to

    def _thin(self, now: int) -> None:
        """Keep the first moment of each stretch, which are the longer, the longer they are gone by, and MOST in all."""
        kept: list[Keyframe] = []
        for keyframe in self._kept:
            stretch = apart(now - keyframe.tick)
            if not kept or keyframe.tick // stretch > kept[-1].tick // stretch:
                kept.append(keyframe)
        while len(kept) > MOST:
            neighbours = zip(kept, kept[1:], kept[2:], strict=False)
            gaps = [(later.tick - before.tick) / max(1, abs(now - one.tick)) for before, one, later in neighbours]
            del kept[1 + gaps.index(min(gaps))]
        self._kept = kept


def apart(age: int) -> int:
    """Return how many ticks there are between two keyframes of such an age."""
    ticks = EVERY
    while age * EVERY >= RECENT * ticks:
        ticks *= SPARSER
    return ticks
