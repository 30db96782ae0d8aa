"""The scene of a page of the theory: ten seconds of a small world, played over and over beside the game."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.folders import THEORY
from sandbox.scenario.load import load_level
from sandbox.session.session import Session
from sandbox.view.canvas.camera import Camera
from sandbox.view.stage import Stage
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.session.frame import Frame
    from sandbox.ui.preferences import Preferences

SECONDS: Final = 10.0
"""How long a scene takes on the screen."""
HASTE: Final = {"T14": 4.0}
"""Seconds of the scene for each on the screen, where that is not one: getting tired takes its time."""
_MOST_TICKS: Final = 4
"""So many are played in one picture at most; what is missing after a long one is left out."""


class Demo:
    """The scene that is played, if any."""

    def __init__(self) -> None:
        """Play nothing."""
        self.lesson = ""
        self.frame: Frame | None = None
        """its moment"""
        self._session: Session | None = None
        self._camera: Camera | None = None
        self._seconds = 0.0
        """on the screen, since it began"""
        self._stage = Stage()

    def follow(self, lesson: str, seconds: float) -> None:
        """Go on with the scene of a page, from its beginning when it is over or another page; none without a page."""
        if lesson != self.lesson or self._seconds >= SECONDS:
            self.lesson, self._session, self._seconds = lesson, _scene(lesson), 0.0
            self._camera = None
        if self._session is None:
            self.frame = None
            return
        self._seconds += seconds
        due = round(self._seconds * TICKS_PER_SECOND * HASTE.get(lesson, 1.0)) - self._session.tick
        self._session.step(max(0, min(due, _MOST_TICKS)))
        self.frame = self._session.frame()

    @property
    def plays(self) -> bool:
        """Whether there is a scene, so that each picture differs."""
        return self._session is not None

    def draw(self, surface: pygame.Surface, rect: pygame.Rect, likes: Preferences) -> None:
        """Draw its moment into a part of a surface."""
        if self.frame is None:
            return
        picture = pygame.Surface(rect.size)
        if self._camera is None or self._camera.rect != picture.get_rect():
            self._camera = _camera(self.frame, picture.get_rect())
        viewpoint = Viewpoint(
            camera=self._camera,
            seconds=self._seconds,
            legend=False,
            minimap=False,
            reduce_motion=likes.calm,
            gentle=likes.gentle,
        )
        self._stage.draw(picture, self.frame, viewpoint)
        surface.blit(picture, rect)


def _camera(frame: Frame, rect: pygame.Rect) -> Camera:
    """Show those who are there and where they may go, as large as they fit."""
    places = frame.level.map.places
    return camera_on(frame, rect, [place.x for place in places], [place.y for place in places])


def camera_on(frame: Frame, rect: pygame.Rect, x: Iterable[float] = (), y: Iterable[float] = ()) -> Camera:
    """Show those who are there, and some more spots in metres, as large as they fit."""
    people, ground = frame.people, frame.level.map
    there = people.there()
    across, down = [*people.x[there].tolist(), *x], [*people.y[there].tolist(), *y]
    whole = Camera.fit(ground, rect)
    if not across:
        return whole
    return Camera.showing((min(across), min(down), max(across), max(down)), ground, rect, Viewpoint(whole).lengths)


def _scene(lesson: str) -> Session | None:
    """Return the beginning of the scene of a page."""
    return Session(load_level(THEORY / f"{lesson}.json")) if lesson else None
