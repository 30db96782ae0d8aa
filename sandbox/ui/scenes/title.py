"""The title: what the game is called, and where one can go from here, before some people who watch the mouse."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import epoch, text_of
from sandbox.scenario.library import SANDBOX, find_level, first_playable
from sandbox.scenario.problems import LevelError
from sandbox.ui import verbs
from sandbox.ui.commands import table
from sandbox.ui.context import Context
from sandbox.ui.hud import toasts
from sandbox.ui.input.keyboard import Keyboard
from sandbox.ui.kit.scrolling import SCROLL
from sandbox.ui.kit.style import theme
from sandbox.ui.kit.widgets import covered
from sandbox.ui.opening import PLAIN, Opening, reopening
from sandbox.ui.panels.registry import COMMON, docked, style_of, width_of
from sandbox.ui.scenes.base import Pop, Push, Replace
from sandbox.ui.scenes.heading import heading
from sandbox.ui.scenes.last_played import broke_note, last_played
from sandbox.ui.scenes.naming import Naming
from sandbox.ui.scenes.palette import Palette
from sandbox.ui.scenes.show import Show, left, those
from sandbox.ui.scenes.title_menu import place, title_menu
from sandbox.ui.screen import Screen
from sandbox.ui.state import ScreenState
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sandbox.scenario.schema import Level
    from sandbox.session.files.reopen import Reopened
    from sandbox.ui.hud.held import Held
    from sandbox.ui.kit.invocation import Invocation
    from sandbox.ui.kit.widgets import Pane
    from sandbox.ui.scenes.base import Scene
    from sandbox.ui.state import Shell

    Start = Callable[[Level, Path | None, Opening], Scene]

_NAME: Final = 0.125
"""Height of the letters of the name, in heights of the window."""
_LEAST: Final = 240
"""Where less room is left beside a panel than this, in units, the choices give way."""


class Title(Screen):
    """The first scene, from which one click leads into a level, and the one over a play-through that is suspended."""

    kind = "title"
    docks = COMMON
    session = None
    sounding: Mapping[str, Held] = MappingProxyType({})
    """nothing: it is night there"""

    def __init__(
        self,
        shell: Shell,
        size: tuple[int, int],
        start: Start,
        suspended: str = "",
    ) -> None:
        """Come up over a play-through or over nothing.

        Args:
            shell: what is shared by all scenes.
            size: of the window, in pixels.
            start: makes the scene in which a level that was read from a file is played, as an opening says.
            suspended: title of the level that is being played under this scene, or nothing.
        """
        super().__init__(shell, size)
        self.state, self.keyboard = ScreenState(), Keyboard(self)
        self.start, self.suspended = start, suspended
        self.last = None if suspended else last_played(shell)
        """what was played last in an earlier sitting, if that can be gone on with"""
        self.show = Show(those(shell), shell.clock, over=bool(suspended))
        self._touched: int | None = None
        """who was pressed with the mouse, by row"""
        self._laid_out: tuple[str, int] | None = None
        self.resize(size)
        self.state.focus.at = self.ring[0]

    @property
    def here(self) -> str:
        """The title of the level that would be played on."""
        return self.suspended or (self.last.level if self.last else "")

    @property
    def going_on(self) -> str:
        """What it is called to play on there, or to begin."""
        if not self.here:
            return text_of("ui.levels.play")
        return text_of("ui.title.play_on", level=self.suspended) if self.last is None else self.last.words

    def handle(self, event: pygame.Event) -> None:
        """Take one event of the window."""
        handler = _HANDLERS.get(event.type)
        if handler is not None:
            handler(self, event)

    def let_go(self) -> None:
        """End every gesture."""
        super().let_go()
        self.keyboard.release()

    def lose_focus(self) -> None:
        """Let go of everything, since the window will not hear of its release."""
        self.keyboard.let_go()
        super().let_go()

    def point(self, pos: tuple[float, float] | pygame.Vector2) -> None:
        """Let the mouse be at a pixel."""
        if pygame.Vector2(pos) != self.mouse:
            self.show.moved(self.shell.clock)
        super().point(pos)

    def button_down(self, event: pygame.Event) -> None:
        """Take a button of the mouse that went down."""
        self.point(event.pos)
        if event.button == pygame.BUTTON_LEFT:
            self.press()
            self._touched = self._person()

    def button_up(self, event: pygame.Event) -> None:
        """Take a button of the mouse that came up: on one of the people it begins to play."""
        self.point(event.pos)
        control = self.release() if event.button == pygame.BUTTON_LEFT else None
        if control is not None:
            self.press_control(control.name, by_mouse=True)
        elif event.button == pygame.BUTTON_LEFT and self._touched is not None and self._touched == self._person():
            self.play_on()

    def _person(self) -> int | None:
        """Return who is under the mouse, by row."""
        return None if covered(self.panes, self.mouse) else self.stage.person_at((self.mouse.x, self.mouse.y))

    def wheel(self, event: pygame.Event) -> None:
        """Move the panel under the mouse."""
        if self.state.dock and self._dock.collidepoint(self.mouse):
            self.perform(SCROLL(-event.y))

    def perform(self, invocation: Invocation) -> None:
        """Carry out a command, if it makes sense now."""
        table.perform(self, invocation)

    def show_palette(self) -> None:
        """Lay the palette of commands over the title."""
        self.next = Push(Palette(self))

    def open_sandbox(self) -> None:
        """Play the level for trying things out."""
        try:
            self.open(find_level(SANDBOX))
        except LevelError as error:
            self.shell.show_toast(error.problems[0])

    def play_on(self) -> None:
        """Go on with what was played last, or else begin with the first level."""
        if self.suspended:
            self.next = Pop()
        elif self.last is not None:
            self.dismiss()
            self.open(self.last.path)
        else:
            first, wrong = first_playable()
            self.shell.complaints += wrong
            if first is not None:
                self.next = Replace(self.start(*first, left(self, self.show, self.camera)))

    def dismiss(self) -> None:
        """Take it that the player knows that the last sitting broke."""
        if self.shell.broke:
            self.shell.broke = ""
            self.shell.requests.append("told")

    def play(self, level: Level, path: Path) -> None:
        """Play a level, and forget what was suspended."""
        self.next = Replace(self.start(level, path, PLAIN))

    def play_saved(self, opened: Reopened) -> None:
        """Go on with a play-through of an earlier sitting, and forget what was suspended."""
        self.next = Replace(self.start(opened.session.level, None, reopening(opened)))

    def ask_name(self, question: str, name: str, then: Callable[[str], None]) -> None:
        """Let the player write a name in place of another, and do something with it if they do."""
        self.next = Push(Naming(self, question, name, then))

    def close(self) -> None:
        """Close the panel, or else go back to what is suspended, or else leave the full screen."""
        if self.state.dock:
            self.state.dock, self.state.under = self.state.under, ""
        elif self.suspended:
            self.next = Pop()
        else:
            self.leave_full_screen()

    def arrange(self) -> None:
        """Put the name at the top, the choices at the bottom and the open panel at the right.

        Where the window is too narrow the panel lies over them.
        """
        super().arrange()
        (width, height), pad, self._docked = self.size, self.style.px(theme().pad), self.state.dock
        self._laid_out = self._docked, epoch()
        projector = self.adopted.projector
        self._dock_style = style_of(self._docked, self.style, self.size, projector=projector)
        wanted = round((width_of(self._docked) or theme().dock) * self._dock_style.scale)
        across = min(wanted, width - 2 * pad)
        self._dock = pygame.Rect(width - pad - across, pad, across, height - 2 * pad)
        room = pygame.Rect(0, 0, self._dock.left if self._docked else width, height)
        self._hidden = room.width < self.style.px(_LEAST)
        room = pygame.Rect((0, 0), self.size) if self._hidden else room
        self._menu = place(room, self.style, self.going_on, projector=projector)
        self._heading = heading(room, round(_NAME * height))
        self._free = pygame.Rect((0, 0), self.size)
        if not self._hidden:
            top = self._heading.rect.bottom
            self._free = pygame.Rect(0, top, room.width, max(1, self._menu.rect.top - top))

    def look(self) -> None:
        """Show the people as large as they fit."""
        self.camera = self.show.camera(self.size)

    @property
    def context(self) -> Context:
        """What panes are built from."""
        return Context(
            style=self.style,
            window=pygame.Rect((0, 0), self.size),
            free=self._free,
            dock=self._dock,
            shell=self.shell,
            state=self.state,
            mouse=self.mouse,
            here=self.here,
        )

    def value(self) -> tuple[object, ...]:
        """Return all that panes are built from: what would be played on, too."""
        return *super().value(), self.here

    def build(self) -> list[Pane]:
        """Build the buttons and the open panel."""
        if self._laid_out != (self.state.dock, epoch()):
            self.arrange()
        menu = [] if self._hidden else [title_menu(self.context, self._menu)]
        broke = broke_note(self.context, self.last) if self.shell.broke else ()
        return [*menu, *broke, *docked(self.context, COMMON, self._dock_style)]

    @property
    def viewpoint(self) -> Viewpoint:
        """How the people are looked at."""
        likes = self.adopted
        over = pygame.Rect((0, 0), self.size).collidepoint(self.mouse)
        return Viewpoint(
            camera=self.camera,
            legend=False,
            reduce_motion=likes.calm,
            gentle=likes.gentle,
            projector=likes.projector,
            cursor=(self.mouse.x, self.mouse.y) if over else None,
        )

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the people, and the name, the choices and the panel over them."""
        panes, context, viewpoint, clock = self.panes, self.context, self.viewpoint, self.shell.clock
        dark = self.show.draw_people(surface, self.stage, viewpoint, clock)
        if not self._hidden:
            busy = bool(self.state.dock or self.shell.broke)
            self.show.draw_name(surface, self._heading, None if busy else self._menu.style, viewpoint, clock)
        self.pane_cache.draw(surface, panes, replace(self.touch, focused=self.state.focus.at), 1.0 - dark)
        toasts.draw_words(surface, context, toasts.toast_of(context))
        pointed = self.control(self.touch.hovered) or self.control(self.state.focus.at)
        if pointed is not None:
            toasts.draw_tip(surface, context, panes, pointed)


_HANDLERS: Final[dict[int, Callable[[Title, pygame.Event], object]]] = {
    pygame.MOUSEMOTION: lambda title, event: title.point(event.pos),
    pygame.MOUSEBUTTONDOWN: lambda title, event: title.button_down(event),
    pygame.MOUSEBUTTONUP: lambda title, event: title.button_up(event),
    pygame.MOUSEWHEEL: lambda title, event: title.wheel(event),
    pygame.WINDOWLEAVE: lambda title, _: title.leave(),
    pygame.KEYDOWN: lambda title, event: title.keyboard.down(event),
    pygame.KEYUP: lambda title, event: title.keyboard.up(event),
    pygame.WINDOWFOCUSLOST: lambda title, _: title.lose_focus(),
    pygame.DROPFILE: lambda title, event: title.perform(verbs.OPEN(Path(event.file))),
}
