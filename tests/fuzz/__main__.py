"""Try many inputs of one kind: `python -m sandbox.bootstrap -m tests.fuzz levels 20000`.

docs/fuzzing.md tells which kinds there are and what has to hold of each.
"""

from __future__ import annotations

import os

os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from tests.fuzz.kind import made
from tests.fuzz.kinds import KILLS, KINDS
from tests.fuzz.trying import every

if TYPE_CHECKING:
    from tests.fuzz.kind import Tried

TOLD: Final = 5.0
"""Seconds between two lines of progress."""


def main() -> int:
    """Try what the command line asks for; 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("kind", choices=[*KINDS, KILLS])
    parser.add_argument("count", type=int, help="how many inputs, each from a seed of its own")
    parser.add_argument("--seed", type=int, default=0, help="the first seed, 0 if left out; of a failure, it shows it")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--into", type=Path, default=Path("fuzz-failures"), help="a folder for inputs that fail")
    options = parser.parse_args()
    if options.kind == KILLS:
        import_module(f"tests.fuzz.{KILLS}").main([str(options.count), str(options.seed)])
        return 0
    counts, began = Counter[str](), monotonic()
    last = began
    seeds = range(options.seed, options.seed + options.count)
    for number, tried in enumerate(every(options.kind, seeds, options.processes), 1):
        counts[tried.became or "failed"] += 1
        if tried.fault:
            _keep(options.kind, tried, options.into)
        if monotonic() - last > TOLD:
            last = monotonic()
            print(f"{number:,} of {options.count:,} {options.kind}: {_told(counts)}", file=sys.stderr, flush=True)
    print(f"{options.count:,} {options.kind} in {monotonic() - began:.0f} s: {_told(counts)}")
    return 1 if counts["failed"] else 0


def _told(counts: Counter[str]) -> str:
    return ", ".join(f"{count:,} {became}" for became, count in sorted(counts.items()))


def _keep(kind: str, tried: Tried, folder: Path) -> None:
    """Keep an input that fails with what was raised, and tell how to try it again."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{kind}-{tried.seed}").write_bytes(made(KINDS[kind], tried.seed))
    (folder / f"{kind}-{tried.seed}.txt").write_text(tried.fault, "utf-8", errors="backslashreplace")
    again = f"python -m tests.fuzz {kind} 1 --seed {tried.seed}"
    print(f"{again} fails: {tried.fault.splitlines()[-1]!a}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
