"""A card that a level shows: a title and some lines, for which time stands still until it is put away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.session.story.shown import latest_card
from sandbox.ui import verbs
from sandbox.ui.kit.text import line_height, lines_of, paragraph
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, close_button, draw_title

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext

_BUTTON: Final = 38
_GAP: Final = 14


def card(context: PlayContext) -> Pane:
    """Build the panel with the latest card."""
    style, body = context.style, body_of(context)
    told = latest_card(context.frame.level, context.session.moment.story)
    title, text = (text_of("ui.card.none"), "") if told is None else (told.card, told.text)
    height = len(lines_of(style, text, body.width)) * line_height(style) if text else 0
    button = pygame.Rect(body.left, body.top + height + style.px(_GAP), body.width, style.px(_BUTTON))
    go_on = Control(
        "card.go_on", button, verbs.CLOSE(), text=text_of("ui.card.go_on"), tip=text_of("ui.card.go_on.tip")
    )

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "flag", title)
        if text:
            paragraph(surface, style, text, pygame.Rect(body.left, body.top, body.width, height))

    return Pane("card", style, context.dock, (close_button(context), go_on), paint)
