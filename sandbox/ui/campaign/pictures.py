"""Small pictures of how levels begin, set up in the background one after the other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, ClassVar, Final

import msgspec
import pygame

from sandbox.scenario.schema import Level
from sandbox.session.session import Session
from sandbox.view.canvas.camera import Camera
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.stage import Stage
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future

    from sandbox.session.frame import Frame

_FINER: Final = 3
"""A level's picture is drawn so many times too large before it is shrunk."""
_WORKER: Final = ThreadPoolExecutor(1, "levels")
"""Sets levels up, one after the other."""


def draw_pictures(surface: pygame.Surface, wanted: Iterable[tuple[bytes, pygame.Rect]]) -> None:
    """Draw the pictures of levels, given as JSON, into their boxes: those there are, and one that is new.

    One at a time is set up, and only what is wanted by then: a page that is gone holds nothing up, nor does the end.
    """
    pictures = [(picture_of(level, box.size), box) for level, box in wanted if level]
    lacking = [picture for picture, _ in pictures if not picture.drawn]
    ready = next((picture for picture in lacking if picture.ready), None)
    if ready is not None:
        lacking.remove(ready)
        ready.draw()
    if lacking:
        lacking[0].begin()
    for picture, box in pictures:
        if picture.drawn:
            surface.blit(picture.surface, box)


class Picture:
    """How a level begins, in small: set up in the background, and drawn when that is done."""

    _latest: ClassVar[Future[Frame] | None] = None
    """what the worker does, or has done last"""

    def __init__(self, level: bytes, size: tuple[int, int]) -> None:
        """Take a level, given as JSON; the picture will be `size` pixels wide and high."""
        self.surface, self.drawn = pygame.Surface(size), False
        self._level = level
        self._opening: Future[Frame] | None = None

    def begin(self) -> None:
        """Have the level set up, if nothing else is being set up."""
        if self._opening is None and (Picture._latest is None or Picture._latest.done()):
            self._opening = Picture._latest = _WORKER.submit(_first_frame, self._level)

    @property
    def ready(self) -> bool:
        """Whether the level is set up."""
        return self._opening is not None and self._opening.done()

    def draw(self) -> pygame.Surface:
        """Return the picture, drawn if it is not yet; waits until the level is set up."""
        if not self.drawn:
            frame = _first_frame(self._level) if self._opening is None else self._opening.result()
            width, height = self.surface.get_size()
            large = pygame.Surface((width * _FINER, height * _FINER))
            there = frame.people.there()
            camera = Camera.around(frame.people.x[there], frame.people.y[there], large.get_rect())
            Stage().draw(large, frame, Viewpoint(camera, legend=False))
            pygame.transform.smoothscale(large, (width, height), self.surface)
            self.drawn = True
            self._opening = None  # The frame is large, and not needed any more.
        return self.surface


picture_of = cached_picture(Picture)


def _first_frame(level: bytes) -> Frame:
    return Session(msgspec.json.decode(level, type=Level), journal=False).frame()
