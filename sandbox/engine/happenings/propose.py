"""Somebody proposes a rule, and everybody makes up their mind about it.

Theory: T7. Each imagines the world under the rule and feels it by the circuit; what the proposer would think of one
counts too. Who endorses it comes to admire and despise deeds by it (T28).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.happening import Kind
from sandbox.engine.principles import vote

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, _amount: float) -> World:
    return vote(world, event.who, event.rule)


KIND = Kind(
    "propose",
    frozenset({"who", "rule"}),
    frozenset({"who", "rule"}),
    _apply,
    tone="neutral",
    minded=True,
    icon="propose",
    sound="propose",
)
