"""What somebody weighed: one bar for each option, split by stream, with how likely it was to be chosen, and a legend.

Only what made a difference between the options has a part of its own; all else is one part, so that each bar still
adds up to the option's worth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.ui.kit.style import COLOURS
from sandbox.ui.kit.text import SMALL, SMALL_BOLD, SOFT, cut, width_of, write
from sandbox.ui.panels.frame import signed
from sandbox.ui.panels.streams import STREAM_LOOK, stripe

if TYPE_CHECKING:
    from sandbox.session.why.cards import Weighed
    from sandbox.ui.context import PlayContext

_ROW: Final = 21
"""Height of a weighed option."""
_LEAST_OPTIONS: Final = 2
_NAME_WIDTH: Final = 110
_NUMBER_WIDTH: Final = 54
_FINE: Final = 3
"""Digits after the point of small numbers."""
_LEGEND: Final = 18
"""Height of a row of the legend; there may be two."""
_AXIS: Final = 20
"""Height of the line that says which way is better."""
_TINY: Final = 0.03
"""What differs between the options by less than this share of the longest bar is put together with all else."""
_MOST: Final = 6
"""So many parts have a name."""
_REST: Final = "rest"
_LEAST_SPAN: Final = 0.08
"""Reward per second that the bars span at least, so that trifles look like trifles."""


def number(value: float) -> str:
    """Write a reward, and a small one with a digit more."""
    return signed(value, _FINE if abs(value) < _LEAST_SPAN else 2)


def fitting(context: PlayContext, options: tuple[Weighed, ...], room: int) -> tuple[Weighed, ...]:
    """Keep as many options as fit into `room` pixels of height."""
    style = context.style
    return _best(options, max(_LEAST_OPTIONS, (room - style.px(2 * _LEGEND + _AXIS + 10)) // style.px(_ROW)))


def height_of(context: PlayContext, options: tuple[Weighed, ...], width: int) -> int:
    """Return the height that some options take, in pixels."""
    if not options:
        return 0
    style, legend = context.style, len(_legend(context, _streams([parts(options, one) for one in options]), width))
    return style.px(legend * _LEGEND + _AXIS + 10) + style.px(_ROW) * len(options)


def _best(options: tuple[Weighed, ...], count: int) -> tuple[Weighed, ...]:
    """Keep the most promising options, and always the chosen one."""
    ranked = sorted(options, key=lambda option: -option.value)
    kept = ranked[:count]
    missing = [option for option in ranked[count:] if option.chosen]
    return (*kept[: count - len(missing)], *missing)


def mattering(options: tuple[Weighed, ...]) -> list[str]:
    """List the terms that made a difference between some options, in the order of the legend."""
    span = {}
    for term in options[0].streams:
        values = [option.streams[term] for option in options]
        span[term] = max(values) - min(values)
    least = _TINY * max(_LEAST_SPAN, sum(span.values()))
    largest = sorted((term for term in span if span[term] > least), key=lambda term: -span[term])[:_MOST]
    return [term for term in STREAM_LOOK if term in largest]


def parts(options: tuple[Weighed, ...], option: Weighed) -> dict[str, float]:
    """Split an option's worth into what mattered among `options` and the rest; the parts add up to its worth."""
    own = {term: option.streams[term] for term in mattering(options)}
    return own | {_REST: option.value - sum(own.values())}


def _streams(bars: list[dict[str, float]]) -> list[str]:
    """List the parts that are large enough to be seen in the bars."""
    least = _TINY * max(_LEAST_SPAN, *(sum(_reach(bar)) for bar in bars))
    return [stream for stream in STREAM_LOOK if any(abs(bar.get(stream, 0.0)) > least for bar in bars)]


def draw_options(
    surface: pygame.Surface, context: PlayContext, options: tuple[Weighed, ...], rect: pygame.Rect
) -> None:
    """Draw what was weighed: one bar each, split by stream, painful parts to the left."""
    style = context.style
    room = pygame.Rect(rect.left + style.px(_NAME_WIDTH), 0, rect.width - style.px(_NAME_WIDTH + _NUMBER_WIDTH), 0)
    bars = [parts(options, option) for option in options]
    low, high = (max(side) for side in zip(*map(_reach, bars), strict=True))
    unit = room.width / max(low + high, _LEAST_SPAN)
    zero = room.left + round((room.width - (low + high) * unit) / 2 + low * unit)
    top = rect.top + style.px(_AXIS + 4)
    _draw_axis(surface, context, zero, rect)
    for place, (option, bar) in enumerate(zip(options, bars, strict=True)):
        line = pygame.Rect(rect.left, top + place * style.px(_ROW), rect.width, style.px(_ROW))
        _draw_name(surface, context, option, line)
        _draw_bar(surface, context, bar, line, (zero, unit))
    bottom = top + len(options) * style.px(_ROW)
    pygame.draw.line(surface, COLOURS["ink"], (zero, top), (zero, bottom), 1)
    _draw_legend(surface, context, _streams(bars), pygame.Rect(rect.left, bottom, rect.width, 0))


def _draw_axis(surface: pygame.Surface, context: PlayContext, zero: int, rect: pygame.Rect) -> None:
    """Say which side of the bars is worse and which is better, and that the numbers are chances."""
    style = context.style
    middle, gap, wing = rect.top + style.px(_AXIS / 2 + 2), style.px(12), style.px(4)
    words = [text_of(f"ui.why.{word}") for word in ("worse", "better")]
    chance = text_of("ui.why.chance")
    write(surface, style, chance, (rect.right, middle), SOFT, "midright")
    taken = 2 * gap + sum(width_of(style, word, SOFT) for word in (words[1], chance))
    zero = min(zero, rect.right - taken)
    zero = max(zero, rect.left + gap + width_of(style, words[0], SOFT))
    for side, word, anchor in ((-1, words[0], "midright"), (1, words[1], "midleft")):
        tip = zero + side * (gap - style.px(3))
        back = tip - side * wing
        corners = [(tip, middle), (back, middle - wing), (back, middle + wing)]
        pygame.draw.polygon(surface, COLOURS["soft"], corners)
        write(surface, style, word, (zero + side * gap, middle), SOFT, anchor)


def _reach(bar: dict[str, float]) -> tuple[float, float]:
    """Return how far an option's bar goes to the left and to the right."""
    values = bar.values()
    return -sum(value for value in values if value < 0), sum(value for value in values if value > 0)


def _draw_name(surface: pygame.Surface, context: PlayContext, option: Weighed, line: pygame.Rect) -> None:
    style = context.style
    if option.chosen:
        style.box(surface, line.inflate(style.px(16), -style.px(1)), "amber", "ink", round_by=7)
    hand = SMALL_BOLD if option.chosen else SMALL
    name = text_of(f"option.{option.name}.name")
    write(surface, style, cut(style, name, style.px(_NAME_WIDTH - 4), hand), (line.left, line.centery), hand)
    percent = round(100 * option.chance)
    chance = text_of("ui.why.percent", percent=percent) if percent else text_of("ui.why.never")
    write(surface, style, chance, (line.right, line.centery), SOFT, "midright")


def _draw_bar(
    surface: pygame.Surface, context: PlayContext, bar: dict[str, float], line: pygame.Rect, scale: tuple[int, float]
) -> None:
    style, (zero, unit) = context.style, scale
    left, right = float(zero), float(zero)
    for stream in STREAM_LOOK:
        length = bar.get(stream, 0.0) * unit
        if length < 0:
            left += length
        start = left if length < 0 else right
        right += max(0.0, length)
        part = pygame.Rect(round(start), line.top + style.px(4), round(abs(length)), line.height - style.px(8))
        stripe(surface, style, part, stream)


def _draw_legend(surface: pygame.Surface, context: PlayContext, streams: list[str], rect: pygame.Rect) -> None:
    """Name the streams that occur in the bars, in as many rows as they need."""
    style = context.style
    for place, row in enumerate(_legend(context, streams, rect.width)):
        left, middle = rect.left, rect.top + style.px(_LEGEND) * place + style.px(_LEGEND / 2)
        for stream, width in row:
            stripe(surface, style, pygame.Rect(left, middle - style.px(5), style.px(12), style.px(10)), stream)
            write(surface, style, _stream_name(stream), (left + style.px(16), middle), SOFT)
            left += width


def _legend(context: PlayContext, streams: list[str], room: int) -> list[list[tuple[str, int]]]:
    """Share streams out to rows, each with its width in pixels."""
    style, rows, used = context.style, list[list[tuple[str, int]]](), room
    for stream in streams:
        width = style.px(26) + width_of(style, _stream_name(stream), SOFT)
        if used + width > room + style.px(10):
            rows.append([])
            used = 0
        rows[-1].append((stream, width))
        used += width
    return rows


def _stream_name(stream: str) -> str:
    return text_of(f"ui.stream.{stream}") if stream in {"effort", "habit", _REST} else text_of(f"stream.{stream}.name")
