"""Arms and mouths of acts: small hands on stubby sleeves that say what is being done, and to which side.

They are part of the sprite of a face, as the hands are that go with lids.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from sandbox.view.acting.acts import AIMS
from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import Point, SpriteCanvas, arc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.view.canvas.palette import Rgb

HAND: Final = 0.095
"""Radius of a hand, in tiles."""
SLEEVE: Final = 0.09
"""Width of a sleeve without its outline, in tiles."""
FAR: Final = (0.60, 0.46)
"""How far out an arm reaches that goes the whole way, across and down, in tiles from the middle of a face."""
UPRIGHT: Final = 0.1
"""An arm that goes less far to a side than this part of its length goes up or down beside the body."""
EDGES: Final = (-0.92, -0.72, 0.92, 0.72)
"""Left, top, right and bottom of the sprite of a face with arms, in tiles."""
_BOTH: Final[dict[str, tuple[Point, ...]]] = {
    "palms": ((0.30, 0.22), (0.45, 0.30), (0.52, 0.14)),
    "catch": ((0.28, 0.16), (0.45, 0.02), (0.47, -0.28)),
    "jeer": ((0.29, 0.20), (0.52, 0.14), (0.40, -0.14)),
    "bow": ((0.31, 0.38), (0.22, 0.38), (0.085, 0.30)),
    "open": ((0.29, 0.18), (0.46, 0.16), (0.62, -0.02)),
}
"""Of acts of both hands the joints of the right arm, shoulder first, in tiles from the middle of the face."""
_NEAR: Final[dict[str, tuple[Point, ...]]] = {
    "kneel": ((0.29, 0.26), (0.44, 0.30), (0.58, 0.20)),
    "hug": ((0.28, 0.20), (0.45, 0.22), (0.63, 0.31)),
    "offer": ((0.29, 0.24), (0.44, 0.32), (0.60, 0.20)),
    "beckon": ((0.28, 0.18), (0.48, 0.08), (0.50, -0.22)),
    "hit": ((0.28, 0.16), (0.56, 0.06), (0.60, -0.28)),
    "cup": ((0.30, 0.34), (0.36, 0.30), (0.22, 0.15)),
    "pull": ((0.29, 0.20), (0.46, 0.16), (0.55, 0.36)),
    "heart": ((0.29, 0.26), (0.46, 0.30), (0.55, 0.12)),
    "wag": ((0.28, 0.20), (0.46, 0.10), (0.46, -0.12)),
    "give": ((0.28, 0.14), (0.44, 0.08), (0.62, 0.06)),
    "clap": ((0.28, 0.18), (0.56, 0.22), (0.55, 0.02)),
}
"""Of acts towards one side the joints of the arm on that side, drawn as if it were the right."""
_OTHER: Final[dict[str, tuple[Point, ...]]] = {
    "kneel": ((0.05, 0.40), (0.24, 0.44), (0.46, 0.38)),
    "hug": ((0.05, 0.42), (0.30, 0.47), (0.59, 0.46)),
    "give": ((-0.02, 0.38), (0.24, 0.38), (0.58, 0.28)),
    "clap": ((-0.02, 0.38), (0.26, 0.36), (0.38, 0.06)),
}
"""The same of the second arm, if it goes there too."""
THROWN_BACK: Final = ((0.28, 0.24), (0.44, 0.26), (0.36, 0.42))
"""The other arm of somebody who shouts, drawn as if it were the right."""
FINGERS: Final = frozenset({"point", "wag", "beckon", "jeer"})
"""Acts with a finger out."""
OPEN_MOUTHS: Final = frozenset({"shout"})
TEETH: Final = frozenset({"hit"})
FIERCE: Final = frozenset({"shout", "hit", "jeer", "point"})
"""Acts with brows drawn together."""
TONGUES: Final = frozenset({"jeer"})
SPEAKING: Final = frozenset({"cup", "wag", "beckon", "point"})
FACED: Final = OPEN_MOUTHS | TEETH | FIERCE | TONGUES | SPEAKING
"""Acts that show on the face itself, too."""


def draw_arms(canvas: SpriteCanvas, act: str, aim: int, skin: Rgb, line: float) -> None:
    """Draw the arms of an act around a face."""
    if act in _BOTH:
        for side in (-1, 1):
            _arm(canvas, _mirrored(_BOTH[act], side), skin, line, finger=act in FINGERS)
        return
    across, down = cos(2 * pi * aim / AIMS), sin(2 * pi * aim / AIMS)
    side = -1 if across < -UPRIGHT else 1
    if act in _NEAR:
        if act in _OTHER:
            _arm(canvas, _mirrored(_OTHER[act], side), skin, line)
        _arm(canvas, _mirrored(_NEAR[act], side), skin, line, finger=act in FINGERS)
        if act in _HELD:
            _HELD[act](canvas, side, line)
        return
    hand = (FAR[0] * across if abs(across) > UPRIGHT else 0.34 * side, 0.10 + FAR[1] * down)
    shoulder = (0.27 * side, 0.20)
    elbow = ((shoulder[0] + hand[0]) / 2 + 0.05 * side, (shoulder[1] + hand[1]) / 2 + 0.04)
    _arm(canvas, (shoulder, elbow, hand), skin, line, finger=act in FINGERS)
    if act == "shout":
        _arm(canvas, _mirrored(THROWN_BACK, -side), skin, line)


def draw_act_mouth(canvas: SpriteCanvas, act: str, centre: Point, line: float) -> bool:
    """Draw the mouth that goes with an act, and tell whether there is one."""
    x, y = centre
    if act in OPEN_MOUTHS:
        lips = [(x - 0.15, y - 0.06), (x + 0.15, y - 0.06), *arc((x, y - 0.05), (0.15, 0.21), 0.0, 0.5, 16)]
        canvas.polygon(lips, palette.INK, line * 0.8)
        canvas.ellipse((x, y + 0.10), (0.08, 0.045), palette.BLUSH)
    elif act in TEETH:
        lips = [(x - 0.13, y - 0.04), (x + 0.13, y - 0.04), (x + 0.15, y + 0.08), (x - 0.15, y + 0.08)]
        canvas.polygon(lips, palette.WHITE, max(line, 0.026))
        for step in (-0.065, 0.0, 0.065):
            canvas.stroke([(x + step, y - 0.035), (x + step, y + 0.075)], 0.018)
    elif act in TONGUES:
        canvas.stroke(arc((x, y - 0.05), (0.14, 0.10), 0.0, 0.5), 0.042)
        canvas.ellipse((x + 0.03, y + 0.11), (0.055, 0.075), palette.BLUSH, max(line, 0.026))
        canvas.stroke([(x + 0.03, y + 0.07), (x + 0.03, y + 0.13)], 0.018)
    elif act in SPEAKING:
        canvas.ellipse((x, y + 0.02), (0.075, 0.06), palette.INK, line * 0.5)
        canvas.ellipse((x, y + 0.05), (0.04, 0.022), palette.BLUSH)
    else:
        return False
    return True


def _arm(canvas: SpriteCanvas, joints: Sequence[Point], skin: Rgb, line: float, *, finger: bool = False) -> None:
    canvas.stroke(joints, SLEEVE + 2 * line)
    canvas.stroke(joints, SLEEVE, skin)
    (x0, y0), (x, y) = joints[-2:]
    if finger:
        length = max(0.01, ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5)
        tip = (x + (x - x0) / length * 0.19, y + (y - y0) / length * 0.19)
        canvas.stroke([(x, y), tip], 0.05 + 2 * line)
        canvas.stroke([(x, y), tip], 0.05, palette.PLASTER)
    canvas.circle((x, y), HAND, palette.PLASTER, line)


def _sparks(canvas: SpriteCanvas, side: int, line: float) -> None:
    """Draw what says that two hands have just met."""
    for turn in (-0.34, -0.25, -0.16):
        ray = cos(2 * pi * turn), sin(2 * pi * turn)
        way = [(side * 0.465 + far * ray[0], 0.02 + far * ray[1]) for far in (0.16, 0.27)]
        canvas.stroke(way, 0.045 + 2 * line, palette.PAPER)
        canvas.stroke(way, 0.05)


def _gift(canvas: SpriteCanvas, side: int, line: float) -> None:
    """Draw a present between two hands."""
    x, y = side * 0.70, 0.13
    box = [(x - 0.12, y - 0.11), (x + 0.12, y - 0.11), (x + 0.12, y + 0.12), (x - 0.12, y + 0.12)]
    canvas.polygon(box, palette.AMBER, line)
    canvas.stroke([(x, y - 0.11), (x, y + 0.12)], 0.05, palette.PAPER)
    for way in (-1, 1):
        canvas.ellipse((x + way * 0.055, y - 0.15), (0.05, 0.035), palette.AMBER, line * 0.8)


def _lever(canvas: SpriteCanvas, side: int, line: float) -> None:
    """Draw the lever that a hand has pulled down."""
    way = [(side * 0.78, 0.52), (side * 0.60, 0.30)]
    canvas.stroke(way, 0.05 + 2 * line)
    canvas.stroke(way, 0.05, palette.STONE)
    canvas.circle(way[1], 0.075, palette.VERMILLION, line)


def _fist(canvas: SpriteCanvas, side: int, line: float) -> None:
    """Draw a fist, and what says that it comes down."""
    x, y = side * 0.60, -0.28
    canvas.circle((x, y), 1.45 * HAND, palette.PLASTER, line)
    for step in (-0.06, 0.0, 0.06):
        canvas.stroke([(x + step, y + 0.03), (x + step, y + 0.09)], 0.02)
    for far in (0.07, 0.15):
        canvas.stroke(
            arc(
                (side * 0.28, 0.10),
                (0.46 + far, 0.50 + far),
                -0.14 if side > 0 else -0.29,
                -0.07 if side > 0 else -0.36,
                6,
            ),
            0.035,
        )


def _heart(canvas: SpriteCanvas, side: int, line: float) -> None:
    """Draw a heart over an open hand."""
    x, y = side * 0.58, -0.16
    for radius, colour in ((1.8 * line, palette.PAPER), (line, palette.INK), (0.0, palette.VERMILLION)):
        for way in (-1, 1):
            canvas.circle((x + way * 0.08, y - 0.02), 0.095 + radius, colour)
        canvas.polygon(
            [(x - 0.165 - radius, y + 0.015), (x + 0.165 + radius, y + 0.015), (x, y + 0.21 + 1.4 * radius)], colour
        )


def _sound(canvas: SpriteCanvas, side: int, line: float) -> None:
    """Draw what comes out of a hand at the mouth."""
    for far in (0.12, 0.24, 0.36):
        start, end = (-0.11, 0.11) if side > 0 else (0.39, 0.61)
        way = arc((side * 0.24, 0.13), (0.10 + far, 0.10 + far), start, end, 6)
        canvas.stroke(way, 0.04 + line, palette.PAPER)
        canvas.stroke(way, 0.045)


_HELD: Final = {"clap": _sparks, "give": _gift, "pull": _lever, "hit": _fist, "heart": _heart, "cup": _sound}
"""What hands hold, or make."""


def _mirrored(joints: Sequence[Point], side: int) -> list[Point]:
    return [(side * x, y) for x, y in joints]
