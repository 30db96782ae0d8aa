"""Every key on one page, read from the table of actions, by its groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.scenario.catalogue import say
from sandbox.ui.bindings import ACTIONS
from sandbox.ui.kit.text import SMALL, SMALL_BOLD, Hand, cut, write
from sandbox.ui.kit.widgets import Pane
from sandbox.ui.panels.frame import body_of, close_button, draw_title

if TYPE_CHECKING:
    import pygame

    from sandbox.ui.context import Context

_HOLD: Final = (("E", "ui.hold.eyes"), ("Alt", "ui.hold.all"), ("Tab", "ui.hold.tab"), ("Ctrl+arrows", "ui.hold.pan"))
"""Keys that are not in the table, because they are held or move the focus."""
COLUMNS: Final = (("tools", "time"), ("look", "game"))
"""The groups of actions in each column."""
_KEYS: Final = 92
"""Width of a column's keys, in units."""
_TALLEST: Final = 19
"""Height of a row where there is room enough, in units."""
_NAMED: Final = Hand("small", "blue", bold=True)


def rows(groups: tuple[str, ...]) -> list[tuple[str, str]]:
    """List the keys of some groups of actions, and what they do; a heading has no keys."""
    found: list[tuple[str, str]] = []
    for group in groups:
        found.append(("", say(f"ui.group.{group}")))
        listed = [action for action in ACTIONS if action.group == group]
        lenses = [action for action in listed if action.name.startswith("lens:")]
        for action in listed:
            if action not in lenses:
                found.append((" / ".join(action.keys), action.text))
            elif action is lenses[0]:
                found.append((f"{action.keys[0]} … {lenses[-1].keys[0]}", say("ui.action.lens")))
    held = [(key, say(text)) for key, text in _HOLD if "game" in groups]
    return [*found, *held]


def help_page(context: Context) -> Pane:
    """Build the page of keys."""
    style, body = context.style, body_of(context)
    columns = [rows(groups) for groups in COLUMNS]
    step = min(style.px(_TALLEST * style.words), body.height / max(len(column) for column in columns))
    width, aside = body.width // len(columns), style.px(_KEYS * style.words)

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "question", say("ui.help"))
        for number, column in enumerate(columns):
            left = body.left + number * width
            for place, (keys, text) in enumerate(column):
                y = round(body.top + (place + 0.5) * step)
                if not keys:
                    write(surface, style, text, (left, y), SMALL_BOLD)
                    continue
                write(surface, style, keys, (left + aside, y), _NAMED, "midright")
                begin = aside + style.px(10)
                write(surface, style, cut(style, text, width - begin, SMALL), (left + begin, y), SMALL)

    return Pane("help", context.style, context.dock, (close_button(context),), paint)
