"""Worlds at the same tick, each played on alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sandbox.engine.tick import tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


class Alone(NamedTuple):
    """K worlds at the same tick; it never changes."""

    all: tuple[World, ...]

    @classmethod
    def of(cls, worlds: Sequence[World]) -> Alone:
        """Take worlds together."""
        return cls(tuple(worlds))

    def tick(self, events: Sequence[Sequence[Event]]) -> Alone:
        """Make all worlds a tenth of a second older; what happens in each is listed in their order."""
        return Alone(tuple(tick(world, due) for world, due in zip(self.all, events, strict=True)))

    def worlds(self) -> tuple[World, ...]:
        """Return the worlds, in their order."""
        return self.all
