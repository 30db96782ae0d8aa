"""The sprites of one person, cut to what is drawn: shadow, body, face."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame

from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.people import bodies, faces, sprites
from sandbox.view.people.bodies import face_spot
from sandbox.view.people.figures import ONE_PIECE_PX, Piece, joined
from sandbox.view.people.limbs import draw_limbs, edges_of, limbs_of, without_limbs
from sandbox.view.plates.steps import drained

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.view.people.bodies import Build
    from sandbox.view.people.expression import Expression
    from sandbox.view.people.limbs import Limbs


class Assembly:
    """Puts together figures of one size, and remembers of what, as long as they last."""

    def __init__(self, size_px: int, reach: float = 0.0) -> None:
        """Take how large they are, and how long a shadow they throw, in bodies."""
        self._size, self._reach = size_px, reach
        self._bodies: dict[Build, tuple[Piece, Piece]] = {}
        """with their shadows"""
        self._faces: dict[Expression, Piece] = {}

    def lacks(self, build: Build, look: Expression) -> tuple[int, int, int]:
        """Count what is still to be drawn for a figure: a body, its hat, and a face and the arms around it."""
        body, hat = (0, 0) if build in self._bodies else body_lacks(build, self._size)
        return body, hat, 0 if look in self._faces else face_lacks(look, self._size)

    def begin(self, build: Build, look: Expression) -> None:
        """Draw one of those things for a figure that lacks several."""
        (bare, crown), (body, hat) = bodies.without_hat(build), body_lacks(build, self._size)
        if body:
            bare_piece(bare, self._size)
        elif hat and crown is not None:
            hat_piece(crown, self._size)
        else:
            features_piece(without_limbs(look), self._size)

    def of(self, build: Build, look: Expression) -> tuple[Piece, ...]:
        """Return the sprites of one person, the lowest first."""
        body, face, size = self._bodies.get(build), self._faces.get(look), self._size
        if body is None:
            shadow = shadow_piece(build, size, self._reach) if self._reach else round_shadow_piece(size)
            body = self._bodies[build] = shadow, body_piece(build, size)
        if face is None:
            face = self._faces[look] = face_piece(look, size)
        parts = (*body, _placed(face, build, look, size))
        return (joined(parts),) if size <= ONE_PIECE_PX else parts


def pieces(build: Build, look: Expression, size_px: int, reach: float = 0.0) -> tuple[Piece, ...]:
    """Return the sprites of one person, the lowest first; `reach` is how long a shadow they throw, in bodies."""
    return Assembly(size_px, reach).of(build, look)


def placed_face(build: Build, look: Expression, size_px: int) -> Piece:
    """Return the sprite of a face where it lies on a body, from the feet."""
    return _placed(face_piece(look, size_px), build, look, size_px)


def _placed(face: Piece, build: Build, look: Expression, size_px: int) -> Piece:
    (x, y), (left, top, *_) = face_spot(build), edges_of(look)
    across = round((x + left) * size_px) - round(left * size_px)
    down = round((y + top) * size_px) - round(top * size_px)
    return Piece(face.sprite, across + face.dx, down + face.dy, face.hops)


def body_lacks(build: Build, size_px: int) -> tuple[int, int]:
    """Count what is still to be drawn of a body: itself, and its hat."""
    bare, crown = bodies.without_hat(build)
    hat = crown is not None and not hat_piece.at_hand(crown, size_px)
    return int(not bare_piece.at_hand(bare, size_px)), int(hat)


def body_piece(build: Build, size_px: int) -> Piece:
    """Return the sprite of a body without its face, cut to what is drawn."""
    bare, crown = bodies.without_hat(build)
    return bare_piece(bare, size_px) if crown is None else _body_with(bare, crown, size_px)


@cached_picture
def _body_with(bare: Build, crown: Build, size_px: int) -> Piece:
    return joined((bare_piece(bare, size_px), hat_piece(crown, size_px)))


@cached_picture
def bare_piece(build: Build, size_px: int) -> Piece:
    """Return the same of a body without a hat."""
    edges = bodies.close_edges_of(build)
    return _cut(sprites.draw_body(build, size_px, edges), edges, size_px, hops=True)


@cached_picture
def hat_piece(build: Build, size_px: int) -> Piece:
    """Return the sprite of nothing but the hat of a body, cut to what is drawn."""
    sprite = _drained(bodies.draw_hat_of(build, size_px), build.plate)
    return _cut(sprite, bodies.hat_edges_of(build), size_px, hops=True)


def face_lacks(look: Expression, size_px: int) -> int:
    """Count what is still to be drawn of a face: itself, and what is around it."""
    limbs = limbs_of(look)
    around = limbs is not None and not limbs_piece.at_hand(limbs, size_px)
    return int(not features_piece.at_hand(without_limbs(look), size_px)) + around


def face_piece(look: Expression, size_px: int) -> Piece:
    """Return the sprite of a face, cut to what is drawn, from its middle."""
    features, limbs = without_limbs(look), limbs_of(look)
    return features_piece(features, size_px) if limbs is None else _face_with(features, limbs, size_px)


@cached_picture
def _face_with(features: Expression, limbs: Limbs, size_px: int) -> Piece:
    return joined((features_piece(features, size_px), limbs_piece(limbs, size_px)))


@cached_picture
def features_piece(look: Expression, size_px: int) -> Piece:
    """Return the sprite of a face without arms, cut to what is drawn, from its middle."""
    sprite = _drained(faces.draw_features(look, size_px), look.plate)
    return _cut(sprite, faces.close_edges_of(look), size_px, hops=True)


@cached_picture
def limbs_piece(limbs: Limbs, size_px: int) -> Piece:
    """Return the sprite of the arms around a face, cut to what is drawn, from its middle."""
    return _cut(_drained(draw_limbs(limbs, size_px), limbs.plate), edges_of(limbs), size_px, hops=True)


@cached_picture
def round_shadow_piece(size_px: int) -> Piece:
    """Return the sprite of the shadow under a body."""
    return _cut(sprites.shadow(size_px), (-0.5, -0.2), size_px, hops=False)


def shadow_piece(build: Build, size_px: int, reach: float) -> Piece:
    """Return the sprite of the shadow under a body and of the one that it throws."""
    return _shadows(build.feeling, build.bearing, size_px, reach)


@cached_picture
def _shadows(feeling: int, bearing: int, size_px: int, reach: float) -> Piece:
    thrown, left, top = sprites.thrown_shadow(feeling, bearing, size_px, reach)
    return joined((_cut(thrown, (left, top), size_px, hops=False), round_shadow_piece(size_px)))._replace(hops=False)


def _drained(sprite: pygame.Surface, plate: int) -> pygame.Surface:
    return drained(sprite, plate) if plate else sprite


def _cut(sprite: pygame.Surface, edges: Sequence[float], size_px: int, *, hops: bool) -> Piece:
    """Cut a sprite to what is drawn on it; its left and top `edges` are in tiles."""
    box = _drawn_on(sprite)
    dx, dy = round(edges[0] * size_px) + box.left, round(edges[1] * size_px) + box.top
    return Piece(sprite.subsurface(box).copy(), dx, dy, hops)


def _drawn_on(sprite: pygame.Surface) -> pygame.Rect:
    """Return what is drawn on of a sprite with premultiplied alpha, faster than pygame's `get_bounding_rect`."""
    pixels = pygame.surfarray.pixels2d(sprite)
    columns, rows = (np.bitwise_or.reduce(pixels, axis=axis).nonzero()[0] for axis in (1, 0))
    if not len(rows):
        return pygame.Rect(0, 0, 0, 0)
    (left, right), (top, bottom) = columns[[0, -1]].tolist(), rows[[0, -1]].tolist()
    return pygame.Rect(left, top, right + 1 - left, bottom + 1 - top)
