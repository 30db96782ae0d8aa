"""The moment in a save: the columns of people and ties, and an excerpt of the journal, as members of a zip.

Every column is held against its declaration, its range and what the others say before a world is made of them. A moment
of another engine is opened as far as its numbers still mean the same: a column that is new starts as declared, one that
is gone is left out, and a list of names may have grown at its end.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any, Final

import msgspec
import numpy as np
from msgspec import Meta, Struct

from sandbox.engine.excerpt import Excerpt, faults, restored
from sandbox.engine.fingerprint import lists
from sandbox.engine.links import Links
from sandbox.engine.pages import ROW
from sandbox.engine.people import People
from sandbox.engine.ranges import outside
from sandbox.engine.table import columns, filled, replaced
from sandbox.engine.ties import Ties
from sandbox.engine.vocabulary import DRIVES
from sandbox.scenario.ids import unknown
from sandbox.scenario.load import refuse, shape
from sandbox.scenario.read_json import parse
from sandbox.session.recording import Drives, Tick

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from sandbox.engine.table import Column
    from sandbox.engine.world import World
    from sandbox.session.zip_members import Members

TABLES: Final = {"people": People, "ties": Ties}
WIDE: Final = {
    **dict.fromkeys(("habit", "norms"), "options"),
    "reward": "streams",
    "cues": "cues",
    "streams": "tie_streams",
}
"""Columns with a number for each name of a list."""
MOST_CAUSES: Final = 2**31 - 1
LARGEST: Final = 100_000
"""Bytes of what describes a moment."""
PARTS: Final[Mapping[str, np.dtype[Any]]] = {
    "firsts": np.dtype("<i8"),
    "sizes": np.dtype("<i8"),
    "tables": np.dtype("u1"),
}
"""Members of the journal besides the fields of its records."""

Size = Annotated[int, Meta(ge=0, le=MOST_CAUSES)]
Names = Annotated[tuple[Annotated[str, Meta(max_length=40)], ...], Meta(max_length=200)]
Hex = Annotated[str, Meta(min_length=32, max_length=32)]


class Moment(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is known of a moment besides its columns."""

    tick: Tick
    present: Tick
    """the moment that was saved: this one, or the next"""
    digest: Hex
    present_digest: Hex
    ties: Size
    causes: Size
    """records that there have ever been"""
    off: Drives
    records: Size
    """records, tables and bytes of tables that are in the file"""
    moments: Size
    bytes: Size
    lists: dict[str, Names]
    """by which numbers are to be read"""


def described(part: Excerpt) -> dict[str, Any]:
    """Return the fields of Moment that say how large an excerpt is, and what its numbers mean."""
    sizes = {"records": len(part.ids), "moments": len(part.firsts), "bytes": len(part.tables)}
    return {**sizes, "lists": dict(lists())}


def world_columns(world: World) -> Mapping[str, NDArray[Any]]:
    """Return the columns of a world by the names of their members."""
    return {
        f"{table}/{name}.npy": getattr(getattr(world, table), name).astype(_little(declared.type), copy=False)
        for table, kind in TABLES.items()
        for name, declared in columns(kind).items()
    }


def journal_columns(part: Excerpt) -> Mapping[str, NDArray[Any]]:
    """Return an excerpt of a journal likewise."""
    found = {"ids": part.ids.astype("<i8"), **{name: part.rows[name] for name in ROW.names or ()}}
    found |= {name: getattr(part, name).astype(kind) for name, kind in PARTS.items()}
    return {f"journal/{name}.npy": column for name, column in found.items()}


def decode_moment(members: Members, name: str, start: World) -> tuple[Moment, World]:
    """Make a world of the members of a save; `start` is the first moment of the same level, seed and settings.

    Raises:
        LevelError: with the first thing that is wrong.
    """
    moment = _described(members, name)
    if not moment.present - 1 <= moment.tick <= moment.present:
        members.refuse("save.value", name, value=f"tick {moment.tick}")
    own = moment.lists
    if own.keys() != lists().keys() or any(own[key] != names[: len(own[key])] for key, names in lists().items()):
        members.refuse("save.engine", name)
    alike = own == lists()
    people: People = _table(members, "people", len(start.people), own)
    pairs = len(start.people) * (len(start.people) - 1)
    if moment.ties > pairs:
        members.refuse("save.ties", "ties/observer.npy")
    _check_pairs(members, moment.ties, len(start.people))
    ties: Ties = _table(members, "ties", moment.ties, own)
    world = replaced(
        start,
        people=people,
        ties=ties,
        links=Links.of(ties, len(people)),
        causes=restored(_excerpt(members, moment, len(people), alike=alike), moment.causes),
        tick=moment.tick,
        off=frozenset(moment.off),
        listed=None,
    )
    wrong = next(iter(outside(world)), None)
    if wrong is not None:
        members.refuse("save.value", name, value=wrong)
    if alike and world.digest() != moment.digest:
        members.refuse("save.digest", name)
    return moment, world


def _described(members: Members, name: str) -> Moment:
    """Read what describes a moment; refuse it with all that is wrong with its structure."""
    file = f"{members.file}: {name}"
    found, mended = shape(Moment, parse(members.text(name, LARGEST), file))
    moment = msgspec.convert(mended, Moment)
    strange = (unknown(drive, DRIVES, f"off[{place}]", "level.unknown.drive") for place, drive in enumerate(moment.off))
    refuse(file, found, [*chain.from_iterable(strange)])
    return moment


def _check_pairs(members: Members, ties: int, people: int) -> None:
    """Refuse ties that do not join pairs of two people, each once and in order."""
    observer, target = (
        members.column(f"ties/{name}.npy", _little(np.int64), (ties,)) for name in ("observer", "target")
    )
    keys = observer * people + target
    known = ((observer >= 0) & (observer < people) & (target >= 0) & (target < people) & (observer != target)).all()
    if not known or (keys[1:] <= keys[:-1]).any():
        members.refuse("save.ties", "ties/observer.npy")


def _table(members: Members, table: str, rows: int, own: Mapping[str, Sequence[str]]) -> Any:  # noqa: ANN401 - one of TABLES
    """Read the columns of a table; what the file of another engine lacks is as it is declared."""
    kind = TABLES[table]
    given: dict[str, NDArray[Any]] = {}
    for name, declared in columns(kind).items():
        member = f"{table}/{name}.npy"
        if member in members or own == lists():
            names = WIDE.get(name)
            like = declared if names is None else _narrowed(declared, len(own[names]))
            column = members.column(member, _little(declared.type), like.shape(rows))
            given[name] = _widened(column, declared, rows)
    return kind(**filled(kind, rows, {}) | given)


def _narrowed(declared: Column, names: int) -> Column:
    """Return a column as the engine of the file declares it, which has so many names."""
    return declared._replace(high=min(declared.high, names), wide=min(declared.wide, names))


def _widened(column: NDArray[Any], declared: Column, rows: int) -> NDArray[Any]:
    """Return a column with what it begins with in the places of names that are new."""
    wide = np.full(declared.shape(rows), declared.start, declared.type)
    wide[tuple(slice(length) for length in column.shape)] = column
    return wide


def _excerpt(members: Members, moment: Moment, people: int, *, alike: bool) -> Excerpt:
    """Read the excerpt of the journal, of another engine without tables; refuse one that does not fit the moment."""
    ids = members.column("journal/ids.npy", _little(np.int64), (moment.records,))
    rows = np.zeros(len(ids), ROW)
    for name in ROW.names or ():
        field: np.dtype[Any] = rows.dtype[name]
        rows[name] = members.column(f"journal/{name}.npy", _little(field.base.type), (moment.records, *field.shape))
    sizes = {"firsts": moment.moments, "sizes": moment.moments, "tables": moment.bytes}
    parts = {
        name: members.column(f"journal/{name}.npy", kind, (sizes[name],)) if alike else np.zeros(0, kind)
        for name, kind in PARTS.items()
    }
    part = Excerpt(ids, rows, **parts)
    wrong = next(faults(part, people=people, tick=moment.tick, count=moment.causes), None)
    if wrong is not None:
        members.refuse("save.journal", f"journal/{wrong}.npy")
    return part


def _little(kind: type[np.generic]) -> np.dtype[Any]:
    return np.dtype(kind).newbyteorder("<")
