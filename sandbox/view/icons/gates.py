"""Signs of gates: open, half open and shut, told by shape; and the question that asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import arc
from sandbox.view.icons.minds import LINE

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.view.canvas.sprite_canvas import SpriteCanvas


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


DRAWN: Final[dict[str, Callable[[SpriteCanvas], None]]] = {
    "why_not": _why_not,
    "wonder": _why_not,
    "gate_open": _open,
    "gate_half": _half,
    "gate_shut": _shut,
}
"""Sign of each state of a gate, and of asking; "wonder" asks for the second person."""
