"""Hats: together with the jumper they say who belongs to which group, in shape before colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import Point, Sketch, arc

if TYPE_CHECKING:
    from sandbox.scenario.schema import Hat


def draw_hat(sketch: Sketch, hat: Hat, top: Point, line: float) -> None:
    """Put a hat on a head whose highest point is `top`."""
    if hat != "none":
        {"cap": _cap, "bow": _bow, "leaf": _leaf, "cone": _cone}[hat](sketch, top, line)


def _cap(sketch: Sketch, top: Point, line: float) -> None:
    x, y = top
    dome = [*arc((x, y + 0.07), (0.235, 0.20), 0.5, 1.0, 20)]
    sketch.polygon(
        [(x + 0.05, y + 0.04), (x + 0.36, y + 0.05), (x + 0.36, y + 0.10), (x + 0.02, y + 0.10)],
        palette.ROOF_DARK,
        line,
    )
    sketch.polygon(dome, palette.VERMILLION, line)
    sketch.stroke(arc((x, y + 0.07), (0.10, 0.18), 0.5, 1.0), 0.02, palette.ROOF_DARK)
    sketch.circle((x, y - 0.13), 0.032, palette.PAPER, line * 0.7)


def _bow(sketch: Sketch, top: Point, line: float) -> None:
    x, y = top[0] + 0.05, top[1] - 0.015
    for side in (-1, 1):
        wing = [
            (x, y),
            (x + side * 0.17, y - 0.13),
            (x + side * 0.235, y - 0.09),
            (x + side * 0.235, y + 0.07),
            (x + side * 0.17, y + 0.11),
        ]
        sketch.polygon(wing, palette.PINK, line)
        sketch.stroke([(x + side * 0.06, y), (x + side * 0.15, y - 0.01)], 0.018, palette.INK)
    sketch.circle((x, y), 0.062, palette.BLUSH, line)


def _leaf(sketch: Sketch, top: Point, line: float) -> None:
    x, y = top
    sketch.stroke([(x, y + 0.02), (x + 0.01, y - 0.08), (x + 0.03, y - 0.13)], 0.05, palette.INK)
    for side, size in ((1, 1.0), (-1, 0.78)):
        blade = [
            (x + 0.02, y - 0.10),
            (x + side * 0.09 * size, y - 0.21 * size),
            (x + side * 0.21 * size, y - 0.225 * size),
            (x + side * 0.285 * size, y - 0.15 * size),
            (x + side * 0.20 * size, y - 0.085 * size),
            (x + side * 0.10 * size, y - 0.07 * size),
        ]
        sketch.polygon(blade, palette.LEAF, line)
        sketch.stroke(
            [(x + 0.03 * side, y - 0.105), (x + side * 0.2 * size, y - 0.15 * size)], 0.018, palette.LEAF_DARK
        )


def _cone(sketch: Sketch, top: Point, line: float) -> None:
    x, y = top
    sketch.polygon([(x - 0.17, y + 0.055), (x + 0.02, y - 0.32), (x + 0.19, y + 0.055)], palette.PAPER, line)
    sketch.polygon(
        [(x - 0.105, y - 0.075), (x - 0.055, y - 0.175), (x + 0.09, y - 0.155), (x + 0.127, y - 0.075)], palette.BLUE
    )
    sketch.polygon(
        [(x - 0.165, y + 0.05), (x - 0.145, y + 0.0), (x + 0.16, y + 0.0), (x + 0.185, y + 0.05)], palette.BLUE
    )
    sketch.circle((x + 0.02, y - 0.33), 0.052, palette.YELLOW, line)
