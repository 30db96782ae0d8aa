"""Somebody is told to hurt somebody.

Theory: T28. Only words: whoever gave the order will think well of those who obey, and ill of those who do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.happening import Impossible, Kind
from sandbox.engine.happenings.marks import changed, tied
from sandbox.engine.options import INDEX, strike

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Happening
    from sandbox.engine.world import World


def _apply(world: World, happening: Happening, _amount: float) -> World:
    if happening.about in {happening.who, happening.by}:
        raise Impossible("impossible.order_to_self")
    world, _ = tied(world, happening.who, happening.about)
    world, _ = tied(world, happening.who, happening.by)
    people = world.people
    return world.with_people(
        order=changed(people.order, happening.who, INDEX[strike.OPTION.name]),
        order_on=changed(people.order_on, happening.who, happening.about),
        order_by=changed(people.order_by, happening.who, happening.by),
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
