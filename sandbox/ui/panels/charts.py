"""Numbers over time: filled lines and ticks, the player's deeds as faces on poles, a mark at the present moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.ui.hud.deeds import draw_deed
from sandbox.ui.kit.style import COLOURS, Style, theme
from sandbox.ui.kit.text import Hand, width_of, write
from sandbox.ui.kit.time_axis import clock, marks, strip_x
from sandbox.view.canvas.palette import TINT_VEIL
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED, SpriteCanvas
from sandbox.view.canvas.text import pill

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.ui.context import PlayContext

_ENDS: Final = (20, 30, 45, 60, 90, 120, 180, 300, 450, 600, 900, 1200, 1800, 2700, 3600)
"""Seconds at which an axis of time may end, so that it does not shrink with every tick; beyond them, whole hours."""
DEED: Final = 26
"""Height of a deed's face, in units."""
_STEP: Final = 6
"""From one tick of a row to the next, in units."""
_TICK: Final = 4
"""Width of a tick, in units."""
_SHORTEST: Final = 4
"""Height of a tick at least, in units."""
_LINE: Final = 2.2
"""Width of the line, in units."""
_FINE: Final = 0.5
"""Pixels by which two heights must differ to be drawn apart."""


MARK: Final = Hand("body", "soft")
"""How the numbers of an axis are written."""


def axis_end(latest: int) -> int:
    """Return the last tick of an axis on which `latest` has its place."""
    seconds = latest / TICKS_PER_SECOND
    whole_hours = -(-latest // (_ENDS[-1] * TICKS_PER_SECOND)) * _ENDS[-1]
    return next((end for end in _ENDS if end >= seconds), whole_hours) * TICKS_PER_SECOND


def draw_graph(
    surface: pygame.Surface, style: Style, rect: pygame.Rect, heights: Floats, look: tuple[str, str]
) -> None:
    """Draw the line and what lies under it; `heights` are shares of the rectangle's height, one for each pixel."""
    pixels = tuple(np.round(np.clip(heights, 0, 1) * rect.height / _FINE).astype(int).tolist())
    if len(pixels) > 1:
        surface.blit(_graph(pixels, rect.size, style, look), rect, special_flags=PREMULTIPLIED)


@cached_picture
def _graph(heights: tuple[int, ...], size: tuple[int, int], style: Style, look: tuple[str, str]) -> pygame.Surface:
    width, height = size
    low = height / width
    canvas = _canvas(size)
    spots = [(x / width, low - tall * _FINE / width) for x, tall in enumerate(heights)]
    bends = [
        spot
        for x, spot in enumerate(spots)
        if x in {0, len(spots) - 1} or not heights[x - 1] == heights[x] == heights[x + 1]
    ]
    canvas.inside([(bends[0][0], low), *bends, (bends[-1][0], low)], _tiled(size, style, look))
    canvas.stroke(bends, style.px(_LINE) / width)
    return canvas.finish()


def _canvas(size: tuple[int, int]) -> SpriteCanvas:
    """Open a canvas for a chart; its unit is the chart's width, so that it is drawn no finer than needed."""
    return SpriteCanvas(size[0], 0, 0, 1, size[1] / size[0])


@cached_picture
def _tiled(size: tuple[int, int], style: Style, look: tuple[str, str]) -> SpriteCanvas:
    """Fill a whole chart with a pattern, for lines to be cut from."""
    canvas = _canvas(size)
    Style(style.scale * canvas.times).fill(canvas.surface, canvas.surface.get_rect(), look)
    return canvas


def columns(series: Floats, apart: int, end: int, width: int) -> Floats:
    """Return the value at each pixel of the part that was played: the highest of those that fall together.

    Args:
        series: a value for every `apart` ticks, from tick 0 on; nan, where it is not known, is drawn as 0.
        apart: ticks between two values.
        end: the tick at the right edge.
        width: pixels up to that edge.
    """
    series, ticks = np.nan_to_num(series), np.arange(len(series)) * apart
    places = ticks * width // end
    pixels = np.arange(places[-1] + 1)
    line = np.interp(pixels, ticks * width / end, series)
    np.maximum.at(line, places, series)
    return line


def draw_deeds(surface: pygame.Surface, context: PlayContext, style: Style, rect: pygame.Rect, end: int) -> None:
    """Put up a pole at each deed of the player, with the face of whom it befell, unless a later one leaves no room."""
    high, faces = style.px(DEED), list[pygame.Rect]()
    for command in reversed(context.session.commands):
        x = strip_x(rect, command.at * TICKS_PER_SECOND, end)
        face = pygame.Rect(x - high // 2, rect.top, high, high)
        room = face.collidelist(faces) < 0
        pygame.draw.line(surface, COLOURS["ink"], (x, rect.top + high), (x, rect.bottom - 1), style.px(1.5))
        if room:
            faces.append(face)
            draw_deed(surface, style, context.frame.level, command, (x, rect.top + high), DEED)


def draw_ticks(surface: pygame.Surface, style: Style, rect: pygame.Rect, heights: Floats, colour: str) -> None:
    """Draw a row of ticks; `heights` are shares of the rectangle's height, one for each pixel."""
    step, wide = style.px(_STEP), style.px(_TICK)
    for left in range(0, len(heights), step):
        tall = round(float(np.clip(heights[left : left + step].max(), 0, 1)) * (rect.height - 2))
        if tall:
            tick = pygame.Rect(rect.left + left, 0, wide, max(tall, style.px(_SHORTEST)))
            tick.bottom = rect.bottom - 1
            pygame.draw.rect(surface, COLOURS["ink"], tick)
            pygame.draw.rect(surface, COLOURS[colour], tick.inflate(-2, -2))


def draw_now(surface: pygame.Surface, style: Style, rect: pygame.Rect, spot: tuple[int, int], latest: int) -> None:
    """Mark the present at `spot`, and pale what was played beyond it, up to pixel `latest`."""
    x, y = spot
    if latest > x:
        later = pygame.Surface((latest - x, rect.height), pygame.SRCALPHA)
        later.fill((*COLOURS["raised"], TINT_VEIL))
        surface.blit(later, (x, rect.top))
    pygame.draw.line(surface, COLOURS["ink"], (x, rect.top), (x, rect.bottom - 1), style.px(theme().edge))
    dot = pygame.Rect(0, 0, style.px(11), style.px(11))
    dot.center = (x, y)
    style.box(surface, dot, "white", round_by=6)


def draw_lines(surface: pygame.Surface, style: Style, rect: pygame.Rect, end: int) -> None:
    """Draw a faint line at each round moment."""
    for second in marks(end, _most(style, rect)):
        x = strip_x(rect, second * TICKS_PER_SECOND, end)
        pygame.draw.line(surface, COLOURS["line"], (x, rect.top), (x, rect.bottom - 1), style.px(1))


def draw_axis(surface: pygame.Surface, style: Style, rect: pygame.Rect, end: int, now: int) -> None:
    """Write the times under a chart, and the present on a label."""
    for second in (0, *marks(end, _most(style, rect)), end // TICKS_PER_SECOND):
        tick = second * TICKS_PER_SECOND
        anchor = "midleft" if tick == 0 else "midright" if tick == end else "center"
        write(surface, style, clock(tick), (strip_x(rect, tick, end), rect.centery), MARK, anchor)
    label = pill(clock(now), style.letters(MARK.size), style.px(8), COLOURS["amber"])
    surface.blit(label, label.get_rect(center=(strip_x(rect, now, end), rect.centery)).clamp(rect))


def _most(style: Style, rect: pygame.Rect) -> int:
    """Return how many times can stand under a chart."""
    return max(1, rect.width // (2 * width_of(style, clock(0), MARK)))
