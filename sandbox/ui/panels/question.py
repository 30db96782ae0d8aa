"""A question of the level: a bet, made by clicking a face on the map or an answer here, before it comes out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.course.heeding import question_of
from sandbox.ui.kit.text import BOLD, SOFT, Hand, line_height, lines_of, paragraph
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, close_button, draw_title
from sandbox.ui.told.introduction import EARLY, Introduction
from sandbox.view.portraits import everyday, portrait

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level
    from sandbox.session.story.shown import Bet
    from sandbox.ui.context import PlayContext
    from sandbox.ui.kit.style import Style

_ROW: Final = 52
_FACE: Final = 46
"""Height of the face of whoever stands for an answer, in units."""
_GAP: Final = 8
_BELOW: Final = 12
"""Room under the last answer, in units."""
_LINES: Final = 2
"""An answer takes at most so many."""
_SMALLER: Final = 0.94
"""Steps in which letters become smaller where not all of it is seen."""
_SMALLEST: Final = 0.6
"""Smaller letters than this part of the usual ones are not worth it."""


class _Laid(NamedTuple):
    """The panel, laid out at some size of letters."""

    style: Style
    told: Introduction | None
    """how the level is introduced, where the question is a part of that"""
    words: tuple[tuple[str, Hand, pygame.Rect], ...]
    boxes: tuple[pygame.Rect, ...]
    """of the answers"""


def question(context: PlayContext) -> Pane:
    """Build the panel with the latest question that is open; one that comes at once is the level's card, too."""
    bet = question_of(context.session)
    if bet is None:
        return _none(context)
    laid = _fitting(context, bet)
    style = laid.style
    answers = tuple(
        Control(
            f"answer.{number}",
            box,
            verbs.BET(bet.ask.ask, number),
            look="card",
            tip=text_of("ui.question.answer", answer=option.text),
            on=number == bet.answer,
        )
        for number, (option, box) in enumerate(zip(bet.ask.options, laid.boxes, strict=True))
    )

    def paint(surface: pygame.Surface) -> None:
        title = text_of("ui.question") if laid.told is None else context.frame.level.title
        draw_title(surface, context, "question", title)
        if laid.told is not None:
            laid.told.draw(surface)
        for words, hand, place in laid.words:
            paragraph(surface, style, words, place, hand)
        for number, box in enumerate(laid.boxes):
            _draw(surface, (context.frame.level, style), bet, number, box)

    return Pane("question", style, context.dock, (close_button(context), *answers), paint)


def _fitting(context: PlayContext, bet: Bet) -> _Laid:
    """Lay it out so that all answers are seen: with smaller letters if need be, at last with the question alone."""
    begins, style = bet.asked <= EARLY and len(context.branches) == 1, context.style
    while begins and style.scale >= _SMALLEST * context.style.scale:
        laid = _laid(context, style, bet, begins=True)
        if laid.boxes[-1].bottom + context.style.px(_BELOW) <= context.dock.bottom:
            return laid
        style = replace(style, scale=_SMALLER * style.scale)
    return _laid(context, context.style, bet, begins=False)


def _laid(context: PlayContext, style: Style, bet: Bet, *, begins: bool) -> _Laid:
    body = body_of(context)
    faces = any(option.who is not None for option in bet.ask.options)
    note = text_of("ui.question.faces" if faces else "ui.question.line")
    told = Introduction(context, style, body.topleft, body.width) if begins else None
    places, top = list[tuple[str, Hand, pygame.Rect]](), body.top if told is None else told.bottom + style.px(_GAP)
    for words, hand in ((bet.ask.text, BOLD), *(() if begins else ((note, SOFT),))):
        height = len(lines_of(style, words, body.width, hand)) * line_height(style, hand)
        places.append((words, hand, pygame.Rect(body.left, top, body.width, height)))
        top += height + style.px(_GAP)
    boxes = tuple(
        pygame.Rect(body.left, top + number * style.px(_ROW + _GAP), body.width, style.px(_ROW))
        for number in range(len(bet.ask.options))
    )
    return _Laid(style, told, tuple(places), boxes)


def _none(context: PlayContext) -> Pane:
    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "question", text_of("ui.question"))
        paragraph(surface, context.style, text_of("ui.question.none"), body_of(context))

    return Pane("question", context.style, context.dock, (close_button(context),), paint)


def _draw(surface: pygame.Surface, at: tuple[Level, Style], bet: Bet, number: int, box: pygame.Rect) -> None:
    """Draw an answer, with the face of whoever stands for it."""
    (level, style), option = at, bet.ask.options[number]
    style.box(surface, box, "amber" if number == bet.answer else "raised", "ink", round_by=10)
    left = box.left + style.px(14)
    for person in (person for person in level.people if person.id == option.who):
        face = portrait(everyday(person), style.px(_FACE))
        surface.blit(face, face.get_rect(midbottom=(left + style.px(_FACE / 2 - 4), box.bottom - style.px(3))))
        left += style.px(_FACE + 4)
    room = pygame.Rect(left, box.top, box.right - left - style.px(8), box.height)
    room.height = min(_LINES, len(lines_of(style, option.text, room.width))) * line_height(style)
    room.centery = box.centery
    paragraph(surface, style, option.text, room)
