"""`main.py shot LEVEL --at S -o OUT.png`: draw one moment of a level, without a display."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sandbox.app.commands.arguments import LEVEL_HELP, add_seed_and_off, command, load, seconds
from sandbox.app.commands.looking import add_look, how_of, picture

if TYPE_CHECKING:
    from argparse import Namespace

    from sandbox.app.commands.arguments import Commands

SIZE: Final = (1280, 800)


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "shot", "draw one moment of a level into a PNG, without a display", run)
    parser.add_argument("level", metavar="LEVEL", help=LEVEL_HELP)
    parser.add_argument("--at", type=seconds, required=True, metavar="S", help="the moment, in seconds of game time")
    parser.add_argument("--commands", type=Path, metavar="FILE", help="a JSON list of happenings, each with its `at`")
    add_seed_and_off(parser)
    add_look(parser, SIZE)
    parser.add_argument("-o", "--output", type=picture, required=True, metavar="OUT.png", help="the file to write")


def run(options: Namespace) -> int:
    """Play up to the moment and draw it."""
    from sandbox.app.commands.headless import Headless
    from sandbox.app.shot import shot
    from sandbox.view.palettes import use

    level = load(options.level)
    how = how_of(options, level)
    played = Headless(level, seed=options.seed, off=options.off, commands=options.commands)
    played.play(options.at)
    use(options.palette)
    options.output.write_bytes(shot(played.session.frame(), options.size, how))
    return 0
