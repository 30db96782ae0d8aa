"""Captions: the latest sounds in words, at the edge of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.ui.kit.text import PLAIN, cut, width_of, write
from sandbox.view.canvas.spots import emptiest

if TYPE_CHECKING:
    from sandbox.ui.context import Context
    from sandbox.view.canvas.spots import Taken

_HEIGHT: Final = 28
"""Height of a caption, in units."""
_ICON: Final = 20
_STEPS: Final = 7
"""Places along an edge."""


def draw_captions(surface: pygame.Surface, context: Context, taken: Taken) -> pygame.Rect:
    """Draw the captions at the lower right of the map, or where they hide less, the latest at the bottom.

    The oldest are left out where there is no room for all but over eyes.
    """
    style, ground, shell = context.spoken, context.free, context.shell
    beside, height, gap = style.px(_ICON + 26), style.px(_HEIGHT * style.words), style.px(4)
    fresh = [one.words for one in reversed(shell.captions) if one.until > shell.clock]
    lines = [cut(style, words, ground.width - beside, PLAIN) for words in fresh]
    widths = [width_of(style, line) + beside for line in lines]
    room, rect = ground.inflate(0, -2 * style.px(8)), pygame.Rect(ground.bottomright, (0, 0))
    while lines:
        places = _edges(room, (max(widths), len(lines) * (height + gap)))
        rect = places[emptiest(places, room, taken)]
        if not taken.hides(rect):
            break
        lines, widths, rect = lines[:-1], widths[:-1], pygame.Rect(ground.bottomright, (0, 0))
    for place, (line, width) in enumerate(zip(lines, widths, strict=True)):
        box = pygame.Rect(rect.right - width, rect.bottom - height - place * (height + gap), width, height)
        style.box(surface, box, "paper", round_by=_HEIGHT)
        style.icon(surface, "sound", (box.left + style.px(16), box.centery), _ICON)
        write(surface, style, line, (box.left + style.px(_ICON + 12), box.centery))
    return rect


def _edges(room: pygame.Rect, size: tuple[int, int]) -> list[pygame.Rect]:
    """Return places along the right edge of a room, from its foot up, and then along its left edge."""
    found = list[pygame.Rect]()
    for left in (room.right - size[0], room.left):
        for step in range(_STEPS):
            bottom = room.bottom - step * (room.height - size[1]) // (_STEPS - 1)
            found.append(pygame.Rect((left, bottom - size[1]), size))
    return found
