"""Mouths: the shape that says what somebody shows, from a wobbling wail to a wide grin."""

from __future__ import annotations

from typing import Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import Point, SpriteCanvas, arc

WIDE: Final = 0.042
"""Thickness of a lip, in tiles."""


def draw_mouth(canvas: SpriteCanvas, shown: int, centre: Point, eyes: str, line: float) -> None:
    """Draw the mouth for an expression; lids that are up to something bring their own."""
    own = {
        "half": _pressed,
        "squeezed": _gritted,
        "wide": _gasp,
        "angry": _snarl,
        "gloating": _gloat,
        "brave": _brave,
        "envious": _bitten,
        "ashamed": _uneasy,
        "proud": _smug,
        "pleading": _quiver,
        "laughing": _laugh,
    }
    if eyes in own:
        own[eyes](canvas, centre, line)
        return
    shapes = (_wail, _sad, _uneasy, _flat, _mild, _smile, _grin)
    if eyes == "glad":
        shown = max(shown, 0)
    shapes[shown + len(shapes) // 2](canvas, centre, line)


def _wail(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    x, y = centre
    lips = [
        *arc((x, y + 0.10), (0.135, 0.145), 0.5, 1.0),
        (x + 0.11, y + 0.145),
        (x, y + 0.115),
        (x - 0.11, y + 0.145),
    ]
    canvas.polygon(lips, palette.INK, line * 0.8)
    canvas.ellipse((x, y + 0.085), (0.06, 0.03), palette.BLUSH)


def _sad(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    del line
    canvas.stroke(arc((centre[0], centre[1] + 0.085), (0.125, 0.105), 0.52, 0.98), 1.25 * WIDE)


def _uneasy(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    del line
    canvas.stroke(arc((centre[0], centre[1] + 0.04), (0.075, 0.038), 0.53, 0.97), WIDE)


def _flat(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    del line
    canvas.stroke([(centre[0] - 0.055, centre[1] + 0.01), (centre[0] + 0.055, centre[1] + 0.01)], WIDE)


def _mild(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    del line
    canvas.stroke(arc((centre[0], centre[1] - 0.015), (0.08, 0.045), 0.03, 0.47), WIDE)


def _smile(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    x, y = centre
    lips = [*arc((x, y - 0.045), (0.155, 0.145), 0.0, 0.5, 16), *arc((x, y - 0.05), (0.145, 0.045), 0.5, 0.0, 10)]
    canvas.polygon(lips, palette.WHITE, max(line, 0.028))


def _grin(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    x, y = centre
    lips = [*arc((x, y - 0.03), (0.14, 0.155), 0.0, 0.5, 20)]
    canvas.polygon(lips, palette.INK, line * 0.8)
    tongue = canvas.part(lips)
    tongue.ellipse((x, y + 0.115), (0.08, 0.05), palette.BLUSH)
    tongue.polygon(
        [(x - 0.12, y - 0.035), (x + 0.12, y - 0.035), (x + 0.11, y + 0.005), (x - 0.11, y + 0.005)], palette.WHITE
    )
    canvas.inside(lips, tongue)


def _laugh(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    """Open it as wide as it goes, the head thrown back."""
    x, y = centre
    lips = [*arc((x, y - 0.05), (0.19, 0.25), 0.0, 0.5, 20)]
    canvas.polygon(lips, palette.INK, line)
    tongue = canvas.part(lips)
    tongue.ellipse((x, y + 0.17), (0.12, 0.08), palette.BLUSH)
    tongue.polygon([(x - 0.2, y - 0.06), (x + 0.2, y - 0.06), (x + 0.16, y), (x - 0.16, y)], palette.WHITE)
    canvas.inside(lips, tongue)


def _gloat(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    """Draw a crescent of teeth, higher on the side of the raised brow."""
    x, y = centre[0] - 0.03, centre[1] - 0.02
    lips = [
        *arc((x, y - 0.05), (0.18, 0.16), 0.5, 0.0, 16),
        *arc((x, y - 0.055), (0.17, 0.045), 0.0, 0.5, 10),
    ]
    canvas.polygon(lips, palette.WHITE, max(line, 0.026))
    for step in (-0.09, -0.03, 0.03, 0.09):
        canvas.stroke([(x + step, y - 0.01), (x + step, y + 0.075)], 0.018)


def _bitten(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    """Bite the lower lip: a crooked line and two teeth over it."""
    x, y = centre
    canvas.stroke([(x - 0.10, y + 0.05), (x - 0.03, y + 0.005), (x + 0.05, y + 0.02), (x + 0.10, y - 0.01)], WIDE)
    canvas.polygon(
        [(x - 0.03, y + 0.012), (x + 0.055, y + 0.022), (x + 0.05, y + 0.07), (x - 0.03, y + 0.065)],
        palette.WHITE,
        line * 0.8,
    )
    canvas.stroke([(x + 0.012, y + 0.018), (x + 0.012, y + 0.065)], 0.014)


def _smug(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    del line
    x, y = centre[0], centre[1] + 0.01
    canvas.stroke(arc((x, y - 0.03), (0.10, 0.06), 0.0, 0.5), WIDE)
    for side in (-1, 1):
        canvas.stroke([(x + side * 0.085, y - 0.05), (x + side * 0.12, y - 0.025)], 0.026)


def _quiver(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    """Let the lips tremble, small and open."""
    x, y = centre
    lips = [*arc((x, y + 0.035), (0.05, 0.04), 0.5, 1.0), (x + 0.025, y + 0.05), (x, y + 0.038), (x - 0.025, y + 0.05)]
    canvas.polygon(lips, palette.INK, line * 0.8)


def _pressed(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    del line
    x, y = centre
    canvas.stroke([(x - 0.065, y + 0.022), (x - 0.02, y + 0.0), (x + 0.025, y + 0.018), (x + 0.065, y + 0.0)], WIDE)


def _gritted(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    x, y = centre
    canvas.polygon(
        [(x - 0.14, y - 0.03), (x + 0.14, y - 0.03), (x + 0.12, y + 0.09), (x - 0.12, y + 0.09)],
        palette.WHITE,
        max(line, 0.026),
    )
    canvas.stroke([(x - 0.13, y + 0.03), (x + 0.13, y + 0.03)], 0.018)
    for step in (-0.065, 0.0, 0.065):
        canvas.stroke([(x + step, y - 0.025), (x + step, y + 0.085)], 0.018)


def _brave(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    """Smile with clenched teeth."""
    x, y = centre
    lips = [(x - 0.12, y - 0.035), (x + 0.12, y - 0.035), *arc((x, y - 0.03), (0.115, 0.09), 0.02, 0.48)]
    canvas.polygon(lips, palette.WHITE, line)
    for step in (-0.055, 0.0, 0.055):
        canvas.stroke([(x + step, y - 0.03), (x + step, y + 0.04)], 0.014)
    canvas.stroke([(x - 0.1, y + 0.0), (x + 0.1, y + 0.0)], 0.012)


def _gasp(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    canvas.ellipse((centre[0], centre[1] + 0.03), (0.055, 0.075), palette.INK, line * 0.5)


def _snarl(canvas: SpriteCanvas, centre: Point, line: float) -> None:
    x, y = centre
    lips = [
        (x - 0.15, y + 0.10),
        (x - 0.08, y - 0.03),
        (x + 0.08, y - 0.03),
        (x + 0.15, y + 0.10),
        (x + 0.08, y + 0.12),
        (x - 0.08, y + 0.12),
    ]
    canvas.polygon(lips, palette.INK, line * 0.6)
    for side in (-1, 1):
        canvas.polygon(
            [(x + side * 0.02, y - 0.02), (x + side * 0.075, y - 0.02), (x + side * 0.05, y + 0.04)], palette.WHITE
        )
