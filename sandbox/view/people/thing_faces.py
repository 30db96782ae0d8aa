"""Faces of things: button eyes and a stitched mouth, lamps, a drawn face on a screen, a beetle's small eyes.

Theory: T16. They look at nobody; what they show is plain all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import Point, SpriteCanvas, arc
from sandbox.view.people.bodies import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.view.canvas.palette import Rgb

LAMP: Final[Rgb] = palette.YELLOW


def _curve(shown: int, centre: Point, half: float) -> list[Point]:
    """Return a mouth as a line: bent up for joy, down for misery."""
    x, y = centre
    bend = shown / LEVELS * half * 0.9
    shares = [step / 8 for step in range(-8, 9, 2)]
    return [(x + share * half, y + bend * (0.45 - share * share)) for share in shares]


def _teddy(canvas: SpriteCanvas, shown: int, line: float) -> None:
    for side in (-1, 1):
        spot = (side * 0.14, -0.06)
        canvas.circle(spot, 0.075, palette.INK, line * 0.6, palette.WHITE)
        canvas.circle((spot[0] - 0.025, spot[1] - 0.03), 0.02, palette.WHITE)
        _brow(canvas, shown, (side * 0.14, -0.17), side, palette.INK)
    canvas.ellipse((0, 0.11), (0.15, 0.115), palette.PLASTER, 0.018)
    canvas.ellipse((0, 0.06), (0.055, 0.04), palette.INK)
    mouth = _curve(shown, (0, 0.15), 0.09)
    canvas.stroke(mouth, 0.026)
    for x, y in mouth[1::3]:
        canvas.stroke([(x, y - 0.02), (x, y + 0.02)], 0.016)
    _tear(canvas, shown, (-0.16, 0.07), line)


def _robot(canvas: SpriteCanvas, shown: int, line: float) -> None:
    for side in (-1, 1):
        x = side * 0.14
        if shown >= LEVELS - 1:
            canvas.stroke(arc((x, -0.03), (0.065, 0.075), 0.5, 1.0), 0.04, LAMP)
        elif shown <= 1 - LEVELS:
            canvas.stroke([(x - side * 0.07, -0.07), (x + side * 0.06, -0.02)], 0.045, LAMP)
            canvas.stroke([(x + side * 0.02, 0.01), (x + side * 0.02, 0.08)], 0.025, palette.TEAR)
        else:
            canvas.polygon([(x - 0.055, -0.11), (x + 0.055, -0.11), (x + 0.055, 0.0), (x - 0.055, 0.0)], LAMP)
    mouth = _curve(shown, (0, 0.11), 0.13)
    for (x1, y1), (x2, y2) in zip(mouth[::2], mouth[1::2], strict=False):
        canvas.stroke([(x1, y1), (x2, y2)], 0.04, LAMP)
    del line


def _chatbot(canvas: SpriteCanvas, shown: int, line: float) -> None:
    for side in (-1, 1):
        canvas.ellipse((side * 0.16, -0.05), (0.045, 0.065), palette.INK)
        _brow(canvas, shown, (side * 0.16, -0.145), side, palette.INK)
    canvas.stroke(_curve(shown, (0, 0.085), 0.11), 0.04)
    _tear(canvas, shown, (-0.2, 0.07), line)


def _beetle(canvas: SpriteCanvas, shown: int, line: float) -> None:
    for side in (-1, 1):
        canvas.circle((side * 0.11, -0.03), 0.062, palette.WHITE, 0.022)
        canvas.circle((side * 0.11, -0.03 - 0.008 * shown), 0.035, palette.INK)
        _brow(canvas, shown, (side * 0.11, -0.125), side, palette.INK)
    canvas.stroke(_curve(shown, (0, 0.08), 0.07), 0.03)
    _tear(canvas, shown, (-0.15, 0.07), line)


def draw_unpicked(canvas: SpriteCanvas, line: float) -> None:
    """Draw what is left where a face was taken off: a bare patch, the holes of the needle, and ends of thread."""
    canvas.ellipse((0, 0.02), (0.25, 0.2), palette.PLASTER, 0.018)
    for x in (-0.14, -0.1, 0.1, 0.14):
        canvas.circle((x, -0.04), 0.014, palette.INK)
    for x in (-0.09, -0.03, 0.03, 0.09):
        canvas.circle((x, 0.11), 0.012, palette.INK)
    for x, side in ((-0.1, 1), (0.1, -1)):
        curl = [(x, -0.04), (x + side * 0.035, 0.0), (x, 0.035), (x + side * 0.025, 0.07)]
        canvas.stroke(curl, max(line * 0.8, 0.02), palette.SOFT_INK)


def _brow(canvas: SpriteCanvas, shown: int, spot: Point, side: int, ink: Rgb) -> None:
    """Raise the inner ends in misery; otherwise there are none."""
    if shown < 0:
        tilt = 0.018 * -shown
        canvas.stroke([(spot[0] - side * 0.06, spot[1] - tilt), (spot[0] + side * 0.06, spot[1] + tilt)], 0.03, ink)


def _tear(canvas: SpriteCanvas, shown: int, spot: Point, line: float) -> None:
    if shown <= 1 - LEVELS:
        x, y = spot
        drop = [(x, y - 0.09), *arc((x, y), (0.045, 0.045), -0.08, 0.58, 12)]
        canvas.polygon(drop, palette.TEAR, line)


THING_FACES: Final[dict[str, Callable[[SpriteCanvas, int, float], None]]] = {
    "doll": _teddy,
    "robot": _robot,
    "chatbot": _chatbot,
    "insect": _beetle,
}
"""What draws the face of each of BEINGS but a person: (canvas, what is shown, width of an outline in tiles)."""
