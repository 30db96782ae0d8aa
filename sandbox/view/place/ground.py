"""The ground under everybody's feet: grass, trodden paths between the places, paving around them, a hedge all around.

It is drawn once for a view and then only copied; where the view glides on, only what comes into it is painted. What
lies where follows from the map alone, so that nothing swims when the view moves.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.scenario.stages import INDOORS
from sandbox.view.canvas.light import LARGEST_POOL_PX, LIGHTS, POOL_METRES, pool, tint
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED
from sandbox.view.place.backdrop import paint_backdrop
from sandbox.view.place.brush import PATH_METRES, Brush
from sandbox.view.place.floor import lay_floor
from sandbox.view.place.leaves import corners
from sandbox.view.place.plan import UNPAVED, plan_of
from sandbox.view.place.props import BACK, LARGEST, ORDINARY_RADIUS, SMALLEST, kind_of, prop_box, prop_shadow
from sandbox.view.place.trees import paint_bush, paint_tree
from sandbox.view.place.walls import HIGH_METRES, MAKES, draw_walls

if TYPE_CHECKING:
    from sandbox.scenario.schema import Map, Place, Wall
    from sandbox.view.canvas.camera import Camera
    from sandbox.view.place.plan import Plan

Rgba = tuple[int, int, int, int]

WHOLE_PX: Final = 1e-3
"""A view that moves on by whole pixels, to this, is painted only where it is new."""
FAST: Final = 1.01
"""A view that grows or shrinks by more than this many times from one picture to the next is in a hurry."""
RESTS: Final = 8
"""So many pictures after the last change of scale the view rests: a wheel turns a notch every few."""
PAVED_STAGES: Final = frozenset({"lawn", "village"})
WORD: Final = 4
"""Bytes of a pixel that can be copied as one number."""
REACH_METRES: Final = 6.0
"""No prop, and no shadow of one of ordinary size, reaches farther."""
SHADE: Final = (0.14, -0.06, 1.03, 0.3)
"""Of the shade under a prop: how far aside and down, how wide beside the prop, and half its height, in its metres."""


@dataclass(frozen=True, slots=True)
class _View:
    ground: Map
    x: float
    y: float
    scale: float
    size: tuple[int, int]
    wash: Rgba | None


class Ground:
    """Keeps the picture of the ground for the last view."""

    def __init__(self) -> None:
        """Start with nothing drawn."""
        self._view: _View | None = None
        self._canvas = pygame.Surface((1, 1))
        self._origin = (0.0, 0.0)
        """the canvas's pixel of the map's top left corner"""
        self._rough = 0
        """for how many more pictures grass and paving are left plain"""
        self._under_leaves: list[tuple[pygame.Surface, pygame.Rect]] = []
        """what of the picture lies under the leaves in its corners"""

    def draw(self, surface: pygame.Surface, ground: Map, camera: Camera, wash: Rgba | None = None) -> None:
        """Copy the ground to the camera's rectangle, drawing it anew if the view has changed; `wash` tints it.

        While the view comes closer or goes back fast, grass and paving are left plain; once it rests for some pictures
        they are drawn in full.
        """
        view = _View(ground, camera.x, camera.y, camera.scale, camera.rect.size, wash)
        last, self._view = self._view, view
        shift = None if last is None else _shift(last, view)
        was_rough = self._rough > 0
        grown = 1.0 if last is None else max(last.scale / view.scale, view.scale / last.scale)
        self._rough = RESTS if grown > FAST else max(0, self._rough - 1)
        if shift is None or (was_rough and not self._rough):
            left, top = camera.to_screen(0, 0)
            self._origin = (left - camera.rect.left, top - camera.rect.top)
            self._draw_whole(view, kept=grown == 1.0)
            self._lay_leaves(view)
        elif shift != (0, 0):
            self._canvas.blits(self._under_leaves)
            self._glide(view, *shift)
            self._lay_leaves(view)
        _copy(self._canvas, surface, camera.rect)

    def _draw_whole(self, view: _View, *, kept: bool) -> None:
        """Paint all of a view, and keep the picture if it is not one of many on the way to another."""
        if kept and not self._rough:
            self._canvas = _whole(view, self._origin).copy()
            return
        if self._canvas.get_size() != view.size:
            self._canvas = pygame.Surface(view.size)
        _paint(self._canvas, view, self._origin, self._canvas.get_rect(), rough=self._rough > 0)

    def _lay_leaves(self, view: _View) -> None:
        """Lay leaves over the corners, and keep what lies under them for when the view moves on."""
        whole = self._canvas.get_rect()
        leaves = corners(view.ground, whole) if view.wash is None else []
        boxes = [box.clip(whole) for _, box in leaves]
        self._under_leaves = [(self._canvas.subsurface(box).copy(), box) for box in boxes]
        self._canvas.fblits(leaves, PREMULTIPLIED)

    def _glide(self, view: _View, dx: int, dy: int) -> None:
        """Move the picture on and paint the two strips that are new."""
        self._origin = (self._origin[0] + dx, self._origin[1] + dy)
        self._canvas.scroll(dx, dy)
        width, height = view.size
        if dx:
            part = pygame.Rect(0 if dx > 0 else width + dx, 0, abs(dx), height)
            _paint(self._canvas, view, self._origin, part, rough=self._rough > 0)
        if dy:
            part = pygame.Rect(0, 0 if dy > 0 else height + dy, width, abs(dy))
            _paint(self._canvas, view, self._origin, part, rough=self._rough > 0)


def _copy(canvas: pygame.Surface, surface: pygame.Surface, rect: pygame.Rect) -> None:
    """Copy a canvas to a rectangle of its size, so that what is drawn there next finds it in the processor's cache.

    SDL's own copy goes past the cache, and a thousand people who are drawn upon it take twice as long.
    """
    alike = canvas.get_bytesize() == surface.get_bytesize() == WORD and canvas.get_masks() == surface.get_masks()
    if alike and surface.get_rect().contains(rect):
        there = np.s_[rect.left : rect.right, rect.top : rect.bottom]
        pygame.surfarray.pixels2d(surface)[there] = pygame.surfarray.pixels2d(canvas)
    else:
        surface.blit(canvas, rect)


@cached_picture
def _whole(view: _View, origin: tuple[float, float]) -> pygame.Surface:
    """Return the whole picture of a view; `origin` is its pixel of the map's top left corner."""
    canvas = pygame.Surface(view.size)
    _paint(canvas, view, origin, canvas.get_rect(), rough=False)
    return canvas


def _paint(canvas: pygame.Surface, view: _View, origin: tuple[float, float], part: pygame.Rect, *, rough: bool) -> None:
    plan = plan_of(view.ground)
    canvas.set_clip(part)
    brush = Brush(canvas, view.scale, origin, rough=rough)
    _lay(brush, view.ground, plan)
    _stand(brush, view.ground, plan)
    _light(brush, view.ground)
    if view.wash is not None:
        film = pygame.Surface(part.size, pygame.SRCALPHA)
        film.fill(view.wash)
        canvas.blit(film, part)
    canvas.set_clip(None)


def _lay(brush: Brush, ground: Map, plan: Plan) -> None:
    """Lay what is flat: the land around, the lawn or the floor, puddles and paving."""
    paint_backdrop(brush, ground)
    if ground.stage not in INDOORS:
        _lay_lawn(brush, ground, plan)
    lay_floor(brush, ground)
    for puddle in plan.puddles:
        brush.puddle(*puddle)
    for place in ground.places if ground.stage in PAVED_STAGES else ():
        if place.kind not in UNPAVED and brush.sees(place.x, place.y, place.radius + 1):
            brush.paving(place)


def _stand(brush: Brush, ground: Map, plan: Plan) -> None:
    """Let everything cast its shade, and put up trees, hedge and walls: the ends of walls run into the near hedge."""
    reach = LIGHTS[ground.light].reach
    for place in ground.places:
        _shade(brush, ground, place, reach)
    for x, y, size, kind in plan.trees.tolist():
        paint_tree(brush, x, y, size, int(kind))
    far = int(np.searchsorted(plan.hedge[:, 1], 0.0, side="right"))
    for x, y, radius in plan.hedge[:far].tolist():
        paint_bush(brush, x, y, radius)
    walls = tuple(wall for wall in ground.walls if _stands(brush, wall))
    draw_walls(brush.canvas, walls, brush.at, brush.scale, MAKES[ground.stage in INDOORS], reach)
    for x, y, radius in plan.hedge[far:].tolist():
        paint_bush(brush, x, y, radius)


def _light(brush: Brush, ground: Map) -> None:
    """Tint what was painted as the level's light does, and let lamps shine."""
    lit = LIGHTS[ground.light]
    tint(brush.canvas.subsurface(brush.part), lit, brush.bounds, (ground.width, ground.height))
    lamps = [place for place in ground.places if place.kind == "lamp"] if lit.pools else []
    for lamp in lamps:
        if brush.sees(lamp.x, lamp.y, POOL_METRES):
            film = pool(min(LARGEST_POOL_PX, round(2 * POOL_METRES * brush.scale)))
            spot = film.get_rect(center=brush.at(lamp.x, lamp.y))
            brush.canvas.blit(film, spot, special_flags=pygame.BLEND_RGB_ADD)


def _lay_lawn(brush: Brush, ground: Map, plan: Plan) -> None:
    """Lay the lawn, with paths upon it."""
    field = brush.field(ground)
    brush.canvas.set_clip(field.inflate(-brush.scale, -brush.scale).clip(brush.part))
    brush.grass(ground)
    brush.canvas.set_clip(brush.part)
    for start, end in plan.paths:
        if _passes(brush, start, end):
            brush.path(start, end)


def _shift(last: _View, view: _View) -> tuple[int, int] | None:
    """Return by how many pixels the picture has moved; None if it is another picture."""
    same = (last.ground, last.scale, last.size, last.wash) == (view.ground, view.scale, view.size, view.wash)
    dx, dy = (last.x - view.x) * view.scale, (last.y - view.y) * view.scale
    whole = max(abs(dx - round(dx)), abs(dy - round(dy))) < WHOLE_PX
    near = abs(dx) < view.size[0] and abs(dy) < view.size[1]
    return (round(dx), round(dy)) if same and whole and near else None


def _passes(brush: Brush, start: Place, end: Place) -> bool:
    reach = hypot(end.x - start.x, end.y - start.y) / 2 + PATH_METRES
    return brush.sees((start.x + end.x) / 2, (start.y + end.y) / 2, reach)


def _stands(brush: Brush, wall: Wall) -> bool:
    reach = hypot(wall.x2 - wall.x1, wall.y2 - wall.y1) / 2 + 2 * HIGH_METRES
    return brush.sees((wall.x1 + wall.x2) / 2, (wall.y1 + wall.y2) / 2, reach)


def _shade(brush: Brush, ground: Map, place: Place, reach: float) -> None:
    """Lay the shade under what stands at a place, and the shadow that it throws."""
    metre = min(LARGEST, max(SMALLEST, place.radius / ORDINARY_RADIUS))
    metre_px = max(2, round(brush.scale * metre))
    kind = kind_of(place, ground)
    box = prop_box(kind, metre_px)
    if box is not None:
        if reach and brush.fine and brush.sees(place.x, place.y, REACH_METRES * metre):
            shadow, corner = prop_shadow(kind, metre_px, reach)
            x, y = brush.at(place.x, place.y - BACK * place.radius)
            brush.canvas.blit(shadow, (round(x) + corner[0], round(y) + corner[1]), special_flags=PREMULTIPLIED)
        aside, low, wide, half = SHADE
        across = box.width / brush.scale / 2
        x, y = place.x + box.centerx / brush.scale, place.y - BACK * place.radius
        brush.shade(x + aside * metre, y + low * metre, across * wide, half * metre)
