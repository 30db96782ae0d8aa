"""How a level is introduced: its hook, what somebody may want to know before, what one has, and what is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.actions import Ask
from sandbox.scenario.conditions.sentences import asked, names_of
from sandbox.ui.kit.text import BOLD, PLAIN, SMALL_BOLD, SOFT, Hand, line_height, lines_of, paragraph, width_of, write
from sandbox.ui.tools.variants import tool_icon

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level
    from sandbox.ui.context import PlayContext
    from sandbox.ui.kit.style import Style

EARLY: Final = 2 * TICKS_PER_SECOND
"""A question that comes so soon is asked on the card itself."""
_GAP: Final = 8
_TOOL: Final = 30
"""Side of a tool's sign, in units."""


def is_introduced(level: Level) -> bool:
    """Return whether a level begins with a card: if there is something to reach, and nothing must be done first.

    Where a question is asked at once, that is the card.
    """
    return level.goal is not None and not level.goal.waits and not _asks_early(level)


def _asks_early(level: Level) -> bool:
    soon = [rule for rule in level.rules if rule.at is not None and rule.at * TICKS_PER_SECOND <= EARLY]
    return any(isinstance(action, Ask) for rule in soon for action in rule.then)


class Introduction:
    """All of it, laid out below each other."""

    def __init__(self, context: PlayContext, style: Style, at: tuple[int, int], width: int) -> None:
        """Lay it out from a pixel downwards, so many pixels wide."""
        self._context, self._style, self._tools = context, style, list[tuple[str, str, pygame.Rect]]()
        self._parts: list[tuple[str, Hand, pygame.Rect]] = []
        level, (left, top) = context.frame.level, at
        goal = "" if level.goal is None else level.goal.text or asked(level.goal, names_of(level))
        for words, hand in ((level.hook, PLAIN), (level.teaching.content_note, SOFT), (goal, BOLD)):
            if words:
                height = len(lines_of(style, words, width, hand)) * line_height(style, hand)
                self._parts.append((words, hand, pygame.Rect(left, top, width, height)))
                top += height + style.px(_GAP)
        self.bottom = self._lay_tools(left, top, width) + style.px(_GAP)

    def _lay_tools(self, left: int, top: int, width: int) -> int:
        """Put the signs of what one has side by side; return where they end."""
        style, x = self._style, left
        for tool in self._context.frame.level.tools or {}:
            count = self._context.session.remaining(tool)
            words = "" if count is None else f"×{count}"
            across = style.px(_TOOL + 4) + (width_of(style, words, SMALL_BOLD) if words else 0)
            if count == 0:
                continue
            if x > left and x + across > left + width:
                x, top = left, top + style.px(_TOOL + _GAP)
            self._tools.append((tool, words, pygame.Rect(x, top, across, style.px(_TOOL))))
            x += across + style.px(_GAP)
        return top + style.px(_TOOL) if self._tools else top - style.px(_GAP)

    def draw(self, surface: pygame.Surface) -> None:
        """Write and draw it."""
        style = self._style
        for words, hand, place in self._parts:
            paragraph(surface, style, words, place, hand)
        for tool, words, place in self._tools:
            style.icon(surface, tool_icon(tool), (place.left + style.px(_TOOL / 2), place.centery), _TOOL)
            write(surface, style, words, (place.left + style.px(_TOOL + 2), place.centery), SMALL_BOLD)
