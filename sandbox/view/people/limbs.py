"""Arms and hands around faces. They are the same wherever a face looks and whatever it shows, so they are drawn apart.

A face with its arms so takes little more than to lay one sprite over another.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.view.acting import arms
from sandbox.view.acting.arms import FACED, draw_arms
from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import SpriteCanvas
from sandbox.view.people.bodies import LEVELS
from sandbox.view.people.faces import EDGES, LIDS, draw_on, toward_of
from sandbox.view.people.hands import PAIRS, draw_hands, gesture_of
from sandbox.view.people.thing_faces import THING_FACES
from sandbox.view.plates.steps import VISOR

if TYPE_CHECKING:
    import pygame

    from sandbox.scenario.schema import Colour
    from sandbox.view.people.expression import Expression

PLAIN: Final = "sky"
"""What lids and sleeves are made of where none shows."""


class Limbs(NamedTuple):
    """The arms around a face, or the hands that go with its lids: they are the same wherever it looks."""

    act: str
    """what the arms do, or nothing"""
    aim: int
    """to which side they do it"""
    gesture: str
    """what the hands do if the arms do nothing"""
    side: int
    """on which side a single hand is: 1 for the right, -1 for the left"""
    skin: Colour
    plate: int
    """how far the face has turned into a plate"""


def limbs_of(look: Expression) -> Limbs | None:
    """Return the arms or hands around a face, or None if there are none."""
    if look.being in THING_FACES or look.plate >= VISOR or look.spiky:
        return None
    if look.act:
        return Limbs(look.act, look.aim, "", 1, look.skin, look.plate)
    gesture = gesture_of(look.eyes, overjoyed=look.shown == LEVELS)
    if gesture is None:
        return None
    side = -1 if gesture not in PAIRS and toward_of(look)[0] >= 0 else 1
    return Limbs("", 0, gesture, side, look.skin, look.plate)


@lru_cache(4096)
def without_limbs(look: Expression) -> Expression:
    """Return all that the picture of a face depends on without what is around it."""
    if not look.act and look.skin == PLAIN:
        return look
    skin = look.skin if look.eyes in LIDS or look.spiky else PLAIN
    return replace(look, act=look.act if look.act in FACED else "", aim=0, skin=skin)


def edges_of(look: Expression | Limbs) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the sprite of a face, or of what is around it, in tiles."""
    return arms.EDGES if look.act else EDGES


def draw_face(look: Expression, tile_px: float) -> pygame.Surface:
    """Draw a face with what is around it; its middle lies at the origin of `edges_of` it."""
    canvas = SpriteCanvas(tile_px, *edges_of(look))
    draw_on(canvas, look, tile_px)
    limbs = limbs_of(look)
    if limbs is not None:
        _draw_limbs(canvas, limbs, tile_px)
    return canvas.finish()


def draw_limbs(limbs: Limbs, tile_px: float) -> pygame.Surface:
    """Draw arms or hands without the face; its middle lies at the origin of `edges_of` them."""
    canvas = SpriteCanvas(tile_px, *edges_of(limbs))
    _draw_limbs(canvas, limbs, tile_px)
    return canvas.finish()


def _draw_limbs(canvas: SpriteCanvas, limbs: Limbs, tile_px: float) -> None:
    skin, line = palette.BODY[limbs.skin][1], max(0.03, 1.15 / tile_px)
    if limbs.act:
        draw_arms(canvas, limbs.act, limbs.aim, skin, line)
    else:
        draw_hands(canvas, limbs.gesture, limbs.side, skin, line)
