"""Somebody who was not there comes: at a place, at an edge of the map, or where the level had put them.

Theory: design. Who has an errand goes on it from there; all others go to where they are at home.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.errand import at_edge, here, placed, settled
from sandbox.engine.happenings.happening import Kind

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, _amount: float) -> World:
    who = event.who
    if event.spot is not None:
        return placed(settled(world, who, event.spot), who, event.spot)
    return placed(world, who, at_edge(world, who, event.edge) if event.edge else here(world, who))


KIND = Kind(
    "enter",
    frozenset({"who", "to", "edge"}),
    frozenset({"who"}),
    _apply,
    tone="neutral",
    icon="approach",
    sound="steps",
    staged=True,
    of_absent=True,
)
