"""The numbers of one person: what they feel and show, where it comes from, what they are like, and their ties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.session.seen.quantities import INNER, PERSON, STREAM_QUANTITIES, TRAITS, Quantity, of_person
from sandbox.ui import verbs
from sandbox.ui.kit.style import COLOURS
from sandbox.ui.kit.text import PLAIN, SMALL, SMALL_BOLD, cut, paragraph, write
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, draw_title, level_bar, signed
from sandbox.ui.panels.streams import stream_bar, stripe
from sandbox.ui.panels.tie_rows import card_height, columns, draw_columns, draw_tie, tie_tip
from sandbox.ui.told.person_words import MOST, Cause, clause, largest, told_of
from sandbox.ui.told.status_icons import status_icons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.ui.context import PlayContext

_BUTTON: Final = (104, 28)
"""Width and height of the button that shows numbers, in units."""
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


def numbers(context: PlayContext, person: int, others: Sequence[int], heads: Sequence[Control]) -> Pane:
    """Build the panel of somebody's numbers, with `others` of whom ties are told, and `heads` beside its title."""
    rows = _Rows(context, person, others, heads)
    return Pane("inspector", context.style, context.dock, tuple(rows.controls), rows.paint)


def numbers_place(context: PlayContext) -> pygame.Rect:
    """Return where the button stands that shows numbers and hides them."""
    body, style = body_of(context), context.style
    return pygame.Rect(body.right - style.px(_BUTTON[0]), body.top, style.px(_BUTTON[0]), style.px(_BUTTON[1]))


class _Rows:
    """The lines of the panel, laid out from the top."""

    def __init__(self, context: PlayContext, person: int, others: Sequence[int], heads: Sequence[Control]) -> None:
        self.context, self.person, self.style = context, person, context.style
        self.body, self.others = body_of(context), others
        self.controls: list[Control] = [*heads]
        self.y = numbers_place(context).bottom
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

    def _feelings(self) -> list[tuple[Cause, pygame.Rect]]:
        """Put what moves somebody most below each other; what is too weak keeps its room, so that nothing moves."""
        lines = [self._take(_HALF_ROW) for _ in range(MOST)]
        places = [*zip(largest(self.context.frame, self.person), lines, strict=False)]
        for number, (cause, rect) in enumerate(places):
            quantity = next(one for one in STREAM_QUANTITIES if one.name == cause.stream)
            tip = f"{quantity.title} {signed(cause.value)}: {quantity.line}"
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
        """Put the closest people below everything else."""
        places: list[tuple[int, pygame.Rect]] = []
        self.columns = columns(self.style, self.ties_at)
        for quantity, rect in self.columns:
            act = verbs.EXPLAIN(quantity.owner, quantity.name)
            self.controls.append(Control(f"tie.{quantity.name}", rect, act, look="card", tip=quantity.line))
        height = card_height(self.style)
        for other in self.others:
            rect = pygame.Rect(self.body.left, self.y, self.body.width, height - self.style.px(4))
            places.append((other, rect))
            tip = tie_tip(self.context, self.person, other)
            self.controls.append(Control(f"tie.{other}", rect, verbs.TIE(other), look="card", tip=tip))
            self.y += height
        return places

    def paint(self, surface: pygame.Surface) -> None:
        """Draw all lines."""
        context, style = self.context, self.style
        draw_title(surface, context, "inspect", context.name(self.person), 4)
        paragraph(surface, style, told_of(context, self.person), self.doing, PLAIN)
        for quantity, rect in self.bars:
            self._bar(surface, quantity, rect)
        for picture, rect in self.status_icons:
            style.icon(surface, picture, rect.center, _STATUS_ICON - 4)
        heading = "ui.inspector.feelings" if self.feelings else "ui.inspector.calm"
        write(surface, style, text_of(heading), self.feelings_at.midleft, SMALL_BOLD)
        for cause, rect in self.feelings:
            self._feeling(surface, cause, rect)
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

    def _feeling(self, surface: pygame.Surface, cause: Cause, rect: pygame.Rect) -> None:
        """Draw what moves somebody in words, with its bar at the right."""
        style = self.style
        swatch = pygame.Rect(rect.left, rect.centery - style.px(6), style.px(12), style.px(12))
        stripe(surface, style, swatch, cause.stream)
        bar = pygame.Rect(rect.right - style.px(_FEELING), 0, style.px(_FEELING), style.px(12))
        bar.centery = rect.centery
        left = rect.left + style.px(_SWATCH)
        words = cut(style, clause(self.context, self.person, cause), bar.left - left - style.px(6), SMALL)
        write(surface, style, words, (left, rect.centery), SMALL)
        pygame.draw.line(surface, COLOURS["line"], bar.midleft, bar.midright)
        stream_bar(surface, style, bar, cause.value / STREAM_QUANTITIES[0].high, cause.stream)

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
