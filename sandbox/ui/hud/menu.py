"""The top right: *Why?*, the one question of the game, and the fold with all that is wanted more rarely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.bindings import label_of
from sandbox.ui.hud.folds import item, unfolded
from sandbox.ui.kit.style import theme
from sandbox.ui.kit.text import TITLE, width_of
from sandbox.ui.kit.widgets import Control, Pane, panel

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext
    from sandbox.ui.kit.style import Style

ITEMS: Final = (
    (verbs.INSPECT(), "inspect"),
    (verbs.DOCK("meters"), "meters"),
    (verbs.DOCK("log"), "legend"),
    (verbs.DOCK("theory"), "drives"),
    (verbs.DOCK("levels"), "levels"),
    (verbs.DOCK("help"), "question"),
    (verbs.DOCK("settings"), "settings"),
    (verbs.SOUND(), "sound"),
    (verbs.FULLSCREEN(), "fullscreen"),
    (verbs.TITLE(), "title"),
    (verbs.QUIT(), "quit"),
)
"""Command and sign of each item of the fold."""
_SHOWS: Final = {verbs.INSPECT(): "inspector"} | {
    act: str(act.arguments[0]) for act, _ in ITEMS if act.command == verbs.DOCK.name
}
"""The panels that items open."""
_INSET: Final = 5
_SIGN: Final = 52
"""Room for the sign before the word, and for the margin behind it, in units."""


def width(style: Style) -> int:
    """Return the width that the buttons need, in pixels."""
    return _why_width(style) + style.px(theme().button) + 2 * style.px(_INSET)


def _why_width(style: Style) -> int:
    return width_of(style, text_of("ui.why.button"), TITLE) + style.px(_SIGN + 12)


def menu(context: PlayContext) -> Pane:
    """Build the two buttons."""
    rect, style, state = context.layout.menu, context.style, context.state
    inset, side = style.px(_INSET), style.px(theme().button)
    why = pygame.Rect(rect.left + inset, rect.top + inset, _why_width(style), rect.height - 2 * inset)
    fold = pygame.Rect(why.right, why.top, side, why.height)
    controls = (
        Control(
            name="menu.why",
            rect=why.inflate(-2, 0),
            act=verbs.WHY(),
            look="loud",
            text=text_of("ui.why.button"),
            icon="why",
            tip=context.with_key(label_of(verbs.WHY()), verbs.WHY()),
            on=state.dock == "why",
        ),
        Control(
            name="menu.fold",
            rect=fold,
            act=verbs.MENU(),
            icon="menu",
            tip=context.with_key(label_of(verbs.MENU()), verbs.MENU()),
            on=state.fold == "menu" or state.dock in _SHOWS.values(),
        ),
    )
    return Pane("buttons", style, rect, controls, lambda surface: panel(surface, style, rect), None)


def menu_fold(context: PlayContext) -> Pane | None:
    """Build the list of all that is wanted more rarely, while it lies open."""
    if context.state.fold != "menu":
        return None
    quiet, dock = context.shell.preferences.quiet, context.state.dock
    items = [
        item(
            context,
            Control(
                name=f"menu.{picture}",
                rect=pygame.Rect(0, 0, 0, 0),
                act=act,
                text=label_of(act),
                icon="mute" if act == verbs.SOUND() and quiet else picture,
                on=dock == _SHOWS.get(act),
            ),
        )
        for act, picture in ITEMS
    ]
    return unfolded(context, "menu", items, context.layout.menu, up=False)
