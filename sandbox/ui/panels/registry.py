"""The panels that can stand on the right, one at a time, by the names under which the desk opens them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.ui.kit.scrolling import scrolled
from sandbox.ui.kit.style import back_row, theme
from sandbox.ui.panels.drives import drives
from sandbox.ui.panels.help import help_page
from sandbox.ui.panels.inspector import inspector
from sandbox.ui.panels.levels import levels
from sandbox.ui.panels.meters import meters
from sandbox.ui.panels.settings import settings
from sandbox.ui.panels.why import why

if TYPE_CHECKING:
    from collections.abc import Callable

    import pygame

    from sandbox.ui.context import Context, Desk
    from sandbox.ui.kit.style import Style
    from sandbox.ui.kit.widgets import Pane

_MOST: Final = 0.45
"""So much of a window's width a panel for the back row takes at most."""


class Dock(NamedTuple):
    """A panel, and the room it needs."""

    build: Callable[[Context], Pane]
    width: str = "dock"
    """the name of its width in the theme"""
    least: float = 580
    """height that it is laid out for at least, in units; some need more, or leave the least important out"""
    whole: bool = False
    """whether it has to be seen at once, and so makes its letters as large as they fit by itself"""


DOCKS: Final = {
    "inspector": Dock(inspector),
    "why": Dock(why, least=0),
    "meters": Dock(meters, "wide_dock", whole=True),
    "drives": Dock(drives, "wide_dock"),
    "levels": Dock(levels),
    "help": Dock(help_page, "widest_dock"),
    "settings": Dock(settings),
}


def content(desk: Desk) -> object:
    """Tell what the open panel is about; when that changes, it is read from its top."""
    about = {"why": desk.subject, "inspector": desk.person(), "levels": desk.page}
    return desk.dock, about.get(desk.dock)


def open_panel(context: Context) -> tuple[Pane, ...]:
    """Build the open panel, with what moves it under its place if it is taller than that."""
    dock = DOCKS[context.desk.dock]

    def build(place: pygame.Rect) -> Pane:
        return dock.build(replace(context, layout=replace(context.layout, dock=place)))

    return scrolled(build, context.style, context.layout.dock, context.desk.scroll, dock.least)


def width_of(dock: str) -> float:
    """Give the width of a panel, in units; 0 if there is none."""
    return float(getattr(theme(), DOCKS[dock].width)) if dock else 0


def style_of(dock: str, style: Style, size: tuple[int, int], *, projector: bool) -> Style:
    """Give the scale of a panel: that of all else, or one for a classroom's last row, so far as the window has room."""
    if not (projector and dock) or DOCKS[dock].whole:
        return style
    fitting = min(back_row(), _MOST * size[0] / width_of(dock))
    return replace(style, scale=max(style.scale, fitting))
