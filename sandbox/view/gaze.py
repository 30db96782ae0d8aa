"""Who looks at whom, and who makes a point of not looking.

Theory: T8, T13. Attention is an amber wedge from the eyes with its tip at whoever is looked at; dashes travel along its edge.
A look that is kept away is a short dashed line that stops at a bar, and it shows without being asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.people import NOBODY
from sandbox.view import palette
from sandbox.view.minds import NOTICED, rows_of
from sandbox.view.strokes import Spot, between, dashed, film, thick

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pygame

    from sandbox.session.frame import Frame
    from sandbox.view.palette import Sizes
    from sandbox.view.poses import Pose
    from sandbox.view.scene import Scene

LOOKS_SHOWN: Final = 4
"""So many of one person's looks are drawn, the strongest first."""
DASHES_PER_SECOND: Final = 1.2


def draw_looks(surface: pygame.Surface, frame: Frame, scene: Scene, cast: dict[int, Pose], lengths: Sizes) -> None:
    """Draw the attention of the person in question, or everybody's if the lens or the player asks for it."""
    for row in _looks(frame, scene):
        observer, target = cast.get(int(frame.ties.observer[row])), cast.get(int(frame.ties.target[row]))
        if observer is not None and target is not None:
            _wedge(surface, scene, observer, target, float(frame.ties.attention[row]), lengths)


def _looks(frame: Frame, scene: Scene) -> Iterable[int]:
    ties = frame.ties
    everybody = scene.show_all or (scene.lens == "attention" and scene.focus is None)
    if everybody:
        return [int(row) for row in np.flatnonzero(ties.attention > 2 * NOTICED)]
    whose = scene.eyes if scene.eyes is not None else scene.focus
    if whose is None:
        return ()
    rows = rows_of(ties, whose)
    own = np.arange(rows.start, rows.stop)
    if scene.lens == "attention":
        own = np.concatenate([own, np.flatnonzero(ties.target == whose)])
    ranked = own[np.argsort(-ties.attention[own], kind="stable")]
    kept = ranked if scene.lens == "attention" else ranked[:LOOKS_SHOWN]
    return [int(row) for row in kept if ties.attention[row] > NOTICED]


def _wedge(
    surface: pygame.Surface, scene: Scene, observer: Pose, target: Pose, attention: float, lengths: Sizes
) -> None:
    way = between(observer.head(), target.head(), observer.size * 0.34, target.size * 0.42)
    if way is None:
        return
    start, tip = way
    half = observer.size * (0.07 + 0.16 * min(1.0, attention))
    nx, ny = _side(start, tip, half)
    corners = [(start[0] + nx, start[1] + ny), tip, (start[0] - nx, start[1] - ny)]
    film(surface, corners, palette.AMBER, palette.TINT_WEDGE)
    shift = 0.0 if scene.reduce_motion else scene.seconds * DASHES_PER_SECOND
    for corner in (corners[0], corners[2]):
        dashed(surface, corner, tip, lengths.thin_px, palette.INK, lengths.dash_px, shift)


def draw_averted(surface: pygame.Surface, frame: Frame, cast: dict[int, Pose], lengths: Sizes) -> None:
    """Draw, for everybody who keeps the eyes off somebody, a dashed line that stops at a bar."""
    people = frame.people
    for who in np.flatnonzero(people.avoiding != NOBODY).tolist():
        pose, avoided = cast.get(who), cast.get(int(people.avoiding[who]))
        if pose is not None and avoided is not None and pose.size >= lengths.plain_below_px:
            _barred(surface, pose, avoided, lengths)


def _barred(surface: pygame.Surface, pose: Pose, avoided: Pose, lengths: Sizes) -> None:
    start, goal = pose.middle(), avoided.middle()
    way = between(start, goal, pose.size * 0.46, avoided.size * 0.5)
    if way is None:
        return
    reach = min(1.0, pose.size * 0.62 / max(1.0, _distance(*way)))
    end = (way[0][0] + (way[1][0] - way[0][0]) * reach, way[0][1] + (way[1][1] - way[0][1]) * reach)
    nx, ny = _side(way[0], end, lengths.bar_px)
    bar = [(end[0] + nx, end[1] + ny), (end[0] - nx, end[1] - ny)]
    edge = 2 * lengths.thin_px
    dashed(surface, way[0], end, lengths.line_px + edge, palette.PAPER, lengths.dash_px * 0.7)
    thick(surface, bar, lengths.line_px * 1.6 + edge, palette.PAPER)
    dashed(surface, way[0], end, lengths.line_px, palette.INK, lengths.dash_px * 0.7)
    thick(surface, bar, lengths.line_px * 1.6, palette.INK)


def _side(start: Spot, end: Spot, half: float) -> Spot:
    length = max(1.0, _distance(start, end))
    return (-(end[1] - start[1]) / length * half, (end[0] - start[0]) / length * half)


def _distance(start: Spot, end: Spot) -> float:
    return float(np.hypot(end[0] - start[0], end[1] - start[1]))
