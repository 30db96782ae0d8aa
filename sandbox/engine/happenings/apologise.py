"""Somebody says sorry to another.

Theory: T1, T25, T28. It is heard as any apology is: blame goes as far as the speaker's face and effort show that it is
felt. Both then have half of their thought at each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.amends import relent
from sandbox.engine.happenings.column_edits import changed, drawn, tied
from sandbox.engine.happenings.happening import Kind, speaker

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, amount: float) -> World:
    doer = speaker(world, event)
    world, row = tied(world, doer, event.who)
    world = world.with_ties(attention=drawn(world, row))
    world, back = tied(world, event.who, doer)
    world = world.with_ties(attention=drawn(world, back), noticed=changed(world.ties.noticed, back, 1.0))
    return relent(world, np.array([back]), amount)


KIND = Kind(
    "apologise",
    frozenset({"who", "by", "amount"}),
    frozenset({"who"}),
    _apply,
    0.8,
    tone="neutral",
    spoken=True,
    minded=True,
    icon="apologise",
    sound="apologise",
)
