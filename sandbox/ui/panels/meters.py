"""The panel of the meters: how the world fared over time, as one landscape, and what the player did to it.

Suffering makes hills, in which what nobody sees is hatched; below them stand rows of ticks for all else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pygame

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.language import text_of
from sandbox.session.seen.meters import NAMES, meaning, title
from sandbox.ui import verbs
from sandbox.ui.kit.style import COLOURS, Style, back_row, theme
from sandbox.ui.kit.text import BOLD, SOFT, cut, width_of, write
from sandbox.ui.kit.time_axis import strip_x
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.meter_bars import METER_LOOKS, written
from sandbox.ui.panels.charts import (
    DEED,
    MARK,
    axis_end,
    columns,
    draw_axis,
    draw_deeds,
    draw_graph,
    draw_lines,
    draw_now,
    draw_ticks,
)
from sandbox.ui.panels.frame import body_of, close_button, draw_title

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.ui.context import PlayContext

HILLS: Final = ("suffering", "unseen")
"""The meters that make up the hills: the whole, and the part of it that is hatched."""
_HEAD: Final = 27
"""Height of the line that names a meter, in units."""
_TICKS: Final = 30
"""Height of a row of ticks, in units."""
_HIGHEST: Final = 0.75
"""Height of the hills, in parts of what is seen of the panel, at most."""
_LEAST: Final = 60
"""Height that large letters leave to the hills at least, in units."""
_AXIS: Final = 22
_GAP: Final = 7
_ICON: Final = 22
_PATCH: Final = (20, 14)
"""Width and height of a patch of how a meter is drawn, in units."""


class _Row(NamedTuple):
    """Where one meter is named, and where it is drawn if it is drawn by itself."""

    name: str
    head: pygame.Rect
    chart: pygame.Rect | None


def meters(context: PlayContext) -> Pane:
    """Build the panel."""
    body, hand = body_of(context), lettering(context)
    axis = pygame.Rect(body.left, body.bottom - hand.px(_AXIS), body.width, hand.px(_AXIS))
    end = axis_end(context.session.latest_tick)
    rows = _rows(context, body, axis.top, hand)
    charts = tuple(
        Control(
            name=f"chart.{row.name}",
            rect=row.chart,
            look="card",
            tip=f"{meaning(row.name)} {text_of('ui.meters.travel')}",
            span=end,
        )
        for row in rows
        if row.chart is not None
    )

    heads = tuple(
        Control(name=f"who.{row.name}", rect=row.head, act=verbs.ASK_METER(row.name), look="card", tip=_who(row.name))
        for row in rows
    )

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "meters", text_of("ui.meters"))
        for row in rows:
            _draw_head(surface, context, hand, row)
            if row.name in HILLS and row.chart is not None:
                _draw_hills(surface, context, hand, row.chart, end)
            elif row.chart is not None:
                _draw_row(surface, context, hand, row, end)
        draw_axis(surface, hand, axis, end, context.frame.tick)

    return Pane("meters", context.style, context.dock, (close_button(context), *heads, *charts), paint)


def _who(name: str) -> str:
    return text_of("ui.why.meter", meter=title(name))


def lettering(context: PlayContext) -> Style:
    """Return the scale of words and signs: a classroom has to read them from its last row, if they fit."""
    if not context.shell.preferences.projector:
        return context.style
    rows = len(NAMES) - len(HILLS)
    units = len(NAMES) * _HEAD + rows * (_TICKS + _GAP) + DEED + _LEAST + _AXIS + _GAP
    return Style(max(context.style.scale, min(back_row(), body_of(context).height / units)))


def _rows(context: PlayContext, body: pygame.Rect, bottom: int, hand: Style) -> list[_Row]:
    """Name the hills above them, and put the rows of ticks below; a meter that was 0 all the time has no ticks."""
    head, ticks, gap = hand.px(_HEAD), hand.px(_TICKS), context.style.px(_GAP)
    others = [name for name in NAMES if name not in HILLS]
    drawn = {name for name in others if np.nanmax(context.session.history.series(name), initial=0.0) > 0}
    low = bottom - len(others) * head - len(drawn) * (ticks + gap)
    top = body.top + len(HILLS) * head
    hills = pygame.Rect(body.left, top, body.width, max(1, low - gap - top))
    hills.height = min(hills.height, round(_HIGHEST * context.layout.dock.height))
    low = hills.bottom + gap
    rows = [
        _Row(name, pygame.Rect(body.left, body.top + place * head, body.width, head), None if place else hills)
        for place, name in enumerate(HILLS)
    ]
    for name in others:
        chart = pygame.Rect(body.left, low + head, body.width, ticks) if name in drawn else None
        rows.append(_Row(name, pygame.Rect(body.left, low, body.width, head), chart))
        low += head + (ticks + gap if name in drawn else 0)
    return rows


def _draw_head(surface: pygame.Surface, context: PlayContext, hand: Style, row: _Row) -> None:
    value = written(row.name, getattr(context.state.meter_bars.now, row.name))
    rect, left, look = row.head, row.head.left + hand.px(_ICON + 7), METER_LOOKS[row.name]
    hand.icon(surface, look.icon, (rect.left + hand.px(_ICON / 2), rect.centery), _ICON)
    if row.name in HILLS:
        patch = pygame.Rect(left, 0, hand.px(_PATCH[0]), hand.px(_PATCH[1]))
        patch.centery = rect.centery
        hand.fill(surface, patch, look.fill)
        pygame.draw.rect(surface, COLOURS["ink"], patch, hand.px(theme().edge))
        left = patch.right + hand.px(7)
    asks = text_of("ui.meters.who")
    room = rect.right - left - width_of(hand, value, BOLD) - width_of(hand, asks, SOFT) - hand.px(26)
    write(surface, hand, cut(hand, title(row.name), room, BOLD), (left, rect.centery), BOLD)
    write(surface, hand, value, rect.midright, BOLD, "midright")
    beside = rect.right - width_of(hand, value, BOLD) - hand.px(12)
    write(surface, hand, asks, (beside, rect.centery), SOFT, "midright")


def _heights(context: PlayContext, name: str, end: int, width: int) -> Floats:
    """Return how high a meter stands at each pixel of what was played, as a share of its scale."""
    history = context.session.history
    return columns(history.series(name), history.apart, end, width) / context.state.meter_bars.tops[name]


def _draw_hills(surface: pygame.Surface, context: PlayContext, hand: Style, rect: pygame.Rect, end: int) -> None:
    style, state = context.style, context.state.meter_bars
    style.box(surface, rect, "raised", "line", round_by=4)
    draw_lines(surface, hand, rect, end)
    graph = pygame.Rect(rect.left, rect.top + hand.px(DEED), rect.width, rect.height - hand.px(DEED))
    pygame.draw.line(surface, COLOURS["line"], graph.topleft, graph.topright, style.px(1))
    for name in HILLS:
        draw_graph(surface, style, graph, _heights(context, name, end, rect.width), METER_LOOKS[name].fill)
    place = (rect.left + hand.px(5), graph.top + hand.px(10))
    write(surface, hand, f"{state.tops[HILLS[0]]:g}", place, MARK)
    draw_deeds(surface, context, hand, rect, end)
    share = float(getattr(state.now, HILLS[0])) / state.tops[HILLS[0]]
    now = strip_x(rect, context.frame.tick, end), graph.bottom - round(graph.height * share)
    draw_now(surface, style, rect, now, strip_x(rect, context.session.latest_tick, end))


def _draw_row(surface: pygame.Surface, context: PlayContext, hand: Style, row: _Row, end: int) -> None:
    style, rect = context.style, row.chart
    if rect is None:
        return
    style.box(surface, rect, "raised", "line", round_by=4)
    draw_lines(surface, hand, rect, end)
    draw_ticks(surface, hand, rect, _heights(context, row.name, end, rect.width), METER_LOOKS[row.name].fill[0])
    for command in context.session.commands:
        x = strip_x(rect, command.at * TICKS_PER_SECOND, end)
        pygame.draw.line(surface, COLOURS["ink"], (x, rect.top), (x, rect.bottom - 1), style.px(1.5))
    now = strip_x(rect, context.frame.tick, end), rect.bottom
    draw_now(surface, style, rect, now, strip_x(rect, context.session.latest_tick, end))
