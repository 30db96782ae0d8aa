"""A look that is thrown: an amber glint runs along it once, from eyes to eyes; what stays of it is where pupils point.

Theory: T8, T13. No column says since when somebody looks at another. Two moments are known, though, in any frame: when
the ring of what happened reaches somebody who looks at whom it befell, and when somebody has just taken up something
towards whom they look at.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas
from sandbox.view.marks.gaze import TURNS
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
    who, whom, before = _begun(frame)
    ages, size = before + viewpoint.alpha / TICKS_PER_SECOND, cast.size
    seen = np.flatnonzero((ages >= 0) & (ages < RUNS) & cast.seen(who) & cast.seen(whom))[:MOST]
    if not len(seen):
        return []
    (x, y), (end_x, end_y) = cast.heads(who[seen]), cast.heads(whom[seen])
    across, down = end_x - x, end_y - y
    far = np.maximum(1.0, np.hypot(across, down))
    part = (LEAVES * size + ages[seen] / RUNS * (far - (LEAVES + STOPS) * size)) / far
    turns = np.rint(np.arctan2(down, across) / (2 * pi) * TURNS).astype(np.int64) % TURNS
    ways = zip((x + across * part).tolist(), (y + down * part).tolist(), turns.tolist(), far.tolist(), strict=True)
    sprites = ((_glint(turn, size), at_x, at_y) for at_x, at_y, turn, long in ways if long > ROOM * size)
    return [(sprite, (at_x - sprite.get_width() / 2, at_y - sprite.get_height() / 2)) for sprite, at_x, at_y in sprites]


_latest: list[tuple[Frame, tuple[Ints, Ints, Floats]]] = []


def _begun(frame: Frame) -> tuple[Ints, Ints, Floats]:
    """Return (K,) whose looks begin within a tick or began lately, at whom, and for how long at its begin, in seconds.

    It is worked out once for a frame.
    """
    if not _latest or _latest[0][0] is not frame:
        people, witnesses = frame.people, pose_state_of(frame).witnesses
        last = frame.tick - 1
        since = np.where(people.option_on == people.gaze, (last - people.option_tick) / TICKS_PER_SECOND, np.inf)
        since[witnesses.who] = (last - witnesses.tick) / TICKS_PER_SECOND - witnesses.delay
        fresh = (since > -1 / TICKS_PER_SECOND) & (since < RUNS)
        who = np.flatnonzero(fresh & (people.gaze != NOBODY) & (people.present > 0))
        _latest[:] = [(frame, (who, people.gaze[who], since[who]))]
    return _latest[0][1]


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
