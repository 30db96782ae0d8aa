"""One person up close: what they feel and show, where it comes from, what they are doing, and their closest ties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.engine.options import OPTIONS, STAY
from sandbox.engine.people import NOBODY
from sandbox.scenario.language import text_of
from sandbox.session.quantities import INNER, PERSON, STREAM_QUANTITIES, TRAITS, Quantity, of_person
from sandbox.ui import verbs
from sandbox.ui.bindings import label_of
from sandbox.ui.kit.style import COLOURS
from sandbox.ui.kit.text import PLAIN, SMALL, SMALL_BOLD, cut, paragraph, write
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.feelings import Feeling, strongest
from sandbox.ui.panels.frame import body_of, close_button, draw_title, level_bar, signed
from sandbox.ui.panels.status_icons import status_icons
from sandbox.ui.panels.streams import stream_bar, stripe
from sandbox.ui.panels.tie_rows import card_height, columns, draw_columns, draw_tie, tie_tip

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext

_ROW: Final = 25
"""Height of a line with a bar, in units."""
_DOING: Final = 48
_HEADING: Final = 24
_NAME: Final = 112
_NUMBER: Final = 48
_HALF_ROW: Final = 22
"""Height of a line that holds two bars, in units."""
_HALF_NAME: Final = 94
_FEELING: Final = 64
"""Width of the bar of what moves somebody, in units."""
_SWATCH: Final = 17
_STATUS_ICON: Final = 28
"""Side of a sign, in units."""
_SCARCELY: Final = 0.2
"""Ties that matter less than this are not shown."""


def inspector(context: PlayContext) -> Pane:
    """Build the panel of the selected person."""
    person = context.state.person()
    if person is None:
        return _empty(context)
    rows = _Rows(context, person)
    return Pane("inspector", context.style, context.dock, tuple(rows.controls), rows.paint)


def _empty(context: PlayContext) -> Pane:
    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "inspect", text_of("ui.inspector"))
        paragraph(surface, context.style, text_of("ui.inspector.none"), body_of(context), PLAIN)

    return Pane("inspector", context.style, context.dock, (close_button(context),), paint)


class _Rows:
    """The lines of the panel, laid out from the top."""

    def __init__(self, context: PlayContext, person: int) -> None:
        self.context, self.person, self.style = context, person, context.style
        self.body = body_of(context)
        self.y = self.body.top
        self.controls: list[Control] = [close_button(context)]
        self.doing = self._take(_DOING)
        self.bars = [(quantity, self._explained(quantity, self._take(_ROW))) for quantity in PERSON]
        self.feelings_at = self._take(_HEADING)
        self.feelings = self._feelings()
        self.status_icons = self._status_icons()
        self.fold = self._take(_HEADING + 6)
        self.controls.append(
            Control("inspector.traits", self.fold, verbs.TRAITS(), text=text_of("ui.traits"), on=context.state.traits)
        )
        folded = (INNER, STREAM_QUANTITIES, TRAITS) if context.state.traits else ()
        self.halves = [half for quantities in folded for half in self._halves(quantities)]
        self.ties_at = self._take(_HEADING + 8)
        self.ties = self._ties()
        self._buttons()

    def _take(self, units: float) -> pygame.Rect:
        rect = pygame.Rect(self.body.left, self.y, self.body.width, self.style.px(units))
        self.y = rect.bottom
        return rect

    def _explained(self, quantity: Quantity, rect: pygame.Rect) -> pygame.Rect:
        name = f"{quantity.owner}.{quantity.name}"
        tip = f"{quantity.title} {self._number(quantity)}: {quantity.line}"
        act = verbs.EXPLAIN(quantity.owner, quantity.name)
        self.controls.append(Control(name, rect, act, look="card", tip=tip))
        return rect

    def _number(self, quantity: Quantity) -> str:
        value = of_person(quantity, self.context.people, self.person)
        return signed(value) if quantity.low < 0 else f"{value:z.2f}"

    def _halves(self, quantities: tuple[Quantity, ...]) -> list[tuple[Quantity, pygame.Rect]]:
        """Put quantities into two columns, the first half on the left."""
        rows = -(-len(quantities) // 2)
        lines = [self._take(_HALF_ROW) for _ in range(rows)]
        width = (self.body.width - self.style.px(12)) // 2
        places = [
            (quantity, pygame.Rect(lines[n % rows].left, lines[n % rows].top, width, lines[n % rows].height))
            for n, quantity in enumerate(quantities)
        ]
        for n, (_, rect) in enumerate(places):
            rect.right += (n // rows) * (self.body.width - width)
        return [(quantity, self._explained(quantity, rect)) for quantity, rect in places]

    def _feelings(self) -> list[tuple[Feeling, pygame.Rect]]:
        """Put what moves somebody most below each other; what is too weak keeps its room, so that nothing moves."""
        places = [(feeling, self._take(_HALF_ROW)) for feeling in strongest(self.context, self.person)]
        for number, (feeling, rect) in enumerate(places):
            quantity = next(one for one in STREAM_QUANTITIES if one.name == feeling.stream)
            tip = f"{quantity.title} {signed(feeling.value)}: {quantity.line}"
            act = verbs.EXPLAIN(quantity.owner, quantity.name)
            self.controls.append(Control(f"feeling.{number}", rect, act, look="card", tip=tip))
        return places

    def _status_icons(self) -> list[tuple[str, pygame.Rect]]:
        """Put the signs into a row, as many as fit."""
        signs = status_icons(self.context, self.person)
        side = self.style.px(_STATUS_ICON)
        row = self._take(_STATUS_ICON)  # Also without any, so that nothing below it moves.
        places: list[tuple[str, pygame.Rect]] = []
        for n, sign in enumerate(signs[: self.body.width // side]):
            rect = pygame.Rect(row.left + n * side, row.top, side, side).inflate(-2, -2)
            places.append((sign.icon, rect))
            act = verbs.SAY(sign.words)
            self.controls.append(Control(f"status.{sign.icon}", rect, act, look="card", tip=sign.words))
        return places

    def _ties(self) -> list[tuple[int, pygame.Rect]]:
        """Put as many of the closest people as fit below everything else."""
        places: list[tuple[int, pygame.Rect]] = []
        self.columns = columns(self.style, self.ties_at)
        for quantity, rect in self.columns:
            act = verbs.EXPLAIN(quantity.owner, quantity.name)
            self.controls.append(Control(f"tie.{quantity.name}", rect, act, look="card", tip=quantity.line))
        height = card_height(self.style)
        listed = self.context.state.listed
        others = closest(self.context, self.person) if listed is None else listed[1]
        for other in others:
            if self.y + height > self.body.bottom:
                break
            rect = pygame.Rect(self.body.left, self.y, self.body.width, height - self.style.px(4))
            places.append((other, rect))
            tip = tie_tip(self.context, self.person, other)
            self.controls.append(Control(f"tie.{other}", rect, verbs.TIE(other), look="card", tip=tip))
            self.y += height
        return places

    def _buttons(self) -> None:
        side, top = self.style.px(32), self.context.dock.top + self.style.px(8)
        right = self.controls[0].rect.left
        for place, act in enumerate((verbs.WHY(), verbs.WHY_NOT(), verbs.EYES()), 1):
            box = pygame.Rect(right - place * (side + 2), top, side, side)
            on = act == verbs.EYES() and self.context.state.through
            self.controls.append(Control(f"inspector.{act.id}", box, act, icon=act.id, tip=label_of(act), on=on))

    def paint(self, surface: pygame.Surface) -> None:
        """Draw all lines."""
        context, style = self.context, self.style
        draw_title(surface, context, "inspect", context.name(self.person), 4)
        paragraph(surface, style, doing(context, self.person), self.doing, PLAIN)
        for quantity, rect in self.bars:
            self._bar(surface, quantity, rect)
        for picture, rect in self.status_icons:
            style.icon(surface, picture, rect.center, _STATUS_ICON - 4)
        told = [(feeling, rect) for feeling, rect in self.feelings if feeling.words]
        heading = "ui.inspector.feelings" if told else "ui.inspector.calm"
        write(surface, style, text_of(heading), self.feelings_at.midleft, SMALL_BOLD)
        for feeling, rect in told:
            self._feeling(surface, feeling, rect)
        for quantity, rect in self.halves:
            self._half(surface, quantity, rect)
        if self.ties:
            write(surface, style, text_of("ui.inspector.ties"), self.ties_at.midleft, SMALL_BOLD)
            draw_columns(surface, style, self.columns)
        for other, rect in self.ties:
            draw_tie(surface, context, self.person, other, rect)

    def _bar(self, surface: pygame.Surface, quantity: Quantity, rect: pygame.Rect) -> None:
        style, value = self.style, of_person(quantity, self.context.people, self.person)
        write(surface, style, quantity.title, rect.midleft, PLAIN)
        bar = pygame.Rect(rect.left + style.px(_NAME), 0, rect.width - style.px(_NAME + _NUMBER), style.px(15))
        bar.centery = rect.centery
        level_bar(surface, style, bar, value, signed=quantity.low < 0, colour=quantity.colour)
        write(surface, style, self._number(quantity), rect.midright, SMALL_BOLD, "midright")
        if quantity.name == "mood":
            self._heading_for(surface, bar)

    def _heading_for(self, surface: pygame.Surface, bar: pygame.Rect) -> None:
        """Mark on the bar of a mood what is felt: towards that it is going."""
        felt, side = float(self.context.people.felt[self.person]), self.style.px(5)
        x, y = bar.left + round((felt + 1) / 2 * bar.width), bar.bottom + self.style.px(1)
        pygame.draw.polygon(surface, COLOURS["ink"], [(x, y - side), (x - side, y + side), (x + side, y + side)])

    def _feeling(self, surface: pygame.Surface, feeling: Feeling, rect: pygame.Rect) -> None:
        """Draw what moves somebody as a sentence, with its bar at the right."""
        style = self.style
        swatch = pygame.Rect(rect.left, rect.centery - style.px(6), style.px(12), style.px(12))
        stripe(surface, style, swatch, feeling.stream)
        bar = pygame.Rect(rect.right - style.px(_FEELING), 0, style.px(_FEELING), style.px(12))
        bar.centery = rect.centery
        left = rect.left + style.px(_SWATCH)
        words = cut(style, feeling.words, bar.left - left - style.px(6), SMALL)
        write(surface, style, words, (left, rect.centery), SMALL)
        pygame.draw.line(surface, COLOURS["line"], bar.midleft, bar.midright)
        stream_bar(surface, style, bar, feeling.value / STREAM_QUANTITIES[0].high, feeling.stream)

    def _half(self, surface: pygame.Surface, quantity: Quantity, rect: pygame.Rect) -> None:
        """Draw a name and a bar in half a line; the number is in the tip."""
        style, value = self.style, of_person(quantity, self.context.people, self.person)
        left = rect.left
        if quantity.owner == "stream":
            swatch = pygame.Rect(left, rect.centery - style.px(6), style.px(12), style.px(12))
            stripe(surface, style, swatch, quantity.name)
            left += style.px(_SWATCH)
        name = cut(style, quantity.title, style.px(_HALF_NAME), SMALL)
        write(surface, style, name, (left, rect.centery), SMALL)
        bar = pygame.Rect(left + style.px(_HALF_NAME + 4), 0, 0, style.px(12))
        bar.width, bar.centery = rect.right - bar.left, rect.centery
        if quantity.owner == "stream":
            pygame.draw.line(surface, COLOURS["line"], bar.midleft, bar.midright)
            stream_bar(surface, style, bar, value / quantity.high, quantity.name)
        else:
            level_bar(surface, style, bar, value, signed=quantity.low < 0, colour=quantity.colour)


def doing(context: PlayContext, person: int) -> str:
    """Say what a person is doing and where the eyes are."""
    people = context.people
    option, target = OPTIONS[int(people.option[person])], int(people.option_on[person])
    name = context.name(person)
    if target == NOBODY or option is STAY:
        deed = text_of("ui.doing.nothing", who=name)
    else:
        deed = text_of(f"chronicle.chose.{option.name}", who=name, whom=context.name(target))
    gaze, avoiding = int(people.gaze[person]), int(context.frame.averted[person])
    if avoiding != NOBODY and not option.averts:
        return f"{deed} {text_of('ui.doing.avoids', whom=context.name(avoiding))}"
    if gaze not in {NOBODY, target}:
        return f"{deed} {text_of('ui.doing.looks', whom=context.name(gaze))}"
    return deed


def keep_listed(context: PlayContext) -> None:
    """Keep the order of ties while the mouse is on the panel, so that none goes from under it."""
    state = context.state
    on_it = state.dock == "inspector" and context.dock.collidepoint(context.mouse)
    person = state.person() if on_it else None
    if person is None:
        state.listed = None
    elif state.listed is None or state.listed[0] != person:
        state.listed = person, tuple(closest(context, person))


def closest(context: PlayContext, person: int) -> list[int]:
    """List the people who matter most to somebody now, by attention, feeling and blame."""
    ties = context.frame.ties
    rows = np.flatnonzero(ties.observer == person)
    weight = 2 * ties.attention[rows] + np.abs(ties.affinity[rows]) + ties.blame[rows] + ties.averted[rows]
    order = rows[np.argsort(-weight, kind="stable")]
    return [int(ties.target[row]) for row in order if weight[rows == row][0] > _SCARCELY]
