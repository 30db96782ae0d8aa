"""Rain: slanted strokes that fall behind everybody, and rings in the puddles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.scenario.stages import INDOORS
from sandbox.view.canvas import palette
from sandbox.view.canvas.light import LIGHTS
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas, faded
from sandbox.view.place.plan import puddles_of

if TYPE_CHECKING:
    import pygame

    from sandbox.scenario.schema import Map
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.viewpoint import Viewpoint

STROKES: Final = 60
STROKE: Final = (-0.16, 0.5)
"""How far a stroke goes aside and down, in parts of FALL."""
FALL: Final = 0.09
"""Length of a stroke, in heights of the picture."""
SPEED: Final = 1.1
"""Heights of the picture that rain falls in a second."""
RINGS: Final = 3
"""in each puddle at once"""
RING_SECONDS: Final = 1.2
RING_STEPS: Final = 6
RING_METRES: Final = 0.42
"""The width of a ring at its end."""
_DRAWS: Final = np.random.default_rng(60).random((STROKES, 3))
"""(K, 3) where each stroke begins across and down, and how fast it is, 0 to 1."""


def rain(ground: Map, viewpoint: Viewpoint) -> list[Blit]:
    """Return what of the rain is seen, if it rains and there is no roof: strokes, and rings in puddles.

    Without motion they hang still. Through somebody's eyes it does not rain.
    """
    if not LIGHTS[ground.light].rain or ground.stage in INDOORS or viewpoint.eyes is not None:
        return []
    seconds = 0.0 if viewpoint.reduce_motion else viewpoint.seconds
    return _strokes(viewpoint.camera.rect, seconds) + [
        ring for number, puddle in enumerate(puddles_of(ground)) for ring in _rings(viewpoint, seconds, number, puddle)
    ]


def _strokes(rect: pygame.Rect, seconds: float) -> list[Blit]:
    stroke = _stroke(round(FALL * rect.height))
    width, height = rect.width + stroke.get_width(), rect.height + stroke.get_height()
    fallen = seconds * SPEED * (1 + 0.3 * _DRAWS[:, 2]) * rect.height
    x = (_DRAWS[:, 0] * width + fallen * STROKE[0] / STROKE[1]) % width - stroke.get_width() + rect.left
    y = (_DRAWS[:, 1] * height + fallen) % height - stroke.get_height() + rect.top
    return [(stroke, spot) for spot in zip(x.round().tolist(), y.round().tolist(), strict=True)]


def _rings(viewpoint: Viewpoint, seconds: float, number: int, puddle: tuple[float, float, float]) -> list[Blit]:
    """Return the rings in one puddle, each somewhere else whenever it begins anew."""
    x, y, half = puddle
    found: list[Blit] = []
    for ring in range(RINGS):
        turn = seconds / RING_SECONDS + ring / RINGS + number * 0.37
        aside, down = _DRAWS[(int(turn) * 7 + ring * 11 + number * 17) % STROKES, :2] - 0.5
        sprite = _ring(round(RING_METRES * viewpoint.camera.scale), int(turn % 1 * RING_STEPS))
        spot = viewpoint.camera.to_screen(x + float(aside) * half, y + float(down) * half * 0.4)
        found.append((sprite, (spot[0] - sprite.get_width() / 2, spot[1] - sprite.get_height() / 2)))
    return found


@cached_picture
def _stroke(long_px: int) -> pygame.Surface:
    canvas = SpriteCanvas(long_px, STROKE[0] - 0.03, -0.03, 0.03, STROKE[1] + 0.03)
    canvas.stroke([(0.0, 0.0), STROKE], 0.036, palette.PAPER)
    return faded(canvas.finish(), 0.62)


@cached_picture
def _ring(width_px: int, step: int) -> pygame.Surface:
    grown = (step + 1) / RING_STEPS
    canvas = SpriteCanvas(max(8, width_px), -0.6, -0.3, 0.6, 0.3)
    canvas.ellipse((0, 0), (0.5 * grown, 0.22 * grown), palette.PAPER)
    canvas.hole((0, 0), (0.5 * grown - 0.05, 0.22 * grown - 0.04))
    return faded(canvas.finish(), 0.9 * (1 - grown / 1.4))
