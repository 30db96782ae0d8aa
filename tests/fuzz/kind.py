"""What all kinds of fuzzing share: input made from a seed, and a check of what the game makes of it."""

from __future__ import annotations

import os
import tempfile
import traceback
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import process_time
from typing import TYPE_CHECKING, Final, NamedTuple
from unittest.mock import patch

from sandbox.app.paths import HOME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST: Final = 30.0
"""Seconds of the processor that a check may take."""


def _nothing(_folder: Path) -> None:
    pass


class Kind(NamedTuple):
    """One kind of input that nobody should give to the game, and what has to hold of it."""

    name: str
    generate: Callable[[Random], bytes]
    """makes one input, the same from the same random numbers"""
    check: Callable[[bytes, Path], str]
    """holds the game against one input, in a folder that is its own, and tells in a word or two what became of it;
    whatever it raises is a fault"""
    few: int
    """how many are tried in the everyday tests"""
    prepare: Callable[[Path], None] = _nothing
    """puts into the folder what inputs name"""


class Tried(NamedTuple):
    """What came of one input."""

    seed: int
    became: str
    """in a word or two; nothing if there is a fault"""
    fault: str
    """what was raised and where; nothing if all is well"""


def settle(kind: Kind, folder: Path) -> None:
    """Prepare an empty folder for one kind; the player's own files lie in it from now on, too."""
    (folder / "home").mkdir()
    os.environ[HOME] = str(folder / "home")
    kind.prepare(folder)


@contextmanager
def place(kind: Kind) -> Iterator[Path]:
    """Give a prepared folder to one kind; afterwards it is gone, and the player's own files lie where they did."""
    with tempfile.TemporaryDirectory() as name, patch.dict(os.environ):
        folder = Path(name).resolve()
        settle(kind, folder)
        yield folder


def made(kind: Kind, seed: int) -> bytes:
    """Make the input of a seed."""
    return kind.generate(Random(seed))  # noqa: S311 - nothing is to be kept secret


def attempt(kind: Kind, seed: int, folder: Path) -> Tried:
    """Try the input of a seed."""
    began = process_time()
    try:
        became = kind.check(made(kind, seed), folder)
        assert process_time() - began < LONGEST, f"it took {process_time() - began:.0f} s"
    except Exception as fault:  # noqa: BLE001 - whatever is raised is what was looked for
        return Tried(seed, "", "".join(traceback.format_exception(fault)))
    return Tried(seed, became, "")
