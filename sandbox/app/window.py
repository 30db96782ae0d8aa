"""The window: opens it, hands its events to its scenes, and shows the picture, some sixty times a second."""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING, Final

import msgspec
import pygame

from sandbox import interrupts
from sandbox.app.complaints import Complaints
from sandbox.app.crash import forget_broken, note_broken, note_told, save_report, tell_broken
from sandbox.app.keeper import Keeper
from sandbox.app.paths import pictures_folder, saves_folder
from sandbox.app.picture import save_picture
from sandbox.app.placement import FOLLOWED, Placement, open_window
from sandbox.app.settings import Settings, about_settings, read_settings, returned, write_settings
from sandbox.app.sound.loudspeaker import Sound
from sandbox.app.starting import first_of
from sandbox.scenario.language import epoch, text_of
from sandbox.scenario.showable import reason_of, showable
from sandbox.scenario.suggest import one_of
from sandbox.session.files.shelf import Shelf
from sandbox.session.files.versions import versions
from sandbox.session.what_if.service import WhatIfs
from sandbox.ui.bindings import FIXED, USUAL_KEYS
from sandbox.ui.input.keymap import read_keymap
from sandbox.ui.opening import PLAIN, Opening
from sandbox.ui.scenes.base import SceneStack
from sandbox.ui.scenes.play import Play
from sandbox.ui.scenes.title import Title
from sandbox.ui.state import Shell
from sandbox.view.canvas.text import shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sandbox.scenario.schema import Level
    from sandbox.ui.hud.sound_cues import Heard

FRAMES_PER_SECOND: Final = 60
LONGEST_FRAME: Final = 0.25
"""Seconds; a window that was frozen for longer does not try to catch up."""
STIRRED_SECONDS: Final = 1.0
"""For so long after the last event the picture is drawn as often as can be: what follows from it may move."""
IDLE_SECONDS: Final = 1 / 20
"""Between two pictures of people who only breathe and blink."""
STILL_SECONDS: Final = 1 / 4
"""Between two pictures in which nothing moves, but words may go."""
UNSEEN_SECONDS: Final = 0.5
"""After which a window that nobody sees looks whether it is to end: only Python hears the system's signals."""
UNSEEN_NOW: Final = frozenset({pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN})
AUDIO_DEVICES: Final = frozenset({pygame.AUDIODEVICEADDED, pygame.AUDIODEVICEREMOVED})


def play(path: Path | None, opening: Opening = PLAIN, *, mute: bool = False) -> int:
    """Show a window until the player leaves; return the exit code.

    Args:
        path: file of the level to begin with; without one it is the title.
        opening: how that is begun and looked at, and what is otherwise than in the settings, for this time only.
        mute: without sound.

    Raises:
        LevelError: if the level of `path` cannot be read; no window is opened then.
    """
    settings, complaints = read_settings()
    shelf = Shelf(saves_folder())
    first = first_of(path, opening)
    try:
        placement = open_window(msgspec.structs.replace(settings, **opening.window))
    except pygame.error as error:
        print(text_of("window.none", reason=error), file=sys.stderr)
        return 1
    window: _Window | None = None
    try:
        window = _Window(placement, settings, first, opening, complaints, shelf)
        window.show()
        window.sound = Sound(mute)  # Some devices take their time, and the first picture need not wait for them.
        with interrupts.answered(window.leave):
            window.run()
    except Exception as error:  # noqa: BLE001 - the one place where everything that broke ends up
        report = save_report(error, None if window is None else window.scenes.session)
        note_broken(report)
        print(text_of("ui.crash", path=showable(report or text_of("window.no_file"))), file=sys.stderr)
        return 1
    finally:
        if window is not None:
            window.close()
        pygame.display.quit()
    return 0


class _Window:
    """The open window, and the scenes that it shows."""

    def __init__(
        self,
        placement: Placement,
        settings: Settings,
        first: tuple[Level, Path | None] | None,
        opening: Opening,
        complaints: Iterable[str],
        shelf: Shelf,
    ) -> None:
        """Begin with a level as the opening says, or else with the title; its seed and drives are for either."""
        self.placement, self.size = placement, pygame.display.get_window_size()
        keymap, useless = read_keymap(USUAL_KEYS, settings.keys, FIXED)
        self.kept, self.opening = msgspec.structs.replace(settings, keys=keymap.written), opening
        """as they were last written, and what of them is otherwise for this time"""
        self.settings = msgspec.structs.replace(self.kept, **opening.window)
        """as they are now"""
        self._complaints = Complaints()
        self.shell = Shell(
            opening.liked(settings.preferences),
            fullscreen=placement.fullscreen,
            learned=set(settings.learned),
            remembered=set(settings.learned),
            last=settings.last,
            best=dict(settings.best),
            bets=dict(settings.bets),
            skipped=settings.skipped,
            keymap=keymap,
            shelf=shelf,
            pictures=pictures_folder(),
            what_ifs=WhatIfs(),
        )
        self.keeper = Keeper(self.shell, shelf)
        shelf.tidy()
        tell_broken(self.shell, on_title=first is None)
        self.shell.complaints += [*complaints, *map(about_settings, useless)]
        self._titled = -1
        """in which language the window has its title, by the epoch"""
        self.sound: Sound | None = None
        self.open = True
        self._stirred = 0.0
        """seconds since the player did anything"""
        begun = Title(self.shell, self.size, self._start) if first is None else self._start(*first, opening)
        self.scenes = SceneStack(begun)
        self._complaints.tell(self.shell)

    def _start(self, level: Level, path: Path | None, opening: Opening = PLAIN) -> Play:
        seed, off = self.opening.seed, self.opening.off
        return Play(
            self.shell, level, self.size, path=path, seed=seed, off=off, play_sound=self._play_sound, opening=opening
        )

    def _play_sound(self, heard: Heard, loudness: float) -> None:
        if self.sound is not None:
            self.sound.play(heard, loudness)

    def _hold(self, seconds: float) -> None:
        """Let what is heard on and on follow what is shown."""
        if self.sound is not None:
            self.sound.hold(self.scenes.sounding, seconds)

    def run(self) -> None:
        """Let the scenes live until the player leaves; a window that nobody sees sleeps, and its time stands still."""
        clock, seconds = pygame.time.Clock(), 0.0
        while self.open:
            for event in self._events():
                self._take(event)
            self._grant()
            if self.placement.seen:
                self._stirred += seconds
                self.placement.settle(seconds)
                self.scenes.update(seconds)
                self._hold(seconds)
                self.show()
                seconds = min(LONGEST_FRAME, clock.tick(FRAMES_PER_SECOND) / 1000)
            else:
                clock.tick()
                seconds = 0.0
            self.keeper.follow(self.scenes, seen=self.placement.seen)
        self.keeper.finish()
        forget_broken()
        self.placement.settle(math.inf)
        if self._lasting() != self.kept:
            self._keep()
        self._complaints.tell(self.shell)

    def close(self) -> None:
        """Let go of the files, the sound and the worlds that are played beside."""
        self.keeper.leave()
        if self.shell.what_ifs is not None:
            self.shell.what_ifs.close()
        if self.sound is not None:
            self.sound.close()

    def _events(self) -> list[pygame.Event]:
        """Return what has happened; where nothing moves, wait for something to."""
        patience = self._patience
        waited = [pygame.event.wait(round(1000 * patience))] if patience else []
        return [*(event for event in waited if event.type != pygame.NOEVENT), *pygame.event.get()]

    @property
    def _patience(self) -> float:
        """Seconds for which the present picture will do, unless something happens."""
        if not self.placement.seen:
            return UNSEEN_SECONDS
        if self.scenes.top.moving or self._stirred < STIRRED_SECONDS:
            return 0.0
        return STILL_SECONDS if self.shell.preferences.calm else IDLE_SECONDS

    def leave(self, _: int = 0) -> None:
        """Close the window as soon as this picture is done."""
        self.open = False

    def show(self) -> None:
        """Show the present moment."""
        if self._titled != epoch():
            self._titled = epoch()
            pygame.display.set_caption(shown(text_of("ui.title.window", version=versions())))
        self.scenes.draw(self.placement.surface)
        pygame.display.flip()

    def _take(self, event: pygame.Event) -> None:
        self._stirred = 0.0
        if event.type == pygame.QUIT:
            self.leave()
        elif event.type in AUDIO_DEVICES:
            if self.sound is not None:
                self.sound.follow(event)
        else:
            if event.type in FOLLOWED:
                self.placement.follow(event)
                self._resize()
            if event.type in UNSEEN_NOW and self.sound is not None:
                self.sound.hush()
            self.scenes.handle(event)

    def _resize(self) -> None:
        """Lay the scenes out for the window as large as it is now, if anything of it is there."""
        size = self.placement.surface.get_size()
        if size != self.size and min(size) > 1:
            self.size = size
            self.scenes.resize(size)

    def _grant(self) -> None:
        """Do what the scenes ask of their window."""
        for request in self.shell.requests:
            if request == "quit":
                self.leave()
            elif request == "fullscreen":
                self.placement.toggle()
                self._tell_the_way_back()
                self._keep()
                self._resize()
            elif request == "picture":
                level = "title" if self.scenes.top.session is None else self.scenes.top.session.level.id
                self.shell.show_toast(save_picture(self.placement.surface, level))
            elif request == "settings":
                self._keep()
            elif request == "told":
                note_told()
        self.shell.requests.clear()
        self._complaints.tell(self.shell)

    def _tell_the_way_back(self) -> None:
        """Say how to get out of the full screen, for which there is no button."""
        self.shell.fullscreen = self.placement.fullscreen
        if self.shell.fullscreen:
            ways = [*filter(None, [self.shell.keymap.shown("fullscreen")]), text_of("ui.key.Escape")]
            self.shell.show_toast(text_of("ui.fullscreen", keys=one_of(ways)))

    def _present(self) -> Settings:
        """Return the settings as they are now."""
        shell = self.shell
        return msgspec.structs.replace(
            self.placement.kept(self.settings),
            preferences=shell.preferences,
            keys=shell.keymap.written,
            learned=frozenset(shell.learned),
            last=shell.last,
            best=dict(shell.best),
            bets=dict(shell.bets),
            skipped=shell.skipped,
        )

    def _lasting(self) -> Settings:
        """Return what is to be kept of the settings: not what the command line asked for this time only."""
        now = self._present()
        likes = returned(now.preferences, self.opening.likes, self.kept.preferences)
        return returned(msgspec.structs.replace(now, preferences=likes), self.opening.window, self.kept)

    def _keep(self) -> None:
        self.settings, now = self._present(), self._lasting()
        try:
            self.shell.complaints += write_settings(now, self.kept)
            self.kept = now
        except OSError as error:
            self.shell.complaints.append(text_of("settings.unwritable", path=error.filename, reason=reason_of(error)))
