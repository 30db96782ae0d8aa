"""What the player chose once and finds again: read at the start, written on change; the game plays on without.

Every field stands for itself. What is wrong with one is said, and stays in the file until the player chooses anew;
several instances of the game, and versions that know other fields, leave alone what the others have written.
"""

from __future__ import annotations

import json
import os
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

import msgspec

from sandbox.app.field_by_field import fitting_fields, merged
from sandbox.app.paths import user_folder
from sandbox.scenario.language import text_of
from sandbox.scenario.problems import MOST, LevelError, Problem
from sandbox.scenario.read_json import DEEPEST, label, oddities, parse, read
from sandbox.scenario.showable import showable
from sandbox.scenario.whole_files import alone, write_whole
from sandbox.session.story.best import Best
from sandbox.ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    Fields = dict[str, object]

Spot = Annotated[tuple[int, ...], msgspec.Meta(min_length=2, max_length=2)]
"""Pixels to the right and down."""
S = TypeVar("S", bound=msgspec.Struct)

FILE: Final = "settings.json"
SMALLEST: Final = (800, 500)
"""The smallest window that is opened, in pixels."""
LARGEST: Final = (15360, 8640)
"""The largest."""
LARGEST_FILE: Final = 200_000
"""Bytes; the game itself writes some thousands."""
MOST_BROKEN: Final = 9
"""How many damaged files are kept."""
_TOLD: Final = frozenset({"file.key_twice", "file.infinite"})
"""Which oddities of a file are worth a sentence, by the keys of their texts."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings, with their defaults; a file may leave any of them out."""

    width: int = 1280
    height: int = 800
    at: Spot | None = None
    """the upper left corner of the window's content on the first screen, or None: the system finds a place"""
    screen: int = 0
    maximised: bool = False
    fullscreen: bool = False
    preferences: Preferences = Preferences()
    keys: Any = msgspec.field(default_factory=dict)
    """the player's own keys, by the names of commands, as `read_keymap` reads them entry by entry"""
    learned: frozenset[str] = frozenset()
    """the hints that were followed, which are not given again"""
    last: str = ""
    """the level that was played last, as `find_level` finds it; nothing if none ever was"""
    best: dict[str, Best] = msgspec.field(default_factory=dict)
    """how well each level was won, by its id"""
    bets: dict[str, bool] = msgspec.field(default_factory=dict)
    """whether the last bet came out that was made in a level, by its id"""
    skipped: frozenset[str] = frozenset()
    """the levels of the campaign that were passed over, by their ids"""


def read_settings() -> tuple[Settings, tuple[str, ...]]:
    """Return the settings, as usual where the file does not say, and a sentence for everything wrong in the file."""
    path = user_folder() / FILE
    complaints: tuple[str, ...] = ()
    try:
        fields = _read(path)
    except LevelError as error:
        fields, complaints = _rescued(path, error)
    found = [problem for problem in islice(oddities(fields), MOST) if problem.key in _TOLD]
    settings = msgspec.convert(fitting_fields(Settings, fields, found), Settings)
    width, height = (
        min(most, max(least, size))
        for least, most, size in zip(SMALLEST, LARGEST, (settings.width, settings.height), strict=True)
    )
    wrong = (about_settings(problem.text) for problem in found)
    return msgspec.structs.replace(settings, width=width, height=height), (*complaints, *wrong)


def returned(lent: S, given: Mapping[str, object], kept: S) -> S:
    """Return settings with each of those that were `given` for one time, and are still so, as it was `kept`."""
    still = {name: getattr(kept, name) for name, value in given.items() if getattr(lent, name) == value}
    return msgspec.structs.replace(lent, **still)


def write_settings(now: Settings, before: Settings | None = None) -> tuple[str, ...]:
    """Write what has changed since the settings were read or written, or all if there is no file.

    Returns:
        a sentence about the file, if it has been damaged meanwhile.

    Raises:
        OSError: if they cannot be written; its `filename` is that of the file, or of the one that guards it.
    """
    path = user_folder() / FILE
    with alone(path):
        fields, complaints = _read_or_set_aside(path)
        written = merged(fields, before if fields else None, now)
        write_whole(path, json.dumps(written, indent=2).encode() + b"\n")
    return complaints


def about_settings(problem: str) -> str:
    """Return a sentence that says in which file something is wrong."""
    return text_of("settings.field", file=label(user_folder() / FILE), problem=problem)


def _read(path: Path) -> Fields:
    """Return what stands in the file, nothing if there is none; raise LevelError if it holds no fields."""
    if not _there(path):
        return {}
    file = label(path)
    fields = parse(read(path, LARGEST_FILE), file)
    if not isinstance(fields, dict):
        raise LevelError(file, [Problem("", "settings.no_object")])
    if _nested(fields, DEEPEST):
        raise LevelError(file, [Problem("", "settings.deep", most=DEEPEST)])
    return fields


def _there(path: Path) -> bool:
    """Return whether anything is there, even if nobody may look at it."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True


def _nested(value: object, most: int) -> bool:
    """Return whether something is nested more deeply than so many levels."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return most < 0 or any(_nested(one, most - 1) for one in inner)


def _rescued(path: Path, error: LevelError) -> tuple[Fields, tuple[str, ...]]:
    """Set a damaged file aside, unless another instance has done so meanwhile; return what is there then."""
    try:
        with alone(path):
            return _read_or_set_aside(path)
    except OSError:
        return {}, (text_of("settings.unreadable", problem=error.problems[0]),)


def _read_or_set_aside(path: Path) -> tuple[Fields, tuple[str, ...]]:
    """Return what stands in the file; a damaged one gets another name, and a sentence says so."""
    try:
        return _read(path), ()
    except LevelError as error:
        names = [path.with_name(f"{path.stem}.broken-{number}{path.suffix}") for number in range(1, MOST_BROKEN + 1)]
        free = [name for name in names if not os.path.lexists(name)]
        aside = free[0] if free else min(names, key=lambda name: name.lstat().st_mtime)
        path.replace(aside)
        key = "settings.set_aside" if free else "settings.set_aside.last"
        return {}, (text_of(key, problem=error.problems[0], aside=showable(aside.name), most=MOST_BROKEN),)
