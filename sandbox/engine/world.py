"""One moment of everything: people, ties, ground, tick, seed, switches and the log of causes.

A world never changes; `tick` makes the next one. Keeping an old world is a rewind, ticking one twice is a twin.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.engine.causes import Causes
from sandbox.engine.links import Links
from sandbox.engine.streams import stream
from sandbox.engine.table import altered

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats
    from sandbox.engine.params import Parameters
    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties


class Ground(NamedTuple):
    """The map: its size in metres and its walls, a row (x1, y1, x2, y2) each."""

    width: float
    height: float
    walls: Floats
    """(W, 4) metres; nobody walks through them"""
    tall: Bools
    """(W,) those that nobody sees over"""

    def within(self, x: Floats, y: Floats, room: float) -> tuple[Floats, Floats]:
        """Give the nearest spots that lie on the map, `room` metres from its edge (or in the middle of a tiny map)."""
        room_x, room_y = min(room, self.width / 2), min(room, self.height / 2)
        return np.clip(x, room_x, self.width - room_x), np.clip(y, room_y, self.height - room_y)


@dataclass(frozen=True, eq=False)
class World:
    """One moment of one play-through."""

    seed: int
    params: Parameters
    ground: Ground
    people: People
    ties: Ties
    links: Links
    causes: Causes
    tick: int = 0
    off: frozenset[str] = frozenset()
    """the drives that are switched off, from vocabulary.DRIVES"""

    @classmethod
    def start(
        cls, people: People, ties: Ties, ground: Ground, params: Parameters, *, seed: int, off: frozenset[str]
    ) -> World:
        """Make the world of tick 0."""
        return cls(seed, params, ground, people, ties, Links.of(ties, len(people)), Causes.empty(), off=off)

    def with_people(self, **columns: object) -> World:
        """Return this world with some columns of its people replaced."""
        return altered(self, people=altered(self.people, **columns))

    def with_ties(self, **columns: object) -> World:
        """Return this world with some columns of its ties replaced; observer and target must stay."""
        return altered(self, ties=altered(self.ties, **columns))

    def draw(self, purpose: str) -> Floats:
        """Draw (N,) numbers in [0, 1) for one purpose in this tick."""
        return stream(self.seed, self.tick, purpose).random(len(self.people))

    def digest(self) -> str:
        """Fingerprint of the whole state: 32 hexadecimal digits, equal if and only if every bit of it is."""
        digest = hashlib.blake2b(digest_size=16)
        digest.update(repr((self.tick, self.seed, sorted(self.off), self.causes.count)).encode())
        for table in (self.people, self.ties):
            for column in fields(table):
                digest.update(
                    np.ascontiguousarray(getattr(table, column.name)).astype(column_type(table, column.name)).data
                )
        return digest.hexdigest()


def column_type(table: People | Ties, name: str) -> str:
    """Name the little-endian type of a column, the same on every machine."""
    return "<i8" if getattr(table, name).dtype == np.int64 else "<f8"
