"""What stands at the places of a level among its people: solid, with the faces of those whom it hides."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from sandbox.view.people.bodies import height_of
from sandbox.view.place.hidden import shining_through
from sandbox.view.place.props import BACK, DRAWN, LARGEST, ORDINARY_RADIUS, SMALLEST, prop, prop_box
from sandbox.view.place.signs import letters_px, sign, sign_box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pygame

    from sandbox.scenario.schema import Place
    from sandbox.session.frame import Frame
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.people.cast import Cast
    from sandbox.view.people.crowd import Row
    from sandbox.view.viewpoint import Viewpoint

    Draw = Callable[[int], pygame.Surface]

ASIDE: Final = 0.42
"""Half the width of a body that is hidden, in tiles."""


def standing(frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[Row]:
    """Return what stands at the places, and their signs, each with the outlines and faces of those whom it hides."""
    rows: list[Row] = []
    light, scale, signs = frame.level.map.light, viewpoint.camera.scale, cast.size >= lengths.plain_below_px
    half, tall = ASIDE * cast.size, height_of(0) * cast.size
    dim = viewpoint.lens != "truth" or viewpoint.eyes is not None
    for place in frame.level.map.places:
        x, y = _base(place, viewpoint)
        for box, draw in _parts(place, light, scale, lengths, signs=signs):
            box.move_ip(round(x), round(y))
            if box.colliderect(viewpoint.camera.rect):
                across = (cast.x > box.left - half) & (cast.x < box.right + half)
                behind = across & (cast.y < y) & (cast.y > box.top) & (cast.y - cast.lift - tall < box.bottom)
                sprite = draw(dim)
                hidden = cast.these(cast.rows[behind[cast.rows]]) if viewpoint.eyes is None else ()
                rows.append((y, [(sprite, box.topleft), *shining_through(hidden, sprite, box.topleft)]))
    return rows


def _parts(
    place: Place, light: str, scale: float, lengths: Sizes, *, signs: bool
) -> Iterator[tuple[pygame.Rect, Draw]]:
    """List what stands at a place: where it lies around the middle of the base, and how to draw it with a fade."""
    metre = max(2, round(scale * min(LARGEST, max(SMALLEST, place.radius / ORDINARY_RADIUS))))
    stands = prop_box(place.kind, metre)
    if stands is not None:
        yield stands.copy(), partial(prop, place.kind, light, metre)
    if place.name is not None and signs:
        board = partial(sign, place.name, metre, letters_px(scale, lengths.name_px), posts=stands is None)
        yield sign_box(board(0), metre, stands), board


def _base(place: Place, viewpoint: Viewpoint) -> tuple[float, float]:
    """Return the pixel of what stands at a place; a sign on bare ground stands behind the paving."""
    back = BACK if place.kind in DRAWN else 1.0
    return viewpoint.camera.to_screen(place.x, place.y - back * place.radius)
