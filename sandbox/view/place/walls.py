"""Walls of brick that nobody sees or walks through, and fences over which people see one another."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.view.canvas import palette
from sandbox.view.canvas.themes import themed

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.scenario.schema import Wall

THICK_METRES: Final = 0.34
HIGH_METRES: Final = 0.62
FENCE_METRES: Final = 0.72
POST_METRES: Final = 0.62
CLOSEST_PX: Final = 4
"""Pixels between two posts or joints of bricks, at least."""

Spot = tuple[float, float]


def draw_walls(
    canvas: pygame.Surface, walls: tuple[Wall, ...], at: Callable[[float, float], Spot], scale: float
) -> None:
    """Draw all walls, the farthest first."""
    for wall in sorted(walls, key=lambda wall: max(wall.y1, wall.y2)):
        draw_one = _fence if wall.low else _wall
        draw_one(canvas, at(wall.x1, wall.y1), at(wall.x2, wall.y2), scale)


def _wall(canvas: pygame.Surface, start: Spot, end: Spot, scale: float) -> None:
    half, high = THICK_METRES * scale / 2, HIGH_METRES * scale
    line = max(1.5, 0.06 * scale)
    base = _slab(start, end, half)
    roof = [(x, y - high) for x, y in base]
    for grown, colour in ((line, palette.INK), (0.0, palette.ROOF_DARK)):
        whole = _hull([*_slab(start, end, half + grown), *[(x, y - high) for x, y in _slab(start, end, half + grown)]])
        pygame.draw.polygon(canvas, themed(colour), whole)
    _bricks(canvas, start, end, half, high)
    pygame.draw.polygon(canvas, themed(palette.ROOF), roof)
    pygame.draw.aalines(canvas, themed(palette.INK), True, roof)  # noqa: FBT003 - closed; pygame takes it by place only


def _fence(canvas: pygame.Surface, start: Spot, end: Spot, scale: float) -> None:
    """Draw posts with two rails between them; one looks through as well as over."""
    high, line = FENCE_METRES * scale, max(1.5, 0.05 * scale)
    length = hypot(end[0] - start[0], end[1] - start[1])
    steep = abs(end[1] - start[1]) / max(1.0, length)
    count = max(1, round(length / max(CLOSEST_PX, (POST_METRES + steep * FENCE_METRES) * scale)))
    shares = np.arange(count + 1) / count
    x, y = start[0] + (end[0] - start[0]) * shares, start[1] + (end[1] - start[1]) * shares
    seen = canvas.get_clip().inflate(4 * high, 4 * high)
    there = (x >= seen.left) & (x <= seen.right) & (y >= seen.top) & (y <= seen.bottom)
    feet = sorted(zip(x[there].tolist(), y[there].tolist(), strict=True), key=lambda foot: foot[1])
    for up in (0.42, 0.82):
        rail = [(x, y - high * up) for x, y in (start, end)]
        _plank(canvas, rail, max(2.0, 0.11 * scale), line, palette.WOOD_DARK)
    for x, y in feet:
        _plank(canvas, [(x, y), (x, y - high * 0.9)], max(2.5, 0.17 * scale), line, palette.WOOD)


def _plank(canvas: pygame.Surface, ends: list[Spot], width: float, line: float, colour: palette.Rgb) -> None:
    for grown, paint in ((line, palette.INK), (0.0, colour)):
        half = width / 2 + grown
        pygame.draw.polygon(canvas, themed(paint), _slab(ends[0], ends[1], half))


def _slab(start: Spot, end: Spot, half: float) -> list[Spot]:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    along, across = (dx / length * half, dy / length * half), (-dy / length * half, dx / length * half)
    return [
        (start[0] - along[0] + across[0], start[1] - along[1] + across[1]),
        (end[0] + along[0] + across[0], end[1] + along[1] + across[1]),
        (end[0] + along[0] - across[0], end[1] + along[1] - across[1]),
        (start[0] - along[0] - across[0], start[1] - along[1] - across[1]),
    ]


def _bricks(canvas: pygame.Surface, start: Spot, end: Spot, half: float, high: float) -> None:
    corners = sorted(_slab(start, end, half), key=lambda spot: spot[1])[2:]
    (x1, y1), (x2, y2) = sorted(corners)
    count = max(1, round(abs(x2 - x1) / max(CLOSEST_PX, high)))
    seen = canvas.get_clip().inflate(2 * high + 2, 2 * high + 2)
    per = (x2 - x1) / count or 1.0
    bricks = range(max(0, int((seen.left - x1) / per) - 1), min(count, int((seen.right - x1) / per) + 1) + 1)
    thick = max(1, round(high / 18))
    for row in range(3):
        up = high * row / 3
        pygame.draw.line(canvas, themed(palette.INK), (x1, y1 - up), (x2, y2 - up), thick)
        for brick in bricks:
            share = min(1.0, (brick + row % 2 / 2) / count)
            x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share
            pygame.draw.line(canvas, themed(palette.INK), (x, y - up), (x, y - up - high / 3), thick)


def _hull(points: list[Spot]) -> list[Spot]:
    """Return the corners of the smallest convex shape around points (Andrew's monotone chain)."""
    ordered = sorted(points)

    def chain(spots: list[Spot]) -> list[Spot]:
        kept: list[Spot] = []
        for spot in spots:
            while len(kept) > 1 and _turn(kept[-2], kept[-1], spot) <= 0:
                kept.pop()
            kept.append(spot)
        return kept[:-1]

    return chain(ordered) + chain(ordered[::-1])


def _turn(first: Spot, second: Spot, third: Spot) -> float:
    return (second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (third[0] - first[0])
