"""A moment: a world, the people of the tick before, and how the goal and the rules of its level have gone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sandbox.engine.frozen import frozen
from sandbox.engine.people import People
from sandbox.engine.table import filled
from sandbox.engine.tick import tick
from sandbox.engine.ties import Ties
from sandbox.session.story.told import NONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World
    from sandbox.session.story.told import Story


@frozen
class Moment:
    """One moment of a play-through."""

    world: World
    before: People
    """the people one tick earlier; at the start, those of the start"""
    story: Story = NONE

    @classmethod
    def first(cls, world: World) -> Moment:
        """Return a moment with nothing before it."""
        return cls(world, world.people)

    @property
    def tick(self) -> int:
        """Ticks since the start."""
        return self.world.tick

    def next(self, events: Sequence[Event]) -> Moment:
        """Play one tick on; the story is that of this moment, until a script has taken the later one in."""
        return Moment(tick(self.world, events), self.world.people, self.story)

    @property
    def size(self) -> int:
        """Bytes of all columns of people and ties; moments that follow one another share about half of them."""
        people, ties = self.world.people, self.world.ties
        return len(people) * _row_bytes(People) + len(ties) * _row_bytes(Ties)


@cache
def _row_bytes(kind: type[People | Ties]) -> int:
    """Return the bytes of one row of a table."""
    return sum(column.nbytes for column in filled(kind, 1, {}).values())
