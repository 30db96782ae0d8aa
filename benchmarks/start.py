"""What it costs to start, beside starting numpy: `python benchmarks/start.py`, on Unix.

Each start is a process of its own, of which the processor's time counts; the least of several is taken, in turn.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(1, str(ROOT))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from sandbox import bootstrap

bootstrap.ensure()

import resource
import subprocess
from typing import Final

from stored import parser, report

STARTS: Final = {
    "numpy": "import numpy",
    "engine": "import numpy, sandbox.engine.tick",
    "session": "import numpy, sandbox.engine.tick, sandbox.scenario.load, sandbox.session.session",
    "first session": (
        "from pathlib import Path\n"
        "from sandbox.scenario.load import load_level\n"
        "from sandbox.session.session import Session\n"
        "Session(load_level(next(Path('levels').glob('010*'))))"
    ),
}
"""What is started, and the program that does it."""
ROUNDS: Final = 15


def main(commit: str | None) -> None:
    """Print the processor's time of each start, and the ratios to numpy's beside those that are stored."""
    seconds = dict.fromkeys(STARTS, float("inf"))
    for _ in range(ROUNDS):
        for name, program in STARTS.items():
            seconds[name] = min(seconds[name], spent(program))
    for name, least in seconds.items():
        print(f"{name:>14} {least * 1000:>7.0f} ms")
    ratios = {f"start {name}/numpy": least / seconds["numpy"] for name, least in seconds.items() if name != "numpy"}
    report(ratios, commit)


def spent(program: str) -> float:
    """Return the seconds of processor that a program takes, with the start of Python."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main(parser("Measure what it costs to start.").parse_args().store)
