"""`main.py sheet -o OUT.png`: draw every state of a person, large and small, on one picture, without a display."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sandbox.app.commands.arguments import command
from sandbox.app.commands.looking import add_palette, picture
from sandbox.scenario.language import text_of
from sandbox.scenario.whole_files import write_whole
from sandbox.view.canvas.vision import VISIONS

if TYPE_CHECKING:
    from argparse import Namespace

    from sandbox.app.commands.arguments import Commands


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "sheet", run)
    add_palette(parser)
    parser.add_argument("--grey", action="store_true", help=text_of("help.grey"))
    parser.add_argument("--far", action="store_true", help=text_of("help.far"))
    parser.add_argument("--seen-as", choices=VISIONS, help=text_of("help.seen_as"))
    parser.add_argument("-o", "--output", type=picture, required=True, metavar="OUT.png", help=text_of("help.output"))


def run(options: Namespace) -> int:
    """Draw and write."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    from sandbox.ui.sharing.encoding import image_of, png
    from sandbox.view.canvas.themes import USUAL, use
    from sandbox.view.sheet import BACK_ROW_PX, sheet

    use(options.palette or USUAL.name)
    pygame.display.init()
    pygame.display.set_mode((1, 1))
    drawn = sheet(grey=options.grey, blur_px=BACK_ROW_PX * options.far, vision=options.seen_as)
    write_whole(options.output, png(image_of(drawn)))
    return 0
