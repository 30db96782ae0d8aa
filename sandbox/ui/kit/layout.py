"""Where everything lies: the map takes what the slim panels around it leave.

In a window too low for a column of tools they stand in two, without their names; in one too narrow for the bar, it is
folded into two rows.
"""

from __future__ import annotations

from dataclasses import dataclass
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
_SECOND_ROW: Final = 46
"""Height of the bar's second row, in units."""
_LEAST_MAP: Final = 120
"""Units across without which a map beside a panel is not worth it: the panel then lies over the map."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Rectangles on the window, in pixels; none overlap but the map and a dock that leaves no room beside itself."""

    window: pygame.Rect
    head: pygame.Rect
    """the level's name, at the top"""
    menu: pygame.Rect
    """buttons at the top right"""
    goal: pygame.Rect
    """under the name: how the goal stands; of no height if there is none"""
    tools: pygame.Rect
    tool: tuple[int, int]
    """width and height of each tool's button; a square one has no room for words"""
    side: pygame.Rect
    """beside the tools, over the map: where more of them lie"""
    ways: pygame.Rect
    """over the bar: the ways to use the tool in hand; of no height if there is only one"""
    bar: pygame.Rect
    rows: int
    """of buttons on the bar: 1, or 2 if it is folded"""
    dock: pygame.Rect
    """where the one open panel stands, at the right"""
    map: pygame.Rect
    """what the panels leave free"""
    stage: pygame.Rect
    """where the map is drawn: under the panels too, down to the bar"""


def arrange(
    size: tuple[int, int], style: Style, *, open_width: int, menu_buttons: int, ways: bool, goal_height: int = 0
) -> Layout:
    """Share out a window of `size`.

    Args:
        size: of the window, in pixels.
        style: how large everything is drawn.
        open_width: of the open panel, in pixels, or 0.
        menu_buttons: how many there are.
        ways: whether there is to be room for a row of ways to use a tool.
        goal_height: of the lines that tell how the goal stands, in pixels, or 0.
    """
    pad, gap, button = style.px(theme().pad), style.px(theme().gap), style.px(theme().button)
    inset = style.px(_INSET)
    width, height = size
    rows = 1 if width >= style.px(NEEDED[0]) else 2
    bar_height = style.px(theme().bar + (rows - 1) * _SECOND_ROW)
    bar = pygame.Rect(0, height - bar_height, width, bar_height)
    menu_width = menu_buttons * button + 2 * inset
    menu = pygame.Rect(width - pad - menu_width, pad, menu_width, button + 2 * inset)
    columns, tool = 1, (style.px(theme().tool_width), style.px(theme().tool_height))
    if height < style.px(NEEDED[1]):
        columns, tool = 2, (style.px(theme().sign),) * 2
    lines = -(-(len(TOOLS) + 1) // columns)
    tools = pygame.Rect(pad, pad, columns * tool[0] + 2 * inset, lines * tool[1] + 2 * inset)
    tools.top = max(pad, (bar.top - tools.height) // 2)
    side = pygame.Rect(tools.right + gap, tools.top, 0, tools.height)
    head = pygame.Rect(tools.right + gap, pad, menu.left - tools.right - 2 * gap, menu.height)
    left, row_height = tools.right + gap, style.px(_WAYS) if ways else 0
    dock_width = min(open_width or style.px(theme().dock), width - pad - left)
    dock = pygame.Rect(width - pad - dock_width, menu.bottom + gap, dock_width, bar.top - menu.bottom - 2 * gap)
    beside = open_width and dock.left - gap - left >= style.px(_LEAST_MAP)
    right = dock.left - gap if beside else width - pad
    strip = pygame.Rect(left, bar.top - gap - row_height, right - left, row_height)
    if ways and not beside:
        dock.height = strip.top - gap - dock.top
    goal = pygame.Rect(left, menu.bottom + gap, right - left, goal_height)
    top = goal.bottom if goal_height else menu.bottom
    if goal_height and not beside:
        dock.height -= goal.height + gap
        dock.top += goal.height + gap
    ground = pygame.Rect(left, top, right - left, strip.top - top)
    stage, window = pygame.Rect(0, 0, width, bar.top), pygame.Rect((0, 0), size)
    return Layout(window, head, menu, goal, tools, tool, side, strip, bar, rows, dock, ground, stage)


def row(left: int, middle: int, widths: list[int], height: int, gap: int) -> list[pygame.Rect]:
    """Put boxes of these widths side by side, centred on the line `middle`; a width of 0 is a wider gap."""
    boxes: list[pygame.Rect] = []
    for width in widths:
        if width:
            boxes.append(pygame.Rect(left, middle - height // 2, width, height))
        left += width + gap
    return boxes
