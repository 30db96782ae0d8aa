"""The palette: a line to write in, and under it all that can be done now and is called so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.scenario.language import text_of
from sandbox.scenario.library import read_entries
from sandbox.ui import verbs
from sandbox.ui.commands.table import possible, title
from sandbox.ui.kit.chords import chords_of_event, place_of
from sandbox.ui.kit.fields import Field
from sandbox.ui.kit.fuzzy import ranked
from sandbox.ui.kit.looks import draw_pane
from sandbox.ui.kit.style import COLOURS, Style, theme
from sandbox.ui.kit.text import SOFT, write
from sandbox.ui.kit.widgets import Control, Pane, Touch, panel
from sandbox.ui.scenes.base import Pop

if TYPE_CHECKING:
    from sandbox.session.session import Session
    from sandbox.ui.kit.invocation import Invocation
    from sandbox.ui.scenes.base import Transition
    from sandbox.ui.screen import Screen

MOST: Final = 10
"""Rows that are seen at once."""
_WIDTH: Final = 560
_FIELD: Final = 44
"""Height of the line to write in, in units."""
_ROW: Final = 36
"""Height of a row, in units."""
_LEAST: Final = (600, 5 * _ROW + _FIELD + 40)
"""Units across and down that the window has at any rate, however large the letters should be."""
_HIGH: Final = 0.1
"""The palette's top, as a part of the window's height."""


class Entry(NamedTuple):
    """One thing that can be done."""

    invocation: Invocation
    title: str
    keys: str


class Palette:
    """A scene that lies over another, runs one of its commands, and goes."""

    session: Session | None = None
    moving = False
    sounding = None

    def __init__(self, under: Screen) -> None:
        self.under, self.mouse = under, under.mouse
        self.next: Transition | None = None
        under.state.entries = under.state.entries or read_entries()
        self.all = tuple(
            Entry(one, title(under, one), under.shell.keymap.shown(one.id))
            for one in possible(under)
            if one != verbs.PALETTE()
        )
        self.found = list(self.all)
        self.chosen, self.first = 0, 0
        """the row that Enter runs, and the uppermost that is seen"""
        self.field = Field(text_of("ui.palette.find"))
        self.field.focus()
        self.resize(under.size)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay it out for a window of another size, in pixels; a classroom gets letters as large as fit."""
        wanted = self.under.context.spoken
        fitting = min(wanted.scale, size[0] / _LEAST[0], size[1] / _LEAST[1])
        self.style = Style(fitting, wanted.words)
        px, top = self.style.px, round(_HIGH * size[1])
        pad, row = px(theme().pad), px(_ROW * max(1.0, self.style.words))
        self.row_height = row
        self.rows = max(1, min(MOST, (size[1] - top - px(_FIELD) - 4 * pad) // row))
        width = min(px(_WIDTH), size[0] - 2 * pad)
        self.rect = pygame.Rect((size[0] - width) // 2, top, width, px(_FIELD) + self.rows * row + 3 * pad)
        self.line = pygame.Rect(self.rect.left + pad, top + pad, width - 2 * pad, px(_FIELD))

    def resume(self, mouse: pygame.Vector2) -> None:
        """Come up; the first row is chosen, wherever the mouse rests."""
        self.mouse = mouse

    def update(self, seconds: float) -> None:
        """Let the time of the window pass; the scene below stands still."""
        self.under.shell.clock += seconds

    def handle(self, event: pygame.Event) -> None:
        """Take one event: the line first, so that no letter is a command."""
        before = self.field.text
        if self.field.handle(event):
            if self.field.text != before:
                self.found = ranked(self.field.text, self.all, lambda entry: entry.title)
                self.chosen = self.first = 0
            return
        if event.type == pygame.KEYDOWN:
            self._key(event)
        elif event.type == pygame.KEYUP:
            self.under.shell.down.discard(place_of(event))
        elif event.type == pygame.WINDOWFOCUSLOST:
            self.under.shell.down.clear()
        elif event.type == pygame.MOUSEMOTION:
            self.mouse = pygame.Vector2(event.pos)
            self.chosen = self._row_at(self.mouse, self.chosen)
        elif event.type == pygame.WINDOWLEAVE:
            self.under.leave()
            self.mouse = self.under.mouse
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == pygame.BUTTON_LEFT:
            self._click(pygame.Vector2(event.pos))
        elif event.type == pygame.MOUSEWHEEL:
            self._turn(self.first - event.y)

    def _key(self, event: pygame.Event) -> None:
        repeated = place_of(event) in self.under.shell.down
        self.under.shell.down.add(place_of(event))
        chords = chords_of_event(event)
        steps = {"Up": -1, "Down": 1, "Tab": 1, "Shift+Tab": -1, "PageUp": -self.rows, "PageDown": self.rows}
        name = str(chords[0]) if chords else ""
        if name in steps:
            self._choose(self.chosen + steps[name])
        elif repeated:
            return
        elif name == "Enter" and self.found:
            self._run(self.found[self.chosen])
        elif name == "Escape" or verbs.PALETTE().id in self.under.shell.keymap.commands(chords):
            self._close()

    def _choose(self, row: int) -> None:
        """Go to a row, and bring it into view."""
        last = max(0, len(self.found) - 1)
        self.chosen = max(0, min(last, row))
        self._scroll(max(self.chosen - self.rows + 1, min(self.first, self.chosen)))

    def _turn(self, first: int) -> None:
        """Show other rows; the chosen one is under the mouse then, or else in view."""
        self._scroll(first)
        self.chosen = max(self.first, min(self.first + self.rows - 1, self.chosen))
        self.chosen = self._row_at(self.mouse, self.chosen)

    def _scroll(self, first: int) -> None:
        self.first = max(0, min(len(self.found) - self.rows, first))

    def _row_at(self, pos: pygame.Vector2, otherwise: int = -1) -> int:
        """Return the row under a pixel."""
        for place, control in enumerate(self._controls()):
            if control.rect.collidepoint(pos):
                return self.first + place
        return otherwise

    def _click(self, pos: pygame.Vector2) -> None:
        row = self._row_at(pos)
        if row >= 0:
            self._run(self.found[row])
        elif not self.rect.collidepoint(pos):
            self._close()

    def _run(self, entry: Entry) -> None:
        self._close()
        self.under.perform(entry.invocation)

    def _close(self) -> None:
        self.field.blur()
        self.next = Pop()

    def _controls(self) -> tuple[Control, ...]:
        """Build the rows that are seen."""
        top = self.line.bottom + self.style.px(theme().pad)
        return tuple(
            Control(
                name=f"palette.{entry.invocation.id}",
                rect=pygame.Rect(self.line.left, top + place * self.row_height, self.line.width, self.row_height - 2),
                act=entry.invocation,
                look="row",
                text=entry.title,
                keys=entry.keys,
                on=self.first + place == self.chosen,
            )
            for place, entry in enumerate(self.found[self.first : self.first + self.rows])
        )

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the scene below, and the palette over it."""
        self.under.draw(surface)
        controls = self._controls()

        def paint(surface: pygame.Surface) -> None:
            panel(surface, self.style, self.rect)
            if not controls:
                place = (self.line.left + self.style.px(theme().pad), self.line.bottom + self.row_height)
                write(surface, self.style, text_of("ui.palette.none"), place, SOFT)

        draw_pane(surface, Pane("palette", self.style, self.rect, controls, paint), Touch())
        self.field.draw(surface, self.style, self.line, still=self.under.shell.preferences.calm)
        if len(self.found) > self.rows:
            self._draw_bar(surface)

    def _draw_bar(self, surface: pygame.Surface) -> None:
        """Draw which part of the rows is seen."""
        whole, pad = self.rows * self.row_height, self.style.px(theme().pad)
        bar = pygame.Rect(self.line.right + pad // 4, 0, pad // 2, round(whole * self.rows / len(self.found)))
        bar.top = self.line.bottom + pad + round(whole * self.first / len(self.found))
        pygame.draw.rect(surface, COLOURS["soft"], bar, border_radius=pad // 4)
