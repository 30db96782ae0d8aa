"""The camera: what fits, and where things are."""

from __future__ import annotations

import numpy as np
import pygame
import pytest

from sandbox.view.canvas.camera import CLOSE_METRES, FOOT_METRES, Camera


@pytest.mark.parametrize("size", [(320, 200), (200, 320)])
def test_everybody_fits_with_room_around_and_no_more_than_that(size: tuple[int, int]) -> None:
    x, y = np.asarray([3.0, 9.0, 5.0]), np.asarray([4.0, 4.5, 8.0])
    rect = pygame.Rect((0, 0), size)
    camera = Camera.around(x, y, rect)
    spots = list(zip(*camera.many_to_screen(x, y), strict=True))
    room = CLOSE_METRES * camera.scale
    foot = FOOT_METRES * camera.scale
    margins = [min(px - rect.left, rect.right - px, py - rect.top, rect.bottom - foot - py) for px, py in spots]
    assert min(margins) == pytest.approx(room)
