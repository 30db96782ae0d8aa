"""Walls of brick that nobody sees or walks through, and fences over which people see one another.

They are seen a little from the right, so that a wall that runs away from the player has a side, too.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.view.canvas import palette
from sandbox.view.canvas.themes import themed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sandbox.scenario.schema import Wall

THICK_METRES: Final = 0.34
HIGH_METRES: Final = 0.62
ASIDE_METRES: Final = 0.2
"""How far to the left of its foot the top of a wall is drawn: so much is seen of its right side."""
STONE_METRES: Final = 0.6
"""Length of a brick, and of a stone on top."""
COURSES: Final = 3
FENCE_METRES: Final = 0.72
POST_METRES: Final = 0.62
RAILS: Final = ((0.42, 0.09), (0.82, -0.07))
"""Height of each rail in heights of a fence, and how far aside it is drawn where the fence runs away, in metres."""
SHADE: Final = 0.8
"""How much darker than the front a side is."""
CLOSEST_PX: Final = 4
"""Pixels between two posts or joints of bricks, at least."""

Spot = tuple[float, float]


def draw_walls(
    canvas: pygame.Surface, walls: tuple[Wall, ...], at: Callable[[float, float], Spot], scale: float
) -> None:
    """Draw all walls: the sides of the high ones, the farthest first, their tops, which run into each other, fences."""
    ends = [(at(wall.x1, wall.y1), at(wall.x2, wall.y2), wall.low) for wall in walls]
    ends.sort(key=lambda wall: max(wall[0][1], wall[1][1]))
    high = [_slab(start, end, THICK_METRES * scale / 2) for start, end, low in ends if not low]
    line = max(1.5, 0.06 * scale)
    for base in high:
        _draw_sides(canvas, base, scale, line)
    _draw_tops(canvas, [_raised(base, scale) for base in high], scale, line)
    for start, end, low in ends:
        if low:
            _fence(canvas, start, end, scale)


def _raised(base: Sequence[Spot], scale: float, share: float = 1.0) -> list[Spot]:
    """Return spots on the ground as they are at the top of a wall, or at a share of its height."""
    return [(x - ASIDE_METRES * share * scale, y - HIGH_METRES * share * scale) for x, y in base]


def _draw_sides(canvas: pygame.Surface, base: list[Spot], scale: float, line: float) -> None:
    """Draw the sides of a wall that can be seen, course by course."""
    whole = _hull([*base, *_raised(base, scale)])
    pygame.draw.polygon(canvas, themed(palette.INK), whole)
    pygame.draw.lines(canvas, themed(palette.INK), True, whole, round(2 * line))  # noqa: FBT003
    for start, end in zip(base, [*base[1:], base[0]], strict=True):
        across, down = start[1] - end[1], end[0] - start[0]  # The way out of the wall, since corners go round.
        if across * ASIDE_METRES + down * HIGH_METRES > 0:
            side = across > down
            colour = _shaded(themed(palette.ROOF_DARK)) if side else themed(palette.ROOF_DARK)
            pygame.draw.polygon(canvas, colour, [start, end, *_raised([end, start], scale)])
            if not side:
                _bricks(canvas, start, end, scale)


def _shaded(colour: palette.Rgb) -> palette.Rgb:
    """Return a colour as it is in the shade."""
    red, green, blue = (round(channel * SHADE) for channel in colour)
    return red, green, blue


def _bricks(canvas: pygame.Surface, start: Spot, end: Spot, scale: float) -> None:
    """Draw the joints of one side."""
    thick = max(1, round(HIGH_METRES * scale / 18))
    for course in range(COURSES):
        low, high = course / COURSES, (course + 1) / COURSES
        pygame.draw.lines(canvas, themed(palette.INK), False, _raised([start, end], scale, low), thick)  # noqa: FBT003
        for share in _shares(canvas, start, end, STONE_METRES * scale, (course + 1) % 2 / 2):
            if 0 < share < 1:
                foot = _between(start, end, share)
                (bottom,), (top,) = _raised([foot], scale, low), _raised([foot], scale, high)
                pygame.draw.line(canvas, themed(palette.INK), bottom, top, thick)


def _draw_tops(canvas: pygame.Surface, tops: list[list[Spot]], scale: float, line: float) -> None:
    """Draw the stones on walls; where walls meet, no edge is between them."""
    for top in tops:
        pygame.draw.lines(canvas, themed(palette.INK), True, top, round(2 * line))  # noqa: FBT003
    for top in tops:
        pygame.draw.polygon(canvas, themed(palette.ROOF), top)
    for near_left, near_right, far_right, far_left in tops:
        for share in _shares(canvas, near_left, near_right, STONE_METRES * scale):
            if 0 < share < 1:
                joint, other_end = _between(near_left, near_right, share), _between(far_left, far_right, share)
                pygame.draw.line(canvas, themed(palette.ROOF_DARK), joint, other_end, max(1, round(line)))


def _shares(canvas: pygame.Surface, start: Spot, end: Spot, apart: float, offset: float = 0.0) -> list[float]:
    """Return which parts of a way lead to spots that are evenly `apart`, in pixels, as far as these may be seen."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    count = max(1, round(length / max(CLOSEST_PX, apart)))
    shares = (np.arange(count + 1) + offset) / count
    seen = canvas.get_clip().inflate(*[round(8 * apart + length / count)] * 2)
    x, y = start[0] + (end[0] - start[0]) * shares, start[1] + (end[1] - start[1]) * shares
    there = (x >= seen.left) & (x <= seen.right) & (y >= seen.top) & (y <= seen.bottom) & (shares <= 1)
    found: list[float] = shares[there].tolist()
    return found


def _between(start: Spot, end: Spot, share: float) -> Spot:
    """Return the spot at a part of the way from one to another."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _fence(canvas: pygame.Surface, start: Spot, end: Spot, scale: float) -> None:
    """Draw posts with two rails between them; one looks through as well as over."""
    high, line = FENCE_METRES * scale, max(1.5, 0.05 * scale)
    length = hypot(end[0] - start[0], end[1] - start[1])
    steep = abs(end[1] - start[1]) / max(1.0, length)
    posts = _shares(canvas, start, end, (POST_METRES + steep * FENCE_METRES) * scale)
    feet = sorted((_between(start, end, share) for share in posts), key=lambda foot: foot[1])
    for up, aside in RAILS:
        rail = [(x + aside * steep * scale, y - high * up) for x, y in (start, end)]
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
