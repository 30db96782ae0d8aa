"""What a tick of one of many worlds in a stack costs: `python benchmarks/stack.py [SIZE ...]`.

A stack holds fifty worlds of so many people, alike but for their seeds, as what-ifs and experiments play them: without
a journal. What it takes per world and tick is compared with a copy of the columns that a single world's tick replaces,
and so with the tick of the stored commit.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from sandbox import bootstrap

bootstrap.ensure()

from statistics import mean
from typing import Final

from clock import seconds
from crowd import crowd, hurts
from stored import parser, report, stored_ratio
from tick import measure, warm

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.stack import Stack
from sandbox.engine.table import replaced

SIZES: Final = (12, 30)
WORLDS: Final = 50
WARM_UP: Final = 2 * TICKS_PER_SECOND
TURNS: Final = 5
"""how often stack and single world are measured in turn"""
MINUTE: Final = 60 * TICKS_PER_SECOND


def main(sizes: list[int], commit: str | None) -> None:
    """Print one line for each size, and the ratios beside those that are stored."""
    print(f"{'people':>7} {'a world, ms':>12} {'alone, ms':>10} {'copy, ms':>9} {'60 s of all, s':>15} {'÷ then':>7}")
    ratios = {}
    for size in sizes:
        alone, stack = warm(size), stacked(size)
        each: list[float] = []
        ticks: list[float] = []
        copies: list[float] = []
        for _ in range(TURNS):
            alone, measured = measure(alone)
            ticks += measured.ticks
            copies += measured.copies
            stack, spent = played(stack)
            each += spent
        copy, world = mean(copies), mean(each) / WORLDS
        ratios[f"tick/copy, {size:,}"] = mean(ticks) / copy
        ratio = ratios[f"tick in a stack/copy, {size:,}"] = world / copy
        then = stored_ratio(f"tick/copy, {size:,}")
        print(
            f"{size:>7,} {world * 1000:>12.3f} {mean(ticks) * 1000:>10.2f} {copy * 1000:>9.3f} "
            f"{mean(each) * MINUTE:>15.1f} {ratio / then:>7.3f}"
        )
    report(ratios, commit)


def stacked(size: int) -> Stack:
    """Stack WORLDS crowds of so many people, in which some are hurt, and let it sink in."""
    world = crowd(size)
    stack = Stack.of([replaced(world, seed=seed, journal=False) for seed in range(WORLDS)])
    stack = stack.next([hurts(size)] * WORLDS)
    for _ in range(WARM_UP - 1):
        stack = stack.next()
    return stack


def played(stack: Stack) -> tuple[Stack, list[float]]:
    """Return the seconds of each tick of three seconds of game time."""
    spent = []
    for _ in range(3 * TICKS_PER_SECOND):
        begin = seconds()
        stack = stack.next()
        spent.append(seconds() - begin)
    return stack, spent


if __name__ == "__main__":
    arguments = parser("Measure a tick of many worlds at once.")
    arguments.add_argument("sizes", type=int, nargs="*", metavar="PEOPLE", default=list(SIZES))
    given = arguments.parse_args()
    main(given.sizes, given.store)
