"""What stands at the places of a level among its people: solid, with the faces of those whom it hides."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.stages import INDOORS
from sandbox.view.canvas import palette
from sandbox.view.people.bodies import height_of
from sandbox.view.place.hidden import shining_through
from sandbox.view.place.props import BACK, DRAWN, LARGEST, ORDINARY_RADIUS, SMALLEST, kind_of, prop, prop_box
from sandbox.view.place.signs import letters_px, sign, sign_box
from sandbox.view.place.walls import ASIDE_METRES, HIGH_METRES, MAKES, THICK_METRES, silhouettes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sandbox.engine.arrays import Bools
    from sandbox.scenario.schema import Map, Place
    from sandbox.session.frame import Frame
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.people.cast import Cast
    from sandbox.view.people.crowd import Row
    from sandbox.view.viewpoint import Viewpoint

    Draw = Callable[[int], pygame.Surface]

WIDER: Final = 0.3
"""What of a wall before somebody is drawn again reaches so far beside the body, in tiles."""
JUST: Final = 1e-3
"""It comes right after them: so many pixels before their feet."""
ASIDE: Final = 0.42
"""Half the width of a body that is hidden, in tiles."""


def standing(frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[Row]:
    """Return what stands at the places, and their signs, each with the outlines and faces of those whom it hides."""
    rows: list[Row] = []
    scale, signs = viewpoint.camera.scale, cast.size >= lengths.plain_below_px
    half, tall = ASIDE * cast.size, height_of(0) * cast.size
    dim = viewpoint.lens != "truth" or viewpoint.eyes is not None
    for place in frame.level.map.places:
        x, y = _base(place, viewpoint)
        for box, draw in _parts(place, frame.level.map, scale, lengths, signs=signs):
            box.move_ip(round(x), round(y))
            if box.colliderect(viewpoint.camera.rect):
                across = (cast.x > box.left - half) & (cast.x < box.right + half)
                behind = across & (cast.y < y) & (cast.y > box.top) & (cast.y - cast.lift - tall < box.bottom)
                sprite = draw(dim)
                hidden = cast.these(cast.rows[behind[cast.rows]]) if viewpoint.eyes is None else ()
                rows.append((y, [(sprite, box.topleft), *shining_through(hidden, sprite, box.topleft)]))
    return rows


def walled(picture: pygame.Surface, frame: Frame, viewpoint: Viewpoint, cast: Cast) -> list[Row]:
    """Return what of walls and fences stands before people: cut out of the picture of the ground, where they are.

    Whose eyes a wall hides is known by outline and face.
    """
    ground, camera = frame.level.map, viewpoint.camera
    if not ground.walls or cast.size < viewpoint.lengths.plain_below_px:
        return []
    make = MAKES[ground.stage in INDOORS]
    rows: list[Row] = []
    for wall in ground.walls:
        start, end = camera.to_screen(wall.x1, wall.y1), camera.to_screen(wall.x2, wall.y2)
        reach = _box_of(start, end, camera.scale)
        if reach.colliderect(camera.rect):
            behind = cast.rows[_behind(cast, start, end, reach)].tolist()
            shapes = silhouettes(wall, camera.to_screen, camera.scale, make, camera.rect) if behind else []
            for pose in map(cast.__getitem__, behind):
                part = pose.box().inflate(round(pose.size * WIDER), 0).clip(camera.rect)
                film = _cut(picture, part, shapes)
                rows.append((pose.y + JUST, [(film, part.topleft), *shining_through([pose], film, part.topleft)]))
    return rows


def _box_of(start: tuple[float, float], end: tuple[float, float], scale: float) -> pygame.Rect:
    """Return what a wall takes up in the picture at most, in pixels."""
    (left, right), (top, low) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    thick, high = THICK_METRES * scale, HIGH_METRES * scale
    return pygame.Rect(left - thick, top - high - thick, right - left + 2 * thick, low - top + high + 2 * thick)


def _behind(cast: Cast, start: tuple[float, float], end: tuple[float, float], reach: pygame.Rect) -> Bools:
    """Return (V,) who stands behind a wall, and so near that some of it may be before them."""
    x, y, lift = cast.x[cast.rows], cast.y[cast.rows], cast.lift[cast.rows]
    across, down = end[0] - start[0], end[1] - start[1]
    front = 1.0 if across * HIGH_METRES - down * ASIDE_METRES > 0 else -1.0
    side = (across * (y - start[1]) - down * (x - start[0])) * front
    farther = (y < min(start[1], end[1])) | ((side < 0) & (y < max(start[1], end[1])))
    half = ASIDE * cast.size
    near = (x + half > reach.left) & (x - half < reach.right) & (y > reach.top)
    found: Bools = farther & near & (y - lift - (1 + ASIDE) * cast.size < reach.bottom)
    return found


def _cut(picture: pygame.Surface, part: pygame.Rect, shapes: list[list[tuple[float, float]]]) -> pygame.Surface:
    """Return a part of a picture, cut to some shapes, with premultiplied alpha."""
    film, mask = pygame.Surface(part.size, pygame.SRCALPHA), pygame.Surface(part.size, pygame.SRCALPHA)
    film.blit(picture, (0, 0), part)
    for shape in shapes:
        pygame.draw.polygon(mask, palette.WHITE, [(x - part.left, y - part.top) for x, y in shape])
    film.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return film


def _parts(
    place: Place, ground: Map, scale: float, lengths: Sizes, *, signs: bool
) -> Iterator[tuple[pygame.Rect, Draw]]:
    """List what stands at a place: where it lies around the middle of the base, and how to draw it with a fade."""
    metre = max(2, round(scale * min(LARGEST, max(SMALLEST, place.radius / ORDINARY_RADIUS))))
    kind = kind_of(place, ground)
    stands = prop_box(kind, metre)
    if stands is not None:
        yield stands.copy(), partial(prop, kind, ground.light, metre)
    if place.name is not None and signs:
        board = partial(sign, place.name, metre, letters_px(scale, lengths.name_px), posts=stands is None)
        yield sign_box(board(0), metre, stands), board


def _base(place: Place, viewpoint: Viewpoint) -> tuple[float, float]:
    """Return the pixel of what stands at a place; a sign on bare ground stands behind the paving."""
    back = BACK if place.kind in DRAWN else 1.0
    return viewpoint.camera.to_screen(place.x, place.y - back * place.radius)
