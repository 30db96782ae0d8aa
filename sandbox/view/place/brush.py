"""Paints what lies flat on the ground: lawn, tufts, flowers, trodden paths, paving, shade."""

from __future__ import annotations

from math import ceil, cos, floor, hypot, pi, sin
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED, SpriteCanvas, faded
from sandbox.view.canvas.strokes import thick
from sandbox.view.canvas.themes import themed

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.scenario.schema import Map, Place

HEDGE_METRES: Final = 0.55
"""How wide the hedge around the map is."""
PATH_METRES: Final = 1.5
PATH_STEPS: Final = 1.5
"""Corners per metre of a path."""
PATH_BEND: Final = 0.06
STONE_METRES: Final = 0.95
CELL_METRES: Final = 1.6
"""The grass has one tuft or patch in each square of this size."""
REACH: Final = 1.3
"""A patch reaches so many squares beyond its own."""
FINEST: Final = 6.0
"""Below so many pixels per metre the grass is left plain."""
OVAL_CORNERS: Final = 64
TUFTED: Final = 0.34
"""Share of the squares with a tuft of grass."""
FLOWERED: Final = 0.42
PATCHED: Final = 0.81


class Brush:
    """Paints one part of a canvas, the canvas's clip, as seen at one scale from one spot."""

    def __init__(self, canvas: pygame.Surface, scale: float, origin: tuple[float, float], *, rough: bool) -> None:
        """Take pixels per metre and the pixel of the map's top left corner; a `rough` one leaves small things out."""
        self.canvas = canvas
        self.rough = rough
        self.fine = scale >= FINEST and not rough
        self.scale = scale
        self.origin = origin
        part = canvas.get_clip()
        self.part = part
        self.bounds = (
            (part.left - origin[0]) / scale,
            (part.top - origin[1]) / scale,
            (part.right - origin[0]) / scale,
            (part.bottom - origin[1]) / scale,
        )
        """left, top, right and bottom of what is painted, metres"""

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return the pixel of a spot."""
        return (x * self.scale + self.origin[0], y * self.scale + self.origin[1])

    def sees(self, x: float, y: float, reach: float) -> bool:
        """Return whether anything within `reach` metres of a spot can lie in the part that is painted."""
        left, top, right, bottom = self.bounds
        return left - reach < x < right + reach and top - reach < y < bottom + reach

    def field(self, ground: Map) -> pygame.Rect:
        """Lay the lawn with its edge; give its rectangle in pixels."""
        left, top = self.at(-HEDGE_METRES, -HEDGE_METRES)
        width, height = (ground.width + 2 * HEDGE_METRES) * self.scale, (ground.height + 2 * HEDGE_METRES) * self.scale
        round_px = max(1, int(self.scale))
        shade = pygame.Rect(left, top + self.scale * 0.2, width, height)
        pygame.draw.rect(self.canvas, themed(palette.FAINT_INK), shade, border_radius=round_px)
        box = pygame.Rect(left, top, width, height)
        pygame.draw.rect(self.canvas, themed(palette.GRASS), box, border_radius=round_px)
        return box

    def grass(self, ground: Map) -> None:
        """Let patches, tufts and flowers grow."""
        if not self.fine:
            return
        draws = _draws(len(ground.places))
        left, top, right, bottom = (bound / CELL_METRES for bound in self.bounds)
        columns = range(max(0, floor(left - REACH)), min(ceil(ground.width / CELL_METRES), ceil(right + REACH)))
        rows = range(max(0, floor(top - REACH)), min(ceil(ground.height / CELL_METRES), ceil(bottom + REACH)))
        cells = [(column, row, *draws[column % 128, row % 128]) for row in rows for column in columns]
        for column, row, across, down, kind in cells:
            if kind > PATCHED:
                self._patch(column + across, row + down, kind)
        for column, row, across, down, kind in cells:
            if kind < FLOWERED:
                self._tuft(column + across, row + down, flower=kind > TUFTED)

    def _patch(self, column: float, row: float, kind: float) -> None:
        x, y = self.at(column * CELL_METRES, row * CELL_METRES)
        across, down = (1.2 + kind) * self.scale * 0.9, (1.2 + kind) * self.scale * 0.42
        colour = palette.GRASS_LIGHT if kind > (1 + PATCHED) / 2 else palette.GRASS_DARK
        blended = pygame.Color(themed(palette.GRASS)).lerp(themed(colour), 0.5)
        pygame.draw.ellipse(self.canvas, blended, _box(x, y, across, down))

    def _tuft(self, column: float, row: float, *, flower: bool) -> None:
        x, y = self.at(column * CELL_METRES, row * CELL_METRES)
        blade = self.scale * 0.16
        thick = max(1, round(self.scale / 26))
        for lean in (-0.6, 0.0, 0.6):
            tip = (x + lean * blade, y - blade * (1.2 - abs(lean) * 0.5))
            pygame.draw.line(self.canvas, themed(palette.TUFT), (x + lean * blade * 0.4, y), tip, thick)
        if flower:
            pygame.draw.circle(self.canvas, themed(palette.PAPER), (x, y - blade * 1.3), max(1.5, blade * 0.42))
            pygame.draw.circle(self.canvas, themed(palette.AMBER), (x, y - blade * 1.3), max(1.0, blade * 0.18))

    def path(self, start: Place, end: Place) -> None:
        """Tread a path from one place to another."""
        steps = max(2, int(hypot(end.x - start.x, end.y - start.y) * PATH_STEPS))
        way = []
        for step in range(steps + 1):
            share = step / steps
            bend = PATH_BEND * sin(share * pi)
            x = start.x + (end.x - start.x) * share + bend * (end.y - start.y)
            way.append(self.at(x, start.y + (end.y - start.y) * share - bend * (end.x - start.x)))
        for grown, colour in ((0.16, palette.PAVING_LINE), (0.0, palette.PAVING)):
            thick(self.canvas, way, (PATH_METRES + 2 * grown) * self.scale, colour)

    def paving(self, place: Place) -> None:
        """Pave the ground of a place."""
        x, y = self.at(place.x, place.y)
        across, down = (place.radius + 0.7) * self.scale, (place.radius + 0.7) * self.scale * 0.82
        rim = max(1.0, 0.16 * self.scale)
        oval(self.canvas, palette.PAVING_LINE, (x, y), (across + rim, down + rim))
        oval(self.canvas, palette.PAVING, (x, y), (across, down))
        if self.fine:
            self._stones(place, across, down)

    def _stones(self, place: Place, across: float, down: float) -> None:
        x, y = self.at(place.x, place.y)
        thick = max(1, round(self.scale / 22))
        rings = max(1, round(across / (STONE_METRES * self.scale)))
        for ring in range(1, rings):
            share = ring / rings
            pygame.draw.ellipse(
                self.canvas, themed(palette.PAVING_LINE), _box(x, y, across * share, down * share), thick
            )
        for ring in range(1, rings + 1):
            count = 5 * ring
            for stone in range(count):
                angle = 2 * pi * (stone + ring % 2 / 2) / count
                ends = [
                    (x + across * part * cos(angle), y + down * part * sin(angle))
                    for part in ((ring - 1) / rings, ring / rings)
                ]
                if ring > 1:
                    pygame.draw.line(self.canvas, themed(palette.PAVING_LINE), ends[0], ends[1], thick)

    def shade(self, x: float, y: float, across: float, down: float) -> None:
        """Lay a soft shade on the ground; all in metres."""
        if self.sees(x, y, across):
            film = _shade(max(2, round(2 * across * self.scale)), max(2, round(2 * down * self.scale)))
            spot = self.at(x, y)
            self.canvas.blit(film, film.get_rect(center=(round(spot[0]), round(spot[1]))))

    def puddle(self, x: float, y: float, across: float) -> None:
        """Leave a puddle that mirrors the sky."""
        if not self.sees(x, y, across + 1):
            return
        film = _puddle(max(4, round(2 * across * self.scale)))
        spot = self.at(x, y)
        place = film.get_rect(center=(round(spot[0]), round(spot[1])))
        self.canvas.blit(film, place, special_flags=PREMULTIPLIED)


@cached_picture
def _puddle(width: int) -> pygame.Surface:
    sketch = SpriteCanvas(width, -0.5, -0.25, 0.5, 0.25)
    sketch.ellipse((0, 0), (0.46, 0.21), palette.GLASS, 0.025, palette.GRASS_DARK)
    for across, down, long in ((-0.14, -0.07, 0.15), (0.1, 0.05, 0.11)):
        sketch.ellipse((across, down), (long, 0.011), palette.PAVING_LIGHT)
    return faded(sketch.finish(), palette.TINT_PALE / 255)


@cached_picture
def _draws(seed: int) -> Floats:
    return np.random.default_rng(seed).random((128, 128, 3))


@cached_picture
def _shade(width: int, height: int) -> pygame.Surface:
    film = pygame.Surface((width, height), pygame.SRCALPHA)
    pygame.draw.ellipse(film, (*themed(palette.INK), palette.TINT_SHADOW), film.get_rect())
    return film


def oval(canvas: pygame.Surface, colour: palette.Rgb, centre: tuple[float, float], radii: tuple[float, float]) -> None:
    """Fill an ellipse with a smooth edge."""
    turns = [2 * pi * step / OVAL_CORNERS for step in range(OVAL_CORNERS)]
    rim = [(centre[0] + radii[0] * cos(turn), centre[1] + radii[1] * sin(turn)) for turn in turns]
    pygame.draw.polygon(canvas, themed(colour), rim)
    pygame.draw.aalines(canvas, themed(colour), True, rim)  # noqa: FBT003 - closed; pygame takes it by place only


def _box(x: float, y: float, across: float, down: float) -> pygame.Rect:
    return pygame.Rect(round(x - across), round(y - down), round(2 * across), round(2 * down))
