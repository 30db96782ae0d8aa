"""The command line: finds the command, and turns everything that can go wrong into a sentence and an exit code.

0 is done, 1 is a file or a place that does not serve, 2 is a command that cannot be understood, 130 is an interruption.
"""

from __future__ import annotations

import argparse
import io
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Final, NoReturn

from sandbox import interrupts
from sandbox.app.errors import UsageError, escaped
from sandbox.engine.explained import Explained
from sandbox.scenario.language import explain, text_of
from sandbox.scenario.po import LanguageError
from sandbox.scenario.problems import LevelError
from sandbox.scenario.showable import reason_of
from sandbox.scenario.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: Final = (
    *("play", "run", "check", "shot", "film", "sheet", "mechanisms", "parameters", "schema", "experiment", "prove"),
)
"""In the order of the help; each is a module of sandbox.app.commands."""
ALONE: Final = ("-h", "--help", "--version")
"""What can stand in the place of a command."""
BAD_INPUT: Final = 1
BAD_USAGE: Final = 2
INTERRUPTED: Final = interrupts.OFFSET + signal.SIGINT


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are exceptions."""

    def error(self, message: str) -> NoReturn:
        """Complain about the command line in one sentence."""
        sentence = message.removeprefix("argument ").removesuffix(".")
        if ";" not in sentence:
            raise UsageError("cli.complaint", program=self.prog, sentence=sentence)
        ending = "" if sentence.endswith("?") else "."
        raise UsageError("cli.complaint.whole", program=self.prog, sentence=f"{sentence}{ending}")


class Version(argparse.Action):
    """Tells which version this is, and what it runs on."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Print it and leave."""
        from pygame import get_sdl_version

        from sandbox.session.files.versions import versions

        unknown, sdl = text_of("cli.version.unknown"), ".".join(map(str, get_sdl_version()))
        known = {name: version or unknown for name, version in versions()._asdict().items()}
        print(text_of("cli.version", sdl=sdl, **known))
        parser.exit()


def main(argv: Sequence[str]) -> int:
    """Do what the arguments say and give the exit code."""
    _print_anything()
    try:
        code = _dispatch(list(argv))
        if sys.stdout is not None:  # nobody listens where the output is closed
            sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
        return BAD_INPUT
    except OSError as error:
        return _complain(BAD_INPUT, _disk_sentence(error))
    except (LevelError, LanguageError) as error:
        return _complain(BAD_INPUT, *(error.problems if isinstance(error, LevelError) else [str(error)]))
    except Explained as error:
        return _complain(BAD_USAGE if isinstance(error, UsageError) else BAD_INPUT, explain(error))
    except KeyboardInterrupt as interruption:
        return interruption.code if isinstance(interruption, interrupts.Interrupted) else INTERRUPTED
    return code


def _dispatch(argv: list[str]) -> int:
    try:
        options = _parser().parse_args(_with_command(argv))
    except SystemExit as leaving:  # argparse leaves after --help.
        return int(leaving.code or 0)
    return int(options.run(options))


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="main.py", description=text_of("cli.description"), allow_abbrev=False)
    parser.add_argument("--version", action=Version, nargs=0, help=text_of("help.version"))
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    for name in COMMANDS:
        import_module(f"sandbox.app.commands.{name}").add(commands)
    return parser


def _with_command(argv: list[str]) -> list[str]:
    """Put `play` before arguments that name no command, since to play is what most people want."""
    if not argv or (argv[0].startswith("-") and argv[0] not in ALONE):
        return ["play", *argv]
    if argv[0].startswith("-") or argv[0] in COMMANDS:
        return argv
    word = argv[0]
    if word.endswith(".json") or word[:1].isdigit():
        raise UsageError("cli.level_as_command", word=word)
    raise UsageError("cli.command", word=word, ending=suggestion(word, COMMANDS))


def _complain(code: int, *sentences: str) -> int:
    with suppress(OSError):
        print(*map(escaped, sentences), sep="\n", file=sys.stderr)
    return code


def _disk_sentence(error: OSError) -> str:
    return text_of("cli.disk", place=error.filename or text_of("cli.output"), reason=reason_of(error))


def _print_anything() -> None:
    """Let a terminal that lacks a character show a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _forget_output() -> None:
    """Send what is still to be printed nowhere, since nobody reads on."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
