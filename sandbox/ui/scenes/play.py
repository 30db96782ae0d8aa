"""The scene in which a level is played: it takes the events of the window, and draws map and panels."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.commands import table
from sandbox.ui.game import Game
from sandbox.ui.hud import toasts
from sandbox.ui.hud.captions import draw_captions
from sandbox.ui.hud.greeting import greeted
from sandbox.ui.hud.map_marks import draw_marks
from sandbox.ui.input.keyboard import Keyboard
from sandbox.ui.input.mouse import Mouse
from sandbox.ui.kit.focus import MAP
from sandbox.ui.scenes.base import Push
from sandbox.ui.scenes.naming import Naming
from sandbox.ui.scenes.palette import Palette
from sandbox.ui.scenes.title import Title

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.scenario.schema import Level
    from sandbox.ui.kit.invocation import Invocation


class Play(Game):
    """A game with the player's hands on it."""

    @cached_property
    def keyboard(self) -> Keyboard:
        """The keys, which outlive every play-through."""
        return Keyboard(self)

    def perform(self, invocation: Invocation) -> None:
        """Carry out a command, if it makes sense now."""
        table.perform(self, invocation)

    def show_palette(self) -> None:
        """Lay the palette of commands over the game."""
        self.next = Push(Palette(self))

    def show_title(self) -> None:
        """Go to the title, from where this can be gone on with."""
        self.forget()
        self.next = Push(Title(self.shell, self.size, self.another, self.session.level.title))

    def another(self, level: Level, path: Path) -> Play:
        """Return the scene in which another level is played, in the same way."""
        another = Play(self.shell, level, self.size, path=path, off=self.off, play_sound=self.play_sound)
        another.succeed(self, partial(text_of, "ui.undo.level", title=level.title))
        return another

    def ask_name(self, question: str, name: str, then: Callable[[str], None]) -> None:
        """Let the player write a name in place of another, and do something with it if they do."""
        self.next = Push(Naming(self, question, name, then))

    @cached_property
    def pointer(self) -> Mouse:
        """The mouse."""
        return Mouse(self)

    def let_go(self) -> None:
        """End every gesture of mouse and keyboard, since what it was about is no more, or no more where it was."""
        super().let_go()
        self.keyboard.release()
        self.pointer.let_go()
        self.pointer.moved = True

    def resize(self, size: tuple[int, int]) -> None:
        """Lay everything out for a window of another size; what is dragged was begun elsewhere on it."""
        super().resize(size)
        self.let_go()

    def handle(self, event: pygame.Event) -> None:
        """Take one event of the window."""
        handler = _HANDLERS.get(event.type)
        if handler is not None:
            if event.type != pygame.MOUSEMOTION:
                self.pointer.settle()
            handler(self, event)

    def key(self, event: pygame.Event) -> None:
        """Take a key that went down."""
        done = self.keyboard.down(event)
        if done is not None and done.command in {verbs.CLOSE.name, verbs.TOOL.name}:
            self.pointer.press = None

    def lose_focus(self) -> None:
        """Let go of everything, since the window will not hear of its release."""
        self.keyboard.let_go()
        self.let_go()

    def update(self, seconds: float) -> None:
        """Let real time pass, and look again what the mouse is at."""
        self.pointer.follow()
        super().update(seconds)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the map and everything over it."""
        panes, context, viewpoint = self.panes, self.context, self.viewpoint
        focused = self.state.focus.at
        touch = replace(self.touch, focused=None if focused == MAP else focused)
        self.stage.draw(surface, greeted(self.frame, viewpoint) if self.state.acted is None else self.frame, viewpoint)
        draw_marks(surface, context, viewpoint)
        self.camera_control.draw_sign(surface, context, viewpoint)
        self.said = toasts.draw_toasts(surface, context, viewpoint, self.stage.legend.box)
        draw_captions(surface, context, self.stage.legend.box)
        self.pane_cache.draw(surface, panes, touch)
        pointed = self.control(self.touch.hovered) or self.control(touch.focused)
        if pointed is not None:
            toasts.draw_tip(surface, context, panes, pointed)


_HANDLERS: Final[dict[int, Callable[[Play, pygame.Event], None]]] = {
    pygame.MOUSEMOTION: lambda play, event: play.pointer.motion(event),
    pygame.MOUSEBUTTONDOWN: lambda play, event: play.pointer.down(event),
    pygame.MOUSEBUTTONUP: lambda play, event: play.pointer.up(event),
    pygame.MOUSEWHEEL: lambda play, event: play.pointer.wheel(event),
    pygame.WINDOWLEAVE: lambda play, _: play.pointer.leave(),
    pygame.KEYDOWN: lambda play, event: play.key(event),
    pygame.KEYUP: lambda play, event: play.keyboard.up(event),
    pygame.WINDOWFOCUSLOST: lambda play, _: play.lose_focus(),
    pygame.DROPFILE: lambda play, event: play.perform(verbs.OPEN(Path(event.file))),
}
"""What each kind of event does; held keys are let go when the window loses the keyboard and cannot hear of it."""
