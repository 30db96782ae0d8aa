"""Somebody is given happy drops, whether they want it or not.

Theory: T20. Bliss without a reason; whoever slips it goes against the other's wish.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.column_edits import changed
from sandbox.engine.happenings.happening import Kind
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, amount: float) -> World:
    people, who, doer = world.people, event.who, event.by
    world = world.with_people(treat=changed(people.treat, who, min(1.0, people.treat[who] + amount)))
    if doer == NOBODY:
        return world
    return world.with_people(
        involved=changed(people.involved, doer, who),
        involvement=changed(people.involvement, doer, 1.0),
        affront=changed(people.affront, doer, world.params.slip_offence),
    )


KIND = Kind(
    "drops",
    frozenset({"who", "by", "amount"}),
    frozenset({"who"}),
    _apply,
    1.0,
    tone="pleasant",
    icon="drops",
    sound="drops",
)
