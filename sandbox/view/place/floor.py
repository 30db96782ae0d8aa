"""The floor of a room: boards from wall to wall, where a map is indoors."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.view.canvas import palette
from sandbox.view.canvas.themes import themed

if TYPE_CHECKING:
    from sandbox.scenario.schema import Map
    from sandbox.view.place.brush import Brush

BOARD_METRES: Final = 0.8
"""Of a board, across."""
LENGTHS: Final = (4.0, 3.2, 4.8)
"""Metres from one joint to the next, in one row of boards after the other."""
EDGE_METRES: Final = 0.35
"""Of the skirting around the floor."""

NOISE: Final = 1e-6
"""Pixels by which the same spot differs after a view has moved by whole pixels."""


def lay_floor(brush: Brush, ground: Map) -> None:
    """Lay the floor of a whole map, with its skirting."""
    left, top = brush.at(0, 0)
    width, height = ground.width * brush.scale, ground.height * brush.scale
    edge = max(1, round(EDGE_METRES * brush.scale))
    box = pygame.Rect(round(left), round(top), round(width), round(height))
    pygame.draw.rect(brush.canvas, themed(palette.WOOD_DARK), box.inflate(2 * edge, 2 * edge), border_radius=edge)
    pygame.draw.rect(brush.canvas, themed(palette.PAVING), box)
    if brush.fine:
        _joints(brush, ground)


def _joints(brush: Brush, ground: Map) -> None:
    """Draw the lines between boards, in the part that is painted."""
    colour, thick = themed(palette.PAVING_LINE), max(1, round(brush.scale / 26))
    for row in range(ceil(ground.height / BOARD_METRES)):
        y, length = row * BOARD_METRES, LENGTHS[row % len(LENGTHS)]
        if not brush.sees(ground.width / 2, y, ground.width):
            continue
        if row:
            pygame.draw.line(brush.canvas, colour, _pixel(brush, 0, y), _pixel(brush, ground.width, y), thick)
        below = min(y + BOARD_METRES, ground.height)
        for joint in range(ceil(ground.width / length)):
            x = (joint + row % 2 / 2) * length
            if 0 < x < ground.width and brush.sees(x, y, BOARD_METRES):
                pygame.draw.line(brush.canvas, colour, _pixel(brush, x, y), _pixel(brush, x, below), thick)


def _pixel(brush: Brush, x: float, y: float) -> tuple[int, int]:
    """Return the pixel of a spot, the same one however far the view has glided."""
    across, down = brush.at(x, y)
    return floor(across + NOISE), floor(down + NOISE)
