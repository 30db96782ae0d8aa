"""The moment that the mouse is at on a chart, as a small picture: worked out bit by bit while the mouse is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.session.recall import Recall
from sandbox.ui.course.demo import camera_on
from sandbox.ui.kit.style import theme
from sandbox.ui.kit.text import SMALL_BOLD, write
from sandbox.ui.kit.time_axis import clock
from sandbox.view.stage import Stage
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.session.session import Session
    from sandbox.ui.context import PlayContext
    from sandbox.ui.kit.widgets import Control

SLICE: Final = 0.008
"""Seconds of one picture for the way to a moment."""
SIZE: Final = (160, 110)
"""Width and height of the picture, in units."""
_CLOCK: Final = 22
"""Room for its time, in units."""
_UP: Final = 76
"""How far its foot lies above the middle of the chart, beside which stand words, in units."""


class Glimpse:
    """One moment at a time."""

    def __init__(self) -> None:
        """Begin with none."""
        self.frame: Frame | None = None
        """the latest that is known"""
        self._wanted: tuple[Session, int] | None = None
        self._recall: Recall | None = None
        self._stage = Stage()
        self._drawn: tuple[object, pygame.Surface] | None = None
        """the picture, with all that it depends on"""

    @property
    def at_work(self) -> bool:
        """Whether a moment is on its way."""
        return self._recall is not None

    def follow(self, session: Session, tick: int | None) -> None:
        """Go on to a moment of what is played, from 0 on; to none if there is no tick."""
        wanted = None if tick is None else (session, tick)
        if wanted != self._wanted:
            self._wanted = wanted
            self._recall = None if tick is None else Recall(session, tick)
        if tick is None:
            self.frame = None
        if self._recall is not None:
            frame = self._recall.frame(SLICE)
            if frame is not None:
                self.frame, self._recall = frame, None

    def draw(self, surface: pygame.Surface, context: PlayContext, chart: Control) -> None:
        """Draw it beside the panel, over the words that explain the chart."""
        frame, style = self.frame, context.spoken
        if frame is None:
            return
        rect = pygame.Rect(0, 0, style.px(SIZE[0]), style.px(SIZE[1] + _CLOCK))
        rect.bottomright = context.dock.left - style.px(8), chart.rect.centery - style.px(_UP)
        rect.clamp_ip(surface.get_rect().inflate(-8, -8))
        style.box(surface, rect, "white", round_by=8)
        write(
            surface, style, clock(frame.tick), (rect.centerx, rect.bottom - style.px(_CLOCK / 2)), SMALL_BOLD, "center"
        )
        edge = style.px(theme().edge)
        place = pygame.Rect(rect.left + edge, rect.top + edge, rect.width - 2 * edge, style.px(SIZE[1]) - 2 * edge)
        surface.blit(self._picture(frame, context, place.size), place)

    def _picture(self, frame: Frame, context: PlayContext, size: tuple[int, int]) -> pygame.Surface:
        likes = context.shell.preferences
        about = frame.tick, id(frame), size, likes
        if self._drawn is None or self._drawn[0] != about:
            picture = pygame.Surface(size)
            viewpoint = Viewpoint(
                camera=camera_on(frame, picture.get_rect()),
                legend=False,
                reduce_motion=True,
                gentle=likes.gentle,
                bare=True,
            )
            self._stage.draw(picture, frame, viewpoint)
            self._drawn = about, picture
        return self._drawn[1]
