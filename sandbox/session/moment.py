"""A moment as the picture needs it: a world, and the people of the tick before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.frozen import frozen
from sandbox.engine.tick import tick
from sandbox.scenario.goals import outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.people import People
    from sandbox.engine.world import World
    from sandbox.scenario.goals import Outcome
    from sandbox.scenario.schema import Level


@frozen
class Moment:
    """One moment of a play-through."""

    world: World
    before: People
    """the people one tick earlier; at the start, those of the start"""

    @classmethod
    def first(cls, world: World) -> Moment:
        """Return a moment with nothing before it."""
        return cls(world, world.people)

    @property
    def tick(self) -> int:
        """Ticks since the start."""
        return self.world.tick

    def next(self, events: Sequence[Event]) -> Moment:
        """Play one tick on."""
        return Moment(tick(self.world, events), self.world.people)

    def outcome(self, level: Level) -> Outcome | None:
        """Return how the level's goal stands at this moment; None if it has none."""
        return outcome(level, self.world.people, self.world.ties, self.tick)

    @property
    def size(self) -> int:
        """Bytes of all columns of people and ties; moments that follow one another share about half of them."""
        tables = self.world.people, self.world.ties
        return sum(column.nbytes for table in tables for column in vars(table).values())
