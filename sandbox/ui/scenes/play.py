"""The scene in which a level is played: it takes the events of the window, and draws map and panels."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.difficulty import adjusted, difficulty_of
from sandbox.scenario.language import text_of
from sandbox.scenario.problems import LevelError
from sandbox.session.files.reopen import Again, Notes
from sandbox.session.story.shown import hint
from sandbox.ui import verbs
from sandbox.ui.commands import table
from sandbox.ui.course.watched import Watched
from sandbox.ui.game import Game
from sandbox.ui.hud import toasts
from sandbox.ui.hud.bare import DRESS_SECONDS
from sandbox.ui.hud.captions import draw_captions
from sandbox.ui.hud.crossing import SECONDS as CROSSED
from sandbox.ui.hud.greeting import greeted
from sandbox.ui.hud.map_marks import draw_marks
from sandbox.ui.hud.thread import draw_thread
from sandbox.ui.hud.view_finder import draw_view_finder
from sandbox.ui.input.keyboard import Keyboard
from sandbox.ui.input.mouse import Mouse
from sandbox.ui.kit.focus import MAP
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.opening import PLAIN, Opening
from sandbox.ui.scenes.base import Push
from sandbox.ui.scenes.dressing import dress, stay_bare
from sandbox.ui.scenes.naming import Naming
from sandbox.ui.scenes.palette import Palette
from sandbox.ui.scenes.portrait import Portrait
from sandbox.ui.scenes.title import Title
from sandbox.ui.state import SPEEDS, PlayState

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.scenario.schema import Level
    from sandbox.session.files.reopen import Reopened
    from sandbox.session.session import Session
    from sandbox.ui.kit.invocation import Invocation


_SAID_SECONDS: Final = 1.0
REST_SECONDS: Final = 4.0
"""Without a stir of mouse or keys for so long, the bars step back."""
FADE_SECONDS: Final = 0.6
"""How long they take for it."""
FADED: Final = 0.35
"""What is left of them."""


class Play(Game):
    """A game with the player's hands on it."""

    again: Again | None = None
    """what is played again until it is where it was left"""
    labels: list[pygame.Rect]
    """where words lay over the map in the last picture, besides those of the stage"""
    watched: Watched | None = None
    """the level's file"""

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

    def another(self, level: Level, path: Path | None, opening: Opening = PLAIN) -> Play:
        """Return the scene in which another level is played, in the same way."""
        another = Play(
            self.shell, level, self.size, path=path, off=self.off, play_sound=self.play_sound, opening=opening
        )
        another.succeed(self, partial(text_of, "ui.undo.level", title=level.title))
        return another

    def ask_name(self, question: str, name: str, then: Callable[[str], None]) -> None:
        """Let the player write a name in place of another, and do something with it if they do."""
        self.next = Push(Naming(self, question, name, then))

    def play_saved(self, opened: Reopened) -> None:
        """Go on with a play-through of an earlier sitting."""
        before, title = self.here(), opened.session.level.title
        self.take_up(opened.session, None, PlayState())
        self.go_on(opened)
        self.note(partial(text_of, "ui.undo.level", title=title), before)

    def go_on(self, opened: Reopened) -> None:
        """Go on with what was just taken up, first by playing again what is between, and say what is not as usual."""
        self.again, notes = Again(opened), opened.notes
        self.state.speed = notes.speed if notes.speed in SPEEDS else self.state.speed
        self.again.paused |= self.state.paused
        self.state.paused = self.again.paused or not self.again.done
        self.shell.last = opened.recording.shelf or self.shell.last
        troubles = [opened.complaint, "" if opened.replayable else text_of("saves.other_version")]
        self.shell.complaints += filter(None, troubles)

    @property
    def crosses(self) -> bool:
        """Whether something of the picture is left from which one comes, or the bars are just coming."""
        state = self.state
        return (self.crossing is not None and state.clock < CROSSED) or state.clock - state.dressed < DRESS_SECONDS

    @property
    def moving(self) -> bool:
        """Whether time passes, or what has passed is played again."""
        return self.crosses or self.again is not None or self.meanwhile.at_work or super().moving

    @property
    def notes(self) -> Notes:
        """What a save keeps of the way this is played."""
        paused = self.state.paused and not (self.state.stands or self.state.awaits)
        paused = paused if self.again is None else self.again.paused
        return Notes(paused=paused, speed=self.state.speed)

    @cached_property
    def portrait(self) -> Portrait:
        """What the map looked like lately."""
        return Portrait()

    def picture(self) -> bytes:
        """Return a small picture of the map as it is now, as a PNG."""
        surface = pygame.Surface(self.size)
        self.stage.draw(surface, self.frame, self.viewpoint)
        self.portrait.see(surface, self.layout.map, self.shell.clock)
        return self.portrait.png()

    @cached_property
    def pointer(self) -> Mouse:
        """The mouse."""
        return Mouse(self)

    @property
    def presence(self) -> float:
        """How much of the bars is there: they step back while the player only watches, and come at the first stir.

        While a rule of the level says what could be done, they stay. After a beginning without any they come slowly.
        """
        state, likes = self.state, self.shell.preferences
        since = state.clock - state.dressed
        if since < DRESS_SECONDS and not likes.calm:
            return since / DRESS_SECONDS
        asked = hint(self.session.level, self.session.moment.story, self.session.tick, self.session.commands)
        watches = not (state.paused or state.introduces or state.dock or state.fold or self.pointer.press or asked)
        if not watches or not likes.step_back:
            return 1.0
        gone = (state.clock - state.stirred - REST_SECONDS) / FADE_SECONDS
        if likes.calm:
            gone = float(gone > 0)
        return 1.0 - (1.0 - FADED) * min(1.0, max(0.0, gone))

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
            self.state.stirred = self.state.clock
            if event.type != pygame.MOUSEMOTION:
                self.pointer.settle()
            handler(self, event)
            if event.type == pygame.MOUSEBUTTONDOWN:
                self.state.introduces = False

    def key(self, event: pygame.Event) -> None:
        """Take a key that went down; whoever uses keys wants to see what they do."""
        dress(self)
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
        self._follow_file(seconds)
        super().update(seconds)
        stay_bare(self)

    def _follow_file(self, seconds: float) -> None:
        """Play the level anew if its file was changed; one that cannot be read is told of, and changes nothing."""
        path, state = self.playing.path, self.state
        if path is None:
            self.watched = None
        elif self.watched is None or self.watched.path != path:
            self.watched = Watched(path)
        else:
            try:
                level = self.watched.changed(seconds)
            except LevelError as error:
                self.shell.show_toast(error.problems[0])
                return
            if level is not None:
                self.play(adjusted(level, difficulty_of(self.session.level)), path)
                self.state.paused = state.stopped or self.state.awaits
                self.shell.show_toast(text_of("ui.reread", title=level.title, key=self.shell.keymap.shown("undo")))

    def pass_time(self, seconds: float) -> None:
        """Play what was played before again until it is where it was left, or let time pass."""
        again = self.again
        if again is None:
            super().pass_time(seconds)
        elif again.session is not self.session or self.playback.wanted is not None or again.done:
            self.again, self.state.paused = None, again.paused and self.state.paused
        else:
            self._play_again(again)

    def _play_again(self, again: Again) -> None:
        """Play a slice of what is between the opened moment and where it was left."""
        done = again.play(self.playback.slice)
        self._change_to(again.session)
        if not done:
            words = text_of("saves.again", tick=clock(again.tick), to=clock(again.to))
            self.shell.show_toast(words, _SAID_SECONDS)
            return
        self.again, self.state.paused = None, again.paused
        self.shell.hush()
        if again.trouble:
            self.shell.complaints.append(text_of("saves.parted", time=clock(again.tick), problem=again.trouble))

    def _change_to(self, session: Session) -> None:
        """Show the moment of a session, which may be another than before."""
        if session is not self.session:
            self.take_up(session, None, self.state)
        self.look_again()

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the map and everything over it."""
        begin = perf_counter()
        panes, context, viewpoint = self.panes, self.context, self.viewpoint
        focused = self.state.focus.at
        touch = replace(self.touch, focused=None if focused == MAP else focused)
        self.stage.draw(surface, greeted(self.frame, viewpoint) if self.state.acted is None else self.frame, viewpoint)
        if self.portrait.due(self.shell.clock):
            self.portrait.see(surface, self.layout.map, self.shell.clock)
        taken = self.stage.taken()
        draw_thread(surface, context, viewpoint, panes, touch)
        self.labels = draw_marks(surface, context, viewpoint, taken, self.stage.names())
        if self.camera_control.following:
            draw_view_finder(surface, context, viewpoint)
        self.said = toasts.draw_toasts(surface, context, viewpoint, taken.plus(self.labels))
        self.labels += [one.rect for one in self.said]
        self.labels.append(draw_captions(surface, context, taken.plus(self.labels)))
        self.pane_cache.draw(surface, panes, touch, self.presence)
        if self.crossing is not None:
            self.crossing.draw(surface, self.state.clock)
        pointed = self.control(self.touch.hovered) or self.control(touch.focused)
        if pointed is not None:
            toasts.draw_tip(surface, context, panes, pointed)
            self.meanwhile.glimpse.draw(surface, context, pointed)
        self.playback.drawn(perf_counter() - begin)


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
