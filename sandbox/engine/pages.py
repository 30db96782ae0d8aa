"""Where records and tables lie: pages that worlds with one past share, of which the oldest are forgotten.

Theory: design. Whoever plays for a day wants to know why somebody did what she did a minute ago, not why she did it
yesterday. So memory is bounded, whatever the length of play and however often it branches: the tables behind choices,
which take most, go first, and after them the records. No rule of the engine reads a record, so nothing that happens
depends on what is still known.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Final
from weakref import ref

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

PARENTS: Final = 3
"""How many parents a record keeps, in the order in which they are given."""

ROW: Final = np.dtype(
    [
        ("tick", "i4"),
        ("kind", "i2"),
        ("detail", "i2"),
        ("who", "i4"),
        ("whom", "i4"),
        ("value", "f8"),
        ("parents", "i4", (PARENTS,)),
        ("weights", "f4", (PARENTS,)),
    ]
)
"""48 bytes a record: a crowd writes hundreds of them every second."""

FIRST_PAGE: Final = 64
"""Records for which a branch makes room at first; each page after it has twice the room, up to PAGE."""

PAGE: Final = 4096
"""Records for which room is made at a time."""

KEPT_RECORDS: Final = 2**20
"""Records that are kept, of all branches together, 50 MB: some three hours of 200 people, or 20 minutes of 1,000."""

KEPT_TABLES: Final = 32_000_000
"""Bytes of tables that are kept, of all branches together: half an hour of 200 people, or three minutes of 1,000."""

OBJECTS: Final = 1_000
"""Bytes that the tables of one moment take besides their numbers."""


class Tables:
    """What each option was imagined to bring, for K choices of one moment; only what was possible and counted is kept.

    Of 23 options some nine are possible at a time, and most of a possible one's terms are 0: a sixth is left.
    """

    __slots__ = ("_counted", "_ends", "_possible", "_shape", "_values")

    def __init__(self, tables: NDArray[np.float64]) -> None:
        """Pack (K, A, T) tables; an option with nan among its terms was not possible."""
        possible = np.logical_and.reduce(~np.isnan(tables), axis=2)
        counted = possible[:, :, None] & (tables != 0)
        self._shape = tables.shape
        self._possible, self._counted = np.packbits(possible), np.packbits(counted)
        self._values = tables[counted].astype(np.float32)
        self._ends = np.cumsum(np.count_nonzero(counted, axis=(1, 2)), dtype=np.int32)

    def __len__(self) -> int:
        """Count the choices."""
        return len(self._ends)

    def __getitem__(self, place: int) -> NDArray[np.float32]:
        """Unpack one (A, T) table; nan stands where an option was not possible."""
        options, terms = self._shape[1:]
        possible = np.unpackbits(self._possible, count=len(self) * options).reshape(len(self), options)[place]
        counted = np.unpackbits(self._counted, count=len(self) * options * terms).reshape(self._shape)[place]
        table = np.where(possible[:, None] == 1, np.zeros((options, terms), np.float32), np.float32(np.nan))
        end = self._ends[place]
        table[counted == 1] = self._values[end - np.count_nonzero(counted) : end]
        return table

    @property
    def bytes(self) -> int:
        """What it takes in memory."""
        return OBJECTS + sum(part.nbytes for part in (self._possible, self._counted, self._values, self._ends))


class Page:
    """Records with ids from `start` on, and the tables of the choices among them."""

    __slots__ = ("__weakref__", "_first", "_tables", "bytes", "rows", "start")

    def __init__(self, start: int, rows: int) -> None:
        """Make room for so many records."""
        self.start = start
        self.rows: NDArray[np.void] = np.zeros(rows, ROW)
        """the records, written and yet to be written; none once it is forgotten"""
        self.bytes = 0
        """what its tables take"""
        self._tables: list[Tables] = []
        self._first: list[int] = []

    def put(self, identity: int, tables: Tables) -> None:
        """Keep the tables of choices that begin with this id, the newest so far."""
        self._tables.append(tables)
        self._first.append(identity)
        self.bytes += tables.bytes

    def table(self, identity: int) -> NDArray[np.float32] | None:
        """Give the (A, T) table of a record, or None if it has none or none any more."""
        place = bisect_right(self._first, identity) - 1
        if place < 0 or identity - self._first[place] >= len(self._tables[place]):
            return None
        return self._tables[place][identity - self._first[place]]

    def forget_tables(self) -> None:
        """Drop the tables, but not the records."""
        self._tables, self._first, self.bytes = [], [], 0

    def forget(self) -> None:
        """Drop everything."""
        self.forget_tables()
        self.rows = np.zeros(0, ROW)


class Shelf:
    """All pages of worlds that began as one; those that no world knows any more are gone by themselves."""

    __slots__ = ("_pages",)

    def __init__(self) -> None:
        """Begin without a page."""
        self._pages: list[ref[Page]] = []

    def page(self, start: int, rows: int) -> Page:
        """Make a new page; what was written longest ago is forgotten for it, if there is too much."""
        page = Page(start, rows)
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
        """Give the page with this record, or None if it is forgotten."""
        place = bisect_right(self.pages, identity, key=attrgetter("start")) - 1
        return self.pages[place] if place >= 0 and len(self.pages[place].rows) else None
