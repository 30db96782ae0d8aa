"""How the goal stands, under the level's name: what is missing, how long it has held, how long there is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.scenario.actions import Lose, Win
from sandbox.scenario.conditions.schema import Lasted, parts_of
from sandbox.scenario.conditions.sentences import asked, names_of
from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.context import spoken
from sandbox.ui.course.ended import headline
from sandbox.ui.hud.goal_words import MOST_ROWS, likely_words, more, rows_of, time_left
from sandbox.ui.kit.style import COLOURS, Style
from sandbox.ui.kit.text import BOLD, PLAIN, Hand, cut, line_height, lines_of, width_of, write
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.kit.widgets import Control, Pane, panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.scenario.schema import Level
    from sandbox.session.story.told import Decided
    from sandbox.ui.context import PlayContext
    from sandbox.ui.hud.goal_words import Row

MOST_LINES: Final = 4
"""Of these rows, where they are too long for one each."""
_LARGER: Final = 1.2
"""How much larger these words are than others."""
_SMALLER: Final = 0.92
"""Steps in which words become smaller where they are too many."""
_BAR: Final = 70
"""Width of the bar of the time that something has held, in units."""
_INSET: Final = 8
_MARGIN: Final = 12


def height_of(level: Level, style: Style, width: int, *, projector: bool) -> int:
    """Return the height of the lines, in pixels: as many as its longest words need, so that the map stays where it is.

    Args:
        level: whose goal it is.
        style: how large buttons are drawn.
        width: there is, in pixels.
        projector: whether the words are to be read from the last row of a classroom.
    """
    goal = level.goal
    if goal is None and not any(isinstance(action, Win | Lose) for rule in level.rules for action in rule.then):
        return 0
    written, longest = _large(style, projector=projector), [""]
    if goal is not None:
        threats = any(loss.when.lasting or isinstance(loss.when, Lasted) for loss in goal.lose)
        several = len(parts_of(goal.win)) > 1 or threats
        likely = sorted(likely_words(level, goal), key=len, reverse=True)
        longest = likely[: MOST_ROWS if several else 1]
    left = width_of(written, text_of("ui.goal.left", time=clock(0)), BOLD)
    room = width - written.px(_BAR + 16 + 3 * _MARGIN) - left
    lines = sum(len(lines_of(written, words, room)) for words in longest)
    return min(MOST_LINES, max(1, lines)) * line_height(written) + 2 * style.px(_INSET)


def goal_line(context: PlayContext) -> Pane | None:
    """Build the lines; a press says what loses and what earns stars, or at the end opens its card. None without any."""
    goal, rect, ended = context.frame.level.goal, context.layout.goal.copy(), context.state.ended
    if context.outcome is not None and ended is not None:
        return _over(context, ended.decided, rect)
    if goal is None or context.outcome is not None:
        return None
    rows, left = rows_of(context, goal), time_left(context, goal)
    laid = _laid(context, rows, left, rect.size)
    style, step = laid.style, line_height(laid.style)
    rect.height = sum(map(len, laid.lines)) * step + 2 * context.style.px(_INSET)
    rect.width = min(rect.width, laid.breadth)
    about = " ".join((asked(goal, names_of(context.frame.level)), *more(context, goal)))
    control = Control("goal", rect, verbs.SAY(about), look="card", tip=about)

    def paint(surface: pygame.Surface) -> None:
        panel(surface, context.style, rect)
        middle = rect.top + context.style.px(_INSET) + step // 2
        write(surface, style, left, (rect.right - style.px(_MARGIN), middle), BOLD, "midright")
        for row, lines in zip(rows, laid.lines, strict=True):
            _draw(surface, style, row, lines, (rect.left, middle))
            middle += len(lines) * step

    return Pane("goal", context.style, rect, (control,), paint, (rows, left))


def _over(context: PlayContext, decided: Decided, rect: pygame.Rect) -> Pane:
    """Build the line that says how it ended; why, its card says, if that is open."""
    whole = headline(context.frame.level, decided)
    brief = text_of(f"ui.goal.{decided.outcome}", time=clock(decided.tick))
    words = brief if context.state.dock == "ending" else whole
    large = _large(context.style, projector=context.shell.preferences.projector)
    style = _fitting(context, large, width_of(large, words, BOLD) + large.px(40 + 2 * _MARGIN), rect.width)
    rect.height = line_height(style) + 2 * context.style.px(_INSET)
    rect.width = min(rect.width, width_of(style, words, BOLD) + style.px(40 + 2 * _MARGIN))
    tip = context.with_key(whole, verbs.DOCK("ending"))
    control = Control("goal", rect, verbs.DOCK("ending"), look="card", tip=tip)

    def paint(surface: pygame.Surface) -> None:
        panel(surface, context.style, rect)
        icon = "star" if decided.outcome == "won" else "no_star"
        style.icon(surface, icon, (rect.left + style.px(_MARGIN + 12), rect.centery), 24)
        left = rect.left + style.px(_MARGIN + 30)
        write(surface, style, cut(style, words, rect.right - left, BOLD), (left, rect.centery), BOLD)

    return Pane("goal", context.style, rect, (control,), paint, words)


class _Laid(NamedTuple):
    """Rows broken into lines."""

    style: Style
    lines: tuple[tuple[str, ...], ...]
    """of each row"""
    breadth: int
    """width that all of it needs, in pixels"""


def _laid(context: PlayContext, rows: Sequence[Row], left: str, room: tuple[int, int]) -> _Laid:
    """Break rows into lines that fit into a width and a height, written as large as they can be.

    Of what does not even fit in the size of ordinary words, the ends of rows are left out.
    """
    height = room[1] - 2 * context.style.px(_INSET)
    styles = _sizes(context)
    for style in styles:
        laid = _broken(style, rows, left, room[0])
        if sum(map(len, laid.lines)) * line_height(style) <= height:
            return laid
    style = styles[-1]
    laid = _broken(style, rows, left, room[0])
    most = max(1, height // line_height(style) - len(rows) + 1)
    return laid._replace(lines=tuple(_shortened(style, lines, most, laid.breadth) for lines in laid.lines))


def _shortened(style: Style, lines: tuple[str, ...], most: int, width: int) -> tuple[str, ...]:
    """Return at most so many lines, the last one cut if there were more."""
    return lines if len(lines) <= most else (*lines[: most - 1], cut(style, " ".join(lines[most - 1 :]), width))


def _sizes(context: PlayContext) -> list[Style]:
    """List the sizes of words, from those for a classroom down to the ordinary ones."""
    least, found = context.style.scale, list[Style]()
    scale = _large(context.style, projector=context.shell.preferences.projector).scale
    while scale > least:
        found.append(replace(context.style, scale=scale))
        scale *= _SMALLER
    return [*found, context.style]


def _broken(style: Style, rows: Sequence[Row], left: str, room: int) -> _Laid:
    found, widest, margins = list[tuple[str, ...]](), 0, 2 * style.px(_MARGIN)
    for row in rows:
        beside = (
            width_of(style, left, BOLD) + style.px(16) if left and not found else 0
        )  # The time stands in the first.
        beside += margins if row.part is None else margins + style.px(_BAR + 8)
        lines = lines_of(style, row.words, max(1, room - beside), _hand(row))
        found.append(lines)
        widest = max(widest, beside + max(width_of(style, words, _hand(row)) for words in lines))
    return _Laid(style, tuple(found), widest)


def _hand(row: Row) -> Hand:
    return BOLD if row.danger else PLAIN


def _large(style: Style, *, projector: bool) -> Style:
    """Return the scale of the goal's words: larger than others, and no smaller than what a classroom reads."""
    return replace(style, scale=max(_LARGER * style.scale, spoken(style, projector=projector).scale))


def _fitting(context: PlayContext, style: Style, needed: int, room: int) -> Style:
    """Return a scale of words, or a smaller one if they need more pixels than there is room."""
    if needed <= room:
        return style
    return replace(style, scale=max(context.style.scale, style.scale * room / needed))


def _draw(surface: pygame.Surface, style: Style, row: Row, lines: Sequence[str], at: tuple[int, int]) -> None:
    """Write the lines of a row from the middle of the first one on, after the bar of the time that it has held."""
    left, middle = at[0] + style.px(_MARGIN), at[1]
    if row.part is not None:
        bar = pygame.Rect(left, 0, style.px(_BAR), style.px(12))
        bar.centery = middle
        pygame.draw.rect(surface, COLOURS["white"], bar)
        filled = pygame.Rect(bar.left, bar.top, round(bar.width * row.part), bar.height)
        style.fill(surface, filled, ("vermillion", "stripes") if row.danger else ("green", "plain"))
        pygame.draw.rect(surface, COLOURS["ink"], bar, style.px(1.5))
        left = bar.right + style.px(8)
    for number, words in enumerate(lines):
        write(surface, style, words, (left, middle + number * line_height(style)), _hand(row))
