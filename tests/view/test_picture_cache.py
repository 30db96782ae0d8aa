"""All that was drawn is kept on one budget in bytes."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

import sandbox
from sandbox.view.canvas import picture_cache
from sandbox.view.canvas.picture_cache import PICTURES, cached_picture, weight_of
from sandbox.view.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

CACHES = {"cache", "lru_cache", "cached"}
WINDOW = (200, 100)


@cached_picture
def square(side: int, _number: int = 0) -> pygame.Surface:
    return pygame.Surface((side, side), pygame.SRCALPHA)


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    PICTURES.fit(WINDOW)
    PICTURES.forget()
    yield
    PICTURES.fit((0, 0))


def test_what_was_drawn_is_found_again() -> None:
    assert square(5) is square(5)


def test_memory_is_given_back_after_so_many_bytes_of_new_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    given = list[int]()
    monkeypatch.setattr(picture_cache, "give_back", lambda: given.append(PICTURES.taken))
    square(1000, -1)
    given.clear()
    for number in range(2 * picture_cache.HOLES // weight_of(square(500))):
        square(500, number)
        square(500, number)
    assert len(given) == 2


def test_memory_is_given_back_earlier_in_a_moment_that_has_time_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    given = list[int]()
    monkeypatch.setattr(picture_cache, "give_back", lambda: given.append(PICTURES.taken))
    for number in range(picture_cache.HOLES // weight_of(square(500))):
        square(500, number)
        PICTURES.tidy()
    assert len(given) == 2
    assert given[0] < picture_cache.HOLES


def test_pictures_never_take_more_than_the_budget_however_large_they_are() -> None:
    rng = np.random.default_rng(1)
    for number in range(300):
        square(int(rng.integers(1, 900)), number)
        assert PICTURES.taken <= PICTURES.budget
    assert PICTURES.taken > PICTURES.budget / 2


def test_the_least_recently_used_picture_goes_first_whoever_drew_it() -> None:
    first, second = square(1000, 1), square(1000, 2)
    number = 3
    while PICTURES.taken + weight_of(second) <= PICTURES.budget:
        square(1000, number)
        number += 1
    assert square(1000, 1) is first
    square(1000, number)
    assert square(1000, 1) is first
    assert square(1000, 2) is not second


def test_what_is_larger_than_the_whole_budget_is_drawn_and_not_kept() -> None:
    assert square(4000).get_width() == 4000
    assert PICTURES.taken <= PICTURES.budget


def test_a_part_of_a_picture_weighs_as_much_as_the_whole_that_it_keeps() -> None:
    whole = pygame.Surface((100, 100), pygame.SRCALPHA)
    assert weight_of(whole.subsurface((0, 0, 2, 2))) == weight_of(whole)


def test_a_smaller_window_forgets_what_was_drawn_for_a_larger_one() -> None:
    PICTURES.fit((800, 600))
    large = PICTURES.budget
    square(900)
    PICTURES.fit(WINDOW)
    assert PICTURES.taken == 0
    assert PICTURES.budget < large


def test_no_function_keeps_pictures_beside_the_budget() -> None:
    strays = []
    for room in ("view", "ui"):
        for path in (Path(sandbox.__file__).parent / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef) and "Surface" in ast.unparse(node.returns or ast.Constant("")):
                    names = {ast.unparse(one).partition("(")[0].rpartition(".")[2] for one in node.decorator_list}
                    strays += [f"{path.name}: {node.name}"] if names & CACHES else []
    assert not strays


def test_many_views_at_random_stay_on_the_budget(
    view: Callable[..., Viewpoint], small_frame: Callable[..., Frame]
) -> None:
    stage, rng, frame = Stage(), np.random.default_rng(2), small_frame()
    surface = pygame.Surface((480, 360))
    for _ in range(30):
        viewpoint = view()
        zoomed = viewpoint.camera.zoom_at((int(rng.integers(480)), int(rng.integers(360))), float(rng.uniform(0.3, 8)))
        stage.draw(surface, frame, replace(viewpoint, camera=zoomed))
        assert PICTURES.taken <= PICTURES.budget


def test_while_the_view_comes_closer_old_figures_are_stretched_and_at_rest_all_are_sharp(
    view: Callable[..., Viewpoint], small_frame: Callable[..., Frame]
) -> None:
    frame, near = small_frame(), view(reduce_motion=True)
    near = replace(near, camera=near.camera.zoom_at((240, 180), 2))
    stage, pictures = Stage(), [pygame.Surface((480, 360)) for _ in range(3)]
    stage.draw(pictures[0], frame, view(reduce_motion=True))
    stage.draw(pictures[0], frame, near)
    for _ in range(60):
        stage.draw(pictures[1], frame, near)
    Stage().draw(pictures[2], frame, near)
    stretched, rested, sharp = (pygame.image.tobytes(picture, "RGB") for picture in pictures)
    assert stretched != sharp
    assert rested == sharp
