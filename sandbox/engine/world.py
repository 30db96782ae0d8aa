"""One moment of everything: people, ties, ground, tick, seed, switches and the log of causes.

A world never changes; `tick` makes the next one. Keeping an old world is a rewind, ticking one twice is a twin.
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.causes import Causes
from sandbox.engine.frozen import frozen
from sandbox.engine.links import Links
from sandbox.engine.near import Near
from sandbox.engine.streams import stream
from sandbox.engine.table import columns, replaced
from sandbox.engine.traces import NO_TRACES, Traces
from sandbox.engine.walls import Walls

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats
    from sandbox.engine.params import Parameters
    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties


@frozen
class Ground:
    """The map: its size in metres and its walls, a row (x1, y1, x2, y2) each."""

    width: float
    height: float
    walls: Floats
    """(W, 4) metres; nobody walks through them"""
    tall: Bools
    """(W,) those that nobody sees over"""

    def within(self, x: Floats, y: Floats, room: float) -> tuple[Floats, Floats]:
        """Return the nearest spots on the map, `room` metres from its edge (or in the middle of a tiny map)."""
        room_x, room_y = min(room, self.width / 2), min(room, self.height / 2)
        return np.clip(x, room_x, self.width - room_x), np.clip(y, room_y, self.height - room_y)

    @cached_property
    def fences(self) -> Walls:
        """What finds the walls in the way of a step, once for all worlds that stand on this ground."""
        return Walls.of(self.walls, self.width, self.height)

    @cached_property
    def screens(self) -> Walls:
        """What finds the tall walls in the way of a look."""
        return Walls.of(self.walls[self.tall], self.width, self.height)


_LITTLE: Final = {np.float64: np.dtype("<f8"), np.int64: np.dtype("<i8")}
"""How numbers lie in memory when a digest is taken, on every machine."""


@frozen
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
    journal: bool = True
    """whether what happens is written down; nothing depends on it"""
    traces: Traces = NO_TRACES
    """what the steps of a tick leave for one another; none between two ticks"""
    listed: Near | None = None
    """who was near whom when that was last looked up; `near` says it of now"""

    @classmethod
    def start(
        cls,
        people: People,
        ties: Ties,
        ground: Ground,
        params: Parameters,
        *,
        seed: int,
        off: frozenset[str],
        journal: bool = True,
    ) -> World:
        """Make the world of tick 0."""
        links = Links.of(ties, len(people))
        return cls(seed, params, ground, people, ties, links, Causes.empty(), off=off, journal=journal)

    def with_people(self, **columns: object) -> World:
        """Return this world with some columns of its people replaced."""
        return replaced(self, people=replaced(self.people, **columns))

    def with_ties(self, **columns: object) -> World:
        """Return this world with some columns of its ties replaced; observer and target must stay."""
        return replaced(self, ties=replaced(self.ties, **columns))

    def leaving(self, **traces: object) -> World:
        """Return this world with some traces of what has just taken place."""
        return replaced(self, traces=replaced(self.traces, **traces))

    def near(self) -> Near:
        """List the ties between people who are near each other; kept as `listed`, it serves the next worlds too."""
        if self.listed is None:
            return Near.of(self.people, self.links, self.params)
        return self.listed.fresh(self.people, self.links, self.params)

    def draw(self, purpose: str) -> Floats:
        """Draw (N,) numbers in [0, 1) for one purpose in this tick."""
        return stream(self.seed, self.tick, purpose).random(len(self.people))

    def digest(self) -> str:
        """Return a fingerprint of the whole state, without the journal: 32 hexadecimal digits.

        It is the same if and only if every number of the state is, on every machine. A zero has no sign in it: which of
        0.0 and -0.0 is the greater is left to each processor.
        """
        digest = hashlib.blake2b(digest_size=16)
        digest.update(repr((self.tick, self.seed, sorted(self.off))).encode())
        for table in (self.people, self.ties):
            kind: type = type(table)
            for name, declared in columns(kind).items():
                if declared.owner != "why":
                    column = getattr(table, name)
                    unsigned = column + 0.0 if declared.type is np.float64 else column  # -0.0 + 0.0 is 0.0
                    digest.update(np.ascontiguousarray(unsigned, _LITTLE[declared.type]).data)
        return digest.hexdigest()
