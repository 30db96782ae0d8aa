"""Where everything lies: the map takes what the slim panels around it leave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.ui.style import theme

if TYPE_CHECKING:
    from sandbox.ui.style import Style

TOOLS: Final = ("look", "hurt", "heal", "praise", "insult", "gift", "news", "move")
"""The toolbar from top to bottom, without the button for more; all but the first are happenings."""
MORE: Final = ("triumph", "drops", "order", "propose", "cue", "badge")
"""The tools behind that button."""
_WAYS: Final = 54
"""Height of the row of ways to use a tool, in units."""
_INSET: Final = 5
"""Room between a panel's edge and its controls, in units."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Rectangles on the window, in pixels; none of them overlap."""

    window: pygame.Rect
    head: pygame.Rect
    """the level's name, at the top"""
    menu: pygame.Rect
    """buttons at the top right"""
    tools: pygame.Rect
    side: pygame.Rect
    """beside the tools, over the map: where more of them lie"""
    ways: pygame.Rect
    """over the bar: the ways to use the tool in hand; of no height if there is only one"""
    bar: pygame.Rect
    dock: pygame.Rect
    """where the one open panel stands, at the right"""
    map: pygame.Rect
    """what the panels leave free"""
    stage: pygame.Rect
    """where the map is drawn: under the panels too, down to the bar"""


def arrange(size: tuple[int, int], style: Style, *, dock_units: float, menu_buttons: int, ways: bool) -> Layout:
    """Share out a window of `size`; `dock_units` is the width of the open panel, or 0; `ways` makes room for a row."""
    pad, gap, button = style.px(theme().pad), style.px(theme().gap), style.px(theme().button)
    inset = style.px(_INSET)
    width, height = size
    bar = pygame.Rect(0, height - style.px(theme().bar), width, style.px(theme().bar))
    menu_width = menu_buttons * button + 2 * inset
    menu = pygame.Rect(width - pad - menu_width, pad, menu_width, button + 2 * inset)
    tools_height = (len(TOOLS) + 1) * style.px(theme().tool_height) + 2 * inset
    tools = pygame.Rect(pad, pad, style.px(theme().tool_width) + 2 * inset, tools_height)
    tools.top = max(pad, (bar.top - tools_height) // 2)
    side = pygame.Rect(tools.right + gap, tools.top, 0, tools_height)
    head = pygame.Rect(tools.right + gap, pad, menu.left - tools.right - 2 * gap, menu.height)
    dock_width = style.px(dock_units or theme().dock)
    dock = pygame.Rect(width - pad - dock_width, menu.bottom + gap, dock_width, bar.top - menu.bottom - 2 * gap)
    right = dock.left - gap if dock_units else width - pad
    left, row_height = tools.right + gap, style.px(_WAYS) if ways else 0
    strip = pygame.Rect(left, bar.top - gap - row_height, right - left, row_height)
    ground = pygame.Rect(left, menu.bottom, right - left, strip.top - menu.bottom)
    stage = pygame.Rect(0, 0, width, bar.top)
    return Layout(pygame.Rect((0, 0), size), head, menu, tools, side, strip, bar, dock, ground, stage)


def row(left: int, middle: int, widths: list[int], height: int, gap: int) -> list[pygame.Rect]:
    """Put boxes of these widths side by side, centred on the line `middle`; a width of 0 is a wider gap."""
    boxes: list[pygame.Rect] = []
    for width in widths:
        if width:
            boxes.append(pygame.Rect(left, middle - height // 2, width, height))
        left += width + gap
    return boxes
