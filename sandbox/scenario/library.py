"""The levels that ship with the game, and how a word on the command line finds one."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from sandbox.scenario.folders import LEVELS
from sandbox.scenario.language import epoch
from sandbox.scenario.load import load_level
from sandbox.scenario.problems import LevelError, Problem
from sandbox.scenario.read_json import label
from sandbox.scenario.showable import showable
from sandbox.scenario.suggest import suggestion

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level

SANDBOX: Final = "open-square"
"""The level without limits of tools or goals, for trying things out."""
SANDBOXES: Final = 100
"""The number from which on levels are there to try things out, and do not belong to the campaign."""
EXAMPLES: Final = "examples"
"""The folder of levels, among the others, that are there to be copied, and no part of the game's course."""


def level_files() -> tuple[Path, ...]:
    """List the shipped level files, `NNN-id.json`, in the order of their numbers."""
    return tuple(sorted(filter(_may_be_read, LEVELS.glob("*.json"))))


@lru_cache(512)
def in_campaign(file: Path) -> bool:
    """Return whether a level file's number makes it one of the campaign, and no sandbox or file of one's own."""
    number = number_and_id(file)[0]
    return number.isdecimal() and int(number) < SANDBOXES


def campaign_files() -> tuple[Path, ...]:
    """List the level files of the campaign, in the order in which it recommends them."""
    return tuple(filter(in_campaign, level_files()))


def example_files() -> tuple[Path, ...]:
    """List the shipped examples for designers, `id.json`, in the order of their names."""
    return tuple(sorted(filter(_may_be_read, (LEVELS / EXAMPLES).glob("*.json"))))


def _may_be_read(path: Path) -> bool:
    """Return whether something is a file, or at least nothing else that one may look at."""
    try:
        return path.is_file()
    except OSError:
        return True


def first_level() -> Path:
    """Return the level with which the game starts."""
    files = level_files()
    if not files:
        raise _empty_shelf()
    return files[0]


def _empty_shelf() -> LevelError:
    return LevelError(label(LEVELS), [Problem("", "shelf.empty")])


def first_playable() -> tuple[tuple[Level, Path] | None, tuple[str, ...]]:
    """Return the first shipped level that can be read, with its file, and what is wrong with those before it."""
    files = level_files()
    wrong = [] if files else [_empty_shelf().problems[0]]
    for path in files:
        try:
            return (load_level(path), path), tuple(wrong)
        except LevelError as error:
            wrong.append(error.problems[0])
    return None, tuple(wrong)


def find_level(word: str) -> Path:
    """Find the level that an id, the beginning of a number, a file name or a path stands for."""
    path = Path(word)
    if word.endswith(".json") or path.name != word:
        shipped = LEVELS / (word if word.endswith(".json") else f"{word}.json")
        ours = path.parent in {Path(), Path(EXAMPLES)}
        return shipped if ours and not _there(path) and _there(shipped) else path
    files = level_files()
    exact = [file for file in files if word in (file.stem, number_and_id(file)[1])]
    exact += [file for file in example_files() if word == file.stem]
    begun = [file for file in files if word and file.stem.startswith(word)]
    numbered = [file for file in files if word.isdecimal() and _same_number(word, number_and_id(file)[0])]
    several = next((matches for matches in (exact, numbered, begun) if matches), [])
    if len(several) == 1:
        return several[0]
    if _there(path) and path.is_file():
        return path
    if several:
        names = [file.stem for file in several]
        raise LevelError(word, [Problem("", "shelf.several", ending=suggestion("", names))])
    ids = [*(number_and_id(file)[1] for file in files), *(file.stem for file in example_files())]
    raise LevelError(word or '""', [Problem("", "shelf.unknown", ending=suggestion(word, ids))])


def _there(path: Path) -> bool:
    """Return whether a path leads anywhere; one that cannot be leads nowhere."""
    with suppress(OSError, ValueError):
        return path.exists()
    return False


def _same_number(one: str, other: str) -> bool:
    return other.isdecimal() and one.lstrip("0") == other.lstrip("0")


def number_and_id(file: Path) -> tuple[str, str]:
    """Split `110-open-square.json` into "110" and "open-square"."""
    number, _, name = file.stem.partition("-")
    return number, name


def word_for(file: Path) -> str:
    """Return the word by which `find_level` finds a file again, from any folder and any copy of the game."""
    if file in example_files():
        return f"{EXAMPLES}/{file.stem}"
    return file.stem if file in level_files() else str(file.resolve())


class Entry(NamedTuple):
    """One level file as it was when the folder was looked through; what it says is read when it is asked for."""

    path: Path
    changed: tuple[int, int] = (0, 0)
    """when it was written last, nanoseconds, and its bytes"""
    example: bool = False
    """whether it is there to be copied, and no part of the game's course"""

    @property
    def in_campaign(self) -> bool:
        """Return whether it is a stop of the campaign."""
        return not self.example and in_campaign(self.path)

    @property
    def title(self) -> str:
        """Return its title, or the file's name if it cannot be read."""
        return _read(self, epoch()).title

    @property
    def line(self) -> str:
        """Return its hook, or what is wrong with it."""
        return _read(self, epoch()).line

    @property
    def level(self) -> bytes:
        """Return the level as JSON; nothing if it cannot be read."""
        return _read(self, epoch()).level

    @property
    def broken(self) -> bool:
        """Return whether the file cannot be read."""
        return not self.level


class _Read(NamedTuple):
    title: str
    line: str
    level: bytes = b""


def read_entries() -> tuple[Entry, ...]:
    """Look through the folder of levels: those of the course, then the examples."""
    course = (Entry(path, _changed(path)) for path in level_files())
    return (*course, *(Entry(path, _changed(path), example=True) for path in example_files()))


def can_be_read(path: Path) -> bool:
    """Return whether a file is a level that can be played."""
    return not Entry(path, _changed(path)).broken


def _changed(path: Path) -> tuple[int, int]:
    with suppress(OSError):
        found = path.stat()
        return found.st_mtime_ns, found.st_size
    return 0, 0


@lru_cache(512)
def _read(entry: Entry, _language: int) -> _Read:
    """Read a file, once for as long as it and the language stay the same."""
    try:
        level = load_level(entry.path)
    except LevelError as error:
        return _Read(showable(entry.path.name), error.problems[0])
    return _Read(level.title, level.hook, msgspec.json.encode(level))
