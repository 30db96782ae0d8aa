"""What is drawn is what is hit: every mark is found where its paint is, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.engine.causes import Record
from sandbox.engine.happenings import INDEX as HAPPENING
from sandbox.engine.options import INDEX
from sandbox.engine.ties import Ties
from sandbox.session.why.asking import subject_of
from sandbox.session.why.cards import Subject
from sandbox.view.marks.asked import Mark, arrow_at, mark_at
from sandbox.view.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame
    from sandbox.view.marks.asked import Picture
    from sandbox.view.viewpoint import Viewpoint

ANN, BOB, CY = range(3)
SIZE = (480, 360)
APART = {"x": [3.0, 8.0, 5.5], "y": [4.0, 4.0, 6.5]}
Make = tuple["Callable[..., Frame]", "Callable[..., Viewpoint]"]


@pytest.fixture
def make(small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]) -> Make:
    return small_frame, view


def staged(frame: Frame, viewpoint: Viewpoint) -> tuple[Stage, pygame.Surface]:
    stage, surface = Stage(), pygame.Surface(viewpoint.camera.rect.size)
    stage.draw(surface, frame, viewpoint)
    return stage, surface


def everywhere(picture: Picture) -> dict[Mark, list[tuple[int, int]]]:
    """Every mark over bodies, with the pixels at which it is hit."""
    found: dict[Mark, list[tuple[int, int]]] = {}
    across, down = picture.viewpoint.camera.rect.size
    for x in range(0, across, across // 80):
        for y in range(0, down, down // 60):
            mark = mark_at(picture, (x, y))
            if mark is not None:
                found.setdefault(mark, []).append((x, y))
    return found


def changed(one: pygame.Surface, other: pygame.Surface) -> np.ndarray:
    """Where two pictures differ."""
    differ: np.ndarray = (pygame.surfarray.array3d(one) != pygame.surfarray.array3d(other)).any(axis=2)
    return differ


VIEWS: dict[str, tuple[tuple[int, int], dict[str, object]]] = {
    "desk": (SIZE, {}),
    "twice as large": ((960, 720), {"words": 2.0}),
    "projector": ((1440, 1080), {"projector": True}),
}
"""Sizes of pictures, and how they are looked at"""
TOLD = Record(7, 96, "told", CY, ANN, BOB, -0.6, (), (), own=False)
HURT = Record(3, 95, "happened", HAPPENING["hurt"], BOB, -1, 0.7, (), (), own=True)
VOTED = Record(4, 97, "endorsed", 0, ANN, -1, 0.6, (), (), own=False)
NEAR = {"x": [3.0, 8.0, 5.5], "y": [5.0, 4.0, 5.0]}
"""Ann near enough to Cy to be told something"""
SIGNS: dict[str, tuple[Mark, dict[str, object], dict[str, object]]] = {
    "pebbles": (Mark("pebbles", BOB), {"blame": 0.9}, {}),
    "stars": (Mark("stars", BOB), {"credit": 0.9}, {}),
    "averted look": (Mark("look", ANN, BOB), {}, {"avoiding": [BOB, -1, -1]}),
    "thought": (
        Mark("thought", ANN),
        {},
        {"option": [INDEX["deny"], 0, 0], "option_on": [BOB, -1, -1], "option_tick": 99},
    ),
    "deed": (Mark("deed", ANN), {}, {"option": [INDEX["comfort"], 0, 0], "option_on": [CY, -1, -1]}),
    "bubble at a mouth": (
        Mark("saying", ANN, BOB),
        {"blame": 0.9},
        NEAR | {"option": [INDEX["tell"], 0, 0], "option_on": [CY, -1, -1]},
    ),
    "bubble in flight": (Mark("told", ANN, BOB, 7), {}, {"recent": (TOLD,)}),
    "sign of what happened": (Mark("person", BOB, -1, 3), {}, {"recent": (HURT,)}),
    "thumb": (Mark("person", ANN, -1, 4), {}, {"recent": (VOTED,)}),
}
"""Of each kind of sign what it says, and what of a tie and of a frame it takes"""


@pytest.mark.parametrize(
    ("sign", "how"),
    [(sign, how) for row, sign in enumerate(SIGNS) for place, how in enumerate(VIEWS) if (row + place) % len(VIEWS)],
)
def test_a_mark_is_hit_where_its_paint_is(make: Make, sign: str, how: str) -> None:
    frame, view = make
    mark, between, columns = SIGNS[sign]
    size, looks = VIEWS[how]
    where = {name: columns[name] for name in ("x", "y") if name in columns}
    viewpoint = view(size, reduce_motion=True, minimap=False, legend=False, **looks)
    stage, drawn = staged(frame(Ties.of([ANN], [BOB], **between), **APART | columns), viewpoint)
    _, without = staged(frame(Ties.of([ANN], [BOB]), **APART | where), viewpoint)
    assert stage.drawn is not None
    hit = everywhere(stage.drawn)
    at = {one if mark.record >= 0 else one._replace(record=-1): pixels for one, pixels in hit.items()}[mark]
    differ = changed(drawn, without)
    near = [differ[max(0, x - 4) : x + 5, max(0, y - 4) : y + 5].any() for x, y in at]
    assert np.mean(near) > 0.95
    assert len(at) > 2


@pytest.mark.parametrize("how", VIEWS)
@pytest.mark.parametrize("kind", ["blame", "credit"])
def test_an_arrow_and_its_coin_are_hit_where_they_are_drawn(make: Make, kind: str, how: str) -> None:
    frame, view = make
    size, looks = VIEWS[how]
    verdict = Record(9, 95, "blamed" if kind == "blame" else "credited", CY, ANN, BOB, 0.6, (), (), own=False)
    stage, _ = staged(frame(Ties.of([ANN], [BOB], **{kind: 0.6}), **APART, recent=(verdict,)), view(size, **looks))
    (way,) = stage._verdicts
    for spot in (way.coin, way.points[len(way.points) // 3], (way.coin[0] + way.coin_px * 0.45, way.coin[1])):
        arrow = stage.verdict_at(spot, 2)
        assert arrow is not None
        assert subject_of(arrow) == Subject(kind, ANN, BOB, 9)  # type: ignore[arg-type]
    assert stage.verdict_at((way.coin[0], way.coin[1] + 3 * way.coin_px), 2) is None


def test_a_look_is_hit_from_eyes_to_eyes(make: Make) -> None:
    frame, view = make
    ties = Ties.of([ANN], [BOB], attention=0.8)
    stage, _ = staged(frame(ties, **APART), view(show_all=True))
    assert stage.drawn is not None
    one, other = (stage.drawn.cast[who].head() for who in (ANN, BOB))
    middle = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
    arrow = arrow_at(stage.drawn, middle, 3)
    assert arrow is not None
    assert (arrow.kind, arrow.who, arrow.whom) == ("look", ANN, BOB)
    assert arrow_at(stage.drawn, (middle[0], middle[1] + 40), 3) is None


@pytest.mark.parametrize("how", VIEWS)
def test_what_a_face_shows_is_asked_at_the_face_and_not_at_the_feet(make: Make, how: str) -> None:
    frame, view = make
    size, looks = VIEWS[how]
    thing = Ties.of([BOB, CY], [ANN, ANN], personhood=0.1, clarity=0.9, attention=0.5)
    for ties, columns, kind in (
        (Ties.of([], []), {"esteem": [-0.8, 0.0, 0.0]}, "shame"),
        (Ties.of([], []), {"felt": [-0.9, 0.0, 0.0], "shown": [-0.9, 0.0, 0.0]}, "pain"),
        (thing, {}, "thing"),
    ):
        stage, _ = staged(frame(ties, **APART, **columns), view(size, **looks))
        assert stage.drawn is not None
        pose = stage.drawn.cast[ANN]
        assert stage.mark_at(pose.head()) == Mark(kind, ANN)  # type: ignore[arg-type]
        assert stage.mark_at((pose.x, pose.y - 2)) is None


def test_bolts_ask_about_the_pain_and_lie_under_the_bodies(make: Make) -> None:
    frame, view = make
    stage, _ = staged(frame(Ties.of([], []), **APART, felt=[-0.9, 0.0, 0.0]), view())
    assert stage.drawn is not None
    pose = stage.drawn.cast[ANN]
    x, y = pose.middle()
    around = [
        (x + pose.size * 0.62 * np.cos(turn), y + pose.size * 0.62 * np.sin(turn)) for turn in np.arange(0, 6, 0.05)
    ]
    assert {stage.ring_at(spot) for spot in around} >= {Mark("pain", ANN)}
    assert stage.ring_at((x, y)) is None


def test_through_somebodys_eyes_no_mark_is_hit_that_is_not_drawn(make: Make) -> None:
    frame, view = make
    stage, _ = staged(frame(Ties.of([ANN], [BOB], blame=0.9), **APART), view(eyes=ANN))
    assert all(stage.mark_at((x, y)) is None for x in range(0, SIZE[0], 8) for y in range(0, SIZE[1], 8))
