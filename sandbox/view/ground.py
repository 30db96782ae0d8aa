"""The ground under everybody's feet: grass, trodden paths between the places, paving around them, a hedge all around.

It is drawn once for a view and then only copied. What lies where follows from the map alone, so that nothing swims
when the
view moves.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, cos, floor, hypot, pi, sin
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.view import palette
from sandbox.view.palettes import shown
from sandbox.view.strokes import thick
from sandbox.view.walls import draw_walls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.scenario.schema import Map, Place
    from sandbox.view.camera import Camera

Rgba = tuple[int, int, int, int]

PATH_METRES: Final = 1.5
PATH_STEPS: Final = 1.5
"""Corners per metre of a path."""
PATH_BEND: Final = 0.06
STONE_METRES: Final = 0.95
CELL_METRES: Final = 1.6
"""The grass has one tuft or patch in each square of this size."""
HEDGE_METRES: Final = 0.55
FINEST: Final = 6.0
"""Below so many pixels per metre the grass is left plain."""
OVAL_CORNERS: Final = 64
TUFTED: Final = 0.34
"""Share of the squares with a tuft of grass."""
FLOWERED: Final = 0.42
PATCHED: Final = 0.62


@dataclass(frozen=True, slots=True)
class _Key:
    ground: int
    x: float
    y: float
    scale: float
    size: tuple[int, int]
    wash: Rgba | None


class Ground:
    """Keeps the picture of the ground for the last view."""

    def __init__(self) -> None:
        """Start with nothing drawn."""
        self._key: _Key | None = None
        self._surface: pygame.Surface | None = None
        self._rough = False

    def draw(self, surface: pygame.Surface, ground: Map, camera: Camera, wash: Rgba | None = None) -> None:
        """Copy the ground to the camera's rectangle, drawing it anew if the view has changed; `wash` tints it.

        While the view keeps changing, grass and paving are left plain; once it rests they are drawn in full.
        """
        key = _Key(id(ground), camera.x, camera.y, camera.scale, camera.rect.size, wash)
        last = self._key
        turning = last is not None and (key.x, key.y, key.scale) != (last.x, last.y, last.scale)
        if self._surface is None or key != self._key or self._rough:
            self._surface, self._key = _paint(ground, camera, rough=turning), key
            self._rough = turning
            if wash is not None:
                film = pygame.Surface(camera.rect.size, pygame.SRCALPHA)
                film.fill(wash)
                self._surface.blit(film, (0, 0))
        surface.blit(self._surface, camera.rect)


def _paint(ground: Map, camera: Camera, *, rough: bool) -> pygame.Surface:
    canvas = pygame.Surface(camera.rect.size)
    canvas.fill(shown(palette.TABLE))
    origin = camera.to_screen(0, 0)
    brush = _Brush(canvas, camera.scale, (origin[0] - camera.rect.left, origin[1] - camera.rect.top), rough=rough)
    field = brush.field(ground)
    canvas.set_clip(field.inflate(-camera.scale, -camera.scale))
    brush.grass(ground)
    canvas.set_clip(None)
    for start, end in _paths(ground.places):
        brush.path(start, end)
    for place in ground.places:
        brush.paving(place)
    brush.hedge(ground)
    draw_walls(canvas, ground.walls, brush.at, camera.scale)
    return canvas


def _paths(places: tuple[Place, ...]) -> Iterator[tuple[Place, Place]]:
    """Join each place to the nearest of those before it: a tree of paths without crossings worth speaking of."""
    for index, place in enumerate(places[1:], start=1):
        yield place, min(places[:index], key=lambda other: hypot(other.x - place.x, other.y - place.y))


class _Brush:
    def __init__(self, canvas: pygame.Surface, scale: float, origin: tuple[float, float], *, rough: bool) -> None:
        self.canvas = canvas
        self.fine = scale >= FINEST and not rough
        self.scale = scale
        self.origin = origin

    def at(self, x: float, y: float) -> tuple[float, float]:
        return (x * self.scale + self.origin[0], y * self.scale + self.origin[1])

    def field(self, ground: Map) -> pygame.Rect:
        left, top = self.at(-HEDGE_METRES, -HEDGE_METRES)
        width, height = (ground.width + 2 * HEDGE_METRES) * self.scale, (ground.height + 2 * HEDGE_METRES) * self.scale
        round_px = max(1, int(self.scale))
        shade = pygame.Rect(left, top + self.scale * 0.2, width, height)
        pygame.draw.rect(self.canvas, shown(palette.FAINT_INK), shade, border_radius=round_px)
        box = pygame.Rect(left, top, width, height)
        pygame.draw.rect(self.canvas, shown(palette.GRASS), box, border_radius=round_px)
        return box

    def grass(self, ground: Map) -> None:
        if not self.fine:
            return
        draws = np.random.default_rng(len(ground.places)).random((128, 128, 3))
        left, top = (-self.origin[0] / self.scale, -self.origin[1] / self.scale)
        right, bottom = left + self.canvas.get_width() / self.scale, top + self.canvas.get_height() / self.scale
        columns = range(
            max(0, floor(left / CELL_METRES)), min(ceil(ground.width / CELL_METRES), ceil(right / CELL_METRES))
        )
        rows = range(
            max(0, floor(top / CELL_METRES)), min(ceil(ground.height / CELL_METRES), ceil(bottom / CELL_METRES))
        )
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
        colour = shown(palette.GRASS_LIGHT) if kind > (1 + PATCHED) / 2 else shown(palette.GRASS_DARK)
        blended = pygame.Color(shown(palette.GRASS)).lerp(colour, 0.5)
        pygame.draw.ellipse(self.canvas, blended, _box(x, y, across, down))

    def _tuft(self, column: float, row: float, *, flower: bool) -> None:
        x, y = self.at(column * CELL_METRES, row * CELL_METRES)
        blade = self.scale * 0.16
        thick = max(1, round(self.scale / 26))
        for lean in (-0.6, 0.0, 0.6):
            tip = (x + lean * blade, y - blade * (1.2 - abs(lean) * 0.5))
            pygame.draw.line(self.canvas, shown(palette.TUFT), (x + lean * blade * 0.4, y), tip, thick)
        if flower:
            pygame.draw.circle(self.canvas, shown(palette.PAPER), (x, y - blade * 1.3), max(1.5, blade * 0.42))
            pygame.draw.circle(self.canvas, shown(palette.AMBER), (x, y - blade * 1.3), max(1.0, blade * 0.18))

    def path(self, start: Place, end: Place) -> None:
        steps = max(2, int(hypot(end.x - start.x, end.y - start.y) * PATH_STEPS))
        way = []
        for step in range(steps + 1):
            share = step / steps
            bend = PATH_BEND * sin(share * pi)
            x = start.x + (end.x - start.x) * share + bend * (end.y - start.y)
            way.append(self.at(x, start.y + (end.y - start.y) * share - bend * (end.x - start.x)))
        for grown, colour in ((0.16, shown(palette.PAVING_LINE)), (0.0, shown(palette.PAVING))):
            thick(self.canvas, way, (PATH_METRES + 2 * grown) * self.scale, colour)

    def paving(self, place: Place) -> None:
        x, y = self.at(place.x, place.y)
        across, down = (place.radius + 0.7) * self.scale, (place.radius + 0.7) * self.scale * 0.82
        rim = max(1.0, 0.16 * self.scale)
        _oval(self.canvas, shown(palette.PAVING_LINE), (x, y), (across + rim, down + rim))
        _oval(self.canvas, shown(palette.PAVING), (x, y), (across, down))
        if self.fine:
            self._stones(place, across, down)

    def _stones(self, place: Place, across: float, down: float) -> None:
        x, y = self.at(place.x, place.y)
        thick = max(1, round(self.scale / 22))
        rings = max(1, round(across / (STONE_METRES * self.scale)))
        for ring in range(1, rings):
            share = ring / rings
            pygame.draw.ellipse(
                self.canvas, shown(palette.PAVING_LINE), _box(x, y, across * share, down * share), thick
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
                    pygame.draw.line(self.canvas, shown(palette.PAVING_LINE), ends[0], ends[1], thick)

    def hedge(self, ground: Map) -> None:
        for x, y, size in _bushes(ground):
            spot = self.at(x, y)
            pygame.draw.circle(
                self.canvas, shown(palette.HEDGE_DARK), (spot[0], spot[1] + 0.12 * self.scale), size * self.scale
            )
            pygame.draw.circle(
                self.canvas, shown(palette.HEDGE), (spot[0], spot[1] - 0.06 * self.scale), size * self.scale * 0.92
            )


def _bushes(ground: Map) -> Iterator[tuple[float, float, float]]:
    draws = np.random.default_rng(1).random(512)
    step = 0.62 if ground.width + ground.height < 200 else 2.4  # noqa: PLR2004 - wide lands have coarser hedges
    spots = [(x, -HEDGE_METRES / 2) for x in np.arange(0, ground.width + step, step)]
    spots += [
        (x, y)
        for y in np.arange(step, ground.height, step)
        for x in (-HEDGE_METRES / 2, ground.width + HEDGE_METRES / 2)
    ]
    spots += [(x, ground.height + HEDGE_METRES / 2) for x in np.arange(0, ground.width + step, step)]
    for index, (x, y) in enumerate(spots):
        yield x, y, (0.34 + 0.16 * draws[index % 512]) * max(1.0, step / 0.9)


def _oval(
    canvas: pygame.Surface, colour: pygame.typing.ColorLike, centre: tuple[float, float], radii: tuple[float, float]
) -> None:
    """Fill an ellipse with a smooth edge."""
    turns = [2 * pi * step / OVAL_CORNERS for step in range(OVAL_CORNERS)]
    rim = [(centre[0] + radii[0] * cos(turn), centre[1] + radii[1] * sin(turn)) for turn in turns]
    pygame.draw.polygon(canvas, colour, rim)
    pygame.draw.aalines(canvas, colour, True, rim)  # noqa: FBT003 - closed; pygame takes it by place only


def _box(x: float, y: float, across: float, down: float) -> pygame.Rect:
    return pygame.Rect(round(x - across), round(y - down), round(2 * across), round(2 * down))
