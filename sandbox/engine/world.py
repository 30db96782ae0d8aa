"""One moment of everything: people, ties, ground, tick, seed, switches and the log of causes.

A world never changes; `tick` makes the next one. Keeping an old world is a rewind, ticking one twice is a twin.
"""

from __future__ import annotations

from _blake2 import blake2b  # hashlib has the same one, and would load all of OpenSSL, too.
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.causes import Causes
from sandbox.engine.curves import at_most
from sandbox.engine.frozen import frozen
from sandbox.engine.links import Links
from sandbox.engine.realm import EVERYBODY, Realm
from sandbox.engine.streams import stream
from sandbox.engine.table import columns, replaced
from sandbox.engine.traces import NO_TRACES
from sandbox.engine.walls import Walls

if TYPE_CHECKING:
    from typing import Unpack

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.causes import Entries
    from sandbox.engine.params import Parameters
    from sandbox.engine.people import People
    from sandbox.engine.realm import Who
    from sandbox.engine.ties import Ties


def inside(places: Floats, size: float | Floats, room: float | Floats) -> Floats:
    """Return the nearest places from `room` to `size` - `room` metres, or in the middle if that leaves none.

    Both may be columns, as where worlds differ (`Realm.law`).
    """
    least = at_most(room, size / 2)
    return np.minimum(np.maximum(places, least), size - least)


def between(people: People, one: Ints, other: Ints, walls: Walls) -> Bools:
    """Return (K,) between which (K,) people one of some walls stands."""
    if not len(walls.ends):
        return np.zeros(len(one), np.bool_)
    return walls.cross(people.x[one], people.y[one], people.x[other], people.y[other])


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
        return inside(x, self.width, room), inside(y, self.height, room)

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


@lru_cache
def _turns(count: int, spread: int, period: int) -> tuple[Ints, ...]:
    """List whose turn comes (period,) so many ticks before that of the first of so many people."""
    phases = np.arange(count) * spread % period
    order = phases.argsort(kind="stable")
    order.setflags(write=False)
    begins = phases[order].searchsorted(np.arange(period + 1)).tolist()
    return tuple(order[begin:end] for begin, end in pairwise(begins))


@frozen
class World(Realm):
    """One moment of one play-through."""

    seed: int
    params: Parameters
    ground: Ground
    causes: Causes
    off: frozenset[str]
    """the drives that are switched off, from vocabulary.DRIVES"""

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
        return cls(
            people=people,
            ties=ties,
            links=Links.of(ties, len(people)),
            tick=0,
            journal=journal,
            traces=NO_TRACES,
            listed=None,
            seed=seed,
            params=params,
            ground=ground,
            causes=Causes.empty(),
            off=off,
        )

    def law(self, who: Who = EVERYBODY) -> Parameters:  # noqa: ARG002 - they are the same for all
        """See Realm."""
        return self.params

    def tie_law(self, rows: Who = EVERYBODY) -> Parameters:  # noqa: ARG002 - as above
        """See Realm."""
        return self.params

    def on(self, drive: str, who: Who = EVERYBODY) -> bool:  # noqa: ARG002 - as above
        """See Realm."""
        return drive not in self.off

    def where_on(self, drive: str, rows: Ints, who: Ints) -> Ints:  # noqa: ARG002 - as above
        """See Realm."""
        return rows[:0] if drive in self.off else rows

    def anywhere(self, drive: str) -> bool:
        """See Realm."""
        return drive not in self.off

    def numbers(self) -> Ints:
        """See Realm."""
        return np.arange(len(self.people))

    def turns(self, spread: int, period: int | Ints) -> Ints:
        """See Realm."""
        return _turns(len(self.people), spread, int(period))[-self.tick % int(period)]

    def draw(self, purpose: str, who: Ints) -> Floats:
        """See Realm."""
        return stream(self.seed, self.tick, purpose, len(self.people))[who]

    def kept_in(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """See Realm."""
        return self.ground.within(x, y, self.params.edge_room)

    def cut(self, who: Ints, x1: Floats, y1: Floats, x2: Floats, y2: Floats) -> Bools:  # noqa: ARG002 - as above
        """See Realm."""
        return self.ground.fences.cross(x1, y1, x2, y2)

    def hidden(self, observer: Ints, target: Ints) -> Bools:
        """See Realm."""
        return between(self.people, observer, target, self.ground.screens)

    def cells(self, column: Ints, row: Ints, width: int) -> Ints:
        """See Realm."""
        return row * width + column

    def reach(self) -> tuple[float, float]:
        """See Realm."""
        return max(self.params.sight_range, self.params.hearing_range), self.params.elbow_room

    def recorded(self, **entries: Unpack[Entries]) -> tuple[World, Ints]:
        """See Realm."""
        causes, ids = self.causes.add(tick=self.tick, **entries)
        return replaced(self, causes=causes), ids

    def happenings(self, who: Ints, ids: Ints) -> Ints:  # noqa: ARG002 - as above
        """See Realm."""
        return self.causes.happenings(ids)

    def digest(self) -> str:
        """Return a fingerprint of the whole state, without the journal: 32 hexadecimal digits.

        It is the same if and only if every number of the state is, on every machine. A zero has no sign in it: which of
        0.0 and -0.0 is the greater is left to each processor. What is rare is in it only where somebody has it.
        """
        digest = blake2b(digest_size=16)
        digest.update(repr((self.tick, self.seed, sorted(self.off))).encode())
        for table in (self.people, self.ties):
            kind: type = type(table)
            for name, declared in columns(kind).items():
                column = getattr(table, name)
                if declared.owner != "why" and not (declared.rare and (column == declared.start).all()):
                    digest.update(name.encode() if declared.rare else b"")
                    unsigned = column + 0.0 if declared.type is np.float64 else column  # -0.0 + 0.0 is 0.0
                    digest.update(np.ascontiguousarray(unsigned, _LITTLE[declared.type]).data)
        return digest.hexdigest()
