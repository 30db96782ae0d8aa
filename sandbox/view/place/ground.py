"""The ground under everybody's feet: grass, trodden paths between the places, paving around them, a hedge all around.

It is drawn once for a view and then only copied; where the view glides on, only what comes into it is painted. What
lies where follows from the map alone, so that nothing swims when the view moves.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import hypot
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.scenario.stages import INDOORS
from sandbox.view.canvas import palette
from sandbox.view.canvas.light import LARGEST_POOL_PX, LIGHTS, POOL_METRES, pool, tint
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED
from sandbox.view.canvas.themes import themed
from sandbox.view.place.brush import PATH_METRES, Brush
from sandbox.view.place.floor import lay_floor
from sandbox.view.place.props import BACK, LARGEST, ORDINARY_RADIUS, SMALLEST, prop_box, prop_shadow
from sandbox.view.place.trees import hedge_of, paint_bush, paint_tree, trees_of
from sandbox.view.place.walls import HIGH_METRES, draw_walls

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.scenario.schema import Map, Place, Wall
    from sandbox.view.canvas.camera import Camera

Rgba = tuple[int, int, int, int]

WHOLE_PX: Final = 1e-3
"""A view that moves on by whole pixels, to this, is painted only where it is new."""
FAST: Final = 1.01
"""A view that grows or shrinks by more than this many times from one picture to the next is in a hurry."""
RESTS: Final = 8
"""So many pictures after the last change of scale the view rests: a wheel turns a notch every few."""
PUDDLES: Final = {False: 1, True: 4}
"""of a map, when it is dry and when it rains"""
PUDDLE_METRES: Final = 1.3
"""Half the width of the largest puddle."""
CLEAR_METRES: Final = 1.2
"""A puddle stays so far from places, paths and walls."""
TRIES: Final = 96
"""Spots that are looked at for puddles."""
WORD: Final = 4
"""Bytes of a pixel that can be copied as one number."""
REACH_METRES: Final = 6.0
"""No prop, and no shadow of one of ordinary size, reaches farther."""
SHADE: Final = (0.14, -0.06, 1.03, 0.3)
"""Of the shade under a prop: how far aside and down, how wide beside the prop, and half its height, in its metres."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What lies where on one map, worked out once."""

    paths: tuple[tuple[Place, Place], ...]
    hedge: Floats
    trees: Floats
    puddles: tuple[tuple[float, float, float], ...]


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
        elif shift != (0, 0):
            self._glide(view, *shift)
        _copy(self._canvas, surface, camera.rect)

    def _draw_whole(self, view: _View, *, kept: bool) -> None:
        """Paint all of a view, and keep the picture if it is not one of many on the way to another."""
        if kept and not self._rough:
            self._canvas = _whole(view, self._origin).copy()
            return
        if self._canvas.get_size() != view.size:
            self._canvas = pygame.Surface(view.size)
        _paint(self._canvas, view, self._origin, self._canvas.get_rect(), rough=self._rough > 0)

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
    plan = _plan(view.ground)
    canvas.set_clip(part)
    canvas.fill(themed(palette.TABLE))
    brush = Brush(canvas, view.scale, origin, rough=rough)
    if view.ground.stage in INDOORS:
        lay_floor(brush, view.ground)
    else:
        _lay_lawn(brush, view, plan, part)
    for place in view.ground.places:
        _shade(brush, place, LIGHTS[view.ground.light].reach)
    for x, y, size, kind in plan.trees.tolist():
        paint_tree(brush, x, y, size, int(kind))
    for x, y, radius in plan.hedge.tolist():
        paint_bush(brush, x, y, radius)
    draw_walls(canvas, tuple(wall for wall in view.ground.walls if _stands(brush, wall)), brush.at, view.scale)
    _light(brush, view.ground)
    if view.wash is not None:
        film = pygame.Surface(part.size, pygame.SRCALPHA)
        film.fill(view.wash)
        canvas.blit(film, part)
    canvas.set_clip(None)


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


def _lay_lawn(brush: Brush, view: _View, plan: _Plan, part: pygame.Rect) -> None:
    """Lay the lawn, with puddles, paths and the paving of places upon it."""
    field = brush.field(view.ground)
    brush.canvas.set_clip(field.inflate(-view.scale, -view.scale).clip(part))
    brush.grass(view.ground)
    brush.canvas.set_clip(part)
    for puddle in plan.puddles:
        brush.puddle(*puddle)
    for start, end in plan.paths:
        if _passes(brush, start, end):
            brush.path(start, end)
    for place in view.ground.places:
        if brush.sees(place.x, place.y, place.radius + 1):
            brush.paving(place)


@lru_cache(2)
def _plan(ground: Map) -> _Plan:
    if ground.stage in INDOORS:
        return _Plan((), np.zeros((0, 3)), np.zeros((0, 4)), ())
    paths = tuple(_paths(ground.places))
    return _Plan(paths, hedge_of(ground), trees_of(ground), tuple(_puddles(ground, paths)))


def puddles_of(ground: Map) -> tuple[tuple[float, float, float], ...]:
    """Return the puddles of a map: x, y and half the width, metres."""
    return _plan(ground).puddles


def _shift(last: _View, view: _View) -> tuple[int, int] | None:
    """Return by how many pixels the picture has moved; None if it is another picture."""
    same = (last.ground, last.scale, last.size, last.wash) == (view.ground, view.scale, view.size, view.wash)
    dx, dy = (last.x - view.x) * view.scale, (last.y - view.y) * view.scale
    whole = max(abs(dx - round(dx)), abs(dy - round(dy))) < WHOLE_PX
    near = abs(dx) < view.size[0] and abs(dy) < view.size[1]
    return (round(dx), round(dy)) if same and whole and near else None


def _paths(places: tuple[Place, ...]) -> list[tuple[Place, Place]]:
    """Join each place to the nearest of those before it: a tree of paths without crossings worth speaking of."""
    x, y = np.array([(place.x, place.y) for place in places], np.float64).reshape(-1, 2).T
    return [
        (place, places[int(np.argmin(np.hypot(x[:index] - place.x, y[:index] - place.y)))])
        for index, place in enumerate(places[1:], start=1)
    ]


def _passes(brush: Brush, start: Place, end: Place) -> bool:
    reach = hypot(end.x - start.x, end.y - start.y) / 2 + PATH_METRES
    return brush.sees((start.x + end.x) / 2, (start.y + end.y) / 2, reach)


def _stands(brush: Brush, wall: Wall) -> bool:
    reach = hypot(wall.x2 - wall.x1, wall.y2 - wall.y1) / 2 + 2 * HIGH_METRES
    return brush.sees((wall.x1 + wall.x2) / 2, (wall.y1 + wall.y2) / 2, reach)


def _shade(brush: Brush, place: Place, reach: float) -> None:
    """Lay the shade under what stands at a place, and the shadow that it throws."""
    metre = min(LARGEST, max(SMALLEST, place.radius / ORDINARY_RADIUS))
    metre_px = max(2, round(brush.scale * metre))
    box = prop_box(place.kind, metre_px)
    if box is not None:
        if reach and brush.fine and brush.sees(place.x, place.y, REACH_METRES * metre):
            shadow, corner = prop_shadow(place.kind, metre_px, reach)
            x, y = brush.at(place.x, place.y - BACK * place.radius)
            brush.canvas.blit(shadow, (round(x) + corner[0], round(y) + corner[1]), special_flags=PREMULTIPLIED)
        aside, low, wide, half = SHADE
        across = box.width / brush.scale / 2
        x, y = place.x + box.centerx / brush.scale, place.y - BACK * place.radius
        brush.shade(x + aside * metre, y + low * metre, across * wide, half * metre)


def _puddles(ground: Map, paths: tuple[tuple[Place, Place], ...]) -> list[tuple[float, float, float]]:
    """Find the clearest spots of the lawn: x, y and half the width, metres."""
    margin = 3 * PUDDLE_METRES
    spots = np.random.default_rng(round(ground.width * ground.height)).random((TRIES, 2))
    spots = margin + spots * np.maximum(0, np.asarray([ground.width, ground.height]) - 2 * margin)
    clear = np.full(TRIES, 99.0)
    for place in ground.places:
        clear = np.minimum(clear, np.hypot(*(spots - (place.x, place.y)).T) - place.radius - CLEAR_METRES)
    lines = [(start.x, start.y, end.x, end.y) for start, end in paths]
    lines += [(wall.x1, wall.y1, wall.x2, wall.y2) for wall in ground.walls]
    clear = np.minimum(
        clear, _from_lines(spots, np.array(lines, np.float64).reshape(-1, 4)) - PATH_METRES - CLEAR_METRES
    )
    found: list[tuple[float, float, float]] = []
    for index in np.argsort(-clear, kind="stable").tolist():
        x, y = spots[index].tolist()
        far = all(hypot(x - other[0], y - other[1]) > 6 * PUDDLE_METRES for other in found)
        if len(found) < PUDDLES[ground.light == "rain"] and far and clear[index] > PUDDLE_METRES / 2:
            found.append((x, y, min(PUDDLE_METRES, float(clear[index]))))
    return found


def _from_lines(spots: Floats, lines: Floats) -> Floats:
    """Return (S,) how far each of (S, 2) spots is from the nearest of (L, 4) lines."""
    x, y = spots[:, :1], spots[:, 1:]
    x1, y1, x2, y2 = lines.T
    across, down = x2 - x1, y2 - y1
    share = np.clip(((x - x1) * across + (y - y1) * down) / np.maximum(1e-9, across**2 + down**2), 0, 1)
    away: Floats = np.hypot(x - x1 - share * across, y - y1 - share * down).min(axis=1, initial=np.inf)
    return away
