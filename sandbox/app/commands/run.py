"""`main.py run LEVEL --seconds S`: play a level without a window and tell what came of it."""

from __future__ import annotations

import json
from argparse import ArgumentTypeError
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from sandbox.app.commands.arguments import (
    add_difficulty,
    add_seed_and_off,
    command,
    decimal,
    load,
    place,
    row_of,
    seconds,
)
from sandbox.app.errors import UsageError
from sandbox.engine.explained import WrongSettingError
from sandbox.engine.params import TICKS_PER_SECOND, Parameters
from sandbox.scenario.language import explain, text_of

if TYPE_CHECKING:
    from argparse import Namespace

    from sandbox.app.commands.account import Selection
    from sandbox.app.commands.arguments import Commands
    from sandbox.scenario.schema import Level

EDGE: Final = 1e-6
"""Parts of a tick by which a decimal number of seconds may miss it."""


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "run", run)
    parser.add_argument("level", metavar="LEVEL", help=text_of("help.level"))
    parser.add_argument("--seconds", type=seconds, required=True, metavar="S", help=text_of("help.seconds"))
    parser.add_argument("--commands", type=place, metavar="FILE", help=text_of("help.commands"))
    add_seed_and_off(parser)
    add_difficulty(parser)
    parser.add_argument(
        "--set",
        type=setting,
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help=text_of("help.set"),
    )
    parser.add_argument("--from", type=seconds, dest="since", metavar="S", help=text_of("help.from"))
    parser.add_argument("--to", type=seconds, metavar="S", help=text_of("help.to"))
    parser.add_argument("--who", type=people, metavar="PERSON,…", help=text_of("help.who"))
    parser.add_argument("--json", action="store_true", help=text_of("help.json_everything"))


def run(options: Namespace) -> int:
    """Play and print."""
    from sandbox.app.commands.account import account, summary
    from sandbox.app.commands.headless import Headless, tell_left_over

    recording = load(options.level, options.difficulty)
    asked = _asked(options, recording.level)
    settings = dict(options.set)
    played = Headless(recording, seed=options.seed, off=options.off, settings=settings, commands=options.commands)
    played.play(options.seconds)
    print(json.dumps(account(played, asked), indent=1) if options.json else summary(played, asked))
    tell_left_over(played)
    return 0


def _asked(options: Namespace, level: Level) -> Selection | None:
    """Return what of the chronicle is asked for, or None for the usual; what lies after the end is no mistake."""
    from sandbox.app.commands.account import Selection

    if options.since is None and options.to is None and options.who is None:
        return None
    first, last = options.since or 0.0, options.seconds if options.to is None else options.to
    if first > last:
        raise UsageError("cli.run.backwards", first=f"{first:g}", last=f"{last:g}")
    who = frozenset(row_of(level, word, "who") for word in options.who or ())
    return Selection(ceil(first * TICKS_PER_SECOND - EDGE), floor(last * TICKS_PER_SECOND + EDGE), who)


def people(words: str) -> tuple[str, ...]:
    """Read the ids or names of people, with commas between them."""
    found = tuple(word.strip() for word in words.split(",") if word.strip())
    if not found:
        raise ArgumentTypeError(text_of("cli.people", word=words))
    return found


def setting(word: str) -> tuple[str, float]:
    """Read NAME=VALUE, where NAME is a parameter and VALUE lies within its bounds."""
    name, equals, value = word.partition("=")
    number = decimal(value)
    if not equals or number != number:  # noqa: PLR0124 - only NaN differs from itself
        raise ArgumentTypeError(text_of("cli.setting", word=word))
    try:
        Parameters().with_settings({name: number})
    except WrongSettingError as error:
        raise ArgumentTypeError(explain(error)) from error
    return name, number
