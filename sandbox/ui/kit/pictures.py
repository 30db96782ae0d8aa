"""Pictures out of files, which may come from strangers: nothing large is unpacked, and what is broken is no picture."""

from __future__ import annotations

import io
from typing import Final

import pygame

from sandbox.view.canvas.picture_cache import cached_picture

MOST_PX: Final = 1024
"""Pixels along an edge."""
MOST_BYTES: Final = 4_000_000
_HEAD: Final = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
"""Begins every PNG; its width and height follow, in four bytes each."""


@cached_picture
def picture_of(content: bytes, size: tuple[int, int]) -> pygame.Surface | None:
    """Return a PNG as large as it fits into a size, in pixels; None if it is none that may be shown."""
    numbers = content[len(_HEAD) : len(_HEAD) + 8]
    if not content.startswith(_HEAD) or len(content) > MOST_BYTES or len(numbers) < 8:  # noqa: PLR2004 - two numbers
        return None
    edges = int.from_bytes(numbers[:4], "big"), int.from_bytes(numbers[4:], "big")
    if not 0 < min(edges) <= max(edges) <= MOST_PX:
        return None
    try:
        loaded = pygame.image.load(io.BytesIO(content), "picture.png")
    except (pygame.error, ValueError):
        return None
    scale = min(size[0] / edges[0], size[1] / edges[1])
    whole = pygame.Surface(loaded.get_size(), depth=32)
    whole.blit(loaded, (0, 0))
    return pygame.transform.smoothscale(whole, [max(1, round(edge * scale)) for edge in edges])
