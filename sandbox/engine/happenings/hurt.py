"""Somebody is hurt: by bad luck, or by somebody.

Theory: T2, T24, T26, T29. A wound, and the fun is over; who strikes is in touch with the trouble from then on, and the
struck remember it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.happenings.column_edits import changed, feels, harmed, tied
from sandbox.engine.happenings.happening import Kind
from sandbox.engine.people import NOBODY
from sandbox.engine.resemblance import carried_over

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, amount: float) -> World:
    people = world.people
    wound = changed(people.wound, event.who, min(1.0, people.wound[event.who] + amount))
    world = world.with_people(
        wound=wound,
        treat=changed(people.treat, event.who, min(0.0, people.treat[event.who])),
    )
    if event.by == NOBODY:
        return world
    world = harmed(world, event.by, event.who)
    if not feels(world, event.who):
        return world
    world, row = tied(world, event.who, event.by)
    world = carried_over(world, event.who, event.by, -amount)
    ties = world.ties
    return world.with_ties(
        affinity=changed(ties.affinity, row, max(-1.0, ties.affinity[row] - amount)),
        affinity_anchor=changed(ties.affinity_anchor, row, max(-1.0, ties.affinity_anchor[row] - amount / 2)),
        blame=changed(ties.blame, row, np.minimum(1.0, ties.blame[row] + amount)),
        fear=changed(ties.fear, row, min(1.0, ties.fear[row] + amount * world.params.fear_rate)),
    )


KIND = Kind(
    "hurt",
    frozenset({"who", "by", "amount"}),
    frozenset({"who"}),
    _apply,
    0.7,
    tone="unpleasant",
    blow=True,
    icon="hurt",
    sound="hurt",
)
