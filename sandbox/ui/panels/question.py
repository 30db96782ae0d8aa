"""A question of the level: a bet, made by clicking a face on the map or an answer here, before it comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.course.heeding import question_of
from sandbox.ui.kit.text import BOLD, SOFT, Hand, cut, line_height, lines_of, paragraph, write
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, close_button, coin, draw_title

if TYPE_CHECKING:
    from sandbox.session.story.shown import Bet
    from sandbox.ui.context import PlayContext

_ROW: Final = 44
_GAP: Final = 8


def question(context: PlayContext) -> Pane:
    """Build the panel with the latest question that is open."""
    bet = question_of(context.session)
    if bet is None:
        return _none(context)
    style, body = context.style, body_of(context)
    faces = any(option.who is not None for option in bet.ask.options)
    note = text_of("ui.question.faces" if faces else "ui.question.line")
    places, top = list[tuple[str, Hand, pygame.Rect]](), body.top
    for words, hand in ((bet.ask.text, BOLD), (note, SOFT)):
        height = len(lines_of(style, words, body.width, hand)) * line_height(style, hand)
        places.append((words, hand, pygame.Rect(body.left, top, body.width, height)))
        top += height + style.px(_GAP)
    boxes = [
        pygame.Rect(body.left, top + number * style.px(_ROW + _GAP), body.width, style.px(_ROW))
        for number in range(len(bet.ask.options))
    ]
    answers = tuple(
        Control(
            f"answer.{number}",
            box,
            verbs.BET(bet.ask.ask, number),
            look="card",
            tip=text_of("ui.question.answer", answer=option.text),
            on=number == bet.answer,
        )
        for number, (option, box) in enumerate(zip(bet.ask.options, boxes, strict=True))
    )

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "question", text_of("ui.question"))
        for words, hand, place in places:
            paragraph(surface, style, words, place, hand)
        for number, box in enumerate(boxes):
            _draw(surface, context, bet, number, box)

    return Pane("question", style, context.dock, (close_button(context), *answers), paint)


def _none(context: PlayContext) -> Pane:
    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "question", text_of("ui.question"))
        paragraph(surface, context.style, text_of("ui.question.none"), body_of(context))

    return Pane("question", context.style, context.dock, (close_button(context),), paint)


def _draw(surface: pygame.Surface, context: PlayContext, bet: Bet, number: int, box: pygame.Rect) -> None:
    """Draw an answer, with the coin of whoever stands for it."""
    style, option = context.style, bet.ask.options[number]
    style.box(surface, box, "amber" if number == bet.answer else "raised", "ink", round_by=10)
    rows = [row for row, person in enumerate(context.frame.level.people) if person.id == option.who]
    left = box.left + style.px(14)
    for row in rows:
        coin(surface, context, row, (left + style.px(12), box.centery), 28)
        left += style.px(36)
    write(surface, style, cut(style, option.text, box.right - left - style.px(8)), (left, box.centery))
