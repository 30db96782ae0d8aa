"""Somebody is healed.

Theory: T2. Wounds and illness shrink.
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
        wound=changed(people.wound, who, max(0.0, people.wound[who] - amount)),
        illness=changed(people.illness, who, max(0.0, people.illness[who] - amount)),
    )


KIND = Kind(
    "heal", frozenset({"who", "amount"}), frozenset({"who"}), _apply, 1.0, tone="pleasant", icon="heal", sound="heal"
)
