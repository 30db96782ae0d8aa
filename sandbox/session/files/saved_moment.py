"""The moment in a save: the columns of people and ties, and an excerpt of the journal, as members of a zip.

Every column is held against its declaration, its range and what the others say before a world is made of them. A moment
of another engine is opened as far as its numbers still mean the same: a column that is new starts as declared, one that
is gone is left out, and a list of names may have grown at its end. Who feels is the level's to say, since by that what
can happen to whom was checked.
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
from sandbox.session.files.recording import Drives, Tick
from sandbox.session.moment import Moment
from sandbox.session.story.told import NONE, Story

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from sandbox.engine.table import Column
    from sandbox.engine.world import World
    from sandbox.session.files.zip_members import Members

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


class Head(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is to be known of a moment besides its columns."""

    tick: Tick
    digest: Hex
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
    story: Story = NONE


def head_of(moment: Moment, part: Excerpt) -> Head:
    """Return what is to be known of a moment with this excerpt of its journal."""
    world = moment.world
    return Head(
        tick=world.tick,
        digest=world.digest(),
        ties=len(world.ties),
        causes=world.causes.count,
        off=tuple(sorted(world.off)),
        records=len(part.ids),
        moments=len(part.firsts),
        bytes=len(part.tables),
        lists=dict(lists()),
        story=moment.story,
    )


def world_columns(moment: Moment) -> Mapping[str, NDArray[Any]]:
    """Return the columns of a moment by the names of their members."""
    tables: dict[str, tuple[type, object]] = {
        "people": (People, moment.world.people),
        "ties": (Ties, moment.world.ties),
        "before": (People, moment.before),
    }
    return {
        f"{name}/{column}.npy": getattr(table, column).astype(_little(declared.type), copy=False)
        for name, (kind, table) in tables.items()
        for column, declared in columns(kind).items()
    }


def journal_columns(part: Excerpt) -> Mapping[str, NDArray[Any]]:
    """Return an excerpt of a journal likewise."""
    found = {"ids": part.ids.astype("<i8"), **{name: part.rows[name] for name in ROW.names or ()}}
    found |= {name: getattr(part, name).astype(kind) for name, kind in PARTS.items()}
    return {f"journal/{name}.npy": column for name, column in found.items()}


def decode_moment(members: Members, name: str, start: World) -> Moment:
    """Make a moment of the members of a save.

    Args:
        members: of the save.
        name: of the member that is its head.
        start: the first moment of the same level, seed and settings.

    Raises:
        LevelError: with the first thing that is wrong.
    """
    head = _head(members, name)
    own, count = head.lists, len(start.people)
    if own.keys() != lists().keys() or any(own[key] != names[: len(own[key])] for key, names in lists().items()):
        members.refuse("save.engine", name)
    _check_pairs(members, head.ties, count)
    ties = Ties(**_columns(members, "ties", Ties, head.ties, own))
    people, before = (
        People(**_columns(members, table, People, count, own) | {"sentience": start.people.sentience})
        for table in ("people", "before")
    )
    world = replaced(
        start,
        people=people,
        ties=ties,
        links=Links.of(ties, count),
        causes=restored(_excerpt(members, head, count, alike=own == lists()), head.causes),
        tick=head.tick,
        off=frozenset(head.off),
        listed=None,
    )
    for held in (world, replaced(world, people=before)):
        wrong = next(iter(outside(held)), None)
        if wrong is not None:
            members.refuse("save.value", name, value=wrong)
    if own == lists() and world.digest() != head.digest:
        members.refuse("save.digest", name)
    return Moment(world, before, head.story)


def _head(members: Members, name: str) -> Head:
    """Read what describes a moment; refuse it with all that is wrong with its structure."""
    file = f"{members.file}: {name}"
    found, mended = shape(Head, parse(members.text(name, LARGEST), file))
    head = msgspec.convert(mended, Head)
    strange = (unknown(drive, DRIVES, f"off[{place}]", "level.unknown.drive") for place, drive in enumerate(head.off))
    refuse(file, found, [*chain.from_iterable(strange)])
    return head


def _check_pairs(members: Members, ties: int, people: int) -> None:
    """Refuse ties that do not join pairs of two people, each once and in order."""
    if ties > people * (people - 1):
        members.refuse("save.ties", "ties/observer.npy")
    observer, target = (
        members.column(f"ties/{name}.npy", _little(np.int64), (ties,)) for name in ("observer", "target")
    )
    keys = observer * people + target
    known = ((observer >= 0) & (observer < people) & (target >= 0) & (target < people) & (observer != target)).all()
    if not known or (keys[1:] <= keys[:-1]).any():
        members.refuse("save.ties", "ties/observer.npy")


def _columns(
    members: Members, table: str, kind: type, rows: int, own: Mapping[str, Sequence[str]]
) -> dict[str, NDArray[Any]]:
    """Read the columns of a table; what the file of another engine lacks is as it is declared."""
    found = filled(kind, rows, {})
    for name, declared in columns(kind).items():
        member = f"{table}/{name}.npy"
        if member in members or own == lists():
            like = _narrowed(declared, len(own[WIDE[name]])) if name in WIDE else declared
            column = members.column(member, _little(declared.type), like.shape(rows))
            found[name][tuple(slice(length) for length in column.shape)] = column
    return found


def _narrowed(declared: Column, names: int) -> Column:
    """Return a column as the engine of the file declares it, which has so many names."""
    return replaced(declared, high=min(declared.high, names), wide=min(declared.wide, names))


def _excerpt(members: Members, head: Head, people: int, *, alike: bool) -> Excerpt:
    """Read the excerpt of the journal, of another engine without tables; refuse one that does not fit the moment."""
    ids = members.column("journal/ids.npy", _little(np.int64), (head.records,))
    rows = np.zeros(len(ids), ROW)
    for name in ROW.names or ():
        field: np.dtype[Any] = rows.dtype[name]
        member = f"journal/{name}.npy"
        if member in members or alike:
            rows[name] = members.column(member, _little(field.base.type), (head.records, *field.shape))
    sizes = {"firsts": head.moments, "sizes": head.moments, "tables": head.bytes}
    parts = {
        name: members.column(f"journal/{name}.npy", kind, (sizes[name],)) if alike else np.zeros(0, kind)
        for name, kind in PARTS.items()
    }
    part = Excerpt(ids, rows, **parts)
    wrong = next(faults(part, people=people, tick=head.tick, count=head.causes), None)
    if wrong is not None:
        members.refuse("save.journal", f"journal/{wrong}.npy")
    return part


def _little(kind: type[np.generic]) -> np.dtype[Any]:
    return np.dtype(kind).newbyteorder("<")
