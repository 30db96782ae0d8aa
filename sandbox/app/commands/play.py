"""`main.py [play LEVEL]`: open the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.app.commands.arguments import LEVEL_HELP, add_seed_and_off, command
from sandbox.scenario.load import load_level
from sandbox.scenario.shelf import find_level, first_level

if TYPE_CHECKING:
    from argparse import Namespace

    from sandbox.app.commands.arguments import Commands


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "play", "open the window and play (this is also what no command does)", run)
    parser.add_argument("level", nargs="?", metavar="LEVEL", help=f"{LEVEL_HELP}; the first one if left out")
    add_seed_and_off(parser)
    parser.add_argument("--mute", action="store_true", help="without sound")


def run(options: Namespace) -> int:
    """Read the level first, so that a broken file opens no window, and play it."""
    path = find_level(options.level) if options.level is not None else first_level()
    level = load_level(path)
    from sandbox.app.window import play

    return play(level, path, seed=options.seed, off=frozenset(options.off), mute=options.mute)
