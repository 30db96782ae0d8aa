"""`main.py [play LEVEL]`: open the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.app.commands.arguments import add_seed_and_off, command
from sandbox.scenario.language import text_of
from sandbox.scenario.library import find_level

if TYPE_CHECKING:
    from argparse import Namespace

    from sandbox.app.commands.arguments import Commands


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "play", run)
    parser.add_argument("level", nargs="?", metavar="LEVEL", help=text_of("help.level_or_title"))
    add_seed_and_off(parser)
    parser.add_argument("--mute", action="store_true", help=text_of("help.mute"))


def run(options: Namespace) -> int:
    """Find the level, and open the window."""
    from sandbox.app.window import play

    path = None if options.level is None else find_level(options.level)
    return play(path, seed=options.seed, off=frozenset(options.off), mute=options.mute)
