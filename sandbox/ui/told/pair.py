"""Two people: the line between them, half of it each, and the five gates between them, each with its word."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.scenario.language import text_of
from sandbox.session.seen.quantities import TIE, Quantity, of_tie
from sandbox.session.seen.thresholds import A_PERSON, ATTENDED, NOTICED, SUFFERS
from sandbox.ui.kit.style import COLOURS
from sandbox.ui.kit.text import SMALL, SMALL_BOLD, cut, write
from sandbox.view.canvas import palette
from sandbox.view.canvas.strokes import edged, rails, zigzag

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext
    from sandbox.ui.kit.style import Style

ROW: Final = 17
"""Height of a gate, in units."""
_ICON: Final = 26
"""Room for its sign, in units."""
_BOUNDS: Final = {
    "affinity": (-0.3, -0.05, 0.05, 0.3),
    "personhood": (A_PERSON, 0.7),
    "importance": (0.2, 0.5),
    "believed": (SUFFERS, -SUFFERS),
    "attention": (ATTENDED, NOTICED, 0.3),
}
"""Where the next word begins, by gate."""
_INDIFFERENT: Final = 0.05
_LINE: Final = 2.2
"""Width of the strongest line, in units."""


def gate_words(quantity: Quantity, value: float) -> str:
    """Say how a gate stands."""
    return text_of(f"ui.gate.{quantity.name}.{bisect_right(_BOUNDS[quantity.name], value)}")


def row_between(context: PlayContext, observer: int, target: int) -> int | None:
    """Find the row of a tie, or None where there is none."""
    ties = context.frame.ties
    rows = np.flatnonzero((ties.observer == observer) & (ties.target == target))
    return int(rows[0]) if len(rows) else None


def draw_gates(surface: pygame.Surface, context: PlayContext, person: int, other: int, rect: pygame.Rect) -> None:
    """Draw what two people are to each other: a line for each gate, there and back."""
    style, ties = context.style, context.frame.ties
    lanes = row_between(context, person, other), row_between(context, other, person)
    width = (rect.width - style.px(_ICON)) // 2
    heads = text_of("ui.tie.to", whom=context.name(other)), text_of("ui.tie.from")
    for lane, (row, head) in enumerate(zip(lanes, heads, strict=True)):
        left, middle = rect.left + style.px(_ICON) + lane * width, rect.top + style.px(ROW / 2)
        write(surface, style, cut(style, head, width, SMALL_BOLD), (left, middle), SMALL_BOLD)
        for place, quantity in enumerate(TIE, 1):
            words = "–" if row is None else gate_words(quantity, of_tie(quantity, ties, row))
            down = middle + place * style.px(ROW)
            write(surface, style, cut(style, words, width - style.px(4), SMALL), (left, down), SMALL)
    for place, quantity in enumerate(TIE, 1):
        middle = rect.top + style.px(ROW / 2) + place * style.px(ROW)
        style.icon(surface, quantity.icon, (rect.left + style.px(_ICON / 2 - 2), middle), ROW)


def draw_line(surface: pygame.Surface, context: PlayContext, person: int, other: int, rect: pygame.Rect) -> None:
    """Draw the line between two people: parallel for a friend, jagged for an enemy; the left half is the first's."""
    ends = rect.midleft, rect.center, rect.midright
    for (start, end), pair in zip(
        ((ends[0], ends[1]), (ends[1], ends[2])), ((person, other), (other, person)), strict=True
    ):
        row = row_between(context, *pair)
        _half(surface, context.style, start, end, 0.0 if row is None else float(context.frame.ties.affinity[row]))


def _half(surface: pygame.Surface, style: Style, start: tuple[int, int], end: tuple[int, int], liking: float) -> None:
    wide = style.px(1) + style.px(_LINE) * abs(liking)
    if liking > _INDIFFERENT:
        way = np.array([[start, end]], dtype=np.float64)
        rails(surface, way, np.array([style.px(2)]), np.array([wide]), palette.BLUE, 1.0)
    elif liking < -_INDIFFERENT:
        edged(surface, zigzag([start, end], style.px(4), style.px(7)), wide, palette.VERMILLION, 1.0)
    else:
        pygame.draw.line(surface, COLOURS["line"], start, end, style.px(1))
