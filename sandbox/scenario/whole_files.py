"""Files that are written whole or not at all: whoever reads one finds what was there before, or all of the new.

A program may be killed, a disk be full and the power go at any moment, and several instances may write at once.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from sandbox.interrupts import answered, stop

if TYPE_CHECKING:
    from collections.abc import Iterator

NEW: Final = 0o666
"""The permissions of a file that was not there, before the user's mask is taken from them."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or leave it as it was; missing folders are made.

    Raises:
        OSError: if it cannot be written; its `filename` is that of `path`.
    """
    with whole_file(path) as stream:
        stream.write(content)


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Open a file for writing that takes the place of `path` when all is written, and is gone if anything fails.

    What is no regular file, such as a pipe or the terminal, is written to as it is.

    Raises:
        OSError: if it cannot be written; its `filename` is that of `path`.
    """
    try:
        target = path.resolve() if path.is_symlink() else path
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                yield stream
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        with answered(stop), _draft(target) as (stream, draft):
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            stream.close()
            draft.chmod(_mode(target))
            draft.replace(target)
            _settle(target.parent)
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise


@contextmanager
def _draft(target: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """Open a file of its own beside the target; it is removed if it does not become the target."""
    number, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".draft", dir=target.parent)
    draft = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            yield stream, draft
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """Return the permissions that the target has, or would be given by the system."""
    with suppress(OSError):
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return NEW & ~mask


def _settle(folder: Path) -> None:
    """Let the name reach the disk, too, where a folder can be opened for that."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
