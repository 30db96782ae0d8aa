"""`main.py prove LEVEL…`: play the proofs of levels, nobody, chance and a drive less, and judge what came of it."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sandbox.app.commands.arguments import command, load, seed
from sandbox.app.commands.experiment import runs
from sandbox.app.commands.progress import progress
from sandbox.app.errors import CommandError
from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from argparse import Namespace
    from concurrent.futures import Executor

    from sandbox.app.commands.arguments import Commands
    from sandbox.lab.proof_verdicts import Proved
    from sandbox.scenario.schema import Level


def add(commands: Commands) -> None:
    """Describe the command."""
    from sandbox.lab.proof import SEEDS

    parser = command(commands, "prove", run)
    parser.add_argument("levels", nargs="+", metavar="LEVEL", help=text_of("help.level"))
    parser.add_argument("--seeds", type=runs, metavar="N", default=SEEDS, help=text_of("help.seeds"))
    parser.add_argument("--seed", type=seed, metavar="N", help=text_of("help.prove_seed"))
    parser.add_argument("--json", action="store_true", help=text_of("help.json"))


def run(options: Namespace) -> int:
    """Prove each level; 0 if all are proved."""
    from concurrent.futures.process import BrokenProcessPool

    from sandbox.lab.executors import processes

    levels = [load(word).level for word in options.levels]
    if options.seed is not None:
        levels = [replace(level, seed=options.seed) for level in levels]
    for level in levels:
        if level.goal is None:
            raise CommandError("prove.no_goal", level=level.id)
    try:
        with processes() as executor:
            found = [_proved(level, options.seeds, executor) for level in levels]
    except BrokenProcessPool as error:
        raise CommandError("cli.experiment.killed") from error
    if options.json:
        print(json.dumps([_plain(one) for one in found], indent=1))
    else:
        print(*map(_in_words, found), sep="\n\n")
    return 0 if all(one.passed for one in found) else 1


def _proved(level: Level, seeds: int, executor: Executor | None) -> Proved:
    from sandbox.lab.proof import play, trials
    from sandbox.lab.proof_verdicts import judge

    wanted, report, found = trials(level, seeds), progress("worlds"), []
    each = map(partial(play, level), wanted) if executor is None else executor.map(partial(play, level), wanted)
    for done, played in enumerate(each, 1):
        found.append(played)
        report(done, len(wanted))
    return judge(level.id, found)


def _plain(found: Proved) -> dict[str, object]:
    miss = None if found.miss is None else found.miss._asdict() | {"trial": found.miss.trial._asdict()}
    verdicts = [verdict._asdict() for verdict in found.verdicts]
    return found._asdict() | {"verdicts": verdicts, "miss": miss, "passed": found.passed}


def _in_words(found: Proved) -> str:
    lines = [text_of("prove.passed" if found.passed else "prove.failed", level=found.level)]
    for verdict in found.verdicts:
        said = text_of(f"prove.{verdict.kind}", won=verdict.won, count=verdict.played)
        lines.append(text_of("prove.holds" if verdict.passed else "prove.breaks", what=said))
    if not any(verdict.kind == "proof" for verdict in found.verdicts):
        lines.append(text_of("prove.none"))
    if found.first is not None and found.last is not None:
        lines.append(text_of("prove.times", first=f"{found.first:.1f}", last=f"{found.last:.1f}"))
    lines += [text_of("prove.difficulty", difficulty=name, won=won, count=count) for name, won, count in found.rates]
    if found.miss is not None:
        seconds, lacked = f"{found.miss.nearest:.1f}", "; ".join(found.miss.lacked)
        lines.append(text_of("prove.miss", seed=found.miss.trial.seed, seconds=seconds, lacked=lacked))
    return "\n".join(lines)
