"""Dust: puffs on the ground that run out from what happens, flat as the paving, so that they cut through no house."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.session.seen.cascade import cascade_of
from sandbox.session.seen.recent import newest
from sandbox.view.acting.reactions import RING_SECONDS, ring_metres
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas, faded
from sandbox.view.people import sprites

if TYPE_CHECKING:
    import pygame

    from sandbox.engine.arrays import Floats
    from sandbox.session.frame import Frame
    from sandbox.view.acting.skidding import Skid
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.viewpoint import Viewpoint

FLAT: Final = 0.56
"""Height of a ring on the ground, in parts of its width."""
PUFFS: Final = 22
"""Puffs of one ring."""
LARGEST: Final = 0.46
"""Width of the largest puff, in tiles."""
GOLDEN: Final = 2.399963
"""Radians; spreads what differs from puff to puff."""
AROUND: Final = tuple(
    (cos(2 * pi * number / PUFFS), FLAT * sin(2 * pi * number / PUFFS), sin(number * GOLDEN)) for number in range(PUFFS)
)
"""For each puff of a ring the way that it goes, right and down, and how it differs from the others, -1 to 1."""
CASCADE_SECONDS: Final = 1.0
"""How long the ring of a cascade runs."""
CASCADE_METRES: Final = (0.7, 2.6)
"""From where to where."""
SKID_PUFFS: Final = ((0.22, 0.34), (0.42, 0.24))
"""How far behind the feet of who skids a puff is, and how large, in tiles."""
GENTLE: Final = 0.5
"""How visible dust is in gentle pictures."""


def happening_dust(frame: Frame, viewpoint: Viewpoint, cast: Cast) -> list[Blit]:
    """Return the ring that runs from the newest happening to those who can see it; it is not there without motion."""
    if viewpoint.reduce_motion:
        return []
    for record, _ in newest(frame, RING_SECONDS)[-1:]:
        pose, age = cast.get(record.who), frame.age_of(record.tick, viewpoint.alpha)
        if pose is not None and age < RING_SECONDS:
            return _ring(pose, ring_metres(age) * viewpoint.camera.scale, age / RING_SECONDS, viewpoint)
    return []


def cascade_dust(frame: Frame, viewpoint: Viewpoint, cast: Cast) -> list[Blit]:
    """Return the ring around the one at whom everybody throws; without motion it lies half-way for as long."""
    cascade = cascade_of(frame)
    pose = None if cascade is None else cast.get(cascade.whom)
    if cascade is None or pose is None:
        return []
    age = frame.age_of(cascade.tick, viewpoint.alpha)
    if age >= CASCADE_SECONDS:
        return []
    share = 0.5 if viewpoint.reduce_motion else age / CASCADE_SECONDS
    least, most = CASCADE_METRES
    return _ring(pose, (least + (most - least) * (1 - (1 - share) ** 2)) * viewpoint.camera.scale, share, viewpoint)


def skid_dust(skid: Skid | None, cast: Cast, viewpoint: Viewpoint) -> list[Blit]:
    """Return the puffs behind the feet of those who skid; in a crowd nobody does."""
    if skid is None or cast.size < viewpoint.lengths.plain_below_px:
        return []
    seen = np.flatnonzero(cast.seen(skid.who))
    spots, ways = np.stack([cast.x, cast.y])[:, skid.who[seen]], skid.way[:, seen]
    return puffs_behind(spots, ways, skid.part[seen], cast.size, GENTLE if viewpoint.gentle else 1.0)


def puffs_behind(spots: Floats, ways: Floats, parts: Floats, size_px: int, visible: float) -> list[Blit]:
    """Return the puffs behind (2, K) feet that went (2, K) ways, of whose skids (K,) parts are over."""
    part, (far, size) = parts[:, None], np.array(SKID_PUFFS).T
    steps = np.repeat(sprites.fade_steps((1 - parts) * visible), len(far))
    sizes = np.maximum(4, np.rint(size * (0.6 + 0.6 * part) * size_px / 4).astype(np.int64) * 4)
    x, y = spots[:, :, None] - far * ways[:, :, None] * np.array([1.0, FLAT])[:, None, None] * size_px
    kinds = [*zip(sizes.ravel().tolist(), steps.tolist(), strict=True)]
    puffs = {kind: _puff(*kind) for kind in set(kinds) if kind[1]}
    at = zip(x.ravel().tolist(), y.ravel().tolist(), strict=True)
    drawn = [(puffs[kind], spot) for kind, spot in zip(kinds, at, strict=True) if kind[1]]
    return [(sprite, (x - sprite.get_width() / 2, y - sprite.get_height() / 2)) for sprite, (x, y) in drawn]


def _ring(pose: Pose, radius: float, share: float, viewpoint: Viewpoint) -> list[Blit]:
    """Return puffs around somebody's feet, whose ring has run a share of its time."""
    step = sprites.fade_step((1 - share) * (GENTLE if viewpoint.gentle else 1.0))
    if not step:
        return []
    blits: list[Blit] = []
    largest = LARGEST * pose.size * (0.55 + 0.45 * share)
    sizes = [max(4, round(largest * (0.8 + 0.2 * differs) / 4) * 4) for _, _, differs in AROUND]
    puffs = {size: _puff(size, step) for size in set(sizes)}
    for size, (right, down, differs) in zip(sizes, AROUND, strict=True):
        sprite, far = puffs[size], radius * (1 + 0.06 * differs)
        x, y = pose.x + far * right, pose.y + far * down
        blits.append((sprite, (x - sprite.get_width() / 2, y - sprite.get_height() / 2)))
    return blits


@cached_picture
def _puff(wide_px: int, step: int) -> pygame.Surface:
    canvas = SpriteCanvas(wide_px, -0.62, -0.42, 0.62, 0.42)
    lobes = ((-0.24, 0.04, 0.24, 0.16), (0.22, 0.05, 0.26, 0.17), (0.0, -0.07, 0.27, 0.19))
    for x, y, across, down in lobes:
        canvas.ellipse((x, y), (across + 0.06, down + 0.06), palette.WOOD)
    for x, y, across, down in lobes:
        canvas.ellipse((x, y), (across, down), palette.PAPER)
    return faded(canvas.finish(), 0.85 * step / palette.FADE_STEPS)
