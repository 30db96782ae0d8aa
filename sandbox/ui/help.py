"""Every key on one page, read from the table of actions, and the few settings."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.catalogue import say
from sandbox.ui.actions import ACTIONS, Action
from sandbox.ui.panels import body_of, close_button, draw_title
from sandbox.ui.widgets import Control, Pane
from sandbox.ui.words import SMALL_BOLD, Hand, cut, write

if TYPE_CHECKING:
    from sandbox.ui.desk import Screen

SETTINGS: Final = ("calm", "projector")
"""Switches at the end of the page: fields of Desk."""
_HOLD: Final = (("E", "ui.hold.eyes"), ("Alt", "ui.hold.all"), ("Tab", "ui.hold.tab"), ("Ctrl+arrows", "ui.hold.pan"))
"""Keys that are not in the table, because they are held or move the focus."""
_TOGETHER: Final = ("tool", "lens")
_NAMED: Final = Hand("small", "blue", bold=True)


def _rows() -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for group, actions in groupby(ACTIONS, key=lambda action: action.group):
        rows.append(("", say(f"ui.group.{group}")))
        rows += [_row(list(alike)) for _, alike in groupby(actions, key=_kind)]
    return rows + [(key, say(text)) for key, text in _HOLD]


def _kind(action: Action) -> str:
    """Tools under a digit share a row, and lenses do; every other action has its own."""
    verb = action.name.partition(":")[0]
    alike = verb in _TOGETHER and (verb != "tool" or action.keys[0].isdigit())
    return verb if alike else action.name


def _row(actions: list[Action]) -> tuple[str, str]:
    if len(actions) > 1:
        keys = (actions[0].keys[0], actions[-1].keys[0])
        return " … ".join(keys), say(f"ui.action.{_kind(actions[0])}")
    return " / ".join(actions[0].keys), actions[0].text


def help_page(screen: Screen) -> Pane:
    """Build the page of keys."""
    style, body = screen.style, body_of(screen)
    rows = _rows()
    foot = style.px(30)
    step = (body.height - foot) / len(rows)
    width = body.width // len(SETTINGS)
    switches = tuple(
        Control(
            name=f"setting.{name}",
            rect=pygame.Rect(body.left + place * width, body.bottom - foot + 4, width - 4, foot - 4),
            act=f"setting:{name}",
            look="switch",
            text=say(f"ui.setting.{name}"),
            on=bool(getattr(screen.desk, name)),
        )
        for place, name in enumerate(SETTINGS)
    )

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, screen, "question", say("ui.help"))
        for place, (keys, text) in enumerate(rows):
            y = round(body.top + (place + 0.5) * step)
            if not keys:
                write(surface, style, text, (body.left, y), SMALL_BOLD)
                continue
            write(surface, style, keys, (body.left + style.px(88), y), _NAMED, "midright")
            room = body.width - style.px(100)
            hand = Hand("small")
            write(surface, style, cut(style, text, room, hand), (body.left + style.px(100), y), hand)

    return Pane("help", screen.layout.dock, (close_button(screen), *switches), paint)
