"""A moment that is kept for long: a world with its columns packed to a third or less.

Most of what people and ties remember is the same number many times over, which packs well; nothing is rounded. The
packed bytes lie in pages of their own, which go back to the system as a whole. Among the small objects of every tick
they would leave holes that the next moment, packed a little larger, does not fit into: half as much memory again after
a day. For the same reason all keyframes share what is left of a table without its rows.
"""

from __future__ import annotations

import zlib
from math import prod
from mmap import mmap
from typing import TYPE_CHECKING, Any, Final, Generic

import numpy as np

from sandbox.engine.links import Links
from sandbox.engine.table import Table, replaced

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sandbox.engine.world import World

    Kinds = tuple[tuple[str, np.dtype[Any], int], ...]
    """of each column its name, its type, and how many dimensions it has"""

LEVEL: Final = 1
"""Of zlib. A thousand people with 20,000 ties pack in 70 ms and unpack in 30; more effort gains 6 % for twice that."""

EMPTY: Final[dict[Kinds, Any]] = {}
"""The tables of all keyframes, without their rows."""

UNLINKED: Final = Links(0, *[np.zeros(0, np.int64)] * 7)
"""The index of no ties."""


class Keyframe:
    """A packed world."""

    __slots__ = ("_people", "_rest", "_ties", "tick")

    def __init__(self, world: World) -> None:
        """Pack a world."""
        self.tick = world.tick
        """its moment"""
        self._people, self._ties = _Packed(world.people), _Packed(world.ties)
        self._rest = replaced(world, people=self._people.empty, ties=self._ties.empty, links=UNLINKED, listed=None)

    def world(self) -> World:
        """Unpack the world, the same bit for bit."""
        people, ties = self._people.table(), self._ties.table()
        return replaced(self._rest, people=people, ties=ties, links=Links.of(ties, len(people)))


class _Packed(Generic[Table]):
    """The columns of a table, one after the other."""

    __slots__ = ("_shapes", "empty", "numbers")

    def __init__(self, table: Table) -> None:
        columns: dict[str, NDArray[Any]] = vars(table)
        kinds = tuple((name, column.dtype, column.ndim) for name, column in columns.items())
        self.empty: Table = EMPTY.setdefault(
            kinds, replaced(table, **{name: np.zeros((0,) * axes, kind) for name, kind, axes in kinds})
        )
        self._shapes = tuple(column.shape for column in columns.values())
        packer = zlib.compressobj(LEVEL)
        parts = [*(packer.compress(column.tobytes()) for column in columns.values()), packer.flush()]
        self.numbers = mmap(-1, sum(map(len, parts)))
        for part in parts:
            self.numbers.write(part)

    def table(self) -> Table:
        """Return the table; its columns can be read only."""
        numbers, begin = zlib.decompress(self.numbers), 0
        columns: dict[str, NDArray[Any]] = {}
        for (name, none), shape in zip(vars(self.empty).items(), self._shapes, strict=True):
            columns[name] = np.frombuffer(numbers, none.dtype, prod(shape), begin).reshape(shape)
            begin += columns[name].nbytes
        return replaced(self.empty, **columns)
