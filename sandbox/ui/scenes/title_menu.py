"""The paper on the title: the name of the game, and under it the buttons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.session.versions import versions
from sandbox.ui import verbs
from sandbox.ui.kit.style import back_row, theme
from sandbox.ui.kit.text import SOFT, TITLE, cut, line_height, lines_of, write
from sandbox.ui.kit.widgets import Control, Pane, panel

if TYPE_CHECKING:
    from sandbox.ui.context import Context
    from sandbox.ui.kit.invocation import Invocation
    from sandbox.ui.kit.style import Style

BUTTONS: Final = (
    ("play_on", verbs.PLAY_ON(), "go"),
    ("levels", verbs.DOCK("levels"), "levels"),
    ("saves", verbs.DOCK("saves"), "saves"),
    ("sandbox", verbs.SANDBOX(), "all"),
    ("settings", verbs.DOCK("settings"), "settings"),
    ("help", verbs.DOCK("help"), "question"),
    ("quit", verbs.QUIT(), "quit"),
)
"""Name, command and icon of each button, from top to bottom."""
BESIDE: Final = frozenset({"saves"})
"""Buttons that share the row of the one before."""
_WIDTH: Final = 310
"""Width of the paper, in units."""
_HEAD: Final = 108
"""Room for the name, in units."""
_ROW: Final = 47
"""Height of a button and the gap below it, in units."""
_INSET: Final = 12
"""Room around the buttons, in units."""
_FOOT: Final = 24
"""Room for the version, in units."""
_NAME: Final = 1.9
"""Size of the name, in parts of other titles."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the paper lies, how large it is drawn, and which buttons are on it."""

    rect: pygame.Rect
    style: Style
    buttons: tuple[tuple[str, Invocation, str], ...]


def place(size: tuple[int, int], style: Style, *, projector: bool, plays_on: bool) -> Place:
    """Return the place of the paper on a window, in pixels.

    It is at the left, larger for a classroom's last row if there is room, and without the first button where nothing
    was played yet.
    """
    buttons = tuple(button for button in BUTTONS if plays_on or button[1] != verbs.PLAY_ON())
    units, pad = _HEAD + (len(buttons) - len(BESIDE)) * _ROW + _FOOT, theme().pad
    fitting = min(size[0] / 2 / _WIDTH, size[1] / (units + 2 * pad), back_row()) if projector else 0.0
    style = replace(style, scale=max(style.scale, fitting))
    rect = pygame.Rect(style.px(pad), 0, style.px(_WIDTH), style.px(units))
    rect.centery = size[1] // 2
    return Place(rect, style, buttons)


def _boxes(place: Place, inset: int) -> list[pygame.Rect]:
    """Return where each button lies: one below the other, but those that share a row."""
    rect, style, boxes = place.rect, place.style, list[pygame.Rect]()
    for name, _, _ in place.buttons:
        row = len(boxes) - sum(other in BESIDE for other, _, _ in place.buttons[: len(boxes)])
        if name in BESIDE:
            whole, gap = boxes.pop(), style.px(5)
            half = (whole.width - gap) // 2
            boxes += [pygame.Rect(left, whole.top, half, whole.height) for left in (whole.left, whole.right - half)]
        else:
            top = rect.top + style.px(_HEAD + row * _ROW)
            boxes.append(pygame.Rect(rect.left + inset, top, rect.width - 2 * inset, style.px(_ROW - 5)))
    return boxes


def title_menu(context: Context, place: Place, going_on: str) -> Pane:
    """Build the paper and its buttons, of which the first may be called `going_on`."""
    rect, style, inset = place.rect, place.style, place.style.px(_INSET)
    size = (rect.width - 2 * inset, style.px(_ROW - 5))
    controls = tuple(
        Control(
            name=f"title.{name}",
            rect=box,
            act=act,
            text=going_on if act == verbs.PLAY_ON() else text_of(f"ui.title.{name}"),
            icon=icon,
            on=act == verbs.DOCK(context.state.dock),
        )
        for (name, act, icon), box in zip(place.buttons, _boxes(place, inset), strict=True)
    )
    large = replace(style, scale=style.scale * _NAME, words=1.0)
    lines = lines_of(large, text_of("ui.title"), size[0], TITLE)
    step = line_height(large, TITLE)
    top = rect.top + (style.px(_HEAD) - (len(lines) - 1) * step) // 2

    def paint(surface: pygame.Surface) -> None:
        panel(surface, style, rect)
        for count, line in enumerate(lines):
            write(surface, large, line, (rect.centerx, top + count * step), TITLE, "center")
        version = cut(style, text_of("ui.title.version", version=versions()), size[0], SOFT)
        write(surface, style, version, (rect.centerx, rect.bottom - style.px(_FOOT / 2)), SOFT, "center")

    return Pane("title", style, rect, controls, paint)
