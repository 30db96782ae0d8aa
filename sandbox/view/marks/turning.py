"""A face that is just turning into a plate, or back: the next piece comes down; a plate springs off and rolls away.

Theory: T9. With less motion nothing flies: the piece is there at once, and a plate that is off lies beside the feet.
"""

from __future__ import annotations

from math import pi, sin
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas
from sandbox.view.marks.overlays import centred
from sandbox.view.plates.plating import DROPS, ROLLS
from sandbox.view.plates.steps import DRAINED, SLIT, draw_visor

if TYPE_CHECKING:
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.plates.plating import Turn
    from sandbox.view.viewpoint import Viewpoint

HIGH: Final = 0.9
"""How far over the face a piece begins to come down, in tiles."""
AWAY: Final = 1.1
"""How far a plate rolls, in tiles."""
HOPS: Final = 0.35
"""How high it springs, in tiles."""
SPIN: Final = 12
"""So many angles it is drawn at, in a turn."""
TURNS: Final = 1.25
"""Turns on its way."""
FLAT: Final = 0.3
"""How far beside the feet it lies where nothing moves, in tiles."""


def turning(turns: list[Turn], cast: Cast, viewpoint: Viewpoint) -> list[Blit]:
    """Return what comes down over faces, and what has come off them."""
    blits: list[Blit] = []
    for turn in turns:
        pose = cast.get(turn.who)
        if pose is not None and turn.step == 0:
            blits += _off(pose, turn.age, still=viewpoint.reduce_motion)
        elif pose is not None and turn.step > DRAINED:
            x, y = pose.head()
            left = (1 - turn.age / DROPS) ** 2
            blits.append(centred(_piece(min(turn.step, SLIT), 0, pose.size), (x, y - left * HIGH * pose.size)))
    return blits


def _off(pose: Pose, age: float, *, still: bool) -> list[Blit]:
    """Return the plate that has sprung off, and "!" over the head."""
    share = 1.0 if still else age / ROLLS
    far = FLAT if still else 0.3 + AWAY * share
    high = 0.0 if still else abs(sin(2 * pi * share)) * HOPS * (1 - share) + 0.15
    turned = 3 if still else round(share * TURNS * SPIN) % SPIN
    plate = centred(_piece(SLIT, turned, pose.size), (pose.x + far * pose.size, pose.y - high * pose.size))
    return [plate, centred(_exclaimed(pose.size), (pose.x, pose.top() - 0.3 * pose.size))]


@cached_picture
def _piece(step: int, turned: int, size_px: int) -> pygame.Surface:
    """Return a visor or a plate, turned by so many of SPIN parts of a turn."""
    canvas = SpriteCanvas(size_px, -0.5, -0.5, 0.5, 0.5)
    draw_visor(canvas, (0.0, 0.0), step, 0.034)
    piece = canvas.finish()
    return pygame.transform.rotate(piece, -360 * turned / SPIN) if turned else piece


@cached_picture
def _exclaimed(size_px: int) -> pygame.Surface:
    canvas = SpriteCanvas(size_px, -0.25, -0.3, 0.25, 0.3)
    for colour, width in ((palette.INK, 0.16), (palette.AMBER, 0.09)):
        canvas.stroke([(0.0, -0.18), (0.0, 0.03)], width, colour)
        canvas.stroke([(0.0, 0.18), (0.0, 0.18)], width, colour)
    return canvas.finish()
