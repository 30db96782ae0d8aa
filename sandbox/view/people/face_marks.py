"""What lies on a face besides eyes and mouth: cheeks, tears, sweat, a mask, the dark of a hood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import Point, SpriteCanvas, arc
from sandbox.view.people.bodies import HALF_WIDTH, LEVELS
from sandbox.view.people.expression import WET

if TYPE_CHECKING:
    from sandbox.view.people.expression import Expression

FLUSHED: Final = {"envious": palette.LEAF, "ashamed": palette.BLUSH}
"""The colour of cheeks with some looks, whatever else is shown; hatching says the same without colour."""
DRY: Final = frozenset({"half", "gloating", "laughing", "proud", "pleading", "angry", "glad", "brave"})
"""Lids with which there is no small tear, whatever is shown."""
FALLS: Final = (
    (0.0, 0.0, 0.0),
    (-0.14, 0.095, 0.03),
    (-0.15, 0.11, 0.045),
    (-0.15, 0.15, 0.045),
    (-0.165, 0.245, 0.045),
)
"""Where a drop is that has come so far, from the middle of the face, and its radius; WET stays on the lid."""
FLOODED: Final = frozenset({"open", "blink"})
"""Lids from under which floods of tears run."""


def floods(look: Expression) -> bool:
    """Return whether tears run in floods."""
    return look.shown == -LEVELS and look.eyes in FLOODED and not look.spiky


def drips(eyes: str, shown: int) -> bool:
    """Return whether a drop runs down a face, so that it shows how far that has come."""
    return shown == 1 - LEVELS and eyes not in DRY


def weeps(look: Expression) -> bool:
    """Return whether there are tears of grief on a face."""
    tear = drips(look.eyes, look.shown) and not look.spiky
    return look.being == "person" and not look.hidden and (floods(look) or tear)


def draw_cheeks(canvas: SpriteCanvas, look: Expression, middle: Point, sideways: float) -> None:
    """Redden the cheeks of those who smile; those of the envious turn green, and the ashamed burn."""
    colour = FLUSHED.get(look.eyes, palette.BLUSH if look.shown > 0 else None)
    if colour is None or look.mask:
        return
    burning = look.eyes in FLUSHED
    radii = (0.085, 0.055) if burning else (0.055, 0.034)
    for side in (-1, 1):
        x, y = middle[0] + side * 0.20 * (1 - 0.3 * max(0.0, sideways * side)), middle[1] + 0.12
        if abs(x) < HALF_WIDTH * 0.84:
            canvas.ellipse((x, y), radii, colour)
            for step in (-0.045, 0.0, 0.045) if burning else ():
                canvas.stroke([(x + step - 0.018, y + 0.035), (x + step + 0.018, y - 0.035)], 0.018)


def draw_tears(canvas: SpriteCanvas, look: Expression, middle: Point, line: float) -> None:
    """Let those who show deep misery weep, a drop or a fountain, and the brave sweat."""
    if look.eyes == "brave":
        _drop(canvas, (middle[0] - 0.235, middle[1] - 0.12), 0.05, line)
    elif look.eyes == "laughing":
        for side in (-1, 1):
            _drop(canvas, (middle[0] + side * 0.25, middle[1] + 0.05), 0.035, line)
    elif drips(look.eyes, look.shown) and look.tear != WET:
        across, down, radius = FALLS[look.tear]
        _drop(canvas, (middle[0] + across, middle[1] + down), radius, line)


def draw_fountains(canvas: SpriteCanvas, middle: Point, line: float) -> None:
    """Draw the tears of somebody in floods: a stream down each cheek and drops that fly off sideways."""
    x, y = middle
    for side in (-1, 1):
        stream = [(x + side * 0.17, y + 0.07), (x + side * 0.205, y + 0.17), (x + side * 0.215, y + 0.32)]
        jet = arc(
            (0.4 * x + side * 0.36, y + 0.12), (0.17, 0.15), 0.5 if side > 0 else 1.0, 0.86 if side > 0 else 0.64, 8
        )
        for way, width in ((stream, 0.08), (jet, 0.045)):
            canvas.stroke(way, width + 2 * line)
            canvas.stroke(way, width, palette.TEAR)
        for out, down, radius in ((0.53, 0.14, 0.05), (0.48, 0.30, 0.042)):
            _drop(canvas, (side * out, y + down), radius, line)


def _drop(canvas: SpriteCanvas, centre: Point, radius: float, line: float) -> None:
    x, y = centre
    drop = [(x, y - radius * 2.0), *arc((x, y), (radius, radius), -0.08, 0.58, 14)]
    canvas.polygon(drop, palette.TEAR, line)


def draw_mask(canvas: SpriteCanvas, middle: Point, line: float) -> None:
    """Tie a mask over mouth and nose."""
    x, y = middle[0], middle[1] + 0.155
    canvas.stroke([(-HALF_WIDTH, y - 0.12), (x - 0.16, y - 0.04)], 0.022)
    canvas.stroke([(HALF_WIDTH, y - 0.12), (x + 0.16, y - 0.04)], 0.022)
    cloth = [
        (x - 0.21, y - 0.085),
        (x, y - 0.11),
        (x + 0.21, y - 0.085),
        (x + 0.18, y + 0.10),
        (x, y + 0.165),
        (x - 0.18, y + 0.10),
    ]
    canvas.polygon(cloth, palette.CARD, max(line, 0.024))
    for fold in (-0.02, 0.04):
        canvas.stroke([(x - 0.12, y + fold), (x, y + fold + 0.02), (x + 0.12, y + fold)], 0.014, palette.FAINT_INK)


def draw_hood(canvas: SpriteCanvas, middle: Point, line: float) -> None:
    """Darken everything under a hood, but for the eyes that are drawn over it."""
    canvas.ellipse((middle[0] * 0.6, middle[1] + 0.02), (0.27, 0.24), palette.SOFT_INK, line * 1.4)
    canvas.ellipse((middle[0] * 0.6, middle[1] + 0.03), (0.235, 0.205), palette.INK)
