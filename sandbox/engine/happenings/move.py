"""Somebody is set down elsewhere.

Theory: design. The new spot is also where they idle from now on. Nobody has left a trouble by being set down elsewhere,
or by its being so (T25).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.happenings.column_edits import changed
from sandbox.engine.happenings.happening import Kind

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, _amount: float) -> World:
    people, who = world.people, event.who
    apart = (people.involved == who) | (np.arange(len(people)) == who)
    spot = world.ground.within(np.array(event.x), np.array(event.y), world.params.edge_room)
    x, y = float(spot[0]), float(spot[1])
    return world.with_people(
        contact=np.where(apart, 0.0, people.contact),
        x=changed(people.x, who, x),
        y=changed(people.y, who, y),
        goal_x=changed(people.goal_x, who, x),
        goal_y=changed(people.goal_y, who, y),
        home_x=changed(people.home_x, who, x),
        home_y=changed(people.home_y, who, y),
    )


KIND = Kind(
    "move",
    frozenset({"who", "x", "y"}),
    frozenset({"who", "x", "y"}),
    _apply,
    tone="neutral",
    icon="move",
    sound="move",
)
