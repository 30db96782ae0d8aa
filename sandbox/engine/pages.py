"""Where records and tables lie: pages that worlds with one past share, of which the oldest are forgotten.

Theory: design. Whoever plays for a day wants to know why somebody did what they did a minute ago, not why they did it
yesterday. So memory is bounded, whatever the length of play and however often it branches: the tables behind choices,
which take most, go first, and after them the records. No rule of the engine reads a record, so nothing that happens
depends on what is still known.

What stays for hours must not lie among the columns that every tick makes and drops, or they leave holes around it that
the next ones, a little larger, do not fit into. So it lies apart, in memory that goes back to the system as a whole.
"""

from __future__ import annotations

from bisect import bisect_right
from mmap import mmap
from operator import attrgetter
from typing import TYPE_CHECKING, Final
from weakref import ref

import numpy as np

from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Buffer = bytes | memoryview

PARENTS: Final = 3
"""How many parents a record keeps, in the order in which they are given."""

ROW: Final = np.dtype(
    [
        ("tick", "i4"),
        ("kind", "i2"),
        ("detail", "i2"),
        ("who", "i4"),
        ("whom", "i4"),
        ("own", "i2"),
        ("value", "f8"),
        ("parents", "i4", (PARENTS,)),
        ("weights", "f4", (PARENTS,)),
    ]
)
"""50 bytes a record: a crowd writes hundreds of them every second."""

LOST: Final = -1
"""The kind of a record that was not written into the save from which play went on: it is forgotten, too."""

FIRST_PAGE: Final = 64
"""Records for which a branch makes room at first; each page after it has twice the room, up to PAGE."""

PAGE: Final = 4096
"""Records for which room is made at a time."""

KEPT_RECORDS: Final = 5 * 2**17
"""Records that are kept, of all branches together, 33 MB: some two hours of 200 people, or 12 minutes of 1,000."""

KEPT_TABLES: Final = 32_000_000
"""Bytes of tables that are kept, of all branches together: half an hour of 200 people, or three minutes of 1,000."""

OBJECTS: Final = 250
"""Bytes that the tables of one moment take besides their numbers."""

HEAD: Final = 12
"""Bytes before packed tables: how many choices, options and terms there are."""

CHUNK: Final = 2**18
"""Bytes that are taken from the system at a time, for tables."""

FORGOTTEN: Final = np.zeros(0, ROW)
"""The records of every page that is forgotten."""


def pack(tables: NDArray[np.float64]) -> bytes:
    """Pack (K, A, T) tables of K choices; the terms of an option that was not possible are nan.

    Of 23 options some nine are possible at a time, and most of a possible one's terms are 0: a sixth is left, in single
    precision. In this order: K, A and T; how many terms count up to the end of each choice; those terms; which options
    were possible; which terms count.
    """
    tables = np.ascontiguousarray(tables)
    possible = ~np.isnan(tables[:, :, 0])
    counted = possible[:, :, None] & (tables != 0)
    ends = np.add.reduce(counted.reshape(len(counted), -1), axis=1).cumsum(dtype=np.int32)
    head, values = np.array(tables.shape, np.int32), tables[counted].astype(np.float32)
    parts = head, ends, values, np.packbits(possible), np.packbits(counted)
    return b"".join(part.tobytes() for part in parts)


def choices(packed: Buffer) -> int:
    """Count the choices of packed tables."""
    return int(np.frombuffer(packed, np.int32, 1)[0])


def unpack(packed: Buffer, place: int) -> NDArray[np.float32]:
    """Unpack one (A, T) table; nan stands where an option was not possible."""
    head = np.frombuffer(packed, np.int32, 3)
    count, options, terms = head.tolist()
    ends = np.frombuffer(packed, np.int32, count, head.nbytes)
    values = np.frombuffer(packed, np.float32, ends[-1], head.nbytes + ends.nbytes)
    bits = np.frombuffer(packed, np.uint8, -1, head.nbytes + ends.nbytes + values.nbytes)
    split = -(-count * options // 8)
    possible = np.unpackbits(bits[:split], count=count * options).reshape(count, options)[place]
    counted = np.unpackbits(bits[split:], count=count * options * terms).reshape(count, options, terms)[place]
    table = np.where(possible[:, None] == 1, np.zeros((options, terms), np.float32), np.float32(np.nan))
    table[counted == 1] = values[ends[place] - np.count_nonzero(counted) : ends[place]]
    return table


def possible(packed: Buffer) -> NDArray[np.bool_]:
    """Return (K, A) which options were possible."""
    count, options, _ = np.frombuffer(packed, np.int32, 3).tolist()
    values = int(np.frombuffer(packed, np.int32, 1, HEAD + 4 * (count - 1))[0])
    bits = np.frombuffer(packed, np.uint8, -(-count * options // 8), HEAD + 4 * (count + values))
    flags: NDArray[np.bool_] = np.unpackbits(bits, count=count * options).reshape(count, options) == 1
    return flags


def fault(packed: Buffer, options: int, terms: int, largest: float) -> bool:
    """Return whether bytes are no packed tables of so many options and terms with values up to `largest`."""
    if len(packed) < HEAD:
        return True
    count, rows, wide = np.frombuffer(packed, np.int32, 3).tolist()
    if (rows, wide) != (options, terms) or not 0 < count <= len(packed):
        return True
    room = len(packed) - HEAD - 4 * count - -(-count * options // 8) - -(-count * options * terms // 8)
    if room < 0 or room % 4:
        return True
    ends = np.frombuffer(packed, np.int32, count, HEAD)
    values = np.frombuffer(packed, np.float32, room // 4, HEAD + 4 * count)
    bits = np.frombuffer(packed, np.uint8, -1, HEAD + 4 * count + room)[-(-count * options // 8) :]
    counted = np.unpackbits(bits, count=count * options * terms).reshape(count, options, terms)
    fits = (np.cumsum(np.count_nonzero(counted, axis=(1, 2))) == ends).all() and ends[-1] == len(values)
    return not (fits and (np.abs(values) <= largest).all() and not (counted.any(axis=2) & ~possible(packed)).any())


class Store:
    """Takes in pieces of bytes, one after the other; a chunk goes back to the system with the last of its pieces."""

    __slots__ = ("_chunk",)

    def __init__(self) -> None:
        """Begin without a chunk."""
        self._chunk = memoryview(b"")

    def put(self, piece: bytes) -> memoryview:
        """Copy a piece, and give where it lies."""
        if len(piece) > len(self._chunk):
            self._chunk = memoryview(mmap(-1, max(CHUNK, len(piece))))
        kept, self._chunk = self._chunk[: len(piece)], self._chunk[len(piece) :]
        kept[:] = piece
        return kept


class Page:
    """Records with ids from `start` on, and the tables of the choices among them."""

    __slots__ = ("__weakref__", "_first", "_store", "_tables", "bytes", "rows", "start")

    def __init__(self, start: int, rows: int, store: Store) -> None:
        """Make room for so many records, more than none; their tables go to `store`."""
        self.start, self._store = start, store
        self.rows: NDArray[np.void] = np.frombuffer(mmap(-1, rows * ROW.itemsize), ROW)
        """the records, written and yet to be written, these without parents; none once it is forgotten"""
        self.rows["whom"] = self.rows["parents"] = NOBODY
        self.bytes = 0
        """what its tables take"""
        self._tables: list[memoryview] = []
        self._first: list[int] = []

    def put(self, identity: int, tables: NDArray[np.float64]) -> None:
        """Keep the (K, A, T) tables of K choices that begin with this id, the newest so far."""
        self.keep(identity, pack(tables))

    def table(self, identity: int) -> NDArray[np.float32] | None:
        """Return the (A, T) table of a record, or None if it has none or none any more."""
        place = bisect_right(self._first, identity) - 1
        if place < 0 or identity - self._first[place] >= choices(self._tables[place]):
            return None
        return unpack(self._tables[place], identity - self._first[place])

    def holds(self, identity: int) -> bool:
        """Return whether a record of this page is known."""
        return len(self.rows) > 0 and bool(self.rows["kind"][identity - self.start] != LOST)

    def pieces(self) -> list[tuple[int, memoryview]]:
        """List the packed tables, each with the id of its first choice; play may go on meanwhile in another thread."""
        return [*zip(self._first, self._tables, strict=False)]

    def keep(self, identity: int, packed: bytes) -> None:
        """Take in tables that are packed already, of choices that begin with this id."""
        self._tables.append(self._store.put(packed))
        self._first.append(identity)
        self.bytes += OBJECTS + len(packed)

    def forget_tables(self) -> None:
        """Drop the tables, but not the records."""
        self._tables, self._first, self.bytes = [], [], 0

    def forget(self) -> None:
        """Drop everything."""
        self.forget_tables()
        self.rows = FORGOTTEN


class Shelf:
    """All pages of worlds that began as one; those that no world knows any more are gone by themselves."""

    __slots__ = ("_pages", "_store")

    def __init__(self) -> None:
        """Begin without a page."""
        self._pages: list[ref[Page]] = []
        self._store = Store()

    def page(self, start: int, rows: int) -> Page:
        """Make a new page; what was written longest ago is forgotten for it, if there is too much."""
        page = Page(start, rows, self._store)
        live = [known for known in (weak() for weak in self._pages) if known is not None and len(known.rows)]
        self._pages = [*map(ref, live), ref(page)]
        records, tables = KEPT_RECORDS - rows, KEPT_TABLES
        for older in reversed(live):
            records, tables = records - len(older.rows), tables - older.bytes
            if records < 0:
                older.forget()
            elif tables < 0:
                older.forget_tables()
        return page


class Log:
    """One branch: pages in the order of their ids, each ending where the next begins."""

    __slots__ = ("_room", "_shelf", "count", "pages")

    def __init__(self, shelf: Shelf, pages: list[Page], count: int) -> None:
        """Go on after `count` records, which the pages hold."""
        self._shelf = shelf
        self._room, self.pages, self.count = 0, pages, count

    def until(self, count: int) -> Log:
        """Branch off a log of the first `count` records; it shares their pages and writes on its own."""
        shared = bisect_right(self.pages, count - 1, key=attrgetter("start"))
        return Log(self._shelf, self.pages[:shared], count)

    def add(self, rows: int) -> tuple[Page, NDArray[np.void]]:
        """Make the log longer by so many records, which the caller fills in; also give the page that they are on."""
        if not self._room or self.count + rows > self.pages[-1].start + len(self.pages[-1].rows):
            self._room = max(rows, min(PAGE, 2 * self._room or FIRST_PAGE))
            page = self._shelf.page(self.count, self._room)
            self.pages = [*(known for known in self.pages if len(known.rows)), page]
        page = self.pages[-1]
        first = self.count - page.start
        self.count += rows
        return page, page.rows[first : first + rows]

    def find(self, identity: int) -> Page | None:
        """Return the page with this record, or None if it is forgotten."""
        place = bisect_right(self.pages, identity, key=attrgetter("start")) - 1
        page = self.pages[place] if place >= 0 else None
        return page if page is not None and page.holds(identity) else None
