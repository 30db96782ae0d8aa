"""Whoever has to do with the story and is out of the picture: half a face at its edge, with the eyes turned in."""

from __future__ import annotations

from dataclasses import replace
from math import atan2
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.session.seen.concerned import involved, story_of
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED
from sandbox.view.people.bodies import height_of
from sandbox.view.people.faces import lean_of
from sandbox.view.people.pieces import pieces
from sandbox.view.people.pose_state import directions

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.session.frame import Frame
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.viewpoint import Viewpoint

MOST: Final = 5
"""So many at once, the nearest."""
SMALLER: Final = 0.7
"""Their size, in that of those in the picture."""
INSIDE: Final = 0.04
"""How far inside the edge their middles are, in tiles."""
GAP_PX: Final = 20
"""A narrower strip between what is free and the edge of the view belongs to what is free."""
WIDE: Final = 0.72
"""How much of it is body, across, in tiles."""
OUT: Final = 0.25
"""How far out of the picture somebody's middle is who is not seen, in tiles."""


class Peeking:
    """Draws them, and knows for each moment who may be among them."""

    def __init__(self) -> None:
        """Begin with no moment."""
        self._frame: Frame | None = None
        self._rows: Ints = np.zeros(0, np.int64)
        """(K,) who has to do with the story"""

    def draw(
        self, surface: pygame.Surface, frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes
    ) -> list[pygame.Rect]:
        """Draw them at the edge of what no panel covers, where the view frames what happens; return their boxes."""
        if not viewpoint.framed or viewpoint.eyes is not None or cast.size < lengths.plain_below_px:
            return []
        if frame is not self._frame:
            self._frame, self._rows = frame, np.flatnonzero(involved(frame, story_of(frame)))
        room = _to_the_edge(viewpoint)
        seen = room.inflate(2 * OUT * cast.size, 2 * OUT * cast.size)
        x, y = cast.x[self._rows], cast.y[self._rows] - cast.tall[self._rows] / 2
        out = (x < seen.left) | (x > seen.right) | (y < seen.top) | (y > seen.bottom)
        rows, far = self._rows[out], np.hypot(x - room.centerx, y - room.centery)[out]
        if not len(rows):
            return []
        clip = surface.get_clip()
        surface.set_clip(room.clip(clip))
        boxes = [_peek(surface, cast[who], room) for who in rows[np.argsort(far, kind="stable")[:MOST]].tolist()]
        surface.set_clip(clip)
        return boxes


def _to_the_edge(viewpoint: Viewpoint) -> pygame.Rect:
    """Return what no panel covers, up to the edge of the view where only a gap is left there."""
    whole = viewpoint.camera.rect
    room = whole if viewpoint.free is None else viewpoint.free
    left = whole.left if room.left - whole.left < GAP_PX else room.left
    top = whole.top if room.top - whole.top < GAP_PX else room.top
    right = whole.right if whole.right - room.right < GAP_PX else room.right
    bottom = whole.bottom if whole.bottom - room.bottom < GAP_PX else room.bottom
    return pygame.Rect(left, top, right - left, bottom - top)


def _peek(surface: pygame.Surface, pose: Pose, room: pygame.Rect) -> pygame.Rect:
    """Draw somebody at the edge towards which they are, as far as they are seen there; return where that is."""
    size = round(SMALLER * pose.size / 4) * 4
    inset = round(INSIDE * size)
    x, y = pose.middle()
    at = max(room.left + inset, min(x, room.right - inset)), max(room.top + inset, min(y, room.bottom - inset))
    inward = atan2(room.centery - at[1], room.centerx - at[0])
    gaze = int(directions(np.asarray([inward]))[0])
    build = replace(pose.build, feeling=min(0, pose.build.feeling), lean=lean_of(gaze), bearing=0)
    look = replace(pose.look, gaze=gaze, eyes="open", act="", pupils=None, skin="sky")
    feet = at[1] + height_of(build.feeling) * size / 2
    for part in pieces(build, look, size)[-2:]:
        surface.blit(part.sprite, (round(at[0]) + part.dx, round(feet) + part.dy), special_flags=PREMULTIPLIED)
    box = pygame.Rect(0, 0, round(WIDE * size), round(height_of(build.feeling) * size))
    box.midbottom = round(at[0]), round(feet)
    return box.clip(room)
