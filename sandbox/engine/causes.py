"""What happened and why: every noticeable change with the changes it came from.

Theory: property 2 of the model, accountability. A record names its parents and their weights, so that "why?" is a
walk up the records and never a second model. The log is append-only; worlds that share a past share its records.
Ids stay what they are for ever, but what was long ago is forgotten (`pages.KEPT_RECORDS`): a walk up ends there.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.frozen import frozen
from sandbox.engine.named import NamedTuple
from sandbox.engine.pages import LOST, PARENTS, ROW, Log, Shelf
from sandbox.engine.people import NOBODY
from sandbox.engine.table import replaced

if TYPE_CHECKING:
    from typing import Required, TypedDict, Unpack

    from numpy.typing import ArrayLike, NDArray

    from sandbox.engine.pages import Page

    Parents = tuple[tuple[ArrayLike, ArrayLike], ...]
    """Pairs of (K,) record ids, or NOBODY, and (K,) weights in [0, 1], at most PARENTS of them."""

    class Entries(TypedDict, total=False):
        """K records that are to be written down at once."""

        kind: Required[str]
        """one of KINDS"""
        who: Required[ArrayLike]
        """(K,) person that changed"""
        whom: ArrayLike
        """(K,) person that it concerns, or NOBODY, as without it"""
        detail: ArrayLike
        """(K,) index of the happening, stream, option, person or rule, as the kind has it; 0 without it"""
        value: ArrayLike
        """(K,) the number that belongs to it; 0 without it"""
        own: bool
        """whether it is the player's doing; not without it"""
        parents: Parents
        tables: NDArray[np.float64]
        """(K, A, T) what each option was imagined to bring, for choices"""


KINDS: Final = (
    "happened",
    "saw",
    "heard",
    "felt",
    "chose",
    "blamed",
    "credited",
    "despised",
    "admired",
    "befriended",
    "estranged",
    "dehumanized",
    "rehumanized",
    "told",
    "endorsed",
    "refused",
    "arrived",
    "left",
    "let_go",
    "found_out",
    "forgave",
    "thanked",
    "doubted",
    "held",
    "ashamed",
    "proud",
)
"""What a record can be about; a new one goes to the end.

`Record.detail` says more: the happening, the stream, the option (of a norm, too), the sufferer of a verdict, the
teller, the rule, or what is held against somebody.
"""

KIND: Final = {name: index for index, name in enumerate(KINDS)}

_AS_GIVEN: Final = frozenset({"whom", "detail", "value", "own"})
"""What a page holds already as it is without them."""

PEOPLE: Final = frozenset({"blamed", "credited", "befriended", "estranged", "told", "found_out", "doubted"})
"""Kinds of records whose detail is a person, or nobody."""


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
    own: bool
    """whether the player did it"""


@frozen
class Causes:
    """The log of one world: a shared one, of which this world has the first `count` records."""

    _log: Log
    count: int
    """number of records; the next one gets this id"""

    @classmethod
    def empty(cls) -> Causes:
        """Start a log."""
        return cls.after(0)

    @classmethod
    def after(cls, count: int) -> Causes:
        """Go on after so many records that are forgotten."""
        return cls.on(Shelf(), [], count)

    @classmethod
    def on(cls, shelf: Shelf, pages: list[Page], count: int) -> Causes:
        """Go on after so many records, of which some are known: those on pages of this shelf."""
        return cls(Log(shelf, pages, count), count)

    def add(self, *, tick: int, **entries: Unpack[Entries]) -> tuple[Causes, NDArray[np.int64]]:
        """Append K records of a tick at once; return the longer log and the (K,) ids of the new records."""
        who = np.asarray(entries["who"]).reshape(-1)
        log = self._log if self._log.count == self.count else self._log.until(self.count)
        page, rows = log.add(len(who))
        rows["tick"], rows["kind"], rows["who"] = tick, KIND[entries["kind"]], who
        for name in _AS_GIVEN & entries.keys():
            rows[name] = entries[name]  # type: ignore[literal-required]  # It is one of them.
        for place, (ids, weights) in enumerate(entries.get("parents", ())):
            rows["parents"][:, place], rows["weights"][:, place] = ids, weights
        if "tables" in entries:
            page.put(self.count, entries["tables"])
        return replaced(self, _log=log, count=log.count), np.arange(self.count, log.count)

    def __getitem__(self, identity: int) -> Record:
        """Look up one record by id; raise IndexError if there never was one, LookupError if it is forgotten."""
        self._check(identity)
        page = self._log.find(identity)
        if page is None:
            msg = f"cause {identity} is forgotten"
            raise LookupError(msg)
        return _records(page.start, page.rows, np.array([identity - page.start]))[0]

    def knows(self, identity: int) -> bool:
        """Return whether a record is not forgotten yet; raise IndexError if there never was one."""
        self._check(identity)
        return self._log.find(identity) is not None

    def table(self, identity: int) -> NDArray[np.float32] | None:
        """Return the (A, T) table of imagined rewards behind a choice; None for what is no choice, or too long ago.

        Options that were not possible are rows of nan. Tables are forgotten before their records are.
        """
        self._check(identity)
        page = self._log.find(identity)
        return None if page is None else page.table(identity)

    def happenings(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return (K,) ids with NOBODY for all that are not known to be of happenings."""
        kept = [
            one if one != NOBODY and self.knows(one) and self[one].kind == "happened" else NOBODY
            for one in ids.tolist()
        ]
        return np.array(kept, np.int64)

    def since(
        self, tick: int, skip: frozenset[str] = frozenset(), but: tuple[str, tuple[int, ...]] | None = None
    ) -> tuple[Record, ...]:
        """List the records from `tick` on that are not forgotten, oldest first, without the kinds in `skip`.

        Of one of these kinds those are listed nevertheless that have one of some details, which `but` says.
        """
        skipped = [LOST, *(KIND[kind] for kind in skip)]
        found: list[Record] = []
        end = self.count
        for page in reversed(self.pages()):
            rows = page.rows[: end - page.start]
            first = int(np.searchsorted(rows["tick"], tick))
            kinds = rows["kind"][first:]
            kept = ~np.isin(kinds, skipped)
            if but is not None:
                kept |= (kinds == KIND[but[0]]) & np.isin(rows["detail"][first:], but[1])
            wanted = first + np.flatnonzero(kept)
            found[:0] = _records(page.start, rows, wanted)
            end = page.start
            if first:
                break
        return tuple(found)

    def pages(self) -> list[Page]:
        """List the pages with the records of this world, the oldest first; the last may hold those of others, too."""
        pages = self._log.pages
        return pages[: bisect_left(pages, self.count, key=attrgetter("start"))]

    def _check(self, identity: int) -> None:
        if not 0 <= identity < self.count:
            msg = f"cause {identity} lies outside 0 to {self.count - 1}"
            raise IndexError(msg)


def _records(first: int, rows: NDArray[np.void], wanted: NDArray[np.int64]) -> list[Record]:
    """Return the `wanted` ones of `rows`, the first of which has the id `first`; only the parents that are known."""
    found = []
    columns = (rows[name][wanted].tolist() for name in ROW.names or ())
    for identity, tick, kind, detail, who, whom, own, value, parents, weights in zip(
        (first + wanted).tolist(), *columns, strict=True
    ):
        known = [place for place in range(PARENTS) if parents[place] != NOBODY]
        reasons = tuple(parents[place] for place in known), tuple(weights[place] for place in known)
        found.append(Record(identity, tick, KINDS[kind], detail, who, whom, value, *reasons, own > 0))
    return found
