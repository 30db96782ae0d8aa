"""Somebody is thanked in front of everybody, by somebody near.

Theory: T1, T24, T28. The words tell what the speaker thinks, and bystanders make it pride, as with praise. Thanks also
say that the one thanked did the speaker good: so the speaker credits them, at least as much as was said. Whoever else
hears it takes nothing over at once; credit travels by what the speaker tells later (T32).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.column_edits import addressed, changed, overheard, tied
from sandbox.engine.happenings.happening import Kind, speaker

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, amount: float) -> World:
    thanker, who = speaker(world, event), event.who
    world = addressed(overheard(world, who, amount), thanker, who, amount)
    world, row = tied(world, thanker, who)
    return world.with_ties(
        credit=changed(world.ties.credit, row, max(world.ties.credit[row], amount)),
        thanked=changed(world.ties.thanked, row, max(world.ties.thanked[row], amount)),
    )


KIND = Kind(
    "thank",
    frozenset({"who", "by", "amount"}),
    frozenset({"who"}),
    _apply,
    0.8,
    tone="pleasant",
    spoken=True,
    icon="thank",
    sound="praise",
)
