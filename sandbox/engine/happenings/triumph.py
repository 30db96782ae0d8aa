"""Somebody does splendidly in their field.

Theory: T31. A pleasure for whoever it is; friends in the same field find themselves behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.column_edits import changed
from sandbox.engine.happenings.happening import Kind

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, amount: float) -> World:
    people, who = world.people, event.who
    return world.with_people(
        standing=changed(people.standing, who, min(1.0, people.standing[who] + amount)),
        treat=changed(people.treat, who, min(1.0, people.treat[who] + amount / 2)),
    )


KIND = Kind(
    "triumph",
    frozenset({"who", "amount"}),
    frozenset({"who"}),
    _apply,
    0.8,
    tone="pleasant",
    icon="triumph",
    sound="triumph",
)
