"""How much memory ten minutes with rewind take: `python benchmarks/memory.py [PEOPLE] [TICKS]`, on Unix.

It plays on and keeps moments as a session does, hurts some people every ten seconds, and goes back in the end.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from sandbox import bootstrap

bootstrap.ensure()

import resource
from argparse import ArgumentParser
from time import perf_counter
from typing import TYPE_CHECKING, Final

from crowd import HURT, crowd, hurts

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.session.history.branches import Branches
from sandbox.session.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.scenario.schema import Happening

PEOPLE: Final = 1_000
TICKS: Final = 600 * TICKS_PER_SECOND
EVERY: Final = 10 * TICKS_PER_SECOND
"""Ticks from one round of blows to the next."""
LINES: Final = 6
"""how often the figure is printed on the way"""
UNIT: Final = 1024 if sys.platform == "darwin" else 1
"""kilobytes are what Linux counts in; macOS counts in bytes"""


def main(people: int, ticks: int) -> None:
    """Print the peak as time goes by, and what a jump back costs."""
    empty = peak()
    print(f"{'ticks':>7} {'records':>9} {'peak, MB':>9} {'without Python and numpy':>25}")
    moment = Moment.first(crowd(people))
    branches = Branches(moment)

    def follow(moment: Moment, _commands: Sequence[Happening]) -> Moment:
        return moment.next(hurts(people, moment.tick // EVERY % HURT) if moment.tick % EVERY == 0 else [])

    for now in range(1, ticks + 1):
        moment = branches.next(moment, follow)
        if now % (ticks // LINES) == 0:
            print(f"{now:>7,} {moment.world.causes.count:>9,} {peak():>9.0f} {peak() - empty:>25.0f}")
    begin = perf_counter()
    moment = branches.nearest(to := ticks // 2 - 1)
    again = to - moment.tick
    for _ in range(again):
        moment = branches.next(moment, follow)
    print(f"Back to the middle by playing {again} ticks: {perf_counter() - begin:.2f} s; peak {peak():.0f} MB.")


def peak() -> float:
    """Return the most memory that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / UNIT / 1000


if __name__ == "__main__":
    parser = ArgumentParser(description="Measure the memory of a play with rewind.")
    parser.add_argument("people", type=int, nargs="?", default=PEOPLE)
    parser.add_argument("ticks", type=int, nargs="?", default=TICKS)
    given = parser.parse_args()
    main(given.people, given.ticks)
