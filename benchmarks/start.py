"""What it costs to start, beside starting numpy: `python benchmarks/start.py`, on Unix.

Each start is a process of its own, of which the processor's time counts; the least of several is taken, in turn. As for
whoever starts the game a second time, the bytecode is there already. "Less numpy" is without what Python and numpy
alone take: what is left are our own modules and the other packages that they need.
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
from tempfile import TemporaryDirectory
from typing import Final

from stored import parser, report

FIRST: Final = """\
from pathlib import Path
from time import process_time
from sandbox.scenario.load import load_level
from sandbox.session.session import Session
level = load_level(next(Path("levels").glob("110*")))
before = process_time()
Session(level)
print(process_time() - before)
"""
"""Prints the seconds of processor that the first play-through of a process takes, once all is imported."""
OUT: Final = "OUT.png"
"""Stands for a picture in a folder that is deleted afterwards."""
STARTS: Final = {
    "numpy": ("-c", "import numpy"),
    "engine": ("-c", "import numpy, sandbox.engine.tick"),
    "session": ("-c", "import numpy, sandbox.engine.tick, sandbox.scenario.load, sandbox.session.session"),
    "first session": ("-c", FIRST),
    "run": ("main.py", "run", "110", "--seconds", "0.1"),
    "shot": ("main.py", "shot", "110", "--at", "0", "-o", OUT),
}
"""What is started, and the arguments of Python that do it."""
OURS: Final = ("engine", "session")
"""Starts of which what numpy does not take has a ratio of its own."""
ROUNDS: Final = 15


def main(commit: str | None) -> None:
    """Print the processor's time of each start, and the ratios to numpy's beside those that are stored."""
    seconds = dict.fromkeys(STARTS, float("inf"))
    made = float("inf")
    with TemporaryDirectory() as folder:
        for turn in range(ROUNDS + 1):
            for name, arguments in STARTS.items():
                taken, said = spent(arguments, folder)
                if turn:  # The first one writes the bytecode.
                    seconds[name] = min(seconds[name], taken)
                    made = min(made, float(said)) if arguments[-1] == FIRST else made
    for name, least in seconds.items():
        print(f"{name:>14} {least * 1000:>7.0f} ms")
    print(f"{'Session alone':>14} {made * 1000:>7.1f} ms")
    numpy = seconds["numpy"]
    ratios = {f"start {name}/numpy": least / numpy for name, least in seconds.items() if name != "numpy"}
    ratios |= {f"start {name} less numpy/numpy": seconds[name] / numpy - 1 for name in OURS}
    report(ratios | {"start Session alone/numpy": made / numpy}, commit)


def spent(arguments: tuple[str, ...], folder: str) -> tuple[float, str]:
    """Return the seconds of processor that Python takes with all that it loads, and what it prints."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "SDL_VIDEODRIVER": "dummy"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *(str(Path(folder, OUT)) if word == OUT else word for word in arguments)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


if __name__ == "__main__":
    main(parser("Measure what it costs to start.").parse_args().store)
