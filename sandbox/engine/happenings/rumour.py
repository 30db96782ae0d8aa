"""Somebody hears ill or well of another, and nobody can say from whom.

Theory: T32. It is believed a little, and told on like any verdict, with nothing behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.column_edits import drawn, hears_of, tied
from sandbox.engine.happenings.happening import Kind
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, amount: float) -> World:
    world = hears_of(world, NOBODY, event.who, event.about, amount)
    world, row = tied(world, event.who, event.about)
    return world.with_ties(attention=drawn(world, row))


KIND = Kind(
    "rumour",
    frozenset({"who", "about", "amount"}),
    frozenset({"who", "about"}),
    _apply,
    -0.6,
    tone="startling",
    minded=True,
    icon="rumour",
    sound="tell",
    claims=True,
)
