"""The experiments that are no lists of criteria: a long day, what hangs on each constant, and whether why-nots hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sandbox.app.commands.broken_off import kept
from sandbox.app.commands.progress import progress
from sandbox.scenario.language import text_of
from sandbox.scenario.showable import showable
from sandbox.scenario.whole_files import refuse_unwritable, write_whole

if TYPE_CHECKING:
    from argparse import Namespace

    from sandbox.lab.soak import Soaked
    from sandbox.lab.why_not import Counted

HOUR: Final = 3600
DAY: Final = 24.0
"""Hours of a long day."""


def soak(options: Namespace) -> int:
    """Play a long day; 0 if all is well."""
    from sandbox.lab.report import markdown
    from sandbox.lab.soak import FLAT
    from sandbox.lab.soak import soak as play

    if options.results:
        refuse_unwritable(options.results)
    found = play((options.hours or DAY) * HOUR, file=options.results, report=progress("ticks"))
    if options.json:
        print(json.dumps(found._asdict() | {"growth": found.growth, "passed": found.passed}, indent=1))
        return 0 if found.passed else 1
    rows = [
        ("outside", showable(", ".join(found.outside)) or text_of("experiment.soak.none"), not found.outside),
        ("memory", _memory(found), found.flat),
        ("replay", _replay(found), found.parted is None and found.seconds > 0),
    ]
    heads = [text_of(f"experiment.head.{name}") for name in ("finding", "ours", "verdict")]
    played = found.seconds / HOUR
    hours = text_of("experiment.soak.hours", count=played, hours=f"{played:g}")
    done = text_of("experiment.soak.commands", count=found.commands, commands=f"{found.commands:,}")
    print(text_of("experiment.soak.heading", hours=hours, commands=done), end="\n\n")
    if len(found.memory) > 1:
        print(text_of("experiment.soak.sittings", count=len(found.memory)), end="\n\n")
    print(
        markdown(
            heads,
            [[text_of(f"experiment.soak.{key}", most=f"{FLAT:.0%}"), text, _verdict(ok=ok)] for key, text, ok in rows],
            (80, 50, 7),
        )
    )
    return 0 if found.passed else 1


def _memory(found: Soaked) -> str:
    if found.growth is None:
        return text_of("experiment.nothing")
    last = max(found.memory, key=len)[-1]
    return text_of("experiment.soak.grown", growth=f"{found.growth:+z.0%}", last=f"{last:.0f}")


def _replay(found: Soaked) -> str:
    if found.parted is not None:
        return text_of("experiment.soak.parted", tick=found.parted)
    return text_of("experiment.soak.alike" if found.seconds else "experiment.nothing")


def _verdict(*, ok: bool) -> str:
    return text_of("experiment.passed" if ok else "experiment.failed")


def sensitivity(options: Namespace) -> int:
    """Vary all constants, and write the page; 0 if no small change changes a verdict."""
    from sandbox.lab.executors import players
    from sandbox.lab.experiments import EXAMINED
    from sandbox.lab.frozen import page
    from sandbox.lab.sensitivity import CHANGES, FEW, Laboratory, examine

    for file in filter(None, (options.write, options.results)):
        refuse_unwritable(file)
    few, report = options.runs or FEW, progress("trials")
    with kept(options) as checkpoint:
        with players(options.scheduler) as executor:
            laboratory = Laboratory(EXAMINED, options.results, executor=executor, checkpoint=checkpoint)
            table = examine(laboratory, few=few, report=report)
        text = page(table, f"python main.py experiment sensitivity --runs {few}")
        if options.write:
            write_whole(options.write, text.encode())
        else:
            print(text, end="")
    little = min(map(abs, CHANGES))
    return 0 if not any(flips for (_, change), flips in table.flips.items() if abs(change) == little) else 1


def whynot(options: Namespace) -> int:
    """Ask why-nots on every level; 0 if what is said to make the difference does, and nothing else."""
    from sandbox.lab.executors import players
    from sandbox.lab.report import markdown
    from sandbox.lab.why_not import QUESTIONS, asked, counted
    from sandbox.scenario.library import level_files

    with players(options.scheduler) as executor:
        found = asked(level_files(), options.runs or QUESTIONS, executor, progress("worlds"))
    lines = counted(found)
    if options.json:
        plain = {"asked": [one._asdict() for one in found], "counted": [one._asdict() for one in lines]}
        print(json.dumps(plain, indent=1))
    else:
        heads = [text_of(f"experiment.head.{name}") for name in ("finding", "ours", "verdict")]
        print(text_of("experiment.whynot.heading", count=len(found)), end="\n\n")
        print(markdown(heads, [_counted(line) for line in lines], (80, 50, 7)))
    return 0 if all(line.passed is not False for line in lines) else 1


def _counted(line: Counted) -> tuple[str, str, str]:
    from sandbox.lab.estimate import NOTHING, wilson
    from sandbox.lab.report import written

    act, _, what = line.what.partition(".")
    share = written(wilson(line.some, line.whole) if line.whole else NOTHING, percent=True)
    return (
        text_of(f"experiment.whynot.{what}", act=text_of(f"experiment.whynot.{act}")),
        text_of("experiment.whynot.of", some=line.some, whole=line.whole, share=share),
        "" if line.passed is None else _verdict(ok=line.passed),
    )
