"""The meters in small, always in view beside the level's title: a sign for each, and a bar that follows it softly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.session.meters import NAMES, title
from sandbox.ui import verbs
from sandbox.ui.kit.style import COLOURS, theme
from sandbox.ui.kit.text import SMALL_BOLD, write
from sandbox.ui.kit.widgets import Control
from sandbox.ui.meter_bars import METER_LOOKS, written

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext


_ICON, _BAR, _DIGIT, _APART = 22, 34, 16, 12
"""Widths of a meter's sign, of its bar or number, and of the gap to the next, in units."""
_TITLE: Final = 100
"""Room that the level's title needs beside the strip, in units."""
_LEAP: Final = 0.08
"""A bar that lags behind its meter by more than this share of the scale is lit up."""
_NOTHING: Final = 0.02
"""Up to this part of its scale a bar is empty."""
_SLIVER: Final = 5
"""Width of a bar that is not empty, at least, in units."""
_HEIGHT: Final = 23
_LEGIBLE_PX: Final = 14
"""Below this size signs cannot be told apart, and the strip is left out."""


def _width(name: str) -> int:
    return _ICON + (_DIGIT if METER_LOOKS[name].whole else _BAR) + _APART


def room_for(context: PlayContext) -> int:
    """Return the width of the strip, in pixels; 0 where it has no room or is too small to read: the panel has to do."""
    style = context.style
    width = style.px(sum(_width(name) for name in NAMES))
    if context.shell.preferences.projector or style.px(_ICON) < _LEGIBLE_PX:
        return 0
    return width if context.layout.head.width - width >= style.px(_TITLE) else 0


def meter_strip(context: PlayContext, right: int, middle: int) -> Control:
    """Build the strip that ends at `right`: one button, which opens the panel of meters."""
    rect = pygame.Rect(0, 0, room_for(context), context.style.px(_HEIGHT))
    rect.midright = (right, middle)
    now = context.state.meter_bars.now._asdict()
    values = ", ".join(f"{title(name)} {written(name, value)}" for name, value in now.items())
    return Control(
        name="head.meters",
        rect=rect,
        act=verbs.DOCK("meters"),
        tip=context.with_key(text_of("ui.meters.tip", values=values), verbs.DOCK("meters")),
        on=context.state.dock == "meters",
    )


def draw_meter_strip(surface: pygame.Surface, context: PlayContext, rect: pygame.Rect) -> None:
    """Draw the signs with their bars and numbers."""
    style, state = context.style, context.state.meter_bars
    left = rect.left + style.px(_APART / 2)
    for name, value in state.now._asdict().items():
        look = METER_LOOKS[name]
        if abs(value / state.tops[name] - state.shown[name]) > _LEAP:
            lit = pygame.Rect(left - style.px(3), rect.top, style.px(_width(name) - _APART + 6), rect.height)
            style.box(surface, lit, "white", round_by=7)
        style.icon(surface, look.icon, (left + style.px(_ICON / 2), rect.centery), _ICON - 2)
        x = left + style.px(_ICON + 4)
        if look.whole:
            write(surface, style, written(name, value), (x, rect.centery), SMALL_BOLD)
        else:
            groove = pygame.Rect(x, 0, style.px(_BAR - 4), style.px(12))
            groove.centery = rect.centery
            pygame.draw.rect(surface, COLOURS["white"], groove)
            filled = groove.copy()
            least = style.px(_SLIVER) if state.shown[name] > _NOTHING else 0
            filled.width = max(least, round(groove.width * min(1.0, state.shown[name])))
            style.fill(surface, filled, look.fill)
            pygame.draw.rect(surface, COLOURS["ink"], groove, style.px(theme().edge * 0.75))
        left += style.px(_width(name))
