"""How each stream of reward looks, as a swatch and as a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.session.seen.quantities import STREAM_QUANTITIES
from sandbox.ui.kit.style import COLOURS

if TYPE_CHECKING:
    from sandbox.ui.kit.style import Style

_PATTERNS: Final = {
    "schadenfreude": "stripes",
    "approval": "dots",
    "provocation": "checks",
    "fear": "stripes",
    "envy": "checks",
    "pride": "dots",
    "company": "stripes",
    "worry": "dots",
}
STREAM_LOOK: Final = {
    quantity.name: (quantity.colour, _PATTERNS.get(quantity.name, "plain")) for quantity in STREAM_QUANTITIES
} | {"effort": ("faint", "dots"), "habit": ("line", "checks"), "errand": ("orange", "dots"), "rest": ("white", "plain")}
"""Colour and pattern of each stream of reward; no two share both, and patterns tell them apart without colour."""


def stripe(surface: pygame.Surface, style: Style, rect: pygame.Rect, stream: str) -> None:
    """Fill a bar with the colour and pattern of a stream."""
    if rect.width > 0 and rect.height > 0:
        style.fill(surface, rect, STREAM_LOOK[stream])
        pygame.draw.rect(surface, COLOURS["ink"], rect, 1)


def stream_bar(surface: pygame.Surface, style: Style, rect: pygame.Rect, value: float, stream: str) -> None:
    """Draw a stream's reward to the right of the middle if it pleases, to the left if it pains."""
    length = round(max(-1.0, min(1.0, value)) * rect.width / 2)
    filled = pygame.Rect(min(rect.centerx, rect.centerx + length), rect.top, abs(length), rect.height)
    stripe(surface, style, filled, stream)
    pygame.draw.line(surface, COLOURS["ink"], (rect.centerx, rect.top - 1), (rect.centerx, rect.bottom), 1)
