"""The window: opens it, hands its events to the game, and shows the picture, some sixty times a second."""

from __future__ import annotations

import os
import sys
import warnings
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
import pygame

from sandbox.app.crash import save_report
from sandbox.app.paths import NAME, user_folder
from sandbox.app.settings import SMALLEST, Settings, read_settings, write_settings
from sandbox.app.sound import Sound
from sandbox.scenario.catalogue import say
from sandbox.ui.input.mouse import Hands
from sandbox.ui.scenes.play import Game
from sandbox.view.icons.registry import straight_icon

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level
    from sandbox.ui.preferences import Preferences

FRAMES_PER_SECOND: Final = 60
LONGEST_FRAME: Final = 0.25
"""Seconds; a window that was frozen for longer does not try to catch up."""
ICON_PX: Final = 64
UNSEEN: Final = frozenset({"dummy", "offscreen"})
"""Drivers that show nothing; SDL falls back to them by itself where there is no display."""
NO_DISPLAY: Final = (
    "No window can be opened here ({reason}). "
    "`main.py run LEVEL --seconds 60` and `main.py shot LEVEL --at 10 -o picture.png` need none."
)


def play(level: Level, seed: int | None = None, off: frozenset[str] = frozenset(), mute: bool = False) -> int:  # noqa: FBT001, FBT002 - as on the command line
    """Play a level in a window until the player leaves; gives the exit code."""
    settings, complaint = read_settings()
    if complaint:
        print(complaint, file=sys.stderr)
    try:
        surface = _open(settings)
    except pygame.error as error:
        print(NO_DISPLAY.format(reason=error), file=sys.stderr)
        return 1
    sound: Sound | None = None
    game: Game | None = None
    try:
        game = Game(level, surface.get_size(), seed=seed, off=off, preferences=settings.preferences)
        if complaint:
            game.desk.say(complaint)
        window = _Window(surface, game, settings)
        window.show()
        sound = Sound(mute)  # Some devices take their time, and the first picture need not wait for them.
        game.play_sound = sound.play
        window.run()
    except Exception as error:  # noqa: BLE001 - the one place where everything that broke ends up
        path = save_report(error, None if game is None else game.session)
        print(say("ui.crash", path=path or "no file, since none can be written"), file=sys.stderr)
        return 1
    finally:
        if sound is not None:
            sound.close()
        pygame.display.quit()
    return 0


def _open(settings: Settings) -> pygame.Surface:
    os.environ["SDL_VIDEO_X11_WMCLASS"] = NAME
    pygame.display.init()
    if pygame.display.get_driver() in UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
        msg = "there is no display"
        raise pygame.error(msg)
    pygame.display.set_icon(straight_icon("felt", ICON_PX))
    pygame.display.set_caption(say("ui.title"))
    return _mode(settings)


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
        return say("ui.picture.failed", path=folder)
    return say("ui.picture", path=path)


class _Window:
    """One game in the open window."""

    def __init__(self, surface: pygame.Surface, game: Game, settings: Settings) -> None:
        self.surface, self.game = surface, game
        self.settings = self.kept = settings
        """as they are now, and as they were last written"""
        self.hands = Hands(game)
        desk = game.desk
        desk.learned, desk.remembered = set(settings.learned), set(settings.learned)
        self.open = True

    def run(self) -> None:
        """Play until the player leaves."""
        clock = pygame.time.Clock()
        while self.open:
            for event in pygame.event.get():
                self._take(event)
            self._grant()
            self.hands.follow()
            self.show()
            self.game.update(min(LONGEST_FRAME, clock.tick(FRAMES_PER_SECOND) / 1000))
        if self.settings != self.kept:
            self._keep()

    def show(self) -> None:
        """Show the present moment."""
        self.game.draw(self.surface)
        pygame.display.flip()

    def _take(self, event: pygame.Event) -> None:
        if event.type == pygame.QUIT:
            self.open = False
        elif event.type in {pygame.WINDOWSIZECHANGED, pygame.WINDOWRESIZED}:
            self._resized()
        elif event.type == pygame.DROPFILE:
            self.game.open(Path(event.file))
        else:
            self.hands.handle(event)

    def _resized(self) -> None:
        self.surface = pygame.display.get_surface() or self.surface
        if not self.settings.fullscreen:
            width, height = self.surface.get_size()
            self.settings = msgspec.structs.replace(self.settings, width=width, height=height)
        if self.surface.get_size() != self.game.size:
            self.game.resize(self.surface.get_size())

    def _grant(self) -> None:
        """Do what the game wishes of its window."""
        for wish in self.game.requests:
            if wish == "quit":
                self.open = False
            elif wish == "fullscreen":
                self._keep(fullscreen=not self.settings.fullscreen)
                self.surface = _mode(self.settings)
                self._resized()
            elif wish == "picture":
                self.game.desk.say(_picture(self.surface, self.game.session.level.id))
            elif wish == "settings":
                desk = self.game.desk
                self._keep(preferences=desk.preferences, learned=frozenset(desk.learned))
        self.game.requests.clear()

    def _keep(self, **changes: bool | frozenset[str] | Preferences) -> None:
        self.settings = self.kept = msgspec.structs.replace(self.settings, **changes)
        complaint = write_settings(self.settings)
        if complaint:
            print(complaint, file=sys.stderr)
            self.game.desk.say(complaint)
