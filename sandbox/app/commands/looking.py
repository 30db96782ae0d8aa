"""The arguments that say how a picture looks at a level, for every command that draws."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sandbox.app.commands.arguments import add_seed_and_off, load, place
from sandbox.app.errors import CommandError
from sandbox.app.shot import How
from sandbox.scenario.language import text_of
from sandbox.scenario.suggest import suggestion
from sandbox.scenario.whole_files import refuse_unwritable
from sandbox.view.canvas.themes import PALETTES
from sandbox.view.viewpoint import LENSES

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from sandbox.app.commands.headless import Headless
    from sandbox.scenario.schema import Level

SMALLEST: Final = 64
LARGEST: Final = 8192
"""Pixels along an edge."""


def add_look(parser: ArgumentParser, pixels: tuple[int, int]) -> None:
    """Add the level, what befalls it, and how it is looked at; the size is `pixels` if left out."""
    parser.add_argument("level", metavar="LEVEL", help=text_of("help.level"))
    parser.add_argument("--commands", type=place, metavar="FILE", help=text_of("help.commands"))
    add_seed_and_off(parser)
    usual = text_of("help.size", width=pixels[0], height=pixels[1])
    parser.add_argument("--size", type=size, default=pixels, metavar="WIDTHxHEIGHT", help=usual)
    parser.add_argument("--lens", type=lens, default=LENSES[0], metavar="NAME", help=", ".join(LENSES))
    parser.add_argument("--eyes", metavar="PERSON", help=text_of("help.eyes"))
    parser.add_argument("--select", metavar="PERSON", help=text_of("help.select"))
    parser.add_argument("--projector", action="store_true", help=text_of("help.projector"))
    parser.add_argument("--close", action="store_true", help=text_of("help.close"))
    add_palette(parser)


def add_palette(parser: ArgumentParser) -> None:
    """Add --palette."""
    parser.add_argument("--palette", type=colours, default="usual", metavar="NAME", help=", ".join(PALETTES))


def begin(options: Namespace) -> tuple[Headless, How]:
    """Play up to the moment `options.at`, and tell how the pictures from there on are to be drawn.

    Raises:
        CommandError: if somebody is named who is not in the level, or a happening cannot be.
    """
    from sandbox.app.commands.headless import Headless
    from sandbox.view.canvas.themes import use

    refuse_unwritable(options.output)
    level = load(options.level)
    eyes, selected = (_row(level, getattr(options, name), name) for name in ("eyes", "select"))
    played = Headless(level, seed=options.seed, off=options.off, commands=options.commands)
    played.play(options.at)
    use(options.palette)
    return played, How(options.lens, eyes, selected, options.projector, options.close)


def size(word: str) -> tuple[int, int]:
    """Read WIDTHxHEIGHT."""
    match = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", word)
    width, height = (int(match[1]), int(match[2])) if match else (0, 0)
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise ArgumentTypeError(text_of("cli.size", word=word, least=SMALLEST, most=LARGEST))
    return width, height


def lens(word: str) -> str:
    """Read the name of a lens."""
    if word not in LENSES:
        raise ArgumentTypeError(text_of("cli.lens", word=word, ending=suggestion(word, LENSES)))
    return word


def colours(word: str) -> str:
    """Read the name of a palette."""
    if word not in PALETTES:
        raise ArgumentTypeError(text_of("cli.palette", word=word, ending=suggestion(word, PALETTES)))
    return word


def picture(word: str) -> Path:
    """Read the name of a PNG file."""
    return _file(word, "PNG")


def animation(word: str) -> Path:
    """Read the name of a GIF file."""
    return _file(word, "GIF")


def _file(word: str, kind: str) -> Path:
    suffix = f".{kind.lower()}"
    if not word.lower().endswith(suffix):
        raise ArgumentTypeError(text_of("cli.file", word=word, kind=kind, suffix=suffix))
    return Path(word)


def _row(level: Level, word: str | None, option: str) -> int | None:
    """Find the person whom an option names by id or name."""
    if word is None:
        return None
    for names in ([person.id for person in level.people], [person.name for person in level.people]):
        if word in names:
            return names.index(word)
    known = suggestion(word, [person.id for person in level.people])
    raise CommandError("cli.nobody", option=option, word=word, level=level.id, ending=known)
