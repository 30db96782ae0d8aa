"""Signs of gates: open, half open and shut, told by shape; the question that asks for them; what is switched off."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import arc
from sandbox.view.icons.minds import LINE

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.view.canvas.sprite_canvas import Point, SpriteCanvas

DOTS: Final = 20
"""Of the outline of what is not there."""


def _why_not(canvas: SpriteCanvas) -> None:
    bubble = [(-0.4, -0.4), (0.4, -0.4), (0.4, 0.22), (0.0, 0.22), (-0.22, 0.44), (-0.2, 0.22), (-0.4, 0.22)]
    canvas.polygon(bubble, palette.WHITE, LINE * 1.3)
    canvas.stroke([*arc((0.0, -0.17), (0.12, 0.12), 0.5, 1.1, 8), (0.0, -0.02)], 0.09)
    canvas.circle((0.0, 0.11), 0.055, palette.INK)
    canvas.stroke([(-0.3, 0.14), (0.3, -0.34)], 0.08, palette.VERMILLION)


def _open(canvas: SpriteCanvas) -> None:
    canvas.stroke([(-0.34, 0.04), (-0.1, 0.3), (0.36, -0.28)], 0.2)
    canvas.stroke([(-0.34, 0.04), (-0.1, 0.3), (0.36, -0.28)], 0.1, palette.GREEN)


def _half(canvas: SpriteCanvas) -> None:
    canvas.circle((0.0, 0.0), 0.34, palette.WHITE, LINE)
    canvas.polygon([*arc((0.0, 0.0), (0.3, 0.3), 0.25, 0.75, 12)], palette.AMBER, LINE * 0.7)


def _shut(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.38, -0.38), (0.38, -0.38), (0.38, 0.38), (-0.38, 0.38)], palette.VERMILLION, LINE * 1.3)
    for side in (-1, 1):
        canvas.stroke([(-0.19, -0.19 * side), (0.19, 0.19 * side)], 0.13, palette.WHITE)


def draw_off(canvas: SpriteCanvas) -> None:
    """Draw the ground of what is not there, with a dotted outline."""
    canvas.circle((0.0, 0.0), 0.5, palette.PAPER)
    for dot in range(DOTS):
        angle = 2 * pi * dot / DOTS
        canvas.circle((0.47 * cos(angle), 0.47 * sin(angle)), 0.035, palette.INK)


def draw_cross(canvas: SpriteCanvas, centre: Point, half: float) -> None:
    """Draw a small cross on a dark disc, `half` as long from its middle to a corner of its square."""
    (x, y) = centre
    canvas.circle(centre, 2.1 * half, palette.INK)
    for up in (-half, half):
        canvas.stroke([(x - half, y - up), (x + half, y + up)], 0.67 * half, palette.PAPER)


def _off(canvas: SpriteCanvas) -> None:
    draw_off(canvas)
    draw_cross(canvas, (0.0, 0.0), 0.14)


DRAWN: Final[dict[str, Callable[[SpriteCanvas], None]]] = {
    "why_not": _why_not,
    "wonder": _why_not,
    "gate_open": _open,
    "gate_half": _half,
    "gate_shut": _shut,
    "off": _off,
}
"""Sign of each state of a gate, and of asking; "wonder" asks for the second person."""
