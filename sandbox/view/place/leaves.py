"""Soft leaves in the two lower corners of the picture, as if one looked on from behind a bush."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.stages import INDOORS
from sandbox.view.canvas import palette
from sandbox.view.canvas.light import softly
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas, faded

if TYPE_CHECKING:
    from sandbox.scenario.schema import Map

SIZE: Final = 0.24
"""Height of the leaves in a corner, in heights of the picture."""
WIDE: Final = 1.35
"""Their width, in their heights."""
BLUR: Final = 7
"""They are drawn so many times smaller, and stretched."""
BALLS: Final = (
    *((0.0, 0.02, 0.34), (0.3, 0.1, 0.26), (0.06, -0.3, 0.26), (0.55, 0.16, 0.24)),
    *((0.78, 0.24, 0.2), (0.02, -0.55, 0.16), (1.0, 0.3, 0.14)),
)
"""Balls of leaves from the corner: across, down and radius, in their height."""
LIT: Final = 0.62
"""How large the lighter part of a ball is."""


def corners(ground: Map, rect: pygame.Rect) -> list[tuple[pygame.Surface, pygame.Rect]]:
    """Return the leaves in the lower corners of a picture, and where they lie, if there is no roof."""
    if ground.stage in INDOORS:
        return []
    high = round(SIZE * rect.height)
    left, right = (_corner(high, ground.light, mirrored=mirrored) for mirrored in (False, True))
    return [(left, left.get_rect(bottomleft=rect.bottomleft)), (right, right.get_rect(bottomright=rect.bottomright))]


@cached_picture
def _corner(high_px: int, light: str, *, mirrored: bool) -> pygame.Surface:
    small = SpriteCanvas(high_px / BLUR, 0.0, -0.75, WIDE, 0.25)
    for colour, grown, aside in ((palette.HEDGE_DARK, 1.0, 0.0), (palette.HEDGE, LIT, -0.05)):
        for across, down, radius in BALLS:
            small.circle((across + aside, down + aside), radius * grown, colour)
    soft = pygame.transform.smoothscale(small.finish(), (round(WIDE * high_px), high_px))
    return faded(softly(pygame.transform.flip(soft, mirrored, False), light), 0.9)  # noqa: FBT003 - by place only
