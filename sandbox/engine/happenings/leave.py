"""Somebody has to go off the map: at a place, such as a door, or at an edge.

Theory: design; T25. They walk there by their own feet, so that whoever sees it sees them leave; then they are gone.
The amount is what it is worth to them to be gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.errand import at_edge, sent
from sandbox.engine.happenings.happening import Kind

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, weight: float) -> World:
    return sent(world, event, weight, event.spot or at_edge(world, event.who, event.edge), out=True)


KIND = Kind(
    "leave",
    frozenset({"who", "to", "edge", "amount", "until"}),
    frozenset({"who"}),
    _apply,
    0.5,
    tone="neutral",
    icon="leave",
    sound="steps",
    staged=True,
    sends_off=True,
)
