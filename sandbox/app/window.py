"""The window: opens it, hands its events to its scenes, and shows the picture, some sixty times a second."""

from __future__ import annotations

import os
import sys
import warnings
from datetime import datetime
from typing import TYPE_CHECKING, Final

import msgspec
import pygame

from sandbox.app.crash import save_report
from sandbox.app.paths import NAME, user_folder
from sandbox.app.settings import SMALLEST, Settings, read_settings, write_settings
from sandbox.app.sound import Sound
from sandbox.scenario.language import epoch, text_of
from sandbox.scenario.library import first_level
from sandbox.scenario.load import load_level
from sandbox.ui.bindings import FIXED, USUAL_KEYS
from sandbox.ui.input.keymap import read_keymap
from sandbox.ui.scenes.base import SceneStack
from sandbox.ui.scenes.play import Play
from sandbox.ui.scenes.title import Title
from sandbox.ui.state import Shell
from sandbox.view.canvas.text import shown
from sandbox.view.icons.registry import straight_icon

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.scenario.schema import Level
    from sandbox.ui.hud.sound_cues import Heard

FRAMES_PER_SECOND: Final = 60
LONGEST_FRAME: Final = 0.25
"""Seconds; a window that was frozen for longer does not try to catch up."""
REPEAT_MS: Final = (400, 40)
"""After how long a key that is held counts again, and how often."""
ICON_PX: Final = 64
UNSEEN: Final = frozenset({"dummy", "offscreen"})
"""Drivers that show nothing; SDL falls back to them by itself where there is no display."""


def play(path: Path | None, *, seed: int | None = None, off: frozenset[str] = frozenset(), mute: bool = False) -> int:
    """Show a window until the player leaves; return the exit code.

    Args:
        path: file of the level to begin with; without one it is the title, but the first level for a newcomer.
        seed: instead of the level's own.
        off: the drives that are switched off.
        mute: without sound.

    Raises:
        LevelError: if the level cannot be read; no window is opened then.
    """
    settings, complaint = read_settings()
    if complaint:
        print(complaint, file=sys.stderr)
    if path is None and not settings.last:
        path = first_level()
    first = None if path is None else (load_level(path), path)
    try:
        surface = _open(settings)
    except pygame.error as error:
        print(text_of("window.none", reason=error), file=sys.stderr)
        return 1
    window: _Window | None = None
    try:
        window = _Window(surface, settings, first, seed, off)
        if complaint:
            window.shell.show_toast(complaint)
        window.show()
        window.sound = Sound(mute)  # Some devices take their time, and the first picture need not wait for them.
        window.run()
    except Exception as error:  # noqa: BLE001 - the one place where everything that broke ends up
        report = save_report(error, None if window is None else window.scenes.session)
        print(text_of("ui.crash", path=report or text_of("window.no_file")), file=sys.stderr)
        return 1
    finally:
        if window is not None and window.sound is not None:
            window.sound.close()
        pygame.display.quit()
    return 0


def _open(settings: Settings) -> pygame.Surface:
    os.environ["SDL_VIDEO_X11_WMCLASS"] = NAME
    pygame.display.init()
    if pygame.display.get_driver() in UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
        raise pygame.error(text_of("window.no_display"))
    pygame.display.set_icon(straight_icon("felt", ICON_PX))
    surface = _mode(settings)
    pygame.key.set_repeat(*REPEAT_MS)
    pygame.key.stop_text_input()  # Else input methods would take letters before they are commands.
    return surface


def _mode(settings: Settings) -> pygame.Surface:
    if settings.fullscreen:
        return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
    surface = pygame.display.set_mode((settings.width, settings.height), pygame.RESIZABLE)
    with warnings.catch_warnings():  # There is no other way to limit a window of pygame.display.
        warnings.simplefilter("ignore", DeprecationWarning)
        pygame.Window.from_display_module().minimum_size = SMALLEST
    return surface


def _picture(surface: pygame.Surface, level: str) -> str:
    """Save what is to be seen among the user's pictures; say where, or that it was not possible."""
    folder = user_folder() / "pictures"
    path = folder / f"{level}-{datetime.now().astimezone():%Y%m%d-%H%M%S}.png"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        pygame.image.save(surface, path)
    except (OSError, pygame.error):
        return text_of("ui.picture.failed", path=folder)
    return text_of("ui.picture", path=path)


class _Window:
    """The open window, and the scenes that it shows."""

    def __init__(
        self,
        surface: pygame.Surface,
        settings: Settings,
        first: tuple[Level, Path] | None,
        seed: int | None,
        off: frozenset[str],
    ) -> None:
        """Begin with a level, or else with the title; `seed` and `off` are for what is played from there."""
        self.surface, self.size = surface, surface.get_size()
        self.settings = self.kept = settings
        """as they are now, and as they were last written"""
        learned = settings.learned
        keymap, useless = read_keymap(USUAL_KEYS, settings.keys, FIXED)
        self.shell = Shell(
            settings.preferences, learned=set(learned), remembered=set(learned), last=settings.last, keymap=keymap
        )
        for complaint in useless:
            self._complain(complaint)
        self._titled = -1
        """in which language the window has its title, by the epoch"""
        self.sound: Sound | None = None
        self.open = True

        def start(level: Level, path: Path) -> Play:
            return Play(self.shell, level, self.size, path=path, seed=seed, off=off, play_sound=self._play_sound)

        self.scenes = SceneStack(Title(self.shell, self.size, start) if first is None else start(*first))

    def _play_sound(self, heard: Heard, loudness: float) -> None:
        if self.sound is not None:
            self.sound.play(heard, loudness)

    def run(self) -> None:
        """Let the scenes live until the player leaves."""
        clock, seconds = pygame.time.Clock(), 0.0
        while self.open:
            for event in pygame.event.get():
                self._take(event)
            self._grant()
            self.scenes.update(seconds)
            self.show()
            seconds = min(LONGEST_FRAME, clock.tick(FRAMES_PER_SECOND) / 1000)
        if self._present() != self.kept:
            self._keep()

    def show(self) -> None:
        """Show the present moment."""
        if self._titled != epoch():
            self._titled = epoch()
            pygame.display.set_caption(shown(text_of("ui.title")))
        self.scenes.draw(self.surface)
        pygame.display.flip()

    def _take(self, event: pygame.Event) -> None:
        if event.type == pygame.QUIT:
            self.open = False
        elif event.type in {pygame.WINDOWSIZECHANGED, pygame.WINDOWRESIZED}:
            self._resized()
        else:
            self.scenes.handle(event)

    def _resized(self) -> None:
        self.surface = pygame.display.get_surface() or self.surface
        size = self.surface.get_size()
        if not self.settings.fullscreen:
            self.settings = msgspec.structs.replace(self.settings, width=size[0], height=size[1])
        if size != self.size:
            self.size = size
            self.scenes.resize(size)

    def _grant(self) -> None:
        """Do what the scenes ask of their window."""
        for request in self.shell.requests:
            if request == "quit":
                self.open = False
            elif request == "fullscreen":
                self._keep(fullscreen=not self.settings.fullscreen)
                self.surface = _mode(self.settings)
                self._resized()
            elif request == "picture":
                level = "title" if self.scenes.top.session is None else self.scenes.top.session.level.id
                self.shell.show_toast(_picture(self.surface, level))
            elif request == "settings":
                self._keep()
        self.shell.requests.clear()

    def _present(self) -> Settings:
        """Return the settings as they are now."""
        shell = self.shell
        return msgspec.structs.replace(
            self.settings,
            preferences=shell.preferences,
            keys=shell.keymap.written,
            learned=frozenset(shell.learned),
            last=shell.last,
        )

    def _keep(self, **changes: bool) -> None:
        self.settings = self.kept = msgspec.structs.replace(self._present(), **changes)
        complaint = write_settings(self.settings)
        if complaint:
            self._complain(complaint)

    def _complain(self, complaint: str) -> None:
        print(complaint, file=sys.stderr)
        self.shell.show_toast(complaint)
