"""Where buttons lie beside the mouse, and whom they are about."""

from __future__ import annotations

from typing import NamedTuple


class Beside(NamedTuple):
    """Buttons beside the mouse."""

    who: int
    """whom they are about, by row"""
    at: tuple[int, int]
    """the pixel at which the mouse came to them"""
