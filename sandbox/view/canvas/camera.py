"""Turns metres of the map into pixels of the window and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from typing import Self

    from sandbox.engine.arrays import Floats
    from sandbox.scenario.schema import Map

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
