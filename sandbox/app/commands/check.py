"""`main.py check FILE…`: say everything that is wrong with level files, or odd, a line each, and where it stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.app.commands.arguments import command
from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable
    from pathlib import Path

    from sandbox.app.commands.arguments import Commands
    from sandbox.scenario.problems import LevelError, Problem
    from sandbox.scenario.schema import Level

ERROR: Final = "error"
REMARK: Final = "remark"


class Told(NamedTuple):
    """One thing that is wrong with a file, or odd."""

    kind: str
    """ERROR or REMARK"""
    file: str
    line: int | None
    path: str
    """where, as a JSON path; empty for the whole file"""
    text: str

    def __str__(self) -> str:
        """Return it as a line."""
        from sandbox.app.errors import escaped

        spot = self.file if self.line is None else f"{self.file}:{self.line}"
        return escaped(text_of(f"check.{self.kind}", spot=spot, text=self.text))


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "check", run)
    parser.add_argument("files", nargs="+", metavar="FILE", help=text_of("help.level_files"))
    parser.add_argument("--json", action="store_true", help=text_of("help.json"))
    parser.add_argument("--write", action="store_true", help=text_of("help.check_write"))


def run(options: Namespace) -> int:
    """Check each file by itself and then against those before it."""
    seen: dict[tuple[str, str], tuple[Path, str]] = {}
    everything = list[Told]()
    for word in options.files:
        told, fine = _checked(word, seen, write=options.write)
        everything += told
        if not options.json:
            print(*(str(one) for one in told if one.kind == ERROR), *fine, sep="\n")
            print(*(f"{one}\n" for one in told if one.kind == REMARK), sep="", end="")
    if options.json:
        print(json.dumps([one._asdict() for one in everything], indent=2))
    return 1 if any(one.kind == ERROR for one in everything) else 0


def _checked(word: str, seen: dict[tuple[str, str], tuple[Path, str]], *, write: bool) -> tuple[list[Told], list[str]]:
    """Return what is to be told of one file, and what is said of it if nothing is wrong."""
    from sandbox.scenario.library import find_level
    from sandbox.scenario.load import decode_level
    from sandbox.scenario.problems import LevelError
    from sandbox.scenario.read_json import label, read

    file, data = word, b""
    try:
        path = find_level(word)
        file, data = label(path), read(path)
        level = decode_level(data, file)
    except LevelError as error:
        return faults(error, data), []
    this = path.resolve(), file
    first = {what: seen.setdefault((what, getattr(level, what)), this) for what in ("id", "title")}
    told = [
        Told(ERROR, file, None, what, text_of("check.taken", what=what, name=getattr(level, what), taken=taken))
        for what, (where, taken) in first.items()
        if where != this[0]
    ]
    fine = [] if told else [text_of("check.fine", file=file, count=len(level.people)), *_goal(level)]
    if write and not told:
        fine += _written(path, file, data, level)
    return [*told, *_remarks(level, file, data)], fine


def _goal(level: Level) -> list[str]:
    """Say what a level's conditions ask for as players read them, who may be told it in other words."""
    from sandbox.scenario.conditions.sentences import names_of, sentence

    names, goal = names_of(level), level.goal
    if goal is None:
        return []
    told = [
        ("win", goal.win),
        *(("lose", loss.when) for loss in goal.lose),
        *(("star", one.when) for one in goal.stars),
    ]
    return [text_of(f"check.{what}", what=sentence(condition, names)) for what, condition in told]


def faults(error: LevelError, data: bytes) -> list[Told]:
    """Return what is wrong with a file, with the lines of the bytes that were read."""
    from sandbox.scenario.places import Lines

    lines = Lines(data) if any(problem.path for problem in error.found) else None
    found = ((problem, None if lines is None else lines.of(problem.path)) for problem in error.found)
    told = [Told(ERROR, error.file, line, problem.path, problem.text) for problem, line in found]
    more = error.problems[len(told) :]
    return [*told, *(Told(ERROR, error.file, None, "", text.removeprefix(f"{error.file}: ")) for text in more)]


def _remarks(level: Level, file: str, data: bytes) -> list[Told]:
    from msgspec import inspect

    from sandbox.scenario.letters import lacking
    from sandbox.scenario.places import Lines
    from sandbox.scenario.problems import Problem
    from sandbox.scenario.read_json import parse
    from sandbox.scenario.remarks import remarks
    from sandbox.scenario.translations import untranslated

    lines, read = Lines(data), parse(data, file)
    letters = [Problem(where, "check.letters", where=where, letters=letters) for where, letters in lacking(read)]
    languages = untranslated(inspect.type_info(type(level)), read)
    odd: Iterable[Problem] = (*remarks(level), *_decided(level), *letters, *languages)
    return [Told(REMARK, file, lines.of(one.path), one.path, one.text) for one in odd]


def _decided(level: Level) -> list[Problem]:
    """Find whether a game is over as soon as people have felt anything."""
    from sandbox.scenario.problems import Problem
    from sandbox.session.session import Session

    session = Session(level, journal=False)
    session.step()
    outcome = session.outcome()
    return [Problem("goal", f"remark.{outcome}")] if outcome in {"won", "lost"} else []


def _written(path: Path, file: str, data: bytes, level: Level) -> list[str]:
    """Write a level in the one layout, if it has another."""
    from sandbox.app.errors import CommandError
    from sandbox.scenario.format import encode
    from sandbox.scenario.read_json import parse
    from sandbox.scenario.showable import reason_of
    from sandbox.scenario.whole_files import write_whole

    content = encode(level, parse(data, file))
    if content == data:
        return []
    try:
        write_whole(path, content)
    except OSError as error:
        raise CommandError("check.unwritten", file=file, reason=reason_of(error)) from error
    return [text_of("check.written", file=file)]
