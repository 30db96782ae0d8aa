"""A screen on which play-throughs come and go: what is played, how far it is, and what can be undone."""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from sandbox.engine.people import NOBODY
from sandbox.scenario.difficulty import difficulty_of
from sandbox.scenario.language import text_of
from sandbox.scenario.library import word_for
from sandbox.session.files.recording import LONGEST
from sandbox.session.session import Session
from sandbox.session.story.best import better, kept_as
from sandbox.ui.course.ended import best_of, ended_of
from sandbox.ui.course.heeding import looked_at, panels_now, question_of
from sandbox.ui.course.playback import Playback, slowed
from sandbox.ui.course.undo import Deed, History, PlayThrough, Stand
from sandbox.ui.hud.camera_control import CameraControl
from sandbox.ui.hud.held import Held, held, panned
from sandbox.ui.hud.sound_cues import Ears, Heard
from sandbox.ui.kit.focus import FocusRing
from sandbox.ui.screen import Screen
from sandbox.ui.state import WAITING, PlayState
from sandbox.ui.told.introduction import is_introduced
from sandbox.ui.tools.toolbar import first_tool

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sandbox.scenario.schema import Level
    from sandbox.session.frame import Frame
    from sandbox.session.history.branch import Branch, Place
    from sandbox.ui.context import PlayContext
    from sandbox.ui.course.ended import Ended
    from sandbox.ui.kit.layout import Layout
    from sandbox.ui.state import Shell


class Course(Screen):
    """What is played on a screen, whatever it looks like."""

    kind = "play"
    state: PlayState
    playing: PlayThrough
    session: Session
    playback: Playback
    layout: Layout
    camera_control: CameraControl
    frame: Frame
    branches: tuple[Branch, ...]
    """of what is played, as they were when the picture of the moment was taken; the present one is the first"""

    def __init__(
        self,
        shell: Shell,
        size: tuple[int, int],
        off: frozenset[str],
        play_sound: Callable[[Heard, float], None],
    ) -> None:
        """Have nothing to play yet."""
        super().__init__(shell, size)
        self.off, self.play_sound = off, play_sound
        self.ears = Ears()
        self.focus = FocusRing()
        """where the keyboard is, whatever is played"""
        self.history = History()
        """what can be undone, whatever is played"""

    @property
    @abstractmethod
    def context(self) -> PlayContext:
        """What panes are built from."""

    @abstractmethod
    def frame_story(self) -> None:
        """Look at what happens, from now on."""

    def play(self, level: Level, path: Path) -> None:
        """Play another level."""
        before, speed = self.here(), self.state.speed
        same = (path, difficulty_of(level)) == (self.playing.path, difficulty_of(self.session.level))
        self.session.lighten()
        speed = speed if same else min(1.0, speed)  # Who hurried to an end has not seen this one.
        state = PlayState(speed=speed, introduces=is_introduced(level))
        self.take_up(Session(level, off=self.off, metered=True), path, state)
        self.note(partial(text_of, "ui.undo.level", title=level.title), before)

    def restart(self) -> None:
        """Play the same level again, from its beginning; what was played stays as another branch."""
        before, paused = self.here(), self.state.stopped
        self.session.restart()
        self.take_up(self.session, self.playing.path, PlayState(paused=paused, speed=self.state.speed))
        if self.session.place().line is not before.place.line:  # Else nothing was played yet.
            self.note(partial(text_of, "ui.undo.restart"), before)

    def take_up(self, session: Session, path: Path | None, state: PlayState) -> None:
        """Begin to show a session; one that waits for the player stands still until then."""
        state.tool = first_tool(session)
        goal = session.level.goal
        if goal is not None and goal.waits and not (session.tick or session.commands or state.paused):
            state.paused = state.awaits = True
        self._show(PlayThrough(session, path, state, CameraControl()))
        self.frame_story()
        self.heed()

    def _show(self, playing: PlayThrough) -> None:
        """Show a play-through, as it was looked at last."""
        self.playing = playing
        self.session, self.state, self.camera_control = playing.session, playing.state, playing.camera
        self.playback, self.state.focus = Playback(self.session), self.focus
        self.state.held.clear()
        if playing.path is not None:
            self.shell.last = word_for(playing.path)
        self.let_go()
        self.shell.hush()
        self.look_again()
        self.arrange()
        self.look()

    def succeed(self, before: Course, told: Callable[[], str]) -> None:
        """Come after what was played on another screen, to which undo leads back."""
        self.history = before.history
        before.session.lighten()
        self.note(told, before.here())

    def here(self) -> Stand:
        """Return where the player is in which play-through, to come back to."""
        return Stand(self.playing, self.playback.place)

    def note(self, told: Callable[[], str], before: Stand, deleted: Place | None = None) -> None:
        """Note that something was just done which can be undone: by going where it was done."""
        self.history.note(Deed(told, before, deleted=deleted), self.playing)

    def stand(self, stand: Stand) -> None:
        """Go to a place, in whichever play-through, and stop there."""
        if stand.play.session is not self.session:
            self.session.lighten()
        if stand.play is not self.playing:
            self._show(stand.play)
        self.let_go()
        self.state.half, self.state.picking = None, None
        self.halt()
        self.playback.go_to(stand.place)
        self.look_again()

    def _end(self) -> None:
        """Keep how well it was played, and lay the card of the end open, unless another panel is."""
        self.state.ended = ended_of(self.session, self.playing.path, self.state.ended)
        kept, name = best_of(self.session), kept_as(self.session.level.id, difficulty_of(self.session.level))
        if kept is not None and kept != self.shell.best.get(name):
            self.shell.best[name] = better(self.shell.best.get(name), kept)
            self.shell.requests.append("settings")
        self._keep_bets(self.state.ended)
        if panels_now(self.session):
            self.state.under = self.state.under or "ending"
        elif self.state.dock in {"", *WAITING}:
            self.open_dock("ending")

    def _keep_bets(self, ended: Ended | None) -> None:
        """Keep whether all that was bet here came out; nothing if nothing was bet."""
        bets = [bet for bet in (ended.bets if ended else ()) if bet.answer is not None]
        if bets:
            self.shell.bets[self.session.level.id] = all(bet.answer in bet.settled.right for bet in bets)
            self.shell.requests.append("settings")

    def open_dock(self, name: str) -> None:
        """Show a panel; behind the map of levels, which hides what is played, time stands still."""
        super().open_dock(name)
        if name == "levels" and not self.state.paused:
            self.state.paused = self.state.stands = True

    def heed(self) -> None:
        """Let the camera go where a rule of the level takes it now, and show its card or question; time waits.

        Before a question nothing comes nearer, so that all faces that may be clicked stay in view.
        """
        spot, panels = looked_at(self.session), panels_now(self.session)
        if spot is not None and "question" not in panels:
            self.camera_control.point_out(self.context, spot)
        if self.state.dock == "question" and question_of(self.session) is None:  # It came out unanswered.
            self.state.dock, self.state.under = self.state.under, ""
        if panels:
            first, *others = panels
            self.open_dock(first)
            self.state.under = others[0] if others else ""
            self.state.look_on()
            self.state.waits = self.state.waits or not self.state.paused
            self.state.paused = True

    def look_again(self) -> None:
        """Take the picture of the moment after it has changed."""
        self.frame, self.branches = self.session.frame(), self.session.branches
        self.state.ended = ended_of(self.session, self.playing.path, self.state.ended)
        self.ears.begin_at(self.session.tick)
        self.state.meter_bars.read(self.frame, self.session.history)

    def arrive(self, within: float = inf) -> bool:
        """Go to the moment that is wanted, for so many seconds at most; return whether it is reached."""
        if self.playback.wanted is not None:
            before = self.session.moment
            self.playback.approach(within)
            if self.session.moment is not before or self.playback.wanted is None:
                self.look_again()
        return self.playback.wanted is None

    def step(self, ticks: int = 1) -> None:
        """Let ticks pass and listen to each; more than a recording can hold are not played."""
        self.arrive()
        left = LONGEST - self.session.tick
        for _ in range(min(ticks, left)):
            is_open = self.session.moment.story.decided is None
            self.session.step()
            self.ears.listen(self.session.frame(), self.shell, self._play_there)
            self.heed()
            if is_open and self.session.moment.story.decided is not None:
                self._end()
            if self.state.waits:
                break
        if ticks > left:
            self.state.paused = True
            self.shell.show_toast(text_of("ui.day_over"))
        self.look_again()

    def _play_there(self, heard: Heard, loudness: float) -> None:
        """Play a sound from where the first of its people is on the screen."""
        pan = self._panned(heard.who[0]) if heard.who and heard.who[0] != NOBODY else 0.0
        self.play_sound(heard._replace(pan=pan), loudness)

    def _panned(self, row: int) -> float:
        people = self.frame.people
        if row >= len(people):  # They came with the tick that is just heard.
            return 0.0
        return panned(self.camera_control.camera.to_screen(people.x[row], people.y[row])[0], self.layout.map)

    @property
    def sounding(self) -> dict[str, Held]:
        """What is heard on and on at this moment, by name."""
        ears, likes, stands = self.ears, self.shell.preferences, self.state.paused
        ears.eyes = self.state.eyes()
        ears.choir.follow(self.frame)
        mute, hushed = ears.voiceless(self.frame), ears.hushed(self.shell)
        return held(ears.choir, likes, self._panned, mute=mute, stands=stands, hushed=hushed)

    def halt(self) -> None:
        """Let time stand still until the player lets it go on."""
        self.state.paused, self.state.stands, self.state.awaits = True, False, False

    def pass_time(self, seconds: float) -> None:
        """Go on to the moment that is wanted; there, let the ticks pass that are due, or else fill in the past."""
        playback = self.playback
        if self.state.stands and self.state.dock not in {"why", "levels"}:
            self.state.paused, self.state.stands = False, False
        if playback.wanted is not None:
            self.arrive(playback.slice)
        elif due := 0 if self.state.paused else playback.due(seconds, self.pace):
            self.step(due)
        elif not playback.whole:
            tick = self.session.tick
            playback.fill()
            if self.session.tick != tick:
                self.look_again()
        if self.state.paused:
            playback.rest()

    @property
    def pace(self) -> float:
        """How fast time passes on the screen just now."""
        return slowed(self.frame, self.state.speed, self.playback.between)

    @property
    def moving(self) -> bool:
        """Whether time passes, or is on its way, or there is a past to be filled in, or the camera is on its way."""
        passes = not self.state.paused or self.playback.wanted is not None or not self.playback.whole
        return passes or self.camera_control.gliding or super().moving
