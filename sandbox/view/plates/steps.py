"""A face that turns into a plate, in steps: colour drains, a visor comes down, a slit is left and a key is out, tin.

Theory: T9. What is drawn says how many of those who have somebody in mind see a thing (`plating`). The last step is the
tin figure of `perceived_as`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.view.canvas import palette

if TYPE_CHECKING:
    from sandbox.view.canvas.sprite_canvas import Point, SpriteCanvas

STEPS: Final = 4
"""Steps from a person (0) to a thing."""
DRAINED, VISOR, SLIT, TIN = 1, 2, 3, STEPS
DRAINS: Final = (0.0, 0.4, 0.62, 0.9, 1.0)
"""Share of the colour that has drained at each step."""
WIDE: Final = 0.3
"""Half the width of a visor, in tiles."""
BROW: Final = (-0.27, -0.045)
"""Upper and lower edge of a visor that has come down to the eyes, from the middle of a face, in tiles."""
WHOLE: Final = (-0.27, 0.25)
"""The same of a plate with a slit."""
RIVET: Final = 0.026
SLOT: Final = (0.2, 0.052)
"""Half the width and half the height of the slit."""


def drained(sprite: pygame.Surface, step: int) -> pygame.Surface:
    """Return a sprite with premultiplied alpha without some of its colour, as at a step; eyes stay white."""
    grey = pygame.transform.grayscale(sprite)
    share = round(255 * DRAINS[step])
    left = sprite.copy()
    left.fill((255 - share,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
    grey.fill((share,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
    left.blit(grey, (0, 0), special_flags=pygame.BLEND_RGBA_ADD)
    return left


def draw_seam(canvas: SpriteCanvas, height: float) -> None:
    """Draw a seam with rivets around a body, by which it is known as tin to be even without colour."""
    y = -0.19 * height
    canvas.stroke([(-0.3, y), (0.3, y)], 0.09)
    for x in (-0.2, 0.0, 0.2):
        canvas.circle((x, y), RIVET, palette.CARD)


def draw_visor(canvas: SpriteCanvas, middle: Point, step: int, line: float) -> None:
    """Draw what has come down over a face: a visor, or a plate with a slit through which two eyes are left."""
    x, y = middle
    top, bottom = (y + edge for edge in (BROW if step == VISOR else WHOLE))
    corners = [(x - WIDE, top), (x + WIDE, top), (x + WIDE, bottom), (x - WIDE, bottom)]
    canvas.polygon(corners, palette.CARD, max(0.034, line))
    for side in (-1, 1):
        for edge in (top + 0.06, bottom - 0.06):
            canvas.circle((x + side * (WIDE - 0.06), edge), RIVET, palette.SOFT_INK)
    if step == SLIT:
        middle_y = (top + bottom) / 2
        slot = [(-SLOT[0], -SLOT[1]), (SLOT[0], -SLOT[1]), (SLOT[0], SLOT[1]), (-SLOT[0], SLOT[1])]
        canvas.polygon([(x + across, middle_y + down) for across, down in slot], palette.INK)
        for side in (-1, 1):
            canvas.circle((x + side * 0.1, middle_y), 0.038, palette.WHITE)


def draw_key(canvas: SpriteCanvas, foot: Point, line: float) -> None:
    """Draw a wind-up key that stands in a head."""
    x, y = foot
    canvas.stroke([(x, y + 0.04), (x, y - 0.20)], 0.06 + 2 * line, palette.INK)
    for side in (-1, 1):
        canvas.ellipse((x + side * 0.145, y - 0.24), (0.13, 0.105), palette.BRASS, line)
        canvas.ellipse((x + side * 0.15, y - 0.24), (0.05, 0.04), palette.PAPER, line * 0.6)
    canvas.stroke([(x, y + 0.04), (x, y - 0.24)], 0.06, palette.BRASS)
