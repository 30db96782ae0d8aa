"""The atlas: every picture is drawn once for each look and size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame

from sandbox.view.canvas import palette
from sandbox.view.canvas.light import AWAY
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED, SpriteCanvas, faded
from sandbox.view.icons.registry import icon
from sandbox.view.people import bodies, faces, limbs, perceived_as
from sandbox.view.people.bodies import Build
from sandbox.view.plates.steps import TIN, drained

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.view.people.expression import Expression


def draw_body(build: Build, size_px: int, edges: tuple[float, float, float, float] = bodies.EDGES) -> pygame.Surface:
    """Draw a body without its face onto a sprite with such edges."""
    if build.plate == TIN:
        return perceived_as.draw_thing(size_px)
    whole = bodies.draw_body(build, size_px, edges)
    return drained(whole, build.plate) if build.plate else whole


@cached_picture
def body(build: Build, size_px: int) -> pygame.Surface:
    """Return the sprite of a body without its face."""
    return draw_body(build, size_px)


@cached_picture
def face(look: Expression, size_px: int) -> pygame.Surface:
    """Return the sprite of a face."""
    whole = limbs.draw_face(look, size_px)
    return drained(whole, look.plate) if look.plate else whole


@cached_picture
def pale_person(build: Build, look: Expression, size_px: int) -> pygame.Surface:
    """Return body and face in one, paled and sunken into the ground: somebody who does not matter."""
    whole = bodies.draw_body(build, size_px)
    x, y = bodies.face_spot(build)
    edges = limbs.edges_of(look)
    left, top = edges[0] - bodies.EDGES[0] + x, edges[1] - bodies.EDGES[1] + y
    whole.blit(face(look, size_px), (left * size_px, top * size_px), special_flags=PREMULTIPLIED)
    return perceived_as.sunken(whole, size_px)


@cached_picture
def split_face(shown: Expression, felt: Expression, size_px: int) -> pygame.Surface:
    """Return a face whose left half shows and whose right half feels, with a seam between them."""
    whole = face(shown, size_px).copy()
    middle = whole.get_width() // 2
    right = pygame.Rect(middle, 0, whole.get_width() - middle, whole.get_height())
    whole.fill((0, 0, 0, 0), right)
    whole.blit(face(felt, size_px), right, right)
    seam = SpriteCanvas(size_px, *faces.EDGES)
    for step in range(5):
        y = -0.24 + step * 0.11
        seam.stroke([(0.0, y), (0.0, y + 0.05)], 0.028)
    whole.blit(seam.finish(), (0, 0), special_flags=PREMULTIPLIED)
    return whole


@cached_picture
def perceived(name: str, size_px: int) -> pygame.Surface:
    """Return the picture of a thing, of somebody unattended, of the hole of the unimportant, or of a smile sticker."""
    drawn = {
        "unattended": perceived_as.draw_ghost,
        "thing": perceived_as.draw_thing,
        "unimportant": perceived_as.draw_hole,
        "fine": perceived_as.draw_smile_sticker,
    }
    return drawn[name](size_px)


@cached_picture
def shadow(size_px: int) -> pygame.Surface:
    """Return the shadow under a body; its middle lies under the feet."""
    canvas = SpriteCanvas(size_px, -0.5, -0.2, 0.5, 0.2)
    canvas.ellipse((0.03, 0.0), (0.38, 0.115), palette.INK)
    return faded(canvas.finish(), palette.TINT_SHADOW / 255)


@cached_picture
def outline(build: Build, size_px: int) -> pygame.Surface:
    """Return nothing but the outline of a body, to be seen on any ground, on the canvas of the body."""
    canvas = SpriteCanvas(size_px, *bodies.EDGES)
    rim = bodies.outline_of(build)
    for width, colour in ((0.105, palette.PAPER), (0.05, palette.INK)):
        canvas.stroke([*rim, rim[0]], max(width, 2 * width / 0.05 / size_px), colour)
    return canvas.finish()


def thrown_shadow(feeling: int, bearing: int, size_px: int, reach: float) -> tuple[pygame.Surface, float, float]:
    """Return the shadow that a body throws, `reach` times as long as it is high: its outline, laid on the ground.

    Its left and top edge follow, in tiles from the feet.
    """
    aside, down = (reach * part for part in AWAY)
    outline = [(x - y * aside, -y * down) for x, y in bodies.outline_of(Build(feeling=feeling, bearing=bearing))]
    left, right = (edge(x for x, _ in outline) for edge in (min, max))
    canvas = SpriteCanvas(size_px, left, 0.0, right, max(y for _, y in outline))
    canvas.polygon(outline, palette.NIGHT)
    return faded(canvas.finish(), palette.SHADOW), left, 0.0


@cached_picture
def fading_icon(name: str, size_px: int, step: int) -> pygame.Surface:
    """Return a sign that is `step` of FADE_STEPS visible."""
    if step >= palette.FADE_STEPS:
        return icon(name, size_px)
    return faded(icon(name, size_px), step / palette.FADE_STEPS)


def fade_step(visible: float) -> int:
    """Return the step for an opacity of 0 to 1."""
    return max(0, min(palette.FADE_STEPS, round(visible * palette.FADE_STEPS)))


def fade_steps(visible: Floats) -> Ints:
    """Return the steps for (K,) opacities of 0 to 1."""
    return np.rint(visible * palette.FADE_STEPS).astype(np.int64).clip(0, palette.FADE_STEPS)


@cached_picture
def foot_ring(kind: str, size_px: int) -> pygame.Surface:
    """Return the ring on the ground under somebody who is hovered over or selected."""
    canvas = SpriteCanvas(size_px, -0.75, -0.4, 0.75, 0.4)
    canvas.ellipse((0, 0), (0.50, 0.22), palette.INK, 0.09)
    canvas.ellipse((0, 0), (0.50, 0.22), palette.AMBER if kind == "selected" else palette.PAPER, 0.035, palette.INK)
    inner = 0.41 if kind == "selected" else 0.455
    canvas.ellipse((0, 0), (inner, inner * 0.42), palette.INK)
    canvas.hole((0, 0), (inner - 0.03, inner * 0.42 - 0.03))
    return canvas.finish()
