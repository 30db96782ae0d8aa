"""A moment as the picture needs it: a world, and the people of the tick before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sandbox.engine.tick import tick

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.people import People
    from sandbox.engine.world import World


class Moment(NamedTuple):
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

    def columns(self) -> Iterator[NDArray[np.generic]]:
        """List all columns that are held; moments that follow one another share many."""
        for table in (self.world.people, self.world.ties, self.before):
            yield from vars(table).values()
        yield from self.world.links[1:]
