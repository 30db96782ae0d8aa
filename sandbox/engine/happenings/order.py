"""Somebody is told to hurt somebody.

Theory: T28. Only words: whoever gave the order will think well of those who obey, and ill of those who do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.column_edits import changed, tied
from sandbox.engine.happenings.happening import Kind
from sandbox.engine.options import INDEX, strike

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, _amount: float) -> World:
    world, _ = tied(world, event.who, event.about)
    world, _ = tied(world, event.who, event.by)
    people = world.people
    return world.with_people(
        order=changed(people.order, event.who, INDEX[strike.OPTION.name]),
        order_on=changed(people.order_on, event.who, event.about),
        order_by=changed(people.order_by, event.who, event.by),
    )


KIND = Kind(
    "order",
    frozenset({"who", "by", "about"}),
    frozenset({"who", "by", "about"}),
    _apply,
    tone="startling",
    minded=True,
    icon="order",
    sound="order",
)
