"""Mouths: the shape that says what somebody shows, from a wobbling wail to a wide grin."""

from __future__ import annotations

from typing import Final

from sandbox.view import palette
from sandbox.view.sketch import Point, Sketch, arc

WIDE: Final = 0.034
"""Thickness of a lip, in tiles."""


def draw_mouth(sketch: Sketch, shown: int, centre: Point, eyes: str, line: float) -> None:
    """Draw the mouth for an expression; lids that are up to something bring their own."""
    own = {
        "half": _pressed,
        "squeezed": _gritted,
        "wide": _gasp,
        "angry": _snarl,
        "sly": _smirk,
        "brave": _brave,
        "envious": _pressed,
    }
    if eyes in own:
        own[eyes](sketch, centre, line)
        return
    shapes = (_wail, _sad, _uneasy, _flat, _mild, _smile, _grin)
    shapes[shown + len(shapes) // 2](sketch, centre, line)


def _wail(sketch: Sketch, centre: Point, line: float) -> None:
    x, y = centre
    lips = [
        *arc((x, y + 0.055), (0.105, 0.095), 0.5, 1.0),
        (x + 0.085, y + 0.075),
        (x, y + 0.055),
        (x - 0.085, y + 0.075),
    ]
    sketch.polygon(lips, palette.INK, line * 0.8)
    sketch.ellipse((x, y + 0.038), (0.045, 0.022), palette.BLUSH)


def _sad(sketch: Sketch, centre: Point, line: float) -> None:
    del line
    sketch.stroke(arc((centre[0], centre[1] + 0.055), (0.09, 0.075), 0.53, 0.97), WIDE)


def _uneasy(sketch: Sketch, centre: Point, line: float) -> None:
    del line
    sketch.stroke(arc((centre[0], centre[1] + 0.04), (0.075, 0.038), 0.53, 0.97), WIDE)


def _flat(sketch: Sketch, centre: Point, line: float) -> None:
    del line
    sketch.stroke([(centre[0] - 0.055, centre[1] + 0.01), (centre[0] + 0.055, centre[1] + 0.01)], WIDE)


def _mild(sketch: Sketch, centre: Point, line: float) -> None:
    del line
    sketch.stroke(arc((centre[0], centre[1] - 0.015), (0.08, 0.045), 0.03, 0.47), WIDE)


def _smile(sketch: Sketch, centre: Point, line: float) -> None:
    del line
    sketch.stroke(arc((centre[0], centre[1] - 0.03), (0.105, 0.085), 0.02, 0.48), WIDE)


def _grin(sketch: Sketch, centre: Point, line: float) -> None:
    x, y = centre
    lips = [*arc((x, y - 0.03), (0.118, 0.125), 0.0, 0.5, 20)]
    sketch.polygon(lips, palette.INK, line * 0.8)
    tongue = sketch.twin()
    tongue.ellipse((x, y + 0.085), (0.065, 0.045), palette.BLUSH)
    tongue.polygon(
        [(x - 0.085, y - 0.035), (x + 0.085, y - 0.035), (x + 0.075, y - 0.006), (x - 0.075, y - 0.006)], palette.WHITE
    )
    sketch.inside(lips, tongue)


def _pressed(sketch: Sketch, centre: Point, line: float) -> None:
    del line
    x, y = centre
    sketch.stroke([(x - 0.065, y + 0.022), (x - 0.02, y + 0.0), (x + 0.025, y + 0.018), (x + 0.065, y + 0.0)], WIDE)


def _gritted(sketch: Sketch, centre: Point, line: float) -> None:
    x, y = centre
    sketch.polygon(
        [(x - 0.095, y - 0.02), (x + 0.095, y - 0.02), (x + 0.08, y + 0.055), (x - 0.08, y + 0.055)],
        palette.WHITE,
        line,
    )
    sketch.stroke([(x - 0.09, y + 0.017), (x + 0.09, y + 0.017)], 0.014)
    for step in (-0.045, 0.0, 0.045):
        sketch.stroke([(x + step, y - 0.015), (x + step, y + 0.05)], 0.014)


def _brave(sketch: Sketch, centre: Point, line: float) -> None:
    """Smile with clenched teeth."""
    x, y = centre
    lips = [(x - 0.12, y - 0.035), (x + 0.12, y - 0.035), *arc((x, y - 0.03), (0.115, 0.09), 0.02, 0.48)]
    sketch.polygon(lips, palette.WHITE, line)
    for step in (-0.055, 0.0, 0.055):
        sketch.stroke([(x + step, y - 0.03), (x + step, y + 0.04)], 0.014)
    sketch.stroke([(x - 0.1, y + 0.0), (x + 0.1, y + 0.0)], 0.012)


def _gasp(sketch: Sketch, centre: Point, line: float) -> None:
    sketch.ellipse((centre[0], centre[1] + 0.03), (0.045, 0.06), palette.INK, line * 0.5)


def _snarl(sketch: Sketch, centre: Point, line: float) -> None:
    x, y = centre
    lips = [
        (x - 0.105, y + 0.05),
        (x - 0.05, y - 0.03),
        (x + 0.05, y - 0.03),
        (x + 0.105, y + 0.05),
        (x + 0.06, y + 0.07),
        (x - 0.06, y + 0.07),
    ]
    sketch.polygon(lips, palette.INK, line * 0.6)
    for side in (-1, 1):
        sketch.polygon(
            [(x + side * 0.015, y - 0.02), (x + side * 0.05, y - 0.02), (x + side * 0.035, y + 0.02)], palette.WHITE
        )


def _smirk(sketch: Sketch, centre: Point, line: float) -> None:
    del line
    x, y = centre
    sketch.stroke([(x - 0.085, y + 0.02), (x - 0.02, y + 0.035), (x + 0.06, y + 0.01), (x + 0.095, y - 0.045)], WIDE)
