"""Whoever is hidden by something solid is still known: their outline and their face are drawn over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.people import bodies, sprites
from sandbox.view.people.pieces import placed_face

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pygame

    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Pose

SOLID: Final = 128
"""From this opacity on, 0 to 255, a pixel hides what is behind it."""


def shining_through(poses: Iterable[Pose], sprite: pygame.Surface, corner: tuple[int, int]) -> list[Blit]:
    """Return the outlines and faces of those of some people behind a sprite whose eyes it hides."""
    return [blit for pose in poses if _hides(sprite, corner, pose) for blit in _known(pose)]


def _hides(sprite: pygame.Surface, corner: tuple[int, int], pose: Pose) -> bool:
    eyes, size = pose.eyes().move(-corner[0], -corner[1]), sprite.get_rect()
    spots = (eyes.midleft, eyes.center, eyes.midright, eyes.midtop)
    return any(size.collidepoint(spot) and sprite.get_at(spot)[3] >= SOLID for spot in spots)


def _known(pose: Pose) -> list[Blit]:
    across, up = round(pose.x), round(pose.y - pose.lift)
    outline, face = sprites.outline(pose.build, pose.size), placed_face(pose.build, pose.look, pose.size)
    spot = (round(pose.x + bodies.EDGES[0] * pose.size), round(pose.y - pose.lift + bodies.EDGES[1] * pose.size))
    return [(outline, spot), (face.sprite, (across + face.dx, up + face.dy))]
