"""`main.py shot LEVEL --at S -o OUT.png`: draw one moment of a level, without a display."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.app.commands.arguments import command, seconds
from sandbox.app.commands.looking import add_look, begin, picture, refuse_narrow
from sandbox.scenario.language import text_of
from sandbox.scenario.whole_files import refuse_unwritable, write_whole

if TYPE_CHECKING:
    from argparse import Namespace

    from sandbox.app.commands.arguments import Commands

SIZE: Final = (1280, 800)


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "shot", run)
    parser.add_argument("--at", type=seconds, required=True, metavar="S", help=text_of("help.at"))
    add_look(parser, SIZE)
    parser.add_argument("--interface", action="store_true", help=text_of("help.interface"))
    parser.add_argument("-o", "--output", type=picture, required=True, metavar="OUT.png", help=text_of("help.output"))


def run(options: Namespace) -> int:
    """Play up to the moment and draw it."""
    from sandbox.app import shot
    from sandbox.app.commands.headless import tell_left_over

    if options.interface:
        refuse_narrow(options.size)
    refuse_unwritable(options.output)
    played, opening = begin(options)
    draw = shot.window if options.interface else shot.shot
    write_whole(options.output, draw(played.session, options.size, opening))
    tell_left_over(played)
    return 0
