"""The shelf: where saves lie that players gave a name, those that the game makes by itself, and deleted ones."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.scenario.language import text_of
from sandbox.scenario.problems import LevelError
from sandbox.scenario.read_json import label
from sandbox.scenario.showable import showable
from sandbox.scenario.whole_files import move_new, remove_stale, write_new
from sandbox.session.files.autosaves import Autosaves
from sandbox.session.files.file_names import fresh_name, safe_name
from sandbox.session.files.play_journal import read_journal
from sandbox.session.files.reopen import JOURNAL
from sandbox.session.files.save_file import SUFFIX, encode_save, glance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sandbox.session.files.save_file import Saved

MOST_DELETED: Final = 20
"""Deleted saves that are kept."""
MOST_LISTED: Final = 2000


class Kept(NamedTuple):
    """A file on the shelf."""

    path: Path
    name: str
    """as the player calls it; empty if the game made it by itself"""
    changed: float
    """when it was written, in seconds since 1970"""


class Glimpse(NamedTuple):
    """What a list shows of what is in it."""

    level: str
    """title of the level; empty if the file cannot be read"""
    tick: int
    picture: bytes
    problem: str = ""
    """what is wrong with it"""


class Deleted(NamedTuple):
    """Something deleted, and what brings it back."""

    name: str
    moved: tuple[tuple[Path, Path], ...]
    """where each of its files lies now, and where it lay"""


class Shelf:
    """The saves of one player."""

    def __init__(self, folder: Path) -> None:
        """Look after a folder, which need not exist yet."""
        self.folder, self.trash = folder, folder / "trash"
        self.autosaves = Autosaves(folder / "auto")
        self.deleted: Deleted | None = None
        """what was deleted last in this sitting, until it is brought back"""

    def entries(self) -> tuple[Kept, ...]:
        """List what can be opened: saves by name, the latest first, and then those that the game made by itself."""
        named = sorted(self._named(), key=lambda entry: (-entry.changed, entry.name))
        free = (path for path in self.autosaves.paths() if not self.autosaves.in_use(path))
        kept = (Kept(path, "", stamp) for path in free if (stamp := _changed(path)) is not None)
        return *named[:MOST_LISTED], *kept

    def _named(self) -> Iterator[Kept]:
        """Find what players gave a name: a save, with a journal beside it or without, or a journal alone."""
        files: list[Path] = []
        with suppress(OSError):
            files = [path for path in self.folder.iterdir() if path.suffix in {SUFFIX, JOURNAL}]
        best = {path.stem: path for path in sorted(files, key=lambda path: path.suffix == SUFFIX)}
        for path in best.values():
            stamp = None if path.name.startswith(".") else _changed(path)
            if stamp is not None:
                yield Kept(path, path.stem, stamp)

    def add(self, save: Saved, words: str, picture: bytes = b"", notes: bytes = b"") -> Path:
        """Write a save under a name made of words, which nobody has yet, and return its file.

        Raises:
            OSError: if it cannot be written; its `filename` is that of the file.
        """
        name = self._fresh(safe_name(words, text_of("saves.unnamed")))
        return write_new(self.folder, name, SUFFIX, encode_save(save, picture=picture, notes=notes))

    def rename(self, path: Path, words: str) -> Path:
        """Give a file of the shelf another name, and return it; without any words in it, it stays as it is.

        Raises:
            OSError: if it cannot be moved.
        """
        name = safe_name(words, path.stem)
        if name == path.stem and path.parent == self.folder:
            return path
        fresh = self._fresh(name, {path.stem} if path.parent == self.folder else set())
        first, *_ = [move_new(file, self.folder, fresh, file.suffix) for file in _with_journal(path)]
        return first

    def delete(self, path: Path) -> Deleted:
        """Take a save off the shelf, with the journal beside it; raise OSError if it cannot be moved."""
        moved = tuple((move_new(file, self.trash, path.stem, file.suffix), file) for file in _with_journal(path))
        for file, _ in moved:
            with suppress(OSError):
                os.utime(file)
        self._prune()
        name = path.stem if path.parent == self.folder else self.glimpse(moved[0][0]).level
        self.deleted = Deleted(showable(name), moved)
        return self.deleted

    def bring_back(self) -> Path | None:
        """Put back what was deleted last, beside whatever has got its name by now; raise OSError if it cannot be."""
        deleted, self.deleted = self.deleted, None
        if deleted is None:
            return None
        places = [move_new(now, before.parent, before.stem, before.suffix) for now, before in deleted.moved]
        return places[0]

    def glimpse(self, path: Path) -> Glimpse:
        """Return what a list shows of a file; what cannot be read is told and not raised."""
        stamp = _changed(path)
        return _glimpse(path, stamp or 0.0, _changed(path.with_suffix(JOURNAL)) or 0.0)

    def tidy(self) -> None:
        """Remove what writers have left behind that were killed, also beside the shelf."""
        self.autosaves.tidy()
        for folder in (self.folder, self.trash, self.folder.parent):
            remove_stale(folder)

    def _fresh(self, name: str, own: set[str] | None = None) -> str:
        return fresh_name(name, {entry.path.stem for entry in self._named()} - (own or set()))

    def _prune(self) -> None:
        files = sorted(self.trash.iterdir(), key=lambda file: -(_changed(file) or 0.0))
        kept = list(dict.fromkeys(file.stem for file in files))[:MOST_DELETED]
        for file in files:
            if file.stem not in kept:
                with suppress(OSError):
                    file.unlink()


def _with_journal(path: Path) -> list[Path]:
    """Return a file with the journal beside it, if there is one."""
    beside = path.with_suffix(JOURNAL)
    return [path, beside] if beside != path and beside.exists() else [path]


def _changed(path: Path) -> float | None:
    """Return when a file was written; None if there is none."""
    try:
        return path.stat().st_mtime if path.is_file() else None
    except OSError:
        return None


@lru_cache(64)
def _glimpse(path: Path, _saved: float, _told: float) -> Glimpse:
    """Look into a file, unless it is as it was the last time."""
    beside = path.with_suffix(JOURNAL)
    picture, problem, level, tick = b"", "", "", 0
    try:
        if path.suffix != JOURNAL:
            seen = glance(path)
            picture, level, tick = seen.picture, seen.recording.level.title, seen.recording.ticks
    except LevelError as error:
        problem = _reason(error, path)
    try:
        if beside.exists():
            told = read_journal(beside)
            level, tick, problem = told.recording.level.title, told.tick, ""
    except LevelError as error:
        problem = problem if level else _reason(error, beside)
    return Glimpse(level, tick, picture, problem)


def _reason(error: LevelError, path: Path) -> str:
    """Return what is wrong with a file, without its name."""
    return str(error.problems[0]).removeprefix(f"{label(path)}: ")
