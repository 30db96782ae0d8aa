"""What happened and why: every noticeable change with the changes it came from.

Theory: property 2 of the model, accountability. A record names its parents and their weights, so that "why?" is a
walk up the records and never a second model. The log is append-only; worlds that share a past share its records.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

KINDS: Final = (
    "happened",
    "saw",
    "heard",
    "felt",
    "chose",
    "blamed",
    "credited",
    "befriended",
    "estranged",
    "dehumanized",
    "rehumanized",
    "told",
    "endorsed",
    "refused",
)
"""What a record can be about; `Record.detail` says more: the happening, the stream or the option."""

KIND: Final = {name: index for index, name in enumerate(KINDS)}
PARENTS: Final = 3
"""How many parents a record keeps, the weightiest first."""

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

PAGE: Final = 4096
"""Records for which room is made at a time."""


class Record(NamedTuple):
    """One change and its causes."""

    id: int
    tick: int
    kind: str
    detail: int
    who: int
    whom: int
    value: float
    parents: tuple[int, ...]
    weights: tuple[float, ...]


class _Log:
    """Pages of records, each beginning where the one before it ends, and the tables of choices."""

    __slots__ = ("count", "pages", "starts", "table_starts", "tables")

    def __init__(self) -> None:
        self.pages: list[NDArray[np.void]] = []
        self.starts: list[int] = []
        self.tables: list[NDArray[np.float32]] = []
        self.table_starts: list[int] = []
        self.count = 0

    def room(self, rows: int) -> NDArray[np.void]:
        """Make the log longer by so many records, which the caller fills in."""
        if not self.pages or self.count + rows > self.starts[-1] + len(self.pages[-1]):
            self.pages.append(np.zeros(max(rows, PAGE), ROW))
            self.starts.append(self.count)
        first = self.count - self.starts[-1]
        self.count += rows
        return self.pages[-1][first : first + rows]

    def until(self, count: int) -> _Log:
        """Branch off a log of the first `count` records; it shares all pages but the one that it goes on writing."""
        log = _Log()
        pages, tables = (bisect_left(starts, count) for starts in (self.starts, self.table_starts))
        log.pages, log.starts, log.count = self.pages[:pages], self.starts[:pages], count
        log.tables, log.table_starts = self.tables[:tables], self.table_starts[:tables]
        if pages:
            log.pages[-1] = log.pages[-1].copy()
        return log


@dataclass(frozen=True, slots=True, eq=False)
class Causes:
    """The log of one world: a shared one, of which this world has the first `count` records."""

    _log: _Log
    count: int
    """number of records; the next one gets this id"""

    @classmethod
    def empty(cls) -> Causes:
        """Start a log."""
        return cls(_Log(), 0)

    def add(
        self,
        *,
        tick: int,
        kind: str,
        who: ArrayLike,
        whom: ArrayLike = NOBODY,
        detail: ArrayLike = 0,
        value: ArrayLike = 0.0,
        parents: tuple[tuple[ArrayLike, ArrayLike], ...] = (),
        tables: NDArray[np.float64] | None = None,
    ) -> tuple[Causes, NDArray[np.int64]]:
        """Append K records at once.

        Args:
            tick: when.
            kind: one of KINDS.
            who: (K,) person that changed.
            whom: (K,) person that it concerns, or NOBODY.
            detail: (K,) index of the happening, stream or option.
            value: (K,) the number that belongs to it.
            parents: pairs of (K,) record ids (or NOBODY) and (K,) weights in [0, 1], at most PARENTS of them.
            tables: (K, A, T) what each option was imagined to bring, for choices.

        Returns:
            the longer log and the (K,) ids of the new records.
        """
        who = np.atleast_1d(np.asarray(who))
        log = self._log if self._log.count == self.count else self._log.until(self.count)
        rows = log.room(len(who))
        rows["tick"], rows["kind"], rows["detail"] = tick, KIND[kind], detail
        rows["who"], rows["whom"], rows["value"] = who, whom, value
        rows["parents"], rows["weights"] = NOBODY, 0.0
        for place, (ids, weights) in enumerate(parents):
            rows["parents"][:, place], rows["weights"][:, place] = ids, weights
        if tables is not None:
            log.tables.append(tables.astype(np.float32, order="C"))
            log.table_starts.append(self.count)
        return Causes(log, log.count), np.arange(self.count, log.count)

    def __getitem__(self, identity: int) -> Record:
        """Look up one record by id; raise IndexError if there is none."""
        self._check(identity)
        place = bisect_right(self._log.starts, identity) - 1
        start = self._log.starts[place]
        return _records(start, self._log.pages[place], np.array([identity - start]))[0]

    def table(self, identity: int) -> NDArray[np.float32] | None:
        """Give the (A, T) table of imagined rewards behind a choice, or None."""
        self._check(identity)
        place = bisect_right(self._log.table_starts, identity) - 1
        if place < 0 or identity - self._log.table_starts[place] >= len(self._log.tables[place]):
            return None
        table: NDArray[np.float32] = self._log.tables[place][identity - self._log.table_starts[place]]
        return table

    def since(self, tick: int, skip: frozenset[str] = frozenset()) -> tuple[Record, ...]:
        """List the records from `tick` on, oldest first, without those of the kinds in `skip`."""
        skipped = [KIND[kind] for kind in skip]
        found: list[Record] = []
        for place in range(bisect_left(self._log.starts, self.count) - 1, -1, -1):
            start = self._log.starts[place]
            page = self._log.pages[place][: self.count - start]
            if place + 1 < len(self._log.starts):
                page = page[: self._log.starts[place + 1] - start]
            first = int(np.searchsorted(page["tick"], tick))
            wanted = first + np.flatnonzero(~np.isin(page["kind"][first:], skipped))
            found[:0] = _records(start, page, wanted)
            if first:
                break
        return tuple(found)

    def _check(self, identity: int) -> None:
        if not 0 <= identity < self.count:
            msg = f"cause {identity} lies outside 0 to {self.count - 1}"
            raise IndexError(msg)


def _records(first: int, rows: NDArray[np.void], wanted: NDArray[np.int64]) -> list[Record]:
    """Give the `wanted` ones of `rows`, the first of which has the id `first`; only the parents that are known."""
    found = []
    columns = (rows[name][wanted].tolist() for name in ROW.names or ())
    for identity, tick, kind, detail, who, whom, value, parents, weights in zip(
        (first + wanted).tolist(), *columns, strict=True
    ):
        known = [place for place in range(PARENTS) if parents[place] != NOBODY]
        reasons = tuple(parents[place] for place in known), tuple(weights[place] for place in known)
        found.append(Record(identity, tick, KINDS[kind], detail, who, whom, value, *reasons))
    return found
