"""What two people are to each other, one half of the way each: parallel lines for a friend, a zigzag for an enemy.

Theory: T1. The half that starts at somebody says what *they* have for the other, so a one-sided friendship looks
one-sided.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.view.canvas import palette
from sandbox.view.canvas.strokes import Spot, between, edged, half_bows, rails, zigzag

if TYPE_CHECKING:
    import pygame

    from sandbox.engine.arrays import Floats
    from sandbox.session.arrows import Arrow
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.people.cast import Cast

BOW: Final = 0.07
"""How far lines bow, so that looks, which are straight, stay apart from them."""


def draw_tie_lines(surface: pygame.Surface, arrows: list[Arrow], cast: Cast, lengths: Sizes) -> None:
    """Draw ties.

    Each tie is the observer's half of the bow between two people; both halves lie on the same bow.
    """
    ways: list[tuple[Spot, Spot]] = []
    bends: list[float] = []
    strengths: list[float] = []
    for arrow in arrows:
        observer, target = cast.get(arrow.who), cast.get(arrow.whom)
        if observer is None or target is None:
            continue
        way = between(observer.middle(), target.middle(), observer.size * 0.5, target.size * 0.5)
        if way is not None:
            ways.append(way)
            bends.append(BOW if observer.who < target.who else -BOW)
            strengths.append(arrow.strength)
    if ways:
        ends, strength = np.asarray(ways), np.asarray(strengths)
        halves = half_bows(ends[:, 0], ends[:, 1], np.asarray(bends))
        _friends(surface, halves[strength > 0], strength[strength > 0], lengths)
        for half, hate in zip(halves[strength < 0].tolist(), -strength[strength < 0], strict=True):
            _enemy(surface, half, float(hate), lengths)


def _enemy(surface: pygame.Surface, way: list[Spot], strength: float, lengths: Sizes) -> None:
    swing = lengths.lane_px * (0.35 + 0.35 * strength)
    corners = zigzag(way, swing, lengths.lane_px * 0.9)
    edged(surface, corners, lengths.line_px * (0.8 + 0.7 * strength), palette.VERMILLION, lengths.thin_px * 0.7)


def _friends(surface: pygame.Surface, halves: Floats, strength: Floats, lengths: Sizes) -> None:
    width = lengths.line_px * (0.6 + 0.9 * strength)
    gap = np.full(len(halves), lengths.lane_px * 0.3)
    rails(surface, halves, gap, width, palette.BLUE, lengths.thin_px * 0.6)
