"""Words on the screen: our two fonts, lines that are rendered once, and pills with a background.

What cannot be drawn has a sign in its place, so that no words from outside can break a picture.

Unlike sprites, words have ordinary alpha: a plain `blit` will do.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.folders import ASSETS
from sandbox.scenario.showable import showable
from sandbox.view.canvas.palette import INK, PAPER, Rgb
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import straight
from sandbox.view.canvas.themes import themed

if TYPE_CHECKING:
    from pathlib import Path

REGULAR: Final = ASSETS / "fonts" / "Lato-Regular.ttf"
BOLD: Final = ASSETS / "fonts" / "Lato-Bold.ttf"
SMOOTH: Final = 4
"""A pill is drawn so many times too large before it is shrunk."""
THIN: Final = 14
"""A pill's edge is this part of its letters' height."""


LONGEST: Final = 1000
"""Letters of a line that can be drawn; it is wider than any screen."""
FONTS_OPEN: Final = 48


@cache
def _file(path: Path) -> bytes:
    return path.read_bytes()


@lru_cache(FONTS_OPEN)
def font(size_px: int, *, bold: bool = False) -> pygame.font.Font:
    """Open one of our fonts, without keeping its file open; `size_px` is the height of a line."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(BytesIO(_file(BOLD if bold else REGULAR)), size_px)


def shown(words: str) -> str:
    """Return words as they are drawn on one line, whatever is in them: they may come from a file or a keyboard."""
    return showable(words if len(words) <= LONGEST else words[: LONGEST - 1] + "…")


def width(words: str, size_px: int, *, bold: bool = False) -> int:
    """Return how wide a line is, in pixels."""
    return font(size_px, bold=bold).size(shown(words))[0]


def shortened(words: str, size_px: int, width_px: int, *, bold: bool = False) -> str:
    """Return a line that is at most so wide, if need be with an ellipsis at its end."""
    words = shown(words)
    if width(words, size_px, bold=bold) <= width_px:
        return words
    return words[: _fitting(words, size_px, width_px, "…", bold=bold)].rstrip() + "…"


@cached_picture
def line(words: str, size_px: int, colour: Rgb = INK, *, bold: bool = False) -> pygame.Surface:
    """Render one line of text."""
    if not width(words, size_px, bold=bold):
        return pygame.Surface((0, font(size_px, bold=bold).get_height()), pygame.SRCALPHA)
    return font(size_px, bold=bold).render(shown(words), True, themed(colour))  # noqa: FBT003 - smooth edges; goes by place only


@cached_picture
def pill(
    words: str, size_px: int, pad_px: int, back: Rgb = PAPER, colour: Rgb = INK, edge: Rgb = INK
) -> pygame.Surface:
    """Render a line on a rounded label with a thin edge."""
    written = line(words, size_px, colour, bold=True)
    width, height = written.get_width() + 2 * pad_px, written.get_height() + pad_px // 2
    times = SMOOTH
    large = pygame.Surface((width * times, height * times), pygame.SRCALPHA)
    thick = max(1, round(size_px / THIN)) * times
    pygame.draw.rect(large, themed(edge), large.get_rect(), border_radius=height * times)
    inner = large.get_rect().inflate(-2 * thick, -2 * thick)
    pygame.draw.rect(large, themed(back), inner, border_radius=inner.height)
    label = straight(pygame.transform.smoothscale(large.premul_alpha(), (width, height)))
    label.blit(written, ((width - written.get_width()) // 2, (height - written.get_height()) // 2))
    return label


def _fitting(words: str, size_px: int, width_px: int, end: str = "", *, bold: bool) -> int:
    """Return how many letters fit, with an end behind them; at least one if there is no end."""
    letters = range(1, len(words) + 1)
    fit = bisect_right(letters, width_px, key=lambda count: width(words[:count] + end, size_px, bold=bold))
    return fit if end else max(1, fit)


def wrap(words: str, size_px: int, width_px: int, *, bold: bool = False) -> list[str]:
    """Break a sentence into lines that fit into `width_px`, and a word that is longer where the line ends."""
    lines: list[str] = []
    for paragraph in words.split("\n"):
        row = ""
        for word in paragraph.split():
            longer = f"{row} {word}".strip()
            if row and width(longer, size_px, bold=bold) > width_px:
                lines.append(row)
                longer = word
            while len(longer) > 1 and width(longer, size_px, bold=bold) > width_px:
                fitting = _fitting(longer, size_px, width_px, bold=bold)
                lines.append(longer[:fitting])
                longer = longer[fitting:]
            row = longer
        lines.append(row)
    return lines
