"""A panel on the right that is taller than its place: it moves under a window, by wheel, by two buttons, or by Tab."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.ui.kit.invocation import Verb
from sandbox.ui.kit.style import COLOURS, theme
from sandbox.ui.kit.widgets import Control, Pane

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.ui.kit.style import Style

SCROLL: Final[Verb[int]] = Verb("scroll")
"""move the panel by notches of the wheel"""
STEP: Final = 60
"""Units by which one notch of the wheel moves a panel; a press of a button moves it by four."""
PRESSES: Final = 4
_FOOT: Final = 40
"""Height of the row of buttons under the window, in units."""
_BELOW: Final = 10
"""Room under the last control of a panel, in units."""
_BETWEEN: Final = 8
"""Room between a button and the bar beside it, and around a control that is brought into the window, in units."""


def scrolled(
    style: Style, dock: pygame.Rect, scroll: int, build: Callable[[pygame.Rect], Pane], least: float
) -> tuple[Pane, ...]:
    """Build a panel of at least so many units of height, and buttons that move it if it is taller than its place.

    Args:
        style: how large it is drawn.
        dock: its place, in pixels.
        scroll: units by which it has gone up.
        build: builds it in a rectangle that may reach beyond its place.
        least: its height at least, in units.
    """
    height = max(dock.height, style.px(least))
    pane = build(_placed(dock, height, 0))
    while (needs := _lowest(pane) - dock.top + style.px(_BELOW)) > height:
        height = needs  # Where there is more room some panels tell more, and need still more of it.
        pane = build(_placed(dock, height, 0))
    if height <= dock.height:
        return (pane,)
    window = _window(dock, style)
    over = ceil((height - window.height) / style.scale)
    at = min(over, scroll)
    pane = build(_placed(dock, height, round(at * style.scale)))
    return replace(pane, rect=window, hidden=over), _foot(style, dock, at, over)


def _lowest(pane: Pane) -> int:
    """Return the pixel down to which there is something of a panel."""
    return max(pane.bottom, *(one.rect.bottom for one in pane.controls))


def _placed(dock: pygame.Rect, height: int, up: int) -> pygame.Rect:
    """Return a place of such a height for the panel, so many pixels farther up."""
    return pygame.Rect(dock.left, dock.top - up, dock.width, height)


def uncovered(panes: tuple[Pane, ...], scroll: int, name: str | None) -> int:
    """Return the scroll at which the control `name` is seen whole, if it is on a panel taller than its place."""
    for pane in panes:
        rect = next((one.rect for one in pane.controls if one.name == name), None)
        if pane.hidden and rect is not None:
            window = pane.rect.inflate(0, -2 * pane.style.px(_BETWEEN))
            pixels = min(0, rect.top - window.top) or max(0, rect.bottom - window.bottom)
            return within(panes, scroll + round(pixels / pane.style.scale))
    return scroll


def within(panes: tuple[Pane, ...], scroll: int) -> int:
    """Return the scroll, in units, that is nearest to the one wanted and shows nothing beyond the panel."""
    return max(0, min(max(pane.hidden for pane in panes), scroll))


def _window(dock: pygame.Rect, style: Style) -> pygame.Rect:
    """Return the part of the panel's place in which it is seen."""
    return pygame.Rect(dock.left, dock.top, dock.width, dock.height - style.px(_FOOT))


def _foot(style: Style, dock: pygame.Rect, at: int, over: int) -> Pane:
    """Build the row of two buttons, with a bar between them that shows which part is seen."""
    window = _window(dock, style)
    rect = pygame.Rect(dock.left, window.bottom, dock.width, dock.bottom - window.bottom)
    width, height = style.px(3 * theme().narrow), rect.height - style.px(6)
    boxes = [pygame.Rect(rect.left, 0, width, height), pygame.Rect(rect.right - width, 0, width, height)]
    controls = tuple(
        Control(
            name=f"scroll.{name}",
            rect=box.move(style.px(3) * -way, rect.top + style.px(2)),
            act=SCROLL(way * PRESSES),
            icon=f"page_{name}",
            tip=text_of(f"ui.scroll.{name}"),
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
        seen.width = round(groove.width * window.height / (window.height + over * style.scale))
        seen.left += round((groove.width - seen.width) * at / over)
        pygame.draw.rect(surface, COLOURS["soft"], seen, border_radius=style.px(4))

    return Pane("scroll", style, rect, controls, paint)
