"""Why? At most five cards, from the look back to the player's own deed, and what the person weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.scenario.language import text_of, texts
from sandbox.session.lessons import lesson_of
from sandbox.session.meters import title as meter_title
from sandbox.ui import verbs
from sandbox.ui.bindings import label_of
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
from sandbox.ui.panels.frame import MARGIN, body_of, close_button, coin, draw_title, signed
from sandbox.ui.panels.options_chart import draw_options, fitting, height_of

if TYPE_CHECKING:
    from sandbox.session.cards import Card, Subject, Weighed
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


def sentences(card: Card) -> list[tuple[str, Hand]]:
    """Write what a card says, and where something was weighed what pulled most, or that nothing did."""
    said = sentence(card)
    if not card.options:
        return [(said, PLAIN)]
    if not card.gain:
        return [(said, PLAIN), (_by_chance(card, "whim"), SMALL_BOLD)]
    point = f"why.point.{card.key.rpartition('.')[2]}"
    of_pull = next((key for key in (f"{point}.{card.gain}", point) if key in texts()), None)
    if of_pull is not None:
        said = f"{said} {text_of(of_pull, **card.slots)}"
    pull = text_of(f"why.gain.{card.gain}", **card.slots)
    return [(said, PLAIN), (f"{pull} {_by_chance(card, 'torn')}" if card.torn else pull, SMALL_BOLD)]


def _by_chance(card: Card, how: str) -> str:
    """Say how likely it was that chance would decide so."""
    times = round(100 * next(option.chance for option in card.options if option.chosen))
    return text_of(f"why.{how}" if times else f"why.{how}.rare", times=times, **card.slots)


def _text_height(context: PlayContext, card: Card, width: int) -> int:
    style = context.style
    return sum(len(lines_of(style, text, width, hand)) * line_height(style, hand) for text, hand in sentences(card))


def sentence(card: Card) -> str:
    """Write what a card says, and what a verdict rests on."""
    key = f"why.{card.key.replace('happened', 'you') if card.own else card.key}"
    toned = f"{key}.{'bad' if card.value < 0 else 'well'}"
    said = text_of(toned if toned in texts() else key, **card.slots)
    account = card.account
    return said if account is None else f"{said} {text_of(f'why.{account.key}', **account.slots)}"


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
            verbs.SEEK(place.card.tick) if place.card.asks is None else verbs.ASK(place.card.asks),
            look="card",
            tip=_tip(place.card),
        )
        for count, place in enumerate(places, 1)
    )

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "why", question(context, context.state.subject, context.state.cards), 3)
        before = surface.get_clip()
        surface.set_clip(context.dock.clip(before))
        for count, place in enumerate(places, 1):
            if count > 1:
                _draw_link(surface, context, place)
            _draw_card(surface, context, count, place)
        if not places:
            paragraph(surface, context.style, text_of("ui.why.none"), body_of(context), PLAIN)
        surface.set_clip(before)

    return Pane(
        "why", context.style, context.dock, (close_button(context), _why_not(context), _theory(context), *cards), paint
    )


def _why_not(context: PlayContext) -> Control:
    """Build the button that asks why they do not do something, beside the one that closes the panel."""
    box = close_button(context).rect.move(-close_button(context).rect.width - 2, 0)
    return Control("why.why_not", box, verbs.WHY_NOT(), icon="why_not", tip=label_of(verbs.WHY_NOT()))


def _theory(context: PlayContext) -> Control:
    """Build the button that opens the page of the theory which says most of these cards."""
    lesson = lesson_of(context.session.world, context.state.cards)
    box = _why_not(context).rect.move(-close_button(context).rect.width - 2, 0)
    tip = text_of("ui.palette.lesson", title=text_of(f"lesson.{lesson}.title"))
    return Control("why.theory", box, verbs.LESSON(lesson), icon="drives", tip=tip)


def _tip(card: Card) -> str:
    """Say what is meant by the option that was chosen, or how much it was, and when; or what a press asks."""
    if card.asks is not None:
        return text_of("ui.why.ask")
    goes = text_of("ui.why.card", time=clock(card.tick))
    chosen = next((option.name for option in card.options if option.chosen), None)
    scale = SCALES.get(card.key.partition(".")[0], "")
    if chosen is not None:
        return f"{text_of(f'option.{chosen}.line')} {goes}"
    return f"{text_of(f'ui.why.scale.{scale}', value=signed(card.value))} {goes}" if scale and card.value else goes


SCALES: Final = {
    **dict.fromkeys(("saw", "heard", "ashamed", "proud"), "feeling"),
    **dict.fromkeys(("blamed", "despised"), "blame"),
    **dict.fromkeys(("credited", "admired"), "credit"),
    **dict.fromkeys(("befriended", "estranged"), "liking"),
    "felt": "pull",
}
"""On which scale the number of a card is to be read, by the kind of its record."""


def question(context: PlayContext, subject: Subject | None, cards: tuple[Card, ...]) -> str:
    """Write what was asked; where that can be several things, the first card tells."""
    if subject is None:
        return text_of("ui.why")
    if subject.meter:
        return text_of("ui.why.meter", meter=meter_title(subject.meter))
    whom = cards[0].whom if subject.kind == "thought" and cards else subject.whom
    names = {"who": context.name(subject.who), "whom": "" if whom == NOBODY else context.name(whom)}
    return text_of(f"ui.why.{_question(subject, cards[0].key if cards else '', whom)}", **names)


_BY_FIRST: Final = {
    "likes": "likes",
    "dislikes": "dislikes",
    "look.mind": "mind",
    "look.idle_mind": "mind",
    "pain": "pain",
    "sorrow": "pain",
    "ashamed": "shame",
}
"""What was asked, where the first card tells."""


def _question(subject: Subject, first: str, whom: int) -> str:
    """Name the question, by what was asked about and, where that can be several things, by the first card."""
    if first in _AVERTING:
        return "averted"
    named = _BY_FIRST.get(first, "deed" if subject.kind == "person" and first.partition(".")[0] == "chose" else "")
    if named:
        return named
    if whom == NOBODY:
        return {"person": "title", "thing": "plate", "look": "title"}.get(subject.kind, subject.kind)
    return "thought.about" if subject.kind == "thought" else subject.kind


def _draw_link(surface: pygame.Surface, context: PlayContext, place: _Place) -> None:
    """Draw the arrow by which a card rests on the next."""
    style, below = context.style, place.rect
    x, top, bottom = below.left + style.px(24), below.top - style.px(_GAP), below.top - style.px(3)
    pygame.draw.line(surface, COLOURS["ink"], (x, top), (x, bottom - style.px(4)), style.px(3))
    wing = style.px(6)
    pygame.draw.polygon(surface, COLOURS["ink"], [(x - wing, bottom - wing), (x + wing, bottom - wing), (x, bottom)])
    beside = (x + style.px(14), below.top - style.px(_GAP / 2))
    write(surface, style, text_of(f"ui.why.{place.card.link}"), beside, SOFT)


def _draw_card(surface: pygame.Surface, context: PlayContext, count: int, place: _Place) -> None:
    style, card, rect = context.style, place.card, place.rect
    style.box(surface, rect, "amber" if card.own else "white" if count == 1 else "raised", "ink", round_by=10)
    middle = rect.top + style.px(_HEAD / 2 + 2)
    if card.who >= 0:
        coin(surface, context, card.who, (rect.left + style.px(24), middle), 24)
    if card.whom >= 0:
        coin(surface, context, card.whom, (rect.left + style.px(46), middle), 24)
    right = rect.right - style.px(12)
    write(surface, style, clock(card.tick), (right, middle), SMALL_BOLD, "midright")
    right -= style.px(46)
    if card.own:
        write(surface, style, text_of("ui.why.yours"), (right, middle), SMALL_BOLD, "midright")
        right -= width_of(style, text_of("ui.why.yours"), SMALL_BOLD)
        style.icon(surface, "flag", (right - style.px(13), middle), 20)
    inner = rect.inflate(-2 * style.px(MARGIN), 0)
    inner.top = rect.top + style.px(_HEAD)
    for text, hand in sentences(card):
        inner.top = paragraph(surface, style, text, inner, hand)
    if place.options:
        draw_options(
            surface, context, place.options, pygame.Rect(inner.left, inner.top, inner.width, rect.bottom - inner.top)
        )
