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


def pieces(build: Build, look: Expression, size_px: int, reach: float = 0.0) -> tuple[Piece, ...]:
    """Return the sprites of one person, the lowest first; `reach` is how long a shadow they throw, in bodies."""
    parts = (
        shadow_piece(build, size_px, reach) if reach else round_shadow_piece(size_px),
        body_piece(build, size_px),
        placed_face(build, look, size_px),
    )
    return (joined(parts),) if size_px <= ONE_PIECE_PX else parts


def placed_face(build: Build, look: Expression, size_px: int) -> Piece:
    """Return the sprite of a face where it lies on a body, from the feet."""
    x, y = face_spot(build)
    face = face_piece(look, size_px)
    edges = faces.edges_of(look)
    left, top = round((x + edges[0]) * size_px), round((y + edges[1]) * size_px)
    return face._replace(dx=left + face.dx, dy=top + face.dy)


@cached_picture
def body_piece(build: Build, size_px: int) -> Piece:
    """Return the sprite of a body without its face, cut to what is drawn."""
    return _cut(sprites.body(build, size_px), bodies.EDGES[0], bodies.EDGES[1], size_px, hops=True)


@cached_picture
def face_piece(look: Expression, size_px: int) -> Piece:
    """Return the sprite of a face, cut to what is drawn, from the corner of its canvas."""
    return _cut(sprites.face(look, size_px), 0.0, 0.0, size_px, hops=True)


@cached_picture
def round_shadow_piece(size_px: int) -> Piece:
    """Return the sprite of the shadow under a body."""
    return _cut(sprites.shadow(size_px), -0.5, -0.2, size_px, hops=False)


def shadow_piece(build: Build, size_px: int, reach: float) -> Piece:
    """Return the sprite of the shadow under a body and of the one that it throws."""
    return _shadows(build.feeling, build.bearing, size_px, reach)


@cached_picture
def _shadows(feeling: int, bearing: int, size_px: int, reach: float) -> Piece:
    thrown, left, top = sprites.thrown_shadow(feeling, bearing, size_px, reach)
    return joined((_cut(thrown, left, top, size_px, hops=False), round_shadow_piece(size_px)))._replace(hops=False)


def _cut(sprite: pygame.Surface, left: float, top: float, size_px: int, *, hops: bool) -> Piece:
    box = sprite.get_bounding_rect()
    return Piece(sprite.subsurface(box).copy(), round(left * size_px) + box.left, round(top * size_px) + box.top, hops)
