"""Somebody is to stay at a place, or where they are: they stroll only near it, for good or until a time.

Theory: design. What they choose to do to others may still take them away for a while.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.frozen import replace
from sandbox.engine.happenings.column_edits import changed
from sandbox.engine.happenings.errand import freed, here, sent, settled
from sandbox.engine.happenings.happening import Kind

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, _amount: float) -> World:
    who, spot = event.who, event.spot or here(world, event.who)
    radius = world.params.idle_range if event.radius is None else event.radius
    (x, y), away = here(world, who), max(radius, world.params.reach)
    far = (spot[0] - x) ** 2 + (spot[1] - y) ** 2 > away**2
    world = settled(world, who, spot)
    world = sent(world, replace(event, until=0.0), 0.0, spot) if far else freed(world, who)
    people = world.people
    return world.with_people(
        stay_within=changed(people.stay_within, who, radius),
        stay_until=changed(people.stay_until, who, event.until),
    )


KIND = Kind(
    "stay",
    frozenset({"who", "to", "radius", "until"}),
    frozenset({"who"}),
    _apply,
    tone="neutral",
    icon="stay",
    sound="",
    staged=True,
)
