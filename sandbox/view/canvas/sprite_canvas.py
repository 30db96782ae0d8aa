"""A small canvas on which a sprite is drawn several times too large and then shrunk, so that every edge is smooth.

Coordinates are in tiles: (0, 0) is where the feet stand, y grows downwards, 1 is the height of a body's tile. Filled
shapes are drawn twice, dark and then smaller and light, because outlines drawn as lines have gaps at their corners.
The finished sprite has premultiplied alpha; blit it with `PREMULTIPLIED`.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.view.canvas.palette import INK, WHITE, Rgb
from sandbox.view.canvas.themes import themed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[float, float]

PREMULTIPLIED: Final = pygame.BLEND_PREMULTIPLIED
"""The blend flag for every sprite of this package."""

FINE_PX: Final = 180
"""A tile is drawn at about this many pixels before it is shrunk."""
SMOOTHEST: Final = 8
ROUGHEST: Final = 2
OPAQUE: Final = 255
SPARES: Final = 4
"""So many surfaces are kept for later canvases."""
LARGEST_SPARE: Final = 200_000
"""Pixels of the largest that is."""


class SpriteCanvas:
    """One sprite in the making."""

    def __init__(self, tile_px: float, left: float, top: float, right: float, bottom: float) -> None:
        """Open a canvas that reaches from (left, top) to (right, bottom), in tiles."""
        self.times = max(ROUGHEST, min(SMOOTHEST, round(FINE_PX / max(1.0, tile_px))))
        self.unit = tile_px * self.times
        self.size = (max(1, round((right - left) * tile_px)), max(1, round((bottom - top) * tile_px)))
        self.anchor = (round(-left * tile_px) * self.times, round(-top * tile_px) * self.times)
        """the canvas pixel of (0, 0)"""
        self.corner = (0, 0)
        """where the top left corner lies on the canvas of which this one is a part"""
        self.shape: tuple[list[Point], pygame.Rect] | None = None
        """the pixels of the shape around which it is such a part, and those around that"""
        self.surface = _opened((self.size[0] * self.times, self.size[1] * self.times))

    def at(self, point: Point) -> Point:
        """Return the canvas pixel of a point in tiles."""
        return (point[0] * self.unit + self.anchor[0], point[1] * self.unit + self.anchor[1])

    def spots(self, points: Iterable[Point]) -> list[Point]:
        """Return the canvas pixels of points in tiles."""
        unit, (left, top) = self.unit, self.anchor
        return [(x * unit + left, y * unit + top) for x, y in points]

    def polygon(self, points: Sequence[Point], fill: Rgb | None, line: float = 0.0, ink: Rgb = INK) -> None:
        """Fill a closed shape; `line` is the width of its outline, outside the fill, in tiles."""
        if line:
            self.stroke([*points, points[0]], 2 * line, ink)
            pygame.draw.polygon(self.surface, themed(ink), self.spots(points))
        if fill is not None:
            pygame.draw.polygon(self.surface, themed(fill), self.spots(points))

    def ellipse(self, centre: Point, radii: Point, fill: Rgb | None, line: float = 0.0, ink: Rgb = INK) -> None:
        """Fill an upright ellipse."""
        if line:
            self._oval(centre, (radii[0] + line, radii[1] + line), themed(ink))
        if fill is not None:
            self._oval(centre, radii, themed(fill))

    def circle(self, centre: Point, radius: float, fill: Rgb | None, line: float = 0.0, ink: Rgb = INK) -> None:
        """Fill a circle."""
        self.ellipse(centre, (radius, radius), fill, line, ink)

    def stroke(self, points: Sequence[Point], width: float, ink: Rgb = INK) -> None:
        """Draw a line with round ends and round corners."""
        radius, colour = max(0.5, width * self.unit / 2), themed(ink)
        spots = self.spots(points)
        for start, end in pairwise(spots):
            pygame.draw.polygon(self.surface, colour, _bar(start, end, radius))
        for spot in spots:
            pygame.draw.circle(self.surface, colour, spot, radius)

    def inside(self, points: Sequence[Point], drawing: SpriteCanvas, mask: pygame.Surface | None = None) -> None:
        """Lay a part of this canvas, or another of the same size, over it, cut to a shape, or to its `mask`."""
        spots, box = drawing.shape or self._shape(points)
        cut = _mask(spots, box) if mask is None else mask.copy()
        cut.blit(drawing.surface, (0, 0), box.move(-drawing.corner[0], -drawing.corner[1]), pygame.BLEND_RGBA_MULT)
        self.surface.blit(cut, box)

    def mask(self, points: Sequence[Point]) -> pygame.Surface:
        """Return what cuts a part of this canvas to a shape, to be used for another canvas of the same scale again."""
        return _mask(*self._shape(points))

    def rub_out(self, points: Sequence[Point]) -> None:
        """Make a shape transparent again."""
        pygame.draw.polygon(self.surface, (0, 0, 0, 0), self.spots(points))

    def hole(self, centre: Point, radii: Point) -> None:
        """Make an upright ellipse transparent again."""
        self._oval(centre, radii, (0, 0, 0, 0))

    def part(self, points: Sequence[Point]) -> SpriteCanvas:
        """Open an empty canvas of the same scale that reaches just around a shape."""
        spots, box = self._shape(points)
        part = object.__new__(SpriteCanvas)
        part.times, part.unit, part.size = self.times, self.unit, self.size
        part.corner, part.shape = box.topleft, (spots, box)
        part.anchor = (self.anchor[0] - box.left, self.anchor[1] - box.top)
        part.surface = pygame.Surface(box.size, pygame.SRCALPHA)
        return part

    def flood(self, fill: Rgb) -> None:
        """Fill all of it."""
        self.surface.fill(themed(fill))

    def finish(self) -> pygame.Surface:
        """Shrink the drawing to its size on the screen, with premultiplied alpha; nothing more can be drawn on it."""
        self.surface.premul_alpha_ip()
        sprite = pygame.transform.smoothscale(self.surface, self.size)
        _put_aside(self.surface)
        del self.surface
        return sprite

    def _shape(self, points: Sequence[Point]) -> tuple[list[Point], pygame.Rect]:
        """Return the pixels of a shape on this canvas, and those around it."""
        spots = self.spots(points)
        across, down = zip(*spots, strict=True)
        left, top = int(min(across)), int(min(down))
        box = pygame.Rect(left, top, int(max(across)) + 2 - left, int(max(down)) + 2 - top)
        return spots, box.clip(self.surface.get_rect())

    def _oval(self, centre: Point, radii: Point, fill: Rgb | tuple[int, int, int, int]) -> None:
        x, y = self.at(centre)
        across, down = radii[0] * self.unit, radii[1] * self.unit
        if across > 0 and down > 0:
            box = pygame.Rect(round(x - across), round(y - down), max(1, round(2 * across)), max(1, round(2 * down)))
            pygame.draw.ellipse(self.surface, fill, box)


_spare: Final[OrderedDict[tuple[int, int], pygame.Surface]] = OrderedDict()
"""Surfaces of canvases that are finished, by size, the one that was put aside last at the end."""


def _opened(size: tuple[int, int]) -> pygame.Surface:
    """Return an empty surface: one that was put aside costs no memory that the system must clear first."""
    surface = _spare.pop(size, None)
    if surface is None:
        return pygame.Surface(size, pygame.SRCALPHA)
    surface.fill((0, 0, 0, 0))
    return surface


def _put_aside(surface: pygame.Surface) -> None:
    """Keep a surface for the next canvas of its size, unless it is large, and few at a time."""
    width, height = size = surface.get_size()
    if width * height <= LARGEST_SPARE:
        _spare[size] = surface
        while len(_spare) > SPARES:
            _spare.popitem(last=False)


def _mask(spots: list[Point], box: pygame.Rect) -> pygame.Surface:
    """Return a shape in white, as large as the pixels around it."""
    mask = pygame.Surface(box.size, pygame.SRCALPHA)
    pygame.draw.polygon(mask, WHITE, [(x - box.left, y - box.top) for x, y in spots])
    return mask


def _bar(start: Point, end: Point, radius: float) -> list[Point]:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    nx, ny = -dy / length * radius, dx / length * radius
    return [
        (start[0] + nx, start[1] + ny),
        (end[0] + nx, end[1] + ny),
        (end[0] - nx, end[1] - ny),
        (start[0] - nx, start[1] - ny),
    ]


def arc(centre: Point, radii: Point, start: float, end: float, steps: int = 12) -> list[Point]:
    """Return points along an ellipse; angles in turns, 0 to the right, a quarter downwards."""
    (x, y), (across, down) = centre, radii
    return [(x + across * right, y + down * low) for right, low in _unit_arc(start, end, steps)]


@lru_cache(maxsize=1024)
def _unit_arc(start: float, end: float, steps: int) -> tuple[Point, ...]:
    """Return points along a circle around (0, 0): most faces have the same arcs."""
    turns = [start + (end - start) * step / steps for step in range(steps + 1)]
    return tuple((cos(2 * pi * turn), sin(2 * pi * turn)) for turn in turns)


def star(centre: Point, outer: float, inner: float, tips: int, turn: float = -0.25) -> list[Point]:
    """Return the corners of a star whose first tip points along `turn`."""
    corners = range(2 * tips)
    radii = [outer if corner % 2 == 0 else inner for corner in corners]
    angles = [2 * pi * (turn + corner / (2 * tips)) for corner in corners]
    return [
        (centre[0] + radius * cos(angle), centre[1] + radius * sin(angle))
        for radius, angle in zip(radii, angles, strict=True)
    ]


def faded(sprite: pygame.Surface, opacity: float) -> pygame.Surface:
    """Return a paler copy of a premultiplied sprite; opacity 0 to 1."""
    copy = sprite.copy()
    level = max(0, min(255, round(255 * opacity)))
    copy.fill((level, level, level, level), special_flags=pygame.BLEND_RGBA_MULT)
    return copy


def straight(sprite: pygame.Surface) -> pygame.Surface:
    """Return a copy with ordinary alpha, for drawing code outside this package."""
    copy = sprite.copy()
    alpha = pygame.surfarray.array_alpha(copy)
    edges = np.nonzero((alpha > 0) & (alpha < OPAQUE))  # All other pixels are the same in both kinds of alpha.
    pixels = pygame.surfarray.pixels3d(copy)
    levels = pixels[edges].astype(np.uint16) * OPAQUE // alpha[edges][:, np.newaxis]
    pixels[edges] = np.minimum(OPAQUE, levels).astype(np.uint8)
    del pixels
    return copy


def quick(sprite: pygame.Surface) -> pygame.Surface:
    """Return a copy of a sprite with ordinary alpha in which runs of opaque and of empty pixels are known (RLE)."""
    copy = sprite.copy()
    copy.set_alpha(255, pygame.RLEACCEL)
    return copy
