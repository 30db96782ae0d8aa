"""What a panel is built from: the screen around it, and during a play-through the moment that it tells of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sandbox.ui.kit.style import back_row
from sandbox.ui.kit.text import brief

if TYPE_CHECKING:
    from pathlib import Path

    import pygame

    from sandbox.engine.people import People
    from sandbox.session.frame import Frame
    from sandbox.session.history.branch import Branch
    from sandbox.session.session import Session
    from sandbox.ui.kit.invocation import Invocation
    from sandbox.ui.kit.layout import Layout
    from sandbox.ui.kit.style import Style
    from sandbox.ui.state import PlayState, ScreenState, Shell


def spoken(style: Style, *, projector: bool) -> Style:
    """Return the scale of words that a classroom has to read from its last row, if there is one."""
    return replace(style, scale=max(style.scale, back_row())) if projector else style


@dataclass(frozen=True, slots=True)
class Context:
    """What every scene has; lengths are in pixels."""

    style: Style
    window: pygame.Rect
    free: pygame.Rect
    """what the panels leave free"""
    dock: pygame.Rect
    """where the open panel stands"""
    shell: Shell
    state: ScreenState
    mouse: pygame.Vector2
    here: str
    """title of the level that is being played, or nothing"""

    @property
    def spoken(self) -> Style:
        """The scale of words over the map, which a classroom has to read from its last row."""
        return spoken(self.style, projector=self.shell.preferences.projector)

    def key(self, invocation: Invocation) -> str:
        """Return the first key of a command as it is called on screen, or nothing."""
        return self.shell.keymap.shown(invocation.id)

    def with_key(self, words: str, invocation: Invocation) -> str:
        """Return what is said of a command, with its key behind it if it has one."""
        key = self.key(invocation)
        return f"{words} ({key})" if key else words


@dataclass(frozen=True, slots=True)
class PlayContext(Context):
    """What a scene has in which a level is played."""

    state: PlayState
    layout: Layout
    session: Session
    frame: Frame
    tick: int
    """where the player has put time; `frame` may still be on its way there"""
    branches: tuple[Branch, ...]
    """the present one is the first"""
    path: Path | None
    """the level's file, if it was opened from one"""
    outcome: str | None
    undoes: bool
    """whether there is something to undo"""
    redoes: bool
    """whether there is something to do again"""

    @property
    def people(self) -> People:
        """Everybody's columns at this moment."""
        return self.frame.people

    def name(self, person: int) -> str:
        """Return a person's name; a very long one is cut, so that it leaves room for what is said of them."""
        return brief(self.frame.level.people[person].name)
