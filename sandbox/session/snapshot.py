"""A moment as a file, from which play goes on bit for bit alike: the columns of people and ties, and some notes.

Numbers only, in numpy's own format without pickled objects, so that a file from a stranger can do no more than be
wrong. What was recorded of the causes is not in it: whoever asks why is answered from what has happened since.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sandbox.engine.causes import Causes
from sandbox.engine.explained import Explained
from sandbox.engine.links import Links
from sandbox.engine.table import Table, columns, replaced
from sandbox.scenario.whole_files import whole_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from sandbox.engine.world import World

TABLES: Final = ("people", "ties")
NOTES: Final = "notes"
BROKEN: Final = (
    *(KeyError, IndexError, TypeError, ValueError, OverflowError, MemoryError, RuntimeError),
    *(EOFError, zipfile.BadZipFile, zlib.error),
)
"""What a damaged file can lead to."""


class SnapshotError(Explained):
    """A file from which play cannot go on."""


def write_snapshot(file: Path, world: World, notes: Mapping[str, object]) -> None:
    """Write a world and whatever JSON can say beside it; the file is whole or, if that fails, as it was.

    Raises:
        OSError: if it cannot be written.
    """
    known = {"tick": world.tick, "off": sorted(world.off), "causes": world.causes.count, "digest": world.digest()}
    text = json.dumps({**notes, **known}).encode()
    columns: dict[str, Any] = {NOTES: np.frombuffer(text, np.uint8)}
    for name in TABLES:
        columns |= {f"{name}.{key}": column for key, column in vars(getattr(world, name)).items()}
    with whole_file(file) as out:
        np.savez_compressed(out, **columns)


def read_snapshot(file: Path, start: World) -> tuple[World, dict[str, Any]]:
    """Read a world that was written once; `start` is the first moment of the same level and seed.

    Raises:
        OSError: if the file cannot be read.
        SnapshotError: if it is no such file, or one of another level, seed or version of the game.
    """
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as columns:
            people, ties = _filled(start.people, "people", columns), _filled(start.ties, "ties", columns)
            notes = json.loads(columns[NOTES].tobytes())
        world = replaced(
            start,
            people=people,
            ties=ties,
            links=Links.of(ties, len(people)),
            causes=Causes.after(int(notes["causes"])),
            tick=int(notes["tick"]),
            off=frozenset(notes["off"]),
            listed=None,
        )
        alike = len(people) == len(start.people) and _whole(world) and world.digest() == notes["digest"]
    except BROKEN as error:
        raise SnapshotError("snapshot.broken", file=str(file)) from error
    if not alike:
        raise SnapshotError("snapshot.foreign", file=str(file))
    return world, notes


def _whole(world: World) -> bool:
    """Return whether every column is as long as its table, and no reason is a record that there never was."""
    for table in (world.people, world.ties):
        kind: type = type(table)
        for name, declared in columns(kind).items():
            column = getattr(table, name)
            reason = name == "felt_from" or name.startswith("why_")
            if column.shape != declared.shape(len(table)) or (reason and column.max(initial=-1) >= world.causes.count):
                return False
    return True


def _filled(table: Table, name: str, columns: Mapping[str, NDArray[Any]]) -> Table:
    """Fill a table with the columns of a file; raise ValueError if one is of another type."""
    found = {}
    for key, like in vars(table).items():
        column = columns[f"{name}.{key}"]
        if (column.dtype, column.ndim) != (like.dtype, like.ndim):
            raise ValueError(key)
        found[key] = column
    return replaced(table, **found)
