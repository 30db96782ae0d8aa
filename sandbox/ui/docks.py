"""The panels that can stand on the right, one at a time, by the names under which the desk opens them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.ui.drives import drives
from sandbox.ui.help import help_page
from sandbox.ui.inspector import inspector
from sandbox.ui.levels import levels
from sandbox.ui.meters import meters
from sandbox.ui.settings import settings
from sandbox.ui.style import theme
from sandbox.ui.why import why

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.ui.desk import Screen
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


def width_of(dock: str) -> float:
    """Give the width of a panel, in units; 0 if there is none."""
    if dock == "help":
        return theme().widest_dock
    if dock in _WIDE:
        return theme().wide_dock
    return theme().dock if dock else 0
