"""Things with roofs and tables: stall, counter, house and alley."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import arc

if TYPE_CHECKING:
    from sandbox.view.canvas.sprite_canvas import SpriteCanvas

LINE: Final = 0.055


def stall(canvas: SpriteCanvas) -> None:
    """Draw a market stall with a striped awning and fruit."""
    for x in (-1.2, 1.2):
        canvas.polygon([(x - 0.06, -2.0), (x + 0.06, -2.0), (x + 0.06, 0.0), (x - 0.06, 0.0)], palette.WOOD, LINE)
    canvas.polygon([(-1.3, -0.8), (1.3, -0.8), (1.3, 0.0), (-1.3, 0.0)], palette.WOOD, LINE)
    for x in (-0.65, 0.0, 0.65):
        canvas.stroke([(x, -0.74), (x, -0.06)], 0.03, palette.WOOD_DARK)
    for fruit in range(7):
        colour = (palette.VERMILLION, palette.YELLOW, palette.LEAF)[fruit % 3]
        canvas.circle((-0.99 + fruit * 0.33, -0.9), 0.14, colour, LINE * 0.7)
    canvas.polygon([(-1.45, -0.84), (1.45, -0.84), (1.4, -0.66), (-1.4, -0.66)], palette.WOOD, LINE)
    _awning(canvas)


def _awning(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-1.55, -1.75), (-1.2, -2.4), (1.2, -2.4), (1.55, -1.75)], palette.PAPER, LINE)
    for stripe in range(6):
        colour = palette.BLUE if stripe % 2 == 0 else palette.PAPER
        top, low = -1.2 + stripe * 0.4, -1.55 + stripe * 3.1 / 6
        canvas.polygon([(top, -2.4), (top + 0.4, -2.4), (low + 3.1 / 6, -1.75), (low, -1.75)], colour)
        middle = low + 3.1 / 12
        canvas.polygon(arc((middle, -1.75), (3.1 / 12, 0.2), 0.0, 0.5), colour, LINE * 0.6)
    canvas.stroke([(-1.55, -1.75), (1.55, -1.75)], LINE * 0.7, palette.INK)


def counter(canvas: SpriteCanvas) -> None:
    """Draw an office counter: a desk, a pane with a slot, a bell, a heap of papers."""
    canvas.polygon([(-1.5, -2.0), (1.5, -2.0), (1.5, -0.8), (-1.5, -0.8)], palette.WOOD_DARK, LINE)
    canvas.polygon([(-1.32, -1.85), (1.32, -1.85), (1.32, -0.8), (-1.32, -0.8)], palette.GLASS)
    for x in (-0.45, 0.45):
        canvas.stroke([(x, -1.85), (x, -0.8)], 0.07, palette.WOOD_DARK)
    canvas.polygon(arc((0, -0.8), (0.26, 0.34), 0.5, 1.0), palette.INK)
    canvas.polygon([(-1.7, -0.85), (1.7, -0.85), (1.75, -0.62), (-1.75, -0.62)], palette.WOOD, LINE)
    canvas.polygon([(-1.6, -0.6), (1.6, -0.6), (1.6, 0.0), (-1.6, 0.0)], palette.WOOD_DARK, LINE)
    for x in (-1.05, 0.0, 1.05):
        canvas.polygon([(x - 0.4, -0.48), (x + 0.4, -0.48), (x + 0.4, -0.12), (x - 0.4, -0.12)], palette.WOOD)
    canvas.polygon(arc((0.95, -0.85), (0.17, 0.2), 0.5, 1.0), palette.BRASS, LINE * 0.8)
    for sheet in range(3):
        y = -0.88 - sheet * 0.08
        canvas.polygon([(-1.25, y), (-0.7, y), (-0.75, y - 0.08), (-1.2, y - 0.08)], palette.PAPER, LINE * 0.5)


def house(canvas: SpriteCanvas) -> None:
    """Draw a house with a door, two windows and a chimney."""
    canvas.polygon([(0.75, -2.95), (1.1, -2.95), (1.1, -2.2), (0.75, -2.2)], palette.ROOF_DARK, LINE)
    canvas.polygon([(-1.6, -1.6), (1.6, -1.6), (1.6, 0.0), (-1.6, 0.0)], palette.PLASTER, LINE)
    canvas.polygon([(-1.95, -1.5), (-1.35, -2.6), (1.35, -2.6), (1.95, -1.5)], palette.ROOF, LINE)
    for row in range(3):
        y, half = -1.75 - row * 0.28, 1.75 - row * 0.15
        tiles = range(8)
        for tile in tiles:
            x = -half + (tile + 0.5) * half / 4
            canvas.stroke(arc((x, y), (half / 8, 0.1), 0.0, 0.5, 8), 0.03, palette.ROOF_DARK)
    canvas.polygon([(-0.32, -1.0), (0.32, -1.0), (0.32, 0.0), (-0.32, 0.0)], palette.WOOD, LINE)
    canvas.circle((0.2, -0.48), 0.045, palette.BRASS, LINE * 0.5)
    for x in (-1.0, 1.0):
        canvas.polygon([(x - 0.3, -1.1), (x + 0.3, -1.1), (x + 0.3, -0.55), (x - 0.3, -0.55)], palette.GLASS, LINE)
        canvas.stroke([(x, -1.1), (x, -0.55)], 0.04, palette.PAPER)
        canvas.polygon(
            [(x - 0.36, -0.52), (x + 0.36, -0.52), (x + 0.36, -0.4), (x - 0.36, -0.4)], palette.LEAF, LINE * 0.7
        )


def alley(canvas: SpriteCanvas) -> None:
    """Draw a gap between two walls with a dustbin in it."""
    canvas.polygon([(-1.1, -2.2), (1.1, -2.2), (1.1, -0.4), (-1.1, -0.4)], palette.SOFT_INK, LINE)
    for side in (-1, 1):
        front = [(side * 0.85, -2.4), (side * 1.9, -2.4), (side * 1.9, 0.0), (side * 0.85, -0.25)]
        canvas.polygon(front, palette.ROOF_DARK, LINE)
        for row in range(6):
            y = -2.15 + row * 0.36
            canvas.stroke([(side * 0.9, y), (side * 1.86, y)], 0.03, palette.ROOF)
            canvas.stroke(
                [(side * (1.2 + row % 2 * 0.3), y), (side * (1.2 + row % 2 * 0.3), y + 0.3)], 0.03, palette.ROOF
            )
    canvas.polygon([(-0.6, -0.95), (-0.05, -0.95), (-0.1, -0.25), (-0.55, -0.25)], palette.TIN, LINE)
    canvas.polygon([(-0.68, -1.1), (0.03, -1.1), (0.03, -0.95), (-0.68, -0.95)], palette.TIN_DARK, LINE)
    canvas.stroke([(-0.42, -0.85), (-0.4, -0.35)], 0.03, palette.TIN_DARK)
    canvas.stroke([(-0.22, -0.85), (-0.24, -0.35)], 0.03, palette.TIN_DARK)
