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


DRAWN: Final[dict[str, Callable[[SpriteCanvas], None]]] = {"saves": _saves}
"""Sign of the list of saves."""
