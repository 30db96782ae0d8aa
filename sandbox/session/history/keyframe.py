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

PORTION: Final = 2**17
"""Packed bytes that are unpacked in one go, so that no picture has to wait for a whole crowd: some 2 ms."""

OBJECTS: Final = 4_000
"""Bytes that a keyframe takes besides its numbers."""

TABLES: Final = frozenset({"people", "ties", "links", "listed"})
"""What of a world is packed, or made anew from what is."""


class Keyframe:
    """A packed moment; until it is packed, the moment itself."""

    __slots__ = ("_changed", "_length", "_loose", "_numbers", "_packing", "_rest", "_sizes", "_story", "bytes", "tick")

    def __init__(self, moment: Moment) -> None:
        """Keep a moment, yet to be packed."""
        self.tick = moment.tick
        """its moment"""
        self.bytes = 0
        """what it takes; 0 until it is packed"""
        self._loose: Moment | None = moment
        self._story = moment.story
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
        return next(moment for moment in self.unpacked() if moment is not None)

    def unpacked(self) -> Iterator[Moment | None]:
        """Unpack the moment portion by portion, and yield None until it is there."""
        if self._loose is not None:
            yield self._loose
            return
        unpacker, packed, numbers, filled = zlib.decompressobj(), self._numbers, np.empty(self._length, np.uint8), 0
        for begin in range(0, len(packed), PORTION):
            if begin:
                yield None
            part = np.frombuffer(unpacker.decompress(packed[begin : begin + PORTION]), np.uint8)
            numbers[filled : filled + len(part)] = part
            filled += len(part)
        numbers.setflags(write=False)
        yield self._moment(numbers)

    def _moment(self, numbers: NDArray[np.uint8]) -> Moment:
        """Put the moment together from all its numbers."""
        people, ties, before = self._sizes
        now, begin = _read(numbers, 0, People, columns(People), people)
        between, begin = _read(numbers, begin, Ties, columns(Ties), ties)
        changed, _ = _read(numbers, begin, People, self._changed, before)
        tables = People(**now), Ties(**between)
        world = World(people=tables[0], ties=tables[1], links=Links.of(tables[1], people), listed=None, **self._rest)
        return Moment(world, replaced(tables[0], **changed), self._story)

    def _packed(self, moment: Moment) -> Iterator[None]:
        """Pack a moment piece by piece."""
        world, before = moment.world, moment.before
        now, then = vars(world.people), vars(before)
        self._changed = tuple(name for name in then if then[name] is not now[name])
        self._sizes = len(world.people), len(world.ties), len(before)
        packer, parts, self._length = zlib.compressobj(LEVEL), list[bytes](), 0
        for column in (*now.values(), *vars(world.ties).values(), *(then[name] for name in self._changed)):
            data = memoryview(column.tobytes())
            while data:
                part = data[: PIECE - self._length % PIECE]
                parts.append(packer.compress(part))
                self._length, data = self._length + len(part), data[len(part) :]
                if self._length % PIECE == 0:
                    yield
        parts.append(packer.flush())
        self._numbers = mmap(-1, sum(map(len, parts)))
        for packed in parts:
            self._numbers.write(packed)
        self._rest = {name: value for name, value in vars(world).items() if name not in TABLES}
        self.bytes = OBJECTS + -(-len(self._numbers) // PAGESIZE) * PAGESIZE
        self._loose = None


def _read(
    numbers: NDArray[np.uint8], begin: int, table: type, names: Iterable[str], rows: int
) -> tuple[dict[str, NDArray[Any]], int]:
    """Read columns of a table with so many rows from where they begin; also return where they end."""
    found, declared = dict[str, "NDArray[Any]"](), columns(table)
    for name in names:
        shape = declared[name].shape(rows)
        found[name] = np.frombuffer(numbers, declared[name].type, prod(shape), begin).reshape(shape)
        begin += found[name].nbytes
    return found, begin
