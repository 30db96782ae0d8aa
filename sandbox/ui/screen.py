"""Panes of controls over a picture: what the mouse and the keyboard are at, and the one panel that is open."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

import pygame
from msgspec.structs import replace

from sandbox.scenario.difficulty import USUAL, adjusted
from sandbox.scenario.language import epoch
from sandbox.scenario.problems import LevelError
from sandbox.scenario.schema import Level
from sandbox.session.files.reopen import reopen
from sandbox.ui.kit.aim import Aim
from sandbox.ui.kit.pane_cache import PaneCache
from sandbox.ui.kit.scrolling import uncovered
from sandbox.ui.kit.style import Style, scale_of
from sandbox.ui.kit.values import value_of
from sandbox.ui.kit.widgets import Control, Pane, Touch, control_at
from sandbox.view.canvas.picture_cache import PICTURES
from sandbox.view.canvas.themes import in_use, use
from sandbox.view.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from pathlib import Path

    from sandbox.session.files.reopen import Reopened
    from sandbox.ui.context import Context
    from sandbox.ui.kit.invocation import Invocation
    from sandbox.ui.preferences import Preferences
    from sandbox.ui.scenes.base import Transition
    from sandbox.ui.state import ScreenState, Shell


class Screen(ABC):
    """What every scene with panes has in common."""

    kind: ClassVar[str]
    """which commands of its own it has"""
    docks: Collection[str]
    """the panels that can be opened"""
    state: ScreenState

    def __init__(self, shell: Shell, size: tuple[int, int]) -> None:
        self.shell, self.size = shell, size
        self.next: Transition | None = None
        self.mouse = pygame.Vector2(-1, -1)
        self.touch = Touch()
        self.pane_cache = PaneCache()
        self.stage = Stage()
        self._panes: tuple[Pane, ...] = ()
        self._built_from: object = None
        """the value of all that the panes were last built from"""
        self._about: object = None
        """what the open panel was then about"""
        self.adopted = shell.preferences
        """the preferences that the screen is laid out for"""
        self._held: str | None = None
        """the control that the mouse has pressed and has not left: it stays under it"""
        self._aim = Aim()
        use(shell.preferences.colours)

    @property
    def moving(self) -> bool:
        """Whether what it shows goes on by itself, so that each picture differs."""
        return self.state.demo.plays

    @property
    @abstractmethod
    def context(self) -> Context:
        """What panes are built from."""

    @abstractmethod
    def build(self) -> Iterable[Pane]:
        """Build all parts of the screen, the lowest first."""

    @abstractmethod
    def draw(self, surface: pygame.Surface) -> None:
        """Draw the whole window."""

    @abstractmethod
    def play(self, level: Level, path: Path) -> None:
        """Play a level that was read from a file."""

    @abstractmethod
    def play_saved(self, opened: Reopened) -> None:
        """Go on with a play-through of an earlier sitting."""

    @abstractmethod
    def ask_name(self, question: str, name: str, then: Callable[[str], None]) -> None:
        """Let the player write a name in place of another, and do something with it if they do."""

    @abstractmethod
    def look(self) -> None:
        """Look, as everything is laid out now, at what the player chose to see, or else at all of it."""

    def arrange(self) -> None:
        """Lay everything out for the size of the window."""
        likes = self.adopted
        self.style = Style(scale_of(self.size, likes.scale), likes.words / 100)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay everything out for a window of another size."""
        self.size = size
        if self.pane_cache.size != size:
            self.forget()
        PICTURES.fit(size)
        self.arrange()
        self.look()

    def forget(self) -> None:
        """Let go of the pictures that are as large as the window."""
        self.pane_cache = PaneCache()
        self.stage.forget()

    def resume(self, mouse: pygame.Vector2) -> None:
        """Come up with the mouse at a pixel, nothing pressed, and what the player likes by now."""
        self._catch_up()
        self.let_go()
        self.point(mouse)

    def let_go(self) -> None:
        """End every gesture of mouse and keyboard, since what it was about is no more, or no more where it was."""
        self.touch, self.state.rebinding = Touch(), None

    def prefer(self, preferences: Preferences) -> None:
        """Show and sound everything as the player likes it from now on, and have it kept.

        What moves controls waits until the mouse has left the one that it has just pressed.
        """
        self.shell.preferences = preferences
        if self._held is None:
            self._adopt(preferences)
        else:
            self._adopt(replace(preferences, scale=self.adopted.scale, projector=self.adopted.projector))
        self.shell.requests.append("settings")

    def _adopt(self, preferences: Preferences) -> None:
        before, self.adopted = self.adopted, preferences
        colours = self.shell.preferences.colours
        if colours != in_use() or preferences.colours != before.colours:
            use(colours)
            self.stage = Stage()
        self.arrange()
        if (preferences.scale, preferences.projector) != (before.scale, before.projector):
            self.look()

    def _catch_up(self) -> None:
        """Lay out what had to wait for the mouse."""
        self._held = None
        if self.adopted != self.shell.preferences:
            self._adopt(self.shell.preferences)

    def update(self, seconds: float) -> None:
        """Let real time pass, and note what the mouse is at by now."""
        self.shell.clock += seconds
        self.state.demo.follow(self.state.lesson if self.state.dock == "lesson" else "", seconds)
        if self._held is not None and self._under() != self._held:
            self._catch_up()
        self._aim = self._aim.at(self._under(), self.mouse, self.shell.clock)

    def _under(self) -> str:
        """Name the control that the mouse is at, or else the pane, or nothing."""
        control = control_at(self.panes, self.mouse)
        if control is not None:
            return control.name
        return next(
            (f"pane {one.name}" for one in reversed(self.panes) if one.solid and one.rect.collidepoint(self.mouse)), ""
        )

    def aimed(self) -> bool:
        """Return whether the player can mean what the mouse is at: it has not just come up under a resting mouse."""
        self._aim = self._aim.at(self._under(), self.mouse, self.shell.clock)
        return self._aim.meant(self.shell.clock)

    def open(self, path: Path, difficulty: str = USUAL) -> None:
        """Play a level, a save or a recording; what cannot be read leaves everything as it is, and says why."""
        try:
            found = reopen(path)
        except LevelError as error:
            self.shell.show_toast(error.problems[0])
            return
        if isinstance(found, Level):
            self.play(adjusted(found, difficulty), path)
            return
        if self.shell.shelf is not None:
            self.shell.shelf.autosaves.opened(found.session, path)
        self.play_saved(found)

    @abstractmethod
    def perform(self, invocation: Invocation) -> None:
        """Carry out a command, if the scene knows it and it makes sense now."""

    @abstractmethod
    def show_palette(self) -> None:
        """Let the player find a command by its name."""

    @abstractmethod
    def close(self) -> None:
        """Let go of one thing."""

    def leave_full_screen(self) -> None:
        """Have the window back where it was, if it fills the screen."""
        if self.shell.fullscreen:
            self.shell.requests.append("fullscreen")

    def open_dock(self, name: str) -> None:
        """Show a panel, and no other; help brings back the hints that were followed in earlier sittings."""
        self.state.dock, self.state.rebinding = name, None
        if name == "levels":
            self.state.list_levels(self.shell)
        elif name == "saves":
            self.list_saves()
        elif name == "help":
            self.shell.learned -= self.shell.remembered
            self.shell.remembered.clear()
            self.shell.requests.append("settings")

    def list_saves(self) -> None:
        """Look through the shelf for the list of saves."""
        self.state.list_saves(self.shell.shelf)

    def about(self) -> object:
        """Return what the open panel is about; when that changes, it is read from its top."""
        return self.state.dock, self.state.page if self.state.dock in {"levels", "saves"} else None

    def value(self) -> tuple[object, ...]:
        """Return all that panes are built from, to be compared with what it was when they were built."""
        return epoch(), self.size, self.style, self.about(), value_of(self.shell), value_of(self.state)

    @property
    def panes(self) -> tuple[Pane, ...]:
        """All parts of the screen, the lowest first."""
        if self._built_from != self.value():
            if self._about != self.about():
                self._about, self.state.scroll = self.about(), 0
            self._panes = tuple(self.build())
            self._built_from = self.value()  # Building may lay everything out anew.
            self.state.focus.keep(self.ring)
        return self._panes

    @property
    def controls(self) -> list[Control]:
        """All controls, in the order of the Tab key."""
        return [control for pane in self.panes for control in pane.controls]

    @property
    def ring(self) -> list[str]:
        """The names that the Tab key goes round."""
        return [control.name for control in self.controls]

    def control(self, name: str | None) -> Control | None:
        """Return the control of a name, or None."""
        return next((one for one in self.controls if one.name == name), None)

    def move_focus(self, step: int) -> None:
        """Take the keyboard to the next control (1) or the one before (-1), and bring it into view."""
        disabled = {control.name for control in self.controls if not control.enabled}
        self.state.focus.move(self.ring, step, disabled)
        self.state.scroll = uncovered(self.panes, self.state.scroll, self.state.focus.at)

    def point(self, pos: tuple[float, float] | pygame.Vector2) -> None:
        """Let the mouse be at a pixel."""
        self.mouse = pygame.Vector2(pos)
        control = control_at(self.panes, self.mouse)
        self.touch = Touch(hovered=None if control is None else control.name, pressed=self.touch.pressed)

    def leave(self) -> None:
        """Let the mouse be nowhere, since it is outside the window."""
        self.mouse = pygame.Vector2(-1, -1)
        self.touch = Touch(pressed=self.touch.pressed)

    def press(self) -> bool:
        """Press the mouse's button on the control under it; return whether there is one."""
        control = control_at(self.panes, self.mouse)
        if control is not None and self.aimed():
            self.touch = Touch(hovered=control.name, pressed=control.name)
        return control is not None

    def press_control(self, name: str, *, by_mouse: bool = False) -> None:
        """Do what a control is for, if it can be pressed; a strip of time is dragged instead."""
        control = self.control(name)
        if by_mouse:
            self._held = name
        else:
            self._catch_up()
        if control is not None and control.enabled and control.act is not None and not control.span:
            self.perform(control.act)

    def release(self) -> Control | None:
        """Let go of the mouse's button; return the control that was pressed if the mouse is still on it, or None."""
        control = self.control(self.touch.pressed)
        self.touch = Touch(hovered=self.touch.hovered)
        return control if control is not None and control.rect.collidepoint(self.mouse) else None
