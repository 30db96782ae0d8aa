"""A moment that is kept for long: a world with its columns packed to a third or less.

Most of what people and ties remember is the same number many times over, which packs well; nothing is rounded. The
packed bytes lie in pages of their own, which go back to the system as a whole. Among the small objects of every tick
they would leave holes that the next moment, packed a little larger, does not fit into: half as much memory again after
a day.
"""

from __future__ import annotations

import zlib
from math import prod
from mmap import mmap
from typing import TYPE_CHECKING, Any, Final, Generic

import numpy as np

from sandbox.engine.links import Links
from sandbox.engine.table import Table, altered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sandbox.engine.world import World

LEVEL: Final = 1
"""Of zlib. A thousand people with 20,000 ties pack in 70 ms and unpack in 30; more effort gains 6 % for twice that."""


class Keyframe:
    """A packed world."""

    __slots__ = ("_people", "_rest", "_ties", "tick")

    def __init__(self, world: World) -> None:
        """Pack a world."""
        self.tick = world.tick
        """its moment"""
        self._people, self._ties = _Packed(world.people), _Packed(world.ties)
        people, ties = self._people.empty, self._ties.empty
        self._rest = altered(world, people=people, ties=ties, links=Links.of(ties, 0), listed=None)

    def world(self) -> World:
        """Unpack the world, the same bit for bit."""
        people, ties = self._people.table(), self._ties.table()
        return altered(self._rest, people=people, ties=ties, links=Links.of(ties, len(people)))


class _Packed(Generic[Table]):
    """The columns of a table, one after the other."""

    __slots__ = ("empty", "numbers", "shapes")

    def __init__(self, table: Table) -> None:
        columns: dict[str, NDArray[Any]] = vars(table)
        self.shapes = {name: column.shape for name, column in columns.items()}
        self.empty = altered(table, **{name: column[:0].copy() for name, column in columns.items()})
        packer = zlib.compressobj(LEVEL)
        parts = [*(packer.compress(column.tobytes()) for column in columns.values()), packer.flush()]
        self.numbers = mmap(-1, sum(map(len, parts)))
        for part in parts:
            self.numbers.write(part)

    def table(self) -> Table:
        """Give the table back; its columns can be read only."""
        numbers, begin = zlib.decompress(self.numbers), 0
        columns: dict[str, NDArray[Any]] = {}
        for name, shape in self.shapes.items():
            count, kind = prod(shape), getattr(self.empty, name).dtype
            columns[name] = np.frombuffer(numbers, kind, count, begin).reshape(shape)
            begin += columns[name].nbytes
        return altered(self.empty, **columns)
