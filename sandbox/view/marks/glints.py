"""A look that is thrown: an amber glint runs along it once, from eyes to eyes; what stays of it is where pupils point.

Theory: T8, T13. No column says since when somebody looks at another. Two moments are known, though, in any frame: when
the ring of what happened reaches somebody who looks at whom it befell, and when somebody has just taken up something
towards whom they look at.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.people import NOBODY
from sandbox.view.acting.glances import since_chosen
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas
from sandbox.view.marks.gaze import TURNS
from sandbox.view.people.lids import since_witnessed
from sandbox.view.people.pose_state import pose_state_of

if TYPE_CHECKING:
    import pygame

    from sandbox.engine.arrays import Floats, Ints
    from sandbox.session.frame import Frame
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast
    from sandbox.view.viewpoint import Viewpoint

RUNS: Final = 0.4
"""Seconds that a glint takes for its way."""
MOST: Final = 12
"""So many at once."""
LONG: Final = 0.4
"""Length of a glint, in tiles."""
LEAVES, STOPS = 0.34, 0.42
"""How far from the eyes its way begins and ends, in tiles."""
ROOM: Final = LEAVES + STOPS + LONG / 2
"""Between eyes that are nearer it is not seen, in tiles."""


def glints(frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[Blit]:
    """Return the glints of the looks that have just begun; without motion there is none."""
    if viewpoint.reduce_motion or cast.size < lengths.plain_below_px:
        return []
    who, ages = _begun(frame, viewpoint)
    whom, size = frame.people.gaze[who], cast.size
    seen = np.flatnonzero(cast.seen(who) & cast.seen(whom))[:MOST]
    (x, y), (end_x, end_y) = cast.heads(who[seen]), cast.heads(whom[seen])
    across, down = end_x - x, end_y - y
    far = np.maximum(1.0, np.hypot(across, down))
    part = (LEAVES * size + ages[seen] / RUNS * (far - (LEAVES + STOPS) * size)) / far
    turns = np.rint(np.arctan2(down, across) / (2 * pi) * TURNS).astype(np.int64) % TURNS
    ways = zip((x + across * part).tolist(), (y + down * part).tolist(), turns.tolist(), far.tolist(), strict=True)
    sprites = ((_glint(turn, size), at_x, at_y) for at_x, at_y, turn, long in ways if long > ROOM * size)
    return [(sprite, (at_x - sprite.get_width() / 2, at_y - sprite.get_height() / 2)) for sprite, at_x, at_y in sprites]


def _begun(frame: Frame, viewpoint: Viewpoint) -> tuple[Ints, Floats]:
    """Return (K,) whose looks began just now, and how many seconds ago."""
    people, now = frame.people, pose_state_of(frame)
    looking = (people.gaze != NOBODY) & (people.present > 0)
    since = np.where(people.option_on == people.gaze, since_chosen(frame, viewpoint), np.inf)
    since[now.witnesses.who] = since_witnessed(now, viewpoint)
    who = np.flatnonzero(looking & (since >= 0) & (since < RUNS))
    return who, since[who]


@cached_picture
def _glint(turn: int, size_px: int) -> pygame.Surface:
    reach = LONG / 2 + 0.1
    canvas = SpriteCanvas(size_px, -reach, -reach, reach, reach)
    across, down = cos(2 * pi * turn / TURNS), sin(2 * pi * turn / TURNS)
    tail, tip = (-across * LONG / 2, -down * LONG / 2), (across * LONG / 2, down * LONG / 2)
    for grown, colour in ((0.035, palette.INK), (0.0, palette.AMBER)):
        aside = (-down * (0.055 + grown), across * (0.055 + grown))
        belly = (0.45 * tip[0], 0.45 * tip[1])
        far = 1 + 2.4 * grown
        canvas.polygon(
            [
                (tail[0] * far, tail[1] * far),
                (belly[0] + aside[0], belly[1] + aside[1]),
                (tip[0] * far, tip[1] * far),
                (belly[0] - aside[0], belly[1] - aside[1]),
            ],
            colour,
        )
    canvas.circle((0.45 * tip[0], 0.45 * tip[1]), 0.03, palette.PAPER)
    return canvas.finish()
