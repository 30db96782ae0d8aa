"""The worlds that a sweep has finished, kept line by line, so that one that was broken off can be gone on with.

A world is known again only to the very program that played it: with another line of its sources it is played anew.
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


class World(NamedTuple):
    """What is played: all that a result hangs on."""

    experiment: str
    condition: Condition
    seed: int
    tiles: int
    """scenes in it"""
    provenance: str
    """of whoever asks for it"""


class Line(msgspec.Struct, frozen=True):
    """A line of the file."""

    world: World
    values: dict[str, bytes]
    """of each measure, (tiles,) numbers of eight bytes, the lowest first, so that not a bit is lost"""


class Checkpoint:
    """A file of finished worlds."""

    def __init__(self, path: Path) -> None:
        """Read what is known already; what is torn, damaged or of other sources is not.

        Raises:
            OSError: if there is a file that cannot be read.
        """
        self.path = path
        self._known: dict[World, Measured] = {}
        if path.exists():
            with path.open("rb") as stream:
                for line in stream:
                    self._read(line)

    def __len__(self) -> int:
        """Count the worlds that are kept."""
        return len(self._known)

    def find(self, world: World) -> Measured | None:
        """Return what was measured in a world, if it was played already."""
        return self._known.get(world)

    def add(self, world: World, measured: Measured) -> None:
        """Keep what was measured in a world; raise OSError if the disk does not take it."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        values = {name: numbers.astype("<f8").tobytes() for name, numbers in measured.items()}
        append_lines(self.path, [msgspec.json.encode(Line(world, values))])
        self._known[world] = measured

    def remove(self) -> None:
        """Forget everything: the sweep is through."""
        self.path.unlink(missing_ok=True)
        self._known.clear()

    def _read(self, line: bytes) -> None:
        try:
            told = msgspec.json.decode(line, type=Line)
            if told.world.provenance == provenance():
                self._known[told.world] = {name: np.frombuffer(kept, "<f8") for name, kept in told.values.items()}
        except (msgspec.MsgspecError, ValueError, RecursionError):
            return
