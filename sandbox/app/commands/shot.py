"""`main.py shot LEVEL --at S -o OUT.png`: draw one moment of a level, without a display."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sandbox.app.commands.arguments import LEVEL_HELP, add_seed_and_off, command, load, seconds
from sandbox.app.refusal import Refusal
from sandbox.scenario.suggest import suggestion
from sandbox.view.palettes import PALETTES, use
from sandbox.view.scene import LENSES

if TYPE_CHECKING:
    from argparse import Namespace

    from sandbox.app.commands.arguments import Commands
    from sandbox.scenario.schema import Level

SMALLEST: Final = 64
LARGEST: Final = 8192
"""Pixels along an edge."""
SIZE: Final = (1280, 800)


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "shot", "draw one moment of a level into a PNG, without a display", run)
    parser.add_argument("level", metavar="LEVEL", help=LEVEL_HELP)
    parser.add_argument("--at", type=seconds, required=True, metavar="S", help="the moment, in seconds of game time")
    parser.add_argument("--commands", type=Path, metavar="FILE", help="a JSON list of happenings, each with its `at`")
    add_seed_and_off(parser)
    parser.add_argument("--size", type=size, default=SIZE, metavar="WIDTHxHEIGHT", help="pixels, 1280x800 if left out")
    parser.add_argument("--lens", type=lens, default=LENSES[0], metavar="NAME", help=", ".join(LENSES))
    parser.add_argument("--eyes", metavar="PERSON", help="draw the moment as this person sees it")
    parser.add_argument("--select", metavar="PERSON", help="draw the ties and looks of this person")
    parser.add_argument("--palette", type=colours, default="usual", metavar="NAME", help=", ".join(PALETTES))
    parser.add_argument("--projector", action="store_true", help="as large as for the back row of a classroom")
    parser.add_argument("-o", "--output", type=picture, required=True, metavar="OUT.png", help="the file to write")


def run(options: Namespace) -> int:
    """Play up to the moment and draw it."""
    from sandbox.app.commands.headless import Headless

    level = load(options.level)
    eyes, selected = (_row(level, who, word) for who, word in ((options.eyes, "eyes"), (options.select, "select")))
    played = Headless(level, seed=options.seed, off=options.off, commands=options.commands)
    played.play(options.at)
    from sandbox.app.shot import How, shot

    use(options.palette)
    how = How(lens=options.lens, eyes=eyes, selected=selected, projector=options.projector)
    options.output.write_bytes(shot(played.session.frame(), options.size, how))
    return 0


def size(word: str) -> tuple[int, int]:
    """Read WIDTHxHEIGHT."""
    match = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", word)
    width, height = (int(match[1]), int(match[2])) if match else (0, 0)
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise ArgumentTypeError(f'"{word}" is no size; write one like 1280x800, with {SMALLEST} to {LARGEST} pixels')
    return width, height


def lens(word: str) -> str:
    """Read the name of a lens."""
    if word not in LENSES:
        raise ArgumentTypeError(f'"{word}" is no lens{suggestion(word, LENSES)}')
    return word


def colours(word: str) -> str:
    """Read the name of a palette."""
    if word not in PALETTES:
        raise ArgumentTypeError(f'"{word}" is no palette{suggestion(word, PALETTES)}')
    return word


def picture(word: str) -> Path:
    """Read the name of a PNG file."""
    if not word.lower().endswith(".png"):
        raise ArgumentTypeError(f'"{word}" is no PNG file; write a name that ends in .png')
    return Path(word)


def _row(level: Level, word: str | None, option: str) -> int | None:
    """Find the person whom an option names by id or name."""
    if word is None:
        return None
    for row, person in enumerate(level.people):
        if word in (person.id, person.name):
            return row
    known = suggestion(word, [person.id for person in level.people])
    raise Refusal(f'--{option}: "{word}" is nobody in the level "{level.id}"{known}')
