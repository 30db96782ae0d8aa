"""Who holds what against whom: a heavy arrow with a coin on it, "!" for blame, a star for credit.

Theory: T25. An arrow appears when the judgement is made and fades (`VERDICT_SECONDS`); the pebbles it leaves stay
(`overlays`).
"""

from __future__ import annotations

from math import dist, hypot
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.session.thresholds import VERDICT_SECONDS
from sandbox.view.canvas import palette
from sandbox.view.canvas.strokes import Spot, arrow_head, between, curve, edged, thick
from sandbox.view.people import sprites

if TYPE_CHECKING:
    from sandbox.session.arrows import Arrow
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast


TIP: Final = 6.0
"""Size of the head of an arrow with what is around it, in lines."""
THINNEST: Final = 1.2
"""Width of the arrow of the slightest verdict, in lines."""
ROOMY: Final = 2.0
"""An arrow shorter than so many coins has none: in a throng it would seem to belong to somebody else."""


def draw_verdicts(surface: pygame.Surface, judged: list[Arrow], cast: Cast, lengths: Sizes) -> list[Blit]:
    """Draw the arrows, the last on top, and give their coins, which go over the bodies."""
    coins: list[Blit] = []
    for verdict in judged:
        way = _way(verdict, cast)
        if way is not None:
            points = curve(*way)
            _arrow(surface, points, verdict, lengths)
            if dist(*way) > ROOMY * lengths.coin_px:
                coins.append(_coin(points[len(points) // 2], verdict, lengths))
    return coins


def tips(judged: list[Arrow], cast: Cast, lengths: Sizes) -> list[pygame.Rect]:
    """Return the boxes of the heads of the arrows of blame, which no name should cover."""
    ways = [_way(verdict, cast) for verdict in judged if verdict.kind == "blame"]
    side = round(TIP * lengths.line_px)
    boxes = [pygame.Rect(0, 0, side, side) for way in ways if way is not None]
    for box, (_, (x, y)) in zip(boxes, filter(None, ways), strict=True):
        box.center = round(x), round(y)
    return boxes


def _visible(verdict: Arrow) -> float:
    """Return how visible an arrow still is, 0 to 1: it fades in the second half of its time."""
    return min(1.0, 2 * (1 - verdict.age / VERDICT_SECONDS))


def _way(verdict: Arrow, cast: Cast) -> tuple[Spot, Spot] | None:
    """Find where an arrow begins and ends, outside both bodies; None without room, or if somebody is out of view."""
    who, whom = cast.get(verdict.who), cast.get(verdict.whom)
    if who is None or whom is None:
        return None
    return between(who.middle(), whom.middle(), who.size * 0.5, whom.size * 0.56)


def _coin(spot: Spot, verdict: Arrow, lengths: Sizes) -> Blit:
    coin = sprites.fading_icon(verdict.kind, lengths.coin_px, sprites.fade_step(_visible(verdict)))
    return (coin, (spot[0] - coin.get_width() / 2, spot[1] - coin.get_height() / 2))


def _before(start: Spot, tip: Spot, gap: float) -> Spot:
    length = hypot(tip[0] - start[0], tip[1] - start[1]) or 1.0
    return (tip[0] - (tip[0] - start[0]) / length * gap, tip[1] - (tip[1] - start[1]) / length * gap)


def _arrow(surface: pygame.Surface, points: list[Spot], verdict: Arrow, lengths: Sizes) -> None:
    width = lengths.line_px * (THINNEST + min(1.0, verdict.strength)) * (0.4 + 0.6 * _visible(verdict))
    head = lengths.line_px * 3 + width * 2
    tip = points[-1]
    shaft = [point for point in points if hypot(point[0] - tip[0], point[1] - tip[1]) > head * 0.7]
    if len(shaft) < len(points) // 2:
        shaft = points[:2]
    shaft.append(_before(shaft[-1], tip, head * 0.7))
    if verdict.kind == "blame":
        thick(surface, shaft, width + 2 * lengths.thin_px, palette.PAPER)
        thick(surface, shaft, width, palette.INK)
        arrow_head(surface, tip, shaft[-1], head, palette.INK)
    else:
        edged(surface, shaft, width, palette.GREEN, lengths.thin_px)
        arrow_head(surface, tip, shaft[-1], head + lengths.thin_px, palette.INK)
        arrow_head(surface, tip, shaft[-1], head - 2 * lengths.thin_px, palette.GREEN)
