"""Near: which ties join two people who stand near each other, so that only those are looked at every tick.

Theory: design. Eyes, ears and elbows reach a few metres. A list of all ties within that reach, and somewhat more, stays
good until somebody has gone half of the surplus: then it is made anew (the neighbour list of Verlet, Phys. Rev. 159,
1967). What is worked out from it is the same, to the last bit, as if every tie were looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.frozen import frozen
from sandbox.engine.table import replaced

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.links import Links
    from sandbox.engine.people import People

SURPLUS: Final = 4.0
"""Metres by which the list reaches farther than anybody's senses."""
_STALE: Final = np.array((SURPLUS / 2) ** 2)
"""Square metres: by half of the surplus two people can go towards each other before one is missing."""


@frozen
class Pairs:
    """K ties by their rows, ascending, and whom they join."""

    rows: Ints
    observer: Ints
    target: Ints

    @classmethod
    def of(cls, links: Links, rows: Ints) -> Pairs:
        """Take these (K,) rows of the ties, ascending."""
        return cls(rows, links.observer[rows], links.target[rows])

    def apart(self, people: People) -> tuple[Floats, Floats]:
        """Return (K,) metres from observer to target, across and down."""
        return (
            people.x.take(self.target) - people.x.take(self.observer),  # Of many, faster than an index.
            people.y.take(self.target) - people.y.take(self.observer),
        )

    def only(self, among: Ints) -> Pairs:
        """Keep those at the places `among`."""
        return Pairs(self.rows[among], self.observer[among], self.target[among])


@frozen
class Near:
    """The ties that join people near each other."""

    senses: Pairs
    """all within reach of eyes or ears, and some beyond"""
    crowded: Pairs
    """all that are too close, and some beyond"""
    x: Floats
    """(N,) where everybody stood when the list was made"""
    y: Floats
    found: tuple[Floats, Floats]
    """the same, when it was last found to hold"""
    present: Ints
    """(N,) who was there"""
    links: Links
    """the ties of which it is a list"""
    reach: tuple[float, float]
    """metres, of senses and of elbows"""

    @classmethod
    def of(cls, people: People, links: Links, reach: tuple[float, float]) -> Near:
        """List the ties of `people` by where they stand now; senses and elbows `reach` so many metres."""
        far, close = (metres + SURPLUS for metres in reach)
        everybody = Pairs(np.arange(len(links.keys)), links.observer, links.target)
        across, down = everybody.apart(people)
        squares = across * across + down * down
        near = (squares <= far * far).nonzero()[0]
        near = near[(people.present[links.observer[near]] & people.present[links.target[near]]) > 0]
        senses = everybody.only(near)
        crowded = senses.only((squares[near] <= close * close).nonzero()[0])
        return cls(senses, crowded, people.x, people.y, (people.x, people.y), people.present, links, reach)

    def fresh(self, people: People, links: Links, reach: tuple[float, float]) -> Near:
        """Return this list if it still holds all who are near, else a new one."""
        if links is self.links and reach == self.reach and people.present is self.present:
            if people.x is self.found[0] and people.y is self.found[1]:
                return self
            across, down = people.x - self.x, people.y - self.y
            if not np.count_nonzero(across * across + down * down > _STALE):
                return self
        return Near.of(people, links, reach)

    def holding(self, people: People) -> Near:
        """Return this list, which holds for `people` as they stand now."""
        return replaced(self, found=(people.x, people.y))
