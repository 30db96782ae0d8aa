"""Lines straight onto the picture: thick, dashed, wavy, always with an edge of ink so that they survive a projector."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, pairwise
from math import copysign, hypot, inf
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame
import pygame.gfxdraw

from sandbox.view.canvas.palette import INK, PAPER, Rgb
from sandbox.view.canvas.themes import themed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.engine.arrays import Floats

Spot = tuple[float, float]

BEND: Final = 0.12
"""How far a curved line leaves the straight way, as a share of its length."""
CURVE_STEPS: Final = 10
HALF_STEPS: Final = 3
"""Steps of half a bow."""
_SHARE: Final = np.linspace(0, 0.5, HALF_STEPS + 1)[:, None]
_HALF: Final = np.stack([(1 - _SHARE) ** 2, 2 * _SHARE * (1 - _SHARE), _SHARE**2])
"""(3, P, 1) how much start, control and end weigh at each step of the first half of a bow."""
_ASIDE: Final = np.array([-1.0, 1.0])
"""What turns (y, x) of a way by a quarter."""
SHARPEST: Final = 0.45
"""How far a corner may reach out: the least cosine of half its angle."""
FARTHEST_PX: Final = 2**15 - 1
"""What draws smooth edges fast knows no pixel farther out."""


def thick(surface: pygame.Surface, points: Sequence[Spot], width: float, colour: Rgb) -> None:
    """Draw a line with smooth edges and closed corners."""
    thicker(surface, points, (width, colour))


def thicker(surface: pygame.Surface, points: Sequence[Spot], *layers: tuple[float, Rgb]) -> None:
    """Draw thick lines upon each other along one way, each as wide as it says, in its colour."""
    outward = _outward(points)
    for width, colour in layers:
        _layer(surface, points, outward, width, colour)


def _layer(surface: pygame.Surface, points: Sequence[Spot], outward: Sequence[Spot], width: float, colour: Rgb) -> None:
    rim = _band(points, outward, width / 2)
    _smooth(surface, rim, themed(colour), near=max(map(abs, chain.from_iterable(rim))) < FARTHEST_PX)


def edged(surface: pygame.Surface, points: Sequence[Spot], width: float, colour: Rgb, edge: float) -> None:
    """Draw a line with an edge of ink on both sides."""
    outward = _outward(points)
    _layer(surface, points, outward, width + 2 * edge, INK)
    pygame.draw.polygon(surface, themed(colour), _band(points, outward, width / 2))


def dashed(
    surface: pygame.Surface, start: Spot, end: Spot, width: float, colour: Rgb, dash: float, shift: float = 0.0
) -> None:
    """Draw dashes from start to end; `shift` (in dashes) moves them along."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    if length < 1:
        return
    ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    (x, y), shade, wide = start, themed(colour), max(1, round(width))
    at = (shift % 1.0) * 2 * dash - 2 * dash
    while at < length:
        first, last = max(0.0, at), min(length, at + dash)
        if last > first:
            ends = (x + ux * first, y + uy * first), (x + ux * last, y + uy * last)
            pygame.draw.aaline(surface, shade, *ends, wide)
        at += 2 * dash


def between(start: Spot, end: Spot, leave: float, stop: float) -> tuple[Spot, Spot] | None:
    """Shorten a way at both ends, so that a line does not run over faces; None if nothing is left."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    if length <= leave + stop + 1:
        return None
    ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    return (start[0] + ux * leave, start[1] + uy * leave), (end[0] - ux * stop, end[1] - uy * stop)


def curve(start: Spot, end: Spot, bend: float = BEND, steps: int = CURVE_STEPS) -> list[Spot]:
    """Return points of a bow from start to end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    (x1, y1), (x3, y3) = start, end
    x2, y2 = (x1 + x3) / 2 - dy * bend * 2, (y1 + y3) / 2 + dx * bend * 2
    return [(a * x1 + b * x2 + c * x3, a * y1 + b * y2 + c * y3) for a, b, c in _weights(steps)]


@lru_cache(8)
def _weights(steps: int) -> tuple[tuple[float, float, float], ...]:
    """Return how much start, control and end of a bow weigh at each step along it."""
    shares = [step / steps for step in range(steps + 1)]
    return tuple(((1 - share) ** 2, 2 * share * (1 - share), share**2) for share in shares)


def curves(starts: Floats, ends: Floats, bends: Floats, steps: int = CURVE_STEPS) -> Floats:
    """Return (L, P, 2) points of L bows from (L, 2) starts to (L, 2) ends, of which each has its own (L,) bend."""
    return _bows(starts, ends, bends, np.asarray(_weights(steps)).T[:, :, None])


def zigzag(way: Sequence[Spot], swing: float, length: float) -> list[Spot]:
    """Return the corners of a jagged line along a bow."""
    (x1, y1), (x2, y2) = way[0], way[-1]
    whole = hypot(x2 - x1, y2 - y1) or 1.0
    count = max(2, round(whole / length))
    nx, ny = -(y2 - y1) / whole * swing, (x2 - x1) / whole * swing
    corners = [way[0]]
    for step in range(1, count):
        x, y = along(way, step / count)
        side = 1 if step % 2 else -1
        corners.append((x + side * nx, y + side * ny))
    return [*corners, way[-1]]


def along(way: Sequence[Spot], share: float) -> Spot:
    """Return the spot at a share, 0 to 1, of the steps of a way."""
    place = share * (len(way) - 1)
    index = min(int(place), len(way) - 2)
    (x1, y1), (x2, y2) = way[index], way[index + 1]
    part = place - index
    return (x1 + (x2 - x1) * part, y1 + (y2 - y1) * part)


def distance(way: Sequence[Spot], spot: Spot) -> float:
    """Return how many pixels a spot is from a way; infinitely many if there is none."""
    if len(way) < 2:  # noqa: PLR2004 - two ends
        return inf
    ends = np.asarray(way)
    starts, steps = ends[:-1], np.diff(ends, axis=0)
    length = np.maximum((steps * steps).sum(axis=1), 1e-9)
    share = np.clip(((spot - starts) * steps).sum(axis=1) / length, 0, 1)[:, None]
    return float(np.hypot(*(spot - starts - share * steps).T).min())


def arrow_head(surface: pygame.Surface, tip: Spot, tail: Spot, size: float, colour: Rgb) -> None:
    """Draw a filled arrow head at `tip`, coming from `tail`."""
    length = hypot(tip[0] - tail[0], tip[1] - tail[1]) or 1.0
    ux, uy = (tip[0] - tail[0]) / length, (tip[1] - tail[1]) / length
    back = (tip[0] - ux * size, tip[1] - uy * size)
    corners = [
        tip,
        (back[0] - uy * size * 0.6, back[1] + ux * size * 0.6),
        (back[0] + uy * size * 0.6, back[1] - ux * size * 0.6),
    ]
    pygame.draw.polygon(surface, themed(colour), corners)
    pygame.draw.aalines(surface, themed(colour), True, corners)  # noqa: FBT003 - closed; pygame takes it by place only


def films(surface: pygame.Surface, shapes: Sequence[Sequence[Spot]], colour: Rgb, opacity: int) -> None:
    """Lay see-through polygons over the picture."""
    for shape in shapes:
        pygame.gfxdraw.filled_polygon(surface, shape, (*themed(colour), opacity))


def half_bows(starts: Floats, ends: Floats, bends: Floats) -> Floats:
    """Return (L, P, 2) points of the first halves of L gentle bows, from (L, 2) starts on their way to (L, 2) ends."""
    return _bows(starts, ends, bends, _HALF)


def _bows(starts: Floats, ends: Floats, bends: Floats, weights: Floats) -> Floats:
    """Return (L, P, 2) points of bows at steps where start, control and end have (3, P, 1) weights."""
    way = ends - starts
    control = (starts + ends) / 2 + 2 * bends[:, None] * way[:, ::-1] * _ASIDE
    first, second, third = weights
    bows: Floats = first * starts[:, None] + second * control[:, None] + third * ends[:, None]
    return bows


def rails(surface: pygame.Surface, lines: Floats, gap: Floats, width: Floats, colour: Rgb, edge: float) -> None:
    """Draw each of (L, P, 2) lines as two lines side by side with a light gap between them and edges of ink."""
    steps = lines[:, 1:] - lines[:, :-1]
    normals = steps[..., ::-1] * _ASIDE
    normals /= np.maximum(np.hypot(steps[..., 0], steps[..., 1]), 1e-9)[..., None]
    outward = np.concatenate([normals[:, :1], (normals[:, 1:] + normals[:, :-1]) / 2, normals[:, -1:]], axis=1)
    whole = gap / 2 + width
    aside = np.array([whole + edge, whole, gap / 2])[:, :, None, None] * outward
    bands = np.concatenate([lines + aside, (lines - aside)[:, :, ::-1]], axis=2)
    near = bool(np.abs(bands).max(initial=0.0) < FARTHEST_PX)
    ink, colour, paper = themed(INK), themed(colour), themed(PAPER)
    for rim, rail, middle in zip(*bands.tolist(), strict=True):
        _smooth(surface, rim, ink, near=near)
        pygame.draw.polygon(surface, colour, rail)
        pygame.draw.polygon(surface, paper, middle)


def _smooth(surface: pygame.Surface, rim: Sequence[Spot], ink: Rgb, *, near: bool) -> None:
    """Fill a shape and make its edges smooth; fast if it is `near`, wholly within FARTHEST_PX."""
    pygame.draw.polygon(surface, ink, rim)
    if near:
        pygame.gfxdraw.aapolygon(surface, rim, ink)
    else:
        pygame.draw.aalines(surface, ink, True, rim)  # noqa: FBT003 - closed; pygame takes it by place only


def grown(points: Sequence[Spot], by: float) -> list[Spot]:
    """Return the corners of a closed shape that is larger by so much all around."""
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*points, points[0]]))
    outward = _outward([points[-1], *points, points[0]])[1:-1]
    away = -copysign(by, area)
    return [(x + away * ox, y + away * oy) for (x, y), (ox, oy) in zip(points, outward, strict=True)]


def _band(points: Sequence[Spot], outward: Sequence[Spot], half: float) -> list[Spot]:
    """Return the rim of a line of some width: one side there, the other side back."""
    aside = [(x, y, half * ox, half * oy) for (x, y), (ox, oy) in zip(points, outward, strict=True)]
    return [(x + ox, y + oy) for x, y, ox, oy in aside] + [(x - ox, y - oy) for x, y, ox, oy in reversed(aside)]


def _outward(points: Sequence[Spot]) -> list[Spot]:
    """Return, for each point of a line, the way to one side of it, longer where the line bends."""
    normals = [_normal(start, end) for start, end in pairwise(points)]
    outward = []
    for (ax, ay), (bx, by) in pairwise([normals[0], *normals, normals[-1]]):
        mx, my = (ax + bx) / 2, (ay + by) / 2
        reach = 1 / max(SHARPEST, mx * mx + my * my)
        outward.append((mx * reach, my * reach))
    return outward


def _normal(start: Spot, end: Spot) -> Spot:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    return (-dy / length, dx / length)
