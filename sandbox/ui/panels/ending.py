"""The card of the end: what ended the game, what had happened, and what can be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.scenario.conditions.sentences import names_of, sentence
from sandbox.scenario.language import text_of
from sandbox.scenario.suggest import all_of
from sandbox.ui import verbs
from sandbox.ui.course.ended import headline
from sandbox.ui.kit.text import BOLD, PLAIN, SMALL_BOLD, SOFT, Hand, line_height, lines_of, paragraph, write
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import MARGIN, body_of, close_button, coin, draw_title

if TYPE_CHECKING:
    from sandbox.session.story.beats import Beat
    from sandbox.session.story.shown import Bet
    from sandbox.ui.context import PlayContext
    from sandbox.ui.course.ended import Ended
    from sandbox.ui.course.odds import Odds
    from sandbox.ui.kit.invocation import Invocation

_GAP: Final = 8
_HEAD: Final = 30
"""Height of the line of faces and time over what happened, in units."""
_BUTTON: Final = 36
_FACES: Final = 9
"""So many coins have room on a card."""
_SIGN: Final = 24
"""Room for a sign before a line, in units."""


class _Part(NamedTuple):
    """A paragraph, with a sign before it."""

    words: str
    hand: Hand = PLAIN
    sign: str = ""


def ending(context: PlayContext) -> Pane:
    """Build the panel."""
    ended = context.state.ended
    if ended is None:
        return _still_open(context)
    style, body = context.style, body_of(context)
    parts = _parts(context, ended)
    places, top = list[pygame.Rect](), body.top
    for part in parts:
        height = _height(context, part, body.width)
        places.append(pygame.Rect(body.left, top, body.width, height))
        top += height + style.px(_GAP)
    cards = list[Control]()
    for beat in ended.beats:
        cards.append(_card(context, len(cards), beat, pygame.Rect(body.left, top, body.width, 0)))
        top = cards[-1].rect.bottom + style.px(_GAP)
    buttons = _buttons(context, ended, top, body)

    def paint(surface: pygame.Surface) -> None:
        won = ended.decided.outcome == "won"
        draw_title(surface, context, "star" if won else "no_star", text_of(f"ui.ending.title.{ended.decided.outcome}"))
        before = surface.get_clip()
        surface.set_clip(context.dock.clip(before))
        for part, place in zip(parts, places, strict=True):
            _draw_part(surface, context, part, place)
        for card, beat in zip(cards, ended.beats, strict=True):
            _draw_beat(surface, context, beat, card.rect)
        surface.set_clip(before)

    return Pane("ending", style, context.dock, (close_button(context), *cards, *buttons), paint)


def _still_open(context: PlayContext) -> Pane:
    """Say that there is no end yet."""

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "flag", text_of("ui.ending.title.open"))
        paragraph(surface, context.style, text_of("ui.ending.open"), body_of(context))

    return Pane("ending", context.style, context.dock, (close_button(context),), paint)


def _parts(context: PlayContext, ended: Ended) -> list[_Part]:
    """Write what ended it, the stars, the best so far, and the heading of what happened."""
    level, decided = context.frame.level, ended.decided
    parts = [_Part(headline(level, decided), BOLD)]
    names, stars = names_of(level), () if level.goal is None else level.goal.stars
    for place, star in enumerate(stars):
        earned = place in decided.stars
        key = "ui.ending.star" if earned else "ui.ending.no_star"
        words = text_of(key, what=star.text or sentence(star.when, names))
        parts.append(_Part(words, PLAIN if earned else SOFT, "star" if earned else "no_star"))
    parts += [_Part(outcome(bet), sign="question") for bet in ended.bets if bet.answer is not None]
    if context.state.odds is not None:
        parts.append(_Part(_counted(context.state.odds), SOFT))
    best = context.shell.best.get(level.id)
    if best is not None:
        parts.append(_Part(text_of("ui.ending.best", time=clock(best.ticks), count=best.stars), SOFT))
    return [*parts, _Part(text_of("ui.ending.happened"), SMALL_BOLD)] if ended.beats else parts


def outcome(bet: Bet) -> str:
    """Say what was bet, and how that came out."""
    options, right = bet.ask.options, bet.settled.right
    key = "right" if bet.answer in right else "open" if bet.open else "wrong"
    answer = "" if bet.answer is None else options[bet.answer].text
    came = all_of([options[number].text for number in right]) if right else ""
    return text_of(f"ui.ending.bet.{key}", question=bet.ask.text, answer=answer, right=came)


def _counted(odds: Odds) -> str:
    """Say in how many worlds which answer was right."""
    counts = [
        text_of("ui.ending.odds.answer", answer=option.text, worlds=number)
        for option, number in zip(odds.bet.ask.options, odds.counts, strict=True)
    ]
    counts += [text_of("ui.ending.odds.none", worlds=odds.none)] if odds.none else []
    return text_of("ui.ending.odds", count=odds.worlds, counts=", ".join(counts))


def _height(context: PlayContext, part: _Part, width: int) -> int:
    style = context.style
    room = width - (style.px(_SIGN) if part.sign else 0)
    return len(lines_of(style, part.words, room, part.hand)) * line_height(style, part.hand)


def _draw_part(surface: pygame.Surface, context: PlayContext, part: _Part, place: pygame.Rect) -> None:
    style, place = context.style, place.copy()
    if part.sign:
        middle = (place.left + style.px(_SIGN / 2 - 2), place.top + line_height(style, part.hand) // 2)
        style.icon(surface, part.sign, middle, _SIGN - 4)
        place.left += style.px(_SIGN)
        place.width -= style.px(_SIGN)
    paragraph(surface, style, part.words, place, part.hand)


def _card(context: PlayContext, number: int, beat: Beat, rect: pygame.Rect) -> Control:
    """Build the card of a beat in a place whose height it sets."""
    style = context.style
    lines = lines_of(style, beat.sentence, rect.width - 2 * style.px(MARGIN))
    rect.height = style.px(_HEAD + 8) + len(lines) * line_height(style)
    tip = text_of("ui.ending.beat", time=clock(beat.tick))
    return Control(f"beat.{number}", rect, verbs.RECALL(beat.tick + 1, beat.subject), look="card", tip=tip)


def _draw_beat(surface: pygame.Surface, context: PlayContext, beat: Beat, rect: pygame.Rect) -> None:
    style = context.style
    style.box(surface, rect, "raised", "ink", round_by=10)
    middle = rect.top + style.px(_HEAD / 2 + 2)
    for number, row in enumerate(beat.people[:_FACES]):
        coin(surface, context, row, (rect.left + style.px(24 + 22 * number), middle), 24)
    write(surface, style, clock(beat.tick), (rect.right - style.px(12), middle), SMALL_BOLD, "midright")
    inner = rect.inflate(-2 * style.px(MARGIN), 0)
    inner.top = rect.top + style.px(_HEAD)
    paragraph(surface, style, beat.sentence, inner)


def _buttons(context: PlayContext, ended: Ended, top: int, body: pygame.Rect) -> tuple[Control, ...]:
    """Build what can be done next, two buttons side by side; the last one is as wide as both."""
    style, tick = context.style, ended.decided.tick
    wanted: list[tuple[str, str, Invocation]] = []
    if ended.subject is not None:
        wanted.append(("why", "why", verbs.RECALL(tick, ended.subject)))
    wanted += [("rewind", "back", verbs.REWIND()), ("again", "restart", verbs.RESTART())]
    if ended.next is None:
        wanted.append(("levels", "levels", verbs.DOCK("levels")))
    else:
        wanted.append(("next", "step", verbs.NEXT()))
    wide = [("without", "drives", verbs.WITHOUT(ended.drive))] if ended.drive else []
    gap, height = style.px(_GAP), style.px(_BUTTON)
    half = (body.width - gap) // 2
    drive = text_of(f"drive.{ended.drive}.name") if ended.drive else ""
    controls = list[Control]()
    for number, (name, icon, act) in enumerate((*wanted, *wide)):
        line, column = divmod(number, 2)
        is_wide = name == "without"
        line += is_wide and column
        left = body.left if is_wide else body.left + column * (half + gap)
        box = pygame.Rect(left, top + line * (height + gap), body.width if is_wide else half, height)
        text = text_of(f"ui.ending.{name}", drive=drive)
        tip = context.with_key(text_of(f"ui.ending.{name}.tip", drive=drive), act)
        controls.append(Control(f"ending.{name}", box, act, icon=icon, text=text, tip=tip))
    return tuple(controls)
