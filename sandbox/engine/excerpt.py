"""Excerpt: what of the journal goes into a save, so that every "why?" is answered after it as before it.

Theory: property 2 of the model, accountability. Kept are the records of the last minutes and, however old they are, all
that a reason of the present moment leads up to. Ids stay what they are; what lies between is forgotten (`pages.LOST`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from sandbox.engine.causes import KIND, PEOPLE, Causes
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.imagine import TERMS
from sandbox.engine.links import distinct
from sandbox.engine.options import OPTIONS
from sandbox.engine.pages import KEPT_RECORDS, LOST, PAGE, ROW, Shelf, choices, fault, possible
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY, People
from sandbox.engine.table import columns
from sandbox.engine.ties import Ties
from sandbox.engine.vocabulary import ACCOUNTS, RULES, TIE_STREAMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from sandbox.engine.arrays import Bools, Ints
    from sandbox.engine.world import World

WINDOW: Final = 180 * TICKS_PER_SECOND
"""Ticks of which every record is kept."""
MOST_RECORDS: Final = 2**18
"""Records of an excerpt, 13 MB before they are packed; of more, the oldest are left out."""
MOST_TABLES: Final = 8_000_000
"""Bytes of the tables behind choices, likewise."""
LARGEST: Final = 1e6
"""Of the number that belongs to a record, and of its parents' weights."""
DETAILS: Final[Mapping[str, int]] = {
    "happened": len(HAPPENINGS),
    "felt": len(TIE_STREAMS),
    **dict.fromkeys(("chose", "despised", "admired"), len(OPTIONS)),
    **dict.fromkeys(("endorsed", "refused"), len(RULES)),
    "held": len(ACCOUNTS),
}
"""How many details there are of the others; those that are not named have none but 0."""


class Excerpt(NamedTuple):
    """R records of a journal and P moments' tables."""

    ids: Ints
    """(R,) ascending"""
    rows: NDArray[np.void]
    """(R,) of type pages.ROW"""
    firsts: Ints
    """(P,) ascending, the id of the first choice of each moment's tables"""
    sizes: Ints
    """(P,) bytes of those"""
    tables: NDArray[np.uint8]
    """all of them, packed, one after the other"""


def excerpt(world: World) -> Excerpt:
    """Return what a save needs of a world's journal."""
    ids, rows = _known(world.causes)
    wanted = _wanted(world, ids, rows)
    ids, rows = ids[wanted][-MOST_RECORDS:], rows[wanted][-MOST_RECORDS:]
    kept, room = [], MOST_TABLES
    for first, packed in _tables(world.causes):
        begin, end = np.searchsorted(ids, (first, first + choices(packed)))
        if begin == end:
            continue
        room -= len(packed)
        if room < 0:
            break
        kept.append((first, packed))
    kept.reverse()
    firsts = np.array([first for first, _ in kept], np.int64)
    sizes = np.array([len(packed) for _, packed in kept], np.int64)
    tables = np.frombuffer(b"".join(packed for _, packed in kept), np.uint8)
    return Excerpt(ids, rows, firsts, sizes, tables)


def _tables(causes: Causes) -> Iterator[tuple[int, memoryview]]:
    """List the packed tables, the latest first; those behind the end of a page's part are another branch's."""
    end = causes.count
    for page in reversed(causes.pages()):
        yield from ((first, packed) for first, packed in reversed(page.pieces()) if first < end)
        end = page.start


def _known(causes: Causes) -> tuple[Ints, NDArray[np.void]]:
    """Return the ids and the rows of all records that are not forgotten."""
    ids, rows, end = [np.zeros(0, np.int64)], [np.zeros(0, ROW)], causes.count
    for page in reversed(causes.pages()):
        written = page.rows[: end - page.start]
        known = (written["kind"] != LOST).nonzero()[0]
        ids.append(page.start + known)
        rows.append(written[known])
        end = page.start
    return np.concatenate(ids[::-1]), np.concatenate(rows[::-1])


def _wanted(world: World, ids: Ints, rows: NDArray[np.void]) -> Bools:
    """Return which of the known records to keep: the latest, those that the present leads to, and all behind these."""
    wanted = rows["tick"] >= world.tick - WINDOW
    found = [np.flatnonzero(wanted), _places(ids, reasons(world))]
    new = distinct(np.concatenate(found))
    while len(new):
        wanted[new] = True
        parents = _places(ids, rows["parents"][new].ravel())
        new = distinct(parents[~wanted[parents]])
    return wanted


def _places(ids: Ints, wanted: Ints) -> Ints:
    """Return where those of the wanted ids stand that are there at all."""
    places = np.searchsorted(ids, wanted)
    there = places < len(ids)
    there[there] = ids[places[there]] == wanted[there]
    found: Ints = places[there]
    return found


def reasons(world: World) -> Ints:
    """Return all ids of records that columns of the journal lead to."""
    tables: tuple[tuple[object, type], ...] = (world.people, People), (world.ties, Ties)
    found = [
        getattr(table, name)
        for table, kind in tables
        for name in columns(kind)
        if name == "felt_from" or name.startswith("why_")
    ]
    return distinct(np.concatenate(found))


def faults(part: Excerpt, *, people: int, tick: int, count: int) -> Iterator[str]:
    """Name each field of an excerpt that cannot belong to a world of so many people and records at such a tick.

    The arrays have the right types and dimensions, and ids and rows are equally many.
    """
    ids, rows = part.ids, part.rows
    if not _ascending(ids) or not _within(ids, max(0, count - KEPT_RECORDS), count - 1):
        yield "ids"
    elif not _within(rows["kind"], 0, len(KIND) - 1):
        yield "kind"
    elif not _details_fit(rows, people):
        yield "detail"
    else:
        if not _within(rows["tick"], 0, tick) or (rows["tick"][1:] < rows["tick"][:-1]).any():
            yield "tick"
        yield from (name for name in ("who", "whom") if not _within(rows[name], NOBODY, people - 1))
        yield from (name for name in ("value", "weights") if not _within(rows[name], -LARGEST, LARGEST))
        if not _within(rows["own"], 0, 1):
            yield "own"
        if not _within(rows["parents"], NOBODY, count) or (rows["parents"] >= ids[:, None]).any():
            yield "parents"
        if not _within(part.firsts, max(0, count - KEPT_RECORDS), count - 1) or not _tables_fit(part):
            yield "tables"


def _details_fit(rows: NDArray[np.void], people: int) -> bool:
    least = np.array([NOBODY if kind in PEOPLE else 0 for kind in KIND])[rows["kind"]]
    most = np.array([people - 1 if kind in PEOPLE else DETAILS.get(kind, 1) - 1 for kind in KIND])[rows["kind"]]
    return bool(((rows["detail"] >= least) & (rows["detail"] <= most)).all())


def _tables_fit(part: Excerpt) -> bool:
    """Return whether all tables are whole, belong to choices, and have a row for what was chosen."""
    if not _ascending(part.firsts) or not _within(part.sizes, 1, MOST_TABLES) or part.sizes.sum() != len(part.tables):
        return False
    end, reached = 0, 0
    for first, size in zip(part.firsts.tolist(), part.sizes.tolist(), strict=True):
        packed = part.tables[end : end + size].tobytes()
        end += size
        if first < reached or fault(packed, len(OPTIONS), len(TERMS), LARGEST):
            return False
        reached = first + choices(packed)
        begin, stop = np.searchsorted(part.ids, (first, reached))
        chosen = part.rows[begin:stop]
        if (chosen["kind"] != KIND["chose"]).any():
            return False
        if not possible(packed)[part.ids[begin:stop] - first, chosen["detail"]].all():
            return False
    return True


def _ascending(numbers: Ints) -> bool:
    return bool((numbers[1:] > numbers[:-1]).all())


def _within(numbers: NDArray[Any], low: float, high: float) -> bool:
    return bool(((numbers >= low) & (numbers <= high)).all())


def restored(part: Excerpt, count: int) -> Causes:
    """Return a journal of so many records, of which those of the excerpt are known."""
    shelf, pages = Shelf(), []
    start = int(min([count, *part.ids[:1], *part.firsts[:1]]))
    pieces = _pieces(part)
    while start < count:
        end = _cut(start, count, part.firsts, pieces)
        page = shelf.page(start, end - start)
        pages.append(page)
        first, last = np.searchsorted(part.ids, (start, end))
        page.rows["kind"] = LOST
        after = np.minimum(np.searchsorted(part.ids, np.arange(start, end)), len(part.ids) - 1)
        page.rows["tick"] = part.rows["tick"][after]  # Ticks ascend, also where records are lost.
        page.rows[part.ids[first:last] - start] = part.rows[first:last]
        for identity in part.firsts[slice(*np.searchsorted(part.firsts, (start, end)))].tolist():
            page.keep(identity, pieces[identity])
        start = end
    return Causes.on(shelf, pages, count)


def _pieces(part: Excerpt) -> dict[int, bytes]:
    """Return the packed tables by the id of their first choice."""
    ends = np.cumsum(part.sizes)
    return {
        first: part.tables[end - size : end].tobytes()
        for first, size, end in zip(part.firsts.tolist(), part.sizes.tolist(), ends.tolist(), strict=True)
    }


def _cut(start: int, count: int, firsts: Ints, pieces: Mapping[int, bytes]) -> int:
    """Return where the page ends that begins at `start`: tables of one moment stay together."""
    end = min(count, start + PAGE)
    place = int(np.searchsorted(firsts, end)) - 1
    if place >= 0 and start < firsts[place] < end < firsts[place] + choices(pieces[int(firsts[place])]):
        return int(firsts[place])
    return end
