"""Furniture of a room: bed, desk, door, and the lamp that stands in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import arc

if TYPE_CHECKING:
    from sandbox.view.canvas.sprite_canvas import SpriteCanvas

LINE: Final = 0.055


def bed(canvas: SpriteCanvas) -> None:
    """Draw a bed, seen from its foot: a pillow, a blanket that is folded back, and a curtain drawn half aside."""
    _curtain(canvas)
    canvas.polygon([(-1.0, -1.9), (1.0, -1.9), (1.0, -0.9), (-1.0, -0.9)], palette.WOOD, LINE)
    canvas.polygon([(-0.95, -1.45), (0.95, -1.45), (1.1, -0.3), (-1.1, -0.3)], palette.WHITE, LINE)
    canvas.polygon(
        [*arc((0, -1.32), (0.62, 0.2), 0.5, 1.0, 12), *arc((0, -1.2), (0.62, 0.14), 0.0, 0.5, 12)], palette.PAPER, LINE
    )
    canvas.polygon([(-1.0, -1.0), (1.0, -1.0), (1.12, -0.28), (-1.12, -0.28)], palette.SKY, LINE)
    canvas.polygon([(-1.0, -1.0), (1.0, -1.0), (1.03, -0.84), (-1.03, -0.84)], palette.PAPER, LINE * 0.7)
    canvas.polygon([(-1.15, -0.42), (1.15, -0.42), (1.15, 0.0), (-1.15, 0.0)], palette.WOOD, LINE)
    for x in (-1.08, 1.08):
        canvas.polygon(
            [(x - 0.08, -0.55), (x + 0.08, -0.55), (x + 0.08, 0.1), (x - 0.08, 0.1)], palette.WOOD_DARK, LINE
        )


def _curtain(canvas: SpriteCanvas) -> None:
    """Draw a curtain on a rail over the head of a bed."""
    canvas.stroke([(-1.5, -2.75), (1.5, -2.75)], 0.12, palette.INK)
    for x in (-1.45, 1.45):
        canvas.stroke([(x, -2.75), (x, -1.0)], 0.1, palette.INK)
    canvas.stroke([(-1.5, -2.75), (1.5, -2.75)], 0.05, palette.TIN)
    folds = [(-1.38 + 0.22 * fold, -0.75 - 0.08 * (fold % 2)) for fold in range(6)]
    canvas.polygon([(-1.38, -2.7), (-0.28, -2.7), *folds[::-1]], palette.TEAR, LINE)
    for fold in range(1, 5):
        canvas.stroke([(-1.38 + 0.22 * fold, -2.62), (-1.38 + 0.22 * fold, -0.85)], 0.035, palette.GLASS)


def desk(canvas: SpriteCanvas) -> None:
    """Draw a desk with a book and a sheet of paper."""
    for x in (-1.1, 1.1):
        canvas.polygon(
            [(x - 0.09, -0.8), (x + 0.09, -0.8), (x + 0.09, 0.05), (x - 0.09, 0.05)], palette.WOOD_DARK, LINE
        )
    canvas.polygon([(-1.15, -0.85), (1.15, -0.85), (1.15, -0.6), (-1.15, -0.6)], palette.WOOD_DARK, LINE)
    canvas.polygon([(-1.15, -1.3), (1.15, -1.3), (1.3, -0.82), (-1.3, -0.82)], palette.WOOD, LINE)
    canvas.polygon([(-0.75, -1.2), (-0.15, -1.2), (-0.2, -0.95), (-0.85, -0.95)], palette.BLUE, LINE * 0.7)
    canvas.polygon([(0.25, -1.18), (0.75, -1.18), (0.85, -0.95), (0.28, -0.95)], palette.PAPER, LINE * 0.7)
    for y in (-1.11, -1.03):
        canvas.stroke([(0.36, y), (0.7, y)], 0.03, palette.SOFT_INK)


def door(canvas: SpriteCanvas) -> None:
    """Draw a door in its frame, with two panels and a handle."""
    canvas.polygon([(-0.75, -2.4), (0.75, -2.4), (0.75, 0.0), (-0.75, 0.0)], palette.WOOD_DARK, LINE)
    canvas.polygon([(-0.58, -2.22), (0.58, -2.22), (0.58, 0.0), (-0.58, 0.0)], palette.WOOD, LINE)
    for top, low in ((-2.02, -1.25), (-1.0, -0.2)):
        canvas.polygon([(-0.4, top), (0.4, top), (0.4, low), (-0.4, low)], palette.WOOD_DARK, LINE * 0.6)
    canvas.circle((0.45, -1.12), 0.07, palette.BRASS, LINE * 0.7)


def floor_lamp(canvas: SpriteCanvas) -> None:
    """Draw a lamp that stands in a room: a foot, a thin pole, and a lit shade with a chain."""
    canvas.ellipse((0.0, -0.03), (0.42, 0.13), palette.WOOD_DARK, LINE)
    canvas.polygon([(-0.05, -2.0), (0.05, -2.0), (0.05, -0.08), (-0.05, -0.08)], palette.BRASS, LINE)
    canvas.stroke([(0.3, -1.72), (0.3, -1.4)], 0.04, palette.INK)
    canvas.circle((0.3, -1.36), 0.06, palette.BRASS, LINE * 0.6)
    canvas.ellipse((0.0, -1.78), (0.56, 0.12), palette.WHITE, LINE)
    canvas.polygon([(-0.58, -1.78), (0.58, -1.78), (0.3, -2.5), (-0.3, -2.5)], palette.YELLOW, LINE)
    canvas.polygon([(-0.44, -1.9), (0.16, -1.9), (0.06, -2.4), (-0.24, -2.4)], palette.PAPER)
    canvas.stroke([(-0.54, -1.86), (0.54, -1.86)], 0.07, palette.VERMILLION)
    canvas.stroke([(-0.31, -2.44), (0.31, -2.44)], 0.05, palette.VERMILLION)
