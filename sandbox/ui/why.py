"""Why? At most five cards, from the look back to the player's own deed, and what the person weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.people import NOBODY
from sandbox.scenario.catalogue import say, texts
from sandbox.ui.panels import MARGIN, body_of, close_button, coin, draw_title, signed
from sandbox.ui.style import COLOURS, STREAM_LOOK
from sandbox.ui.timebar import clock
from sandbox.ui.widgets import Control, Pane
from sandbox.ui.words import (
    PLAIN,
    SMALL,
    SMALL_BOLD,
    SOFT,
    Hand,
    cut,
    line_height,
    lines_of,
    paragraph,
    width_of,
    write,
)

if TYPE_CHECKING:
    from sandbox.session.why import Card, Weighed
    from sandbox.ui.desk import Screen

_GAP: Final = 22
"""Room for the arrow between two cards, in units."""
_HEAD: Final = 30
"""Height of a card's line of coins and time."""
_ROW: Final = 21
"""Height of a weighed option."""
_LEAST_OPTIONS: Final = 2
_NAME_WIDTH: Final = 110
_NUMBER_WIDTH: Final = 54
_FINE: Final = 3
"""Digits after the point of small numbers."""
_LEGEND: Final = 18
"""Height of a row of the legend; there may be two."""


_AXIS: Final = 20
"""Height of the line that says which way is better."""


class _Place(NamedTuple):
    card: Card
    rect: pygame.Rect
    options: tuple[Weighed, ...]


def _sentences(screen: Screen, card: Card) -> list[tuple[str, Hand]]:
    """Write what a card says, and what counted most where something was weighed."""
    said = [(sentence(card, mine=_is_players(screen, card)), PLAIN)]
    if card.gain and card.options:
        said.append((say(f"why.gain.{card.gain}", **card.slots), SMALL_BOLD))
    return said


def _text_height(screen: Screen, card: Card, width: int) -> int:
    style = screen.style
    return sum(
        len(lines_of(style, text, width, hand)) * line_height(style, hand) for text, hand in _sentences(screen, card)
    )


def sentence(card: Card, *, mine: bool = False) -> str:
    """Write what a card says; `mine` if it is the player's own deed."""
    tone = card.key.replace("happened", "you") if mine else f"{card.key}.{'bad' if card.value < 0 else 'well'}"
    return say(f"why.{tone}" if f"why.{tone}" in texts() else f"why.{card.key}", **card.slots)


def _streams(options: tuple[Weighed, ...]) -> list[str]:
    """List the streams that are large enough to be seen in the bars."""
    least = _TINY * max(_LEAST_SPAN, *(sum(_reach(option)) for option in options))
    return [stream for stream in STREAM_LOOK if any(abs(option.streams.get(stream, 0.0)) > least for option in options)]


_TINY: Final = 0.03
"""Parts smaller than this share of the longest bar are left out of the legend."""
_LEAST_SPAN: Final = 0.08
"""Reward per second that the bars span at least, so that trifles look like trifles."""


def _places(screen: Screen) -> list[_Place]:
    """Lay the cards out from the top; the weighed options take the room that is left."""
    style, body = screen.style, body_of(screen)
    cards = screen.desk.cards
    width = body.width - 2 * style.px(MARGIN)
    heights = [style.px(_HEAD) + _text_height(screen, card, width) + style.px(8) for card in cards]
    room = body.height - sum(heights) - style.px(_GAP) * (len(cards) - 1)
    places: list[_Place] = []
    top = body.top
    for card, height in zip(cards, heights, strict=True):
        fitting = max(_LEAST_OPTIONS, (room - style.px(2 * _LEGEND + _AXIS + 10)) // style.px(_ROW))
        options = _best(card.options, fitting)
        legend = len(_legend(screen, _streams(options), width)) if options else 0
        extra = style.px(legend * _LEGEND + _AXIS + 10) + style.px(_ROW) * len(options) if options else 0
        rect = pygame.Rect(body.left, top, body.width, height + extra)
        places.append(_Place(card, rect, options))
        room -= extra
        top = rect.bottom + style.px(_GAP)
    return places


def _best(options: tuple[Weighed, ...], count: int) -> tuple[Weighed, ...]:
    """Keep the most promising options, and always the chosen one."""
    ranked = sorted(options, key=lambda option: -option.value)
    kept = ranked[:count]
    missing = [option for option in ranked[count:] if option.chosen]
    return (*kept[: count - len(missing)], *missing)


def why(screen: Screen) -> Pane:
    """Build the panel of cards."""
    places = _places(screen)
    cards = tuple(
        Control(
            f"card.{number}",
            place.rect,
            f"seek:{place.card.tick}",
            look="card",
            tip=say("ui.why.card", time=clock(place.card.tick)),
        )
        for number, place in enumerate(places, 1)
    )

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, screen, "why", _title(screen))
        before = surface.get_clip()
        surface.set_clip(screen.layout.dock)
        for number, place in enumerate(places, 1):
            if number > 1:
                _draw_link(surface, screen, place)
            _draw_card(surface, screen, number, place)
        if not places:
            paragraph(surface, screen.style, say("ui.why.none"), body_of(screen), PLAIN)
        surface.set_clip(before)

    return Pane("why", screen.layout.dock, (close_button(screen), *cards), paint)


def _title(screen: Screen) -> str:
    subject = screen.desk.subject
    if subject is None:
        return say("ui.why")
    who = screen.name(subject.who)
    if screen.desk.cards and screen.desk.cards[0].key.endswith("look_away"):
        return say("ui.why.look_away", who=who)
    if subject.kind == "person" or subject.whom == NOBODY:
        return say("ui.why.title", who=who)
    return say(f"ui.why.{subject.kind}", who=who, whom=screen.name(subject.whom))


def _draw_link(surface: pygame.Surface, screen: Screen, place: _Place) -> None:
    """Draw the arrow by which a card rests on the next."""
    style, below = screen.style, place.rect
    x, top, bottom = below.left + style.px(24), below.top - style.px(_GAP), below.top - style.px(3)
    pygame.draw.line(surface, COLOURS["ink"], (x, top), (x, bottom - style.px(4)), style.px(3))
    wing = style.px(6)
    pygame.draw.polygon(surface, COLOURS["ink"], [(x - wing, bottom - wing), (x + wing, bottom - wing), (x, bottom)])
    beside = (x + style.px(14), below.top - style.px(_GAP / 2))
    write(surface, style, say(f"ui.why.{place.card.link}"), beside, SOFT)


def _is_players(screen: Screen, card: Card) -> bool:
    """Tell whether a card is about something that the player did."""
    names = {kind.name for kind in HAPPENINGS}
    deed = card.key.rpartition(".")[2]
    return (
        card.key.startswith("happened")
        and deed in names
        and any(command.do == deed and abs(command.at * 10 - card.tick) <= 1 for command in screen.session.commands)
    )


def _draw_card(surface: pygame.Surface, screen: Screen, number: int, place: _Place) -> None:
    style, card, rect = screen.style, place.card, place.rect
    mine = _is_players(screen, card)
    style.box(surface, rect, "amber" if mine else "white" if number == 1 else "raised", "ink", round_by=10)
    middle = rect.top + style.px(_HEAD / 2 + 2)
    coin(surface, screen, card.who, (rect.left + style.px(24), middle), 24)
    if card.whom >= 0:
        coin(surface, screen, card.whom, (rect.left + style.px(46), middle), 24)
    right = rect.right - style.px(12)
    write(surface, style, clock(card.tick), (right, middle), SMALL_BOLD, "midright")
    right -= style.px(46)
    if mine:
        write(surface, style, say("ui.why.yours"), (right, middle), SMALL_BOLD, "midright")
        right -= width_of(style, say("ui.why.yours"), SMALL_BOLD)
        style.icon(surface, "flag", (right - style.px(13), middle), 20)
    elif card.value:
        write(
            surface,
            style,
            signed(card.value, _FINE if abs(card.value) < _LEAST_SPAN else 2),
            (right, middle),
            SOFT,
            "midright",
        )
    inner = rect.inflate(-2 * style.px(MARGIN), 0)
    inner.top = rect.top + style.px(_HEAD)
    for text, hand in _sentences(screen, card):
        inner.top = paragraph(surface, style, text, inner, hand)
    if place.options:
        _draw_options(
            surface, screen, place.options, pygame.Rect(inner.left, inner.top, inner.width, rect.bottom - inner.top)
        )


def _draw_options(surface: pygame.Surface, screen: Screen, options: tuple[Weighed, ...], rect: pygame.Rect) -> None:
    """Draw what was weighed: one bar each, split by stream, painful parts to the left."""
    style = screen.style
    bars = pygame.Rect(rect.left + style.px(_NAME_WIDTH), 0, rect.width - style.px(_NAME_WIDTH + _NUMBER_WIDTH), 0)
    low = max(_reach(option)[0] for option in options)
    high = max(_reach(option)[1] for option in options)
    unit = bars.width / max(low + high, _LEAST_SPAN)
    zero = bars.left + round((bars.width - (low + high) * unit) / 2 + low * unit)
    top = rect.top + style.px(_AXIS + 4)
    _draw_axis(surface, screen, zero, rect)
    for number, option in enumerate(options):
        line = pygame.Rect(rect.left, top + number * style.px(_ROW), rect.width, style.px(_ROW))
        _draw_option(surface, screen, option, line, (zero, unit))
    bottom = top + len(options) * style.px(_ROW)
    pygame.draw.line(surface, COLOURS["ink"], (zero, top), (zero, bottom), 1)
    _draw_legend(surface, screen, _streams(options), pygame.Rect(rect.left, bottom, rect.width, 0))


def _draw_axis(surface: pygame.Surface, screen: Screen, zero: int, rect: pygame.Rect) -> None:
    """Say which side of the bars is worse and which is better."""
    style = screen.style
    middle, gap, wing = rect.top + style.px(_AXIS / 2 + 2), style.px(12), style.px(4)
    words = [say(f"ui.why.{word}") for word in ("worse", "better")]
    zero = min(zero, rect.right - gap - width_of(style, words[1], SOFT))
    zero = max(zero, rect.left + gap + width_of(style, words[0], SOFT))
    for side, word, anchor in ((-1, words[0], "midright"), (1, words[1], "midleft")):
        tip = zero + side * (gap - style.px(3))
        back = tip - side * wing
        corners = [(tip, middle), (back, middle - wing), (back, middle + wing)]
        pygame.draw.polygon(surface, COLOURS["soft"], corners)
        write(surface, style, word, (zero + side * gap, middle), SOFT, anchor)


def _reach(option: Weighed) -> tuple[float, float]:
    """Give how far an option's bar goes to the left and to the right."""
    values = option.streams.values()
    return -sum(value for value in values if value < 0), sum(value for value in values if value > 0)


def _draw_option(
    surface: pygame.Surface, screen: Screen, option: Weighed, line: pygame.Rect, scale: tuple[int, float]
) -> None:
    style, (zero, unit) = screen.style, scale
    if option.chosen:
        style.box(surface, line.inflate(style.px(16), -style.px(1)), "amber", "ink", round_by=7)
    hand = SMALL_BOLD if option.chosen else SMALL
    name = say(f"option.{option.name}.name")
    write(surface, style, cut(style, name, style.px(_NAME_WIDTH - 4), hand), (line.left, line.centery), hand)
    left, right = float(zero), float(zero)
    for stream in STREAM_LOOK:
        length = option.streams.get(stream, 0.0) * unit
        if length < 0:
            left += length
        start = left if length < 0 else right
        right += max(0.0, length)
        part = pygame.Rect(round(start), line.top + style.px(4), round(abs(length)), line.height - style.px(8))
        style.stripe(surface, part, stream)
    write(surface, style, signed(option.value, _FINE), (line.right, line.centery), SOFT, "midright")


def _draw_legend(surface: pygame.Surface, screen: Screen, streams: list[str], rect: pygame.Rect) -> None:
    """Name the streams that occur in the bars, in as many rows as they need."""
    style = screen.style
    for number, row in enumerate(_legend(screen, streams, rect.width)):
        left, middle = rect.left, rect.top + style.px(_LEGEND) * number + style.px(_LEGEND / 2)
        for stream, width in row:
            style.stripe(surface, pygame.Rect(left, middle - style.px(5), style.px(12), style.px(10)), stream)
            write(surface, style, _stream_name(stream), (left + style.px(16), middle), SOFT)
            left += width


def _legend(screen: Screen, streams: list[str], room: int) -> list[list[tuple[str, int]]]:
    """Share streams out to rows, each with its width in pixels."""
    style, rows, used = screen.style, list[list[tuple[str, int]]](), room
    for stream in streams:
        width = style.px(26) + width_of(style, _stream_name(stream), SOFT)
        if used + width > room + style.px(10):
            rows.append([])
            used = 0
        rows[-1].append((stream, width))
        used += width
    return rows


def _stream_name(stream: str) -> str:
    return say(f"ui.stream.{stream}") if stream in {"effort", "habit"} else say(f"stream.{stream}.name")
