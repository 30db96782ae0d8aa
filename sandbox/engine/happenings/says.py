"""Somebody says ill or well of a third, true or not.

Theory: T32. The listener believes it as far as they like and trust the speaker, and remembers who said so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.column_edits import drawn, hears_of, tied
from sandbox.engine.happenings.happening import Kind

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, amount: float) -> World:
    world = hears_of(world, event.by, event.who, event.about, amount)
    world, row = tied(world, event.who, event.by)
    return world.with_ties(attention=drawn(world, row))


KIND = Kind(
    "says",
    frozenset({"who", "by", "about", "amount"}),
    frozenset({"who", "by", "about"}),
    _apply,
    -0.6,
    tone="startling",
    minded=True,
    icon="tell",
    sound="tell",
    claims=True,
)
