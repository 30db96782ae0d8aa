"""The scene of a page of the theory: ten seconds of a small world, played over and over beside the game."""

from __future__ import annotations

from dataclasses import replace
from math import exp
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.folders import THEORY
from sandbox.scenario.load import load_level
from sandbox.session.seen.concerned import Extent
from sandbox.session.session import Session
from sandbox.view.canvas.camera import Camera
from sandbox.view.stage import Stage
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.ui.preferences import Preferences

SECONDS: Final = 10.0
"""How long a scene takes on the screen."""
HASTE: Final = {"T14": 4.0, "T17": 2.5}
"""Seconds of the scene for each on the screen, where that is not one: getting tired, and a worry, take their time."""
_SEEN: Final = (5.5, 3.4)
"""Metres across and down that are seen at least: a scene is small, and so are its pictures."""
_BEHIND: Final = 0.5
"""Seconds by which the view comes after those whom it follows."""
_WORDS: Final = 1 / 480
"""Size of names, in parts of the usual, for each pixel of a picture's width."""
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
        self._seconds, self._drawn = 0.0, 0.0
        """on the screen, since it began; and when it was drawn last"""
        self._stage = Stage()

    def follow(self, lesson: str, seconds: float) -> None:
        """Go on with the scene of a page, from its beginning when it is over or another page; none without a page."""
        if lesson != self.lesson or self._seconds >= SECONDS:
            self.lesson, self._session, self._seconds = lesson, _scene(lesson), 0.0
            self._camera, self._drawn = None, 0.0
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
        seen = Viewpoint(
            camera=Camera.fit(self.frame.level.map, picture.get_rect()),
            seconds=self._seconds,
            legend=False,
            minimap=False,
            reduce_motion=likes.calm,
            gentle=likes.gentle,
            words=_WORDS * rect.width,
        )
        self._stage.draw(picture, self.frame, replace(seen, camera=self._following(self.frame, seen)))
        surface.blit(picture, rect)

    def _following(self, frame: Frame, seen: Viewpoint) -> Camera:
        """Show those who are there as large as they fit, and go after them; with less motion stay until all is over."""
        people, rect = frame.people, seen.camera.rect
        last = self._camera
        wanted = Camera.showing(Extent.of(people, people.there()), frame.level.map, rect, seen.lengths, _SEEN)
        if last is None or last.rect != rect:
            self._camera = wanted
        elif not seen.reduce_motion:
            part = 1 - exp((self._drawn - self._seconds) / _BEHIND)
            x, y, scale = (
                getattr(last, name) + part * (getattr(wanted, name) - getattr(last, name))
                for name in ("x", "y", "scale")
            )
            self._camera = replace(last, x=x, y=y, scale=scale)
        self._drawn = self._seconds
        return wanted if self._camera is None else self._camera


def camera_on(frame: Frame, rect: pygame.Rect) -> Camera:
    """Show those who are there, as large as they fit."""
    people, ground = frame.people, frame.level.map
    lengths = Viewpoint(Camera.fit(ground, rect)).lengths
    return Camera.showing(Extent.of(people, people.there()), ground, rect, lengths)


def _scene(lesson: str) -> Session | None:
    """Return the beginning of the scene of a page."""
    return Session(load_level(THEORY / f"{lesson}.json")) if lesson else None
