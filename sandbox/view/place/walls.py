"""Walls that nobody sees or walks through, and low ones over which people see one another.

Outdoors they are of brick with a coping of stone, and low ones are fences; in a room they are panels.

They are seen a little from the right, so that a wall that runs away from the player has a side, too.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pygame

from sandbox.view.canvas import palette
from sandbox.view.canvas.light import AWAY
from sandbox.view.canvas.themes import themed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sandbox.scenario.schema import Wall
    from sandbox.view.canvas.palette import Rgb

THICK_METRES: Final = 0.34
HIGH_METRES: Final = 0.85
"""Height of what is seen of a high wall."""
LOW_METRES: Final = 0.5
ASIDE_METRES: Final = 0.2
"""How far to the left of its foot the top of a wall is drawn: so much is seen of its right side."""
STONE_METRES: Final = 0.6
"""Length of a brick, and of a stone on top."""
COURSES: Final = 4
FENCE_METRES: Final = 0.72
POST_METRES: Final = 0.62
RAILS: Final = ((0.42, 0.09), (0.82, -0.07))
"""Height of each rail in heights of a fence, and how far aside it is drawn where the fence runs away, in metres."""
SHADE: Final = 0.8
"""How much darker than the front a side is."""
CLOSEST_PX: Final = 4
"""Pixels between two posts or joints of bricks, at least."""

Spot = tuple[float, float]


class Make(NamedTuple):
    """Of what walls are made."""

    front: Rgb
    joint: Rgb
    top: Rgb
    top_joint: Rgb
    bricks: bool
    fences: bool
    """whether low ones are fences"""


MAKES: Final = {
    False: Make(palette.ROOF, palette.ROOF_DARK, palette.STONE, palette.STONE_DARK, bricks=True, fences=True),
    True: Make(palette.PLASTER, palette.PAVING_LINE, palette.PAPER, palette.PAPER, bricks=False, fences=False),
}
"""Outdoors (False) and in a room (True)."""


def draw_walls(
    canvas: pygame.Surface,
    walls: tuple[Wall, ...],
    at: Callable[[float, float], Spot],
    scale: float,
    make: Make,
    reach: float = 0.0,
) -> None:
    """Draw all walls: shadows, the sides of high ones, the farthest first, tops, which run into each other, low ones.

    A shadow is `reach` times as long as its wall is high.
    """
    ends = [(at(wall.x1, wall.y1), at(wall.x2, wall.y2), wall.low) for wall in walls]
    ends.sort(key=lambda wall: max(wall[0][1], wall[1][1]))
    line, half = max(1.5, 0.06 * scale), THICK_METRES * scale / 2
    solid = [(_slab(start, end, half), low) for start, end, low in ends if not (low and make.fences)]
    _draw_shadows(canvas, [base for base, _ in solid], HIGH_METRES * reach * scale)
    for is_low, metres in ((True, LOW_METRES), (False, HIGH_METRES)):
        bases = [base for base, low in solid if low == is_low]
        for base in bases:
            _draw_sides(canvas, base, (scale, metres / HIGH_METRES, line), make)
        _draw_tops(canvas, [_raised(base, scale, metres / HIGH_METRES) for base in bases], scale, line, make)
    for start, end, low in ends:
        if low and make.fences:
            _fence(canvas, start, end, scale)


def silhouettes(
    wall: Wall, at: Callable[[float, float], Spot], scale: float, make: Make, seen: pygame.Rect
) -> list[list[Spot]]:
    """Return the shapes that a wall takes up in the picture; a fence, through which one looks, is posts and rails."""
    start, end = at(wall.x1, wall.y1), at(wall.x2, wall.y2)
    if wall.low and make.fences:
        return [_slab(*ends, width / 2 + line) for ends, width, line, _ in _planks(start, end, scale, seen)]
    base = _slab(start, end, THICK_METRES * scale / 2 + max(1.5, 0.06 * scale))
    return [_hull([*base, *_raised(base, scale, LOW_METRES / HIGH_METRES if wall.low else 1.0)])]


def _draw_shadows(canvas: pygame.Surface, bases: list[list[Spot]], long_px: float) -> None:
    """Lay the shadows of walls on the ground, all in one, so that none is darker where two meet."""
    if not bases or not long_px:
        return
    aside, down = (long_px * part for part in AWAY)
    box = canvas.get_clip()
    film = pygame.Surface(box.size, pygame.SRCALPHA)
    colour = (*themed(palette.NIGHT), round(255 * palette.SHADOW))
    for base in bases:
        shape = _hull([*base, *((x + aside, y + down) for x, y in base)])
        pygame.draw.polygon(film, colour, [(x - box.left, y - box.top) for x, y in shape])
    canvas.blit(film, box)


def _raised(base: Sequence[Spot], scale: float, share: float = 1.0) -> list[Spot]:
    """Return spots on the ground as they are at the top of a wall, or at a share of its height."""
    return [(x - ASIDE_METRES * share * scale, y - HIGH_METRES * share * scale) for x, y in base]


def _draw_sides(canvas: pygame.Surface, base: list[Spot], lengths: tuple[float, float, float], make: Make) -> None:
    """Draw the sides of a wall that can be seen; lengths are the scale, the height in high walls, and a line's."""
    scale, share, line = lengths
    whole = _hull([*base, *_raised(base, scale, share)])
    pygame.draw.polygon(canvas, themed(palette.INK), whole)
    pygame.draw.lines(canvas, themed(palette.INK), True, whole, round(2 * line))  # noqa: FBT003
    for start, end in zip(base, [*base[1:], base[0]], strict=True):
        across, down = start[1] - end[1], end[0] - start[0]  # The way out of the wall, since corners go round.
        if across * ASIDE_METRES + down * HIGH_METRES > 0:
            side = across > down
            colour = _shaded(themed(make.front)) if side else themed(make.front)
            pygame.draw.polygon(canvas, colour, [start, end, *_raised([end, start], scale, share)])
            if not side and make.bricks:
                _bricks(canvas, start, end, scale, make.joint)


def _shaded(colour: palette.Rgb) -> palette.Rgb:
    """Return a colour as it is in the shade."""
    red, green, blue = (round(channel * SHADE) for channel in colour)
    return red, green, blue


def _bricks(canvas: pygame.Surface, start: Spot, end: Spot, scale: float, ink: Rgb) -> None:
    """Draw the joints of one side."""
    thick = max(1, round(HIGH_METRES * scale / 18))
    for course in range(COURSES):
        low, high = course / COURSES, (course + 1) / COURSES
        pygame.draw.lines(canvas, themed(ink), False, _raised([start, end], scale, low), thick)  # noqa: FBT003
        for share in _shares(canvas.get_clip(), start, end, STONE_METRES * scale, (course + 1) % 2 / 2):
            if 0 < share < 1:
                foot = _between(start, end, share)
                (bottom,), (top,) = _raised([foot], scale, low), _raised([foot], scale, high)
                pygame.draw.line(canvas, themed(ink), bottom, top, thick)


def _draw_tops(canvas: pygame.Surface, tops: list[list[Spot]], scale: float, line: float, make: Make) -> None:
    """Draw the stones on walls; where walls meet, no edge is between them."""
    for top in tops:
        pygame.draw.lines(canvas, themed(palette.INK), True, top, round(2 * line))  # noqa: FBT003
    for top in tops:
        pygame.draw.polygon(canvas, themed(make.top), top)
    for near_left, near_right, far_right, far_left in tops:
        for share in _shares(canvas.get_clip(), near_left, near_right, STONE_METRES * scale):
            if 0 < share < 1:
                joint, other_end = _between(near_left, near_right, share), _between(far_left, far_right, share)
                pygame.draw.line(canvas, themed(make.top_joint), joint, other_end, max(1, round(line)))


def _shares(part: pygame.Rect, start: Spot, end: Spot, apart: float, offset: float = 0.0) -> list[float]:
    """Return which parts of a way lead to spots that are evenly `apart`, in pixels, as far as these may be seen."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    count = max(1, round(length / max(CLOSEST_PX, apart)))
    shares = (np.arange(count + 1) + offset) / count
    seen = part.inflate(*[round(8 * apart + length / count)] * 2)
    x, y = start[0] + (end[0] - start[0]) * shares, start[1] + (end[1] - start[1]) * shares
    there = (x >= seen.left) & (x <= seen.right) & (y >= seen.top) & (y <= seen.bottom) & (shares <= 1)
    found: list[float] = shares[there].tolist()
    return found


def _between(start: Spot, end: Spot, share: float) -> Spot:
    """Return the spot at a part of the way from one to another."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _fence(canvas: pygame.Surface, start: Spot, end: Spot, scale: float) -> None:
    """Draw posts with two rails between them; one looks through as well as over."""
    for ends, width, line, colour in _planks(start, end, scale, canvas.get_clip()):
        for grown, paint in ((line, palette.INK), (0.0, colour)):
            pygame.draw.polygon(canvas, themed(paint), _slab(ends[0], ends[1], width / 2 + grown))


def _planks(
    start: Spot, end: Spot, scale: float, seen: pygame.Rect
) -> Iterator[tuple[tuple[Spot, Spot], float, float, Rgb]]:
    """List the rails and posts of a fence as far as they may be seen: both ends, width, line around, and colour."""
    high, line = FENCE_METRES * scale, max(1.5, 0.05 * scale)
    length = hypot(end[0] - start[0], end[1] - start[1])
    steep = abs(end[1] - start[1]) / max(1.0, length)
    posts = _shares(seen, start, end, (POST_METRES + steep * FENCE_METRES) * scale)
    for up, aside in RAILS:
        left, right = ((x + aside * steep * scale, y - high * up) for x, y in (start, end))
        yield (left, right), max(2.0, 0.11 * scale), line, palette.WOOD_DARK
    for x, y in sorted((_between(start, end, share) for share in posts), key=lambda foot: foot[1]):
        yield ((x, y), (x, y - high * 0.9)), max(2.5, 0.17 * scale), line, palette.WOOD


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
