"""What two people are to each other, one half of the way each: parallel lines for a friend, a zigzag for an enemy.

Theory: T1. The half that starts at somebody says what *she* has for the other, so a one-sided friendship looks one-sided.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.view import palette
from sandbox.view.minds import STRONG
from sandbox.view.strokes import Spot, between, edged, zigzag

if TYPE_CHECKING:
    import pygame

    from sandbox.session.frame import Frame
    from sandbox.view.palette import Sizes
    from sandbox.view.poses import Pose
    from sandbox.view.scene import Scene

FAINTEST: Final = 0.12
"""Affinity below this is no line at all."""


def draw_lanes(surface: pygame.Surface, frame: Frame, scene: Scene, cast: dict[int, Pose], lengths: Sizes) -> None:
    """Draw the ties of the person in question; in the lens of friends, or on request, all strong ones."""
    ties = frame.ties
    rows = np.flatnonzero(abs(ties.affinity) > STRONG)
    if scene.focus is not None:
        own = (ties.observer == scene.focus) | (ties.target == scene.focus)
        rows = np.flatnonzero(own & (abs(ties.affinity) > FAINTEST))
    elif scene.lens != "friends" and not scene.show_all:
        return
    for row in rows.tolist():
        observer, target = cast.get(int(ties.observer[row])), cast.get(int(ties.target[row]))
        if observer is not None and target is not None:
            _half(surface, observer, target, float(ties.affinity[row]), lengths)


def _half(surface: pygame.Surface, observer: Pose, target: Pose, affinity: float, lengths: Sizes) -> None:
    way = between(observer.middle(), target.middle(), observer.size * 0.48, target.size * 0.48)
    if way is None:
        return
    start, end = way
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    if affinity > 0:
        _friend(surface, start, middle, affinity, lengths)
    else:
        swing = lengths.lane_px * (0.35 + 0.45 * -affinity)
        corners = zigzag(start, middle, swing, lengths.lane_px * 0.9)
        edged(surface, corners, lengths.line_px * (0.8 + 0.6 * -affinity), palette.VERMILLION, lengths.thin_px * 0.7)


def _friend(surface: pygame.Surface, start: Spot, end: Spot, affinity: float, lengths: Sizes) -> None:
    length = max(1.0, float(np.hypot(end[0] - start[0], end[1] - start[1])))
    width = lengths.line_px * (0.5 + 0.9 * affinity)
    apart = lengths.lane_px * 0.22 + width / 2
    nx, ny = -(end[1] - start[1]) / length * apart, (end[0] - start[0]) / length * apart
    for side in (-1, 1):
        lane = [(start[0] + side * nx, start[1] + side * ny), (end[0] + side * nx, end[1] + side * ny)]
        edged(surface, lane, width, palette.BLUE, lengths.thin_px * 0.5)
