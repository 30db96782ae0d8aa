"""A look that is thrown: an amber glint runs along it once, from eyes to eyes; what stays of it is where pupils point.

Theory: T8, T13. No column says since when somebody looks at another. Two moments are known, though, in any frame: when
the ring of what happened reaches somebody who looks at whom it befell, and when somebody has just taken up something
towards whom they look at.
"""

from __future__ import annotations

from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.people import NOBODY
from sandbox.view.acting.glances import since_chosen
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas
from sandbox.view.marks.gaze import TURNS, look_way
from sandbox.view.people.lids import since_witnessed
from sandbox.view.people.pose_state import pose_state_of

if TYPE_CHECKING:
    import pygame

    from sandbox.session.frame import Frame
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast
    from sandbox.view.viewpoint import Viewpoint

RUNS: Final = 0.4
"""Seconds that a glint takes for its way."""
MOST: Final = 16
"""So many at once."""
LONG: Final = 0.4
"""Length of a glint, in tiles."""


def glints(frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[Blit]:
    """Return the glints of the looks that have just begun; without motion there is none."""
    if viewpoint.reduce_motion or cast.size < lengths.plain_below_px:
        return []
    blits: list[Blit] = []
    for who, age in list(_begun(frame, viewpoint).items())[:MOST]:
        observer, target = cast.get(who), cast.get(int(frame.people.gaze[who]))
        way = None if observer is None or target is None else look_way(observer, target)
        if way is not None:
            (x1, y1), (x2, y2) = way
            share = age / RUNS
            turn = round(np.arctan2(y2 - y1, x2 - x1) / (2 * pi) * TURNS) % TURNS
            sprite = _glint(turn, min(cast.size, 8 * max(1, round(hypot(x2 - x1, y2 - y1) / LONG / 16))))
            x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share
            blits.append((sprite, (x - sprite.get_width() / 2, y - sprite.get_height() / 2)))
    return blits


def _begun(frame: Frame, viewpoint: Viewpoint) -> dict[int, float]:
    """Return how many seconds ago the looks began that began just now, by whose they are."""
    people, now = frame.people, pose_state_of(frame)
    since = since_chosen(frame, viewpoint)
    looking = (people.gaze != NOBODY) & (people.present > 0)
    turned = looking & (people.option_on == people.gaze) & (since >= 0) & (since < RUNS)
    witnessed = zip(now.witnesses.who.tolist(), since_witnessed(now, viewpoint).tolist(), strict=True)
    return {who: float(since[who]) for who in np.flatnonzero(turned).tolist()} | {
        who: age for who, age in witnessed if 0 <= age < RUNS and looking[who]
    }


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
