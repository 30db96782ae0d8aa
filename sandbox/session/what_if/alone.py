"""Worlds at the same tick, each played on alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sandbox.engine.tick import tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties
    from sandbox.engine.world import World


class Alone(NamedTuple):
    """K worlds at the same tick; it never changes."""

    apart: tuple[World, ...]

    @classmethod
    def of(cls, worlds: Sequence[World]) -> Alone:
        """Take worlds together."""
        return cls(tuple(worlds))

    def next(self, events: Sequence[Sequence[Event]]) -> Alone:
        """Make all worlds a tenth of a second older; what happens in each is listed in their order."""
        return Alone(tuple(tick(world, due) for world, due in zip(self.apart, events, strict=True)))

    def worlds(self) -> tuple[World, ...]:
        """Return the worlds, in their order."""
        return self.apart

    def tables(self) -> tuple[tuple[People, Ties], ...]:
        """Return the tables of each, for whoever only looks at some columns."""
        return tuple((world.people, world.ties) for world in self.apart)
