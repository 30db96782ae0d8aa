"""Files that are written whole or not at all: whoever reads one finds what was there before, or all of the new.

A program may be killed, a disk be full and the power go at any moment, and several instances may write at once. This
is the only module that opens files for writing.
"""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path
from time import monotonic, sleep, time
from typing import IO, TYPE_CHECKING, Final

from sandbox.interrupts import answered, stop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

if sys.platform == "win32":
    import msvcrt

    def _lock(number: int) -> None:
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


NEW: Final = 0o666
"""The permissions of a file that was not there, before the user's mask is taken from them."""
PATIENCE: Final = 2.0
"""Seconds for which another instance may keep a file."""
PAUSE: Final = 0.01
"""Seconds between two attempts."""
DRAFT: Final = ".draft"
"""The end of the name of what is not yet written whole."""
STALE_SECONDS: Final = 3600.0
"""After which a draft is nobody's any more."""
HELD: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
"""What systems say of a lock that another one has."""
_MASK: Final = os.umask(0o077)
"""What the user takes from them. It can only be asked for by setting it, for all threads, so it is asked for once."""
os.umask(_MASK)


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
    with _named(path):
        target = _target(path)
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                yield stream
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        with answered(stop), _draft(target) as (stream, draft):
            yield stream
            _finish(stream, draft, _mode(target))
            draft.replace(target)
            _settle(target.parent)


def write_new(folder: Path, stem: str, suffix: str, content: bytes) -> Path:
    """Write a file that nobody else has, whole or not at all, and return it: STEM.png, STEM-2.png and so on.

    Raises:
        OSError: if it cannot be written; its `filename` is that of the first of these.
    """
    first = folder / f"{stem}{suffix}"
    with _named(first):
        folder.mkdir(parents=True, exist_ok=True)
        with _draft(first) as (stream, draft):
            stream.write(content)
            _finish(stream, draft, _mode(first))
            path = _claimed(draft, chain((first,), (folder / f"{stem}-{number}{suffix}" for number in count(2))))
            _settle(folder)
    return path


def move_new(path: Path, folder: Path, stem: str, suffix: str) -> Path:
    """Give a file a name in a folder that nobody else has there, and return that, as `write_new` does.

    Raises:
        OSError: if it cannot be moved; its `filename` is that of the first name.
    """
    first = folder / f"{stem}{suffix}"
    with _named(first):
        folder.mkdir(parents=True, exist_ok=True)
        moved = _claimed(path, chain((first,), (folder / f"{stem}-{number}{suffix}" for number in count(2))))
        path.unlink(missing_ok=True)
        _settle(folder)
    return moved


class Lines:
    """A file that grows line by line: whoever is killed has written every line that was added, if not the last torn."""

    def __init__(self, path: Path) -> None:
        """Begin to add to a file that ends with a whole line; raise OSError if that is not possible."""
        self._path = path
        with _named(path):
            self._stream = path.open("ab", buffering=0)

    def add(self, line: bytes) -> None:
        """Hand a line to the system; raise OSError if it does not take it whole."""
        with _named(self._path):
            if self._stream.write(line + b"\n") <= len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def close(self) -> None:
        """Bring all lines to the disk, as far as it takes them."""
        with suppress(OSError):
            os.fsync(self._stream.fileno())
        self._stream.close()


def append_lines(path: Path, lines: Iterable[bytes]) -> None:
    """Add lines to a file, on a new line even if the last one was torn off; readers have to survive such a one.

    Raises:
        OSError: if it cannot be written; its `filename` is that of `path`.
    """
    with _named(path), path.open("a+b") as stream:
        stream.seek(max(0, stream.tell() - 1))
        begin = b"" if stream.read(1) in {b"", b"\n"} else b"\n"
        stream.write(begin + b"".join(line + b"\n" for line in lines))
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other instances out while a file is read, changed and written; who ends or is killed keeps nobody out.

    Raises:
        OSError: if another one stays too long, or the folder cannot be written to.
    """
    with _named(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        guard = path.with_name(f".{path.name}.lock").open("ab")
    with guard:
        last = monotonic() + PATIENCE
        while not _locked(guard.fileno()):
            if monotonic() > last:
                raise TimeoutError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))
            sleep(PAUSE)
        yield


def taken(path: Path) -> IO[bytes] | None:
    """Take a file as a guard for as long as the stream that is returned stays open; None if somebody else has it.

    Raises:
        OSError: if there can be no such file.
    """
    with _named(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        guard = path.open("ab")
    if _locked(guard.fileno()):
        return guard
    guard.close()
    return None


def remove_stale(folder: Path) -> None:
    """Remove what writers to a folder have left behind that were killed, once it is nobody's any more."""
    with suppress(OSError):
        for draft in folder.glob(f".*{DRAFT}"):
            with suppress(OSError):
                if draft.stat().st_mtime < time() - STALE_SECONDS:
                    draft.unlink()


def refuse_unwritable(path: Path) -> None:
    """Raise OSError unless a file can be written there: said before the work whose result is to go into it."""
    with _named(path):
        target = _target(path)
        if target.exists() and not (target.is_file() or target.is_dir()):
            return
        if target.exists():
            target.open("ab").close()
        with _draft(target):
            pass


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Let an OSError name the file that was asked for."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise


def _target(path: Path) -> Path:
    return path.resolve() if path.is_symlink() else path


@contextmanager
def _draft(target: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """Open a file of its own beside the target; it is gone afterwards, unless it has become the target."""
    number, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=DRAFT, dir=target.parent)
    draft = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            yield stream, draft
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _finish(stream: IO[bytes], draft: Path, mode: int) -> None:
    """Bring all of a draft to the disk."""
    stream.flush()
    os.fsync(stream.fileno())
    stream.close()
    draft.chmod(mode)


def _claimed(draft: Path, names: Iterator[Path]) -> Path:
    """Give a draft the first name that nobody has, and return it."""
    for path in names:
        with suppress(FileExistsError):
            _claim(path, draft)
            return path
    raise FileExistsError


def _claim(path: Path, draft: Path) -> None:
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # Not every disk has links: here the name is there for a moment without its content.
        path.open("xb").close()
        try:
            draft.replace(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _locked(number: int) -> bool:
    """Try to get a lock, which the system takes back from whoever ends; where there are none, everybody gets it."""
    try:
        _lock(number)
    except OSError as error:
        return error.errno not in HELD
    return True


def _mode(target: Path) -> int:
    """Return the permissions that the target has, or would be given by the system."""
    with suppress(OSError):
        return target.stat().st_mode & 0o7777
    return NEW & ~_MASK


def _settle(folder: Path) -> None:
    """Let the name reach the disk, too, where a folder can be opened for that."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
