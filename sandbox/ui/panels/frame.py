"""What all panels on the right have in common: paper, a title, a way to close, bars and coins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.kit.style import COLOURS, theme
from sandbox.ui.kit.text import BOLD, SMALL_BOLD, TITLE, cut, line_height, lines_of, write
from sandbox.ui.kit.widgets import Control, panel
from sandbox.view.canvas.palette import BODY
from sandbox.view.canvas.themes import themed

if TYPE_CHECKING:
    from sandbox.ui.context import Context, PlayContext
    from sandbox.ui.kit.style import Style

MARGIN = 14
"""Room at the sides of a panel, in units."""
HEADER = 48
"""Height of a panel's title, in units."""


def close_button(context: Context) -> Control:
    """Build the cross at the panel's corner."""
    side = context.style.px(theme().narrow)
    dock = context.dock
    box = pygame.Rect(dock.right - side - context.style.px(8), dock.top + context.style.px(8), side, side)
    return Control("dock.close", box, verbs.CLOSE(), icon="close", tip=f"{text_of('ui.action.close')} (Escape)")


def body_of(context: Context) -> pygame.Rect:
    """Return the rectangle below a panel's title."""
    dock, style = context.dock, context.style
    top = dock.top + style.px(HEADER)
    return pygame.Rect(
        dock.left + style.px(MARGIN), top, dock.width - 2 * style.px(MARGIN), dock.bottom - top - style.px(10)
    )


def draw_title(surface: pygame.Surface, context: Context, picture: str, title: str, buttons: int = 1) -> None:
    """Draw the paper and the title of the panel on the right, clear of its buttons; a long one in two lines."""
    dock, style = context.dock, context.style
    panel(surface, style, dock)
    middle = dock.top + style.px(HEADER / 2)
    style.icon(surface, picture, (dock.left + style.px(26), middle))
    room = dock.width - style.px(44 + 48 * buttons)
    if len(lines_of(style, title, room, TITLE)) == 1:
        write(surface, style, title, (dock.left + style.px(46), middle), TITLE)
        return
    first, *others = lines_of(style, title, room, BOLD)
    lines, high = (first, cut(style, " ".join(others), room, BOLD)), line_height(style, BOLD)
    for number, line in enumerate(lines):
        write(surface, style, line, (dock.left + style.px(46), middle + round((number - 0.5) * high)), BOLD)


def coin(
    surface: pygame.Surface, context: PlayContext, person: int, middle: tuple[int, int], units: float = 26
) -> None:
    """Draw a person's colour and initial."""
    style = context.style
    box = pygame.Rect(0, 0, style.px(units), style.px(units))
    box.center = middle
    style.box(surface, box, "white", round_by=units)
    light = themed(BODY[context.frame.level.people[person].look.colour][0])
    pygame.draw.circle(surface, light, box.center, box.width // 2 - style.px(theme().edge))
    write(surface, style, context.name(person)[:1], middle, SMALL_BOLD, "center")


def level_bar(
    surface: pygame.Surface, style: Style, rect: pygame.Rect, value: float, *, signed: bool, colour: str = "sky"
) -> None:
    """Draw a value as a bar: from the middle to both sides if it has a sign (below zero in vermillion)."""
    style.box(surface, rect, "raised", "line", round_by=5)
    inside = rect.inflate(-style.px(2), -style.px(4))
    zero = inside.centerx if signed else inside.left
    length = round(max(-1.0, min(1.0, value)) * (inside.width / 2 if signed else inside.width))
    filled = pygame.Rect(min(zero, zero + length), inside.top, abs(length), inside.height)
    pygame.draw.rect(surface, COLOURS[colour if value >= 0 else "vermillion"], filled, border_radius=style.px(3))
    if signed:
        pygame.draw.line(surface, COLOURS["ink"], (zero, rect.top), (zero, rect.bottom - 1), 1)


def signed(value: float, digits: int = 2) -> str:
    """Write a number with its sign and a real minus."""
    text = f"{value:+.{digits}f}"
    return text[1:] if float(text) == 0 else text.replace("-", "−")
