"""Faces: eyes first. The eyes say where the attention goes, the mouth and brows what somebody *shows*.

Gaze has four cues at once: the pupils go to the edge of the whites, the whole face slides over the body, the far eye
narrows, and the body leans along (`bodies`). Sixteen directions are enough; `AHEAD` looks at the player.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from sandbox.view.acting.arms import FIERCE, draw_act_mouth
from sandbox.view.acting.mouths import draw_mouth
from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import Point, SpriteCanvas, arc
from sandbox.view.people.bodies import LEVELS
from sandbox.view.people.expression import AHEAD, DIRECTIONS
from sandbox.view.people.face_marks import draw_cheeks, draw_fountains, draw_hood, draw_mask, draw_tears, floods, weeps
from sandbox.view.people.hands import gesture_of
from sandbox.view.people.thing_faces import THING_FACES, draw_unpicked
from sandbox.view.plates.steps import SLIT, VISOR, draw_visor

if TYPE_CHECKING:
    import pygame

    from sandbox.view.people.expression import Expression

SLIDE: Final = (0.115, 0.075)
"""How far a face slides sideways and up or down with the gaze, in tiles."""
EYE: Final = (0.100, 0.125)
"""Half the width and half the height of an eye, in tiles."""
APART: Final = 0.118
AVERTED: Final = 1.25
"""How much further than any other look the averted one turns."""
GROWN: Final = {"wide": 1.16, "pleading": 1.2}
"""How much larger than usual some make their eyes."""
PUPIL: Final = 0.056
"""Half the width of a pupil, in tiles."""
GROWN_PUPILS: Final = {"usual": 1.0, "love": 1.2, "fright": 0.7}
"""How large pupils are in parts of the usual."""
PUPILS: Final = {"wide": 0.036, "pleading": 0.072}
"""Half the width of pupils that are not as usual, in tiles."""
NARROWED: Final = 0.52
EDGES: Final = (-0.67, -0.5, 0.67, 0.55)
"""Left, top, right and bottom of the sprite of a face without arms, in tiles."""
CLOSE: Final = (-0.5, -0.44, 0.5, 0.52)
"""The same of most faces: less is to be cleared, shrunk and looked through."""
LIDS: Final = {
    "half": (0.025, 0.02),
    "gloating": (-0.03, -0.1),
    "angry": (-0.065, -0.30),
    "envious": (-0.01, -0.1),
    "ashamed": (0.03, -0.25),
}
"""Of each half-shut look: how much lower the lid hangs outside than inside, and where its edge lies in the eye."""
SIDEWAYS: Final = {"ashamed": (0.3, 1.0), "proud": (0.7, -0.9), "laughing": (0.7, -0.9)}
"""Lids with which a face turns down or up wherever one looks: which part of the way to the side, and how far down."""
SHUT: Final = frozenset({"blink", "squeezed", "glad", "proud", "laughing"})


def lean_of(gaze: int) -> int:
    """Return to which side a body leans that looks so."""
    if gaze == AHEAD:
        return 0
    sideways = cos(2 * pi * gaze / DIRECTIONS)
    return 1 if sideways > LEANING else -1 if sideways < -LEANING else 0


LEANING: Final = 0.3


def turned_to(gaze: int, eyes: str) -> int:
    """Return the first gaze with which a face looks the same: with some lids only the side shows to which one looks."""
    return DIRECTIONS - gaze if eyes in SIDEWAYS and gaze > DIRECTIONS / 2 else gaze


def skin_shows(eyes: str, shown: int, act: str = "") -> bool:
    """Return whether a face has lids or sleeves, which are made of what the body is made of."""
    return bool(act) or eyes in LIDS or gesture_of(eyes, overjoyed=shown == LEVELS) is not None


def close_edges_of(look: Expression) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of what a face takes up without arms, in tiles."""
    return EDGES if look.plate or floods(look) or look.being in THING_FACES else CLOSE


def draw_features(look: Expression, tile_px: float) -> pygame.Surface:
    """Draw a face without any arms; its middle lies at the origin of `close_edges_of` it."""
    canvas = SpriteCanvas(tile_px, *close_edges_of(look))
    draw_on(canvas, look, tile_px)
    return canvas.finish()


def draw_on(canvas: SpriteCanvas, look: Expression, tile_px: float) -> None:
    """Draw the same onto a canvas, around its origin."""
    line = max(0.02, 1.15 / tile_px)
    if look.being in THING_FACES:
        if look.hidden:
            draw_unpicked(canvas, line)
        else:
            THING_FACES[look.being](canvas, look.shown, line)
        if look.mask:
            draw_mask(canvas, (0.0, 0.0), line)
        return
    toward = toward_of(look)
    middle = (SLIDE[0] * toward[0], SLIDE[1] * toward[1])
    if look.plate < SLIT:
        _features(canvas, look, middle, toward, tile_px)
    if look.plate < VISOR:
        if not look.hidden:
            _tears(canvas, look, middle, tile_px)
    elif look.plate <= SLIT:
        draw_visor(canvas, middle, look.plate, line)


def _features(canvas: SpriteCanvas, look: Expression, middle: Point, toward: Point, tile_px: float) -> None:
    """Draw cheeks, mouth and eyes, or a hood or mask over them."""
    line = max(0.02, 1.15 / tile_px)
    if look.hidden:
        draw_hood(canvas, middle, line)
    elif tile_px >= palette.DESK.plain_below_px:
        if look.plate < VISOR:
            draw_cheeks(canvas, look, middle, toward[0])
        if not look.mask:
            mouth, shown = (middle[0] + 0.06 * toward[0], middle[1] + 0.165), look.shown if look.plate < VISOR else 0
            if not draw_act_mouth(canvas, look.act, mouth, line):
                draw_mouth(canvas, shown, mouth, look.eyes, line)
    for side in (-1, 1):
        _eye(canvas, look, middle, side, line)
    if look.mask:
        draw_mask(canvas, middle, line)


def _tears(canvas: SpriteCanvas, look: Expression, middle: Point, tile_px: float) -> None:
    line = max(0.02, 1.15 / tile_px)
    if look.spiky:
        return
    if floods(look):
        draw_fountains(canvas, middle, line)
    elif tile_px >= palette.DESK.detail_above_px:
        draw_tears(canvas, look, middle, line)


def toward_of(look: Expression) -> Point:
    """Return where a face turns, rightwards and downwards: shame looks at the ground and pride holds its chin up."""
    sideways, down = _vector(look.gaze)
    if look.eyes in SIDEWAYS:
        part, down = SIDEWAYS[look.eyes]
        return (part * sideways, down)
    return (AVERTED * sideways, AVERTED * down) if look.eyes == "half" else (sideways, down)


def _vector(gaze: int) -> Point:
    if gaze == AHEAD:
        return (0.0, 0.0)
    return (cos(2 * pi * gaze / DIRECTIONS), sin(2 * pi * gaze / DIRECTIONS))


def _eye(canvas: SpriteCanvas, look: Expression, middle: Point, side: int, line: float) -> None:
    sideways = toward_of(look)[0]
    turned = max(0.0, sideways * side)
    narrow = 1 - NARROWED * min(1.0, turned)
    grown = GROWN.get(look.eyes, 1.0)
    across, tall = EYE[0] * narrow * grown, EYE[1] * grown
    centre = (middle[0] + side * APART * (1 - 0.22 * turned) - 0.012 * sideways, middle[1] - 0.035)
    if look.eyes in SHUT:
        _shut(canvas, look, centre, (across, tall), side)
        return
    canvas.ellipse(centre, (across, tall), palette.WHITE, max(line, 0.022))
    white = [*arc(centre, (across, tall), 0, 1, 32)]
    inner = canvas.part(white)
    _pupil(inner, look, centre, (across, tall), _pupils_toward(look))
    if weeps(look) and not floods(look):
        _wet(inner, centre, (across, tall))
    _lids(inner, look, centre, (across, tall), side)
    canvas.inside(white, inner)
    _brow(canvas, look, centre, (across, tall), side)


def _pupils_toward(look: Expression) -> Point:
    """Return where the pupils go: with the face, or past it."""
    sideways, down = toward_of(look) if look.pupils is None else _vector(look.pupils)
    return (0.5 * sideways, -0.6) if look.eyes == "pleading" else (sideways, down)


def _pupil(inner: SpriteCanvas, look: Expression, centre: Point, radii: Point, toward: Point) -> None:
    size = PUPILS[look.eyes] if look.eyes in PUPILS else PUPIL * GROWN_PUPILS[look.pupil]
    across = min(size, radii[0] * 0.72)
    toward = (max(-1.0, min(1.0, toward[0])), max(-1.0, min(1.0, toward[1])))
    reach = (max(0.0, radii[0] - across * 0.72), max(0.0, radii[1] - size * 0.85))
    spot = (centre[0] + toward[0] * reach[0], centre[1] + toward[1] * reach[1])
    inner.ellipse(spot, (across, size * 1.12), palette.INK)
    inner.circle((spot[0] - across * 0.3, spot[1] - size * 0.45), size * 0.30, palette.WHITE)
    if look.eyes == "pleading":
        inner.circle((spot[0] + across * 0.35, spot[1] + size * 0.4), size * 0.2, palette.WHITE)


def _wet(inner: SpriteCanvas, centre: Point, radii: Point) -> None:
    """Let water stand on the lower lid."""
    x, y = centre
    low, deep = y + 0.56 * radii[1], y + radii[1]
    inner.polygon([(x - radii[0], low), (x + radii[0], low), (x + radii[0], deep), (x - radii[0], deep)], palette.TEAR)
    inner.stroke([(x - radii[0], low), (x + radii[0], low)], 0.016)


def _lids(inner: SpriteCanvas, look: Expression, centre: Point, radii: Point, side: int) -> None:
    x, y = centre
    across, tall = radii[0] * 1.3, radii[1] * 1.3
    if (look.eyes not in LIDS and not look.spiky) or (look.eyes == "gloating" and side > 0):
        return
    tilt, drop = LIDS["angry" if look.spiky else look.eyes]
    edge = y + drop * radii[1]
    left, right = edge - tilt * side, edge + tilt * side
    skin = palette.LEAF if look.eyes == "envious" else palette.BODY[look.skin][1]
    inner.polygon([(x - across, left), (x + across, right), (x + across, y - tall), (x - across, y - tall)], skin)
    inner.stroke([(x - across, left), (x + across, right)], 0.026, palette.INK)
    if look.eyes in {"gloating", "envious"}:
        low = y + 0.5 * radii[1]
        inner.polygon([(x - across, low), (x + across, low), (x + across, y + tall), (x - across, y + tall)], skin)
        inner.stroke([(x - across, low), (x + across, low)], 0.024, palette.INK)


def _shut(canvas: SpriteCanvas, look: Expression, centre: Point, radii: Point, side: int) -> None:
    x, y = centre
    across, tall = radii[0] * 0.85, radii[1] * 0.45
    eyes, ink = look.eyes, palette.PAPER if look.hidden else palette.INK
    if eyes == "blink":
        canvas.stroke(arc((x, y), (across, tall * 0.7), 0.0, 0.5), 0.034, ink)
    elif eyes == "proud":
        canvas.stroke(arc((x, y - tall * 0.3), (across, tall * 1.1), 0.0, 0.5), 0.045, ink)
    elif eyes in {"glad", "laughing"}:
        canvas.stroke(arc((x, y + tall * 0.5), (across, tall * 1.5), 0.5, 1.0), 0.045, ink)
    else:
        canvas.stroke(
            [(x + side * across, y - tall), (x - side * across, y), (x + side * across, y + tall)], 0.045, ink
        )


def _brow(canvas: SpriteCanvas, look: Expression, centre: Point, radii: Point, side: int) -> None:
    share = look.shown / LEVELS
    x, y = centre[0], centre[1] - radii[1] - 0.045
    inner_end, outer_end = 0.0, 0.0
    if look.eyes == "angry" or look.spiky or look.act in FIERCE:
        inner_end, outer_end = 0.045, -0.035
    elif look.eyes == "gloating":
        inner_end, outer_end = (0.03, -0.01) if side < 0 else (-0.01, -0.035)
    elif look.eyes in TILTED:
        inner_end, outer_end = TILTED[look.eyes]
    elif share < 0:
        inner_end, outer_end = 0.055 * share, -0.05 * share
    elif look.eyes in {"wide", "open"} and share < STEADY:
        return
    else:
        y -= 0.012
    half = radii[0] * 0.85
    canvas.stroke([(x - side * half, y + inner_end), (x + side * half, y + outer_end)], 0.04)


TILTED: Final = {
    "half": (-0.03, 0.018),
    "brave": (-0.045, 0.03),
    "envious": (0.03, -0.03),
    "ashamed": (-0.05, 0.04),
    "pleading": (-0.05, 0.05),
}
"""How far the inner and the outer end of a brow lie below its middle, for some looks."""
STEADY: Final = 0.5
"""Below this share of joy calm brows are left out."""
