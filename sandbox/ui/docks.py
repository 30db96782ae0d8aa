"""The panels that can stand on the right, one at a time, by the names under which the desk opens them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sandbox.ui.drives import drives
from sandbox.ui.help import help_page
from sandbox.ui.inspector import inspector
from sandbox.ui.levels import levels
from sandbox.ui.meters import meters
from sandbox.ui.settings import settings
from sandbox.ui.style import theme
from sandbox.ui.why import why
from sandbox.view.palette import PROJECTOR

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.ui.desk import Screen
    from sandbox.ui.style import Style
    from sandbox.ui.widgets import Pane

DOCKS: Final[dict[str, Callable[[Screen], Pane]]] = {
    "inspector": inspector,
    "why": why,
    "meters": meters,
    "drives": drives,
    "levels": levels,
    "help": help_page,
    "settings": settings,
}
_WIDE: Final = ("drives", "meters")
"""Panels whose sentences or charts need more room."""


_HEIGHT: Final = 580
_YIELDING: Final = "why"
"""The panel that leaves the least important out where there is little room."""
_WHOLE: Final = "meters"
"""The panel that has to be seen at once; it makes its letters as large as they fit."""
_MOST: Final = 0.45
"""So much of a window's width a panel for the back row takes at most."""


def width_of(dock: str) -> float:
    """Give the width of a panel, in units; 0 if there is none."""
    if dock == "help":
        return theme().widest_dock
    if dock in _WIDE:
        return theme().wide_dock
    return theme().dock if dock else 0


def least_height_of(dock: str) -> float:
    """Give the height that a panel is laid out for at least, in units; some need more for what they have to say."""
    return _HEIGHT if dock != _YIELDING else 0


def style_of(dock: str, style: Style, size: tuple[int, int], *, projector: bool) -> Style:
    """Give the scale of a panel: that of all else, or what classes can read from its last row, so far as it fits."""
    if not (projector and dock) or dock == _WHOLE:
        return style
    fitting = min(PROJECTOR.word_px / theme().body, _MOST * size[0] / width_of(dock))
    return replace(style, scale=max(style.scale, fitting))
