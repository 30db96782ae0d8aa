"""Signs of what can be chosen with a tool: what says "a person" about a look, and the rules that can be proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import SpriteCanvas, arc, star
from sandbox.view.icons.minds import LINE

if TYPE_CHECKING:
    from collections.abc import Callable


def _head(canvas: SpriteCanvas, colour: palette.Rgb = palette.BODY["sky"][0]) -> None:
    canvas.ellipse((0, 0.04), (0.32, 0.38), colour, LINE)


def _eyes(canvas: SpriteCanvas, y: float = -0.06) -> None:
    for side in (-1, 1):
        canvas.ellipse((side * 0.13, y), (0.09, 0.12), palette.WHITE, 0.03)
        canvas.circle((side * 0.13, y), 0.05, palette.INK)


def _face(canvas: SpriteCanvas) -> None:
    _head(canvas)
    _eyes(canvas)
    canvas.stroke(arc((0, 0.16), (0.11, 0.08), 0.04, 0.46), 0.06)


def _voice(canvas: SpriteCanvas) -> None:
    canvas.polygon(arc((-0.2, 0.0), (0.16, 0.22), 0, 1, 24), palette.INK, LINE)
    canvas.ellipse((-0.2, 0.1), (0.08, 0.08), palette.BLUSH)
    for radius in (0.2, 0.36, 0.52):
        canvas.stroke(arc((-0.1, 0.0), (radius, radius), -0.09, 0.09), 0.08)


def _name(canvas: SpriteCanvas) -> None:
    canvas.stroke([(-0.28, 0), (0.28, 0)], 0.46)
    canvas.stroke([(-0.28, 0), (0.28, 0)], 0.36, palette.PAPER)
    canvas.stroke([(-0.26, 0.02), (-0.1, 0.02), (0.02, -0.06), (0.12, 0.06), (0.28, 0.0)], 0.07)


def _mask(canvas: SpriteCanvas) -> None:
    _head(canvas)
    _eyes(canvas, -0.12)
    cloth = [(-0.28, 0.06), (0.0, 0.0), (0.28, 0.06), (0.22, 0.3), (0.0, 0.38), (-0.22, 0.3)]
    canvas.polygon(cloth, palette.CARD, LINE)
    for y in (0.12, 0.22):
        canvas.stroke([(-0.14, y), (0.0, y + 0.03), (0.14, y)], 0.03, palette.FAINT_INK)


def _uniform(canvas: SpriteCanvas) -> None:
    coat = [(-0.34, 0.42), (-0.3, -0.2), (-0.12, -0.36), (0.12, -0.36), (0.3, -0.2), (0.34, 0.42)]
    canvas.polygon(coat, palette.UNIFORM, LINE)
    canvas.polygon([(-0.14, -0.36), (0.14, -0.36), (0.0, -0.08)], palette.PAPER, 0.03)
    for y in (0.06, 0.24):
        canvas.circle((0, y), 0.055, palette.BRASS, 0.025)


def _label(canvas: SpriteCanvas) -> None:
    canvas.stroke([(-0.05, -0.1), (-0.2, -0.42)], 0.06)
    canvas.polygon([(-0.36, -0.12), (0.36, -0.12), (0.36, 0.34), (-0.36, 0.34)], palette.CARD, LINE)
    for y, far in ((0.04, 0.22), (0.18, 0.04)):
        canvas.stroke([(-0.22, y), (far, y)], 0.06, palette.SOFT_INK)


def _help_all(canvas: SpriteCanvas) -> None:
    for side in (-1, 1):
        canvas.stroke([(side * 0.42, 0.22), (side * 0.06, 0.0)], 0.26)
        canvas.stroke([(side * 0.42, 0.22), (side * 0.06, 0.0)], 0.17, (palette.SKY, palette.YELLOW)[side > 0])
    canvas.polygon(star((0, -0.28), 0.16, 0.07, 5), palette.GREEN, 0.035)


def _fend_alone(canvas: SpriteCanvas) -> None:
    for x, colour in ((-0.28, palette.SKY), (0.28, palette.YELLOW)):
        canvas.ellipse((x, 0.08), (0.13, 0.2), colour, LINE)
    canvas.stroke([(0, -0.38), (0, 0.4)], 0.12)


def _punish_enemies(canvas: SpriteCanvas) -> None:
    canvas.stroke([(-0.24, 0.38), (0.12, -0.1)], 0.15)
    canvas.stroke([(-0.24, 0.38), (0.12, -0.1)], 0.07, palette.WOOD)
    canvas.stroke([(-0.06, -0.26), (0.3, 0.02)], 0.34)
    canvas.stroke([(-0.06, -0.26), (0.3, 0.02)], 0.24, palette.VERMILLION)


DRAWN: Final[dict[str, Callable[[SpriteCanvas], None]]] = {
    "face": _face,
    "voice": _voice,
    "name": _name,
    "mask": _mask,
    "uniform": _uniform,
    "label": _label,
    "help_all": _help_all,
    "fend_alone": _fend_alone,
    "punish_enemies": _punish_enemies,
}
"""Sign of each of CUES and of RULES, by its name."""
