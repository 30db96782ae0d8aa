"""A panel on the right that is taller than its place: it moves under a window, by wheel, by two buttons, or by Tab."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.catalogue import say
from sandbox.ui.style import COLOURS, theme
from sandbox.ui.widgets import Control, Pane

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.ui.desk import Screen
    from sandbox.ui.layout import Layout
    from sandbox.ui.style import Style

LEAST: Final = 580
"""Height that every panel can do with, in units."""
STEP: Final = 60
"""Units by which one notch of the wheel moves a panel; a press of a button moves it by four."""
PRESSES: Final = 4
_FOOT: Final = 40
"""Height of the row of buttons under the window, in units."""
_BETWEEN: Final = 8
"""Room between a button and the bar beside it, and around a control that is brought into the window, in units."""


def hidden(layout: Layout, style: Style) -> int:
    """Give the units by which the open panel is taller than its window; 0 if it needs none."""
    if layout.dock.height >= style.px(LEAST):
        return 0
    return LEAST - round(_window(layout, style).height / style.scale)


def scrolled(screen: Screen, build: Callable[[Screen], Pane]) -> tuple[Pane, ...]:
    """Build a panel, and the buttons that move it if it is taller than its place."""
    style, layout = screen.style, screen.layout
    over = hidden(layout, style)
    if not over:
        return (build(screen),)
    at = min(over, screen.desk.scroll)
    window = _window(layout, style)
    whole = pygame.Rect(window.left, window.top - round(at * style.scale), window.width, style.px(LEAST))
    pane = build(replace(screen, layout=replace(layout, dock=whole)))
    return replace(pane, rect=window, cropped=True), _foot(screen, at, over)


def uncovered(screen: Screen, panes: tuple[Pane, ...], name: str | None) -> int:
    """Give the scroll at which the control `name` is seen whole, if it is on a panel that is taller than its place."""
    layout, style = screen.layout, screen.style
    rect = next((one.rect for pane in panes if pane.cropped for one in pane.controls if one.name == name), None)
    if rect is None:
        return screen.desk.scroll
    window = _window(layout, style).inflate(0, -2 * style.px(_BETWEEN))
    pixels = min(0, rect.top - window.top) or max(0, rect.bottom - window.bottom)
    return within(layout, style, screen.desk.scroll + round(pixels / style.scale))


def within(layout: Layout, style: Style, scroll: int) -> int:
    """Give the scroll, in units, that is nearest to the one wanted and shows nothing beyond the panel."""
    return max(0, min(hidden(layout, style), scroll))


def _window(layout: Layout, style: Style) -> pygame.Rect:
    """Give the part of the panel's place in which it is seen."""
    dock = layout.dock
    return pygame.Rect(dock.left, dock.top, dock.width, dock.height - style.px(_FOOT))


def _foot(screen: Screen, at: int, over: int) -> Pane:
    """Build the row of two buttons, with a bar between them that shows which part is seen."""
    style, dock = screen.style, screen.layout.dock
    window = _window(screen.layout, style)
    rect = pygame.Rect(dock.left, window.bottom, dock.width, dock.bottom - window.bottom)
    width, height = style.px(3 * theme().narrow), rect.height - style.px(6)
    boxes = [pygame.Rect(rect.left, 0, width, height), pygame.Rect(rect.right - width, 0, width, height)]
    controls = tuple(
        Control(
            name=f"scroll.{name}",
            rect=box.move(style.px(3) * -way, rect.top + style.px(2)),
            act=f"scroll:{way * PRESSES}",
            icon=f"page_{name}",
            tip=say(f"ui.scroll.{name}"),
            enabled=enabled,
        )
        for name, way, box, enabled in zip(("up", "down"), (-1, 1), boxes, (at > 0, at < over), strict=True)
    )

    def paint(surface: pygame.Surface) -> None:
        style.box(surface, rect, "paper")
        groove = pygame.Rect(0, 0, rect.width - 2 * (width + style.px(_BETWEEN)), style.px(8))
        groove.center = rect.center
        style.box(surface, groove, "raised", "line", round_by=4)
        seen = groove.copy()
        seen.width = round(groove.width * (LEAST - over) / LEAST)
        seen.left += round((groove.width - seen.width) * at / over)
        pygame.draw.rect(surface, COLOURS["soft"], seen, border_radius=style.px(4))

    return Pane("scroll", rect, controls, paint)
