"""The meters in small, always in view beside the level's title: a sign for each, and a bar that follows it softly."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.scenario.catalogue import say
from sandbox.session.meters import NAMES, Meters, title
from sandbox.ui.bindings import key_of
from sandbox.ui.kit.style import COLOURS, theme
from sandbox.ui.kit.text import SMALL_BOLD, write
from sandbox.ui.kit.widgets import Control

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.session.meters import History
    from sandbox.ui.context import Context


class Look(NamedTuple):
    """How a meter is drawn, small and large."""

    icon: str
    fill: tuple[str, str]
    """colour and pattern; no two meters share both"""
    least: float
    """the scale reaches up to this at least"""
    whole: bool = False
    """whether it counts people"""


LOOKS: Final[dict[str, Look]] = {
    "suffering": Look("suffering", ("vermillion", "plain"), 1.0),
    "unseen": Look("crossed_eye", ("orange", "stripes"), 1.0),
    "averted": Look("look_away", ("blue", "dots"), 3.0, whole=True),
    "things": Look("see_thing", ("yellow", "checks"), 3.0, whole=True),
    "blame": Look("pebble", ("faint", "stripes"), 1.0),
}
"""By the names of the meters, from top to bottom."""
_ROUND: Final = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""A scale ends at one of these, or at ten times as much, and so on."""
_SECONDS: Final = 0.4
"""Time in which a bar comes most of the way to its meter."""
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


def top_of(least: float, highest: float) -> float:
    """Give the round number up to which a scale reaches."""
    step = 1.0
    while step * _ROUND[-1] < highest:
        step *= 10
    return max(least, next(step * number for number in _ROUND if step * number >= highest))


def written(name: str, value: float) -> str:
    """Write the value of a meter: people as a whole number, else one digit behind the point."""
    return str(round(value)) if LOOKS[name].whole else f"{value:.1f}"


class MeterStrip:
    """What the meters say now, and how far their bars have come."""

    def __init__(self) -> None:
        """Begin with all at 0."""
        self.now = Meters(0.0, 0.0, 0, 0, 0.0)
        self.tops = dict.fromkeys(NAMES, 1.0)
        """where each scale ends: above all that was played"""
        self.shown = dict.fromkeys(NAMES, 0.0)
        """how full each bar is, 0 to 1"""

    def read(self, frame: Frame, history: History) -> None:
        """Take the values of a moment; suffering and its unseen part keep one scale, to be compared."""
        self.now = Meters.of(frame.people, frame.before, frame.ties)
        for name, value in self.now._asdict().items():
            past = history.series(name)
            highest = max(value, float(past.max()) if len(past) else 0.0)
            self.tops[name] = top_of(LOOKS[name].least, highest)
        self.tops["unseen"] = self.tops["suffering"]

    def follow(self, seconds: float) -> None:
        """Let the bars come nearer to their values."""
        part = 1.0 - exp(-seconds / _SECONDS)
        for name, value in self.now._asdict().items():
            self.shown[name] += (value / self.tops[name] - self.shown[name]) * part


def _width(name: str) -> int:
    return _ICON + (_DIGIT if LOOKS[name].whole else _BAR) + _APART


def room_for(context: Context) -> int:
    """Give the width of the strip, in pixels; 0 where it has no room or is too small to read: the panel has to do."""
    style = context.style
    width = style.px(sum(_width(name) for name in NAMES))
    if context.desk.preferences.projector or style.px(_ICON) < _LEGIBLE_PX:
        return 0
    return width if context.layout.head.width - width >= style.px(_TITLE) else 0


def meter_strip(context: Context, right: int, middle: int) -> Control:
    """Build the strip that ends at `right`: one button, which opens the panel of meters."""
    rect = pygame.Rect(0, 0, room_for(context), context.style.px(_HEIGHT))
    rect.midright = (right, middle)
    now = context.desk.meter_strip.now._asdict()
    values = ", ".join(f"{title(name)} {written(name, value)}" for name, value in now.items())
    return Control(
        name="head.meters",
        rect=rect,
        act="dock:meters",
        tip=say("ui.meters.tip", values=values, press=key_of("dock:meters")),
        on=context.desk.dock == "meters",
    )


def draw_meter_strip(surface: pygame.Surface, context: Context, rect: pygame.Rect) -> None:
    """Draw the signs with their bars and numbers."""
    style, state = context.style, context.desk.meter_strip
    left = rect.left + style.px(_APART / 2)
    for name, value in state.now._asdict().items():
        look = LOOKS[name]
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
