"""How a play-through begins on the screen, and how it then suits a player: the same for a window and for a picture."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import msgspec

from sandbox.ui.kit.style import grown
from sandbox.ui.state import PlayState
from sandbox.ui.told.introduction import is_introduced
from sandbox.view.canvas.palette import sizes
from sandbox.view.viewpoint import LENSES, Viewpoint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.scenario.schema import Level
    from sandbox.session.files.reopen import Reopened
    from sandbox.session.session import Session
    from sandbox.ui.hud.crossing import Crossing
    from sandbox.ui.preferences import Preferences
    from sandbox.view.canvas.camera import Camera
    from sandbox.view.canvas.palette import Sizes


@dataclass(frozen=True, slots=True)
class Opening:
    """What a command line asks of the first picture; with nothing asked for, a level begins at its beginning."""

    session: Session | None = None
    """the play-through, as far as it was played before anybody sees it; None begins one"""
    again: Reopened | None = None
    """how the session was opened, if it is one of an earlier sitting: it goes on where it was left"""
    seed: int | None = None
    """of a play-through that begins, instead of its level's own"""
    off: frozenset[str] = frozenset()
    """the drives that are switched off where one begins"""
    lens: str = LENSES[0]
    selected: int | None = None
    """row of the person who is chosen, or None"""
    eyes: int | None = None
    """row of the person through whose eyes it is seen, or None; in a window that is who is chosen"""
    close: bool = False
    """as near as everybody fits in; else those are shown whom the moment concerns"""
    whole: bool = False
    """the whole map"""
    bare: bool = False
    """without the small map and the legend"""
    paused: bool = False
    barless: bool = False
    """without bars, until they are needed: there is only what can be done to whom the mouse is at"""
    crossing: Crossing | None = None
    """what was shown before, if there is to be no cut"""
    likes: Mapping[str, object] = field(default_factory=dict)
    """fields of Preferences that are asked for, for this time only"""
    window: Mapping[str, object] = field(default_factory=dict)
    """likewise `width`, `height` and `fullscreen`"""

    def liked(self, preferences: Preferences) -> Preferences:
        """Return a player's preferences with those in their place that are asked for."""
        return msgspec.structs.replace(preferences, **self.likes)

    def looks(self, level: Level) -> PlayState:
        """Return how a play-through of a level is looked at to begin with: one that begins is introduced."""
        return PlayState(
            lens=self.lens,
            selected=self.selected,
            through=self.eyes is not None,
            paused=self.paused,
            bare=self.barless,
            introduces=self.session is None and not self.barless and is_introduced(level),
        )

    def viewpoint(
        self, camera: Camera, likes: Preferences, size: tuple[int, int], *, alpha: float, seconds: float
    ) -> Viewpoint:
        """Return how a picture of the map alone is looked at: as in a window of `size` pixels, without its panels."""
        viewpoint = Viewpoint(
            camera,
            alpha,
            seconds,
            selected=self.selected,
            lens=self.lens,
            eyes=self.eyes,
            lines=False,
            minimap=not self.bare,
            legend=not self.bare,
            framed=not (self.close or self.whole),
        )
        return suited(viewpoint, likes, size)


def reopening(opened: Reopened) -> Opening:
    """Return how a play-through of an earlier sitting is gone on with."""
    return Opening(session=opened.session, again=opened)


PLAIN: Final = Opening()
"""Nothing is asked for."""


def words_for(likes: Preferences, size: tuple[int, int]) -> float:
    """Return the size of names and words on a window or picture of `size` pixels, in parts of the usual."""
    return likes.words / 100 * (1.0 if likes.projector else grown(size, likes.scale))


def lengths_for(likes: Preferences, size: tuple[int, int]) -> Sizes:
    """Return the lengths of a picture as a player likes it, on a window or picture of `size` pixels."""
    return sizes(projector=likes.projector, words=words_for(likes, size))


def suited(viewpoint: Viewpoint, likes: Preferences, size: tuple[int, int]) -> Viewpoint:
    """Return a viewpoint as a player likes it, on a window or picture of `size`, in pixels."""
    return replace(
        viewpoint,
        reduce_motion=likes.calm,
        gentle=likes.gentle,
        projector=likes.projector,
        words=words_for(likes, size),
    )
