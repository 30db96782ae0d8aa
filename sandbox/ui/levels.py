"""The list of levels; one that cannot be read is listed with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pygame

from sandbox.scenario.catalogue import say
from sandbox.scenario.load import LevelError, load_level
from sandbox.scenario.shelf import level_files
from sandbox.ui.panels import body_of, close_button, draw_title
from sandbox.ui.style import theme
from sandbox.ui.widgets import Control, Pane
from sandbox.ui.words import BOLD, SOFT, Hand, cut, paragraph, write

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.ui.desk import Screen

_CARD: int = 78
"""Height of a level's card, in units."""


class Entry(NamedTuple):
    """One level file."""

    path: Path
    title: str
    line: str
    """its hook, or what is wrong with it"""
    broken: bool = False


def read_entries() -> tuple[Entry, ...]:
    """Look through the folder of levels."""
    return tuple(_entry(path) for path in level_files())


def _entry(path: Path) -> Entry:
    try:
        level = load_level(path)
    except LevelError as error:
        return Entry(path, path.name, error.problems[0], broken=True)
    except OSError as error:
        return Entry(path, path.name, f"{path.name}: {error.strerror}", broken=True)
    return Entry(path, level.title, level.hook)


def levels(screen: Screen) -> Pane:
    """Build one page of the list."""
    style, body = screen.style, body_of(screen)
    card, foot = style.px(_CARD), style.px(theme().button)
    fitting = max(1, (body.height - foot) // (card + style.px(theme().gap)))
    pages = max(1, -(-len(screen.entries) // fitting))
    page = screen.desk.page % pages
    shown = list(enumerate(screen.entries))[page * fitting : (page + 1) * fitting]
    boxes = [
        pygame.Rect(body.left, body.top + place * (card + style.px(theme().gap)), body.width, card)
        for place in range(len(shown))
    ]
    controls = [
        Control(f"level.{index}", box, f"level:{index}", look="card", enabled=not entry.broken)
        for (index, entry), box in zip(shown, boxes, strict=True)
    ]
    if pages > 1:
        box = pygame.Rect(body.left, body.bottom - foot, body.width, foot)
        text = say("ui.levels.more", page=page + 1, pages=pages)
        controls.append(Control("levels.more", box, "page:1", text=text))

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, screen, "levels", say("ui.levels"))
        for (_, entry), box in zip(shown, boxes, strict=True):
            _draw_card(surface, screen, entry, box)

    return Pane("levels", screen.layout.dock, (close_button(screen), *controls), paint)


def _draw_card(surface: pygame.Surface, screen: Screen, entry: Entry, box: pygame.Rect) -> None:
    style = screen.style
    here = entry.title == screen.frame.level.title and not entry.broken
    style.box(surface, box, "amber" if here else "raised", "line", round_by=9)
    inner = box.inflate(-style.px(20), -style.px(12))
    hand = Hand("body", "vermillion", bold=True) if entry.broken else BOLD
    write(surface, style, cut(style, entry.title, inner.width, hand), (inner.left, inner.top + style.px(9)), hand)
    rest = pygame.Rect(inner.left, inner.top + style.px(22), inner.width, inner.height - style.px(22))
    paragraph(surface, style, entry.line, rest, SOFT)
