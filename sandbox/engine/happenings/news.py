"""Somebody hears how an absent person is doing, true or not.

Theory: T4, T12. Only a belief changes, and the belief alone pains or pleases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.column_edits import changed, drawn, tied
from sandbox.engine.happenings.happening import Kind

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, amount: float) -> World:
    world, row = tied(world, event.who, event.about)
    ties = world.ties
    return world.with_ties(
        believed=changed(ties.believed, row, amount),
        believed_anchor=changed(ties.believed_anchor, row, amount),
        believed_tick=changed(ties.believed_tick, row, world.tick),
        believed_source=changed(ties.believed_source, row, event.by),
        attention=drawn(world, row),
    )


KIND = Kind(
    "news",
    frozenset({"who", "by", "about", "amount"}),
    frozenset({"who", "about"}),
    _apply,
    -0.8,
    tone="startling",
    minded=True,
    icon="news",
    sound="news",
)
