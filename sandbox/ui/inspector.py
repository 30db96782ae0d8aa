"""One person up close: what she feels and shows, where it comes from, what she is doing, and her closest ties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.scenario.catalogue import say
from sandbox.session.quantities import PERSON, STREAM_QUANTITIES, TRAITS, Quantity, of_person
from sandbox.ui.panels import body_of, close_button, draw_title, level_bar, signed, stream_bar
from sandbox.ui.style import COLOURS
from sandbox.ui.tiecards import card_height, columns, draw_columns, draw_tie
from sandbox.ui.widgets import Control, Pane
from sandbox.ui.words import PLAIN, SMALL, SMALL_BOLD, paragraph, write

if TYPE_CHECKING:
    from sandbox.ui.desk import Screen

_ROW: Final = 25
"""Height of a line with a bar, in units."""
_DOING: Final = 48
_HEADING: Final = 24
_NAME: Final = 112
_NUMBER: Final = 48
_SCARCELY: Final = 0.2
"""Ties that matter less than this are not shown."""


def inspector(screen: Screen) -> Pane:
    """Build the panel of the selected person."""
    person = screen.desk.person()
    if person is None:
        return _empty(screen)
    rows = _Rows(screen, person)
    return Pane("inspector", screen.layout.dock, tuple(rows.controls), rows.paint)


def _empty(screen: Screen) -> Pane:
    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, screen, "inspect", say("ui.inspector"))
        paragraph(surface, screen.style, say("ui.inspector.none"), body_of(screen), PLAIN)

    return Pane("inspector", screen.layout.dock, (close_button(screen),), paint)


class _Rows:
    """The lines of the panel, laid out from the top."""

    def __init__(self, screen: Screen, person: int) -> None:
        self.screen, self.person, self.style = screen, person, screen.style
        self.body = body_of(screen)
        self.y = self.body.top
        self.controls: list[Control] = [close_button(screen)]
        self.doing = self._take(_DOING)
        self.bars = [(quantity, self._explained(quantity)) for quantity in PERSON]
        self.streams_at = self._take(_HEADING)
        self.streams = [(quantity, self._explained(quantity)) for quantity in STREAM_QUANTITIES]
        self.fold = self._take(_HEADING + 6)
        self.controls.append(
            Control("inspector.traits", self.fold, "traits", text=say("ui.traits"), on=screen.desk.traits)
        )
        self.traits = [(quantity, self._explained(quantity)) for quantity in TRAITS] if screen.desk.traits else []
        self.ties_at = self._take(_HEADING + 8)
        self.ties = self._ties()
        self._buttons()

    def _take(self, units: float) -> pygame.Rect:
        rect = pygame.Rect(self.body.left, self.y, self.body.width, self.style.px(units))
        self.y = rect.bottom
        return rect

    def _explained(self, quantity: Quantity) -> pygame.Rect:
        rect = self._take(_ROW - 3 if quantity.owner == "stream" else _ROW)
        name = f"{quantity.owner}.{quantity.name}"
        act = f"explain:{quantity.owner}.{quantity.name}"
        self.controls.append(Control(name, rect, act, look="card", tip=quantity.line))
        return rect

    def _ties(self) -> list[tuple[int, pygame.Rect]]:
        """Put as many of the closest people as fit below everything else."""
        places: list[tuple[int, pygame.Rect]] = []
        self.columns = columns(self.style, self.ties_at)
        for quantity, rect in self.columns:
            act = f"explain:{quantity.owner}.{quantity.name}"
            self.controls.append(Control(f"tie.{quantity.name}", rect, act, look="card", tip=quantity.line))
        height = card_height(self.style)
        for other in closest(self.screen, self.person):
            if self.y + height > self.body.bottom:
                break
            rect = pygame.Rect(self.body.left, self.y, self.body.width, height - self.style.px(4))
            places.append((other, rect))
            tip = say("ui.tie.tip", who=self.screen.name(self.person), whom=self.screen.name(other))
            self.controls.append(Control(f"tie.{other}", rect, f"tie:{other}", look="card", tip=tip))
            self.y += height
        return places

    def _buttons(self) -> None:
        side, top = self.style.px(32), self.screen.layout.dock.top + self.style.px(8)
        right = self.controls[0].rect.left
        for place, act in enumerate(("why", "eyes"), 1):
            box = pygame.Rect(right - place * (side + 2), top, side, side)
            tip = say(f"ui.action.{act}")
            on = act == "eyes" and self.screen.desk.through
            self.controls.append(Control(f"inspector.{act}", box, act, icon=act, tip=tip, on=on))

    def paint(self, surface: pygame.Surface) -> None:
        """Draw all lines."""
        screen, style = self.screen, self.style
        draw_title(surface, screen, "inspect", screen.name(self.person))
        paragraph(surface, style, doing(screen, self.person), self.doing, PLAIN)
        for quantity, rect in (*self.bars, *self.traits):
            self._bar(surface, quantity, rect)
        write(surface, style, say("ui.inspector.streams"), self.streams_at.midleft, SMALL_BOLD)
        for quantity, rect in self.streams:
            self._stream(surface, quantity, rect)
        if self.ties:
            write(surface, style, say("ui.inspector.ties"), self.ties_at.midleft, SMALL_BOLD)
            draw_columns(surface, style, self.columns)
        for other, rect in self.ties:
            draw_tie(surface, screen, self.person, other, rect)

    def _bar(self, surface: pygame.Surface, quantity: Quantity, rect: pygame.Rect) -> None:
        style, value = self.style, of_person(quantity, self.screen.people, self.person)
        write(surface, style, quantity.title, rect.midleft, PLAIN if quantity.owner == "person" else SMALL)
        bar = pygame.Rect(rect.left + style.px(_NAME), 0, rect.width - style.px(_NAME + _NUMBER), style.px(15))
        bar.centery = rect.centery
        level_bar(surface, style, bar, value, signed=quantity.low < 0, colour=quantity.colour)
        text = signed(value) if quantity.low < 0 else f"{value:.2f}"
        write(surface, style, text, rect.midright, SMALL_BOLD, "midright")

    def _stream(self, surface: pygame.Surface, quantity: Quantity, rect: pygame.Rect) -> None:
        style, value = self.style, of_person(quantity, self.screen.people, self.person)
        swatch = pygame.Rect(rect.left, rect.centery - style.px(6), style.px(12), style.px(12))
        style.stripe(surface, swatch, quantity.name)
        write(surface, style, quantity.title, (rect.left + style.px(18), rect.centery), SMALL)
        bar = pygame.Rect(rect.left + style.px(_NAME), 0, rect.width - style.px(_NAME + _NUMBER), style.px(12))
        bar.centery = rect.centery
        pygame.draw.line(surface, COLOURS["line"], bar.midleft, bar.midright)
        stream_bar(surface, style, bar, value / quantity.high, quantity.name)
        write(surface, style, signed(value), rect.midright, SMALL, "midright")


def doing(screen: Screen, person: int) -> str:
    """Say what a person is doing and where the eyes are."""
    people = screen.people
    option, target = OPTIONS[int(people.option[person])].name, int(people.option_on[person])
    name = screen.name(person)
    if target == NOBODY or option == "stay":
        deed = say("ui.doing.nothing", who=name)
    else:
        deed = say(f"chronicle.chose.{option}", who=name, whom=screen.name(target))
    gaze, avoiding = int(people.gaze[person]), int(people.avoiding[person])
    if avoiding != NOBODY and option != "look_away":
        return f"{deed} {say('ui.doing.avoids', whom=screen.name(avoiding))}"
    if gaze not in {NOBODY, target}:
        return f"{deed} {say('ui.doing.looks', whom=screen.name(gaze))}"
    return deed


def closest(screen: Screen, person: int) -> list[int]:
    """List the people who matter most to somebody now, by attention, feeling and blame."""
    ties = screen.frame.ties
    rows = np.flatnonzero(ties.observer == person)
    weight = 2 * ties.attention[rows] + np.abs(ties.affinity[rows]) + ties.blame[rows] + ties.averted[rows]
    order = rows[np.argsort(-weight, kind="stable")]
    return [int(ties.target[row]) for row in order if weight[rows == row][0] > _SCARCELY]
