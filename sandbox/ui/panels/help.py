"""Every key on one page, as they are now, and what the mouse does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.session.files.versions import versions
from sandbox.ui import verbs
from sandbox.ui.bindings import BINDINGS, FIXED_KEYS, GESTURES
from sandbox.ui.kit.text import BOLD, SMALL, SMALL_BOLD, SOFT, TITLE, Hand, cut, width_of, write
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import HEADER, body_of, close_button, draw_title

if TYPE_CHECKING:
    from sandbox.ui.context import Context
    from sandbox.ui.input.keymap import Keymap

COLUMNS: Final = (("tools", "time", "mouse"), ("look", "game"))
"""The groups in each column."""
_KEYS: Final = 92
"""Width of a column's keys, in units."""
_TALLEST: Final = 19
"""Height of a row where there is room enough, in units."""
_TIGHTEST: Final = 1.12
"""Least height of a row, in heights of its letters: where there is no room for that, the page is moved."""
_NAMED: Final = Hand("small", "blue", bold=True)


def rows(keymap: Keymap, groups: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the keys of some groups and what they do, as far as they have any; a heading has no keys."""
    found: list[tuple[str, str]] = []
    for group in groups:
        found.append(("", text_of(f"ui.group.{group}")))
        found += _told(GESTURES) if group == "mouse" else _group(keymap, group)
        found += _told(FIXED_KEYS) if group == "game" else []
    return found


def _group(keymap: Keymap, group: str) -> list[tuple[str, str]]:
    listed = [binding for binding in BINDINGS if binding.group == group]
    lenses = [binding for binding in listed if binding.invocation.command == verbs.LENS.name]
    together = bool(lenses) and not any(binding.id in keymap.own for binding in lenses)
    found: list[tuple[str, str]] = []
    for binding in listed:
        keys = " / ".join(chord.shown for chord in keymap.keys(binding.id))
        if together and binding == lenses[0]:
            found.append((f"{keys} … {keymap.shown(lenses[-1].id)}", text_of("ui.action.lens")))
        elif keys and not (together and binding in lenses):
            found.append((keys, binding.text))
    return found


def _told(names: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(text_of(f"ui.gesture.{name}"), text_of(f"ui.gesture.{name}.line")) for name in names]


def help_page(context: Context) -> Pane:
    """Build the page."""
    style, body = context.style, body_of(context)
    columns = [rows(context.shell.keymap, groups) for groups in COLUMNS]
    step = min(style.px(_TALLEST * style.words), body.height / max(len(column) for column in columns))
    step = max(step, _TIGHTEST * style.letters("small"))
    width, aside = body.width // len(columns), style.px(_KEYS * style.words)
    close = close_button(context)
    box = pygame.Rect(0, 0, width_of(style, text_of("ui.keys"), BOLD) + style.px(20), close.rect.height)
    box.midright = (close.rect.left - style.px(8), close.rect.centery)
    other = Control("help.keys", box, verbs.DOCK("keys"), text=text_of("ui.keys"), tip=text_of("ui.keys.line"))

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "question", text_of("ui.help"))
        _write_version(surface, context, box.left)
        for number, column in enumerate(columns):
            left = body.left + number * width
            for place, (keys, text) in enumerate(column):
                y = round(body.top + (place + 0.5) * step)
                if not keys:
                    write(surface, style, text, (left, y), SMALL_BOLD)
                    continue
                fitting = keys if width_of(style, keys, _NAMED) <= aside else keys.partition(" / ")[0]
                write(surface, style, fitting, (left + aside, y), _NAMED, "midright")
                begin = aside + style.px(10)
                write(surface, style, cut(style, text, width - begin, SMALL), (left + begin, y), SMALL)

    return Pane("help", context.style, context.dock, (other, close), paint)


def _write_version(surface: pygame.Surface, context: Context, right: int) -> None:
    """Write beside the panel's title which game this is, as far as there is room up to a pixel."""
    dock, style, title = context.dock, context.style, text_of("ui.help")
    left = dock.left + style.px(62) + width_of(style, title, TITLE)
    room = right - style.px(8) - left
    words = cut(style, text_of("ui.title.version", version=versions()), room, SOFT)
    write(surface, style, words, (left, dock.top + style.px(HEADER / 2)), SOFT)
