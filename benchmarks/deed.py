"""How long it takes to find out whether the dearest kind of deed is possible: `python benchmarks/deed.py [SIZE ...]`.

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

from statistics import median
from typing import Final

from clock import seconds
from msgspec import convert
from square import COLOURS, level
from stored import parser, report

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.vocabulary import CUES, DRIVES, RULES
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session

SIZES: Final = (12, 60, 1_000)
ROUNDS: Final = 15
GIVEN: Final[dict[str, str | float | bool]] = {
    "who": "p1",
    "by": "p2",
    "about": "p3",
    "x": 1.0,
    "y": 1.0,
    "rule": RULES[0],
    "cue": CUES[0],
    "on": True,
    "group": COLOURS[1],
    "drive": DRIVES[0],
}
"""what deeds need, by field"""


def main(sizes: list[int], commit: str | None) -> None:
    """Print one line for each number of people, and the ratios beside those that are stored."""
    ratios = {}
    print(f"{'people':>7} {'tick, ms':>9} {'deed, ms':>9} {'deed/tick':>10}  dearest")
    for size in sizes:
        session = Session(level(size))
        session.step(10)
        ticks: list[float] = []
        deeds: dict[str, float] = {}
        for kind in HAPPENINGS:
            if kind.staged:
                continue
            spent = []
            for _ in range(ROUNDS):
                deed = convert({"do": kind.name} | {field: GIVEN[field] for field in kind.needs}, Happening)
                begin = seconds()
                session.do(deed)
                between = seconds()
                session.step()
                ticks.append(seconds() - between)
                spent.append(between - begin)
            deeds[kind.name] = median(spent)
        tick, dearest = median(ticks), max(deeds, key=deeds.__getitem__)
        ratios[f"deed/tick, {size:,}"] = deeds[dearest] / tick
        print(f"{size:>7,} {tick * 1000:>9.2f} {deeds[dearest] * 1000:>9.3f} {deeds[dearest] / tick:>10.3f}  {dearest}")
    report(ratios, commit)


if __name__ == "__main__":
    arguments = parser("Measure whether finding out about a deed is cheap.")
    arguments.add_argument("sizes", type=int, nargs="*", metavar="PEOPLE", default=list(SIZES))
    given = arguments.parse_args()
    main(given.sizes, given.store)
