"""How the goal stands, under the level's name: what is missing, how long it has held, how long there is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.engine.params import SECONDS_PER_TICK, TICKS_PER_SECOND
from sandbox.scenario.actions import Lose, Win
from sandbox.scenario.conditions.schema import parts_of
from sandbox.scenario.conditions.sentences import asked, names_of, sentence
from sandbox.scenario.language import text_of
from sandbox.session.story.words import lacking, line
from sandbox.ui import verbs
from sandbox.ui.context import spoken
from sandbox.ui.course.ended import headline
from sandbox.ui.kit.style import COLOURS
from sandbox.ui.kit.text import BOLD, PLAIN, cut, line_height, width_of, write
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.kit.widgets import Control, Pane, panel

if TYPE_CHECKING:
    from sandbox.scenario.goals import Ending, Goal
    from sandbox.scenario.schema import Level
    from sandbox.session.story.told import Decided
    from sandbox.session.story.tree import Standing
    from sandbox.ui.context import PlayContext
    from sandbox.ui.kit.style import Style

MOST_ROWS: Final = 2
"""What is missing besides is counted."""
_BAR: Final = 70
"""Width of the bar of the time that something has held, in units."""
_INSET: Final = 8
_MARGIN: Final = 12


class Row(NamedTuple):
    """One line."""

    words: str
    part: float | None = None
    """of the time that it has to hold, 0 to 1; None if it need not last"""
    danger: bool = False
    """whether the game is lost when that is over"""


def height_of(level: Level, style: Style, *, projector: bool) -> int:
    """Return the height of the lines, in pixels: as many as the goal has parts, so that the map stays where it is."""
    goal = level.goal
    if goal is None and not any(isinstance(action, Win | Lose) for rule in level.rules for action in rule.then):
        return 0
    written = spoken(style, projector=projector)
    several = goal is not None and (len(parts_of(goal.win)) > 1 or any(loss.when.lasting for loss in goal.lose))
    return (MOST_ROWS if several else 1) * line_height(written) + 2 * style.px(_INSET)


def goal_line(context: PlayContext) -> Pane | None:
    """Build the lines; a press says what loses and what earns stars, or at the end opens its card. None without any."""
    goal, rect, ended = context.frame.level.goal, context.layout.goal.copy(), context.state.ended
    if context.outcome is not None and ended is not None:
        return _over(context, ended.decided, rect)
    if goal is None or context.outcome is not None:
        return None
    style, most = context.spoken, MOST_ROWS if rect.height > 2 * line_height(context.spoken) else 1
    rows, left = _rows(context, goal, most), time_left(context, goal)
    style = _fitting(context, _breadth(style, rows, left), rect.width)
    rect.height = len(rows) * line_height(style) + 2 * context.style.px(_INSET)
    rect.width = min(rect.width, max(context.layout.head.width, _breadth(style, rows, left)))
    about = " ".join((asked(goal, names_of(context.frame.level)), *_more(context, goal)))
    control = Control("goal", rect, verbs.SAY(about), look="card", tip=about)

    def paint(surface: pygame.Surface) -> None:
        panel(surface, context.style, rect)
        right = rect.right - style.px(_MARGIN)
        first = rect.top + context.style.px(_INSET) + line_height(style) // 2
        write(surface, style, left, (right, first), BOLD, "midright")
        room = right - (width_of(style, left, BOLD) + style.px(16) if left else 0)
        for number, row in enumerate(rows):
            _draw(surface, style, row, pygame.Rect(rect.left, first + number * line_height(style), room - rect.left, 0))

    return Pane("goal", context.style, rect, (control,), paint, (rows, left))


def _over(context: PlayContext, decided: Decided, rect: pygame.Rect) -> Pane:
    """Build the line that says how it ended."""
    words = headline(context.frame.level, decided)
    style = _fitting(context, width_of(context.spoken, words, BOLD) + context.spoken.px(40 + 2 * _MARGIN), rect.width)
    rect.height = line_height(style) + 2 * context.style.px(_INSET)
    rect.width = min(rect.width, width_of(style, words, BOLD) + style.px(40 + 2 * _MARGIN))
    tip = context.with_key(words, verbs.DOCK("ending"))
    control = Control("goal", rect, verbs.DOCK("ending"), look="card", tip=tip)

    def paint(surface: pygame.Surface) -> None:
        panel(surface, context.style, rect)
        icon = "star" if decided.outcome == "won" else "no_star"
        style.icon(surface, icon, (rect.left + style.px(_MARGIN + 12), rect.centery), 24)
        left = rect.left + style.px(_MARGIN + 30)
        write(surface, style, cut(style, words, rect.right - left, BOLD), (left, rect.centery), BOLD)

    return Pane("goal", context.style, rect, (control,), paint, words)


def time_left(context: PlayContext, goal: Goal) -> str:
    """Say how long there is until it is too late, or when it begins to count; nothing if neither is so."""
    if context.frame.tick < goal.after * TICKS_PER_SECOND:
        return text_of("ui.goal.from", time=clock(round(goal.after * TICKS_PER_SECOND)))
    if goal.within is None:
        return ""
    ticks = round(goal.within * TICKS_PER_SECOND) - context.frame.tick
    return text_of("ui.goal.left", time=clock(max(0, ticks)))


def _rows(context: PlayContext, goal: Goal, most: int) -> tuple[Row, ...]:
    """Write what is about to be lost, then what is missing."""
    session, names = context.session, names_of(context.frame.level)
    script, moment, commands = session.script, session.moment, session.commands
    losses = zip(goal.lose, script.losses(moment, commands), strict=True)
    rows = [
        Row(text_of("ui.goal.danger", what=line(standing, names, loss.text)), _part(standing), danger=True)
        for loss, standing in losses
        if standing.condition.lasting and standing.held and moment.tick > 0
    ]
    standing = script.standing(moment, commands)
    rows += [Row(line(part, names), _part(part)) for part in (() if standing is None else lacking(standing))]
    rows = rows or [Row(text_of("ui.goal.met"))]  # All is so already, and does not count yet.
    if len(rows) <= most:
        return tuple(rows)
    last, hidden = rows[most - 1], len(rows) - most
    return (*rows[: most - 1], last._replace(words=text_of("ui.goal.more", what=last.words, count=hidden)))


def _part(standing: Standing) -> float | None:
    lasting = standing.condition.lasting
    return min(1.0, (standing.seconds + SECONDS_PER_TICK * standing.met) / lasting) if lasting else None


def _more(context: PlayContext, goal: Goal) -> tuple[str, ...]:
    """Say what loses, and what earns a star."""
    names = names_of(context.frame.level)

    def said(ending: Ending) -> str:
        return ending.text or sentence(ending.when, names)

    loses = [text_of("ui.goal.lose", what=said(loss)) for loss in goal.lose]
    return (*loses, *(text_of("ui.goal.star", what=said(star)) for star in goal.stars))


def _fitting(context: PlayContext, needed: int, room: int) -> Style:
    """Return the scale of words for a classroom, or a smaller one if they need more pixels than there is room."""
    style = context.spoken
    if needed <= room:
        return style
    return replace(style, scale=max(context.style.scale, style.scale * room / needed))


def _breadth(style: Style, rows: tuple[Row, ...], left: str) -> int:
    """Return the width that all of it needs, in pixels."""
    words = max((width_of(style, row.words, BOLD) for row in rows), default=0)
    return words + width_of(style, left, BOLD) + style.px(_BAR + 16 + 3 * _MARGIN)


def _draw(surface: pygame.Surface, style: Style, row: Row, place: pygame.Rect) -> None:
    """Write a line in the middle of a place without height, after the bar of the time that it has held."""
    left, middle = place.left + style.px(_MARGIN), place.top
    if row.part is not None:
        bar = pygame.Rect(left, 0, style.px(_BAR), style.px(12))
        bar.centery = middle
        pygame.draw.rect(surface, COLOURS["white"], bar)
        filled = pygame.Rect(bar.left, bar.top, round(bar.width * row.part), bar.height)
        style.fill(surface, filled, ("vermillion", "stripes") if row.danger else ("green", "plain"))
        pygame.draw.rect(surface, COLOURS["ink"], bar, style.px(1.5))
        left = bar.right + style.px(8)
    hand = BOLD if row.danger else PLAIN
    write(surface, style, cut(style, row.words, place.right - left, hand), (left, middle), hand)
