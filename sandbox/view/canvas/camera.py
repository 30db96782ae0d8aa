"""Turns metres of the map into pixels of the window and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pygame

if TYPE_CHECKING:
    from typing import Self

    from sandbox.engine.arrays import Floats
    from sandbox.scenario.schema import Map
    from sandbox.view.canvas.palette import Sizes

Box = tuple[float, float, float, float]
"""Left, top, right and bottom of a part of the map, in metres."""

NEAREST = 240.0
"""The closest view, pixels per metre."""
FARTHEST = 1.0
"""The widest view, pixels per metre."""
EDGE_METRES = 1.2
"""Room left around a map that is fitted into a rectangle, for hats at the top and names at the bottom."""

CLOSE_METRES = 2.2
"""Room left around people who are shown as near as possible."""
FOOT_METRES = 1.2
"""More room below them, for names and the legend."""
MARGIN: Final = 0.12
"""Room left on each side of what concerns a picture, in parts of its extent."""
LEAST_SEEN: Final = (11.0, 7.0)
"""However little concerns a picture, so many metres across and down are seen with it."""
SIDES: Final = 1.2
"""Width that a body takes with its signs, in tiles."""
ABOVE: Final = 1.25
"""How far body, hat and signs reach above the feet, in tiles."""
BELOW: Final = 0.1
"""How far a body reaches below the feet, in tiles; its name comes under that."""
NAME: Final = 1.5
"""Height of a name with its label, in heights of its letters."""


@dataclass(frozen=True, slots=True)
class Camera:
    """A view of the map: which spot is in the middle of `rect`, and how many pixels a metre takes."""

    x: float
    """metres, the middle of the view"""
    y: float
    scale: float
    """pixels per metre"""
    rect: pygame.Rect
    """where on the window the map is shown"""

    @classmethod
    def fit(cls, ground: Map, rect: pygame.Rect) -> Self:
        """Show the whole map in `rect`."""
        across = rect.width / (ground.width + 2 * EDGE_METRES)
        down = rect.height / (ground.height + 2 * EDGE_METRES)
        return cls(ground.width / 2, ground.height / 2, max(FARTHEST, min(NEAREST, across, down)), pygame.Rect(rect))

    @classmethod
    def around(cls, x: Floats, y: Floats, rect: pygame.Rect) -> Self:
        """Show (N,) spots of the map in `rect`, with room for what people do next."""
        left, top, right, bottom = x.min() - CLOSE_METRES, y.min() - CLOSE_METRES, x.max(), y.max()
        across, down = right + CLOSE_METRES - left, bottom + CLOSE_METRES + FOOT_METRES - top
        scale = max(FARTHEST, min(NEAREST, rect.width / across, rect.height / down))
        return cls(float(left + across / 2), float(top + down / 2), float(scale), pygame.Rect(rect))

    @classmethod
    def showing(
        cls, extent: Box, ground: Map, rect: pygame.Rect, lengths: Sizes, seen: tuple[float, float] = LEAST_SEEN
    ) -> Self:
        """Show those whose feet take up an extent in `rect`, with a margin, as large as they fit.

        Never smaller than with the whole map in view, and never so near that fewer metres are `seen`.
        """
        left, top, right, bottom = extent
        across, down = right - left, bottom - top
        name = NAME * lengths.name_px
        wide = _fitting(rect.width, across, SIDES, lengths)
        high = _fitting(rect.height - name, down, ABOVE + BELOW, lengths)
        nearest = min(rect.width / seen[0], rect.height / seen[1], lengths.person_max_px / lengths.person_metres)
        scale = min(NEAREST, nearest, wide, high)
        whole = cls.fit(ground, rect)
        if scale <= whole.scale:
            return whole
        body = lengths.body_px(scale)
        lower = (name + BELOW * body - ABOVE * body) / 2 / scale
        return cls(left + across / 2, top + down / 2 + lower, scale, pygame.Rect(rect))

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Return the pixel at which a spot of the map is shown."""
        return (
            (x - self.x) * self.scale + self.rect.centerx,
            (y - self.y) * self.scale + self.rect.centery,
        )

    def many_to_screen(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Return the pixels at which (N,) spots of the map are shown."""
        return (
            (x - self.x) * self.scale + self.rect.centerx,
            (y - self.y) * self.scale + self.rect.centery,
        )

    def to_world(self, pos: tuple[float, float]) -> tuple[float, float]:
        """Return the spot of the map, in metres, that is shown at a pixel."""
        return (
            (pos[0] - self.rect.centerx) / self.scale + self.x,
            (pos[1] - self.rect.centery) / self.scale + self.y,
        )

    def holds(self, extent: Box, lengths: Sizes, room: float = 0.0) -> bool:
        """Return whether the edge of the view cuts nobody off whose feet are in an extent, with metres of room."""
        body = lengths.body_px(self.scale) + 2 * room * self.scale
        left, top = self.to_screen(*extent[:2])
        right, bottom = self.to_screen(*extent[2:])
        box = pygame.Rect(left - body / 2, top - body + room * self.scale, right - left + body, bottom - top + body)
        return bool(self.rect.contains(box))

    def on_pixels(self) -> Self:
        """Return the nearest view in which the map begins at a whole pixel, so that what is painted can be moved."""
        left, top = (round(edge) for edge in self.to_screen(0.0, 0.0))
        x, y = self.rect.centerx - left, self.rect.centery - top
        return replace(self, x=x / self.scale, y=y / self.scale)

    def zoom_at(self, pos: tuple[float, float], factor: float) -> Self:
        """Come closer (factor above 1) or move back, keeping what is under `pos` where it is."""
        scale = max(FARTHEST, min(NEAREST, self.scale * factor))
        x, y = self.to_world(pos)
        return replace(
            self,
            scale=scale,
            x=x - (pos[0] - self.rect.centerx) / scale,
            y=y - (pos[1] - self.rect.centery) / scale,
        )

    def pan(self, dx_px: float, dy_px: float) -> Self:
        """Drag the map by so many pixels."""
        return replace(self, x=self.x - dx_px / self.scale, y=self.y - dy_px / self.scale)

    def within(self, ground: Map) -> Self:
        """Keep the middle of the view on the map."""
        return replace(self, x=max(0.0, min(ground.width, self.x)), y=max(0.0, min(ground.height, self.y)))


def _fitting(room_px: float, span: float, tiles: float, lengths: Sizes) -> float:
    """Return the pixels per metre at which a span of metres with its margins, and a body, take all the room."""
    metres = span * (1 + 2 * MARGIN)
    scale = room_px / (metres + tiles * lengths.person_metres)
    body = lengths.body_px(scale)
    if body == lengths.person_metres * scale:
        return scale
    left = room_px - tiles * body
    return max(FARTHEST, left / max(metres, left / NEAREST))
