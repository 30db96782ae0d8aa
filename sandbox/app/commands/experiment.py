"""`main.py experiment NAME`: measure over many seeds whether an effect shows, and goes when its drive is off."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sandbox.app.commands.arguments import command, drives
from sandbox.app.commands.run import setting
from sandbox.app.refusal import Refusal
from sandbox.scenario.catalogue import say
from sandbox.scenario.suggest import suggestion

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from sandbox.app.commands.arguments import Commands
    from sandbox.lab.experiment import Experiment

RUNS: Final = 20
MOST_RUNS: Final = 100_000


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "experiment", "measure over many seeds whether an effect shows", run)
    parser.add_argument("experiments", type=experiments, metavar="NAME", help="an experiment, levels, or all")
    parser.add_argument("--runs", type=runs, default=RUNS, metavar="N", help=f"seeds 1 to N; {RUNS} if left out")
    parser.add_argument("--off", type=drives, metavar="DRIVE,…", default=(), help="switch drives off throughout")
    parser.add_argument(
        "--set", type=setting, action="append", default=[], metavar="NAME=VALUE", help="change a parameter throughout"
    )
    parser.add_argument("--json", action="store_true", help="everything, as JSON")
    parser.add_argument("--export", type=Path, metavar="DIR", help="also write each cell as a level and its commands")


def run(options: Namespace) -> int:
    """Play and judge; 0 if every criterion holds."""
    from sandbox.engine.happenings.happening import Impossible
    from sandbox.lab.export import export
    from sandbox.lab.report import judge, plain, table
    from sandbox.lab.sweep import sweep

    if options.export:
        export(options.experiments, options.export)
    seeds = range(1, options.runs + 1)
    settings = dict(options.set)
    try:
        found = sweep(options.experiments, seeds, off=options.off, settings=settings, report=_counter())
    except Impossible as error:
        raise Refusal(f"A command of this experiment cannot be: {error}") from error
    verdicts = judge(options.experiments, found)
    given = {"seeds": list(seeds), "off": options.off, "settings": settings}
    print(json.dumps(given | plain(verdicts, found), indent=1) if options.json else table(verdicts))
    return 0 if all(verdict.passed for verdict in verdicts) else 1


def experiments(word: str) -> tuple[Experiment, ...]:
    """Find an experiment or a group of them."""
    from sandbox.lab.experiments import catalogue

    known = catalogue()
    if word not in known:
        raise ArgumentTypeError(f'"{word}" is no experiment{suggestion(word, known)}')
    return known[word]


def runs(word: str) -> int:
    """Read a number of runs."""
    number = int(word) if word.isdecimal() and word.isascii() else 0
    if not 1 <= number <= MOST_RUNS:
        raise ArgumentTypeError(f'"{word}" is no number of runs; choose a whole number between 1 and {MOST_RUNS:,}')
    return number


def _counter() -> Callable[[int, int], None]:
    """Count on one line of a terminal; say nothing where nobody looks."""
    if not sys.stderr.isatty():
        return lambda _done, _all: None

    def count(done: int, jobs: int) -> None:
        print(f"\r{say('experiment.progress', done=done, all=jobs)}", end="", file=sys.stderr, flush=True)
        if done == jobs:
            print(file=sys.stderr)

    return count
