"""Where everything lies: the map takes what the slim panels around it leave.

In a window too low for a column of tools they stand in two, without their names; in one too narrow for the bar, it is
folded into two rows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.ui.kit.style import NEEDED, theme

if TYPE_CHECKING:
    from sandbox.ui.kit.style import Style

TOOLS: Final = ("look", "hurt", "heal", "praise", "insult", "gift", "news", "move")
"""The places of honour, from top to bottom; all but the first are happenings, the rest of which lie behind "More"."""
_WAYS: Final = 54
"""Height of the row of ways to use a tool, in units."""
_INSET: Final = 5
"""Room between a panel's edge and its controls, in units."""
_HEAD: Final = 34
"""Height of the line with the level's name, in units."""
_LEAST_MAP: Final = 120
"""Units across without which a map beside a panel is not worth it: the panel then lies over the map."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Rectangles on the window, in pixels; of these a dock overlaps what is at the top and the map if it has to."""

    window: pygame.Rect
    head: pygame.Rect
    """the level's name, under the goal"""
    menu: pygame.Rect
    """buttons at the top right"""
    goal: pygame.Rect
    """at the top: how the goal stands; of no height if there is none"""
    tools: pygame.Rect
    tool: tuple[int, int]
    """width and height of each tool's button; a square one has no room for words"""
    side: pygame.Rect
    """beside the tools, over the map: where more of them lie"""
    ways: pygame.Rect
    """over the bar: the ways to use the tool in hand; of no height if there is only one"""
    bar: pygame.Rect
    """time and lenses, floating over the foot of the map"""
    rows: int
    """of buttons on the bar: 1, or 2 if it is folded"""
    dock: pygame.Rect
    """where the one open panel stands, at the right"""
    map: pygame.Rect
    """what the panels leave free"""
    stage: pygame.Rect
    """where the map is drawn: the whole window, under the panels too"""

    @property
    def bare(self) -> Layout:
        """The same without bars, which leave all of the window free."""
        return replace(self, map=self.window.inflate(-2 * self.tools.left, -2 * self.tools.left))


def arrange(
    size: tuple[int, int],
    style: Style,
    *,
    open_width: int,
    menu_width: int,
    tool_count: int,
    ways: bool,
    goal_height: int = 0,
    alone: bool = False,
) -> Layout:
    """Share out a window of `size`.

    Args:
        size: of the window, in pixels.
        style: how large everything is drawn.
        open_width: of the open panel, in pixels, or 0.
        menu_width: of the buttons at the top right, in pixels.
        tool_count: how many there are in the bar of tools, with the one for more of them.
        ways: whether there is to be room for a row of ways to use a tool.
        goal_height: of the lines that tell how the goal stands, in pixels, or 0.
        alone: whether the open panel takes the place of all that is at the top, too.
    """
    pad, gap, button = style.px(theme().pad), style.px(theme().gap), style.px(theme().button)
    inset = style.px(_INSET)
    width, height = size
    rows = 1 if width >= style.px(NEEDED[0]) else 2
    bar_height = rows * style.px(theme().bar)
    bar = pygame.Rect(pad, height - pad - bar_height, width - 2 * pad, bar_height)
    menu = pygame.Rect(width - pad - menu_width, pad, menu_width, button + 2 * inset)
    columns, tool = 1, (style.px(theme().tool_width), style.px(theme().tool_height))
    if height < style.px(NEEDED[1]):
        columns, tool = 2, (style.px(theme().sign),) * 2
    lines = -(-tool_count // columns)
    tools = pygame.Rect(pad, pad, columns * tool[0] + 2 * inset, lines * tool[1] + 2 * inset)
    tools.top = max(pad, (bar.top - tools.height) // 2)
    side = pygame.Rect(tools.right + gap, tools.top, 0, tools.height)
    left, row_height = tools.right + gap, style.px(_WAYS) if ways else 0
    dock_width = min(open_width or style.px(theme().dock), width - pad - left)
    dock = pygame.Rect(width - pad - dock_width, menu.bottom + gap, dock_width, bar.top - menu.bottom - 2 * gap)
    beside = open_width and dock.left - gap - left >= style.px(_LEAST_MAP)
    right = dock.left - gap if beside else width - pad
    strip = pygame.Rect(left, bar.top - gap - row_height, right - left, row_height)
    if ways and not beside:
        dock.height = strip.top - gap - dock.top
    goal = pygame.Rect(left, pad, min(right, menu.left - gap) - left, goal_height)
    head = pygame.Rect(left, goal.bottom + gap if goal_height else pad, goal.width, style.px(_HEAD))
    top = max(head.bottom, menu.bottom)
    if not beside:
        over = pad if alone else top + gap
        dock.height += dock.top - over
        dock.top = over
    ground, window = pygame.Rect(left, top, right - left, strip.top - top), pygame.Rect((0, 0), size)
    return Layout(window, head, menu, goal, tools, tool, side, strip, bar, rows, dock, ground, window.copy())


def row(left: int, middle: int, widths: list[int], height: int, gap: int) -> list[pygame.Rect]:
    """Put boxes of these widths side by side, centred on the line `middle`; a width of 0 is a wider gap."""
    boxes: list[pygame.Rect] = []
    for width in widths:
        if width:
            boxes.append(pygame.Rect(left, middle - height // 2, width, height))
        left += width + gap
    return boxes
