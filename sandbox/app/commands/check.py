"""`main.py check FILE…`: say everything that is wrong with level files, one problem a line, and what it cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.app.commands.arguments import command
from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from sandbox.app.commands.arguments import Commands


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "check", run)
    parser.add_argument("files", nargs="+", metavar="FILE", help=text_of("help.level_files"))


def run(options: Namespace) -> int:
    """Check each file by itself and then against those before it."""
    from sandbox.app.errors import escaped
    from sandbox.scenario.letters import lacking
    from sandbox.scenario.library import find_level
    from sandbox.scenario.load import load_level
    from sandbox.scenario.problems import LevelError
    from sandbox.scenario.read_json import label

    sound = True
    seen: dict[tuple[str, str], tuple[Path, str]] = {}
    for word in options.files:
        try:
            path = find_level(word)
            file, level = label(path), load_level(path)
        except LevelError as error:
            print(*map(escaped, error.problems), sep="\n")
            sound = False
            continue
        this = path.resolve(), file
        first = {what: seen.setdefault((what, getattr(level, what)), this) for what in ("id", "title")}
        repeated = [
            text_of("check.taken", file=file, what=what, name=getattr(level, what), taken=taken)
            for what, (where, taken) in first.items()
            if where != this[0]
        ]
        sound = sound and not repeated
        print("\n".join(repeated) or text_of("check.fine", file=file, count=len(level.people)))
        for where, letters in lacking(level):
            print(text_of("check.letters", file=file, where=where, letters=letters))
    return 0 if sound else 1
