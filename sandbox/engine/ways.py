"""Ways: what somebody who is on an errand can see of the way before them.

Theory: T8, T13. Whoever walks towards a beggar knows that they will pass, and what it would cost to go round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.curves import nearness_at, positive, share

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.realm import Realm

NONE: Final = 0
STRAIGHT: Final = 1
ROUND: Final = 2
OUT: Final = 3
"""What the column `errand` holds."""


def detour(world: Realm, doer: Ints) -> Floats:
    """Return (M,) how many metres the other way round is longer; below 0 for who has no errand or no other way."""
    people = world.people
    if not np.count_nonzero(people.errand):
        return np.full(len(doer), -1.0)
    x, y = people.x[doer], people.y[doer]
    to_x, to_y, by_x, by_y = (
        column[doer] for column in (people.errand_x, people.errand_y, people.detour_x, people.detour_y)
    )
    straight = np.sqrt((to_x - x) ** 2 + (to_y - y) ** 2)
    round_by = np.sqrt((by_x - x) ** 2 + (by_y - y) ** 2) + np.sqrt((to_x - by_x) ** 2 + (to_y - by_y) ** 2)
    choice = (people.errand[doer] > 0) & ((by_x != to_x) | (by_y != to_y))
    return np.where(choice, positive(round_by - straight), -1.0)


def passing(world: Realm, doer: Ints, target: Ints, nearness: Floats) -> Floats:
    """Return (M,) how near the doers' way will bring them to their targets, at its nearest; `nearness` if it is now."""
    people = world.people
    if not np.count_nonzero(people.errand):
        return nearness
    x, y, to_x, to_y = (column[doer] for column in (people.x, people.y, people.errand_x, people.errand_y))
    by_x = np.where(people.errand[doer] == ROUND, people.detour_x[doer], to_x)
    by_y = np.where(people.errand[doer] > 1, people.detour_y[doer], to_y)
    there = people.x[target], people.y[target]
    nearest = np.minimum(_from_way(*there, x, y, by_x, by_y), _from_way(*there, by_x, by_y, to_x, to_y))
    ahead = nearness_at(np.sqrt(nearest), world.law(doer).reach)
    return np.where(people.errand[doer] > 0, np.maximum(nearness, ahead), nearness)


def _from_way(x: Floats, y: Floats, x1: Floats, y1: Floats, x2: Floats, y2: Floats) -> Floats:
    """Return (M,) the square of the distance from a spot to the straight way between two others, metres."""
    across, down = x2 - x1, y2 - y1
    length = across * across + down * down
    along = share(((x - x1) * across + (y - y1) * down) / np.where(length > 0, length, 1.0))
    return (x - x1 - along * across) ** 2 + (y - y1 - along * down) ** 2
