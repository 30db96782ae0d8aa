"""Signs of time: letting it pass, going to another moment, and undoing what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import SpriteCanvas, arc
from sandbox.view.icons.minds import LINE

if TYPE_CHECKING:
    from collections.abc import Callable

THICK: Final = 0.12


def _go(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.2, -0.32), (0.32, 0.0), (-0.2, 0.32)], palette.INK, LINE)


def _pause(canvas: SpriteCanvas) -> None:
    for x in (-0.16, 0.16):
        canvas.stroke([(x, -0.27), (x, 0.27)], 0.18)


def _step(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.27, -0.23), (0.09, 0.0), (-0.27, 0.23)], palette.INK, LINE)
    canvas.stroke([(0.28, -0.25), (0.28, 0.25)], 0.14)


def _back(canvas: SpriteCanvas) -> None:
    canvas.polygon([(0.27, -0.23), (-0.09, 0.0), (0.27, 0.23)], palette.INK, LINE)
    canvas.stroke([(-0.28, -0.25), (-0.28, 0.25)], 0.14)


def _restart(canvas: SpriteCanvas) -> None:
    canvas.stroke(arc((0.0, 0.02), (0.34, 0.34), -0.14, 0.68, 24), THICK)
    canvas.polygon([(0.06, -0.48), (0.06, -0.09), (0.4, -0.24)], palette.INK)


def _now(canvas: SpriteCanvas) -> None:
    for x in (-0.36, 0.02):
        canvas.polygon([(x, -0.23), (x + 0.32, 0.0), (x, 0.23)], palette.INK, 0.03)


def _undo(canvas: SpriteCanvas) -> None:
    _turning(canvas, 1)


def _redo(canvas: SpriteCanvas) -> None:
    _turning(canvas, -1)


def _turning(canvas: SpriteCanvas, side: int) -> None:
    """Draw an arrow that goes up and over, back to the left (1) or on to the right (-1)."""
    bow = arc((0.02, 0.12), (0.33, 0.3), -0.42, 0.1, 20)
    canvas.stroke([(side * x, y) for x, y in bow], THICK)
    canvas.polygon([(side * x, y) for x, y in ((-0.48, -0.12), (-0.06, -0.08), (-0.33, 0.24))], palette.INK)


def _futures(canvas: SpriteCanvas) -> None:
    canvas.stroke([(-0.42, -0.1), (0.34, -0.1)], THICK)
    canvas.stroke([(-0.2, -0.1), (0.04, 0.26), (0.34, 0.26)], 0.08)
    for y, colour in ((-0.1, palette.SKY), (0.26, palette.WHITE)):
        canvas.circle((0.34, y), 0.12, colour, LINE)


DRAWN: Final[dict[str, Callable[[SpriteCanvas], None]]] = {
    "go": _go,
    "pause": _pause,
    "step": _step,
    "back": _back,
    "restart": _restart,
    "now": _now,
    "undo": _undo,
    "redo": _redo,
    "futures": _futures,
}
"""Sign of each button, by its name."""
