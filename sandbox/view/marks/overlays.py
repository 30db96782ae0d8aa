"""Marks that belong to a body: joy, steps under idols, hidden feelings; of suffering see `pain`, of blame `heaps`.

Theory: T21, T27.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.session.seen.thresholds import SUFFERS
from sandbox.session.seen.tie_sums import REJOICES
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas
from sandbox.view.icons.registry import icon

if TYPE_CHECKING:
    import pygame

    from sandbox.session.frame import Frame
    from sandbox.session.seen.tie_sums import TieSums
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.people.cast import Cast, Pose

Blit = tuple["pygame.Surface", tuple[float, float]]

HIDDEN: Final = 0.38
"""A difference between felt and shown that earns a badge."""
STEPS: Final = (4, 6, 9)
"""So many admirers make somebody an idol and put a step under them, then a second and a third."""


def plinths(cast: Cast, tie_sums: TieSums) -> list[Blit]:
    """Return the steps under idols."""
    idols = _idols(tie_sums)
    poses = ((cast.get(who), steps) for who, steps in idols.items())
    return [centred(plinth(pose.size, steps), (pose.x, pose.y)) for pose, steps in poses if pose is not None]


_latest: list[tuple[TieSums, dict[int, int]]] = []


def _idols(tie_sums: TieSums) -> dict[int, int]:
    """Return the idols and how many steps each stands on; found once for some sums."""
    if not _latest or _latest[0][0] is not tie_sums:
        steps = np.searchsorted(STEPS, tie_sums.admirers, "right")
        rows = np.flatnonzero(steps)
        _latest[:] = [(tie_sums, dict(zip(rows.tolist(), steps[rows].tolist(), strict=True)))]
    return _latest[0][1]


def over_bodies(frame: Frame, cast: Cast, lengths: Sizes) -> list[Blit]:
    """Return the badges that lie over bodies."""
    if cast.size < lengths.plain_below_px:
        return []
    felt, shown = frame.people.felt, frame.people.shown
    blits: list[Blit] = []
    glad = cast.those(felt > REJOICES)
    blits += [centred(_upstrokes(pose.size), (pose.x, pose.top() - pose.size * 0.36)) for pose in glad]
    if cast.size >= lengths.detail_above_px:
        hiders = cast.those(np.abs(felt - shown) > HIDDEN)
        blits += [felt_badge(pose, float(felt[pose.who]), lengths) for pose in hiders]
    return blits


@cached_picture
def plinth(size_px: int, steps: int) -> pygame.Surface:
    """Return the stone steps on which an idol stands; the feet are in the middle."""
    canvas = SpriteCanvas(size_px, -0.8, -0.4, 0.8, 0.4)
    for step in range(steps):
        wide = 0.44 + 0.11 * (steps - 1 - step)
        y = 0.06 * (steps - step)
        canvas.ellipse((0.0, y), (wide, wide * 0.34), palette.STONE_DARK, 0.03)
        canvas.ellipse((0.0, y - 0.045), (wide, wide * 0.34), palette.STONE, 0.02)
    return canvas.finish()


def felt_sign(felt: float) -> str:
    """Name the sign of what somebody really feels: up, level or down."""
    return "up" if felt > -SUFFERS / 2 else "down" if felt < SUFFERS / 2 else "level"


def felt_badge(pose: Pose, felt: float, lengths: Sizes) -> Blit:
    """Return the sign beside a body that says what somebody really feels; larger for stronger."""
    size = round(lengths.badge_px * (0.62 + 0.38 * abs(felt)))
    return centred(icon(felt_sign(felt), size), (pose.x + pose.size * 0.42, pose.y - pose.lift - pose.size * 0.36))


@cached_picture
def _upstrokes(size_px: int) -> pygame.Surface:
    canvas = SpriteCanvas(size_px, -0.5, -0.3, 0.5, 0.3)
    for x, tall in ((-0.22, 0.12), (0.0, 0.2), (0.22, 0.12)):
        way = [(x, 0.14), (x * 1.25, 0.14 - tall)]
        canvas.stroke(way, 0.11)
        canvas.stroke(way, 0.06, palette.BLUE)
    return canvas.finish()


def centred(sprite: pygame.Surface, spot: tuple[float, float]) -> Blit:
    """Put the middle of a sprite at a pixel."""
    return (sprite, (spot[0] - sprite.get_width() / 2, spot[1] - sprite.get_height() / 2))
