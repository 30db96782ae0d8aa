"""Parts of which a place is made up: panel, window, board, shelter, lamp, sign, pot and rack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import arc

if TYPE_CHECKING:
    from sandbox.view.canvas.palette import Rgb
    from sandbox.view.canvas.sprite_canvas import Point, SpriteCanvas

LINE: Final = 0.055
PANEL: Final = (1.9, 1.75, 0.3)
"""Half the width of a wall panel, the height of its front, and how much is seen of its top."""


def panel(canvas: SpriteCanvas) -> None:
    """Draw a piece of wall with its top and its front."""
    half, high, top = PANEL
    _box(canvas, (-half, -high), (half, 0.0), palette.PLASTER, LINE)
    _box(canvas, (-half, -0.22), (half, 0.0), palette.WOOD, LINE * 0.7)
    canvas.polygon(
        [(-half, -high), (half, -high), (half - 0.14, -high - top), (0.14 - half, -high - top)], palette.PAPER, LINE
    )
    for x in (-half / 3, half / 3):
        canvas.stroke([(x, -high + 0.06), (x, -0.26)], 0.025, palette.PAVING_LINE)


def window(canvas: SpriteCanvas) -> None:
    """Draw a piece of wall with a window in it."""
    panel(canvas)
    _box(canvas, (-1.15, -1.5), (1.15, -0.52), palette.WHITE, LINE)
    for left in (-1.05, 0.06):
        _box(canvas, (left, -1.41), (left + 0.99, -0.6), palette.GLASS)
        canvas.stroke([(left + 0.2, -0.75), (left + 0.65, -1.25)], 0.05, palette.WHITE)
    _box(canvas, (-1.3, -0.52), (1.3, -0.4), palette.WHITE, LINE * 0.8)


def board(canvas: SpriteCanvas) -> None:
    """Draw a blackboard on two legs, with chalk on it."""
    for x in (-1.0, 1.0):
        _box(canvas, (x - 0.08, -0.75), (x + 0.08, 0.05), palette.WOOD_DARK, LINE)
    _box(canvas, (-1.45, -1.95), (1.45, -0.6), palette.WOOD, LINE)
    _box(canvas, (-1.31, -1.82), (1.31, -0.75), palette.LEAF_DARK, LINE * 0.5)
    for y, right in ((-1.55, 0.35), (-1.3, 0.1), (-1.05, 0.5)):
        canvas.stroke([(-1.1, y), (-0.5, y - 0.04), (right, y)], 0.05, palette.PAPER)
    canvas.stroke(arc((0.85, -1.3), (0.26, 0.26), 0.0, 1.0, 16), 0.05, palette.PAPER)
    canvas.stroke([(0.85, -1.3), (0.85, -1.47)], 0.05, palette.PAPER)
    canvas.stroke([(0.85, -1.3), (0.97, -1.22)], 0.05, palette.PAPER)
    _box(canvas, (-1.2, -0.63), (-0.5, -0.54), palette.PAPER, LINE * 0.5)


def shelter(canvas: SpriteCanvas) -> None:
    """Draw a shelter: a roof on posts, a glass back, a bench in it."""
    for x in (-1.75, 1.75):
        _box(canvas, (x - 0.07, -2.1), (x + 0.07, 0.05), palette.TIN_DARK, LINE)
    _box(canvas, (-1.68, -1.95), (1.68, -0.35), palette.GLASS, LINE)
    for x in (-0.56, 0.56):
        canvas.stroke([(x, -1.95), (x, -0.35)], 0.06, palette.TIN_DARK)
    for x in (-1.3, -0.15, 1.0):
        canvas.stroke([(x, -0.9), (x + 0.35, -1.6)], 0.06, palette.WHITE)
    _box(canvas, (-1.2, -0.52), (1.2, -0.36), palette.WOOD, LINE)
    for x in (-0.95, 0.95):
        _box(canvas, (x - 0.06, -0.34), (x + 0.06, 0.0), palette.WOOD_DARK, LINE * 0.8)
    canvas.polygon([(-2.1, -2.1), (2.1, -2.1), (1.85, -2.55), (-1.85, -2.55)], palette.BLUE, LINE)
    _box(canvas, (-2.1, -2.1), (2.1, -1.95), palette.PAPER, LINE)


def lamp(canvas: SpriteCanvas) -> None:
    """Draw a street lamp with a lit lantern."""
    _box(canvas, (-0.24, -0.14), (0.24, 0.04), palette.UNIFORM_DARK, LINE)
    _box(canvas, (-0.07, -2.3), (0.07, -0.14), palette.UNIFORM, LINE)
    canvas.polygon([(-0.22, -2.32), (0.22, -2.32), (0.33, -2.88), (-0.33, -2.88)], palette.YELLOW, LINE)
    canvas.ellipse((0.0, -2.58), (0.1, 0.15), palette.WHITE)
    canvas.polygon([(-0.42, -2.88), (0.42, -2.88), (0.0, -3.15)], palette.UNIFORM_DARK, LINE)
    canvas.stroke([(-0.28, -2.3), (0.28, -2.3)], 0.08, palette.UNIFORM_DARK)


def sign(canvas: SpriteCanvas) -> None:
    """Draw a stop's sign on a pole: a bus, and when it comes."""
    _box(canvas, (-0.06, -2.4), (0.06, 0.05), palette.TIN_DARK, LINE)
    _box(canvas, (-0.5, -2.95), (0.5, -2.05), palette.BLUE, LINE)
    _box(canvas, (-0.33, -2.78), (0.33, -2.3), palette.PAPER, LINE * 0.4)
    for x in (-0.24, -0.04, 0.16):
        _box(canvas, (x, -2.7), (x + 0.13, -2.54), palette.BLUE)
    for x in (-0.19, 0.19):
        canvas.circle((x, -2.27), 0.09, palette.INK, 0.02, palette.PAPER)
    _box(canvas, (-0.3, -1.7), (0.3, -1.15), palette.PAPER, LINE * 0.8)
    for y in (-1.57, -1.43, -1.29):
        canvas.stroke([(-0.2, y), (0.2, y)], 0.035, palette.SOFT_INK)


def pot(canvas: SpriteCanvas) -> None:
    """Draw a plant in a pot."""
    leaves: tuple[tuple[Point, Point], ...] = (
        ((-0.42, -1.1), (0.17, 0.34)),
        ((0.42, -1.1), (0.17, 0.34)),
        ((-0.2, -1.42), (0.17, 0.42)),
        ((0.22, -1.42), (0.17, 0.42)),
        ((0.0, -1.15), (0.18, 0.45)),
    )
    for centre, radii in leaves:
        canvas.ellipse(centre, radii, palette.LEAF, LINE)
        canvas.stroke(
            [(centre[0], centre[1] + radii[1] * 0.7), (centre[0], centre[1] - radii[1] * 0.6)], 0.03, palette.LEAF_DARK
        )
    canvas.polygon([(-0.42, -0.7), (0.42, -0.7), (0.3, 0.03), (-0.3, 0.03)], palette.ROOF, LINE)
    _box(canvas, (-0.48, -0.82), (0.48, -0.62), palette.ROOF, LINE)


def rack(canvas: SpriteCanvas) -> None:
    """Draw a rack with a bicycle in it."""
    for x in (-1.3, -0.85, 0.95, 1.4):
        hoop = [(x - 0.12, 0.0), *arc((x, -0.6), (0.12, 0.16), 0.5, 1.0, 8), (x + 0.12, 0.0)]
        canvas.stroke(hoop, 0.13, palette.INK)
        canvas.stroke(hoop, 0.06, palette.TIN)
    for x in (-0.52, 0.55):
        canvas.circle((x, -0.36), 0.36, palette.INK)
        canvas.hole((x, -0.36), (0.26, 0.26))
        canvas.circle((x, -0.36), 0.05, palette.INK)
    frame: list[Point] = [(-0.52, -0.36), (-0.24, -0.85), (0.36, -0.85), (0.02, -0.36), (-0.52, -0.36)]
    for width, colour in ((0.15, palette.INK), (0.075, palette.VERMILLION)):
        canvas.stroke(frame, width, colour)
        canvas.stroke([(-0.24, -0.85), (0.02, -0.36)], width, colour)
        canvas.stroke([(0.55, -0.36), (0.32, -1.0)], width, colour)
    canvas.stroke([(-0.42, -0.98), (-0.12, -0.98)], 0.11, palette.INK)
    canvas.stroke([(0.32, -1.0), (0.52, -1.08)], 0.09, palette.INK)
    canvas.stroke([(-1.5, 0.02), (1.6, 0.02)], 0.08, palette.INK)


def _box(canvas: SpriteCanvas, start: Point, end: Point, fill: Rgb, line: float = 0.0) -> None:
    canvas.polygon([start, (end[0], start[1]), end, (start[0], end[1])], fill, line)
