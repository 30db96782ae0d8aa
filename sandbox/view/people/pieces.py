"""The sprites of one person, cut to what is drawn: shadow, body, face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.people import bodies, faces, sprites
from sandbox.view.people.bodies import face_spot
from sandbox.view.people.figures import ONE_PIECE_PX, Piece, joined

if TYPE_CHECKING:
    import pygame

    from sandbox.view.people.bodies import Build
    from sandbox.view.people.expression import Expression


def pieces(build: Build, look: Expression, size_px: int) -> tuple[Piece, ...]:
    """Return the sprites of one person, the lowest first."""
    x, y = face_spot(build)
    face = face_piece(look, size_px)
    left, top = round((x + faces.EDGES[0]) * size_px), round((y + faces.EDGES[1]) * size_px)
    parts = (
        shadow_piece(size_px),
        body_piece(build, size_px),
        face._replace(dx=left + face.dx, dy=top + face.dy),
    )
    return (joined(parts),) if size_px <= ONE_PIECE_PX else parts


@cached_picture
def body_piece(build: Build, size_px: int) -> Piece:
    """Return the sprite of a body without its face, cut to what is drawn."""
    return _cut(sprites.body(build, size_px), bodies.EDGES[0], bodies.EDGES[1], size_px, hops=True)


@cached_picture
def face_piece(look: Expression, size_px: int) -> Piece:
    """Return the sprite of a face, cut to what is drawn, from the corner of its canvas."""
    return _cut(sprites.face(look, size_px), 0.0, 0.0, size_px, hops=True)


@cached_picture
def shadow_piece(size_px: int) -> Piece:
    """Return the sprite of the shadow under a body."""
    return _cut(sprites.shadow(size_px), -0.5, -0.2, size_px, hops=False)


def _cut(sprite: pygame.Surface, left: float, top: float, size_px: int, *, hops: bool) -> Piece:
    box = sprite.get_bounding_rect()
    return Piece(sprite.subsurface(box).copy(), round(left * size_px) + box.left, round(top * size_px) + box.top, hops)
