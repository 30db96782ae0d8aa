"""Five lights: how each tints the ground, where it comes from, and how long a shadow it throws.

The sun is always at the upper left. Only the ground and what stands on it takes the tint: people never do, so that the
whites of their eyes stay white.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import faded
from sandbox.view.canvas.themes import themed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sandbox.engine.arrays import Floats
    from sandbox.view.canvas.palette import Rgb

AWAY: Final = (0.94, 0.34)
"""Which way shadows fall: to the right and towards the player."""
TALLEST: Final = 2.6
"""A thing throws no longer shadow than something so high, in metres: a house does not darken the square."""
STEP_PX: Final = 8
"""The tint is worked out once in so many pixels each way: from one to the next it changes by a level or two."""
SOFT: Final = 0.5
"""How much of the tint what stands on the ground takes."""
POOL: Final = (152, 112, 40)
"""What the middle of a lamp's pool adds to the ground, AMBER by lamp light."""
POOL_METRES: Final = 5.5
POOL_FLAT: Final = 0.72
"""Height of a pool in widths."""
POOL_PX: Final = 160
LARGEST_POOL_PX: Final = 1100
"""A pool's width on the screen at most."""


@dataclass(frozen=True, slots=True)
class Lit:
    """What a light does."""

    near: Rgb
    """what the ground is multiplied by where the light comes from"""
    far: Rgb
    """and at the other end"""
    reach: float
    """length of a body's shadow, in bodies; 0 for none"""
    glow: float = 0.0
    """how much white lies over the upper left, 0 to 1"""
    across: float = 0.5
    """how much of the way from one end to the other goes from left to right, 0 to 1; the rest goes down"""
    pools: bool = False
    """whether lamps light the ground around them"""
    rain: bool = False


LIGHTS: Final[Mapping[str, Lit]] = {
    "noon": Lit(palette.DAY, palette.DAY, 0.5),
    "morning": Lit(palette.MORNING, palette.MORNING, 1.0, glow=0.34),
    "evening": Lit(palette.EVENING, palette.DUSK, 1.3),
    "lamp": Lit(palette.LAMP, palette.LAMP, 0.7, pools=True),
    "rain": Lit(palette.CLOUD, palette.DRIZZLE, 0.0, across=0.0, rain=True),
}
"""By the name that a level gives it."""


def tint(part: pygame.Surface, lit: Lit, bounds: tuple[float, float, float, float], size: tuple[float, float]) -> None:
    """Tint a part of the ground; `bounds` are its left, top, right and bottom, and `size` the map's, in metres."""
    near, far = themed(lit.near), themed(lit.far)
    if near == far:
        if near != palette.DAY:
            part.fill(near, special_flags=pygame.BLEND_RGB_MULT)
    else:
        _lay(part, bounds, lambda x, y: _between(near, far, _along(x, y, size, lit.across)), pygame.BLEND_RGB_MULT)
    if lit.glow:
        _lay(part, bounds, lambda x, y: _haze(lit.glow, _along(x, y, size, lit.across)), pygame.BLEND_RGB_ADD)


def softly(sprite: pygame.Surface, light: str) -> pygame.Surface:
    """Return a premultiplied sprite of something that stands on the ground as it looks in a light."""
    lit = LIGHTS[light]
    near, far = themed(lit.near), themed(lit.far)
    shade = [round(255 - SOFT * (255 - (one + other) / 2)) for one, other in zip(near, far, strict=True)]
    if min(shade) == palette.DAY[0]:
        return sprite
    copy = sprite.copy()
    copy.fill(shade, special_flags=pygame.BLEND_RGB_MULT)
    return copy


@cached_picture
def pool(width_px: int) -> pygame.Surface:
    """Return what a lamp adds to the ground around it, to be added."""
    return pygame.transform.smoothscale(_small_pool(), (width_px, round(width_px * POOL_FLAT)))


@cached_picture
def _small_pool() -> pygame.Surface:
    across = np.linspace(-1, 1, POOL_PX)
    strength = np.clip(1 - np.hypot(across[:, None], across[None, :]), 0, 1) ** 1.3
    film = pygame.Surface((POOL_PX, POOL_PX))
    pygame.surfarray.blit_array(film, (strength[:, :, None] * POOL).astype(np.uint8))
    return film


def thrown(sprite: pygame.Surface, foot: int, reach: float) -> pygame.Surface:
    """Return the shadow that a sprite throws whose foot is so many pixels above its lower edge; see `thrown_at`."""
    width, high = sprite.get_width(), sprite.get_height() - foot
    down, aside = max(1, round(high * reach * AWAY[1])), round(high * reach * AWAY[0])
    flat = pygame.transform.smoothscale(sprite.subsurface((0, 0, width, high)), (width, down))
    flat.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MULT)
    flat.fill((*themed(palette.NIGHT), 0), special_flags=pygame.BLEND_RGBA_ADD)
    film = pygame.Surface((width + aside, down), pygame.SRCALPHA)
    for row in range(down):
        film.blit(flat, (round(aside * (row + 0.5) / down), row), (0, down - 1 - row, width, 1))
    return faded(film.premul_alpha(), palette.SHADOW)


def _along(x: Floats, y: Floats, size: tuple[float, float], across: float) -> Floats:
    """Return how far spots lie from where the light comes from, 0, to the other end, 1."""
    share: Floats = np.clip(across * x / size[0] + (1 - across) * y / size[1], 0, 1)
    return share


def _between(near: Rgb, far: Rgb, share: Floats) -> Floats:
    start, end = np.asarray(near, np.float64), np.asarray(far, np.float64)
    return start + (end - start) * share[:, :, None]


def _haze(most: float, share: Floats) -> Floats:
    strength = most * np.clip(1 - 2 * share, 0, 1) ** 1.5
    return np.asarray(palette.PAPER, np.float64) * strength[:, :, None]


def _lay(
    part: pygame.Surface,
    bounds: tuple[float, float, float, float],
    colour: Callable[[Floats, Floats], Floats],
    flag: int,
) -> None:
    """Lay colours over a part of a picture, by a rule from (K, 1) x and (1, L) y in metres to (K, L, 3)."""
    width, height = part.get_size()
    columns, rows = -(-width // STEP_PX), -(-height // STEP_PX)
    metre = (bounds[2] - bounds[0]) / width
    x = np.asarray(bounds[0] + (np.arange(columns) + 0.5) * STEP_PX * metre, np.float64)
    y = np.asarray(bounds[1] + (np.arange(rows) + 0.5) * STEP_PX * metre, np.float64)
    small = pygame.surfarray.make_surface(colour(x[:, None], y[None, :]).round().astype(np.uint8))
    film = pygame.transform.scale(small, (columns * STEP_PX, rows * STEP_PX))
    part.blit(film, (0, 0), special_flags=flag)
