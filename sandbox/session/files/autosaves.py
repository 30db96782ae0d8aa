"""The folder of what the game keeps by itself: one save and one journal for each play-through, numbered as they began.

Numbers tell which is the latest, since clocks go wrong. Whoever plays holds a guard, which the system takes back from
those who are killed: what another instance plays is neither opened nor removed.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from sandbox.scenario.whole_files import DRAFT, taken
from sandbox.session.files.reopen import JOURNAL
from sandbox.session.files.save_file import SUFFIX

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.session.session import Session

MOST: Final = 20
"""Play-throughs that are kept."""
GUARD: Final = ".lock"
_NAME: Final = re.compile(r"\.?([0-9]{6})\.")
LAST: Final = 999_999


class Autosaves:
    """What the game keeps by itself."""

    def __init__(self, folder: Path) -> None:
        """Look after a folder, which need not exist yet."""
        self.folder = folder
        self.origins: WeakKeyDictionary[Session, Path] = WeakKeyDictionary()
        """the file that a play-through was opened from, or last kept in"""

    def opened(self, session: Session, path: Path) -> None:
        """Note the file that a play-through was opened from, if it is one of these."""
        if path.parent == self.folder:
            self.origins[session] = path

    def paths(self) -> tuple[Path, ...]:
        """List a file of each play-through, the latest first: its save, or its journal if there is none yet."""
        found = [path for path in self._files() if path.suffix in {SUFFIX, JOURNAL} and not path.name.startswith(".")]
        best = {path.stem: path for path in sorted(found, key=lambda path: path.suffix == SUFFIX)}
        return tuple(best[stem] for stem in sorted(best, reverse=True))

    def newest(self) -> tuple[Path, ...]:
        """List the latest few that nobody plays."""
        return tuple(path for path in self.paths()[:MOST] if not self.in_use(path))

    def in_use(self, path: Path) -> bool:
        """Return whether somebody plays it, this instance or another."""
        with suppress(OSError):
            guard = taken(path.with_suffix(GUARD)) if path.with_suffix(GUARD).exists() else None
            if guard is not None:
                guard.close()
            return guard is None and path.with_suffix(GUARD).exists()
        return False

    def claim(self) -> tuple[Path, IO[bytes]]:
        """Return the save of a new number, which is not there yet, and its guard; raise OSError if none can be."""
        numbers = [int(match[1]) for path in self._files() if (match := _NAME.match(path.name))]
        number = min(LAST, max(numbers, default=0) + 1)
        while True:
            path = self.folder / f"{number:06}{SUFFIX}"
            guard = taken(path.with_suffix(GUARD))
            if guard is not None and _still_there(guard, path.with_suffix(GUARD)):
                return path, guard
            number += 1

    def remove(self, path: Path) -> None:
        """Remove a play-through that nobody plays."""
        if self.in_use(path):
            return
        for file in self._files():
            match = _NAME.match(file.name)
            if match and match[1] == path.stem:
                with suppress(OSError):
                    file.unlink()

    def tidy(self) -> None:
        """Remove the oldest of those that are too many, and what writers have left behind that were killed."""
        paths = self.paths()
        for path in paths[MOST:]:
            self.remove(path)
        kept = {path.stem for path in paths[:MOST]}
        for file in self._files():
            match = _NAME.match(file.name)
            left = file.suffix == DRAFT or (file.suffix == GUARD and match and match[1] not in kept)
            if match and left and not self.in_use(self.folder / f"{match[1]}{SUFFIX}"):
                with suppress(OSError):
                    file.unlink()

    def _files(self) -> list[Path]:
        with suppress(OSError):
            return [*self.folder.iterdir()]
        return []


def _still_there(guard: IO[bytes], path: Path) -> bool:
    """Return whether nobody has removed a guard just before it was taken."""
    with suppress(OSError):
        return os.path.samestat(os.fstat(guard.fileno()), path.stat())
    return False
