"""How long it takes to go to another moment of ten minutes of play: `python benchmarks/seek.py [SIZE ...]`.

Milliseconds depend on the machine; the ratio to a tick hardly does, because both are measured in one process.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from sandbox import bootstrap

bootstrap.ensure()

from functools import partial
from statistics import median
from typing import TYPE_CHECKING, Final

import numpy as np
from clock import seconds
from square import level
from stored import parser, report

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.session.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SIZES: Final = (12, 60)
TICKS: Final = 600 * TICKS_PER_SECOND
SEEKS: Final = 120
"""seeks to anywhere, one in each of as many stretches of the play"""
NEAR: Final = 3 * TICKS_PER_SECOND
"""how far from one place the pointer goes, to either side"""
TIMES: Final = 4
"""how often it goes to and fro"""
WITHIN: Final = 0.04
"""seconds that a seek may take out of one picture while the pointer drags"""


def main(sizes: list[int], commit: str | None) -> None:
    """Print one line for each number of people, and the ratios beside those that are stored."""
    ratios: dict[str, float] = {}
    print(f"{'people':>7} {'tick, ms':>9} {'seek, ms':>9} {'worst':>7} {'near':>7} {'again':>7} {'dragging':>9}")
    for size in sizes:
        session = Session(level(size))
        tick = median(timed(session.step for _ in range(TICKS)))
        anywhere = timed(partial(session.seek, to) for to in scattered(size))
        middle = TICKS // 3
        near, *again = (max(timed(partial(session.seek, to) for to in around(middle))) for _ in range(TIMES))
        dragging = max(timed(partial(session.seek, to, within=WITHIN) for to in scattered(size + 1)))
        found = {"median": median(anywhere), "worst": max(anywhere), "near": near, "near again": max(again)}
        ratios |= {f"seek {name}/tick, {size:,}": spent / tick for name, spent in found.items()}
        row = " ".join(f"{spent * 1000:>7.1f}" for spent in found.values())
        print(f"{size:>7,} {tick * 1000:>9.2f}   {row} {dragging * 1000:>9.1f}")
    report(ratios, commit)


def timed(calls: Iterable[Callable[[], object]]) -> list[float]:
    """Return the seconds that each call takes."""
    spent = []
    for call in calls:
        begin = seconds()
        call()
        spent.append(seconds() - begin)
    return spent


def scattered(seed: int) -> list[int]:
    """Return ticks all over the play, in no order."""
    rng = np.random.default_rng(seed)
    stretch = TICKS // SEEKS
    ticks = np.arange(SEEKS) * stretch + rng.integers(0, stretch, SEEKS)
    return [int(tick) for tick in rng.permutation(ticks)]


def around(middle: int) -> list[int]:
    """Return ticks to and fro about a place, as a hand drags."""
    there = [*range(middle - NEAR, middle + NEAR, 3)]
    return [*there, *reversed(there)]


if __name__ == "__main__":
    arguments = parser("Measure whether going to another moment is a look-up.")
    arguments.add_argument("sizes", type=int, nargs="*", metavar="PEOPLE", default=list(SIZES))
    given = arguments.parse_args()
    main(given.sizes, given.store)
