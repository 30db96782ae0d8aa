"""How far long work is: on a terminal a line that is written over, elsewhere a line now and then."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, Final

from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH: Final = 24
"""Characters of the bar."""
WIDEST: Final = 54
"""Characters of the words behind it, which no shorter ones leave behind."""
SELDOM: Final = 60.0
"""Seconds between two lines where no terminal shows them."""
MINUTE: Final = 60
HOUR: Final = 3600


def progress(what: str) -> Callable[[int, int], None]:
    """Make a report of "done of all" beside the output, with the time that is left at the present pace.

    Args:
        what: is counted; names the text `progress.WHAT`.
    """
    if sys.stderr is None:
        return lambda _done, _all: None
    terminal = sys.stderr.isatty()
    first: tuple[int, float] | None = None  # long work may go on from where it was left
    told = monotonic()

    def report(done: int, whole: int) -> None:
        nonlocal first, told
        now = monotonic()
        first = first or (done, now)
        if not terminal and now < told + SELDOM:
            return
        told = now
        before, begin = first
        left = time((now - begin) * (whole - done) / (done - before)) if before < done else "?"
        line = text_of(f"progress.{what}", done=f"{done:,}", count=whole, whole=f"{whole:,}", left=left)
        if terminal:
            bar = ("█" * int(done / whole * WIDTH)).ljust(WIDTH, "░")
            print(f"\r{bar} {line:<{WIDEST}}", end="\n" if done == whole else "", file=sys.stderr, flush=True)
        else:
            print(line, file=sys.stderr, flush=True)

    return report


def time(seconds: float) -> str:
    """Write a length of time by what is worth knowing of it, such as "40 s" or "2 min"."""
    if seconds < MINUTE:
        return text_of("progress.seconds", seconds=round(seconds))
    if seconds < HOUR:
        return text_of("progress.minutes", minutes=round(seconds / MINUTE))
    hours, rest = divmod(round(seconds / MINUTE), MINUTE)
    return text_of("progress.hours", hours=hours, minutes=rest)
