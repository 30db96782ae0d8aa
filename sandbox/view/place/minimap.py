"""The whole map in small, at the upper right, whenever not all of it is in view: who is where, and what one looks at.

Where the view frames what happens it goes to the upper left if it would hide somebody at the right, and gives way to
people at both.

Whoever suffers is a bolt, everybody else a dot; through somebody's eyes all are dots, since nobody sees everybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.session.seen.thresholds import SUFFERS
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED, SpriteCanvas
from sandbox.view.canvas.themes import themed
from sandbox.view.place.floor import COLOURS

if TYPE_CHECKING:
    from sandbox.engine.people import People
    from sandbox.scenario.schema import Map
    from sandbox.session.frame import Frame
    from sandbox.view.canvas.camera import Camera
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.viewpoint import Viewpoint

SLIM: Final = 2 / 3
"""It is never higher than this share of its greatest width."""
SHARE: Final = 0.25
"""It never takes more than this of the width that is free."""
WORDS: Final = 3
"""Room left above it for what is said at the head of the map, in lines."""
NEAR: Final = 1.25
"""How high over the feet somebody is hidden by it, with a hat, in tiles."""
HIDDEN_PX: Final = 3
"""So much of the map may lie outside before it counts as not all in view."""
DOT: Final = 0.03
"""A dot's size, and a bolt's, in widths of the whole."""
BOLT: Final = 0.085


def minimap_rect(frame: Frame, viewpoint: Viewpoint, lengths: Sizes) -> pygame.Rect | None:
    """Return where on the window the small map is, or None if nobody wants it, or all that counts is in view.

    That is the whole map, or, where the view frames what happens, everybody; there it is also None over people.
    """
    if not viewpoint.minimap:
        return None
    ground, free = frame.level.map, viewpoint.free or viewpoint.camera.rect
    if viewpoint.framed and not _out(frame.people, viewpoint.camera, free):
        return None
    left, top = viewpoint.camera.to_screen(0, 0)
    right, bottom = viewpoint.camera.to_screen(ground.width, ground.height)
    out = max(free.left - left, free.top - top, right - free.right, bottom - free.bottom)
    if out <= HIDDEN_PX:
        return None
    width = min(lengths.minimap_px, free.width * SHARE)
    scale = min(width / ground.width, width * SLIM / ground.height)
    rect = pygame.Rect(0, 0, round(ground.width * scale), round(ground.height * scale))
    rect.topright = (free.right - lengths.margin_px, free.top + WORDS * lengths.word_px)
    if not viewpoint.framed:
        return rect
    places = rect, rect.move(free.left + lengths.margin_px - rect.left, 0)
    return next((place for place in places if not _hides(place, frame.people, viewpoint, lengths)), None)


def _hides(rect: pygame.Rect, people: People, viewpoint: Viewpoint, lengths: Sizes) -> bool:
    """Return whether a place would hide somebody's body, with a little room around it."""
    body = lengths.body_px(viewpoint.camera.scale)
    x, y = viewpoint.camera.many_to_screen(people.x, people.y)
    across = (x > rect.left - body / 2) & (x < rect.right + body / 2)
    down = (y > rect.top) & (y - NEAR * body < rect.bottom)
    return bool((across & down & (people.present > 0)).any())


def _out(people: People, camera: Camera, free: pygame.Rect) -> bool:
    """Return whether somebody stands out of view."""
    x, y = camera.many_to_screen(people.x, people.y)
    out = (x < free.left) | (x > free.right) | (y < free.top) | (y > free.bottom)
    return bool((out & (people.present > 0)).any())


def spot_at(ground: Map, rect: pygame.Rect, pos: pygame.Vector2) -> tuple[float, float]:
    """Return the spot of the map, in metres, that a pixel of the small map stands for, or the nearest beside it."""
    x, y = (pos.x - rect.left) / rect.width, (pos.y - rect.top) / rect.height
    return (min(1.0, max(0.0, x)) * ground.width, min(1.0, max(0.0, y)) * ground.height)


class Minimap:
    """Keeps the small picture of the ground, and of the people on it until they move."""

    def __init__(self) -> None:
        """Start with nothing drawn."""
        self._drawn: tuple[Map, tuple[int, int]] | None = None
        self._seen: tuple[People, int | None, int | None] | None = None
        self._land = self._peopled = pygame.Surface((1, 1))

    def draw(self, surface: pygame.Surface, frame: Frame, viewpoint: Viewpoint, lengths: Sizes) -> None:
        """Draw it where it belongs, if it is wanted."""
        ground = frame.level.map
        rect = minimap_rect(frame, viewpoint, lengths)
        if rect is None:
            return
        if self._drawn is None or self._drawn[0] is not ground or self._drawn[1] != rect.size:
            self._drawn, self._seen = (ground, rect.size), None
            self._land = _land(ground, rect.size)
        seen = (frame.people, viewpoint.selected, viewpoint.eyes)
        if self._seen is None or self._seen[0] is not seen[0] or self._seen[1:] != seen[1:]:
            self._seen, self._peopled = seen, self._land.copy()
            self._peopled.fblits(_marks(frame, viewpoint, rect.size), PREMULTIPLIED)
        edge = max(2, round(lengths.thin_px))
        pygame.draw.rect(surface, themed(palette.INK), rect.inflate(4 * edge, 4 * edge), border_radius=3 * edge)
        pygame.draw.rect(surface, themed(palette.PAPER), rect.inflate(2 * edge, 2 * edge), border_radius=2 * edge)
        surface.blit(self._peopled, rect)
        view = _view(ground, viewpoint, rect)
        pygame.draw.rect(surface, themed(palette.PAPER), view.inflate(2 * edge, 2 * edge), 3 * edge, edge)
        pygame.draw.rect(surface, themed(palette.INK), view, edge)


def _view(ground: Map, viewpoint: Viewpoint, rect: pygame.Rect) -> pygame.Rect:
    """Return what is in view as a part of the small map."""
    free = viewpoint.free or viewpoint.camera.rect
    left, top = viewpoint.camera.to_world(free.topleft)
    right, bottom = viewpoint.camera.to_world(free.bottomright)
    across, down = rect.width / ground.width, rect.height / ground.height
    view = pygame.Rect(0, 0, round((right - left) * across), round((bottom - top) * down))
    view.topleft = (rect.left + round(left * across), rect.top + round(top * down))
    return view.clip(rect)


def _land(ground: Map, size: tuple[int, int]) -> pygame.Surface:
    land = pygame.Surface(size)
    land.fill(themed(COLOURS[ground.stage]))
    across, down = size[0] / ground.width, size[1] / ground.height
    for place in ground.places:
        half = max(2.0, place.radius * across), max(2.0, place.radius * down)
        box = pygame.Rect(round(place.x * across - half[0]), round(place.y * down - half[1]), 0, 0)
        box.size = (round(2 * half[0]), round(2 * half[1]))
        pygame.draw.ellipse(land, themed(palette.PAVING), box)
        pygame.draw.ellipse(land, themed(palette.PAVING_LINE), box, 1)
    for wall in ground.walls:
        ends = (wall.x1 * across, wall.y1 * down), (wall.x2 * across, wall.y2 * down)
        pygame.draw.line(land, themed(palette.WOOD_DARK if wall.low else palette.ROOF_DARK), *ends, 2)
    return land


def _marks(
    frame: Frame, viewpoint: Viewpoint, size: tuple[int, int]
) -> list[tuple[pygame.Surface, tuple[float, float]]]:
    """Return a dot or a bolt for each person, the selected one's ring last."""
    ground, people = frame.level.map, frame.people
    x, y = people.x * (size[0] / ground.width), people.y * (size[1] / ground.height)
    suffers = (people.felt < SUFFERS) & (viewpoint.eyes is None)
    marks = []
    there = people.present > 0
    for name, rows in (("dot", np.flatnonzero(there & ~suffers)), ("bolt", np.flatnonzero(there & suffers))):
        sprite = _mark(name, size[0])
        half = sprite.get_width() / 2
        marks += [(sprite, spot) for spot in zip((x[rows] - half).tolist(), (y[rows] - half).tolist(), strict=True)]
    if viewpoint.selected is not None and there[viewpoint.selected]:
        ring = _mark("ring", size[0])
        half = ring.get_width() / 2
        marks.append((ring, (float(x[viewpoint.selected]) - half, float(y[viewpoint.selected]) - half)))
    return marks


@cached_picture
def _mark(name: str, width_px: int) -> pygame.Surface:
    """Return the sign of one person, on a small map so many pixels wide."""
    size = max(4.0, DOT * width_px) if name == "dot" else max(8.0, BOLT * width_px)
    canvas = SpriteCanvas(size, -0.75, -0.75, 0.75, 0.75)
    if name == "dot":
        canvas.circle((0, 0), 0.5, palette.INK, 0.2, palette.PAPER)
    elif name == "bolt":
        corners = [(0.12, -0.6), (-0.42, 0.12), (-0.06, 0.12), (-0.16, 0.6), (0.42, -0.14), (0.04, -0.14)]
        canvas.polygon(corners, palette.VERMILLION, 0.13)
    else:
        canvas.circle((0, 0), 0.62, palette.AMBER, 0.12)
        canvas.hole((0, 0), (0.42, 0.42))
    return canvas.finish()
