"""The line under the goal, or the first where there is none: what the level is called, and how its people fare."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.ui.hud.tally import tally, tally_words
from sandbox.ui.kit.text import SMALL_BOLD, SOFT, TITLE, cut, width_of, write
from sandbox.ui.kit.widgets import Pane, panel

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext

HOOK_SECONDS: Final = 10.0
"""How long a level's hook stays beside its title, on the clock of its play-through."""
_MARGIN: Final = 12
_LOUDER: Final = 1.2
"""Size of letters for a classroom, in parts of what belongs to the scale: what the line has room for."""


def head(context: PlayContext) -> Pane:
    """Build the title with the tally beside it, and behind them at first the hook."""
    rect, style, level = context.layout.head.copy(), context.style, context.frame.level
    if context.shell.preferences.projector:
        style = replace(style, words=max(style.words, _LOUDER))
    margin, words = style.px(_MARGIN), tally_words(context)
    told = width_of(style, words, SMALL_BOLD) + 2 * margin
    title = cut(style, level.title, rect.width - 2 * margin - told, TITLE)
    button = pygame.Rect(rect.left + margin + width_of(style, title, TITLE), rect.top, told, rect.height)
    after = button.right
    room = rect.right - after - margin
    early = context.state.clock < HOOK_SECONDS and not (context.state.introduces or context.state.dock == "question")
    hook = level.hook if early and width_of(style, level.hook, SOFT) <= room else ""
    rect.width = after - rect.left + (width_of(style, hook, SOFT) + margin if hook else 0)

    def paint(surface: pygame.Surface) -> None:
        panel(surface, style, rect)
        write(surface, style, title, (rect.left + margin, rect.centery), TITLE)
        write(surface, style, hook, (after, rect.centery + style.px(1)), SOFT)

    control = tally(context, button.inflate(-style.px(6), -style.px(6)), words)
    return Pane("head", style, rect, (control,), paint, (title, hook))
