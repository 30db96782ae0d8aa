"""The arguments that several commands share, and how their words become values."""

from __future__ import annotations

import math
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sandbox.app.errors import CommandError
from sandbox.engine.vocabulary import DRIVES
from sandbox.scenario.difficulty import adjusted, difficulties
from sandbox.scenario.language import text_of
from sandbox.scenario.suggest import suggestion

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Callable

    from sandbox.scenario.schema import Level
    from sandbox.session.files.recording import Recording

    Commands = _SubParsersAction[ArgumentParser]

LONGEST: Final = 86_400
"""Seconds, a day."""
LARGEST_SEED: Final = 2**31 - 1


def command(commands: Commands, name: str, run: Callable[..., int]) -> ArgumentParser:
    """Describe one command; what it is for is the text `help.NAME`."""
    text = text_of(f"help.{name}")
    parser = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
    parser.set_defaults(run=run)
    return parser


def add_seed_and_off(parser: ArgumentParser) -> None:
    """Add --seed and --off."""
    parser.add_argument("--seed", type=seed, metavar="N", help=text_of("help.seed"))
    known = ", ".join(DRIVES)
    parser.add_argument("--off", type=drives, metavar="DRIVE,…", default=(), help=text_of("help.off", drives=known))


def add_difficulty(parser: ArgumentParser) -> None:
    """Add --difficulty."""
    parser.add_argument("--difficulty", metavar="NAME", help=text_of("help.difficulty"))


def load(word: str | None, difficulty: str | None = None) -> Recording:
    """Find and read a level, a recording or a save; without a word, the first level.

    Raises:
        CommandError: if the level has no such difficulty.
    """
    from sandbox.scenario.library import find_level, first_level
    from sandbox.session.files.playable import read_playable

    recording = read_playable(first_level() if word is None else find_level(word))
    return recording if difficulty is None else replace(recording, level=at_difficulty(recording.level, difficulty))


def at_difficulty(level: Level, difficulty: str) -> Level:
    """Return a level at one of its difficulties; raise CommandError if it has no such."""
    known = difficulties(level)
    if difficulty not in known:
        raise CommandError("cli.difficulty", word=difficulty, level=level.id, ending=suggestion(difficulty, known))
    return adjusted(level, difficulty)


def row_of(level: Level, word: str, option: str) -> int:
    """Return the row of the person whom an option names by id or name; raise CommandError if that is nobody."""
    for names in ([person.id for person in level.people], [person.name for person in level.people]):
        if word in names:
            return names.index(word)
    known = suggestion(word, [person.id for person in level.people])
    raise CommandError("cli.nobody", option=option, word=word, level=level.id, ending=known)


def seed(word: str) -> int:
    """Read a seed."""
    number = int(word) if word.isascii() and word.isdecimal() and len(word) <= len(str(LARGEST_SEED)) else -1
    if not 0 <= number <= LARGEST_SEED:
        raise ArgumentTypeError(text_of("cli.seed", word=word, most=f"{LARGEST_SEED:,}"))
    return number


def seconds(word: str) -> float:
    """Read a length of game time."""
    number = decimal(word)
    if not 0 <= number <= LONGEST:
        raise ArgumentTypeError(text_of("cli.seconds", word=word, most=f"{LONGEST:,}"))
    return number


def decimal(word: str) -> float:
    """Read a number, and zero without a sign; what is none becomes NaN, which lies within no bounds."""
    try:
        return math.nan if "_" in word else float(word) + 0.0
    except ValueError:
        return math.nan


def place(word: str) -> Path:
    """Read the name of a file or folder; none at all would be the folder that one stands in."""
    if not word.strip():
        raise ArgumentTypeError(text_of("cli.place"))
    return Path(word)


def drives(words: str) -> tuple[str, ...]:
    """Read names of drives, with commas between them."""
    names = tuple(word.strip() for word in words.split(",") if word.strip())
    for name in names:
        if name not in DRIVES:
            raise ArgumentTypeError(text_of("cli.drive", word=name, ending=suggestion(name, DRIVES)))
    return names
