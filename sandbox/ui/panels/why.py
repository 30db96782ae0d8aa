"""Why? At most five cards, from the look back to the player's own deed, and what the person weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.engine.options import OPTIONS
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.scenario.language import text_of, texts
from sandbox.ui import verbs
from sandbox.ui.kit.style import COLOURS
from sandbox.ui.kit.text import (
    PLAIN,
    SMALL_BOLD,
    SOFT,
    Hand,
    line_height,
    lines_of,
    paragraph,
    width_of,
    write,
)
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import MARGIN, body_of, close_button, coin, draw_title
from sandbox.ui.panels.options_chart import draw_options, fitting, height_of, number

if TYPE_CHECKING:
    from sandbox.session.cards import Card, Weighed
    from sandbox.ui.context import PlayContext

_GAP: Final = 22
"""Room for the arrow between two cards, in units."""
_HEAD: Final = 30
"""Height of a card's line of coins and time."""


_AVERTING: Final = frozenset(f"chose.{option.name}" for option in OPTIONS if option.averts)


class _Place(NamedTuple):
    card: Card
    rect: pygame.Rect
    options: tuple[Weighed, ...]


def _sentences(context: PlayContext, card: Card) -> list[tuple[str, Hand]]:
    """Write what a card says, and where something was weighed what counted most, or that it was a whim."""
    said = sentence(card, mine=is_players(context, card))
    if not card.options:
        return [(said, PLAIN)]
    if not card.gain:
        return [(said, PLAIN), (_whim(card), SMALL_BOLD)]
    point = f"why.point.{card.key.rpartition('.')[2]}"
    if point in texts():
        said = f"{said} {text_of(point, **card.slots)}"
    return [(said, PLAIN), (text_of(f"why.gain.{card.gain}", **card.slots), SMALL_BOLD)]


def _whim(card: Card) -> str:
    """Say how likely it was that chance would decide so."""
    times = round(100 * next(option.chance for option in card.options if option.chosen))
    return text_of("why.whim" if times else "why.whim.rare", times=times, **card.slots)


def _text_height(context: PlayContext, card: Card, width: int) -> int:
    style = context.style
    return sum(
        len(lines_of(style, text, width, hand)) * line_height(style, hand) for text, hand in _sentences(context, card)
    )


def sentence(card: Card, *, mine: bool = False) -> str:
    """Write what a card says; `mine` if it is the player's own deed."""
    tone = card.key.replace("happened", "you") if mine else f"{card.key}.{'bad' if card.value < 0 else 'well'}"
    return text_of(f"why.{tone}" if f"why.{tone}" in texts() else f"why.{card.key}", **card.slots)


def _places(context: PlayContext) -> list[_Place]:
    """Lay the cards out from the top; the weighed options take the room that is left."""
    style, body = context.style, body_of(context)
    cards = context.state.cards
    width = body.width - 2 * style.px(MARGIN)
    heights = [style.px(_HEAD) + _text_height(context, card, width) + style.px(8) for card in cards]
    room = body.height - sum(heights) - style.px(_GAP) * (len(cards) - 1)
    places: list[_Place] = []
    top = body.top
    for card, height in zip(cards, heights, strict=True):
        options = fitting(context, card.options, room)
        extra = height_of(context, options, width)
        rect = pygame.Rect(body.left, top, body.width, height + extra)
        places.append(_Place(card, rect, options))
        room -= extra
        top = rect.bottom + style.px(_GAP)
    return places


def why(context: PlayContext) -> Pane:
    """Build the panel of cards."""
    places = _places(context)
    cards = tuple(
        Control(
            f"card.{count}",
            place.rect,
            verbs.SEEK(place.card.tick),
            look="card",
            tip=_tip(place.card),
        )
        for count, place in enumerate(places, 1)
    )

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "why", _title(context))
        before = surface.get_clip()
        surface.set_clip(context.dock.clip(before))
        for count, place in enumerate(places, 1):
            if count > 1:
                _draw_link(surface, context, place)
            _draw_card(surface, context, count, place)
        if not places:
            paragraph(surface, context.style, text_of("ui.why.none"), body_of(context), PLAIN)
        surface.set_clip(before)

    return Pane("why", context.style, context.dock, (close_button(context), *cards), paint)


def _tip(card: Card) -> str:
    """Say what is meant by the option that was chosen, if it is about a choice, and when that was."""
    goes = text_of("ui.why.card", time=clock(card.tick))
    chosen = next((option.name for option in card.options if option.chosen), None)
    return goes if chosen is None else f"{text_of(f'option.{chosen}.line')} {goes}"


def _title(context: PlayContext) -> str:
    subject = context.state.subject
    if subject is None:
        return text_of("ui.why")
    who = context.name(subject.who)
    if context.state.cards and context.state.cards[0].key in _AVERTING:
        return text_of("ui.why.look_away", who=who)
    if subject.kind == "person" or subject.whom == NOBODY:
        return text_of("ui.why.title", who=who)
    thinks = bool(context.state.cards) and context.state.cards[0].key in {"look.mind", "look.idle_mind"}
    return text_of(f"ui.why.{'mind' if thinks else subject.kind}", who=who, whom=context.name(subject.whom))


def _draw_link(surface: pygame.Surface, context: PlayContext, place: _Place) -> None:
    """Draw the arrow by which a card rests on the next."""
    style, below = context.style, place.rect
    x, top, bottom = below.left + style.px(24), below.top - style.px(_GAP), below.top - style.px(3)
    pygame.draw.line(surface, COLOURS["ink"], (x, top), (x, bottom - style.px(4)), style.px(3))
    wing = style.px(6)
    pygame.draw.polygon(surface, COLOURS["ink"], [(x - wing, bottom - wing), (x + wing, bottom - wing), (x, bottom)])
    beside = (x + style.px(14), below.top - style.px(_GAP / 2))
    write(surface, style, text_of(f"ui.why.{place.card.link}"), beside, SOFT)


def is_players(context: PlayContext, card: Card) -> bool:
    """Return whether a card is about something that the player did."""
    if not card.key.startswith("happened"):
        return False
    people = context.frame.level.people
    who, whom = (None if row == NOBODY else people[row].id for row in (card.who, card.whom))
    told = (card.key.rpartition(".")[2], card.tick, who, whom)
    return any(
        (command.do, round(command.at * TICKS_PER_SECOND), command.who, command.about or command.by) == told
        for command in context.session.commands
    )


def _draw_card(surface: pygame.Surface, context: PlayContext, count: int, place: _Place) -> None:
    style, card, rect = context.style, place.card, place.rect
    mine = is_players(context, card)
    style.box(surface, rect, "amber" if mine else "white" if count == 1 else "raised", "ink", round_by=10)
    middle = rect.top + style.px(_HEAD / 2 + 2)
    coin(surface, context, card.who, (rect.left + style.px(24), middle), 24)
    if card.whom >= 0:
        coin(surface, context, card.whom, (rect.left + style.px(46), middle), 24)
    right = rect.right - style.px(12)
    write(surface, style, clock(card.tick), (right, middle), SMALL_BOLD, "midright")
    right -= style.px(46)
    if mine:
        write(surface, style, text_of("ui.why.yours"), (right, middle), SMALL_BOLD, "midright")
        right -= width_of(style, text_of("ui.why.yours"), SMALL_BOLD)
        style.icon(surface, "flag", (right - style.px(13), middle), 20)
    elif card.value:
        write(
            surface,
            style,
            number(card.value),
            (right, middle),
            SOFT,
            "midright",
        )
    inner = rect.inflate(-2 * style.px(MARGIN), 0)
    inner.top = rect.top + style.px(_HEAD)
    for text, hand in _sentences(context, card):
        inner.top = paragraph(surface, style, text, inner, hand)
    if place.options:
        draw_options(
            surface, context, place.options, pygame.Rect(inner.left, inner.top, inner.width, rect.bottom - inner.top)
        )
