"""A line of a terminal that says how far long work is."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, Final

from sandbox.scenario.catalogue import say

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH: Final = 24
"""Characters of the bar."""


def counter() -> Callable[[int, int], None]:
    """Make a report of "done of all" for one line of a terminal; it says nothing where nobody looks."""
    if not sys.stderr.isatty():
        return lambda _done, _all: None
    begin = monotonic()

    def count(done: int, whole: int) -> None:
        share = done / whole
        bar = ("█" * int(share * WIDTH)).ljust(WIDTH, "░")
        left = time((monotonic() - begin) * (1 - share) / share) if done else "?"
        print(f"\r{say('experiment.progress', bar=bar, done=done, all=whole, left=left)}  ", end="", file=sys.stderr)
        print(end="\n" if done == whole else "", file=sys.stderr, flush=True)

    return count


def time(seconds: float) -> str:
    """Write a length of time in minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
