"""Hats: together with the jumper they say who belongs to which group, in shape before colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import Point, SpriteCanvas, arc

if TYPE_CHECKING:
    from sandbox.scenario.schema import Hat


def draw_hat(canvas: SpriteCanvas, hat: Hat, top: Point, line: float) -> None:
    """Put a hat on a head whose highest point is `top`."""
    if hat != "none":
        {"cap": _cap, "bow": _bow, "leaf": _leaf, "cone": _cone}[hat](canvas, top, line)


def _cap(canvas: SpriteCanvas, top: Point, line: float) -> None:
    x, y = top
    dome = [*arc((x, y + 0.07), (0.235, 0.20), 0.5, 1.0, 20)]
    canvas.polygon(
        [(x + 0.05, y + 0.04), (x + 0.36, y + 0.05), (x + 0.36, y + 0.10), (x + 0.02, y + 0.10)],
        palette.ROOF_DARK,
        line,
    )
    canvas.polygon(dome, palette.VERMILLION, line)
    canvas.stroke(arc((x, y + 0.07), (0.10, 0.18), 0.5, 1.0), 0.02, palette.ROOF_DARK)
    canvas.circle((x, y - 0.13), 0.032, palette.PAPER, line * 0.7)


def _bow(canvas: SpriteCanvas, top: Point, line: float) -> None:
    x, y = top[0] + 0.05, top[1] - 0.015
    for side in (-1, 1):
        wing = [
            (x, y),
            (x + side * 0.17, y - 0.13),
            (x + side * 0.235, y - 0.09),
            (x + side * 0.235, y + 0.07),
            (x + side * 0.17, y + 0.11),
        ]
        canvas.polygon(wing, palette.PINK, line)
        canvas.stroke([(x + side * 0.06, y), (x + side * 0.15, y - 0.01)], 0.018, palette.INK)
    canvas.circle((x, y), 0.062, palette.BLUSH, line)


def _leaf(canvas: SpriteCanvas, top: Point, line: float) -> None:
    x, y = top
    canvas.stroke([(x, y + 0.02), (x + 0.01, y - 0.08), (x + 0.03, y - 0.13)], 0.05, palette.INK)
    for side, size in ((1, 1.0), (-1, 0.78)):
        blade = [
            (x + 0.02, y - 0.10),
            (x + side * 0.09 * size, y - 0.21 * size),
            (x + side * 0.21 * size, y - 0.225 * size),
            (x + side * 0.285 * size, y - 0.15 * size),
            (x + side * 0.20 * size, y - 0.085 * size),
            (x + side * 0.10 * size, y - 0.07 * size),
        ]
        canvas.polygon(blade, palette.LEAF, line)
        canvas.stroke(
            [(x + 0.03 * side, y - 0.105), (x + side * 0.2 * size, y - 0.15 * size)], 0.018, palette.LEAF_DARK
        )


def _cone(canvas: SpriteCanvas, top: Point, line: float) -> None:
    x, y = top
    canvas.polygon([(x - 0.17, y + 0.055), (x + 0.02, y - 0.32), (x + 0.19, y + 0.055)], palette.PAPER, line)
    canvas.polygon(
        [(x - 0.105, y - 0.075), (x - 0.055, y - 0.175), (x + 0.09, y - 0.155), (x + 0.127, y - 0.075)], palette.BLUE
    )
    canvas.polygon(
        [(x - 0.165, y + 0.05), (x - 0.145, y + 0.0), (x + 0.16, y + 0.0), (x + 0.185, y + 0.05)], palette.BLUE
    )
    canvas.circle((x + 0.02, y - 0.33), 0.052, palette.YELLOW, line)
