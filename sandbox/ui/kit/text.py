"""Writes the words of panels: single lines, cut lines and wrapped paragraphs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.ui.kit.style import COLOURS
from sandbox.view.canvas.text import line, shortened, width, wrap

if TYPE_CHECKING:
    import pygame

    from sandbox.ui.kit.style import Style

_LEADING: Final = 1.28
"""Distance between lines, in heights of letters."""


_SINK: Final = 0.06
"""The font's letters sit this much too high in their line, in heights of letters."""


_LETTERS: Final = 20
"""A name in a sentence has at most so many."""


class Hand(NamedTuple):
    """How something is written."""

    size: str = "body"
    """small, body or title"""
    colour: str = "ink"
    bold: bool = False


PLAIN: Final = Hand()
BOLD: Final = Hand(bold=True)
SMALL: Final = Hand("small")
SOFT: Final = Hand("small", "soft")
SMALL_BOLD: Final = Hand("small", bold=True)
TITLE: Final = Hand("title", bold=True)


def brief(name: str) -> str:
    """Return a name with an ellipsis instead of what is too long to stand in a sentence."""
    return name if len(name) <= _LETTERS else name[: _LETTERS - 1].rstrip() + "…"


@lru_cache(maxsize=2048)
def _width(text: str, height: int, *, bold: bool) -> int:
    return width(text, height, bold=bold)


def width_of(style: Style, text: str, hand: Hand = PLAIN) -> int:
    """Measure a line, in pixels."""
    return _width(text, style.letters(hand.size), bold=hand.bold)


def line_height(style: Style, hand: Hand = PLAIN) -> int:
    """Return the distance between two lines, in pixels."""
    return round(style.letters(hand.size) * _LEADING)


def write(
    surface: pygame.Surface, style: Style, text: str, at: tuple[int, int], hand: Hand = PLAIN, anchor: str = "midleft"
) -> None:
    """Write one line, with its `anchor` (midleft, center, topright …) at `at`."""
    height = style.letters(hand.size)
    picture = line(text, height, COLOURS[hand.colour], bold=hand.bold)
    surface.blit(picture, picture.get_rect(**{anchor: at}).move(0, round(height * _SINK)))


@lru_cache(maxsize=2048)
def _cut(text: str, height: int, width_px: int, *, bold: bool) -> str:
    return shortened(text, height, width_px, bold=bold)


def cut(style: Style, text: str, width: int, hand: Hand = PLAIN) -> str:
    """Shorten a line to `width` pixels, with an ellipsis."""
    return _cut(text, style.letters(hand.size), width, bold=hand.bold)


@lru_cache(maxsize=512)
def _wrapped(text: str, height: int, width: int, *, bold: bool) -> tuple[str, ...]:
    return tuple(wrap(text, height, width, bold=bold))


def lines_of(style: Style, text: str, width: int, hand: Hand = PLAIN) -> tuple[str, ...]:
    """Break a paragraph into lines of at most `width` pixels."""
    return _wrapped(text, style.letters(hand.size), width, bold=hand.bold)


def paragraph(surface: pygame.Surface, style: Style, text: str, rect: pygame.Rect, hand: Hand = PLAIN) -> int:
    """Write wrapped lines from the top of `rect` on, as many as fit; give the y below the last.

    Where there are more, the last ends in an ellipsis.
    """
    step, lines = line_height(style, hand), lines_of(style, text, rect.width, hand)
    fitting = max(0, (rect.height + step // 3) // step)
    if 0 < fitting < len(lines):
        lines = (*lines[: fitting - 1], cut(style, " ".join(lines[fitting - 1 :]), rect.width, hand))
    for place, row in enumerate(lines[:fitting]):
        write(surface, style, row, (rect.left, rect.top + place * step + step // 2), hand)
    return rect.top + len(lines[:fitting]) * step
