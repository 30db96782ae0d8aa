"""Read level files and lists of happenings, and say everything that is wrong with them at once."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

import msgspec
from msgspec import inspect

from sandbox.scenario.budget import check_budget
from sandbox.scenario.ids import Ids
from sandbox.scenario.migration import Migrated
from sandbox.scenario.problems import MOST, LevelError, Problem
from sandbox.scenario.read_json import label, oddities, parse, read, shown
from sandbox.scenario.roles import inherit
from sandbox.scenario.schema import VERSION, Happening, Level
from sandbox.scenario.structure import mend
from sandbox.scenario.translations import spoken_in
from sandbox.scenario.validate import check_commands, check_level

if TYPE_CHECKING:
    from pathlib import Path


def load_level(path: Path) -> Level:
    """Read a level file; raise LevelError with all that is wrong with it."""
    return decode_level(read(path), label(path))


def decode_level(data: bytes, file: str) -> Level:
    """Make a level from the bytes of `file`; raise LevelError likewise."""
    value = parse(data, file)
    version = value.get("schema_version") if isinstance(value, dict) else None
    if isinstance(version, int | float) and version > VERSION:
        raise LevelError(file, [Problem("schema_version", "level.newer", version=shown(version), ours=VERSION)])
    migrated = Migrated(value)
    found, mended = shape(Level, value)
    found += migrated.found
    inherit(mended)
    level = msgspec.convert(mended, Level)
    meant = migrated.meant(check_level(level), Ids.of(level))
    refuse(file, found, meant or ([] if found else list(check_budget(level))))
    return level


def languages_of(path: Path) -> tuple[str, ...]:
    """List the languages in which a level file has texts; none if it does not name them or cannot be read."""
    try:
        return spoken_in(_described(Level), parse(read(path), label(path)))
    except LevelError:
        return ()


def decode_commands(data: bytes, file: str, level: Level) -> tuple[Happening, ...]:
    """Make commands for `level` from the bytes of `file`, a JSON list of happenings; raise LevelError likewise."""
    found, mended = shape(tuple[Happening, ...], parse(data, file))
    commands = msgspec.convert(mended, tuple[Happening, ...])
    refuse(file, found, check_commands(commands, level))
    return commands


def shape(kind: type, value: object) -> tuple[list[Problem], object]:
    """Hold a value against a type; a mended value fits."""
    found = list(islice(oddities(value), MOST))
    return found, mend(_described(kind), value, "", found)


def refuse(file: str, found: list[Problem], meant: list[Problem]) -> None:
    """Refuse a file with problems; what stands on a misfit is not worth a second sentence."""
    broken = tuple(problem.path for problem in found)
    problems = [*found, *(problem for problem in meant if not _within(problem.path, broken))]
    if problems:
        raise LevelError(file, problems)


def _within(path: str, broken: tuple[str, ...]) -> bool:
    """Return whether a path is one of the broken ones or lies below one."""
    return (
        any(path.startswith(above) and path[len(above) :][:1] in {"", ".", "["} for above in broken if above)
        or "" in broken
    )


@cache
def _described(kind: type) -> inspect.Type:
    return inspect.type_info(kind)
