"""Small signs drawn by us, for the map and for panels alike; each is told by its shape, then by its colour.

`icon` gives a sprite for the map; `straight_icon` gives the same picture with ordinary alpha, for buttons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas, straight
from sandbox.view.icons import buttons, cues, deeds, files, gates, happenings, minds, standing, travel

if TYPE_CHECKING:
    import pygame

_ROOMS: Final = (happenings, deeds, minds, cues, buttons, travel, standing, files, gates)
DRAWN: Final = {name: draw for room in _ROOMS for name, draw in room.DRAWN.items()}
"""Every sign and the function that draws it."""
EDGE: Final = 0.56
"""Half the side of an icon's canvas, in tiles."""


@cached_picture
def icon(name: str, size_px: int) -> pygame.Surface:
    """Draw a sign, with premultiplied alpha; "badge:sky" is the badge of a group of that body colour."""
    canvas = SpriteCanvas(size_px / (2 * EDGE), -EDGE, -EDGE, EDGE, EDGE)
    kind, _, colour = name.partition(":")
    if colour:
        happenings.draw_rosette(canvas, colour, 0.42)
    else:
        DRAWN[kind](canvas)
    return canvas.finish()


@cached_picture
def straight_icon(name: str, size_px: int) -> pygame.Surface:
    """Draw a sign with ordinary alpha, for widgets."""
    return straight(icon(name, size_px))
