"""Finds the arrow that runs under the mouse."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.session.arrows import arrows, one_sided
from sandbox.session.asking import ASKS
from sandbox.session.recent import JUDGED
from sandbox.ui.hud.map_marks import person_middle
from sandbox.ui.kit.style import theme
from sandbox.view.canvas.strokes import curve
from sandbox.view.marks.gaze import FAR
from sandbox.view.marks.tie_lines import BOW
from sandbox.view.people.poses import person_px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.session.arrows import Arrow
    from sandbox.ui.context import PlayContext
    from sandbox.view.viewpoint import Viewpoint


VERDICTS: Final = frozenset(JUDGED.values())


def arrow_at(context: PlayContext, viewpoint: Viewpoint, mouse: pygame.Vector2) -> Arrow | None:
    """Find the nearest arrow within reach, among those that are drawn and can be asked about.

    Those of blame and credit are not among them: `Stage.verdict_at` knows where those ran.
    """
    drawn = [
        arrow
        for arrow in arrows(context.frame, viewpoint.question)
        if arrow.kind in ASKS and arrow.kind not in VERDICTS
    ]
    alone = one_sided([arrow for arrow in drawn if arrow.kind == "tie"])
    far = [_distance(mouse, _way(context, viewpoint, arrow, alone)) for arrow in drawn]
    near = min(range(len(drawn)), key=far.__getitem__, default=None)
    return None if near is None or far[near] > context.style.px(theme().reach) else drawn[near]


def _way(
    context: PlayContext, viewpoint: Viewpoint, arrow: Arrow, alone: set[tuple[int, int]]
) -> Sequence[pygame.Vector2]:
    """Return the way along which an arrow is drawn; a tie that is not answered goes all of it."""
    start = person_middle(context, viewpoint, arrow.who)
    end = person_middle(context, viewpoint, arrow.whom)
    if arrow.kind == "look":
        return (start, end)
    if arrow.kind == "averted":  # It stops at a bar.
        reach = FAR[1] * person_px(viewpoint, viewpoint.lengths)
        return (start, start.lerp(end, min(1.0, reach / max(1.0, start.distance_to(end)))))
    if arrow.kind == "tie":  # It is drawn to its middle, and the other half is the other's.
        way = curve((start.x, start.y), (end.x, end.y), BOW if arrow.who < arrow.whom else -BOW)
        return [
            pygame.Vector2(spot) for spot in way[: len(way) if (arrow.who, arrow.whom) in alone else len(way) // 2 + 1]
        ]
    return [pygame.Vector2(spot) for spot in curve((start.x, start.y), (end.x, end.y))]


def _distance(mouse: pygame.Vector2, way: Sequence[pygame.Vector2]) -> float:
    """Return the distance of a pixel from a way."""
    best = float("inf")
    for a, b in pairwise(way):
        along = b - a
        length = along.length_squared()
        share = 0.0 if length == 0 else max(0.0, min(1.0, (mouse - a).dot(along) / length))
        best = min(best, (mouse - (a + along * share)).length())
    return best
