"""Faces: eyes first. The eyes say where the attention goes, the mouth and brows what somebody *shows*.

Gaze has four cues at once: the pupils go to the edge of the whites, the whole face slides over the body, the far eye
narrows,
and the body leans along (`bodies`). Sixteen directions are enough; `AHEAD` looks at the player.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, pi, sin
from typing import TYPE_CHECKING, Final

from sandbox.view import palette
from sandbox.view.bodies import HALF_WIDTH, LEVELS
from sandbox.view.mouths import draw_mouth
from sandbox.view.sketch import Point, Sketch, arc
from sandbox.view.thing_faces import THING_FACES

if TYPE_CHECKING:
    import pygame

    from sandbox.scenario.schema import Colour

DIRECTIONS: Final = 16
AHEAD: Final = -1
"""The gaze that goes to the player."""
SLIDE: Final = (0.115, 0.075)
"""How far a face slides sideways and up or down with the gaze, in tiles."""
EYE: Final = (0.100, 0.125)
"""Half the width and half the height of an eye, in tiles."""
APART: Final = 0.118
NARROWED: Final = 0.52
EDGES: Final = (-0.62, -0.5, 0.62, 0.5)
LIDS: Final = {"half": (0.025, -0.05), "sly": (-0.02, -0.35), "angry": (-0.065, -0.30), "envious": (-0.01, -0.25)}
"""Of each half-shut look: how much lower the lid hangs outside than inside, and where its edge lies in the eye."""
EYES: Final = ("open", "blink", "half", "squeezed", "glad", "wide", "sly", "angry", "brave", "envious", "ashamed")
"""What lids can do; half is the look of somebody who would rather not see."""


@dataclass(frozen=True, slots=True)
class Look:
    """Everything on which the picture of a face depends, but its size."""

    gaze: int = AHEAD
    """0 to the right, then clockwise in sixteenths of a turn, or AHEAD"""
    shown: int = 0
    """-LEVELS to LEVELS"""
    eyes: str = "open"
    mask: bool = False
    hidden: bool = False
    """a hood leaves nothing of the face but the eyes"""
    spiky: bool = False
    """as an enemy sees it"""
    being: str = "person"
    """one of BEINGS"""
    skin: Colour = "sky"
    """what the lids are made of; keep the default where no lid shows, so that more faces are the same"""


def direction_of(x: float, y: float) -> int:
    """Give the sixteenth of a turn in which a vector points."""
    return round(atan2(y, x) / (2 * pi) * DIRECTIONS) % DIRECTIONS


def lean_of(gaze: int) -> int:
    """Tell to which side a body leans that looks so."""
    if gaze == AHEAD:
        return 0
    sideways = cos(2 * pi * gaze / DIRECTIONS)
    return 1 if sideways > LEANING else -1 if sideways < -LEANING else 0


LEANING: Final = 0.3


def draw_face(look: Look, tile_px: float) -> pygame.Surface:
    """Draw a face; its middle lies at the origin of `EDGES`."""
    sketch = Sketch(tile_px, *EDGES)
    line = max(0.02, 1.15 / tile_px)
    if look.being in THING_FACES:
        THING_FACES[look.being](sketch, look.shown, line)
        return sketch.finish()
    sideways, down = _vector(look.gaze)
    middle = (SLIDE[0] * sideways, SLIDE[1] * down)
    if look.hidden:
        _hood(sketch, middle, line)
    elif tile_px >= palette.DESK.plain_below_px:
        _cheeks(sketch, look, middle, sideways)
        draw_mouth(sketch, look.shown, (middle[0] + 0.06 * sideways, middle[1] + 0.165), look.eyes, line)
    for side in (-1, 1):
        _eye(sketch, look, middle, side, line)
    if look.mask:
        _mask(sketch, middle, line)
    if tile_px >= palette.DESK.detail_above_px and not look.hidden:
        _tear(sketch, look, middle, line)
    return sketch.finish()


def _vector(gaze: int) -> Point:
    if gaze == AHEAD:
        return (0.0, 0.0)
    return (cos(2 * pi * gaze / DIRECTIONS), sin(2 * pi * gaze / DIRECTIONS))


def _eye(sketch: Sketch, look: Look, middle: Point, side: int, line: float) -> None:
    sideways, down = _vector(look.gaze)
    turned = max(0.0, sideways * side)
    narrow = 1 - NARROWED * turned
    grown = 1.16 if look.eyes == "wide" else 1.0
    across, tall = EYE[0] * narrow * grown, EYE[1] * grown
    centre = (middle[0] + side * APART * (1 - 0.22 * turned) - 0.012 * sideways, middle[1] - 0.035)
    if look.eyes in {"blink", "squeezed", "glad"}:
        _shut(sketch, look.eyes, centre, (across, tall), side)
        return
    sketch.ellipse(centre, (across, tall), palette.WHITE, max(line, 0.022))
    white = [*arc(centre, (across, tall), 0, 1, 32)]
    inner = sketch.twin()
    _pupil(inner, look, centre, (across, tall), (sideways, down))
    _lids(inner, look, centre, (across, tall), side)
    sketch.inside(white, inner)
    _brow(sketch, look, centre, (across, tall), side)


def _pupil(inner: Sketch, look: Look, centre: Point, radii: Point, toward: Point) -> None:
    size = 0.056 if look.eyes != "wide" else 0.036
    across = min(size, radii[0] * 0.72)
    reach = (max(0.0, radii[0] - across * 0.72), max(0.0, radii[1] - size * 0.85))
    spot = (centre[0] + toward[0] * reach[0], centre[1] + toward[1] * reach[1])
    inner.ellipse(spot, (across, size * 1.12), palette.INK)
    inner.circle((spot[0] - across * 0.3, spot[1] - size * 0.45), size * 0.30, palette.WHITE)


def _lids(inner: Sketch, look: Look, centre: Point, radii: Point, side: int) -> None:
    x, y = centre
    across, tall = radii[0] * 1.3, radii[1] * 1.3
    if look.eyes not in LIDS and not look.spiky:
        return
    tilt, drop = LIDS["angry" if look.spiky else look.eyes]
    edge = y + drop * radii[1]
    left, right = edge - tilt * side, edge + tilt * side
    skin = palette.LEAF if look.eyes == "envious" else palette.BODY[look.skin][1]
    inner.polygon([(x - across, left), (x + across, right), (x + across, y - tall), (x - across, y - tall)], skin)
    inner.stroke([(x - across, left), (x + across, right)], 0.026, palette.INK)
    if look.eyes == "sly":
        low = y + 0.55 * radii[1]
        inner.polygon([(x - across, low), (x + across, low), (x + across, y + tall), (x - across, y + tall)], skin)
        inner.stroke([(x - across, low), (x + across, low)], 0.024, palette.INK)


def _shut(sketch: Sketch, eyes: str, centre: Point, radii: Point, side: int) -> None:
    x, y = centre
    across, tall = radii[0] * 0.85, radii[1] * 0.45
    if eyes == "blink":
        sketch.stroke(arc((x, y), (across, tall * 0.7), 0.0, 0.5), 0.034)
    elif eyes == "glad":
        sketch.stroke(arc((x, y + tall * 0.5), (across, tall * 1.5), 0.5, 1.0), 0.04)
    else:
        sketch.stroke([(x + side * across, y - tall), (x - side * across, y), (x + side * across, y + tall)], 0.036)


def _brow(sketch: Sketch, look: Look, centre: Point, radii: Point, side: int) -> None:
    share = look.shown / LEVELS
    x, y = centre[0], centre[1] - radii[1] - 0.045
    inner_end, outer_end = 0.0, 0.0
    if look.eyes == "angry" or look.spiky:
        inner_end, outer_end = 0.045, -0.035
    elif look.eyes in TILTED:
        inner_end, outer_end = TILTED[look.eyes]
    elif share < 0:
        inner_end, outer_end = 0.055 * share, -0.05 * share
    elif look.eyes in {"wide", "open"} and share < STEADY:
        return
    else:
        y -= 0.012
    half = radii[0] * 0.85
    sketch.stroke([(x - side * half, y + inner_end), (x + side * half, y + outer_end)], 0.032)


TILTED: Final = {"half": (-0.03, 0.018), "brave": (-0.045, 0.03), "envious": (0.03, -0.03), "ashamed": (-0.03, 0.03)}
"""How far the inner and the outer end of a brow lie below its middle, for some looks."""
STEADY: Final = 0.5
"""Below this share of joy calm brows are left out."""


def _cheeks(sketch: Sketch, look: Look, middle: Point, sideways: float) -> None:
    colour = FLUSHED.get(look.eyes, palette.BLUSH if look.shown > 0 else None)
    if colour is not None and not look.mask:
        for side in (-1, 1):
            x = middle[0] + side * 0.20 * (1 - 0.3 * max(0.0, sideways * side))
            if abs(x) < HALF_WIDTH * 0.84:
                sketch.ellipse((x, middle[1] + 0.125), (0.05, 0.03), colour)


FLUSHED: Final = {"envious": palette.LEAF, "ashamed": palette.BLUSH}
"""The colour of cheeks with some looks, whatever else is shown."""


def _tear(sketch: Sketch, look: Look, middle: Point, line: float) -> None:
    if look.shown > -LEVELS + 1 or look.eyes in {"half", "sly"}:
        return
    for side, size in ((-1, 1.0), (1, 0.7)) if look.shown == -LEVELS else ((-1, 0.8),):
        x, y = middle[0] + side * 0.15, middle[1] + 0.125
        radius = 0.05 * size
        drop = [(x, y - radius * 2.0), *arc((x, y), (radius, radius), -0.08, 0.58, 14)]
        sketch.polygon(drop, palette.TEAR, line)


def _mask(sketch: Sketch, middle: Point, line: float) -> None:
    x, y = middle[0], middle[1] + 0.155
    sketch.stroke([(-HALF_WIDTH, y - 0.12), (x - 0.16, y - 0.04)], 0.022)
    sketch.stroke([(HALF_WIDTH, y - 0.12), (x + 0.16, y - 0.04)], 0.022)
    cloth = [
        (x - 0.19, y - 0.075),
        (x, y - 0.10),
        (x + 0.19, y - 0.075),
        (x + 0.165, y + 0.09),
        (x, y + 0.15),
        (x - 0.165, y + 0.09),
    ]
    sketch.polygon(cloth, palette.CARD, max(line, 0.024))
    for fold in (-0.02, 0.04):
        sketch.stroke([(x - 0.12, y + fold), (x, y + fold + 0.02), (x + 0.12, y + fold)], 0.014, palette.FAINT_INK)


def _hood(sketch: Sketch, middle: Point, line: float) -> None:
    sketch.ellipse((middle[0] * 0.6, middle[1] + 0.02), (0.27, 0.24), palette.SOFT_INK, line * 1.4)
    sketch.ellipse((middle[0] * 0.6, middle[1] + 0.03), (0.235, 0.205), palette.INK)
