"""The happenings that the player can bring about, down the left side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from sandbox.scenario.catalogue import say
from sandbox.ui.actions import key_of
from sandbox.ui.layout import TOOLS
from sandbox.ui.style import theme
from sandbox.ui.widgets import Control, Pane, panel

if TYPE_CHECKING:
    from sandbox.ui.desk import Screen


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
    rect = screen.layout.tools
    height = screen.style.px(theme().tool_height)
    inset = (rect.height - height * len(TOOLS)) // 2
    boxes = [
        pygame.Rect(rect.left + inset, rect.top + inset + place * height, rect.width - 2 * inset, height - 2)
        for place in range(len(TOOLS))
    ]
    controls = tuple(_control(screen, tool, box) for tool, box in zip(TOOLS, boxes, strict=True))
    return Pane("tools", rect, controls, lambda surface: panel(surface, screen.style, rect))
