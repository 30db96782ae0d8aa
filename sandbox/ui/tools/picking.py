"""Finds the look or the tie whose line runs under the mouse."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pygame

from sandbox.engine.people import NOBODY
from sandbox.session.cards import Subject
from sandbox.ui.hud.map_marks import person_middle
from sandbox.ui.kit.style import theme
from sandbox.view.canvas.strokes import curve
from sandbox.view.marks.blame import verdicts
from sandbox.view.marks.gaze import FAR, looks_shown
from sandbox.view.marks.personhood import regards
from sandbox.view.marks.tie_lines import BOW, lanes_shown
from sandbox.view.people.poses import person_px

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sandbox.ui.context import Context
    from sandbox.view.viewpoint import Viewpoint


class _Found(NamedTuple):
    distance: float
    """pixels"""
    subject: Subject


def line_at(context: Context, viewpoint: Viewpoint, mouse: pygame.Vector2) -> Subject | None:
    """Find the nearest line within reach, among those that are drawn."""
    lines = (_looks, _verdicts, _cogs, _ties)
    found = [one for measured in lines for one in measured(context, viewpoint, mouse)]
    near = [one for one in found if one.distance <= context.style.px(theme().reach)]
    return min(near, key=lambda one: one.distance).subject if near else None


def _looks(context: Context, viewpoint: Viewpoint, mouse: pygame.Vector2) -> Iterator[_Found]:
    """Measure the bars at which averted looks stop, and the wedges of attention."""
    ties, averted = context.frame.ties, context.frame.averted
    reach = FAR[1] * person_px(viewpoint, viewpoint.lengths)
    for who in np.flatnonzero(averted != NOBODY).tolist() if viewpoint.lens in {"truth", "attention"} else ():
        start, end = person_middle(context, viewpoint, who), person_middle(context, viewpoint, int(averted[who]))
        bar = start.lerp(end, min(1.0, reach / max(1.0, start.distance_to(end))))
        yield _Found(_distance(mouse, (start, bar)), Subject("look", who, int(averted[who])))
    for row in looks_shown(context.frame, viewpoint):
        who, whom = int(ties.observer[row]), int(ties.target[row])
        ends = person_middle(context, viewpoint, who), person_middle(context, viewpoint, whom)
        yield _Found(_distance(mouse, ends), Subject("look", who, whom))


def _verdicts(context: Context, viewpoint: Viewpoint, mouse: pygame.Vector2) -> Iterator[_Found]:
    """Measure the arrows of blame and credit, which have one direction all the way."""
    for verdict in verdicts(context.frame, viewpoint):
        start, end = person_middle(context, viewpoint, verdict.who), person_middle(context, viewpoint, verdict.whom)
        way = [pygame.Vector2(spot) for spot in curve((start.x, start.y), (end.x, end.y))]
        yield _Found(_distance(mouse, way), Subject("tie", verdict.who, verdict.whom))


def _cogs(context: Context, viewpoint: Viewpoint, mouse: pygame.Vector2) -> Iterator[_Found]:
    """Measure the rows of cogs in the lens of personhood."""
    for regard in regards(context.frame, viewpoint) if viewpoint.lens == "personhood" else ():
        if regard.face == "thing":
            start, end = person_middle(context, viewpoint, regard.who), person_middle(context, viewpoint, regard.whom)
            way = [pygame.Vector2(spot) for spot in curve((start.x, start.y), (end.x, end.y))]
            yield _Found(_distance(mouse, way), Subject("tie", regard.who, regard.whom))


def _ties(context: Context, viewpoint: Viewpoint, mouse: pygame.Vector2) -> Iterator[_Found]:
    """Measure the lines of friends and enemies; each is drawn to its middle, and the other half is the other's."""
    ties = context.frame.ties
    for row in lanes_shown(context.frame, viewpoint):
        who, whom = int(ties.observer[row]), int(ties.target[row])
        start, end = person_middle(context, viewpoint, who), person_middle(context, viewpoint, whom)
        way = curve((start.x, start.y), (end.x, end.y), BOW if who < whom else -BOW)
        half = [pygame.Vector2(spot) for spot in way[: len(way) // 2 + 1]]
        yield _Found(_distance(mouse, half), Subject("tie", who, whom))


def _distance(mouse: pygame.Vector2, way: Sequence[pygame.Vector2]) -> float:
    """Give the distance of a pixel from a way."""
    best = float("inf")
    for a, b in pairwise(way):
        along = b - a
        length = along.length_squared()
        share = 0.0 if length == 0 else max(0.0, min(1.0, (mouse - a).dot(along) / length))
        best = min(best, (mouse - (a + along * share)).length())
    return best
