"""Captions: the latest sounds in words, at the edge of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.ui.kit.text import PLAIN, cut, width_of, write

if TYPE_CHECKING:
    from sandbox.ui.context import Context

_HEIGHT: Final = 28
"""Height of a caption, in units."""
_ICON: Final = 20


def draw_captions(surface: pygame.Surface, context: Context, legend: pygame.Rect) -> None:
    """Draw the captions at the lower right of the map, the latest at the bottom; over the legend if they meet it."""
    style, ground, shell = context.spoken, context.free, context.shell
    beside, height, gap = style.px(_ICON + 26), style.px(_HEIGHT * style.words), style.px(4)
    fresh = [one.words for one in reversed(shell.captions) if one.until > shell.clock]
    lines = [cut(style, words, ground.width - beside, PLAIN) for words in fresh]
    widths = [width_of(style, line) + beside for line in lines]
    rect = pygame.Rect(0, 0, max(widths, default=0), len(lines) * (height + gap))
    rect.bottomright = (ground.right, ground.bottom - style.px(8))
    if rect.colliderect(legend):
        rect.bottom = legend.top - style.px(8)
    for place, (line, width) in enumerate(zip(lines, widths, strict=True)):
        box = pygame.Rect(rect.right - width, rect.bottom - height - place * (height + gap), width, height)
        style.box(surface, box, "paper", round_by=_HEIGHT)
        style.icon(surface, "sound", (box.left + style.px(16), box.centery), _ICON)
        write(surface, style, line, (box.left + style.px(_ICON + 12), box.centery))
