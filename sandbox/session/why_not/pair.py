"""Pair: how one person has another in mind at a moment, as the engine's own steps read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.engine.fact import Fact
from sandbox.engine.mind import Mind
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.engine.world import World


class Found(NamedTuple):
    """What was found at a gate."""

    gate: str
    """one of gates.GATES"""
    finding: str = "open"
    other: int = NOBODY
    option: str = ""


class Pair:
    """Two people in a world in which the one knows of the other."""

    def __init__(self, world: World, who: int, whom: int) -> None:
        """Take their rows."""
        self.world, self.who, self.whom = world, who, whom
        self.doer: Ints = np.array([who])
        self.row = self.tie(whom)
        self.mind = Mind(world, self.doer, np.array([self.row]))

    def tie(self, whom: int) -> int:
        """Return the row of the one's tie to anybody, or NOBODY."""
        return int(self.world.links.rows(self.doer, np.array([whom]))[0])

    def of(self, name: str) -> float:
        """Return a number of the tie between them: a column, or a fact of the one's mind."""
        return float(np.asarray(getattr(self.mind, name)).reshape(-1)[0])

    @Fact
    def focus(self) -> int:
        """Row of whoever is most on the one's mind, or NOBODY: whom choices are about."""
        tie = int(self.world.links.strongest(self.world.ties.attention)[self.who])
        if tie == NOBODY or self.world.ties.attention[tie] <= self.world.params.focus_share:
            return NOBODY
        return int(self.world.ties.target[tie])

    @Fact
    def shuns(self) -> bool:
        """Whether the one keeps the eyes off the other."""
        kept_off = self.world.ties.averted[self.row] > self.world.params.glance_share
        return bool(kept_off or self.world.people.avoiding[self.who] == self.whom)

    def suffers(self, person: int) -> bool:
        """Return whether somebody feels so bad, in truth, that help could be about it."""
        return bool(-self.world.people.felt[person] >= self.world.params.need_threshold)

    def unwell(self, person: int) -> bool:
        """Return whether somebody is so wounded or ill that nobody counts on them."""
        people = self.world.people
        return bool(people.wound[person] + people.illness[person] >= self.world.params.need_threshold)

    def there(self, person: int) -> bool:
        """Return whether somebody is on the map."""
        return bool(self.world.people.present[person] > 0)
