"""A pen for small pictures: outlined shapes on a design square of 24 units, drawn large and shrunk."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

import pygame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.view.palette import Rgb

Point = tuple[float, float]

GRID: Final = 24.0
"""Icons are designed on a square of this many units."""
OVERSAMPLE: Final = 4
"""How many times larger an icon is drawn before it is shrunk."""
INK: Final = 1.9
"""Width of an outline, in units."""


class Pen:
    """Draws on the design square, larger than needed, so that shrinking smooths the edges."""

    def __init__(self, size: int, ink: Rgb, colours: dict[str, Rgb]) -> None:
        """Start an empty square of `size` pixels that will be drawn with `ink` outlines."""
        side = size * OVERSAMPLE
        self.surface = pygame.Surface((side, side), pygame.SRCALPHA)
        self.surface.fill((*ink[:3], 0))
        self.unit = side / GRID
        self.ink = ink
        self.colours = colours

    def _at(self, point: Point) -> Point:
        return point[0] * self.unit, point[1] * self.unit

    def dot(self, at: Point, radius: float, colour: str = "ink") -> None:
        """Fill a circle."""
        pygame.draw.circle(self.surface, self.colours[colour], self._at(at), radius * self.unit)

    def disc(self, at: Point, radius: float, colour: str) -> None:
        """Fill a circle inside an ink outline."""
        self.dot(at, radius)
        self.dot(at, radius - INK, colour)

    def line(self, points: Sequence[Point], colour: str = "ink", width: float = INK) -> None:
        """Draw a line with round ends and corners."""
        for start, end in pairwise(points):
            a, b = pygame.Vector2(self._at(start)), pygame.Vector2(self._at(end))
            side = (b - a).normalize().rotate(90) * width * self.unit / 2 if a != b else pygame.Vector2()
            pygame.draw.polygon(self.surface, self.colours[colour], [a + side, b + side, b - side, a - side])
        for point in points:
            self.dot(point, width / 2, colour)

    def shape(self, points: Sequence[Point], colour: str, width: float = INK) -> None:
        """Fill a polygon inside an ink outline."""
        pygame.draw.polygon(self.surface, self.colours[colour], [self._at(point) for point in points])
        self.line([*points, points[0]], width=width)

    def fill(self, points: Sequence[Point], colour: str) -> None:
        """Fill a polygon without an outline."""
        pygame.draw.polygon(self.surface, self.colours[colour], [self._at(point) for point in points])


def arc(middle: Point, radius: float, start: float, end: float, *, steps: int = 14) -> list[Point]:
    """List points along a circle, from `start` to `end` turns clockwise from the right."""
    turns = [2 * pi * (start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(middle[0] + radius * cos(turn), middle[1] + radius * sin(turn)) for turn in turns]


def star(middle: Point, outer: float, inner: float, points: int = 5) -> list[Point]:
    """List the corners of a star that points up."""
    rings = [(outer if corner % 2 == 0 else inner, pi * corner / points - pi / 2) for corner in range(2 * points)]
    return [(middle[0] + radius * cos(turn), middle[1] + radius * sin(turn)) for radius, turn in rings]
