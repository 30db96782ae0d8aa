"""A line of a terminal that says how far long work is."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, Final

from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH: Final = 24
"""Characters of the bar."""


def progress() -> Callable[[int, int], None]:
    """Make a report of "done of all" for one line of a terminal; it says nothing where nobody looks."""
    if sys.stderr is None or not sys.stderr.isatty():
        return lambda _done, _all: None
    first: tuple[int, float] | None = None  # long work may go on from where it was left

    def count(done: int, whole: int) -> None:
        nonlocal first
        now = monotonic()
        first = first or (done, now)
        before, begin = first
        bar = ("█" * int(done / whole * WIDTH)).ljust(WIDTH, "░")
        left = time((now - begin) * (whole - done) / (done - before)) if done > before else "?"
        print(
            f"\r{text_of('experiment.progress', bar=bar, done=done, count=whole, left=left)}  ", end="", file=sys.stderr
        )
        print(end="\n" if done == whole else "", file=sys.stderr, flush=True)

    return count


def time(seconds: float) -> str:
    """Write a length of time in minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
