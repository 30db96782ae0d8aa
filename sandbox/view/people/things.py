"""Bodies that are no person's: a teddy, a robot, a chatbot on its stand and a beetle, each with its own silhouette.

Theory: T16. They feel nothing, so their posture follows what they show: a robot's aerial and a beetle's feelers droop,
a chatbot's stand sinks, a teddy slumps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import SpriteCanvas, arc

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.view.canvas.palette import Rgb


class Shape(NamedTuple):
    """What a thing is built around."""

    colours: tuple[Rgb, Rgb, Rgb]
    """light side, shade, pattern"""
    top: float
    """how high a person of this posture would be, in tiles; the face lies at the same share of it"""
    share: float
    """what it shows, -1 misery to 1 joy"""
    line: float
    """width of an outline, in tiles"""


def _teddy(canvas: SpriteCanvas, shape: Shape) -> None:
    (light, shade, knit), top, _, line = shape
    head = -top * 0.62
    for side in (-1, 1):
        canvas.ellipse((side * 0.2, -0.04), (0.15, 0.1), shade, line)
        canvas.ellipse((side * 0.3, -top * 0.3), (0.11, 0.13), shade, line)
    canvas.ellipse((0, -top * 0.24), (0.27, top * 0.26), shade, line)
    canvas.ellipse((0, -top * 0.2), (0.16, top * 0.16), palette.PLASTER)
    for step in range(3):
        y = -top * 0.3 + step * 0.07
        canvas.stroke([(-0.03, y), (0.03, y)], 0.022, knit)
    canvas.stroke([(0, -top * 0.34), (0, -top * 0.1)], 0.018, knit)
    for side in (-1, 1):
        canvas.circle((side * 0.27, head - 0.22), 0.125, shade, line)
        canvas.circle((side * 0.27, head - 0.22), 0.062, palette.PLASTER)
    canvas.ellipse((0, head), (0.37, 0.3), shade, line)
    canvas.ellipse((-0.02, head - 0.02), (0.33, 0.26), light)


def _robot(canvas: SpriteCanvas, shape: Shape) -> None:
    (light, shade, _), top, share, line = shape
    tip = (0.07 + 0.10 * max(0.0, -share), -top - 0.2 - 0.05 * share + 0.09 * max(0.0, -share))
    canvas.stroke([(0, -top + 0.05), (0.01, -top - 0.1), tip], 0.045)
    canvas.circle(tip, 0.05, palette.VERMILLION, line * 0.8)
    for side in (-1, 1):
        canvas.polygon(_box(side * 0.2, -0.07, 0.11, 0.07), palette.TIN_DARK, line)
        canvas.polygon(_box(side * 0.39, -top * 0.6, 0.05, 0.1), palette.TIN_DARK, line)
    canvas.polygon(_box(0, -top * 0.2, 0.27, top * 0.13), shade, line)
    for x, colour in ((-0.13, palette.VERMILLION), (0.0, palette.YELLOW), (0.13, palette.GREEN)):
        canvas.circle((x, -top * 0.2), 0.042, colour, line * 0.5)
    canvas.polygon(_box(0, -top * 0.65, 0.36, top * 0.31), light, line)
    canvas.polygon(_box(0, -top * 0.61, 0.29, 0.2), palette.INK)
    for side in (-1, 1):
        canvas.circle((side * 0.31, -top * 0.91), 0.022, palette.SOFT_INK)


def _chatbot(canvas: SpriteCanvas, shape: Shape) -> None:
    (light, shade, _), top, _, line = shape
    foot = -0.03
    canvas.ellipse((0, foot), (0.24, 0.075), shade, line)
    canvas.stroke([(0, foot), (0, -top * 0.5)], 0.09 + 2 * line)
    canvas.stroke([(0, foot), (0, -top * 0.5)], 0.09, palette.TIN_DARK)
    screen = -top * 0.63
    canvas.polygon([(-0.22, screen + 0.2), (-0.06, screen + 0.2), (-0.25, screen + 0.37)], light, line)
    canvas.polygon(_box(0, screen, 0.46, 0.27), light, line)
    canvas.polygon([(-0.2, screen + 0.19), (-0.09, screen + 0.19), (-0.22, screen + 0.31)], light)
    canvas.polygon(_box(0, screen, 0.385, 0.195), palette.CARD)
    canvas.stroke([(-0.33, screen - 0.15), (-0.2, screen - 0.15)], 0.025, palette.WHITE)


def _beetle(canvas: SpriteCanvas, shape: Shape) -> None:
    (light, shade, knit), top, share, line = shape
    head = -top * 0.6
    for side in (-1, 1):
        for y, out, down in ((-0.33, 0.5, -0.16), (-0.2, 0.54, 0.02), (-0.08, 0.46, 0.1)):
            knee = (side * (out - 0.1), y - 0.08)
            canvas.stroke([(side * 0.2, y), knee, (side * out, min(0.02, y + 0.16 + down * 0.4))], 0.05)
        droop = 0.22 * max(0.0, -share)
        feeler = [(side * 0.1, head - 0.15), (side * 0.2, head - 0.34 + droop * 0.5)]
        tip = (side * (0.3 + droop * 0.4), head - 0.42 - 0.06 * share + droop * 1.4)
        canvas.stroke([*feeler, tip], 0.04)
        canvas.circle(tip, 0.045, palette.INK)
    canvas.ellipse((0, -top * 0.27), (0.33, top * 0.28), shade, line)
    shell = arc((0, -top * 0.27), (0.33, top * 0.28), 0, 1, 40)
    wings = canvas.part(shell)
    wings.ellipse((-0.16, -top * 0.32), (0.2, top * 0.26), light)
    wings.ellipse((0.16, -top * 0.32), (0.2, top * 0.26), light)
    for side in (-1, 1):
        for y in (-0.42, -0.24):
            wings.circle((side * 0.18, top * y), 0.05, knit)
    wings.stroke([(0, -top), (0, 0.1)], 0.035)
    canvas.inside(shell, wings)
    canvas.ellipse((0, head), (0.25, 0.2), shade, line)
    canvas.ellipse((0, head - 0.01), (0.22, 0.17), light)


def _box(x: float, y: float, half_width: float, half_height: float) -> list[tuple[float, float]]:
    """Return a rectangle with rounded corners."""
    soft = min(half_width, half_height) * 0.45
    corners = ((1, 1, 0.0), (-1, 1, 0.25), (-1, -1, 0.5), (1, -1, 0.75))
    return [
        spot
        for across, down, turn in corners
        for spot in arc(
            (x + across * (half_width - soft), y + down * (half_height - soft)), (soft, soft), turn, turn + 0.25, 6
        )
    ]


THINGS: Final[dict[str, Callable[[SpriteCanvas, Shape], None]]] = {
    "doll": _teddy,
    "robot": _robot,
    "chatbot": _chatbot,
    "insect": _beetle,
}
"""What draws each of BEINGS but a person."""
