"""What two people are to each other, one half of the way each: parallel lines for a friend, a zigzag for an enemy.

Theory: T1. The half that starts at somebody says what *they* have for the other. What is not answered goes the whole
way and ends at the other with a point, like an arrow.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.session.arrows import one_sided
from sandbox.view.canvas import palette
from sandbox.view.canvas.strokes import Spot, arrow_head, between, curve, edged, half_bows, rails, zigzag

if TYPE_CHECKING:
    import pygame

    from sandbox.engine.arrays import Floats
    from sandbox.session.arrows import Arrow
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.people.cast import Cast

BOW: Final = 0.07
"""How far lines bow, so that looks, which are straight, stay apart from them."""
TIP: Final = 1.6
"""Length of the point of a tie that is not answered, in lanes."""


def draw_tie_lines(surface: pygame.Surface, arrows: list[Arrow], cast: Cast, lengths: Sizes) -> None:
    """Draw ties.

    Each tie is the observer's half of the bow between two people; both halves lie on the same bow. One that is not
    answered takes up both.
    """
    alone = one_sided(arrows)
    tips: list[tuple[Spot, Spot, palette.Rgb]] = []
    ways: list[tuple[Spot, Spot]] = []
    bends: list[float] = []
    strengths: list[float] = []
    for arrow in arrows:
        observer, target = cast.get(arrow.who), cast.get(arrow.whom)
        if observer is None or target is None:
            continue
        way = between(observer.middle(), target.middle(), observer.size * 0.5, target.size * 0.5)
        if way is None:
            continue
        bend = BOW if observer.who < target.who else -BOW
        ways.append(way)
        bends.append(bend)
        strengths.append(arrow.strength)
        if (arrow.who, arrow.whom) in alone:
            ways.append(way[::-1])
            bends.append(-bend)
            strengths.append(arrow.strength)
            tips.append((way[1], curve(*way, bend)[-2], palette.BLUE if arrow.strength > 0 else palette.VERMILLION))
    if ways:
        ends, strength = np.asarray(ways), np.asarray(strengths)
        halves = half_bows(ends[:, 0], ends[:, 1], np.asarray(bends))
        _friends(surface, halves[strength > 0], strength[strength > 0], lengths)
        for half, hate in zip(halves[strength < 0].tolist(), -strength[strength < 0], strict=True):
            _enemy(surface, half, float(hate), lengths)
    for tip, tail, colour in tips:
        _tip(surface, tip, tail, colour, lengths)


def _tip(surface: pygame.Surface, tip: Spot, tail: Spot, colour: palette.Rgb, lengths: Sizes) -> None:
    """Draw the point in which a tie ends that is not answered."""
    edge, size = lengths.thin_px, TIP * lengths.lane_px
    length = hypot(tip[0] - tail[0], tip[1] - tail[1]) or 1.0
    ahead = ((tip[0] - tail[0]) / length * 2 * edge, (tip[1] - tail[1]) / length * 2 * edge)
    arrow_head(surface, (tip[0] + ahead[0], tip[1] + ahead[1]), tail, size + 4 * edge, palette.INK)
    arrow_head(surface, tip, tail, size, colour)


def _enemy(surface: pygame.Surface, way: list[Spot], strength: float, lengths: Sizes) -> None:
    swing = lengths.lane_px * (0.35 + 0.35 * strength)
    corners = zigzag(way, swing, lengths.lane_px * 0.9)
    edged(surface, corners, lengths.line_px * (0.8 + 0.7 * strength), palette.VERMILLION, lengths.thin_px * 0.7)


def _friends(surface: pygame.Surface, halves: Floats, strength: Floats, lengths: Sizes) -> None:
    width = lengths.line_px * (0.6 + 0.9 * strength)
    gap = np.full(len(halves), lengths.lane_px * 0.3)
    rails(surface, halves, gap, width, palette.BLUE, lengths.thin_px * 0.6)
