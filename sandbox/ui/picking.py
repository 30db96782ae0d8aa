"""Finds the look or the tie whose line runs under the mouse."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pygame

from sandbox.engine.people import NOBODY
from sandbox.session.why import Subject
from sandbox.ui.marks import person_middle
from sandbox.ui.style import theme
from sandbox.view.blame import verdicts
from sandbox.view.lanes import BOW
from sandbox.view.personhood import regards
from sandbox.view.strokes import curve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sandbox.ui.desk import Screen
    from sandbox.view.scene import Scene


class _Found(NamedTuple):
    distance: float
    """pixels"""
    share: float
    """how far along the line, 0 to 1"""
    subject: Subject


def line_at(screen: Screen, scene: Scene, mouse: pygame.Vector2) -> Subject | None:
    """Find the nearest line within reach; a tie is read from the half that was pointed at."""
    lines = (_looks, _verdicts, _cogs, _ties)
    found = [one for measured in lines for one in measured(screen, scene, mouse)]
    near = [one for one in found if one.distance <= screen.style.px(theme().reach)]
    if not near:
        return None
    best = min(near, key=lambda one: one.distance)
    subject = best.subject
    if subject.kind == "tie" and best.share * 2 > 1:
        return Subject("tie", subject.whom, subject.who)
    return subject


def _looks(screen: Screen, scene: Scene, mouse: pygame.Vector2) -> Iterator[_Found]:
    for whom_of in (screen.frame.averted, screen.people.gaze):
        for who in np.flatnonzero(whom_of != NOBODY):
            whom = int(whom_of[who])
            ends = person_middle(screen, scene, int(who)), person_middle(screen, scene, whom)
            yield _Found(*_distance(mouse, ends), Subject("look", int(who), whom))


def _verdicts(screen: Screen, scene: Scene, mouse: pygame.Vector2) -> Iterator[_Found]:
    """Measure the arrows of blame and credit, which have one direction all the way."""
    for verdict in verdicts(screen.frame, scene):
        start, end = person_middle(screen, scene, verdict.who), person_middle(screen, scene, verdict.whom)
        way = [pygame.Vector2(spot) for spot in curve((start.x, start.y), (end.x, end.y))]
        yield _Found(_distance(mouse, way)[0], 0.0, Subject("tie", verdict.who, verdict.whom))


def _cogs(screen: Screen, scene: Scene, mouse: pygame.Vector2) -> Iterator[_Found]:
    """Measure the rows of cogs in the lens of personhood."""
    for regard in regards(screen.frame, scene) if scene.lens == "personhood" else ():
        if regard.face == "thing":
            start, end = person_middle(screen, scene, regard.who), person_middle(screen, scene, regard.whom)
            way = [pygame.Vector2(spot) for spot in curve((start.x, start.y), (end.x, end.y))]
            yield _Found(_distance(mouse, way)[0], 0.0, Subject("tie", regard.who, regard.whom))


def _ties(screen: Screen, scene: Scene, mouse: pygame.Vector2) -> Iterator[_Found]:
    ties, selected = screen.frame.ties, screen.desk.selected
    if selected is None:
        return
    others = {*ties.target[ties.observer == selected].tolist(), *ties.observer[ties.target == selected].tolist()}
    for other in sorted(others):
        start, end = person_middle(screen, scene, selected), person_middle(screen, scene, other)
        way = curve((start.x, start.y), (end.x, end.y), BOW if selected < other else -BOW)
        yield _Found(*_distance(mouse, [pygame.Vector2(spot) for spot in way]), Subject("tie", selected, other))


def _distance(mouse: pygame.Vector2, way: Sequence[pygame.Vector2]) -> tuple[float, float]:
    """Give the distance of a pixel from a way, and how far along the way that is."""
    best = float("inf"), 0.0
    for number, (a, b) in enumerate(pairwise(way)):
        along = b - a
        length = along.length_squared()
        share = 0.0 if length == 0 else max(0.0, min(1.0, (mouse - a).dot(along) / length))
        best = min(best, ((mouse - (a + along * share)).length(), (number + share) / (len(way) - 1)))
    return best
