"""Scenes: what the window shows, one over the other, of which only the uppermost lives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pygame

    from sandbox.session.session import Session
    from sandbox.ui.hud.held import Held


class Scene(Protocol):
    """What the window shows: it takes events, lets time pass and draws, as long as nothing lies over it."""

    next: Transition | None
    """what comes after this; the stack takes it as soon as an event or a moment is over"""
    mouse: pygame.Vector2
    """where the mouse is, in pixels"""

    @property
    def session(self) -> Session | None:
        """The play-through that it shows, if it shows any."""

    @property
    def moving(self) -> bool:
        """Whether what it shows goes on by itself, so that each picture differs."""

    @property
    def sounding(self) -> Mapping[str, Held] | None:
        """What is heard on and on, by name; None for what the scene under it sounds like."""

    def handle(self, event: pygame.Event) -> None:
        """Take one event of the window."""

    def update(self, seconds: float) -> None:
        """Let real time pass."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the whole window."""

    def resize(self, size: tuple[int, int]) -> None:
        """Lay everything out for a window of another size, in pixels."""

    def resume(self, mouse: pygame.Vector2) -> None:
        """Come up, for the first time or again: with the mouse at a pixel, and what was changed by other scenes."""


class Push(NamedTuple):
    """Lay a scene over this one, which is suspended until it comes up again."""

    scene: Scene


class Pop(NamedTuple):
    """Go back to the scene under this one."""


class Replace(NamedTuple):
    """Show a scene instead of all that are on the stack."""

    scene: Scene


Transition = Push | Pop | Replace


class SceneStack:
    """The scenes of one window; the last is the uppermost."""

    def __init__(self, first: Scene) -> None:
        self._scenes = [first]

    @property
    def top(self) -> Scene:
        """The scene that is shown."""
        return self._scenes[-1]

    @property
    def played(self) -> Scene | None:
        """The scene whose play-through is shown, or else the one that is suspended."""
        return next((scene for scene in reversed(self._scenes) if scene.session is not None), None)

    @property
    def sounding(self) -> Mapping[str, Held]:
        """What is heard on and on, by name."""
        heard = (scene.sounding for scene in reversed(self._scenes))
        return next((one for one in heard if one is not None), {})

    @property
    def session(self) -> Session | None:
        """The play-through that is shown, or else the one that is suspended."""
        return None if self.played is None else self.played.session

    def handle(self, event: pygame.Event) -> None:
        """Let the uppermost scene take an event."""
        self.top.handle(event)
        self._follow()

    def update(self, seconds: float) -> None:
        """Let time pass for the uppermost scene."""
        self.top.update(seconds)
        self._follow()

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the uppermost scene."""
        self.top.draw(surface)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay out all scenes for a window of another size."""
        for scene in self._scenes:
            scene.resize(size)

    def _follow(self) -> None:
        """Go where the uppermost scene leads."""
        towards, self.top.next, mouse = self.top.next, None, self.top.mouse
        if isinstance(towards, Push):
            self._scenes.append(towards.scene)
        elif isinstance(towards, Replace):
            self._scenes = [towards.scene]
        elif towards is not None:
            self._scenes.pop()
        if towards is not None:
            self.top.resume(mouse)
