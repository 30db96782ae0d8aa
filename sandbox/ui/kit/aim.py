"""What the mouse is meant to be at: nobody means what has only just come up under it."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import pygame

AIMING: Final = 0.4
"""Seconds that something has to be under a mouse that does not move, until a press can be meant for it."""


class Aim(NamedTuple):
    """What the mouse is at, and since when."""

    name: str = ""
    spot: tuple[float, float] = (-1.0, -1.0)
    since: float = -inf
    """when it came under the mouse, in seconds; long ago if the mouse went there"""

    def at(self, name: str, mouse: pygame.Vector2, now: float) -> Aim:
        """Return the aim at a moment: what the mouse went to can be meant at once."""
        spot = (mouse.x, mouse.y)
        if spot != self.spot:
            return Aim(name, spot)
        return self if name == self.name else Aim(name, spot, now)

    def meant(self, now: float) -> bool:
        """Return whether a press can be meant for it."""
        return now - self.since >= AIMING
