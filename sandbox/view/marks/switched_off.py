"""What a drive that is switched off would have done: its sign, grey and crossed out, at whom it would move now.

Theory: T1, T8 to T13. The face is that of the drive's tile on the page of the circuit.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.session.seen.lacking import lacking
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED, SpriteCanvas
from sandbox.view.icons.gates import draw_cross, draw_off
from sandbox.view.icons.registry import EDGE, icon
from sandbox.view.marks.overlays import centred
from sandbox.view.marks.pain import unseen
from sandbox.view.people.bodies import Build
from sandbox.view.people.expression import AHEAD, Expression
from sandbox.view.people.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.session.frame import Frame
    from sandbox.session.seen.tie_sums import TieSums
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast, Pose

FACES: Final[Mapping[str, tuple[Build, Expression]]] = {
    "sympathy": (Build("sky", "bow", "dots", feeling=-2), Expression(gaze=8, shown=-3)),
    "schadenfreude": (Build("orange", "cap", "stripes", feeling=2), Expression(gaze=8, shown=2, eyes="gloating")),
    "approval": (Build("sky", "bow", "dots", feeling=2, bearing=1), Expression(shown=2, eyes="proud")),
    "provocation": (
        Build("orange", "cap", "stripes", feeling=-1, spiky=True),
        Expression(shown=-2, eyes="angry", spiky=True),
    ),
}
"""Somebody who feels each of the four."""
_ICONS: Final[Mapping[str, str]] = {"imagined_audience": "triumph", "gossip": "tell"}
"""Signs of drives that have none under their own names."""
_SIZE: Final = 1.7
"""Of a sign, in badges."""
_BESIDE: Final = (0.38, 0.24)
"""Where it hangs, from the feet of a body, in tiles: aside, by its edge, and up."""
_CROSS: Final = (0.34, 0.34)
"""Where the cross is on it, in signs."""
_INSIDE: Final = 0.42
"""Radius of what is seen on it, in signs."""
_FACE: Final = (0.98, 0.94)
"""Size of a face on it, and how far down its feet are, in signs."""
_ICON: Final = 0.7
_CRIES: Final = -2
"""Faces are seen without floods of tears, which would hide them."""


def switched_off(frame: Frame, cast: Cast, tie_sums: TieSums, lengths: Sizes) -> list[Blit]:
    """Return the signs of what people would feel or do if it were not switched off in everybody.

    A sign is at the left, or at the right where it would hide eyes or unseen pain; over eyes it is left out.
    """
    if not frame.off or cast.size < lengths.plain_below_px:
        return []
    size, alone = round(_SIZE * lengths.badge_px), unseen(frame, tie_sums)
    eyes = [pose.eyes() for pose in cast]
    blits: list[Blit] = []
    for who, drive in lacking(frame).items():
        pose = cast.get(who)
        if pose is None:
            continue
        picture = sign(drive, size)
        places = [_beside(pose, picture, side) for side in ((1,) if alone[who] else (-1, 1))]
        place = next((place for place in places if place.collidelist(eyes) < 0), None)
        if place is not None:
            blits.append((picture, place.topleft))
    return blits


def _beside(pose: Pose, picture: pygame.Surface, side: int) -> pygame.Rect:
    """Return where a sign hangs to the left (-1) or to the right (1) of a body."""
    box, (aside, up) = picture.get_rect(), _BESIDE
    x = pose.x + side * (aside * pose.size + box.width / 2)
    box.center = round(x), round(pose.y - pose.lift - up * pose.size)
    return box


@cached_picture
def sign(drive: str, size_px: int) -> pygame.Surface:
    """Return a drive's face or icon in grey on a dotted disc, with a cross; its alpha is premultiplied."""
    disc = _canvas(size_px)
    draw_off(disc)
    picture = disc.finish()
    inside = _canvas(size_px)
    inside.circle((0.0, 0.0), _INSIDE, palette.WHITE)
    seen = pygame.transform.grayscale(_felt(drive, picture.get_size(), size_px))
    seen.blit(inside.finish(), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    picture.blit(seen, (0, 0), special_flags=PREMULTIPLIED)
    cross = _canvas(size_px)
    draw_cross(cross, _CROSS, _CROSS[0] / 4)
    picture.blit(cross.finish(), (0, 0), special_flags=PREMULTIPLIED)
    return picture


def _felt(drive: str, size: tuple[int, int], size_px: int) -> pygame.Surface:
    """Draw who feels it, or its icon."""
    picture = pygame.Surface(size, pygame.SRCALPHA)
    middle = size[0] / 2
    if drive not in FACES:
        drawn = icon(_ICONS.get(drive, drive), round(_ICON * size_px))
        picture.fblits([centred(drawn, (middle, middle))], PREMULTIPLIED)
        return picture
    build, look = FACES[drive]
    build = replace(build, hat="none", pattern="plain", feeling=0)
    look = replace(look, shown=max(_CRIES, look.shown), gaze=AHEAD)
    for piece in pieces(build, look, round(_FACE[0] * size_px)):
        picture.blit(piece.sprite, (middle + piece.dx, _FACE[1] * size_px + piece.dy), special_flags=PREMULTIPLIED)
    return picture


def _canvas(size_px: int) -> SpriteCanvas:
    return SpriteCanvas(size_px, -EDGE, -EDGE, EDGE, EDGE)
