"""The happenings that the player can bring about, down the left side; beside it rarer ones, or ways to use a tool."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.catalogue import say
from sandbox.ui.actions import key_of
from sandbox.ui.choices import choices, chosen, spare_tools
from sandbox.ui.layout import MORE, TOOLS
from sandbox.ui.style import theme
from sandbox.ui.widgets import Control, Pane, panel
from sandbox.ui.words import BOLD, width_of

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level
    from sandbox.ui.desk import Desk, Screen
    from sandbox.ui.style import Style


_ROW: Final = 44
"""Height of a row beside the tools, in units."""
_ICON_ROOM: Final = 72
"""Room for the icon beside a row's words, in units."""
_ANYWHERE: Final = pygame.Rect(0, 0, 0, 0)


def tool_name(tool: str) -> str:
    """Write the name of a tool."""
    return say("ui.tool.look" if tool == "look" else f"happening.{tool}.name")


def tool_line(tool: str) -> str:
    """Explain a tool in a sentence."""
    return say("ui.tool.look.line" if tool == "look" else f"happening.{tool}.line")


def _control(screen: Screen, tool: str, rect: pygame.Rect) -> Control:
    left = None if tool == "look" else screen.session.remaining(tool)
    return Control(
        name=f"tool.{tool}",
        rect=rect,
        act=f"tool:{tool}",
        look="tool",
        text=tool_name(tool),
        icon=tool,
        keys=key_of(f"tool:{tool}"),
        tip=tool_line(tool),
        count="" if left is None else str(left),
        on=screen.desk.tool == tool,
        enabled=left != 0,
    )


def toolbar(screen: Screen) -> Pane:
    """Build the toolbar."""
    rect = screen.layout.tools.copy()
    height = screen.style.px(theme().tool_height)
    inset = (rect.height - height * (len(TOOLS) + 1)) // 2
    spare = spare_tools(screen.frame.level)
    rect.height -= 0 if spare else height
    boxes = [
        pygame.Rect(rect.left + inset, rect.top + inset + place * height, rect.width - 2 * inset, height - 2)
        for place in range(len(TOOLS) + 1)
    ]
    controls = [_control(screen, tool, box) for tool, box in zip(TOOLS, boxes, strict=False)]
    if spare:
        controls.append(_more(screen, boxes[-1]))
    return Pane("tools", rect, tuple(controls), lambda surface: panel(surface, screen.style, rect))


def _more(screen: Screen, box: pygame.Rect) -> Control:
    """Build the button for more tools; it wears the one of them that is in hand."""
    tool = screen.desk.tool
    held = tool in MORE
    return Control(
        name="tool.more",
        rect=box,
        act="more",
        look="tool",
        text=say("ui.more"),
        icon=tool if held else "more",
        keys=key_of("more"),
        tip=say("ui.more.line"),
        on=held or screen.desk.drawer,
    )


def side_units(desk: Desk, level: Level, style: Style) -> float:
    """Give the width beside the tools that the map leaves free, in units: that of the ways to use the one in hand."""
    ways = choices(level, desk.tool)
    return max((width_of(style, way.words, BOLD) / style.scale + _ICON_ROOM for way in ways), default=0.0)


def side(screen: Screen) -> Pane | None:
    """Build what lies open beside the tools: more of them, or the ways to use the one in hand."""
    desk, level = screen.desk, screen.frame.level
    if desk.drawer:
        rows = [_spare(screen, tool) for tool in spare_tools(level)]
    else:
        now = chosen(desk, level, desk.tool)
        rows = [
            Control(f"choice.{one.value}", _ANYWHERE, f"choice:{n}", text=one.words, icon=one.icon, on=n == now)
            for n, one in enumerate(choices(level, desk.tool))
        ]
    return _listed(screen, rows) if rows else None


def _spare(screen: Screen, tool: str) -> Control:
    """Build the row of a rarer tool."""
    same = _control(screen, tool, _ANYWHERE)
    count = f" ({same.count})" if same.count else ""
    tip = f"{same.tip} ({same.keys})"
    return replace(same, look="button", text=f"{same.text}{count}", tip=tip, count="")


def _listed(screen: Screen, rows: list[Control]) -> Pane:
    """Put buttons under one another; of too many, those around the one in hand."""
    style, place = screen.style, screen.layout.side
    width = max(width_of(style, row.text, BOLD) for row in rows) + style.px(_ICON_ROOM)
    height, inset = style.px(_ROW), style.px(5)
    fitting = (place.height - 2 * inset) // height
    held = next((n for n, row in enumerate(rows) if row.on), 0)
    first = max(0, min(held - fitting // 2, len(rows) - fitting))
    shown = rows[first : first + fitting]
    rect = pygame.Rect(place.left, 0, width, len(shown) * height + 2 * inset)
    rect.bottom = place.bottom
    boxes = [
        pygame.Rect(rect.left + inset, rect.top + inset + n * height, rect.width - 2 * inset, height - 2)
        for n in range(len(shown))
    ]
    controls = tuple(replace(row, rect=box) for row, box in zip(shown, boxes, strict=True))
    return Pane("side", rect, controls, lambda surface: panel(surface, style, rect))
