"""Why? A comic strip of at most five cards, from the look back to the player's own hand; numbers on request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.scenario.language import text_of
from sandbox.session.lessons import lesson_of
from sandbox.ui import verbs
from sandbox.ui.bindings import label_of
from sandbox.ui.kit.style import COLOURS
from sandbox.ui.kit.text import (
    BOLD,
    PLAIN,
    SMALL_BOLD,
    SOFT,
    TITLE,
    cut,
    line_height,
    lines_of,
    paragraph,
    width_of,
    write,
)
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import HEADER, body_of, close_button, draw_title
from sandbox.ui.panels.options_chart import draw_options, fitting, height_of
from sandbox.ui.told.strip import HEIGHT, WIDTH, draw_picture
from sandbox.ui.told.why_words import behind, question, tip, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.session.why.cards import Card
    from sandbox.ui.context import PlayContext
    from sandbox.view.portraits import Likeness

_GAP: Final = 28
"""Room between two cards for the arrow and for what shows a card's numbers, in units."""
_BESIDE: Final = 8
"""Room around the words, in units."""
_TIME: Final = 18
"""Height of the line that says when it was, in units."""
_CHART: Final = 230
"""Height of what was weighed, at most, in units."""


class _Place(NamedTuple):
    number: int
    card: Card
    rect: pygame.Rect
    """of the picture and the words"""
    much: pygame.Rect | None
    """of what shows the card's numbers, if it has any"""
    fold: pygame.Rect | None
    """of the numbers, while they are shown"""

    @property
    def bottom(self) -> int:
        """Below all of it."""
        return max(one.bottom for one in (self.rect, self.much, self.fold) if one is not None)


def why(context: PlayContext) -> Pane:
    """Build the panel of cards."""
    places = _places(context)
    controls = [control for place in places for control in _controls(place)]

    def paint(surface: pygame.Surface) -> None:
        _draw_question(surface, context)
        before = surface.get_clip()
        surface.set_clip(context.dock.clip(before))
        for above, place in zip((None, *places), places, strict=False):
            if above is not None:
                _draw_link(surface, context, above, place)
            _draw_card(surface, context, place)
        if not places:
            paragraph(surface, context.style, text_of("ui.why.none"), body_of(context), PLAIN)
        surface.set_clip(before)

    heads = close_button(context), _why_not(context), _theory(context)
    return Pane("why", context.style, context.dock, (*heads, *controls), paint)


def _places(context: PlayContext) -> list[_Place]:
    """Lay the cards out from the top."""
    style, body = context.style, body_of(context)
    places: list[_Place] = []
    top = body.top
    for number, card in enumerate(context.state.cards, 1):
        lines = len(lines_of(style, words(card), _room(context))) * line_height(style)
        height = max(style.px(HEIGHT), lines + style.px(_TIME + _BESIDE))
        rect = pygame.Rect(body.left, top, body.width, height)
        places.append(_Place(number, card, rect, *_folded(context, number, card, rect)))
        top = max(rect.bottom + style.px(_GAP), places[-1].bottom + style.px(_BESIDE))
        if places[-1].fold is not None:
            top += style.px(_GAP / 2)
    return places


def _room(context: PlayContext) -> int:
    """Return the width of the words beside a picture, in pixels."""
    return body_of(context).width - context.style.px(WIDTH + 2 * _BESIDE)


def _folded(
    context: PlayContext, number: int, card: Card, rect: pygame.Rect
) -> tuple[pygame.Rect | None, pygame.Rect | None]:
    """Lay out what shows the numbers of a card, and the numbers if they are shown."""
    style, told = context.style, behind(card)
    if not told and not card.options:
        return None, None
    width = width_of(style, text_of("ui.why.much"), SMALL_BOLD) + style.px(2 * _BESIDE)
    much = pygame.Rect(rect.right - width - style.px(_BESIDE), rect.bottom, width, style.px(_GAP - 2))
    if number not in context.state.much:
        return much, None
    inner = rect.width - style.px(2 * _BESIDE)
    height = sum(len(lines_of(style, text, inner, hand)) * line_height(style, hand) for text, hand in told)
    height += height_of(context, fitting(context, card.options, style.px(_CHART)), inner) if card.options else 0
    return much, pygame.Rect(rect.left, much.bottom, rect.width, height + style.px(2 * _BESIDE))


def _controls(place: _Place) -> list[Control]:
    """Build the card, and what shows its numbers."""
    card = place.card
    act = verbs.SEEK(card.tick) if card.asks is None else verbs.ASK(card.asks)
    controls = [Control(f"card.{place.number}", place.rect, act, look="card", tip=tip(card))]
    if place.much is not None:
        act, said = verbs.HOW_MUCH(place.number), text_of("ui.why.much")
        name, note = f"much.{place.number}", text_of("ui.why.much.tip")
        controls.append(Control(name, place.much, act, look="words", text=said, tip=note, on=place.fold is not None))
    return controls


def _why_not(context: PlayContext) -> Control:
    """Build the button that asks why they do not do something, beside the one that closes the panel."""
    box = close_button(context).rect.move(-close_button(context).rect.width - 2, 0)
    return Control("why.why_not", box, verbs.WHY_NOT(), icon="why_not", tip=label_of(verbs.WHY_NOT()))


def _theory(context: PlayContext) -> Control:
    """Build the button that opens the page of the theory which says most of these cards."""
    lesson = lesson_of(context.session.world, context.state.cards)
    box = _why_not(context).rect.move(-close_button(context).rect.width - 2, 0)
    title = text_of("ui.palette.lesson", title=text_of(f"lesson.{lesson}.title"))
    return Control("why.theory", box, verbs.LESSON(lesson), icon="drives", tip=title)


def _draw_question(surface: pygame.Surface, context: PlayContext) -> None:
    """Write what was asked at the head of the panel, in two lines if it has to be."""
    style, dock = context.style, context.dock
    asked = question(context, context.state.subject, context.state.cards)
    left = dock.left + style.px(46)
    room = _theory(context).rect.left - left
    if width_of(style, asked, TITLE) <= room:
        draw_title(surface, context, "why", asked, 3)
        return
    draw_title(surface, context, "why", "", 3)
    first, *others = lines_of(style, asked, room, BOLD)
    lines = [first, cut(style, " ".join(others), room, BOLD)] if others else [first]
    for number, line in enumerate(lines):
        up = (len(lines) - 1) / 2 - number
        middle = dock.top + style.px(HEADER / 2 + 1) - round(up * line_height(style, BOLD))
        write(surface, style, line, (left, middle), BOLD)


def _draw_link(surface: pygame.Surface, context: PlayContext, above: _Place, below: _Place) -> None:
    """Draw the arrow by which a card rests on the next."""
    style = context.style
    top = above.rect.bottom if above.fold is None else above.fold.bottom
    x, bottom = below.rect.left + style.px(24), below.rect.top - style.px(3)
    pygame.draw.line(surface, COLOURS["ink"], (x, top), (x, bottom - style.px(4)), style.px(3))
    wing = style.px(6)
    pygame.draw.polygon(surface, COLOURS["ink"], [(x - wing, bottom - wing), (x + wing, bottom - wing), (x, bottom)])
    write(surface, style, text_of(f"ui.why.{below.card.link}"), (x + style.px(14), (top + bottom) // 2), SOFT)


def _draw_card(surface: pygame.Surface, context: PlayContext, place: _Place) -> None:
    """Draw a card, and its numbers if they are shown."""
    style, card, rect = context.style, place.card, place.rect
    if place.much is not None:
        style.box(surface, place.much.inflate(0, style.px(12)).move(0, -style.px(6)), "paper", "line", round_by=8)
    style.box(surface, rect, "amber" if card.own else "white" if place.number == 1 else "raised", "ink", round_by=10)
    picture = pygame.Rect(rect.left, rect.top, style.px(WIDTH), rect.height)
    before = surface.get_clip()
    surface.set_clip(picture.clip(before))  # No hand lies over the words.
    draw_picture(surface, context, card, picture, _faces(context, place.number))
    surface.set_clip(before)
    beside = pygame.Rect(picture.right, rect.top + style.px(_BESIDE / 2), _room(context), rect.height)
    paragraph(surface, style, words(card), beside, PLAIN)
    when = rect.right - style.px(_BESIDE), rect.bottom - style.px(_TIME / 2 + 2)
    write(surface, style, clock(card.tick), when, SOFT, "midright")
    if place.fold is not None:
        _draw_numbers(surface, context, card, place.fold)


def _faces(context: PlayContext, number: int) -> Mapping[int, Likeness]:
    """Return how people looked at the moment of a card, as far as that is known."""
    known = context.state.strip
    return known[number - 1] if number <= len(known) else {}


def _draw_numbers(surface: pygame.Surface, context: PlayContext, card: Card, rect: pygame.Rect) -> None:
    """Draw what stands behind a card's "how much?"."""
    style = context.style
    style.box(surface, rect, "paper", "line", round_by=10)
    inner = rect.inflate(-2 * style.px(_BESIDE), -2 * style.px(_BESIDE))
    for text, hand in behind(card):
        inner.top = paragraph(surface, style, text, inner, hand)
    if card.options:
        options = fitting(context, card.options, style.px(_CHART))
        draw_options(
            surface, context, options, pygame.Rect(inner.left, inner.top, inner.width, rect.bottom - inner.top)
        )
