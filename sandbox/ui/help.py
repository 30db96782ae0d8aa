"""Every key on one page, read from the table of actions, by its groups."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from sandbox.scenario.catalogue import say
from sandbox.ui.actions import ACTIONS, Action
from sandbox.ui.panels import body_of, close_button, draw_title
from sandbox.ui.widgets import Pane
from sandbox.ui.words import SMALL_BOLD, Hand, cut, write

if TYPE_CHECKING:
    import pygame

    from sandbox.ui.desk import Screen

_HOLD: Final = (("E", "ui.hold.eyes"), ("Alt", "ui.hold.all"), ("Tab", "ui.hold.tab"), ("Ctrl+arrows", "ui.hold.pan"))
"""Keys that are not in the table, because they are held or move the focus."""
_ABREAST: Final = 2
"""So many tools share a row."""
_PAIRS: Final = {"step": "steps", "back": "steps", "slower": "speeds", "faster": "speeds"}
"""Other actions that share a row."""
_NAMED: Final = Hand("small", "blue", bold=True)


def rows() -> list[tuple[str, str]]:
    """List keys and what they do; a heading has no keys."""
    found: list[tuple[str, str]] = []
    for group, actions in groupby(ACTIONS, key=lambda action: action.group):
        found.append(("", say(f"ui.group.{group}")))
        for kind, alike in groupby(actions, key=_kind):
            found += _alike(kind, list(alike))
    return found + [(key, say(text)) for key, text in _HOLD]


def _kind(action: Action) -> str:
    """Tools with one key stand side by side, lenses share a row, and so do pairs; every other action has its own."""
    verb = action.name.partition(":")[0]
    if verb == "lens" or (verb == "tool" and len(action.keys) == 1):
        return verb
    return _PAIRS.get(action.name, action.name)


def _alike(kind: str, actions: list[Action]) -> list[tuple[str, str]]:
    if kind == "lens":
        return [(f"{actions[0].keys[0]} … {actions[-1].keys[0]}", say("ui.action.lens"))]
    if kind == "tool" or kind in _PAIRS.values():
        abreast = [actions[first : first + _ABREAST] for first in range(0, len(actions), _ABREAST)]
        return [("  ".join(one.keys[0] for one in row), " · ".join(one.text for one in row)) for row in abreast]
    return [(" / ".join(action.keys), action.text) for action in actions]


def help_page(screen: Screen) -> Pane:
    """Build the page of keys."""
    style, body = screen.style, body_of(screen)
    listed = rows()
    step = body.height / len(listed)

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, screen, "question", say("ui.help"))
        for place, (keys, text) in enumerate(listed):
            y = round(body.top + (place + 0.5) * step)
            if not keys:
                write(surface, style, text, (body.left, y), SMALL_BOLD)
                continue
            write(surface, style, keys, (body.left + style.px(88), y), _NAMED, "midright")
            room = body.width - style.px(100)
            hand = Hand("small")
            write(surface, style, cut(style, text, room, hand), (body.left + style.px(100), y), hand)

    return Pane("help", screen.layout.dock, (close_button(screen),), paint)
