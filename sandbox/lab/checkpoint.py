"""What a sweep has finished, kept line by line, so that one that was broken off can be gone on with.

A block of scenes is known again only to the very program that played it: with another line of its sources it is played
anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from sandbox.lab.experiment import Condition  # noqa: TC001 - msgspec reads the annotations
from sandbox.lab.provenance import provenance
from sandbox.scenario.whole_files import append_lines

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.lab.estimators import Measured


class Block(NamedTuple):
    """Scenes that are played side by side: all that a result hangs on."""

    experiment: str
    condition: Condition
    seed: int
    """of the first scene; each one after it has the next"""
    scenes: int
    provenance: str
    """of whoever asks for it"""


class Line(msgspec.Struct, frozen=True):
    """A line of the file."""

    block: Block
    values: dict[str, bytes]
    """of each measure, (scenes,) numbers of eight bytes, the lowest first, so that not a bit is lost"""


class Checkpoint:
    """A file of finished blocks."""

    def __init__(self, path: Path) -> None:
        """Read what is known already; what is torn, damaged or of other sources is not.

        Raises:
            OSError: if there is a file that cannot be read.
        """
        self.path = path
        self._known: dict[Block, Measured] = {}
        if path.exists():
            with path.open("rb") as stream:
                for line in stream:
                    self._read(line)

    def __len__(self) -> int:
        """Count the worlds whose results are kept."""
        return sum(block.scenes for block in self._known)

    def find(self, block: Block) -> Measured | None:
        """Return what was measured in a block, if it was played already."""
        return self._known.get(block)

    def add(self, block: Block, measured: Measured) -> None:
        """Keep what was measured in a block; raise OSError if the disk does not take it."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        values = {name: numbers.astype("<f8").tobytes() for name, numbers in measured.items()}
        append_lines(self.path, [msgspec.json.encode(Line(block, values))])
        self._known[block] = measured

    def remove(self) -> None:
        """Forget everything: the sweep is through."""
        self.path.unlink(missing_ok=True)
        self._known.clear()

    def _read(self, line: bytes) -> None:
        try:
            told = msgspec.json.decode(line, type=Line)
            if told.block.provenance == provenance():
                self._known[told.block] = {name: np.frombuffer(kept, "<f8") for name, kept in told.values.items()}
        except (msgspec.MsgspecError, ValueError, RecursionError):
            return
