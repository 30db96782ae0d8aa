"""Who is a person to whom: tin plates on whoever is a thing to somebody, and the faces that one mind gives the others.

Theory: T9, T16. A row of cogs leads from a mind to each person who is but a thing to it. While somebody is chosen, all
whom they know wear the face that they give them, and only their own cogs are drawn.
"""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.view.canvas.palette import INK
from sandbox.view.canvas.strokes import Spot, along, between, curve, thick
from sandbox.view.canvas.text import pill
from sandbox.view.icons.registry import icon

if TYPE_CHECKING:
    import pygame

    from sandbox.session.seen.arrows import Arrow
    from sandbox.session.seen.tie_sums import Regard
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast, Pose

PLATE: Final = 1.7
"""Size of the plate, or of another face, that somebody carries, in badges."""
LARGEST: Final = 0.8
"""It is no larger than this part of a body's tile, down to `LEAST_PX`."""
LEAST_PX: Final = 14
WORN: Final = 0.86
"""Size of a plate that is worn over the face, in tiles."""
WORN_UP: Final = 0.06
"""How far its middle lies over the eyes, because of the key, in tiles."""
SPOT: Final = (0.42, 0.12)
"""How far aside of the middle, and over the top, of a body it hangs, in tiles."""
COG: Final = 2.0
"""Size of a cog, in lanes."""
APART: Final = 1.5
"""From one cog to the next, in cogs."""
END: Final = 1.5
"""Size of the plate at the end of a row, in cogs."""


def draw_cogs(surface: pygame.Surface, arrows: list[Arrow], cast: Cast, lengths: Sizes) -> list[Blit]:
    """Draw the shafts of the rows of cogs, and give the cogs, which lie over the shafts and under the bodies."""
    blits: list[Blit] = []
    size = round(COG * lengths.lane_px)
    for arrow in arrows:
        way = way_of(cast.get(arrow.who), cast.get(arrow.whom))
        if way:
            thick(surface, way, lengths.line_px, INK)
            blits += [_centred(icon("cog", size), spot) for spot in _spaced(way, APART * size)]
            blits.append(_centred(icon("thing", round(END * size)), way[-1]))
    return blits


def way_of(who: Pose | None, whom: Pose | None) -> list[Spot]:
    """Return the bow of a row of cogs from one body to another; nothing if they stand too close, or out of view."""
    if who is None or whom is None:
        return []
    ends = between(who.middle(), whom.middle(), who.size * 0.45, whom.size * 0.62)
    return [] if ends is None else curve(*ends)


def _spaced(way: list[Spot], gap: float) -> list[Spot]:
    """Return spots along a way that are about `gap` pixels apart, without its end."""
    length = sum(hypot(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(way))
    count = max(1, round(length / gap))
    return [along(way, step / count) for step in range(count)]


def faces(given: list[Regard], cast: Cast, lengths: Sizes, *, asked: bool) -> list[Blit]:
    """Return the plate that each person carries over the shoulder; if one observer was `asked`, over the face.

    Whoever is a person to the observer keeps their own face.
    """
    worn = {regard.whom: regard.face for regard in given}
    blits: list[Blit] = []
    for pose in cast.these(np.asarray([whom for whom, face in worn.items() if face != "person"], np.int64)):
        face = worn[pose.who]
        if asked and face != "taken":
            x, y = pose.head()
            blits.append(_centred(icon(face, round(WORN * pose.size)), (x, y - WORN_UP * pose.size)))
        else:
            blits.append(_centred(icon(face, _size(cast, lengths)), _shoulder(pose)))
    return blits


def counts(given: list[Regard], cast: Cast, lengths: Sizes) -> list[Blit]:
    """Return the "×n" beside the plates of those who are a thing to several; these have ordinary alpha."""
    minds = np.bincount([regard.whom for regard in given if regard.face == "thing"], minlength=1)
    blits: list[Blit] = []
    for pose in cast.these(np.flatnonzero(minds > 1)):
        label = pill(f"×{minds[pose.who]}", lengths.word_px, lengths.pill_pad_px // 2)
        x, y = _shoulder(pose)
        blits.append((label, (round(x + _size(cast, lengths) * 0.36), round(y - label.get_height() / 2))))
    return blits


def _size(cast: Cast, lengths: Sizes) -> int:
    return round(max(LEAST_PX, min(PLATE * lengths.badge_px, LARGEST * cast.size)))


def _shoulder(pose: Pose) -> Spot:
    return (pose.x + SPOT[0] * pose.size, pose.top() - SPOT[1] * pose.size)


def _centred(sprite: pygame.Surface, spot: Spot) -> Blit:
    return (sprite, (spot[0] - sprite.get_width() / 2, spot[1] - sprite.get_height() / 2))
