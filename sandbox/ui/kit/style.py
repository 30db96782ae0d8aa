"""The look of panels: sizes from assets/theme.json, colours and letters from the view, all at one scale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

import msgspec
import numpy as np
import pygame

from sandbox.scenario.folders import ASSETS
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.themes import themed
from sandbox.view.icons.registry import straight_icon

DESIGNED_FOR: Final = (1280, 800)
"""The window at which one unit of the theme is one pixel."""
NEEDED: Final = (1080, 690)
"""Units across and down without which tools, time and lenses have to be folded."""
FOLDED: Final = (730, 430)
"""Units across and down without which they have no room even then."""
SMALLEST_SCALE: Final = 0.5
"""Below this the smallest letters stop being legible."""
_SMOOTH: Final = 3
"""How much larger boxes are drawn before they are shrunk, so that their corners are smooth."""
_SHADOW: Final = 38
_LIGHTER: Final = 0.6
"""How far a pattern's second colour lies towards white."""
_ROOMY: Final = 1.12
"""How much larger than its picture an icon's canvas is."""
_DOT: Final = 0.62
"""Radius of a pattern's dot, in units of the pattern."""


class Sizes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lengths of the theme, in pixels of a 1280×800 window."""

    pad: float
    gap: float
    radius: float
    edge: float
    small: float
    """height of small letters"""
    body: float
    title: float
    tool_width: float
    tool_height: float
    button: float
    narrow: float
    """width of a button that holds a single sign"""
    sign: float
    """side of a tool's button where there is no room for its name"""
    bar: float
    """height of a row of the bar at the bottom"""
    key: float
    """height of a button in it"""
    dock: float
    """width of the panel on the right"""
    wide_dock: float
    widest_dock: float
    whole_dock: float
    """more than any window is wide: that panel takes all there is"""
    icon: float
    focus: float
    """width of the keyboard's mark"""
    reach: float
    """how near a click must come to a line"""
    near: float
    """how near a click must come to the middle of somebody who is missed"""
    drag: float
    """how far the mouse moves before a click becomes a drag"""


@cache
def theme() -> Sizes:
    """Read assets/theme.json, once."""
    return msgspec.json.decode((ASSETS / "theme.json").read_bytes(), type=Sizes)


def scale_of(size: tuple[int, int], percent: int = 0) -> float:
    """Return the scale of everything on a window of `size`.

    It is `percent` of the design so far as that fits, folded if it must be; or, if that is 0, what fits unfolded.
    """
    wanted = percent / 100 or min(size[0] / DESIGNED_FOR[0], size[1] / DESIGNED_FOR[1])
    room = FOLDED if percent else NEEDED
    return max(SMALLEST_SCALE, min(wanted, size[0] / room[0], size[1] / room[1]))


def back_row() -> float:
    """Return the scale at which panels and words can be read from a classroom's last row."""
    return palette.PROJECTOR.word_px / theme().body


def grown(size: tuple[int, int], percent: int) -> float:
    """Return how much larger buttons are than what suits a window, from 1 to 2: words on the map grow alike."""
    return min(2.0, max(1.0, scale_of(size, percent) / scale_of(size)))


ROLES: Final[dict[str, palette.Rgb]] = {
    "ink": palette.INK,
    "soft": palette.SOFT_INK,
    "faint": palette.FAINT_INK,
    "paper": palette.PAPER,
    "raised": palette.CARD,
    "hover": palette.PAVING_LIGHT,
    "pressed": palette.PAVING,
    "line": palette.PAVING_LINE,
    "white": palette.WHITE,
    "grey": palette.STONE,
    "vermillion": palette.VERMILLION,
    "pink": palette.BODY["pink"][0],
    "yellow": palette.YELLOW,
    "amber": palette.AMBER,
    "sky": palette.SKY,
    "blue": palette.BLUE,
    "green": palette.GREEN,
    "orange": palette.ORANGE,
}
"""What panels and icons are coloured with, by role, in usual colours."""


class _Colours:
    """The roles' colours as the palette in use shows them."""

    def __getitem__(self, role: str) -> palette.Rgb:
        return themed(ROLES[role])


COLOURS: Final = _Colours()


@dataclass(frozen=True, slots=True)
class Style:
    """One scale of the theme, and the drawing that depends on it."""

    scale: float
    words: float = 1.0
    """size of letters, in parts of what belongs to the scale"""

    def px(self, units: float) -> int:
        """Turn units of the theme into pixels, at least one."""
        return max(1, round(units * self.scale))

    def box(
        self, surface: pygame.Surface, rect: pygame.Rect, fill: str, edge: str = "ink", *, round_by: float = 0
    ) -> None:
        """Draw a rounded box with a smooth outline."""
        radius = min(self.px(round_by or theme().radius), rect.height // 2, rect.width // 2)
        picture = _rounded(rect.size, radius, COLOURS[fill], COLOURS[edge], self.px(theme().edge))
        surface.blit(picture, rect)

    def shade(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        """Draw the soft shadow of a panel."""
        surface.blit(_shadow(rect.size, self.px(theme().radius)), rect.move(0, self.px(3)))

    def frame(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        """Mark the control that the keyboard would press."""
        width = self.px(theme().focus)
        radius = self.px(theme().radius)
        pygame.draw.rect(surface, COLOURS["white"], rect.inflate(3 * width, 3 * width), width, radius)
        pygame.draw.rect(surface, COLOURS["blue"], rect.inflate(2 * width, 2 * width), width, radius)

    def frame_of(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        """Draw the edge of a picture."""
        pygame.draw.rect(surface, COLOURS["ink"], rect.inflate(2, 2), self.px(theme().edge), self.px(6))

    def icon(self, surface: pygame.Surface, name: str, middle: tuple[int, int], units: float = 0) -> None:
        """Draw an icon around `middle`."""
        picture = straight_icon(name, self.px((units or theme().icon) * _ROOMY))
        surface.blit(picture, picture.get_rect(center=middle))

    def letters(self, size: str) -> int:
        """Return the height of the letters called small, body or title."""
        return self.px(getattr(theme(), size) * self.words)

    def fill(self, surface: pygame.Surface, rect: pygame.Rect, look: tuple[str, str]) -> None:
        """Lay a colour and pattern over a rectangle."""
        colour, pattern = look
        tile = _tile(COLOURS[colour], pattern, self.px(4))
        before = surface.get_clip()
        surface.set_clip(rect.clip(before))
        for x in range(rect.left, rect.right, tile.get_width()):
            for y in range(rect.top, rect.bottom, tile.get_height()):
                surface.blit(tile, (x, y))
        surface.set_clip(before)


@cached_picture
def _rounded(size: tuple[int, int], radius: int, fill: palette.Rgb, edge: palette.Rgb, width: int) -> pygame.Surface:
    most = 2 * max(radius, width) + 3  # Between its corners, a larger one is the same all along.
    small = _round((min(size[0], most), min(size[1], most)), radius, fill, edge, width)
    if small.get_size() == size:
        return small
    across, down = (
        np.minimum(along := np.arange(length), np.maximum(most // 2, along - max(0, length - most))) for length in size
    )
    picture = pygame.Surface(size, pygame.SRCALPHA)
    for levels in (pygame.surfarray.pixels3d, pygame.surfarray.pixels_alpha):
        levels(picture)[:] = levels(small)[np.ix_(across, down)]
    return picture


def _round(size: tuple[int, int], radius: int, fill: palette.Rgb, edge: palette.Rgb, width: int) -> pygame.Surface:
    large = pygame.Surface((size[0] * _SMOOTH, size[1] * _SMOOTH), pygame.SRCALPHA)
    large.fill((*edge, 0))
    pygame.draw.rect(large, edge, large.get_rect(), border_radius=radius * _SMOOTH)
    inner = large.get_rect().inflate(-2 * width * _SMOOTH, -2 * width * _SMOOTH)
    pygame.draw.rect(large, fill, inner, border_radius=max(0, radius - width) * _SMOOTH)
    picture = pygame.transform.smoothscale(large, size)
    opaque = picture.get_at(picture.get_rect().center).a
    for levels in (pygame.surfarray.pixels3d(picture), pygame.surfarray.pixels_alpha(picture)):
        levels[:] = np.minimum(np.rint(levels * (255 / opaque)), 255)  # Scaling took a little of all.
    return picture


@cached_picture
def _shadow(size: tuple[int, int], radius: int) -> pygame.Surface:
    picture = pygame.Surface(size, pygame.SRCALPHA)
    pygame.draw.rect(picture, (*themed(palette.INK), _SHADOW), picture.get_rect(), border_radius=radius)
    return picture


@cached_picture
def _tile(colour: palette.Rgb, pattern: str, unit: int) -> pygame.Surface:
    side = 2 * unit
    tile = pygame.Surface((side, side))
    tile.fill(colour)
    light = tuple(round(channel + (255 - channel) * _LIGHTER) for channel in colour)
    if pattern == "stripes":
        for start in (-side, 0):
            pygame.draw.polygon(
                tile, light, [(start + side, 0), (start + side + unit, 0), (start + unit, side), (start, side)]
            )
    elif pattern == "dots":
        pygame.draw.circle(tile, light, (unit, unit), unit * _DOT)
    elif pattern == "checks":
        pygame.draw.rect(tile, light, (0, 0, unit, unit))
        pygame.draw.rect(tile, light, (unit, unit, unit, unit))
    return tile
