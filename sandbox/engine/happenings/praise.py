"""Somebody is praised in front of everybody, by somebody near.

Theory: T1, T28. The words tell what the speaker thinks; bystanders make it pride.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.column_edits import addressed, overheard
from sandbox.engine.happenings.happening import Kind, speaker

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, amount: float) -> World:
    world = overheard(world, event.who, amount)
    return addressed(world, speaker(world, event), event.who, amount)


KIND = Kind(
    "praise",
    frozenset({"who", "by", "amount"}),
    frozenset({"who"}),
    _apply,
    0.8,
    tone="pleasant",
    spoken=True,
    icon="praise",
    sound="praise",
)
