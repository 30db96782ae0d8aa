"""The arguments that say how a picture looks at a level, for every command that draws."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from math import floor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from sandbox.app.commands.arguments import add_difficulty, add_seed_and_off, load, place, row_of
from sandbox.app.commands.progress import progress
from sandbox.app.errors import CommandError
from sandbox.scenario.language import text_of
from sandbox.scenario.suggest import suggestion
from sandbox.view.canvas.themes import PALETTES
from sandbox.view.viewpoint import LENSES

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable

    from sandbox.app.commands.headless import Headless
    from sandbox.scenario.schema import Level
    from sandbox.session.files.recording import Recording
    from sandbox.ui.opening import Opening

SMALLEST: Final = 64
LARGEST: Final = 8192
"""Pixels along an edge."""
LEAST: Final = {"words": 50, "scale": 0}
"""The least percentages of what has a size."""
MOST: Final = 250


def add_look(parser: ArgumentParser, pixels: tuple[int, int] | None = None) -> None:
    """Add the level, what befalls it, and how it is looked at.

    The size is `pixels` if left out. Without those it is a window: it keeps the size that it had, and needs no level.
    """
    kind, said = ("?", "help.level_or_title") if pixels is None else (None, "help.level")
    parser.add_argument("level", nargs=kind, metavar="LEVEL", help=text_of(said))
    played = parser.add_mutually_exclusive_group()
    played.add_argument("--commands", type=place, metavar="FILE", help=text_of("help.commands"))
    played.add_argument("--proof", action="store_true", help=text_of("help.proof"))
    add_seed_and_off(parser)
    add_difficulty(parser)
    usual = text_of("help.size", width=pixels[0], height=pixels[1]) if pixels else text_of("help.window_size")
    parser.add_argument("--size", type=size, default=pixels, metavar="WIDTHxHEIGHT", help=usual)
    parser.add_argument("--lens", type=lens, default=LENSES[0], metavar="NAME", help=", ".join(LENSES))
    parser.add_argument("--eyes", metavar="PERSON", help=text_of("help.eyes"))
    parser.add_argument("--select", metavar="PERSON", help=text_of("help.select"))
    near = parser.add_mutually_exclusive_group()
    for name in ("close", "whole"):
        near.add_argument(f"--{name}", action="store_true", help=text_of(f"help.{name}"))
    _add_likes(parser)


def add_palette(parser: ArgumentParser) -> None:
    """Add --palette."""
    parser.add_argument("--palette", type=colours, metavar="NAME", help=", ".join(PALETTES))


def _add_likes(parser: ArgumentParser) -> None:
    """Add what a player may like otherwise, by the names of Preferences; None is left as it is."""
    add_palette(parser)
    for name in ("projector", "calm", "gentle"):
        parser.add_argument(f"--{name}", action="store_true", default=None, help=text_of(f"help.{name}"))
    for name, least in LEAST.items():
        parser.add_argument(f"--{name}", type=percent(least), metavar="PERCENT", help=text_of(f"help.{name}"))


def begin(options: Namespace, **window: object) -> tuple[Headless, Opening]:
    """Play up to the moment `options.at`, and tell how it is to be looked at from there on.

    Raises:
        CommandError: if somebody is named who is not in the level, a happening cannot be, or there is no proof.
    """
    from sandbox.app.commands.headless import Headless

    recording = load(options.level, options.difficulty)
    _rows(options, recording.level)
    if options.proof:
        recording = proven(recording)
    played = Headless(recording, seed=options.seed, off=options.off, commands=options.commands, metered=True)
    report = progress("game_seconds")
    for second in range(1, floor(options.at) + 1):
        played.play(second)
        report(second, floor(options.at))
    played.play(options.at)
    return played, look(options, recording.level, session=played.session, window=window)


def proven(recording: Recording) -> Recording:
    """Return what a player does who wins the level; raise CommandError if it has no proof."""
    level = recording.level
    if level.proof is None:
        raise CommandError("cli.no_proof", level=level.id)
    return replace(recording, commands=level.proof.commands)


def look(options: Namespace, level: Level, **opened: Any) -> Opening:  # noqa: ANN401 - as Opening has them
    """Return how what was `opened` is looked at; raise CommandError if somebody is named who is not in the level."""
    from sandbox.ui.opening import Opening

    rows = _rows(options, level)
    return Opening(
        seed=options.seed,
        off=frozenset(options.off),
        lens=options.lens,
        selected=rows.get("select", rows.get("eyes")),
        eyes=rows.get("eyes"),
        close=options.close,
        whole=options.whole,
        paused=getattr(options, "paused", False),
        likes=likes(options),
        **opened,
    )


def _rows(options: Namespace, level: Level) -> dict[str, int]:
    words = {name: getattr(options, name) for name in ("eyes", "select")}
    return {name: row_of(level, word, name) for name, word in words.items() if word is not None}


def refuse_narrow(size: tuple[int, int]) -> None:
    """Raise CommandError unless a window of a size, in pixels, has room for its panels."""
    from sandbox.app.settings import SMALLEST

    if any(length < least for length, least in zip(size, SMALLEST, strict=True)):
        narrow, least = ("{}x{}".format(*pixels) for pixels in (size, SMALLEST))
        raise CommandError("cli.window_size", size=narrow, least=least)


def likes(options: Namespace) -> dict[str, object]:
    """Return the fields of Preferences that the options ask for."""
    given = {name: getattr(options, name) for name in ("palette", "projector", "calm", "gentle", *LEAST)}
    return {name: value for name, value in given.items() if value is not None}


def size(word: str) -> tuple[int, int]:
    """Read WIDTHxHEIGHT."""
    match = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", word)
    width, height = (int(match[1]), int(match[2])) if match else (0, 0)
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise ArgumentTypeError(text_of("cli.size", word=word, least=SMALLEST, most=LARGEST))
    return width, height


def percent(least: int) -> Callable[[str], int]:
    """Make a reader of whole percentages from `least` to MOST."""

    def read(word: str) -> int:
        number = int(word) if word.isascii() and word.isdecimal() and len(word) <= len(str(MOST)) else -1
        if not least <= number <= MOST:
            raise ArgumentTypeError(text_of("cli.percent", word=word, least=least, most=MOST))
        return number

    return read


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


def recorded(word: str) -> Path:
    """Read the name of a WAV file."""
    return _file(word, "WAV")


def _file(word: str, kind: str) -> Path:
    suffix = f".{kind.lower()}"
    if not word.lower().endswith(suffix):
        raise ArgumentTypeError(text_of("cli.file", word=word, kind=kind, suffix=suffix))
    return Path(word)
