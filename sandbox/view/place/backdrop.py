"""What lies behind the far end of a map: hills, roofs, a school, a town, or the wall of a room; it means nothing."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.scenario.stages import INDOORS
from sandbox.view.canvas import palette
from sandbox.view.canvas.themes import themed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sandbox.scenario.schema import Map
    from sandbox.view.canvas.palette import Rgb
    from sandbox.view.place.brush import Brush

FAR: Final = 14.0
"""How far beyond both sides of a map its backdrop goes on, metres."""
FOOT: Final = -0.2
"""Where it stands: behind the hedge."""
WIDEST: Final = 5.0
"""No hill or house behind it is wider than twice so many metres."""
SKY: Final = -0.9
"""The end of the land, metres."""
WALL: Final = (1.25, 0.32)
"""Height of the wall of a room, and how much is seen of its top, metres."""
WINDOW: Final = (2.4, 4.8)
"""Width of a window in it, and how far one is from the next, metres."""
SKIRTING: Final = 0.2
EDGE: Final = 0.35
"""Of what is seen of the other walls, metres."""


def paint_backdrop(brush: Brush, ground: Map) -> None:
    """Paint everything that is not the map itself: the land around it, and what stands behind it."""
    if ground.stage in INDOORS:
        _room(brush, ground)
        return
    brush.canvas.fill(themed(palette.MEADOW))
    _box(brush, palette.HORIZON, brush.bounds[0], -1e4 / brush.scale, brush.bounds[2], SKY)
    if brush.bounds[1] < FOOT + 1:
        BEHIND[ground.stage](brush, ground)


def _hills(brush: Brush, ground: Map) -> None:
    for row, (colour, high) in enumerate(((palette.FAR_HILL, 1.5), (palette.TUFT, 1.05), (palette.GRASS_DARK, 0.75))):
        for x, wide, tall in _along(brush, ground, 4.2 - row * 0.4, 17 + row):
            _ellipse(brush, colour, x, FOOT + 0.3, 2.4 + 2.2 * wide, high * (0.75 + 0.5 * tall))


def _roofs(brush: Brush, ground: Map) -> None:
    for x, wide, tall in _along(brush, ground, 2.7, 23):
        half, high = 1.15 + 0.5 * wide, 0.7 + 0.35 * tall
        _box(brush, palette.FAR_WALL, x - half, FOOT - high, x + half, FOOT)
        ridge = 0.55 + 0.2 * tall
        corners = [
            (x - half - 0.2, -high),
            (x - half * 0.6, -high - ridge),
            (x + half * 0.6, -high - ridge),
            (x + half + 0.2, -high),
        ]
        _shape(brush, palette.FAR_ROOF, [(across, FOOT + up) for across, up in corners])
        for side in (-0.5, 0.35):
            _box(
                brush, palette.FAR_GLASS, x + side * half, FOOT - high * 0.75, x + side * half + 0.3, FOOT - high * 0.35
            )


def _school(brush: Brush, ground: Map) -> None:
    _hills(brush, ground)
    left, right = ground.width * 0.12, ground.width * 0.88
    _box(brush, palette.FAR_WALL, left, FOOT - 1.5, right, FOOT)
    _box(brush, palette.FAR_ROOF, left - 0.3, FOOT - 1.75, right + 0.3, FOOT - 1.5)
    middle = ground.width / 2
    for x in np.arange(left + 0.6, right - 1.2, 1.5).tolist():
        if abs(x + 0.45 - middle) > 1.4:  # noqa: PLR2004 - no window where the gate is
            _box(brush, palette.FAR_GLASS, x, FOOT - 1.2, x + 0.9, FOOT - 0.5)
    _shape(brush, palette.FAR_ROOF, [(middle - 1.5, FOOT - 1.75), (middle, FOOT - 2.6), (middle + 1.5, FOOT - 1.75)])
    _box(brush, palette.FAR_ROOF, middle - 0.7, FOOT - 1.1, middle + 0.7, FOOT)
    _ellipse(brush, palette.PAPER, middle, FOOT - 1.55, 0.34, 0.68)


def _town(brush: Brush, ground: Map) -> None:
    for x, wide, tall in _along(brush, ground, 2.3, 31):
        half, high = 0.8 + 0.45 * wide, 0.9 + 1.5 * tall
        _box(brush, palette.FAR_STONE if tall > 0.5 else palette.FAR_WALL, x - half, FOOT - high, x + half, FOOT)  # noqa: PLR2004
        for up in np.arange(0.35, high - 0.15, 0.5).tolist():
            for aside in (-0.6, -0.1, 0.4):
                left = x + aside * half
                _box(brush, palette.FAR_GLASS, left, FOOT - up - 0.25, left + 0.28 * half, FOOT - up)


BEHIND: Final[dict[str, Callable[[Brush, Map], None]]] = {
    "lawn": _hills,
    "school-yard": _school,
    "village": _roofs,
    "bus-stop": _town,
}


def _room(brush: Brush, ground: Map) -> None:
    """Paint the walls of a room: of the far one top and front with windows, of the others the top."""
    high, top = WALL
    brush.canvas.fill(themed(palette.TABLE))
    _box(brush, palette.INK, -EDGE - 0.06, -high - top - 0.06, ground.width + EDGE + 0.06, ground.height + EDGE + 0.06)
    _box(brush, palette.PAVING_LIGHT, -EDGE, -high - top, ground.width + EDGE, ground.height + EDGE)
    _box(brush, palette.INK, -0.05, -high - 0.05, ground.width + 0.05, ground.height + 0.05)
    front = palette.LINO_DARK if ground.stage == "ward" else palette.PLASTER
    _box(brush, front, 0, -high, ground.width, 0)
    _box(brush, palette.WOOD_DARK, 0, -SKIRTING, ground.width, 0)
    wide, apart = WINDOW
    count = max(1, floor((ground.width - 1) / apart))
    sky = palette.NIGHT if ground.light == "lamp" else palette.GLASS
    for number in range(count):
        x = (number + 0.5) * ground.width / count
        _box(brush, palette.INK, x - wide / 2 - 0.05, -high + 0.12, x + wide / 2 + 0.05, -0.34)
        _box(brush, palette.WHITE, x - wide / 2, -high + 0.17, x + wide / 2, -0.39)
        for left in (x - wide / 2 + 0.08, x + 0.05):
            _box(brush, sky, left, -high + 0.25, left + wide / 2 - 0.13, -0.47)


def _along(brush: Brush, ground: Map, apart: float, seed: int) -> Iterator[tuple[float, float, float]]:
    """Go along behind a map, as far as it can be seen: x in metres, and two draws from 0 to 1."""
    spots = np.arange(-FAR, ground.width + FAR, apart)
    draws = np.random.default_rng(seed).random((len(spots), 3))
    spots = spots + draws[:, 0] * apart * 0.5
    seen = (spots > brush.bounds[0] - WIDEST) & (spots < brush.bounds[2] + WIDEST)
    yield from zip(spots[seen].tolist(), draws[seen, 1].tolist(), draws[seen, 2].tolist(), strict=True)


def _box(brush: Brush, colour: Rgb, left: float, top: float, right: float, bottom: float) -> None:
    """Fill a rectangle between spots in metres, if it can be seen."""
    if brush.bounds[0] <= right and left <= brush.bounds[2] and brush.bounds[1] <= bottom and top <= brush.bounds[3]:
        start, end = _pixel(brush, left, top), _pixel(brush, right, bottom)
        brush.canvas.fill(themed(colour), (*start, max(1, end[0] - start[0]), max(1, end[1] - start[1])))


def _shape(brush: Brush, colour: Rgb, spots: list[tuple[float, float]]) -> None:
    pygame.draw.polygon(brush.canvas, themed(colour), [_pixel(brush, x, y) for x, y in spots])


def _ellipse(brush: Brush, colour: Rgb, x: float, foot: float, half: float, high: float) -> None:
    """Fill the upper half of an ellipse, or one that hangs from its foot, by middle, foot, half width, height."""
    if brush.sees(x, foot - high / 2, half + high):
        left, top = _pixel(brush, x - half, foot - high)
        size = round(2 * half * brush.scale), round(2 * high * brush.scale)
        pygame.draw.ellipse(brush.canvas, themed(colour), (left, top, *size))


def _pixel(brush: Brush, x: float, y: float) -> tuple[int, int]:
    across, down = brush.at(x, y)
    return floor(across + 1e-6), floor(down + 1e-6)
