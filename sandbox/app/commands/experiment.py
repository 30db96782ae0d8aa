"""`main.py experiment NAME`: measure over many runs whether an effect shows, and goes when its drive is off."""

from __future__ import annotations

import json
from argparse import ArgumentTypeError
from typing import TYPE_CHECKING, Final

from sandbox.app.commands.arguments import command, decimal, drives, place
from sandbox.app.commands.broken_off import kept
from sandbox.app.commands.progress import progress
from sandbox.app.commands.run import setting
from sandbox.app.errors import CommandError, UsageError
from sandbox.scenario.language import explain, text_of
from sandbox.scenario.suggest import all_of, closest, one_of

if TYPE_CHECKING:
    from argparse import Namespace

    from sandbox.app.commands.arguments import Commands
    from sandbox.lab.experiment import Experiment

QUICK_RUNS: Final = 50
"""Runs of each cell where that is to be over soon."""
MOST_RUNS: Final = 100_000
MOST_HOURS: Final = 240
LONG: Final = ("soak", "sensitivity", "whynot")
"""What is no list of criteria, by its function in long_runs."""
CRITERIA: Final = "criteria"
"""Stands for every other experiment."""
FOR: Final = {
    "runs": (CRITERIA, "sensitivity", "whynot"),
    "quick": (CRITERIA,),
    "off": (CRITERIA,),
    "set": (CRITERIA,),
    "json": (CRITERIA, "soak", "whynot"),
    "export": (CRITERIA,),
    "scheduler": (CRITERIA, "sensitivity", "whynot"),
    "hours": ("soak",),
    "results": ("soak", "sensitivity"),
    "write": ("sensitivity",),
}
"""What each option is for."""


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "experiment", run)
    parser.add_argument(
        "experiments",
        type=experiments,
        metavar="NAME",
        help=text_of("help.name", long=one_of(LONG)),
    )
    parser.add_argument("--runs", type=runs, metavar="N", help=text_of("help.runs"))
    parser.add_argument("--quick", action="store_true", help=text_of("help.quick"))
    parser.add_argument("--off", type=drives, metavar="DRIVE,…", default=(), help=text_of("help.off_throughout"))
    parser.add_argument(
        "--set", type=setting, action="append", default=[], metavar="NAME=VALUE", help=text_of("help.set_throughout")
    )
    parser.add_argument("--json", action="store_true", help=text_of("help.json_everything"))
    parser.add_argument("--export", type=place, metavar="DIR", help=text_of("help.export"))
    parser.add_argument("--scheduler", type=address, metavar="ADDRESS", help=text_of("help.scheduler"))
    parser.add_argument("--hours", type=hours, metavar="H", help=text_of("help.hours"))
    parser.add_argument("--results", type=place, metavar="FILE", help=text_of("help.results"))
    parser.add_argument("--write", type=place, metavar="FILE", help=text_of("help.write"))


def run(options: Namespace) -> int:
    """Play and judge; 0 if every criterion holds."""
    from concurrent.futures.process import BrokenProcessPool

    _refuse_what_is_for_others(options)
    try:
        if isinstance(options.experiments, str):
            from sandbox.app.commands import long_runs

            return int(getattr(long_runs, options.experiments)(options))
        return _judge(options)
    except BrokenProcessPool as error:
        raise CommandError("cli.experiment.killed") from error


def _judge(options: Namespace) -> int:
    from sandbox.engine.happenings.happening import Impossible
    from sandbox.lab.executors import players
    from sandbox.lab.experiment import Condition
    from sandbox.lab.export import export
    from sandbox.lab.report import rough, tables
    from sandbox.lab.sweep import sweep
    from sandbox.lab.verdicts import judge, plain

    chosen, settings = options.experiments, dict(options.set)
    runs = options.runs or (QUICK_RUNS if options.quick else None)
    if options.export:
        export(chosen, options.export, settings=settings)
    with kept(options) as checkpoint:
        try:
            with players(options.scheduler) as executor:
                found = sweep(
                    chosen,
                    runs,
                    off=options.off,
                    settings=settings,
                    lesions=not options.quick,
                    executor=executor,
                    checkpoint=checkpoint,
                    report=progress("worlds"),
                )
        except Impossible as error:
            raise CommandError("cli.experiment.impossible", reason=explain(error)) from error
        verdicts = judge(chosen, found, runs)
        if options.json:
            given = {"off": options.off, "settings": settings}
            print(json.dumps(given | plain(verdicts, found), indent=1))
        else:
            print(tables(verdicts, chosen, Condition(options.off, tuple(settings.items()))))
            if options.quick:
                print("", rough(verdicts), sep="\n")
    return 0 if all(verdict.passed for verdict in verdicts) else 1


def _refuse_what_is_for_others(options: Namespace) -> None:
    """Raise Usage for an option that says nothing about what is to be played."""
    for name, meant in FOR.items():
        what = options.experiments if isinstance(options.experiments, str) else CRITERIA
        if getattr(options, name) and what not in meant:
            whom = [text_of("cli.experiment.criteria") if one == CRITERIA else one for one in meant]
            raise UsageError("cli.experiment.for_others", option=name, whom=all_of(whom))


def experiments(word: str) -> tuple[Experiment, ...] | str:
    """Find an experiment or a group of them; what is something else is its name."""
    from sandbox.lab.experiments import catalogue

    if word in LONG:
        return word
    known = catalogue()
    if word not in known:
        if close := closest(word, [*known, *LONG]):
            raise ArgumentTypeError(text_of("cli.experiment.close", word=word, close=close))
        groups = one_of([*(name for name, members in known.items() if len(members) > 1), *LONG])
        raise ArgumentTypeError(text_of("cli.experiment.unknown", word=word, groups=groups))
    return known[word]


def address(word: str) -> str:
    """Read the address of a scheduler; none at all would be this machine."""
    if not word.strip():
        raise ArgumentTypeError(text_of("cli.experiment.address"))
    return word.strip()


def hours(word: str) -> float:
    """Read a length of game time in hours."""
    number = decimal(word)
    if not 0 < number <= MOST_HOURS:
        raise ArgumentTypeError(text_of("cli.experiment.hours", word=word, most=MOST_HOURS))
    return number


def runs(word: str) -> int:
    """Read a number of runs."""
    number = int(word) if word.isdecimal() and word.isascii() and len(word) <= len(str(MOST_RUNS)) else 0
    if not 1 <= number <= MOST_RUNS:
        raise ArgumentTypeError(text_of("cli.experiment.runs", word=word, most=f"{MOST_RUNS:,}"))
    return number
