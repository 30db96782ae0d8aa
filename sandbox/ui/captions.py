"""Captions: the latest sounds in words, at the edge of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.ui.words import width_of, write

if TYPE_CHECKING:
    from sandbox.ui.desk import Screen

LAST: Final = 3.5
"""Seconds that a caption stands."""
AT_ONCE: Final = 4
_HEIGHT: Final = 28
"""Height of a caption, in units."""
_ICON: Final = 20


class Caption(NamedTuple):
    """One sound in words."""

    words: str
    until: float
    """on the desk's clock, in seconds"""


def with_caption(captions: tuple[Caption, ...], words: str, now: float) -> tuple[Caption, ...]:
    """Add a caption; one that stands there already stays longer, and the oldest make room."""
    others = [one for one in captions if one.until > now and one.words != words]
    return (*others, Caption(words, now + LAST))[-AT_ONCE:]


def draw_captions(surface: pygame.Surface, screen: Screen, legend: pygame.Rect) -> None:
    """Draw the captions at the lower right of the map, the latest at the bottom, over the legend if that is there."""
    style, ground, desk = screen.spoken, screen.layout.map, screen.desk
    bottom = (legend.top if legend.right > ground.centerx else ground.bottom) - style.px(8)
    fresh = [one for one in desk.captions if one.until > desk.clock]
    for place, one in enumerate(reversed(fresh)):
        rect = pygame.Rect(0, 0, width_of(style, one.words) + style.px(_ICON + 26), style.px(_HEIGHT * style.words))
        rect.bottomright = (ground.right, bottom - place * (rect.height + style.px(4)))
        style.box(surface, rect, "paper", round_by=_HEIGHT)
        style.icon(surface, "sound", (rect.left + style.px(16), rect.centery), _ICON)
        write(surface, style, one.words, (rect.left + style.px(_ICON + 12), rect.centery))
