"""Somebody gets a present, perhaps from somebody.

Theory: T2, T26. A pleasure of the body, as great as the taste for it; who makes life better is a friend.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.column_edits import addressed, changed
from sandbox.engine.happenings.happening import Kind
from sandbox.engine.people import NOBODY
from sandbox.engine.resemblance import carried_over

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, amount: float) -> World:
    people, who = world.people, event.who
    treat = min(1.0, people.treat[who] + amount * people.sweet_tooth[who])
    world = world.with_people(treat=changed(people.treat, who, treat))
    if event.by == NOBODY:
        return world
    if people.involved[who] == event.by:
        gained = min(1.0, people.gained[who] + amount)
        world = world.with_people(gained=changed(people.gained, who, gained))
    warmed = addressed(world, event.by, who, amount)
    return carried_over(warmed, who, event.by, amount * world.params.address_affinity)


KIND = Kind(
    "gift",
    frozenset({"who", "by", "amount"}),
    frozenset({"who"}),
    _apply,
    0.8,
    tone="pleasant",
    icon="gift",
    sound="gift",
)
