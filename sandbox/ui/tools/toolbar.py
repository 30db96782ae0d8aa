"""The happenings that the player can bring about, down the left side, rarer ones and ways to use one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.kit.layout import TOOLS
from sandbox.ui.kit.style import theme
from sandbox.ui.kit.text import BOLD, width_of
from sandbox.ui.kit.widgets import Control, Pane, panel
from sandbox.ui.tools.spare import MORE
from sandbox.ui.tools.variants import choices, chosen, front_tools, spare_tools, tool_icon, way_of

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level
    from sandbox.session.session import Session
    from sandbox.ui.context import PlayContext
    from sandbox.ui.kit.style import Style


_ROW: Final = 44
"""Height of a row beside the tools, in units."""
_ICON_ROOM: Final = 66
"""Room for the icon beside a button's words, in units."""
_INSET: Final = 5
"""Room between the edge of a panel and its buttons, in units."""
_ANYWHERE: Final = pygame.Rect(0, 0, 0, 0)


def tool_name(tool: str) -> str:
    """Write the name of a tool."""
    return text_of("ui.tool.look" if tool == "look" else f"happening.{tool}.name")


def tool_line(tool: str) -> str:
    """Explain a tool in a sentence."""
    return text_of("ui.tool.look.line" if tool == "look" else f"happening.{tool}.line")


def _control(context: PlayContext, tool: str, rect: pygame.Rect) -> Control:
    left = None if tool == "look" else context.session.remaining(tool)
    name, icon = _sign(context, tool)
    return Control(
        name=f"tool.{tool}",
        rect=rect,
        act=verbs.TOOL(tool),
        look=_look(rect),
        text=name if rect.width else tool_name(tool),
        icon=icon if rect.width else tool_icon(tool),
        keys=context.key(verbs.TOOL(tool)),
        tip=tool_line(tool),
        count="" if left is None else str(left),
        on=context.state.hand == tool,
        enabled=left != 0,
    )


def _look(rect: pygame.Rect) -> str:
    """Return how a tool's button is drawn: without its name if it is about a square."""
    return "tool" if rect.width > rect.height + 2 else "sign"


def _sign(context: PlayContext, tool: str) -> tuple[str, str]:
    """Return what stands on a tool's button, words and icon: of one with several cues, the one that is chosen."""
    level = context.frame.level
    if way_of(tool) != "cue":
        return tool_name(tool), tool_icon(tool)
    way = choices(level, tool)[chosen(context.state, level, tool)]
    return way.words, way.icon


def shown(context: PlayContext) -> tuple[object, ...]:
    """Return what changes on the bar while it is played: how often each tool may still be used, and their signs."""
    tools = front_tools(context.frame.level)[1:]
    return *(context.session.remaining(tool) for tool in tools), *(_sign(context, tool) for tool in tools)


def count(level: Level) -> int:
    """Return how many buttons the bar has."""
    return len(front_tools(level)) + bool(spare_tools(level))


def first_tool(session: Session) -> str:
    """Return the tool to begin with: the first that the level names and offers, or of all tools."""
    tools = (*TOOLS[1:], *MORE) if session.level.tools is None else session.level.tools
    return next((tool for tool in tools if session.remaining(tool) != 0), "look")


def toolbar(context: PlayContext) -> Pane:
    """Build the toolbar, row by row."""
    rect, (width, height) = context.layout.tools.copy(), context.layout.tool
    columns, rest = divmod(rect.width, width)
    inset = rest // 2
    front, spare = front_tools(context.frame.level), spare_tools(context.frame.level)
    boxes = [
        pygame.Rect(
            rect.left + inset + place % columns * width, rect.top + inset + place // columns * height, width, height - 2
        )
        for place in range(count(context.frame.level))
    ]
    controls = [_control(context, tool, box) for tool, box in zip(front, boxes, strict=False)]
    if spare:
        controls.append(_more(context, boxes[-1]))
    return Pane(
        "tools", context.style, rect, tuple(controls), lambda surface: panel(surface, context.style, rect), None
    )


def _more(context: PlayContext, box: pygame.Rect) -> Control:
    """Build the button for more tools; it wears the one of them that is in hand."""
    tool = context.state.hand
    held = tool in spare_tools(context.frame.level)
    return Control(
        name="tool.more",
        rect=box,
        act=verbs.MORE(),
        look=_look(box),
        text=text_of("ui.more"),
        icon=tool_icon(tool) if held else "more",
        keys=context.key(verbs.MORE()),
        tip=text_of("ui.more.line"),
        on=held or context.state.fold == "tools",
    )


def drawer(context: PlayContext) -> Pane | None:
    """Build what lies open beside the tools: more of them, under one another, in as many columns as they need."""
    style, place = context.style, context.layout.side
    rows = [_spare(context, tool) for tool in spare_tools(context.frame.level)] if context.state.fold == "tools" else []
    if not rows:
        return None
    height, inset = style.px(_ROW), style.px(_INSET)
    highest, lowest = context.layout.menu.bottom + style.px(theme().gap), context.layout.bar.top - style.px(theme().gap)
    columns = -(-len(rows) // max(1, (lowest - highest - 2 * inset) // height))
    lines = -(-len(rows) // columns)
    width = max(_width(style, row) for row in rows)
    rect = pygame.Rect(place.left, 0, columns * width + 2 * inset, lines * height + 2 * inset)
    rect.bottom = place.bottom
    rect.top = max(rect.top, highest)
    left, top = rect.left + inset, rect.top + inset
    controls = tuple(
        replace(row, rect=pygame.Rect(left + n // lines * width, top + n % lines * height, width, height - 2))
        for n, row in enumerate(rows)
    )
    return Pane("drawer", style, rect, controls, lambda surface: panel(surface, style, rect), None)


def _spare(context: PlayContext, tool: str) -> Control:
    """Build the row of a rarer tool."""
    same = _control(context, tool, _ANYWHERE)
    count = f" ({same.count})" if same.count else ""
    return replace(
        same,
        look="button",
        text=f"{same.text}{count}",
        tip=f"{same.tip} ({same.keys})" if same.keys else same.tip,
        count="",
    )


def _width(style: Style, row: Control) -> int:
    """Return the width of a button with an icon and words, in pixels."""
    return width_of(style, row.text, BOLD) + style.px(_ICON_ROOM)


def _part(style: Style, boxes: list[Control], room: int) -> list[Control]:
    """Return as many neighbours as fit beside the one that is on, always the same for each of them."""
    if sum(_width(style, box) for box in boxes) <= room:
        return boxes
    more = Control("choice.more", _ANYWHERE, icon="more", tip=text_of("ui.choice.more"))
    parts: list[list[Control]] = [[]]
    for box in boxes:
        if parts[-1] and sum(_width(style, one) for one in (more, *parts[-1], box)) > room:
            parts.append([])
        parts[-1].append(box)
    here = next(n for n, part in enumerate(parts) if any(box.on for box in part))
    after = parts[(here + 1) % len(parts)][0]
    return [replace(more, act=after.act), *parts[here]]


def ways(context: PlayContext) -> Pane | None:
    """Build the row of ways to use the tool in hand; of too many a part, and before it a button that leads to the next.

    Which part does not change by a press on any of it, so that everything stays under the mouse.
    """
    style, place, state, level = context.style, context.layout.ways, context.state, context.frame.level
    now, inset = chosen(state, level, state.hand), style.px(_INSET)
    tip = text_of("ui.choice.cue.line") if way_of(state.hand) == "cue" else ""
    boxes = [
        Control(f"choice.{one.value}", _ANYWHERE, verbs.CHOICE(n), text=one.words, icon=one.icon, tip=tip, on=n == now)
        for n, one in enumerate(choices(level, state.hand))
    ]
    boxes = _part(style, boxes, place.width - 2 * inset)
    if not boxes:
        return None
    left, controls = place.left + inset, []
    for box in boxes:
        rect = pygame.Rect(left, place.top + inset, _width(style, box) - 2, place.height - 2 * inset)
        controls.append(replace(box, rect=rect))
        left += _width(style, box)
    whole = pygame.Rect(place.left, place.top, left + inset - place.left, place.height)
    return Pane("ways", style, whole, tuple(controls), lambda surface: panel(surface, style, whole), None)
