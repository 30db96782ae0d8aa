"""The choices on the title: plain words along its lower edge."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.session.files.versions import versions
from sandbox.ui import verbs
from sandbox.ui.kit.style import COLOURS, back_row, theme
from sandbox.ui.kit.text import BOLD, Hand, cut, width_of, write
from sandbox.ui.kit.widgets import Control, Pane

if TYPE_CHECKING:
    from sandbox.ui.context import Context
    from sandbox.ui.kit.invocation import Invocation
    from sandbox.ui.kit.style import Style

BUTTONS: Final = (
    ("play_on", verbs.PLAY_ON()),
    ("levels", verbs.DOCK("levels")),
    ("daily", verbs.DAILY()),
    ("sandbox", verbs.SANDBOX()),
    ("settings", verbs.DOCK("settings")),
    ("saves", verbs.DOCK("saves")),
    ("help", verbs.DOCK("help")),
    ("quit", verbs.QUIT()),
)
"""Name and command of each choice, from the left to the right."""
QUIET: Final = frozenset({"saves", "help", "quit"})
"""What is wanted more rarely, in smaller letters."""
_SMALL: Final = Hand("small", "paper")
_ROW: Final = 38
"""Height of a row, in units."""
_ASIDE: Final = 11
"""Room at both sides of a word, in units."""
_LONGEST: Final = 330
"""Width of a choice at most, in units."""
_INSET: Final = 8
_HIGHEST: Final = 0.42
"""How much of the window's height it takes at most."""
_SMALLER: Final = 0.92
"""By how much it is drawn smaller at a time where it would take more."""
_DARK: Final = 168
"""How much of the picture the ground of the words hides, of 255."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the choices stand, how large they are drawn, and what is written where."""

    rect: pygame.Rect
    style: Style
    items: tuple[tuple[str, str, pygame.Rect], ...]
    """name, words and rectangle of each choice, and of the version, which has no name"""


def place(room: pygame.Rect, style: Style, going_on: str, *, projector: bool) -> Place:
    """Lay the choices along the lower edge of some room, in as many rows as they need.

    They are larger for a classroom's last row if there is room; without a name for going on there is no such choice.
    """
    said = {"play_on": going_on} | {name: text_of(f"ui.title.{name}") for name, _ in BUTTONS if name != "play_on"}
    named = [(name, said[name]) for name, _ in BUTTONS if said[name]]
    named.append(("", text_of("ui.title.version", version=versions())))
    if projector:
        style = replace(style, scale=max(style.scale, back_row()))
    while True:
        rows = _rows(style, named, room.width - 2 * style.px(theme().pad) - 2 * style.px(_INSET))
        height = len(rows) * style.px(_ROW) + 2 * style.px(_INSET / 2)
        if height <= _HIGHEST * room.height and max(map(_width, rows)) <= room.width - 2 * style.px(_INSET):
            break
        style = replace(style, scale=style.scale * _SMALLER)
    inner = max(map(_width, rows))
    rect = pygame.Rect(0, 0, inner + 2 * style.px(_INSET), height)
    rect.midbottom = room.centerx, room.bottom - style.px(theme().pad / 2)
    items: list[tuple[str, str, pygame.Rect]] = []
    for number, row in enumerate(rows):
        left = rect.centerx - _width(row) // 2
        for name, words, across in row:
            top = rect.top + style.px(_INSET / 2) + number * style.px(_ROW)
            items.append((name, words, pygame.Rect(left, top, across, style.px(_ROW))))
            left += across
    return Place(rect, style, tuple(items))


def _hand(name: str) -> Hand:
    return BOLD if name and name not in QUIET else _SMALL


def _width(row: list[tuple[str, str, int]]) -> int:
    return sum(across for _, _, across in row)


def _rows(style: Style, named: list[tuple[str, str]], room: int) -> list[list[tuple[str, str, int]]]:
    """Break the choices, with their widths, into rows of at most so many pixels."""
    rows: list[list[tuple[str, str, int]]] = [[]]
    for name, whole in named:
        words = cut(style, whole, style.px(_LONGEST), _hand(name))
        across = width_of(style, words, _hand(name)) + 2 * style.px(_ASIDE)
        if rows[-1] and _width(rows[-1]) + across > room:
            rows.append([])
        rows[-1].append((name, words, across))
    return rows


def title_menu(context: Context, place: Place) -> Pane:
    """Build the choices."""
    acts: dict[str, Invocation] = dict(BUTTONS)
    controls = tuple(
        Control(
            name=f"title.{name}",
            rect=box,
            act=acts[name],
            look="quiet" if name in QUIET else "plain",
            text=words,
            on=acts[name] == verbs.DOCK(context.state.dock),
        )
        for name, words, box in place.items
        if name
    )

    def paint(surface: pygame.Surface) -> None:
        ground = pygame.Surface(place.rect.size, pygame.SRCALPHA)
        colour = (*COLOURS["ink"], _DARK)
        pygame.draw.rect(ground, colour, ground.get_rect(), border_radius=place.style.px(theme().radius))
        surface.blit(ground, place.rect)
        for name, words, box in place.items:
            if not name:
                write(surface, place.style, words, box.center, _SMALL, "center")

    return Pane("title", place.style, place.rect, controls, paint, place.items)
