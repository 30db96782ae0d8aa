"""What stands under a picture that is given away: what happened, and why, in the words of the why-chain."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.session.story.beats import beats
from sandbox.ui.course.ended import headline
from sandbox.ui.kit.style import COLOURS, Style
from sandbox.ui.kit.text import BOLD, PLAIN, SMALL_BOLD, Hand, line_height, lines_of, paragraph, width_of, write
from sandbox.ui.told.why_words import question, words
from sandbox.view.portraits import EMBLEM, portrait

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.session.why.cards import Card, Subject
    from sandbox.ui.context import PlayContext

DESIGNED_FOR: Final = 600
"""Pixels across at which letters are as large as in a window at a desk."""
_MARGIN: Final = 10
_FACE: Final = 40
"""Height of the game's emblem, in units."""
_MOST_LINES: Final = 2
"""Of what happened, and of why."""


def caption(context: PlayContext) -> tuple[str, str]:
    """Write what happened and why: of the game's end, of the why that is open, or else of what happened last."""
    state = context.state
    if state.dock == "why" and state.subject is not None and state.cards:
        said = question(context, state.subject, state.cards)
        return said, _why(said, state.cards)
    said, subject = _what(context)
    return said, _why(said, () if subject is None else context.session.why(subject))


def _what(context: PlayContext) -> tuple[str, Subject | None]:
    state, level = context.state, context.frame.level
    if state.ended is not None and state.ended.decided.tick <= context.session.tick:
        return headline(level, state.ended.decided), state.ended.subject
    found = beats(context.session.world, level, context.session.tick)
    return (found[-1].sentence, found[-1].subject) if found else (f"{level.title}. {level.hook}", None)


def _why(said: str, cards: tuple[Card, ...]) -> str:
    """Write the chain of causes in one line: its first link that says something new, and where it comes from."""
    told = [*dict.fromkeys(words(card) for card in cards if words(card) != said)]
    ends = told if len(told) < 2 else [told[0], told[-1]]  # noqa: PLR2004 - the two ends of a chain
    return text_of("ui.share.why", causes=" ".join(ends)) if ends else ""


def strip(lines: tuple[str, str], width: int) -> pygame.Surface:
    """Draw the paper that stands under a picture of so many pixels across."""
    style = Style(width / DESIGNED_FOR)
    small, title = replace(style, words=0.8), text_of("ui.title")
    named = max(style.px(_FACE), width_of(small, title, SMALL_BOLD))
    room = width - style.px(3 * _MARGIN) - named
    rows = [*_rows(style, lines, room)]
    needed = sum(high for _, _, high in rows)
    height = max(needed, style.px(_FACE + 12)) + style.px(1.5 * _MARGIN)
    surface = pygame.Surface((width, height))
    surface.fill(COLOURS["paper"])
    pygame.draw.rect(surface, COLOURS["ink"], (0, 0, width, max(1, style.px(2))))
    face = portrait(EMBLEM, style.px(_FACE))
    middle = width - style.px(_MARGIN) - named // 2
    surface.blit(face, face.get_rect(midtop=(middle, style.px(_MARGIN / 2))))
    write(surface, small, title, (middle, height - style.px(9)), SMALL_BOLD, "center")
    top = (height - needed) // 2
    for text, hand, high in rows:
        paragraph(surface, style, text, pygame.Rect(style.px(_MARGIN), top, room, high), hand)
        top += high
    return surface


def _rows(style: Style, lines: tuple[str, str], room: int) -> Iterator[tuple[str, Hand, int]]:
    for text, hand in zip(lines, (BOLD, PLAIN), strict=True):
        count = min(_MOST_LINES, len(lines_of(style, text, room, hand))) if text else 0
        yield text, hand, count * line_height(style, hand)
