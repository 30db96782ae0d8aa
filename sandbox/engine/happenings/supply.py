"""Somebody gets medicine into their bag.

Theory: T19. Whoever has some can end a wound or an illness with it: `options/dose.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.column_edits import changed
from sandbox.engine.happenings.happening import Kind

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, amount: float) -> World:
    doses = world.people.doses
    return world.with_people(doses=changed(doses, event.who, doses[event.who] + amount))


KIND = Kind(
    "supply",
    frozenset({"who", "amount"}),
    frozenset({"who"}),
    _apply,
    1.0,
    tone="neutral",
    staged=True,
    minded=True,
    icon="dose",
    sound="gift",
)
