"""The five ways in which a mind can fail to see a person: five pictures that cannot be taken for one another.

Theory: T8 to T12. Not attended: a dotted outline. Not a person: flat tin with a blank plate and a wind-up key. An
enemy: spikes (`bodies` and `faces` draw those). Unimportant: small, pale, sinking. "They are fine": a smiling sticker
over the true face.
"""

from __future__ import annotations

from typing import Final

import pygame

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import SpriteCanvas, arc
from sandbox.view.icons.minds import draw_sticker
from sandbox.view.people.bodies import EDGES, OUTLINE, Build, height_of, outline_of
from sandbox.view.plates.steps import draw_key

PERCEIVED_AS: Final = ("believed", "unattended", "thing", "enemy", "unimportant", "fine")
"""What the observer makes of somebody; the first is a person drawn as the observer believes them to feel."""
DOTS: Final = 20
SMALL: Final = 0.6
"""Size of somebody who does not matter."""
SUNK: Final = 0.2
"""How far such a body has sunk into the ground, in its own height."""


def draw_ghost(tile_px: float) -> pygame.Surface:
    """Draw nothing but dots where somebody stands."""
    canvas = SpriteCanvas(tile_px, *EDGES)
    points = outline_of(Build())
    radius = max(0.026, 1.5 / tile_px)
    for dot in range(DOTS):
        canvas.circle(points[dot * len(points) // DOTS], radius, palette.INK)
    return canvas.finish()


def draw_thing(tile_px: float) -> pygame.Surface:
    """Draw a tin figure: straight sides, a blank plate for a face, a wind-up key in its head."""
    canvas = SpriteCanvas(tile_px, *EDGES)
    line = max(OUTLINE, 1.6 / tile_px)
    draw_key(canvas, (0.0, -0.78), line)
    shell = [(-0.29, 0.0), (-0.31, -0.70), (-0.24, -0.79), (0.24, -0.79), (0.31, -0.70), (0.29, 0.0)]
    canvas.polygon(shell, palette.TIN, line)
    canvas.polygon([(0.16, -0.015), (0.18, -0.76), (0.24, -0.77), (0.30, -0.69), (0.28, -0.015)], palette.TIN_DARK)
    canvas.polygon([(-0.23, -0.66), (0.23, -0.66), (0.23, -0.30), (-0.23, -0.30)], palette.CARD, line * 0.8)
    for x in (-0.18, 0.18):
        for y in (-0.61, -0.35):
            canvas.circle((x, y), 0.022, palette.SOFT_INK)
    canvas.stroke([(-0.28, -0.18), (0.28, -0.18)], 0.018, palette.TIN_DARK)
    return canvas.finish()


def draw_hole(tile_px: float) -> pygame.Surface:
    """Draw the ground into which somebody unimportant sinks; it goes over the lower edge of the body."""
    canvas = SpriteCanvas(tile_px, *EDGES)
    rim = arc((0.0, -0.02), (0.31, 0.075), 0.0, 0.5, 20)
    canvas.stroke(rim, 0.03, palette.SOFT_INK)
    return canvas.finish()


def draw_smile_sticker(tile_px: float) -> pygame.Surface:
    """Draw the smile that somebody has stuck over a face; its middle is the origin of the canvas."""
    canvas = SpriteCanvas(tile_px, -0.5, -0.5, 0.5, 0.5)
    draw_sticker(canvas, (0.0, 0.0), 0.29)
    return canvas.finish()


def sunken(sprite: pygame.Surface, tile_px: float) -> pygame.Surface:
    """Pale a body and cut off what has sunk under the ground."""
    copy = sprite.copy()
    level = palette.TINT_PALE
    copy.fill((level, level, level, level), special_flags=pygame.BLEND_RGBA_MULT)
    ground = round((-EDGES[1] - SUNK * height_of(0)) * tile_px)
    copy.fill((0, 0, 0, 0), (0, ground, copy.get_width(), copy.get_height() - ground))
    return copy
