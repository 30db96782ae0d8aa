"""`main.py prove LEVEL…`: play the proofs of levels, nobody, chance and a drive less, and judge what came of it."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
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
    parser.add_argument("levels", nargs="+", metavar="LEVEL", help=text_of("help.prove_level"))
    parser.add_argument("--seeds", type=runs, metavar="N", default=SEEDS, help=text_of("help.seeds"))
    parser.add_argument("--seed", type=seed, metavar="N", help=text_of("help.prove_seed"))
    parser.add_argument("--json", action="store_true", help=text_of("help.json"))


def run(options: Namespace) -> int:
    """Prove each level; 0 if all are proved."""
    from concurrent.futures.process import BrokenProcessPool

    from sandbox.lab.executors import processes

    levels = [level for word in options.levels for level in _meant(word)]
    if options.seed is not None:
        levels = [replace(level, seed=options.seed) for level in levels]
    for level in levels:
        if level.goal is None:
            raise CommandError("prove.no_goal", level=level.id)
    try:
        with processes() as executor:
            found: list[Proved] = []
            for level in levels:
                found.append(_proved(level, options.seeds, executor))
                if not options.json:
                    print(("\n" if found[1:] else "") + _in_words(found[-1]), flush=True)
    except BrokenProcessPool as error:
        raise CommandError("cli.experiment.killed") from error
    if options.json:
        print(json.dumps([_plain(one) for one in found], indent=1))
    return 0 if all(one.passed for one in found) else 1


def _meant(word: str) -> list[Level]:
    """Return the level that a word names, or those of a folder that say how they are won.

    Raises:
        CommandError: if no level of the folder does.
    """
    if not Path(word).is_dir():
        return [load(word).level]
    levels = [load(str(file)).level for file in sorted(Path(word).glob("*.json"))]
    provable = [level for level in levels if level.proof is not None]
    if not provable:
        raise CommandError("prove.no_proofs", folder=word)
    return provable


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
