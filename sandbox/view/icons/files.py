"""Signs of files: what is kept of a play-through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.icons.minds import LINE

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.view.canvas.sprite_canvas import SpriteCanvas


def _saves(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.44, -0.32), (0.44, -0.32), (0.44, 0.4), (-0.44, 0.4)], palette.SKY, LINE)
    canvas.polygon([(-0.2, -0.46), (0.2, -0.46), (0.2, 0.16), (0.0, 0.0), (-0.2, 0.16)], palette.YELLOW, LINE)


def _film(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.46, -0.34), (0.46, -0.34), (0.46, 0.34), (-0.46, 0.34)], palette.INK, LINE)
    canvas.polygon([(-0.26, -0.3), (0.26, -0.3), (0.26, 0.3), (-0.26, 0.3)], palette.PAPER, LINE)
    for x in (-0.37, 0.37):
        for y in (-0.2, 0.0, 0.2):
            canvas.circle((x, y), 0.06, palette.PAPER)


def _start(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.3, -0.4), (0.44, 0.0), (-0.3, 0.4)], palette.YELLOW, LINE)


def _folder(canvas: SpriteCanvas) -> None:
    canvas.polygon(
        [(-0.44, -0.34), (-0.08, -0.34), (0.02, -0.2), (0.44, -0.2), (0.44, 0.36), (-0.44, 0.36)], palette.AMBER, LINE
    )
    canvas.polygon([(-0.44, -0.06), (0.44, -0.06), (0.44, 0.36), (-0.44, 0.36)], palette.YELLOW, LINE)


def _copy(canvas: SpriteCanvas) -> None:
    for x, y, colour in ((0.1, -0.1, palette.SKY), (-0.1, 0.1, palette.PAPER)):
        canvas.polygon(
            [(x - 0.28, y - 0.32), (x + 0.28, y - 0.32), (x + 0.28, y + 0.32), (x - 0.28, y + 0.32)], colour, LINE
        )


DRAWN: Final[dict[str, Callable[[SpriteCanvas], None]]] = {
    "saves": _saves,
    "film": _film,
    "folder": _folder,
    "copy": _copy,
    "start": _start,
}
"""Signs of the list of saves, of what is given away, and of playing a level."""
