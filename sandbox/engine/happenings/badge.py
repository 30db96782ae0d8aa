"""Somebody puts on the badge of another group.

Theory: T26. Nothing else changes; everybody who knows them feels about them a little as about those they now resemble,
and they feel about those who wear the same as about fellows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.curves import valence
from sandbox.engine.happenings.column_edits import changed
from sandbox.engine.happenings.happening import Kind
from sandbox.engine.resemblance import resembling

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, _amount: float) -> World:
    who, ties = event.who, world.ties
    rows = np.flatnonzero((ties.target == who) | (ties.observer == who))
    observer = ties.observer[rows]
    after = world.with_people(group=changed(world.people.group, who, event.group))
    before = resembling(world, observer, ties.target[rows])
    moved = resembling(after, observer, ties.target[rows]) - before
    affinity, anchor = ties.affinity.copy(), ties.affinity_anchor.copy()
    affinity[rows] = valence(affinity[rows] + moved)
    anchor[rows] = valence(anchor[rows] + moved)
    return after.with_ties(affinity=affinity, affinity_anchor=anchor)


KIND = Kind(
    "badge",
    frozenset({"who", "group"}),
    frozenset({"who", "group"}),
    _apply,
    tone="startling",
    icon="badge",
    sound="badge",
)
