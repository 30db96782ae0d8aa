"""What is drawn is what is hit: every mark is found where its paint is, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.engine.options import INDEX
from sandbox.engine.ties import Ties
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
    stage, surface = Stage(), pygame.Surface(SIZE)
    stage.draw(surface, frame, viewpoint)
    return stage, surface


def everywhere(picture: Picture) -> dict[Mark, list[tuple[int, int]]]:
    """Every mark over bodies, with the pixels at which it is hit."""
    found: dict[Mark, list[tuple[int, int]]] = {}
    for x in range(0, SIZE[0], 2):
        for y in range(0, SIZE[1], 2):
            mark = mark_at(picture, (x, y))
            if mark is not None:
                found.setdefault(mark, []).append((x, y))
    return found


def changed(one: pygame.Surface, other: pygame.Surface) -> np.ndarray:
    """Where two pictures differ."""
    differ: np.ndarray = (pygame.surfarray.array3d(one) != pygame.surfarray.array3d(other)).any(axis=2)
    return differ


@pytest.mark.parametrize(
    ("mark", "between", "columns"),
    [
        (Mark("pebbles", BOB), {"blame": 0.9}, {}),
        (Mark("stars", BOB), {"credit": 0.9}, {}),
        (Mark("look", ANN, BOB), {}, {"avoiding": [BOB, -1, -1]}),
        (Mark("thought", ANN), {}, {"option": [INDEX["deny"], 0, 0], "option_on": [BOB, -1, -1], "option_tick": 99}),
    ],
    ids=["pebbles", "stars", "look", "thought"],
)
def test_a_mark_is_hit_where_its_paint_is(
    make: Make, mark: Mark, between: dict[str, float], columns: dict[str, object]
) -> None:
    frame, view = make
    ties = Ties.of([ANN], [BOB], **between)
    stage, drawn = staged(frame(ties, **APART, **columns), view(reduce_motion=True))
    _, without = staged(frame(Ties.of([ANN], [BOB]), **APART), view(reduce_motion=True))
    assert stage._drawn is not None
    hit = everywhere(stage._drawn)
    at = {one._replace(record=-1): pixels for one, pixels in hit.items()}[mark]
    differ = changed(drawn, without)
    near = [differ[max(0, x - 4) : x + 5, max(0, y - 4) : y + 5].any() for x, y in at]
    assert np.mean(near) > 0.95
    assert len(at) > 10


def test_a_look_is_hit_from_eyes_to_eyes(make: Make) -> None:
    frame, view = make
    ties = Ties.of([ANN], [BOB], attention=0.8)
    stage, _ = staged(frame(ties, **APART), view(show_all=True))
    assert stage._drawn is not None
    one, other = (stage._drawn.cast[who].head() for who in (ANN, BOB))
    middle = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
    arrow = arrow_at(stage._drawn, middle, 3)
    assert arrow is not None
    assert (arrow.kind, arrow.who, arrow.whom) == ("look", ANN, BOB)
    assert arrow_at(stage._drawn, (middle[0], middle[1] + 40), 3) is None


def test_what_a_face_shows_is_asked_at_the_face_and_not_at_the_feet(make: Make) -> None:
    frame, view = make
    for columns, kind in (
        ({"esteem": [-0.8, 0.0, 0.0]}, "shame"),
        ({"felt": [-0.9, 0.0, 0.0], "shown": [-0.9, 0.0, 0.0]}, "pain"),
    ):
        stage, _ = staged(frame(Ties.of([], []), **APART, **columns), view())
        assert stage._drawn is not None
        pose = stage._drawn.cast[ANN]
        assert stage.mark_at(pose.head()) == Mark(kind, ANN)  # type: ignore[arg-type]
        assert stage.mark_at((pose.x, pose.y - 2)) is None


def test_bolts_ask_about_the_pain_and_lie_under_the_bodies(make: Make) -> None:
    frame, view = make
    stage, _ = staged(frame(Ties.of([], []), **APART, felt=[-0.9, 0.0, 0.0]), view())
    assert stage._drawn is not None
    pose = stage._drawn.cast[ANN]
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
