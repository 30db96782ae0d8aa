"""`main.py experiment NAME`: measure over many runs whether an effect shows, and goes when its drive is off."""

from __future__ import annotations

import json
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sandbox.app.commands.arguments import command, drives
from sandbox.app.commands.counter import counter
from sandbox.app.commands.run import setting
from sandbox.app.refusal import Refusal
from sandbox.scenario.suggest import suggestion

if TYPE_CHECKING:
    from argparse import Namespace

    from sandbox.app.commands.arguments import Commands
    from sandbox.lab.experiment import Experiment

MOST_RUNS: Final = 100_000


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "experiment", "measure over many runs whether an effect shows", run)
    parser.add_argument("experiments", type=experiments, metavar="NAME", help="an experiment, levels, effects, or all")
    parser.add_argument(
        "--runs", type=runs, metavar="N", help="runs of each cell, instead of the experiment's own number"
    )
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
    from sandbox.lab.report import tables
    from sandbox.lab.sweep import sweep
    from sandbox.lab.verdicts import judge, plain

    chosen, settings = options.experiments, dict(options.set)
    if options.export:
        export(chosen, options.export, options.runs)
    try:
        found = sweep(chosen, options.runs, off=options.off, settings=settings, report=counter())
    except Impossible as error:
        raise Refusal(f"A command of this experiment cannot be: {error}") from error
    verdicts = judge(chosen, found, options.runs)
    given = {"off": options.off, "settings": settings}
    print(json.dumps(given | plain(verdicts, found), indent=1) if options.json else tables(verdicts, chosen))
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
