"""What lies under everybody's feet, from one end of a map to the other, by its stage: where it is no lawn."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.themes import themed

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.engine.arrays import Floats
    from sandbox.scenario.schema import Map
    from sandbox.view.place.brush import Brush

BOARD_METRES: Final = 0.8
"""Of a board, across."""
LENGTHS: Final = (4.0, 3.2, 4.8)
"""Metres from one joint to the next, in one row of boards after the other."""
TILE_METRES: Final = 1.0
SLAB_METRES: Final = 1.25
STONE_METRES: Final = (0.62, 0.5)
"""Of a cobble, across and down."""
STONES_FROM: Final = 18.0
"""Below so many pixels per metre cobbles are left plain."""
COURT_METRES: Final = 1.4
"""How far the lines of a court lie from the edge of the map."""
LINE_METRES: Final = 0.11
ROAD: Final = (0.78, 0.97)
"""Where a road begins and ends, in heights of the map."""
KERB_METRES: Final = 0.3
DASH_METRES: Final = 1.6
NOISE: Final = 1e-6
"""Pixels by which the same spot differs after a view has moved by whole pixels."""


def lay_floor(brush: Brush, ground: Map) -> None:
    """Lay the floor of a whole map, if its stage has one."""
    if ground.stage in FLOORS:
        start, end = _pixel(brush, 0, 0), _pixel(brush, ground.width, ground.height)
        brush.canvas.set_clip(pygame.Rect(*start, end[0] - start[0], end[1] - start[1]).clip(brush.part))
        FLOORS[ground.stage](brush, ground)
        brush.canvas.set_clip(brush.part)


def _boards(brush: Brush, ground: Map) -> None:
    _fill(brush, palette.PAVING, 0, 0, ground.width, ground.height)
    if brush.fine:
        _joints(brush, ground, BOARD_METRES, LENGTHS, palette.PAVING_LINE)


def _joints(brush: Brush, ground: Map, wide: float, lengths: tuple[float, ...], ink: palette.Rgb) -> None:
    """Draw the lines between boards or slabs, in the part that is painted."""
    colour, thick = themed(ink), max(1, round(brush.scale / 26))
    for row in range(ceil(ground.height / wide)):
        y, length = row * wide, lengths[row % len(lengths)]
        if not brush.sees(ground.width / 2, y, ground.width):
            continue
        if row:
            pygame.draw.line(brush.canvas, colour, _pixel(brush, 0, y), _pixel(brush, ground.width, y), thick)
        below = min(y + wide, ground.height)
        for joint in range(ceil(ground.width / length)):
            x = (joint + row % 2 / 2) * length
            if 0 < x < ground.width and brush.sees(x, y, wide):
                pygame.draw.line(brush.canvas, colour, _pixel(brush, x, y), _pixel(brush, x, below), thick)


def _tiles(brush: Brush, ground: Map) -> None:
    """Lay squares of lino, light and dark in turn."""
    _fill(brush, palette.LINO, 0, 0, ground.width, ground.height)
    for row, column in _cells(brush, ground, TILE_METRES, TILE_METRES) if brush.fine else ():
        if (row + column) % 2:
            x, y = column * TILE_METRES, row * TILE_METRES
            _fill(
                brush, palette.LINO_DARK, x, y, min(x + TILE_METRES, ground.width), min(y + TILE_METRES, ground.height)
            )


def _asphalt(brush: Brush, ground: Map) -> None:
    """Lay asphalt with the lines of a court: its edge, the middle, two goals."""
    _fill(brush, palette.ASPHALT, 0, 0, ground.width, ground.height)
    for x, y, wide in _draws(40)[:, :3].tolist() if brush.fine else ():
        if not brush.sees(x * ground.width, y * ground.height, 2):
            continue
        spot = brush.at(x * ground.width, y * ground.height)
        box = pygame.Rect(0, 0, round((1 + 2 * wide) * brush.scale), round((0.5 + wide) * brush.scale * 0.7))
        box.center = floor(spot[0]), floor(spot[1])
        pygame.draw.ellipse(brush.canvas, themed(palette.ASPHALT_DARK), box)
    edge, middle = COURT_METRES, ground.width / 2
    across, down = ground.width - 2 * edge, ground.height - 2 * edge
    _frame(brush, edge, edge, across, down)
    _fill(brush, palette.COURT, middle - LINE_METRES / 2, edge, middle + LINE_METRES / 2, edge + down)
    _ring(brush, middle, ground.height / 2, min(2.6, down / 5))
    goal = min(4.0, across / 6), min(7.0, down / 2)
    for left in (edge, edge + across - goal[0]):
        _frame(brush, left, (ground.height - goal[1]) / 2, *goal)


def _cobbles(brush: Brush, ground: Map) -> None:
    """Lay rows of round stones."""
    across, down = STONE_METRES
    plain = brush.scale < STONES_FROM or brush.rough
    _fill(brush, palette.COBBLE if plain else palette.COBBLE_LINE, 0, 0, ground.width, ground.height)
    draws, gap = _draws(128 * 128).reshape(128, 128, 3), max(1, round(brush.scale * 0.05))
    for row, column in () if plain else _cells(brush, ground, across, down):
        x, y = _pixel(brush, max(0.0, (column - row % 2 / 2) * across), row * down)
        right, low = _pixel(
            brush, min(ground.width, (column + 1 - row % 2 / 2) * across), min(ground.height, (row + 1) * down)
        )
        dark = draws[row % 128, column % 128, 0] > 0.6  # noqa: PLR2004 - two stones in five
        box = pygame.Rect(x, y, max(1, right - x - gap), max(1, low - y - gap))
        colour = themed(palette.COBBLE_DARK if dark else palette.COBBLE)
        pygame.draw.rect(brush.canvas, colour, box, border_radius=max(1, round(brush.scale * 0.17)))


def _road(brush: Brush, ground: Map) -> None:
    """Lay a pavement of slabs, and a road with its kerbs along the front."""
    _fill(brush, palette.SLAB, 0, 0, ground.width, ground.height)
    if brush.fine:
        _joints(brush, ground, SLAB_METRES, (SLAB_METRES,), palette.SLAB_LINE)
    top, low = (share * ground.height for share in ROAD)
    for edge, colour in ((KERB_METRES, palette.STONE), (0.0, palette.ROAD)):
        _fill(brush, colour, 0, top - edge, ground.width, low + edge)
    middle, x = (top + low) / 2, DASH_METRES / 2
    while x < ground.width:
        end = min(ground.width, x + DASH_METRES)
        _fill(brush, palette.COURT, x, middle - LINE_METRES, end, middle + LINE_METRES)
        x += 2 * DASH_METRES


FLOORS: Final[dict[str, Callable[[Brush, Map], None]]] = {
    "office": _boards,
    "ward": _tiles,
    "school-yard": _asphalt,
    "village": _cobbles,
    "bus-stop": _road,
}


COLOURS: Final = {
    "lawn": palette.GRASS,
    "office": palette.PAVING,
    "ward": palette.LINO,
    "school-yard": palette.ASPHALT,
    "village": palette.COBBLE,
    "bus-stop": palette.SLAB,
}
"""What each stage's floor is like from afar."""


def _cells(brush: Brush, ground: Map, across: float, down: float) -> list[tuple[int, int]]:
    """List the rows and columns of cells of a size that may be seen in the part that is painted."""
    left, top, right, bottom = brush.bounds
    rows = range(max(0, floor(top / down) - 1), min(ceil(ground.height / down), ceil(bottom / down) + 1))
    columns = range(max(0, floor(left / across) - 1), min(ceil(ground.width / across) + 1, ceil(right / across) + 1))
    return [(row, column) for row in rows for column in columns]


def _fill(brush: Brush, colour: palette.Rgb, left: float, top: float, right: float, bottom: float) -> None:
    """Fill a rectangle between spots in metres."""
    x, y = _pixel(brush, left, top)
    end_x, end_y = _pixel(brush, right, bottom)
    brush.canvas.fill(themed(colour), (x, y, max(1, end_x - x), max(1, end_y - y)))


def _frame(brush: Brush, left: float, top: float, across: float, down: float) -> None:
    """Draw the lines around a rectangle, in metres."""
    right, bottom, half = left + across, top + down, LINE_METRES / 2
    for y in (top, bottom):
        _fill(brush, palette.COURT, left - half, y - half, right + half, y + half)
    for x in (left, right):
        _fill(brush, palette.COURT, x - half, top - half, x + half, bottom + half)


def _ring(brush: Brush, x: float, y: float, radius: float) -> None:
    spot, size = _pixel(brush, x, y), radius * brush.scale
    box = pygame.Rect(0, 0, round(2 * size), round(2 * size))
    box.center = spot
    pygame.draw.ellipse(brush.canvas, themed(palette.COURT), box, max(1, round(LINE_METRES * brush.scale)))


@cached_picture
def _draws(count: int) -> Floats:
    return np.random.default_rng(count).random((count, 3))


def _pixel(brush: Brush, x: float, y: float) -> tuple[int, int]:
    """Return the pixel of a spot, the same one however far the view has glided."""
    across, down = brush.at(x, y)
    return floor(across + NOISE), floor(down + NOISE)
