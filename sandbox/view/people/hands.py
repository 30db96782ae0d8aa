"""Hands: small ones on stubby sleeves, for what a face alone cannot say as far as the back row.

They are part of the sprite of a face, and the proud hold theirs on the hips as part of the body, so that nobody needs
one more sprite for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import arc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.view.canvas.palette import Rgb
    from sandbox.view.canvas.sprite_canvas import Point, SpriteCanvas

HAND: Final = 0.085
"""Radius of a hand, in tiles."""
SLEEVE: Final = 0.085
"""Width of a sleeve without its outline, in tiles."""
PAIRS: Final[dict[str, tuple[Point, ...]]] = {
    "cheer": ((0.27, 0.16), (0.45, 0.02), (0.49, -0.33)),
    "ashamed": ((0.31, 0.33), (0.24, 0.32), (0.09, 0.25)),
    "pleading": ((0.31, 0.38), (0.22, 0.36), (0.075, 0.27)),
    "laughing": ((0.29, 0.16), (0.47, 0.26), (0.19, 0.37)),
    "squeezed": ((0.29, 0.20), (0.48, 0.10), (0.31, -0.12)),
    "envious": ((0.33, 0.26), (0.24, 0.36), (-0.13, 0.34)),
}
"""Of each gesture of both hands the joints of the right arm, shoulder first, in tiles from the middle of the face."""
SINGLES: Final[dict[str, tuple[Point, ...]]] = {
    "half": ((0.30, 0.24), (0.38, 0.14), (0.29, -0.07)),
    "gloating": ((0.31, 0.36), (0.24, 0.36), (0.10, 0.27)),
    "angry": ((0.28, 0.20), (0.49, 0.10), (0.49, -0.30)),
    "brave": ((0.30, 0.30), (0.42, 0.34), (0.50, 0.16)),
}
"""The same of gestures of one hand, drawn on the right."""
SHOULDER: Final = ((0.235, 0.245), (0.115, 0.135))
"""Middle and radii of the shoulder that somebody turns, in tiles from the middle of the face."""
BLINKER: Final = (0.075, 0.14)
"""Radii of the flat hand that somebody holds up beside the eyes, in tiles."""


def gesture_of(eyes: str, *, overjoyed: bool) -> str | None:
    """Return what the hands do that go with some lids, and with the widest grin."""
    if eyes in PAIRS or eyes in SINGLES:
        return eyes
    return "cheer" if overjoyed and eyes in {"open", "blink", "glad"} else None


def draw_hands(canvas: SpriteCanvas, gesture: str, side: int, skin: Rgb, line: float) -> None:
    """Draw the hands of a gesture around a face; a single hand is the right one (1) or the left one (-1)."""
    if gesture in PAIRS:
        for hand in (-1, 1):
            _arm(canvas, _mirrored(PAIRS[gesture], hand), skin, line)
        return
    joints = _mirrored(SINGLES[gesture], side)
    x, y = joints[-1]
    if gesture == "half":
        sleeve(canvas, joints, skin, line)
        _shoulder(canvas, side, skin, line)
        canvas.ellipse((x, y), BLINKER, palette.PLASTER, line)
        return
    if gesture == "brave":
        canvas.stroke([(x, y), (x, y - 0.15)], 0.06 + 2 * line)
        canvas.stroke([(x, y), (x, y - 0.15)], 0.06, palette.PLASTER)
    _arm(canvas, joints, skin, line)
    if gesture == "angry":
        for knuckle in (-0.035, 0.005, 0.045):
            canvas.stroke([(x + knuckle, y - 0.05), (x + knuckle, y - 0.01)], 0.016)


def _shoulder(canvas: SpriteCanvas, side: int, skin: Rgb, line: float) -> None:
    """Push a shoulder forward, between whoever looks away and what they would rather not see."""
    (x, y), (across, tall) = SHOULDER
    middle = (side * x, y)
    canvas.ellipse(middle, (across, tall), skin)
    canvas.stroke(arc(middle, (across, tall), *((0.28, 0.82) if side > 0 else (0.68, 1.22))), line)


def sleeve(canvas: SpriteCanvas, joints: Sequence[Point], skin: Rgb, line: float) -> None:
    """Draw an arm without its hand."""
    canvas.stroke(joints, SLEEVE + 2 * line)
    canvas.stroke(joints, SLEEVE, skin)


def _arm(canvas: SpriteCanvas, joints: Sequence[Point], skin: Rgb, line: float) -> None:
    sleeve(canvas, joints, skin, line)
    canvas.circle(joints[-1], HAND, palette.PLASTER, line)


def akimbo(canvas: SpriteCanvas, shoulder: Point, hip: Point, skin: Rgb, line: float) -> None:
    """Put both hands on the hips; shoulder and hip are those of the right side, in tiles from the feet."""
    elbow = (shoulder[0] + 0.24, (shoulder[1] + hip[1]) / 2)
    for side in (-1, 1):
        _arm(canvas, _mirrored((shoulder, elbow, hip), side), skin, line)


def _mirrored(joints: Sequence[Point], side: int) -> list[Point]:
    return [(side * x, y) for x, y in joints]
