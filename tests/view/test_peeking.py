"""Whoever has to do with the story and is out of the picture peeks in at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.view.marks.peeking import SMALLER
from sandbox.view.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

SIZE = (960, 640)
BOB = 1


def drawn(frame: Frame, viewpoint: Viewpoint) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    surface = pygame.Surface(SIZE)
    Stage().draw(surface, frame, viewpoint)
    return pygame.surfarray.array3d(surface)


def changed(small_frame: Callable[..., Frame], view: Callable[..., Viewpoint], **columns: object) -> pygame.Rect:
    """Return where the picture differs if the view frames what happens."""
    frame = small_frame(**{"felt": [0.0, -0.6, 0.0]} | columns)
    pictures = [drawn(frame, view(SIZE, legend=False, framed=framed)) for framed in (False, True)]
    differs = np.argwhere((pictures[0] != pictures[1]).any(axis=2))
    if not len(differs):
        return pygame.Rect(0, 0, 0, 0)
    (left, top), (right, bottom) = differs.min(axis=0).tolist(), differs.max(axis=0).tolist()
    return pygame.Rect(left, top, right - left + 1, bottom - top + 1)


@pytest.mark.parametrize(
    ("x", "y", "edge"), [(-9.0, 4.0, "left"), (22.0, 4.0, "right"), (6.0, -7.0, "top"), (6.0, 17.0, "bottom")]
)
def test_whoever_suffers_out_of_view_peeks_in_at_that_edge(
    x: float, y: float, edge: str, small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    box = changed(small_frame, view, x=[3.0, x, 9.0], y=[4.0, y, 4.0])
    whole, size = pygame.Rect((0, 0), SIZE), SMALLER * 1.6 * 96
    assert getattr(box, edge) == getattr(whole, edge)
    assert 10 < box.width < size
    assert 10 < box.height < size


def test_who_has_nothing_to_do_with_it_does_not_and_nobody_who_is_seen(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    assert changed(small_frame, view, x=[-9.0, 6.0, 9.0], y=[4.0, 4.0, 4.0]).size == (0, 0)
    assert changed(small_frame, view, x=[3.0, 6.0, 9.0], y=[4.0, 4.0, 4.0]).size == (0, 0)
    looks = {"gaze": [BOB, -1, -1], "x": [-9.0, 6.0, 9.0], "y": [4.0, 4.0, 4.0]}
    assert changed(small_frame, view, **looks).left == 0
