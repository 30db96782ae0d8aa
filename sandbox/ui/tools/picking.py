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

    from sandbox.ui.context import Screen
    from sandbox.view.viewpoint import Scene


class _Found(NamedTuple):
    distance: float
    """pixels"""
    subject: Subject


def line_at(screen: Screen, scene: Scene, mouse: pygame.Vector2) -> Subject | None:
    """Find the nearest line within reach, among those that are drawn."""
    lines = (_looks, _verdicts, _cogs, _ties)
    found = [one for measured in lines for one in measured(screen, scene, mouse)]
    near = [one for one in found if one.distance <= screen.style.px(theme().reach)]
    return min(near, key=lambda one: one.distance).subject if near else None


def _looks(screen: Screen, scene: Scene, mouse: pygame.Vector2) -> Iterator[_Found]:
    """Measure the bars at which averted looks stop, and the wedges of attention."""
    ties, averted = screen.frame.ties, screen.frame.averted
    reach = FAR[1] * person_px(scene, scene.lengths)
    for who in np.flatnonzero(averted != NOBODY).tolist() if scene.lens in {"truth", "attention"} else ():
        start, end = person_middle(screen, scene, who), person_middle(screen, scene, int(averted[who]))
        bar = start.lerp(end, min(1.0, reach / max(1.0, start.distance_to(end))))
        yield _Found(_distance(mouse, (start, bar)), Subject("look", who, int(averted[who])))
    for row in looks_shown(screen.frame, scene):
        who, whom = int(ties.observer[row]), int(ties.target[row])
        ends = person_middle(screen, scene, who), person_middle(screen, scene, whom)
        yield _Found(_distance(mouse, ends), Subject("look", who, whom))


def _verdicts(screen: Screen, scene: Scene, mouse: pygame.Vector2) -> Iterator[_Found]:
    """Measure the arrows of blame and credit, which have one direction all the way."""
    for verdict in verdicts(screen.frame, scene):
        start, end = person_middle(screen, scene, verdict.who), person_middle(screen, scene, verdict.whom)
        way = [pygame.Vector2(spot) for spot in curve((start.x, start.y), (end.x, end.y))]
        yield _Found(_distance(mouse, way), Subject("tie", verdict.who, verdict.whom))


def _cogs(screen: Screen, scene: Scene, mouse: pygame.Vector2) -> Iterator[_Found]:
    """Measure the rows of cogs in the lens of personhood."""
    for regard in regards(screen.frame, scene) if scene.lens == "personhood" else ():
        if regard.face == "thing":
            start, end = person_middle(screen, scene, regard.who), person_middle(screen, scene, regard.whom)
            way = [pygame.Vector2(spot) for spot in curve((start.x, start.y), (end.x, end.y))]
            yield _Found(_distance(mouse, way), Subject("tie", regard.who, regard.whom))


def _ties(screen: Screen, scene: Scene, mouse: pygame.Vector2) -> Iterator[_Found]:
    """Measure the lines of friends and enemies; each is drawn to its middle, and the other half is the other's."""
    ties = screen.frame.ties
    for row in lanes_shown(screen.frame, scene):
        who, whom = int(ties.observer[row]), int(ties.target[row])
        start, end = person_middle(screen, scene, who), person_middle(screen, scene, whom)
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
