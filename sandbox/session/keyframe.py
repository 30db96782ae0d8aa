"""A moment that is kept for long: its columns packed to a third or less.

Most of what people and ties remember is the same number many times over, which packs well; nothing is rounded. Of the
people one tick earlier, only the columns are packed that are not the same. The packed bytes lie in pages of their own,
which go back to the system as a whole. Among the small objects of every tick they would leave holes that the next
moment, packed a little larger, does not fit into: half as much memory again after a day.
"""

from __future__ import annotations

import zlib
from math import prod
from mmap import PAGESIZE, mmap
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sandbox.engine.links import Links
from sandbox.engine.people import People
from sandbox.engine.table import columns, replaced
from sandbox.engine.ties import Ties
from sandbox.engine.world import World
from sandbox.session.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

LEVEL: Final = 1
"""Of zlib. A thousand people with 20,000 ties pack in 70 ms and unpack in 30; more effort gains 6 % for twice that."""

PIECE: Final = 2**19
"""Bytes that are packed in one go, so that no tick has to wait for a whole crowd: some 5 ms."""

OBJECTS: Final = 4_000
"""Bytes that a keyframe takes besides its numbers."""

TABLES: Final = frozenset({"people", "ties", "links", "listed"})
"""What of a world is packed, or made anew from what is."""


class Keyframe:
    """A packed moment; until it is packed, the moment itself."""

    __slots__ = ("_changed", "_loose", "_numbers", "_packing", "_rest", "_sizes", "bytes", "tick")

    def __init__(self, moment: Moment) -> None:
        """Keep a moment, yet to be packed."""
        self.tick = moment.tick
        """its moment"""
        self.bytes = 0
        """what it takes; 0 until it is packed"""
        self._loose: Moment | None = moment
        self._packing = self._packed(moment)

    @classmethod
    def packed(cls, moment: Moment) -> Keyframe:
        """Keep a moment and pack it at once."""
        keyframe = cls(moment)
        while not keyframe.pack():
            pass
        return keyframe

    def pack(self) -> bool:
        """Pack one more piece; return whether that was the last."""
        next(self._packing, None)
        return self._loose is None

    def moment(self) -> Moment:
        """Return the moment, the same bit for bit; its columns can be read only."""
        if self._loose is not None:
            return self._loose
        numbers, (people, ties, before) = zlib.decompress(self._numbers), self._sizes
        now, begin = _read(numbers, 0, People, columns(People), people)
        between, begin = _read(numbers, begin, Ties, columns(Ties), ties)
        changed, _ = _read(numbers, begin, People, self._changed, before)
        tables = People(**now), Ties(**between)
        world = World(people=tables[0], ties=tables[1], links=Links.of(tables[1], people), listed=None, **self._rest)
        return Moment(world, replaced(tables[0], **changed))

    def _packed(self, moment: Moment) -> Iterator[None]:
        """Pack a moment piece by piece."""
        world, before = moment.world, moment.before
        now, then = vars(world.people), vars(before)
        self._changed = tuple(name for name in then if then[name] is not now[name])
        self._sizes = len(world.people), len(world.ties), len(before)
        packer, parts, waiting = zlib.compressobj(LEVEL), list[bytes](), 0
        for column in (*now.values(), *vars(world.ties).values(), *(then[name] for name in self._changed)):
            parts.append(packer.compress(column.tobytes()))
            waiting += column.nbytes
            if waiting > PIECE:
                waiting = 0
                yield
        parts.append(packer.flush())
        self._numbers = mmap(-1, sum(map(len, parts)))
        for part in parts:
            self._numbers.write(part)
        self._rest = {name: value for name, value in vars(world).items() if name not in TABLES}
        self.bytes = OBJECTS + -(-len(self._numbers) // PAGESIZE) * PAGESIZE
        self._loose = None


def _read(
    numbers: bytes, begin: int, table: type, names: Iterable[str], rows: int
) -> tuple[dict[str, NDArray[Any]], int]:
    """Read columns of a table with so many rows from where they begin; also return where they end."""
    found, declared = dict[str, "NDArray[Any]"](), columns(table)
    for name in names:
        shape = declared[name].shape(rows)
        found[name] = np.frombuffer(numbers, declared[name].type, prod(shape), begin).reshape(shape)
        begin += found[name].nbytes
    return found, begin
