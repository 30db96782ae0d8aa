"""Who looks at whom, and who makes a point of not looking.

Theory: T8, T13. Attention is an amber wedge from the eyes with its tip at whoever is looked at; dashes travel along
its edge.
A look that is kept away is a short dashed line that stops at a bar, and it shows without being asked for.
"""

from __future__ import annotations

from math import atan2, cos, pi, sin
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.engine.people import NOBODY
from sandbox.view.acting.separation import CROWD
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas
from sandbox.view.canvas.strokes import Spot, between, dashed, films
from sandbox.view.canvas.themes import themed
from sandbox.view.people.bodies import height_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.session.frame import Frame
    from sandbox.session.seen.arrows import Arrow
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.viewpoint import Viewpoint

TURNS: Final = 48
"""So many directions the barred line has."""
FAR: Final = (0.46, 0.92)
"""From where to where the barred line reaches, in tiles from the middle of a body."""
NEAR: Final = (0.30, 0.47)
"""The same where it would otherwise end on somebody's face: then the bar is held close, like a hand."""
BAR: Final = 0.19
"""Half the length of its bar."""
EDGE: Final = 0.04
DASHED: Final = 6
"""So many of them have dashes that travel; the edges of weaker ones are thin lines."""
DASHES_PER_SECOND: Final = 1.2


def draw_looks(surface: pygame.Surface, arrows: list[Arrow], viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> None:
    """Draw looks, the strongest first."""
    wedges: list[tuple[Spot, Spot, Spot]] = []
    for arrow in arrows:
        observer, target = cast.get(arrow.who), cast.get(arrow.whom)
        if observer is not None and target is not None:
            wedges += _wedge(observer, target, arrow.strength)
    films(surface, wedges, palette.AMBER, palette.TINT_WEDGE)
    shift = 0.0 if viewpoint.reduce_motion else viewpoint.seconds * DASHES_PER_SECOND
    for left, tip, right in wedges[DASHED:]:
        pygame.draw.aalines(surface, themed(palette.INK), False, (left, tip, right))  # noqa: FBT003 - open; by place only
    for left, tip, right in wedges[:DASHED]:
        for corner in (left, right):
            dashed(surface, corner, tip, lengths.thin_px, palette.INK, lengths.dash_px, shift)


def look_way(observer: Pose, target: Pose) -> tuple[Spot, Spot] | None:
    """Return where a look begins and ends, from eyes to eyes; None without room between the two."""
    return between(observer.head(), target.head(), observer.size * 0.34, target.size * 0.42)


def _wedge(observer: Pose, target: Pose, attention: float) -> list[tuple[Spot, Spot, Spot]]:
    way = look_way(observer, target)
    if way is None:
        return []
    start, tip = way
    nx, ny = _side(start, tip, observer.size * (0.07 + 0.16 * min(1.0, attention)))
    return [((start[0] + nx, start[1] + ny), tip, (start[0] - nx, start[1] - ny))]


def averted(arrows: list[Arrow], cast: Cast, lengths: Sizes) -> list[tuple[int, Blit]]:
    """Return, for each look that is kept away, a dashed line that stops at a bar, with whose it is."""
    found: list[tuple[int, Blit]] = []
    for pose, turn in _avoiders([(arrow.who, arrow.whom) for arrow in arrows], cast):
        if pose.size >= lengths.person_min_px:
            x, y = pose.middle()
            sign = _barred(turn, NEAR if _covers(turn, pose, cast) else FAR, pose.size, lengths)
            found.append((pose.who, (sign, (x - sign.get_width() / 2, y - sign.get_height() / 2))))
    return found


def bars(frame: Frame, cast: Cast) -> list[pygame.Rect]:
    """Return the boxes of the bars at which looks stop, which nothing should cover."""
    boxes = []
    away = np.flatnonzero(frame.averted != NOBODY)
    for pose, turn in _avoiders(list(zip(away.tolist(), frame.averted[away].tolist(), strict=True)), cast):
        x, y = pose.middle()
        angle, far = 2 * pi * turn / TURNS, sum(FAR) / 2 * pose.size
        box = pygame.Rect(0, 0, round(2 * BAR * pose.size), round(2 * BAR * pose.size))
        box.center = round(x + cos(angle) * far), round(y + sin(angle) * far)
        boxes.append(box)
    return boxes


def _avoiders(pairs: list[tuple[int, int]], cast: Cast) -> Iterator[tuple[Pose, int]]:
    """Find those in view who keep the eyes off somebody in view, and in which of TURNS directions that is."""
    for who, whom in pairs:
        pose, avoided = cast.get(who), cast.get(whom)
        if pose is not None and avoided is not None:
            (x, y), goal = pose.middle(), avoided.middle()
            yield pose, round(atan2(goal[1] - y, goal[0] - x) / (2 * pi) * TURNS) % TURNS


def _covers(turn: int, pose: Pose, cast: Cast) -> bool:
    angle, far = 2 * pi * turn / TURNS, FAR[1] * pose.size
    if len(cast) > CROWD:
        return False
    x, y = pose.middle()
    x, y = x + cos(angle) * far, y + sin(angle) * far
    middle = cast.y - cast.lift - height_of(0) / 2 * pose.size
    near = (abs(cast.x - x) < pose.size / 2) & (abs(middle - y) < pose.size / 2)
    near[pose.who] = False
    return bool(near.any())


@cached_picture
def _barred(turn: int, span: tuple[float, float], size_px: int, lengths: Sizes) -> pygame.Surface:
    begin, length = span[0], span[1] - span[0]
    reach = span[1] + EDGE + BAR
    canvas = SpriteCanvas(size_px, -reach, -reach, reach, reach)
    ux, uy = cos(2 * pi * turn / TURNS), sin(2 * pi * turn / TURNS)
    width = max(0.05, lengths.line_px / size_px)
    half = max(BAR, lengths.bar_px / size_px)
    dashes = [(begin + length * part, begin + length * (part + 0.17)) for part in (0.0, 0.32, 0.64)]
    ways = [[(ux * first, uy * first), (ux * last, uy * last)] for first, last in dashes]
    x, y = ux * span[1], uy * span[1]
    bar = [(x - uy * half, y + ux * half), (x + uy * half, y - ux * half)]
    for edge, colour in ((2 * EDGE, palette.PAPER), (0.0, palette.INK)):
        for way in ways:
            canvas.stroke(way, width + edge, colour)
        canvas.stroke(bar, 1.7 * width + edge, colour)
    return canvas.finish()


def _side(start: Spot, end: Spot, half: float) -> Spot:
    length = max(1.0, _distance(start, end))
    return (-(end[1] - start[1]) / length * half, (end[0] - start[0]) / length * half)


def _distance(start: Spot, end: Spot) -> float:
    return float(np.hypot(end[0] - start[0], end[1] - start[1]))
