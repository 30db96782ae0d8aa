"""Where the window stands: its usual size and place, apart from whether it is maximised or fills the screen.

A place that was kept is fitted to the desktop that is there now.
"""

from __future__ import annotations

import math
import os
import warnings
from typing import TYPE_CHECKING, Final

import pygame
from msgspec.structs import replace

from sandbox.app.paths import NAME
from sandbox.app.settings import SMALLEST
from sandbox.scenario.language import text_of
from sandbox.view.icons.registry import straight_icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.app.settings import Settings

    Size = tuple[int, int]

REPEAT_MS: Final = (400, 40)
"""After how long a key that is held counts again, and how often."""
ICON_PX: Final = 64
UNSEEN: Final = frozenset({"dummy", "offscreen"})
"""Drivers that show nothing; SDL falls back to them by itself where there is no display."""
FRAME: Final = (16, 96)
"""Pixels of a desktop that are left to a window's frame with its title, and to the system's own bar."""
FRAME_SHARE: Final = 0.08
"""And at least this part of its height: where pixels are small, so are bars."""
TITLE: Final = 48
"""Pixels below the upper edge of the desktop at which a window's content may begin, so that its title is seen."""
SETTLED: Final = 0.5
"""Seconds after which a size counts as chosen. Some systems tell it before they tell that the window is maximised."""
FOLLOWED: Final = frozenset(
    {
        pygame.WINDOWMOVED,
        pygame.WINDOWRESIZED,
        pygame.WINDOWSIZECHANGED,
        pygame.WINDOWMAXIMIZED,
        pygame.WINDOWMINIMIZED,
        pygame.WINDOWRESTORED,
        pygame.WINDOWDISPLAYCHANGED,
    }
)


def fitted(settings: Settings, desktops: Sequence[Size]) -> Settings:
    """Return settings whose window lies within the desktop of its screen, title and all; sizes are in pixels.

    Only of the first screen it is known where it lies, so on others the system finds a place.
    """
    screen = settings.screen if 0 <= settings.screen < len(desktops) else 0
    width, height = room = _room(desktops[screen])
    size = min(settings.width, width), min(settings.height, height)
    at = settings.at
    if at is not None:
        spare = (room[0] - size[0], room[1] - size[1])
        at = (min(max(FRAME[0] // 2, at[0]), FRAME[0] // 2 + spare[0]), min(max(TITLE, at[1]), TITLE + spare[1]))
    return replace(settings, width=size[0], height=size[1], at=None if screen else at, screen=screen)


def _room(desktop: Size) -> Size:
    """Return the largest size that a window's content may have."""
    return desktop[0] - FRAME[0], desktop[1] - max(FRAME[1], math.ceil(FRAME_SHARE * desktop[1]))


class Placement:
    """The place of the one window of `pygame.display`."""

    def __init__(self, settings: Settings) -> None:
        """Open the window where it was left."""
        kept = fitted(settings, pygame.display.get_desktop_sizes())
        self.size, self.at, self.screen = (kept.width, kept.height), kept.at, kept.screen
        """as they are while it is neither maximised nor fills the screen"""
        self.maximised, self.fullscreen, self._minimised = kept.maximised, kept.fullscreen, False
        self._seen: tuple[Size, Size] | None = None
        """a usual size and place that have not settled yet"""
        self._since = 0.0
        """seconds since they were told"""
        self.surface = pygame.display.set_mode(self.size, pygame.RESIZABLE, display=self.screen)
        with warnings.catch_warnings():  # There is no other way to the window of pygame.display.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._window = pygame.Window.from_display_module()
        self._window.minimum_size = (min(SMALLEST[0], self.size[0]), min(SMALLEST[1], self.size[1]))
        if self.at is not None:
            self._window.position = self.at
        if self.maximised:
            self._window.maximize()
        if self.fullscreen:
            self._window.set_fullscreen(True)

    @property
    def seen(self) -> bool:
        """Whether anything of the window can be seen: it is neither minimised nor hidden."""
        return pygame.display.get_active()

    def toggle(self) -> None:
        """Fill the screen, or come back to where the window was."""
        self.settle(math.inf)
        self.fullscreen = not self.fullscreen
        if self.fullscreen:
            if self.maximised:
                self._window.restore()  # Else systems forget the usual place.
            self._window.set_fullscreen(True)
        else:
            self._window.set_windowed()
            if self.maximised:
                self._window.maximize()

    def follow(self, event: pygame.Event) -> None:
        """Take an event of the window."""
        if event.type == pygame.WINDOWDISPLAYCHANGED:
            self.screen = event.display_index
        elif event.type == pygame.WINDOWMINIMIZED:
            self._minimised, self._seen = True, None
        elif event.type == pygame.WINDOWMAXIMIZED and not self.fullscreen:
            self.maximised, self._minimised, self._seen = True, False, None
        elif event.type == pygame.WINDOWRESTORED and not self.fullscreen:
            self.maximised = self.maximised and self._minimised
            self._minimised = False
        elif event.type in FOLLOWED and self._usual:
            self._seen, self._since = (pygame.display.get_window_size(), self._window.position), 0.0

    @property
    def _usual(self) -> bool:
        return not (self.fullscreen or self.maximised or self._minimised)

    def settle(self, seconds: float) -> None:
        """Let time pass: what has stood for a while is the window's usual size and place."""
        self._since += seconds
        if self._seen is not None and self._since >= SETTLED:
            if self._usual:
                self.size, self.at = self._seen
            self._seen = None

    def kept(self, settings: Settings) -> Settings:
        """Return settings with the place of the window."""
        return replace(
            settings,
            width=self.size[0],
            height=self.size[1],
            at=self.at,
            screen=self.screen,
            maximised=self.maximised,
            fullscreen=self.fullscreen,
        )


def open_window(settings: Settings) -> Placement:
    """Open the window where it was, or as near to that as can be.

    Raises:
        pygame.error: if there is no display.
    """
    os.environ["SDL_VIDEO_X11_WMCLASS"] = NAME
    pygame.display.init()
    if pygame.display.get_driver() in UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
        raise pygame.error(text_of("window.no_display"))
    pygame.display.set_icon(straight_icon("felt", ICON_PX))
    placement = Placement(settings)
    pygame.key.set_repeat(*REPEAT_MS)
    pygame.key.stop_text_input()  # Else input methods would take letters before they are commands.
    return placement
