"""The panel of the meters: how the world fared over time, and what the player did to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.scenario.language import text_of
from sandbox.session.meters import NAMES, meaning, title
from sandbox.ui import verbs
from sandbox.ui.kit.style import COLOURS, Style, back_row
from sandbox.ui.kit.text import BOLD, SOFT, cut, width_of, write
from sandbox.ui.kit.time_axis import strip_x
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.meter_bars import METER_LOOKS, written
from sandbox.ui.panels.charts import MARK, axis_end, columns, draw_axis, draw_flags, draw_graph, draw_lines, draw_now
from sandbox.ui.panels.frame import body_of, close_button, draw_title

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext

_HEAD: Final = 27
"""Height of the line over a chart, in units."""
_FLAGS: Final = 20
"""Room for the flags over the line of a chart, in units; large ones stand before it."""
_AXIS: Final = 22
_GAP: Final = 7
_LEAST: Final = 30
"""Height that large letters leave to a chart at least, in units."""
_ICON: Final = 22


class _Row(NamedTuple):
    """Where one meter stands."""

    name: str
    head: pygame.Rect
    chart: pygame.Rect


def meters(context: PlayContext) -> Pane:
    """Build the panel."""
    body, hand = body_of(context), lettering(context)
    axis = pygame.Rect(body.left, body.bottom - hand.px(_AXIS), body.width, hand.px(_AXIS))
    end = axis_end(context.session.latest_tick)
    rows = _rows(body, axis.top, hand.px(_HEAD), context.style.px(_GAP))
    charts = tuple(
        Control(
            name=f"chart.{row.name}",
            rect=row.chart,
            look="card",
            tip=f"{meaning(row.name)} {text_of('ui.meters.travel')}",
            span=end,
        )
        for row in rows
    )

    heads = tuple(
        Control(name=f"who.{row.name}", rect=row.head, act=verbs.ASK_METER(row.name), look="card", tip=_who(row.name))
        for row in rows
    )

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "meters", text_of("ui.meters"))
        for row in rows:
            _draw_head(surface, context, hand, row)
            _draw_chart(surface, context, hand, row, end)
        draw_axis(surface, hand, axis, end, context.frame.tick)

    return Pane("meters", context.style, context.dock, (close_button(context), *heads, *charts), paint)


def _who(name: str) -> str:
    return text_of("ui.why.meter", meter=title(name))


def lettering(context: PlayContext) -> Style:
    """Return the scale of words and signs: a classroom has to read them from its last row, if they fit."""
    if not context.shell.preferences.projector:
        return context.style
    fitting = body_of(context).height / (len(NAMES) * (_HEAD + _LEAST) + _AXIS)
    return Style(max(context.style.scale, min(back_row(), fitting)))


def _rows(body: pygame.Rect, bottom: int, head: int, gap: int) -> list[_Row]:
    """Share the room above `bottom` out among the meters."""
    height = (bottom - body.top) // len(NAMES)
    tops = [body.top + place * height for place in range(len(NAMES))]
    return [
        _Row(
            name,
            pygame.Rect(body.left, top, body.width, head),
            pygame.Rect(body.left, top + head, body.width, height - head - gap),
        )
        for name, top in zip(NAMES, tops, strict=True)
    ]


def _draw_head(surface: pygame.Surface, context: PlayContext, hand: Style, row: _Row) -> None:
    value = written(row.name, getattr(context.state.meter_bars.now, row.name))
    rect, left = row.head, row.head.left + hand.px(_ICON + 7)
    hand.icon(surface, METER_LOOKS[row.name].icon, (rect.left + hand.px(_ICON / 2), rect.centery), _ICON)
    asks = text_of("ui.meters.who")
    room = rect.right - left - width_of(hand, value, BOLD) - width_of(hand, asks, SOFT) - hand.px(26)
    write(surface, hand, cut(hand, title(row.name), room, BOLD), (left, rect.centery), BOLD)
    write(surface, hand, value, rect.midright, BOLD, "midright")
    beside = rect.right - width_of(hand, value, BOLD) - hand.px(12)
    write(surface, hand, asks, (beside, rect.centery), SOFT, "midright")


def _draw_chart(surface: pygame.Surface, context: PlayContext, hand: Style, row: _Row, end: int) -> None:
    style, rect, history, state = context.style, row.chart, context.session.history, context.state.meter_bars
    top = state.tops[row.name]
    style.box(surface, rect, "raised", "line", round_by=4)
    draw_lines(surface, hand, rect, end)
    flags = 0 if context.shell.preferences.projector else hand.px(_FLAGS)
    graph = pygame.Rect(rect.left, rect.top + flags, rect.width, rect.height - flags)
    pygame.draw.line(surface, COLOURS["line"], graph.topleft, graph.topright, style.px(1))
    line = columns(history.series(row.name), history.apart, end, rect.width)
    draw_graph(surface, style, graph, line / top, METER_LOOKS[row.name].fill)
    beside = graph.top - hand.px(10) if flags else graph.top + hand.px(10)
    write(surface, hand, f"{top:g}", (rect.left + hand.px(5), beside), MARK)
    draw_flags(surface, context, hand, rect, end)
    now = (strip_x(rect, context.frame.tick, end), graph.bottom - round(graph.height * _share(context, row.name)))
    draw_now(surface, style, rect, now, strip_x(rect, context.session.latest_tick, end))


def _share(context: PlayContext, name: str) -> float:
    """Return how far up its scale a meter is now."""
    state = context.state.meter_bars
    return float(getattr(state.now, name)) / state.tops[name]
