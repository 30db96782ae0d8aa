"""A line over the scene in which a name is written: Enter takes it, Escape or a click beside it leaves it as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.ui.kit.chords import chords_of_event, place_of
from sandbox.ui.kit.fields import LEFT, Field
from sandbox.ui.kit.style import theme
from sandbox.ui.kit.text import SMALL_BOLD, write
from sandbox.ui.kit.widgets import panel
from sandbox.ui.scenes.base import Pop

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.ui.scenes.base import Transition
    from sandbox.ui.screen import Screen

LONGEST: Final = 60
"""Letters of a name."""
_WIDTH: Final = 440
_FIELD: Final = 40
_HEADING: Final = 30
_HIGH: Final = 0.3
"""How far down the window it lies, in parts of its height."""


class Naming:
    """A question, and the line for its answer."""

    session = None
    moving = False
    sounding = None

    def __init__(self, under: Screen, question: str, name: str, then: Callable[[str], None]) -> None:
        """Ask, with the present name written already; `then` is told the new one."""
        self.under, self.question, self.then = under, question, then
        self.next: Transition | None = None
        self.mouse = pygame.Vector2(under.mouse)
        self.field = Field(limit=LONGEST)
        self.field.edit.insert(name)
        self.field.edit.select(0, len(name))
        self.field.focus()
        self.resize(under.size)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay it out for a window of another size, in pixels."""
        style = self.style = self.under.context.spoken
        pad = style.px(theme().pad)
        width = min(style.px(_WIDTH), size[0] - 2 * pad)
        height = style.px(_HEADING) + style.px(_FIELD) + 2 * pad
        self.rect = pygame.Rect((size[0] - width) // 2, round(_HIGH * size[1]), width, height)
        self.line = pygame.Rect(self.rect.left + pad, 0, width - 2 * pad, style.px(_FIELD))
        self.line.bottom = self.rect.bottom - pad

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
            if not repeated:
                self._key({str(chord) for chord in chords_of_event(event)})
        elif event.type == pygame.KEYUP:
            down.discard(place_of(event))
        elif event.type == pygame.WINDOWFOCUSLOST:
            down.clear()
        elif event.type == pygame.MOUSEMOTION:
            self.mouse = pygame.Vector2(event.pos)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == LEFT and not self.rect.collidepoint(event.pos):
            self._close()

    def _key(self, keys: set[str]) -> None:
        if "Enter" in keys:
            self._close()
            self.then(self.field.text.strip())
        elif "Escape" in keys:
            self._close()

    def _close(self) -> None:
        self.field.blur()
        self.next = Pop()

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the scene below, and the line over it."""
        self.under.draw(surface)
        panel(surface, self.style, self.rect)
        middle = (self.rect.top + self.line.top) // 2 + self.style.px(1)
        write(surface, self.style, self.question, (self.line.left, middle), SMALL_BOLD)
        self.field.draw(surface, self.style, self.line, still=self.under.shell.preferences.calm)
