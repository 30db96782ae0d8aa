"""`main.py run LEVEL --seconds S`: play a level without a window and tell what came of it."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentTypeError
from typing import TYPE_CHECKING

from sandbox.app.commands.arguments import add_seed_and_off, command, decimal, load, place, seconds
from sandbox.engine.explained import WrongSettingError
from sandbox.engine.params import Parameters
from sandbox.scenario.language import explain, text_of

if TYPE_CHECKING:
    from argparse import Namespace

    from sandbox.app.commands.arguments import Commands


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "run", run)
    parser.add_argument("level", metavar="LEVEL", help=text_of("help.level"))
    parser.add_argument("--seconds", type=seconds, required=True, metavar="S", help=text_of("help.seconds"))
    parser.add_argument("--commands", type=place, metavar="FILE", help=text_of("help.commands"))
    add_seed_and_off(parser)
    parser.add_argument(
        "--set",
        type=setting,
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help=text_of("help.set"),
    )
    parser.add_argument("--json", action="store_true", help=text_of("help.json_everything"))


def run(options: Namespace) -> int:
    """Play and print."""
    from sandbox.app.commands.account import account, summary
    from sandbox.app.commands.headless import Headless

    played = Headless(
        load(options.level), seed=options.seed, off=options.off, settings=dict(options.set), commands=options.commands
    )
    played.play(options.seconds)
    print(json.dumps(account(played), indent=1) if options.json else summary(played))
    if late := played.left_over():
        print(late, file=sys.stderr)
    return 0


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
