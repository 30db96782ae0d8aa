"""The panels that can stand on the right, one at a time, by the names under which they are opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from sandbox.ui.context import Context, PlayContext
from sandbox.ui.kit.scrolling import scrolled
from sandbox.ui.kit.style import back_row, theme
from sandbox.ui.panels.card import card
from sandbox.ui.panels.closing import closing
from sandbox.ui.panels.drives import drives
from sandbox.ui.panels.ending import ending
from sandbox.ui.panels.futures import futures_panel
from sandbox.ui.panels.help import help_page
from sandbox.ui.panels.inspector import inspector
from sandbox.ui.panels.keys import keys
from sandbox.ui.panels.lesson import lesson
from sandbox.ui.panels.levels import levels
from sandbox.ui.panels.log import log
from sandbox.ui.panels.meters import meters
from sandbox.ui.panels.question import question
from sandbox.ui.panels.saves import saves
from sandbox.ui.panels.settings import settings
from sandbox.ui.panels.theory import theory
from sandbox.ui.panels.why import why
from sandbox.ui.panels.why_not import why_not

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pygame

    from sandbox.ui.kit.style import Style
    from sandbox.ui.kit.widgets import Pane

_MOST: Final = 0.45
"""So much of a window's width a panel for the back row takes at most."""

_BARS: Final = 140
"""Height of what lies over and under a panel, in units of the bars."""


C_contra = TypeVar("C_contra", bound=Context, contravariant=True)
C = TypeVar("C", bound=Context)


class Dock(NamedTuple, Generic[C_contra]):
    """A panel, what it is built from, and the room it needs."""

    build: Callable[[C_contra], Pane]
    width: str = "dock"
    """the name of its width in the theme"""
    least: float = 580
    """height that it is laid out for at least, in units; some need more, or leave the least important out"""
    seen: float = 0
    """height that has to be seen at once, in units, and so limits how far letters grow; 0 if it may move"""
    whole: bool = False
    """whether it has to be seen at once, and so makes its letters as large as they fit by itself"""


COMMON: Final[Mapping[str, Dock[Context]]] = {
    "levels": Dock(levels, "whole_dock", least=0, whole=True),
    "saves": Dock(saves, "wide_dock"),
    "help": Dock(help_page, "widest_dock"),
    "settings": Dock(settings),
    "keys": Dock(keys),
    "lesson": Dock(lesson, "wide_dock", least=0),
}
"""The panels of every scene."""
DOCKS: Final[Mapping[str, Dock[PlayContext]]] = {
    "inspector": Dock(inspector, least=0, seen=560),
    "why": Dock(why, least=0),
    "why_not": Dock(why_not, least=0),
    "meters": Dock(meters, "wide_dock", whole=True),
    "theory": Dock(theory, "wide_dock", least=640),
    "drives": Dock(drives, "wide_dock"),
    "log": Dock(log, "wide_dock", least=0),
    "ending": Dock(ending, least=0),
    "closing": Dock(closing, least=0),
    "card": Dock(card, least=0),
    "question": Dock(question, least=0),
    "futures": Dock(futures_panel, "wide_dock", least=0),
    **COMMON,
}
"""The panels of a scene in which a level is played."""


def width_of(dock: str) -> float:
    """Return the width of a panel, in units; 0 if there is none."""
    return float(getattr(theme(), DOCKS[dock].width)) if dock else 0


def covers(dock: str) -> bool:
    """Return whether a panel takes the place of what is at the top of the window, too."""
    return bool(dock) and DOCKS[dock].width == "whole_dock"


def style_of(dock: str, style: Style, size: tuple[int, int], *, projector: bool) -> Style:
    """Return the scale of a panel: that of all else, or one for a classroom's last row, so far as there is room."""
    if not (projector and dock) or DOCKS[dock].whole:
        return style
    fitting = min(back_row(), _MOST * size[0] / width_of(dock))
    if DOCKS[dock].seen:
        fitting = min(fitting, (size[1] - style.px(_BARS)) / DOCKS[dock].seen)
    return replace(style, scale=max(style.scale, fitting))


def docked(context: C, docks: Mapping[str, Dock[C]], style: Style) -> tuple[Pane, ...]:
    """Build the panel that is open, at a scale of its own, and what moves it if it is too tall; nothing if none is."""
    if not context.state.dock:
        return ()
    dock = docks[context.state.dock]

    def build(place: pygame.Rect) -> Pane:
        return dock.build(replace(context, style=style, dock=place))

    return scrolled(style, context.dock, context.state.scroll, build, dock.least)
