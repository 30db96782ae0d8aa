"""The closing card: what is behind those who are through with the campaign, and where it goes on all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.scenario.library import campaign_files, number_and_id
from sandbox.session.progress import wins
from sandbox.ui import verbs
from sandbox.ui.kit.text import BOLD, PLAIN, line_height, lines_of, paragraph
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, close_button, draw_title
from sandbox.view.portraits import EMBLEM, portrait

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext

_FACE: Final = 150
"""Height of the emblem, in units."""
_BUTTON: Final = 40
_GAP: Final = 12


def closing(context: PlayContext) -> Pane:
    """Build the panel."""
    style, body = context.style, body_of(context)
    gap, top = style.px(_GAP), body.top + style.px(_FACE + _GAP)
    written = list[tuple[str, pygame.Rect]]()
    for words in (_counted(context), text_of("ui.closing.text")):
        height = len(lines_of(style, words, body.width, PLAIN)) * line_height(style)
        written.append((words, pygame.Rect(body.left, top, body.width, height)))
        top += height + gap
    buttons = tuple(
        Control(
            f"closing.{name}",
            pygame.Rect(body.left, top + place * (style.px(_BUTTON) + gap // 2), body.width, style.px(_BUTTON)),
            act,
            icon=icon,
            text=text_of(f"ui.closing.{name}"),
        )
        for place, (name, icon, act) in enumerate(
            (("levels", "levels", verbs.DOCK("levels")), ("title", "title", verbs.TITLE()))
        )
    )

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "flag", text_of("ui.closing"))
        face = portrait(EMBLEM, style.px(_FACE))
        surface.blit(face, face.get_rect(midtop=(body.centerx, body.top)))
        for (words, place), hand in zip(written, (BOLD, PLAIN), strict=True):
            paragraph(surface, style, words, place, hand)

    return Pane("closing", style, context.dock, (*buttons, close_button(context)), paint)


def _counted(context: PlayContext) -> str:
    """Say how many levels were won, and with how many stars."""
    won = [wins(context.shell.best, number_and_id(file)[1]) for file in campaign_files()]
    stars = sum(max(one.stars for one in level.values()) for level in won if level)
    return text_of("ui.closing.won", won=sum(map(bool, won)), levels=len(won), count=stars)
