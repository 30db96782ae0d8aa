"""The small picture of a play-through that its saves carry: the map as it was seen, without panels."""

from __future__ import annotations

import io
from typing import Final

import pygame

SIZE: Final = (320, 200)
EVERY: Final = 5.0
"""Seconds between two looks at the map while it is drawn."""


class Portrait:
    """What the map looked like lately."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._seen: pygame.Surface | None = None
        self._at = -EVERY

    def due(self, now: float) -> bool:
        """Return whether the last look is some seconds ago."""
        return now - self._at >= EVERY

    def see(self, surface: pygame.Surface, ground: pygame.Rect, now: float) -> None:
        """Look at the map that has just been drawn."""
        self._at, self._seen = now, _small(surface, ground)

    def png(self) -> bytes:
        """Return the latest look as a PNG, from any thread; nothing if there was none."""
        return b"" if self._seen is None else _png(self._seen)


def _small(surface: pygame.Surface, ground: pygame.Rect) -> pygame.Surface:
    """Return the middle of the map, shrunk: what is far too large is thinned out first, which is quick."""
    scale = min(ground.width / SIZE[0], ground.height / SIZE[1])
    middle = pygame.Rect(0, 0, max(1, round(SIZE[0] * scale)), max(1, round(SIZE[1] * scale)))
    middle.center = ground.center
    part = surface.subsurface(middle.clip(surface.get_rect()))
    half = pygame.transform.scale(part, (2 * SIZE[0], 2 * SIZE[1])) if scale > 2 else part  # noqa: PLR2004
    return pygame.transform.smoothscale(half, SIZE)


def _png(surface: pygame.Surface) -> bytes:
    written = io.BytesIO()
    pygame.image.save(surface, written, "portrait.png")
    return written.getvalue()
