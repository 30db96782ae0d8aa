"""Marks that belong to a body: joy, pebbles and stars, steps under idols, hidden feelings; of suffering see `pain`.

Theory: T21, T27.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.session.thresholds import SUFFERS
from sandbox.session.tie_sums import REJOICES
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas
from sandbox.view.canvas.text import pill
from sandbox.view.icons.registry import icon
from sandbox.view.people import sprites

if TYPE_CHECKING:
    import pygame

    from sandbox.engine.arrays import Ints
    from sandbox.session.frame import Frame
    from sandbox.session.tie_sums import TieSums
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.viewpoint import Viewpoint

Blit = tuple["pygame.Surface", tuple[float, float]]

SHOWN_PEBBLES: Final = 5
HIDDEN: Final = 0.38
"""A difference between felt and shown that earns a badge."""
HEAP: Final = 0.3
"""How far from the middle of a body its heap begins, in tiles."""
STEPS: Final = (4, 6, 9)
"""So many admirers make somebody an idol and put a step under them, then a second and a third."""
PILE: Final = ((0.0, 0.0), (0.95, 0.05), (0.48, -0.62), (1.42, -0.55), (0.95, -1.2))
"""Where pebbles lie, in pebbles."""


def plinths(cast: Cast, tie_sums: TieSums) -> list[Blit]:
    """Return the steps under idols."""
    steps = np.searchsorted(STEPS, tie_sums.admirers, "right")
    return [centred(plinth(pose.size, int(steps[pose.who])), (pose.x, pose.y)) for pose in cast.those(steps > 0)]


def over_bodies(frame: Frame, viewpoint: Viewpoint, cast: Cast, tie_sums: TieSums, lengths: Sizes) -> list[Blit]:
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
    return blits + [blit for _, _, blit in heaps(viewpoint, cast, tie_sums, lengths)]


def heaps(viewpoint: Viewpoint, cast: Cast, tie_sums: TieSums, lengths: Sizes) -> list[tuple[str, int, Blit]]:
    """Return every pebble and star that lies with somebody, each with its name and whose it is."""
    if viewpoint.lens not in {"truth", "blame"} or cast.size < lengths.plain_below_px:
        return []
    return [
        (name, pose.who, blit)
        for name, counts, side in _piles(tie_sums)
        for pose in cast.those(counts > 0)
        for blit in _pile(pose, name, int(counts[pose.who]), side, lengths)
    ]


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


def felt_badge(pose: Pose, felt: float, lengths: Sizes) -> Blit:
    """Return the sign beside a body that says what somebody really feels; larger for stronger."""
    name = "up" if felt > -SUFFERS / 2 else "down" if felt < SUFFERS / 2 else "level"
    size = round(lengths.badge_px * (0.62 + 0.38 * abs(felt)))
    return centred(icon(name, size), (pose.x + pose.size * 0.42, pose.y - pose.lift - pose.size * 0.36))


def _piles(tie_sums: TieSums) -> tuple[tuple[str, Ints, int], ...]:
    """Return what is heaped up, how much of it by person, and on which side."""
    return (("pebble", tie_sums.pebbles, 1), ("star", tie_sums.stars, -1))


def _pile(pose: Pose, name: str, count: int, side: int, lengths: Sizes) -> list[Blit]:
    """Heap stones, or stars, against the lower part of a body: in front of it, so that it is plain whose they are."""
    stone, size = icon(name, lengths.pebble_px), lengths.pebble_px
    x, y = pose.x + side * pose.size * HEAP - size / 2, pose.y - pose.size * 0.03 - size
    return [(stone, (x + side * across * size, y + up * size)) for across, up in PILE[: min(count, SHOWN_PEBBLES)]]


def pile_counts(cast: Cast, tie_sums: TieSums, lengths: Sizes) -> list[Blit]:
    """Return the "×n" of piles that are too high to draw; these have ordinary alpha."""
    if cast.size < lengths.plain_below_px:
        return []
    blits: list[Blit] = []
    for _, counts, side in _piles(tie_sums):
        for pose in cast.those(counts > SHOWN_PEBBLES):
            label = pill(f"×{counts[pose.who]}", lengths.word_px, lengths.pill_pad_px // 2)
            x, y = pose.x + side * pose.size * 0.36, pose.y - pose.size * 0.03 - 2.2 * lengths.pebble_px
            blits.append((label, (round(x if side > 0 else x - label.get_width()), round(y - label.get_height()))))
    return blits


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


def chosen(viewpoint: Viewpoint, cast: Cast) -> list[Blit]:
    """Return the rings on the ground under those the player has chosen."""
    blits: list[Blit] = []
    for who, name in ((viewpoint.hovered, "hovered"), (viewpoint.selected, "selected")):
        pose = cast.get(who)
        if pose is not None:
            ring = sprites.foot_ring(name, pose.size)
            blits.append((ring, (pose.x - ring.get_width() / 2, pose.y - ring.get_height() / 2)))
    return blits
