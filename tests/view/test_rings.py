"""The rings behind sufferers: of their beats, those that are lacking hold no picture up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.session.tie_sums import TieSums
from sandbox.view.canvas.picture_cache import PICTURES
from sandbox.view.marks.overlays import PULSE_HERTZ, Rings
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache

if TYPE_CHECKING:
    from collections.abc import Callable

    import pygame

    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint


def test_a_beat_of_a_ring_that_is_not_drawn_yet_is_drawn_for_the_next_picture(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(felt=[-0.8, 0, 0])
    cast = poses(frame, view(), view().lengths, SpriteCache(frame.level))
    rings = Rings()
    PICTURES.forget()

    def ring(seconds: float) -> pygame.Surface:
        return rings.of(frame, view(reduce_motion=False, seconds=seconds), cast, TieSums.of(frame))[0][0]

    wide, half = ring(0.75 / PULSE_HERTZ), ring(0.25 / PULSE_HERTZ)
    assert half is wide
    assert rings.prepare()
    assert ring(0.25 / PULSE_HERTZ) is not wide
    assert not rings.prepare()
