"""A drive is switched off, or on again, in everybody.

Theory: every mechanism can be turned off, and the same day run again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.happening import Kind
from sandbox.engine.table import replaced

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, _amount: float) -> World:
    others = world.off - {event.drive}
    return replaced(world, off=others if event.on else others | {event.drive})


KIND = Kind(
    "switch",
    frozenset({"drive", "on"}),
    frozenset({"drive", "on"}),
    _apply,
    tone="neutral",
    icon="drives",
    sound="switch",
)
