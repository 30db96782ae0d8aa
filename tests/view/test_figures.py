"""New figures are drawn where a picture has time for it; nobody waits for long, and what is worn is never let go of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.engine.frozen import replace
from sandbox.view.canvas.picture_cache import PICTURES
from sandbox.view.people import sprite_cache
from sandbox.view.people.pieces import features_piece
from sandbox.view.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

SIZE = (480, 360)


def lacking(stage: Stage) -> bool:
    return stage._sprites_of(stage.drawn.frame).building


def faces_drawn(stage: Stage, frames: Iterable[Frame], viewpoint: Viewpoint) -> list[int]:
    """Return how many new faces each picture draws."""
    surface, drawn = pygame.Surface(SIZE), []
    for frame in frames:
        before = features_piece.drawn
        stage.draw(surface, frame, viewpoint)
        drawn.append(features_piece.drawn - before)
    return drawn


@pytest.fixture
def glad(small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]) -> tuple[Stage, Frame]:
    """Three calm people were drawn, who are glad a moment later, each with another look."""
    PICTURES.forget()
    calm, stage = small_frame(), Stage()
    faces_drawn(stage, [calm], view())
    moment = small_frame(level=calm.level, felt=[0.2, 0.5, 1.0], shown=[0.2, 0.5, 1.0])
    return stage, replace(moment, tick=calm.tick + 1)


def test_the_first_picture_of_a_moment_draws_none_and_the_others_all(
    glad: tuple[Stage, Frame], view: Callable[..., Viewpoint]
) -> None:
    stage, frame = glad
    first, *others = faces_drawn(stage, 10 * (frame,), view())
    assert first == 0
    assert max(others) <= 1
    assert not lacking(stage)


def test_where_every_picture_shows_another_moment_nobody_waits_for_long(
    glad: tuple[Stage, Frame], view: Callable[..., Viewpoint]
) -> None:
    stage, frame = glad
    moments = [replace(frame, tick=frame.tick + number) for number in range(18)]
    assert max(faces_drawn(stage, moments, view())) <= 1
    assert not lacking(stage)


def test_figures_that_somebody_wears_stay_when_the_others_are_let_go(
    glad: tuple[Stage, Frame], view: Callable[..., Viewpoint], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, frame = glad
    faces_drawn(stage, 12 * (frame,), view())
    pictures = [pygame.Surface(SIZE) for _ in range(2)]
    stage.draw(pictures[0], frame, view())
    before = stage._sprites_of(frame).figures
    monkeypatch.setattr(sprite_cache, "FIGURES_KEPT", 4)
    stage.draw(pictures[1], frame, view())
    kept, then = (pygame.image.tobytes(picture, "RGB") for picture in pictures)
    assert kept == then
    assert len(stage._sprites_of(frame).figures) == 1 + len(frame.people) < len(before)
    assert not lacking(stage)
