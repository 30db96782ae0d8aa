"""Somebody denies what was said of them, or of another.

Theory: T32. The listener takes back what they only heard, as far as they like and trust the one who denies it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.denials import retract
from sandbox.engine.happenings.column_edits import drawn, tied
from sandbox.engine.happenings.happening import Kind
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, amount: float) -> World:
    denier = event.about if event.by == NOBODY else event.by
    world, row = tied(world, event.who, denier)
    world = world.with_ties(attention=drawn(world, row))
    listener, speaker, about = (np.array([one]) for one in (event.who, denier, event.about))
    return retract(world, listener, speaker, about, amount)


KIND = Kind(
    "contradict",
    frozenset({"who", "by", "about", "amount"}),
    frozenset({"who", "about"}),
    _apply,
    0.8,
    tone="neutral",
    minded=True,
    icon="contradict",
    sound="contradict",
)
