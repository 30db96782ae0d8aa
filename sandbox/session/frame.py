"""What the picture is drawn from: one moment of the world, read-only."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.frozen import frozen
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.arrays import Ints
    from sandbox.engine.causes import Record
    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties
    from sandbox.scenario.schema import Level
    from sandbox.session.moment import Moment

NEVER: Final[Mapping[int, int]] = MappingProxyType({})


@frozen
class Frame:
    """One moment, with the moment before it to draw in between."""

    tick: int
    level: Level
    """names, looks, map and texts; `level.people[i]` is row i of `people`"""
    people: People
    before: People
    """the people one tick earlier"""
    ties: Ties
    recent: tuple[Record, ...]
    """what happened in the last `RECENT_SECONDS`, oldest first; of choices, those of the last tick, and unkind ones"""
    off: frozenset[str]
    """the drives that are switched off"""
    latest_happening: int
    """tick of the latest happening among those, or -1"""
    retold: Mapping[int, int] = NEVER
    """by the ids of what was told in the last seconds, how often it had been told before, if it had"""

    @classmethod
    def of(cls, level: Level, moment: Moment, recent: tuple[Record, ...], retold: Mapping[int, int] = NEVER) -> Frame:
        """Take the picture of a moment."""
        world, before = moment.world, moment.before
        happened = max((record.tick for record in recent if record.kind == "happened"), default=-1)
        return cls(world.tick, level, world.people, before, world.ties, recent, world.off, happened, retold)

    @property
    def averted(self) -> Ints:
        """Return (N,) from whom everybody keeps the eyes, or NOBODY."""
        return averted(self.people, self.before)

    def age_of(self, tick: int, alpha: float = 1.0) -> float:
        """Return how many seconds ago a tick was, when a share `alpha` of the way from the moment before is drawn."""
        return max(0.0, (self.tick - 1 - tick + alpha) / TICKS_PER_SECOND)


def averted(people: People, before: People) -> Ints:
    """Return (N,) from whom everybody keeps the eyes, or NOBODY, by this tick and the one before.

    Who looks away sees nobody there, and may glance back every other tick; that is still one looking away.
    """
    now, then = people.avoiding, before.avoiding
    return now if len(now) != len(then) else np.where(now != NOBODY, now, then)
