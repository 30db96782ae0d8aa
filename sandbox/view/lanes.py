"""What two people are to each other, one half of the way each: parallel lines for a friend, a zigzag for an enemy.

Theory: T1. The half that starts at somebody says what *she* has for the other, so a one-sided friendship looks
one-sided.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.view import palette
from sandbox.view.minds import STRONG
from sandbox.view.strokes import Spot, between, curve, edged, zigzag

if TYPE_CHECKING:
    import pygame

    from sandbox.session.frame import Frame
    from sandbox.view.palette import Sizes
    from sandbox.view.poses import Pose
    from sandbox.view.scene import Scene

FAINTEST: Final = 0.2
"""Affinity below this is no line at all."""
AT_MOST: Final = 40
"""So many lines at once in the lens of friends, the strongest."""
FEW: Final = 14
"""So many elsewhere."""
BOW: Final = 0.07
"""How far lines bow, so that looks, which are straight, stay apart from them."""


def draw_lanes(surface: pygame.Surface, frame: Frame, scene: Scene, cast: dict[int, Pose], lengths: Sizes) -> None:
    """Draw the ties of the person in question; in the lens of friends, or on request, all strong ones."""
    affinity = frame.ties.affinity
    for row in _shown(frame, scene):
        observer, target = cast.get(int(frame.ties.observer[row])), cast.get(int(frame.ties.target[row]))
        if observer is not None and target is not None:
            way = _half_way(observer, target)
            if way:
                draw_half = _friend if affinity[row] > 0 else _enemy
                draw_half(surface, way, abs(float(affinity[row])), lengths)


def _shown(frame: Frame, scene: Scene) -> list[int]:
    ties, focus = frame.ties, scene.focus
    strength = abs(ties.affinity)
    if focus is not None and scene.lens in {"truth", "friends"}:
        rows = np.flatnonzero(((ties.observer == focus) | (ties.target == focus)) & (strength > FAINTEST))
    elif scene.lens == "friends" or scene.show_all:
        rows = np.flatnonzero(strength > STRONG)
    else:
        return []
    kept = rows[np.argsort(-strength[rows], kind="stable")][: AT_MOST if scene.lens == "friends" else FEW]
    return [int(row) for row in kept]


def _half_way(observer: Pose, target: Pose) -> list[Spot]:
    """Give the observer's half of the bow between two people; both halves lie on the same bow."""
    way = between(observer.middle(), target.middle(), observer.size * 0.5, target.size * 0.5)
    if way is None:
        return []
    bend = BOW if observer.who < target.who else -BOW
    whole = curve(*way, bend)
    return whole[: len(whole) // 2 + 1]


def _enemy(surface: pygame.Surface, way: list[Spot], strength: float, lengths: Sizes) -> None:
    swing = lengths.lane_px * (0.35 + 0.35 * strength)
    corners = zigzag(way, swing, lengths.lane_px * 0.9)
    edged(surface, corners, lengths.line_px * (0.8 + 0.7 * strength), palette.VERMILLION, lengths.thin_px * 0.7)


def _friend(surface: pygame.Surface, way: list[Spot], strength: float, lengths: Sizes) -> None:
    width = lengths.line_px * (0.6 + 0.9 * strength)
    apart = lengths.lane_px * 0.22 + width / 2
    (x1, y1), (x2, y2) = way[0], way[-1]
    length = max(1.0, float(np.hypot(x2 - x1, y2 - y1)))
    nx, ny = -(y2 - y1) / length * apart, (x2 - x1) / length * apart
    for side in (-1, 1):
        edged(surface, [(x + side * nx, y + side * ny) for x, y in way], width, palette.BLUE, lengths.thin_px * 0.5)
