"""Try the inputs of many seeds, in this process or in several."""

from __future__ import annotations

import warnings
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final

from tests.fuzz.kind import Tried, attempt, place
from tests.fuzz.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AT_ONCE: Final = 10
"""Seeds that a process is given."""
_PLACES: Final = ExitStack()
_FOLDERS: Final[dict[str, Path]] = {}
"""Of this process, by kinds."""


def every(kind: str, seeds: range, processes: int = 1) -> Iterator[Tried]:
    """Try the inputs of all seeds, in order; each process has a folder of its own, and what warns is a fault."""
    with _PLACES:
        if processes == 1:
            yield from map(partial(_try, kind), seeds)
            return
        with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
            yield from pool.map(partial(_try, kind), seeds, chunksize=AT_ONCE)


def _try(kind: str, seed: int) -> Tried:
    if kind not in _FOLDERS:
        _FOLDERS[kind] = _PLACES.enter_context(place(KINDS[kind]))
    with warnings.catch_warnings(action="error"):
        return attempt(KINDS[kind], seed, _FOLDERS[kind])
