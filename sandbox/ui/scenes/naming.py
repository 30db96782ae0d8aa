"""A line to write in over a scene: gives a save another name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.scenario.showable import showable
from sandbox.session.file_names import LONGEST
from sandbox.ui.commands.saving import rename
from sandbox.ui.kit.chords import chords_of_event, place_of
from sandbox.ui.kit.fields import Field
from sandbox.ui.kit.style import Style, theme
from sandbox.ui.kit.text import BOLD, write
from sandbox.ui.kit.widgets import Pane, Touch, draw_pane, panel
from sandbox.ui.scenes.base import Pop

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.session.session import Session
    from sandbox.ui.scenes.base import Transition
    from sandbox.ui.screen import Screen

_WIDTH: Final = 480
_FIELD: Final = 44
"""Height of the line to write in, in units."""
_LEAST: Final = (520, 2 * _FIELD + 60)
"""Units across and down that the window has at any rate, however large the letters should be."""
_HIGH: Final = 0.3
"""Its top, as a part of the window's height."""


class Naming:
    """A scene that lies over another until a name is given, or none."""

    session: Session | None = None
    moving = False

    def __init__(self, under: Screen, path: Path) -> None:
        self.under, self.path, self.mouse = under, path, under.mouse
        self.next: Transition | None = None
        self.field = Field(text_of("saves.name"), LONGEST)
        name = showable(path.stem) if under.shell.shelf and path.parent == under.shell.shelf.folder else ""
        self.field.edit.insert(name)
        self.field.edit.select(0, len(self.field.text))
        self.field.focus()
        self.resize(under.size)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay it out for a window of another size, in pixels."""
        wanted = self.under.context.spoken
        self.style = Style(min(wanted.scale, size[0] / _LEAST[0], size[1] / _LEAST[1]), wanted.words)
        px = self.style.px
        pad, width = px(theme().pad), min(px(_WIDTH), size[0] - 2 * px(theme().pad))
        self.rect = pygame.Rect((size[0] - width) // 2, round(_HIGH * size[1]), width, 2 * px(_FIELD) + pad)
        self.line = pygame.Rect(self.rect.left + pad, self.rect.top + px(_FIELD), width - 2 * pad, px(_FIELD))

    def resume(self, mouse: pygame.Vector2) -> None:
        """Come up."""
        self.mouse = mouse

    def update(self, seconds: float) -> None:
        """Let the time of the window pass; the scene below stands still."""
        self.under.shell.clock += seconds

    def handle(self, event: pygame.Event) -> None:
        """Take one event: the line first, so that no letter is a command."""
        if self.field.handle(event):
            return
        down = self.under.shell.down
        if event.type == pygame.KEYDOWN:
            repeated = place_of(event) in down
            down.add(place_of(event))
            names = {str(chord) for chord in chords_of_event(event)}
            if not repeated and names & {"Enter", "Escape"}:
                self._close(give="Enter" in names)
        elif event.type == pygame.KEYUP:
            down.discard(place_of(event))
        elif event.type == pygame.WINDOWFOCUSLOST:
            down.clear()
        elif event.type == pygame.MOUSEMOTION:
            self.mouse = pygame.Vector2(event.pos)
        elif event.type == pygame.MOUSEBUTTONDOWN and not self.rect.collidepoint(event.pos):
            self._close(give=False)

    def _close(self, *, give: bool) -> None:
        self.field.blur()
        self.next = Pop()
        if give and self.field.text.strip():
            rename(self.under, self.path, self.field.text)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the scene below, and the line over it."""
        self.under.draw(surface)
        title = text_of("saves.rename")

        def paint(surface: pygame.Surface) -> None:
            panel(surface, self.style, self.rect)
            write(surface, self.style, title, (self.line.left, self.rect.top + self.style.px(_FIELD / 2)), BOLD)

        draw_pane(surface, Pane("naming", self.style, self.rect, (), paint), Touch())
        self.field.draw(surface, self.style, self.line, still=self.under.shell.preferences.calm)
