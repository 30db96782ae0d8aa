"""How long it takes to find out whether a deed is possible, beside a tick: `python benchmarks/deed.py [SIZE ...]`.

Milliseconds depend on the machine; the ratio hardly does, because both are measured in turn in the same process.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from sandbox import bootstrap

bootstrap.ensure()

from argparse import ArgumentParser
from statistics import median
from typing import Final

from clock import seconds
from square import level
from stored import compare, store

from sandbox.scenario.schema import Happening
from sandbox.session.session import Session

SIZES: Final = (12, 60, 1_000)
ROUNDS: Final = 60
DEEDS: Final = (
    Happening(do="hurt", who="p1", by="p2"),
    Happening(do="praise", who="p3"),
    Happening(do="move", who="p4", x=1.0, y=1.0),
    Happening(do="news", who="p5", about="p6"),
)


def main(sizes: list[int], commit: str | None) -> None:
    """Print one line for each number of people, and the ratios beside those that are stored."""
    ratios = {}
    print(f"{'people':>7} {'tick, ms':>9} {'deed, ms':>9} {'deed/tick':>10}")
    for size in sizes:
        session = Session(level(size))
        session.step(10)
        ticks, deeds = [], []
        for number in range(ROUNDS):
            begin = seconds()
            session.do(DEEDS[number % len(DEEDS)])
            between = seconds()
            session.step()
            ticks.append(seconds() - between)
            deeds.append(between - begin)
        tick, deed = median(ticks), median(deeds)
        ratios[f"deed/tick, {size:,}"] = deed / tick
        print(f"{size:>7,} {tick * 1000:>9.2f} {deed * 1000:>9.3f} {deed / tick:>10.3f}")
    if commit:
        store(commit, ratios)
    compare(ratios)


if __name__ == "__main__":
    parser = ArgumentParser(description="Measure whether finding out about a deed is cheap.")
    parser.add_argument("sizes", type=int, nargs="*", metavar="PEOPLE", default=list(SIZES))
    parser.add_argument("--store", metavar="COMMIT", help="keep the ratios as those of this commit")
    given = parser.parse_args()
    main(given.sizes, given.store)
