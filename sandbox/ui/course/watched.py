"""The file of the level that is played, which its designer may change in an editor of text meanwhile."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from sandbox.scenario.load import decode_level
from sandbox.scenario.problems import LevelError
from sandbox.scenario.read_json import label, read

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.scenario.schema import Level

SECONDS: Final = 1.0
"""From one look at the file to the next."""


class Watched:
    """One file, looked at now and then; a change is taken up once it has lasted from one look to the next."""

    def __init__(self, path: Path) -> None:
        """Take the file as it is."""
        self.path = path
        self._known = self._seen = self._stamp()
        self._content = self._read()
        self._rested = 0.0

    def changed(self, seconds: float) -> Level | None:
        """Return the level if the file has another one since it was looked at last; raise LevelError if it has none.

        Args:
            seconds: of real time that have passed since the call before.
        """
        self._rested += seconds
        if self._rested < SECONDS:
            return None
        self._rested, before, self._seen = 0.0, self._seen, self._stamp()
        if self._seen in {self._known, None} or self._seen != before:
            return None
        self._known, content = self._seen, self._read()
        if content in {self._content, None}:
            return None
        self._content = content
        return decode_level(content or b"", label(self.path))

    def _stamp(self) -> tuple[int, int] | None:
        """Return when the file was written last, nanoseconds, and its bytes; None if it is not there."""
        with suppress(OSError, ValueError):
            found = self.path.stat()
            return found.st_mtime_ns, found.st_size
        return None

    def _read(self) -> bytes | None:
        with suppress(LevelError):
            return read(self.path)
        return None
