"""The signs of places: drawn where words were promised, readable, cut to their room, and never over people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np
import pygame
import pytest

from sandbox.scenario.schema import Place
from sandbox.view.canvas.text import font
from sandbox.view.place.signs import WIDEST, letters_px, sign
from sandbox.view.stage import Stage
from tests.view.conftest import small_level

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint


def picture(frame: Frame, viewpoint: Viewpoint) -> np.ndarray:
    surface = pygame.Surface(viewpoint.camera.rect.size)
    Stage().draw(surface, frame, viewpoint)
    return pygame.surfarray.array3d(surface).astype(np.int64)


def named(frame: Callable[..., Frame], place: Place, **columns: object) -> tuple[Frame, Frame]:
    """The same moment with a name at a place, and without."""
    level = small_level()
    grounds = [
        msgspec.structs.replace(level.map, places=(one,)) for one in (place, msgspec.structs.replace(place, name=None))
    ]
    with_name, without = (frame(level=msgspec.structs.replace(level, map=ground), **columns) for ground in grounds)
    return with_name, without


@pytest.mark.parametrize("kind", ["spot", "well", "house"])
def test_a_place_with_a_name_has_a_sign(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint], kind: str
) -> None:
    place = Place(id="spot", kind=kind, x=6, y=5.5, name="Meeting")  # type: ignore[arg-type]
    frame, bare = named(small_frame, place, x=[1.0, 1.0, 11.0], y=[1.0, 7.0, 7.0])
    changed = (picture(frame, view()) != picture(bare, view())).any(axis=2)
    left, right = np.flatnonzero(changed.any(axis=1))[[0, -1]]
    letters = font(view().lengths.name_px, bold=True).size("Meeting")[0]
    assert letters < right - left < 2 * letters


def test_a_sign_shows_the_outline_of_whom_it_hides(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    place = Place(id="spot", x=6, y=5.5, radius=1, name="Meeting")
    behind = {"x": [1.0, 6.0, 11.0], "y": [7.0, 4.3, 7.0]}
    frame, bare = named(small_frame, place, **behind)
    away, nothing = named(small_frame, place, x=[1.0, 1.0, 11.0], y=[7.0, 4.3, 7.0])
    board = (picture(away, view()) != picture(nothing, view())).any(axis=2)
    over = (picture(frame, view()) != picture(away, view())).any(axis=2) & board
    assert 20 < over.sum() < board.sum()
    assert (picture(frame, view()) != picture(bare, view())).any()


def test_a_long_name_is_cut_and_says_so() -> None:
    board = sign("W" * 40, 20, 17, 0, posts=True)
    assert board.get_width() < (WIDEST + 1) * 20
    assert sign("W" * 40, 20, 17, 0, posts=False).get_width() > sign("W" * 5, 20, 17, 0, posts=False).get_width()


def test_signs_are_as_large_as_names_and_grow_from_close_by() -> None:
    assert letters_px(10, 17) == 17
    assert letters_px(100, 17) > 17
    assert letters_px(40, 60) == 60
