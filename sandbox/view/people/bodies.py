"""The bean body: its posture carries what somebody *feels*, its hat and jumper say to which group they belong.

A body that feels well stands tall and a little broad-shouldered; a body in pain melts: low, wide at the bottom, head
sunk.
The face is another sprite (`faces`) that is laid on the body where `face_spot` says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import copysign, cos, pi, sin
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import PICTURES
from sandbox.view.canvas.sprite_canvas import Point, SpriteCanvas, arc
from sandbox.view.canvas.strokes import grown
from sandbox.view.icons.happenings import draw_rosette
from sandbox.view.people.hands import akimbo
from sandbox.view.people.hats import draw_hat
from sandbox.view.people.things import THINGS, Shape
from sandbox.view.plates.steps import DRAINED, SLIT, VISOR, draw_key, draw_seam

if TYPE_CHECKING:
    from sandbox.scenario.schema import Colour, Hat, Pattern

LEVELS: Final = 3
"""Postures and expressions go from -LEVELS (misery) over 0 to +LEVELS (joy)."""
HALF_WIDTH: Final = 0.345
HEIGHT: Final = 0.84
GROWTH: Final = 0.15
"""How much of its height a body gains in joy and loses in misery."""
LEAN: Final = 0.085
OUTLINE: Final = 0.034
EDGES: Final = (-0.72, -1.62, 0.72, 0.16)
"""Left, top, right and bottom of a body sprite, in tiles."""
CLOSE: Final = (-0.58, -1.44, 0.58, 0.16)
"""The same of what most bodies take up: less is to be cleared, shrunk and looked through."""
HAT: Final = (0.52, 0.22)
"""How far up and down from the top of a body a hat reaches, in tiles."""
CORNERS: Final = 72
CHEST: Final = 0.16
"""How much broader pride makes a chest, and narrower what is below it."""
STRETCH: Final = {1: 1.14, 0: 1.0, -1: 0.86}
"""How much taller pride makes a body, and shame shorter."""
SQUARE: Final = {1: 0.84, 0: 0.84, -1: 0.58}
"""How round shoulders are, 1 as an egg's; the ashamed pull theirs up around a sunken head."""
BADGE: Final = 0.125
"""Radius of a badge, in tiles."""
CHIN: Final = {1: 0.035, 0: 0.0, -1: -0.07}
"""How much higher than usual pride carries its face, and shame, in tiles."""


@dataclass(frozen=True, slots=True)
class Build:
    """Everything on which the picture of a body depends, but its size."""

    colour: Colour = "sky"
    hat: Hat = "none"
    pattern: Pattern = "plain"
    feeling: int = 0
    """-LEVELS to LEVELS"""
    lean: float = 0
    """-1 to the left, 1 to the right, by six degrees"""
    uniform: bool = False
    label: bool = False
    spiky: bool = False
    """drawn as an enemy"""
    being: str = "person"
    """one of BEINGS"""
    bearing: int = 0
    """1 proud: chest out, hands on the hips; -1 ashamed: the head sinks between the shoulders"""
    badge: Colour | None = None
    """colour of the group to which they have gone over"""
    plate: int = 0
    """how far they have turned into a thing, 0 to STEPS"""


def height_of(feeling: int) -> float:
    """Return a body's height in tiles."""
    return HEIGHT * (1 + GROWTH * feeling / LEVELS)


def top_of(build: Build) -> float:
    """Return a body's height with its bearing, without its hat, in tiles."""
    return height_of(build.feeling) * STRETCH[build.bearing]


def outline_of(build: Build) -> list[Point]:
    """Return the corners of a body's outline, in tiles."""
    points = _outline(build.feeling, build.lean, build.bearing)
    return _spikes(points, top_of(build)) if build.spiky else points


@cache
def _outline(feeling: int, lean: float, bearing: int) -> list[Point]:
    """Work out an outline without spikes, once for everybody who stands so."""
    build = Build(feeling=feeling, lean=lean, bearing=bearing)
    share = feeling / LEVELS
    height = top_of(build)
    half = HALF_WIDTH * (1 - 0.09 * share)
    points = []
    for corner in range(CORNERS):
        angle = 2 * pi * corner / CORNERS
        round_by = SQUARE[bearing] if sin(angle) < 0 else SQUARE[0]
        across, up = _soft(cos(angle), round_by), (1 + _soft(-sin(angle), round_by)) / 2
        sag = max(0.0, -share)
        width = half * (1 + 0.10 * share * (up - 0.4) * 2 - 0.05 * (up - 0.5)) * (1 + 0.30 * sag * (1 - up) ** 3)
        width *= 1 + CHEST * max(0, bearing) * _chest(up)
        points.append((across * width + _sway(build, up), -up * height))
    return points


@cache
def _rim(feeling: int, lean: float, bearing: int, line: float) -> list[Point]:
    """Work out the outer edge of an outline; one shape is drawn faster than a line from corner to corner."""
    return grown(_outline(feeling, lean, bearing), line)


def _mask(canvas: SpriteCanvas, build: Build, tile_px: float) -> pygame.Surface:
    """Return what cuts clothes on a canvas to an outline without spikes: the same for everybody who stands so."""
    key = _outline, build.feeling, build.lean, build.bearing, tile_px
    mask = PICTURES.get(key)
    if not isinstance(mask, pygame.Surface):
        mask = canvas.mask(_outline(build.feeling, build.lean, build.bearing))
        PICTURES.keep(key, mask)
    return mask


def _chest(up: float) -> float:
    """Return how much broader (to 1) or narrower (to -1) a proud body is at a share of its height."""
    return max(0.0, sin(pi * (up - 0.08) / 0.84)) ** 2 - 0.9 * (1 - up) ** 3


def face_spot(build: Build) -> Point:
    """Return the middle of the face on a body, in tiles from the feet."""
    return _face_spot(build.feeling, build.lean, build.bearing)


@cache
def _face_spot(feeling: int, lean: float, bearing: int) -> Point:
    up = 0.60 + 0.03 * (feeling / LEVELS)
    return (LEAN * lean * up, -height_of(feeling) * STRETCH[bearing] * up - CHIN[bearing])


@lru_cache(1024)
def without_hat(build: Build) -> tuple[Build, Build | None]:
    """Return a body without its hat, and one in its posture that has nothing but the hat, or None if there is none."""
    if build.hat == "none" or build.plate >= SLIT:
        return build, None
    bare = Build(hat=build.hat, feeling=build.feeling, lean=build.lean, bearing=build.bearing, plate=build.plate)
    return replace(build, hat="none"), bare


def hat_edges_of(build: Build) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of what the hat of a body takes up, in tiles."""
    top = -top_of(build)
    return CLOSE[0], top - HAT[0], CLOSE[2], top + HAT[1]


def draw_hat_of(build: Build, tile_px: float) -> pygame.Surface:
    """Draw nothing but the hat of a body, whose feet stand at the origin of `hat_edges_of` it."""
    canvas = SpriteCanvas(tile_px, *hat_edges_of(build))
    _draw_hat(canvas, build, _line(tile_px))
    return canvas.finish()


def close_edges_of(build: Build) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of what a body takes up, in tiles."""
    far = build.bearing > 0 or build.plate or build.spiky or build.being in THINGS
    return EDGES if far else CLOSE


def draw_body(build: Build, tile_px: float, edges: tuple[float, float, float, float] = EDGES) -> pygame.Surface:
    """Draw a body without its face onto a sprite with such edges; its feet stand at their origin."""
    canvas = SpriteCanvas(tile_px, *edges)
    line, points = _line(tile_px), outline_of(build)
    if build.being in THINGS:
        if build.spiky:
            canvas.polygon(points, palette.VERMILLION, line)
        shape = Shape(palette.BODY[build.colour], height_of(build.feeling), build.feeling / LEVELS, line)
        THINGS[build.being](canvas, shape)
        return _adorned(canvas, build, line)
    if build.plate == SLIT:
        draw_key(canvas, (0.0, -top_of(build)), line)
    if build.spiky:
        canvas.polygon(points, palette.INK, line)
    else:
        canvas.polygon(_rim(build.feeling, build.lean, build.bearing, line), palette.INK)
    mask = None if build.spiky else _mask(canvas, build, tile_px)
    canvas.inside(points, _clothes(canvas.part(points), build), mask)
    if build.bearing > 0 and not build.spiky:
        tall = top_of(build)
        akimbo(canvas, (0.30, -tall * 0.47), (0.23, -tall * 0.17), palette.BODY[build.colour][1], max(0.03, line * 0.8))
    if build.plate == DRAINED:
        draw_seam(canvas, top_of(build))
    return _adorned(canvas, build, line)


def _adorned(canvas: SpriteCanvas, build: Build, line: float) -> pygame.Surface:
    """Put on what hangs on a body: a label, the badge of another group, a hat."""
    if build.label:
        _label(canvas, build)
    if build.badge is not None:
        draw_rosette(canvas, build.badge, BADGE, (_sway(build, 0.3) + 0.19, -0.27))
    if build.plate < SLIT:
        _draw_hat(canvas, build, line)
    return canvas.finish()


def _draw_hat(canvas: SpriteCanvas, build: Build, line: float) -> None:
    draw_hat(canvas, build.hat, (_sway(build, 1.0), -top_of(build)), line)


def _line(tile_px: float) -> float:
    return max(OUTLINE, 1.6 / tile_px)


def _clothes(inner: SpriteCanvas, build: Build) -> SpriteCanvas:
    light, shade, knit = palette.BODY[build.colour]
    height = top_of(build)
    middle = _sway(build, 0.5)
    inner.flood(shade)
    inner.ellipse((middle - 0.07, -height * 0.58), (0.40, height * 0.60), light)
    if build.uniform:
        _uniform(inner, middle, height)
    elif build.pattern != "plain" and build.plate < VISOR:
        _jumper(inner, build, middle, height)
    glow = tuple(min(255, part + 34) for part in light)
    inner.ellipse((middle - 0.15, -height * 0.93), (0.075, 0.032), (glow[0], glow[1], glow[2]))
    del knit
    return inner


def _jumper(inner: SpriteCanvas, build: Build, middle: float, height: float) -> None:
    light, shade, knit = palette.BODY[build.colour]
    del light
    hem = -height * 0.30
    if build.pattern == "stripes":
        for row in range(3):
            y = hem + 0.02 + row * 0.105
            inner.stroke(arc((middle, y - 0.06), (0.5, 0.075), 0.0, 0.5), 0.046, knit)
    elif build.pattern == "dots":
        for row in range(3):
            for column in range(-4, 5):
                inner.circle((middle + (column + row % 2 / 2) * 0.125, hem + 0.045 + row * 0.1), 0.032, knit)
    else:
        for row in range(3):
            for column in range(-4, 5):
                x, y = middle + (column * 2 + row % 2) * 0.085, hem + row * 0.1
                inner.polygon([(x, y), (x + 0.085, y), (x + 0.085, y + 0.1), (x, y + 0.1)], knit)
    inner.stroke(arc((middle, hem - 0.055), (0.5, 0.075), 0.0, 0.5), 0.02, shade)


def _uniform(inner: SpriteCanvas, middle: float, height: float) -> None:
    collar = -height * 0.33
    inner.polygon([(-1, collar), (1, collar), (1, 1), (-1, 1)], palette.UNIFORM)
    inner.polygon([(middle - 0.13, collar), (middle + 0.13, collar), (middle, collar + 0.12)], palette.PAPER)
    inner.stroke([(-1, collar), (1, collar)], 0.03, palette.UNIFORM_DARK)
    for row in range(2):
        inner.circle((middle, collar + 0.15 + row * 0.08), 0.02, palette.BRASS)


def _label(canvas: SpriteCanvas, build: Build) -> None:
    x, y = _sway(build, 0.2) + 0.03, -0.105
    canvas.stroke([(x, y - 0.05), (x - 0.05, y - 0.14)], 0.02, palette.INK)
    canvas.polygon(
        [(x - 0.13, y - 0.06), (x + 0.13, y - 0.06), (x + 0.13, y + 0.08), (x - 0.13, y + 0.08)], palette.CARD, 0.022
    )
    canvas.stroke([(x - 0.08, y), (x + 0.08, y)], 0.018, palette.SOFT_INK)
    canvas.stroke([(x - 0.08, y + 0.04), (x + 0.03, y + 0.04)], 0.018, palette.SOFT_INK)


def _spikes(points: list[Point], height: float) -> list[Point]:
    centre = (0.0, -height / 2)
    jagged: list[Point] = []
    step = len(points) // 13
    for index in range(0, len(points), step):
        x, y = points[index]
        tip = points[(index + step // 2) % len(points)]
        jagged.append((centre[0] + (x - centre[0]) * 0.90, centre[1] + (y - centre[1]) * 0.90))
        jagged.append((centre[0] + (tip[0] - centre[0]) * 1.26, centre[1] + (tip[1] - centre[1]) * 1.22))
    return jagged


def _soft(value: float, power: float) -> float:
    return copysign(abs(value) ** power, value)


def _sway(build: Build, up: float) -> float:
    return LEAN * build.lean * up
