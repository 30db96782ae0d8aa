"""Read the members of a stranger's zip, none of them larger than was asked for, and all together within a budget."""

from __future__ import annotations

import ast
import io
import zipfile
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NoReturn, Self

import numpy as np

from sandbox.scenario.problems import LevelError, Problem

if TYPE_CHECKING:
    from types import TracebackType

    from numpy.typing import NDArray

MOST_MEMBERS: Final = 400
"""Entries of a zip; a save has about 170."""
MOST_BYTES: Final = 256_000_000
"""Bytes of all members that are read, unpacked: what 400,000 ties take."""
ENTRY: Final = b"PK\x01\x02"
"""Begins each entry of a zip's list of contents."""
LONGEST_HEAD: Final = 256
"""Bytes before the numbers of a member."""
MAGIC: Final = b"\x93NUMPY\x01\x00"
"""Begins a member that holds numbers."""
START: Final = len(MAGIC) + 2
"""Bytes before what is said of them; the last two tell how long that is."""
BROKEN: Final = (
    *(KeyError, IndexError, TypeError, ValueError, OverflowError, RuntimeError, NotImplementedError),
    *(EOFError, OSError, zipfile.BadZipFile, zlib.error),
)
"""What a damaged zip can lead to."""


class Members:
    """The members of one zip."""

    def __init__(self, data: bytes, file: str) -> None:
        """Look through the list of contents; raise LevelError if this is no zip or too much is in it."""
        self.file, self._left = file, MOST_BYTES
        if data.count(ENTRY) > MOST_MEMBERS:
            self.refuse("save.large")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN:
            self.refuse("save.broken")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def __contains__(self, name: str) -> bool:
        return name in self._archive.NameToInfo

    def text(self, name: str, most: int) -> bytes:
        """Unpack a member of at most so many bytes; raise LevelError if it is larger, damaged or not there."""
        if name not in self:
            self.refuse("save.absent", name)
        info = self._archive.getinfo(name)
        if info.file_size > min(most, self._left) or info.compress_type not in {
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        }:
            self.refuse("save.large")
        self._left -= info.file_size
        content = b""
        with suppress(*BROKEN), self._archive.open(info) as stream:
            content = stream.read(info.file_size + 1)
        if len(content) != info.file_size:
            self.refuse("save.broken")
        return content

    def column(self, name: str, kind: np.dtype[Any], shape: tuple[int, ...]) -> NDArray[Any]:
        """Unpack an array of exactly this type and shape; raise LevelError if it is another."""
        count = int(np.prod(shape))
        content = self.text(name, count * kind.itemsize + LONGEST_HEAD)
        wanted = {"descr": np.lib.format.dtype_to_descr(kind), "fortran_order": False, "shape": shape}
        if len(content) < count * kind.itemsize or _head(content[: len(content) - count * kind.itemsize]) != wanted:
            self.refuse("save.shape", name)
        return np.frombuffer(content, kind, count, len(content) - count * kind.itemsize).reshape(shape)

    def refuse(self, key: str, path: str = "", **slots: object) -> NoReturn:
        """Raise LevelError with a sentence about a member, or about the whole file."""
        raise LevelError(self.file, [Problem(path, key, **slots)]) from None


def _head(content: bytes) -> object:
    """Read what numpy's format 1.0 says of an array that follows, or None; numpy's own reader knows older dialects."""
    if not content.startswith(MAGIC) or int.from_bytes(content[len(MAGIC) : START], "little") != len(content) - START:
        return None
    with suppress(ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        said: object = ast.literal_eval(content[START:].decode("ascii"))
        return said
    return None
