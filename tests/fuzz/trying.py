"""Try the inputs of many seeds, in this process or in several."""

from __future__ import annotations

import warnings
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING, Final

from tests.fuzz.kind import Tried, attempt, place, settle
from tests.fuzz.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

AT_ONCE: Final = 10
"""Seeds that a process is given."""
_HERE: Final[list[Path]] = []
"""The folder of this process, if it is one of several."""


def every(kind: str, seeds: range, processes: int = 1) -> Iterator[Tried]:
    """Try the inputs of all seeds, in order; each process has a folder of its own, and what warns is a fault."""
    if processes == 1:
        with place(KINDS[kind]) as folder:
            for seed in seeds:
                yield _try(kind, seed, folder)
        return
    start = get_context("spawn")
    with TemporaryDirectory() as above, ProcessPoolExecutor(processes, start, _begin, (kind, above)) as pool:
        yield from pool.map(partial(_try, kind), seeds, chunksize=AT_ONCE)


def _begin(kind: str, above: str) -> None:
    _HERE.append(Path(mkdtemp(dir=above)).resolve())
    settle(KINDS[kind], _HERE[0])


def _try(kind: str, seed: int, folder: Path | None = None) -> Tried:
    with warnings.catch_warnings(action="error"):
        return attempt(KINDS[kind], seed, folder or _HERE[0])
