"""Words on the screen: our two fonts, lines that are rendered once, and pills with a background.

Unlike sprites, words have ordinary alpha: a plain `blit` will do.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import pygame

from sandbox.scenario.folders import ASSETS
from sandbox.view.canvas.palette import INK, PAPER, Rgb
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import straight
from sandbox.view.canvas.themes import themed

REGULAR: Final = ASSETS / "fonts" / "Lato-Regular.ttf"
BOLD: Final = ASSETS / "fonts" / "Lato-Bold.ttf"
SMOOTH: Final = 4
"""A pill is drawn so many times too large before it is shrunk."""
THIN: Final = 14
"""A pill's edge is this part of its letters' height."""


@cache
def font(size_px: int, *, bold: bool = False) -> pygame.font.Font:
    """Open one of our fonts; `size_px` is the height of a line."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(BOLD if bold else REGULAR, size_px)


@cached_picture
def line(words: str, size_px: int, colour: Rgb = INK, *, bold: bool = False) -> pygame.Surface:
    """Render one line of text."""
    return font(size_px, bold=bold).render(words, True, themed(colour))  # noqa: FBT003 - smooth edges; goes by place only


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


def wrap(words: str, size_px: int, width_px: int, *, bold: bool = False) -> list[str]:
    """Break a sentence into lines that fit into `width_px`; a longer word stays whole."""
    lines: list[str] = []
    for paragraph in words.split("\n"):
        row = ""
        for word in paragraph.split():
            longer = f"{row} {word}".strip()
            if row and font(size_px, bold=bold).size(longer)[0] > width_px:
                lines.append(row)
                longer = word
            row = longer
        lines.append(row)
    return lines
