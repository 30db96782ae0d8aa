"""The loudspeaker: plays what is heard once and what is held, and stays silent where there is no sound device."""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.app.sound.effects import CHOIR, tone
from sandbox.app.sound.notes import RATE, pcm
from sandbox.app.sound.turntable import CHANNELS, Turntable, sides_of
from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pygame.mixer import Sound as Sample

    from sandbox.ui.hud.held import Held
    from sandbox.ui.hud.sound_cues import Heard

AGAIN_SECONDS: Final = 3.0
"""Between two attempts to open the device."""
AT_ONCE: Final = 16
"""Short sounds that are heard at the same time; more are left out."""
STANDARD_ERROR: Final = 2
"""the number under which the system's libraries know the terminal"""

_log = logging.getLogger(__name__)


def _aside_the_game(act: Callable[[], None]) -> None:
    """Do something beside the game, which does not wait for it even when it ends."""
    Thread(target=act, daemon=True).start()


class Sound:
    """The loudspeaker of the game; stays silent if `mute`, or as long as there is no device.

    A device that fails, goes, or comes is opened again beside the game, since some take their time.
    """

    def __init__(
        self,
        mute: bool,  # noqa: FBT001 - the one thing to say about a loudspeaker
        *,
        aside: Callable[[Callable[[], None]], None] = _aside_the_game,
        now: Callable[[], float] = monotonic,
    ) -> None:
        """Open the device.

        Args:
            mute: whether to leave it alone.
            aside: lets something be done beside the game.
            now: the time in seconds.
        """
        self._samples: dict[tuple[str, int], Sample] = {}
        self._turntable = Turntable(aside)
        self._mute, self._aside, self._now = mute, aside, now
        self._opening = False
        """whether the device is being opened beside the game, and to be left alone meanwhile"""
        self._open = not mute and _opened()
        self._tried = now()
        """when it was last opened, or could not be"""

    def play(self, heard: Heard, loudness: float = 1.0) -> None:
        """Play a sound, 0 to 1 loud; at 0 it is not played at all."""
        if self._mute or self._opening or loudness <= 0:
            return
        try:
            if self._open:
                sample = self._sample(heard)
                sample.set_volume(min(1.0, loudness))
                channel = sample.play()
                if channel is not None:
                    channel.set_volume(*sides_of(1.0, heard.pan))
        except pygame.error:
            self._open = False
        self._try_again()

    def hold(self, held: Mapping[str, Held], seconds: float) -> None:
        """Let what is held on and on glide for some seconds to how loud it is to be, and all else of it fall silent."""
        if self._mute or self._opening:
            return
        try:
            if self._open:
                self._turntable.hold(held, seconds)
        except pygame.error:
            self._open = False
        self._try_again()

    def _try_again(self) -> None:
        if not self._open and self._now() - self._tried >= AGAIN_SECONDS:
            self._reopen()

    def _sample(self, heard: Heard) -> Sample:
        key = (heard.name, min(CHOIR, heard.voices))
        if key not in self._samples:
            self._samples[key] = pygame.mixer.Sound(buffer=pcm(tone(*key)).tobytes())
        return self._samples[key]

    def follow(self, event: pygame.Event) -> None:
        """Take that a device came or went; as one is opened, the system tells of all that are there."""
        if self._mute or self._opening or event.iscapture:
            return
        if event.type == pygame.AUDIODEVICEREMOVED:
            self._open = False
        if self._now() - self._tried >= AGAIN_SECONDS:
            self._reopen()

    def _reopen(self) -> None:
        self._opening, self._open = True, False
        self._samples.clear()
        self._turntable.forget()
        self._aside(self._open_again)

    def _open_again(self) -> None:
        try:
            pygame.mixer.quit()
            self._open = _opened(again=True)
        finally:
            self._opening, self._tried = False, self._now()

    def hush(self) -> None:
        """Break off what is heard."""
        if self._open and not self._opening:
            self._turntable.halt()
            pygame.mixer.stop()

    def close(self) -> None:
        """Give the device back; later calls of `play` are silent."""
        self._mute = True
        if self._open and not self._opening:  # Else the process takes it along.
            self._open = False
            self._samples.clear()
            self._turntable.forget()
            pygame.mixer.quit()


def _opened(*, again: bool = False) -> bool:
    """Open the sound device, two channels wide, and tell whether that worked; if not `again`, say why it did not."""
    try:
        with _hushed():
            pygame.mixer.init(frequency=RATE, size=-16, channels=2, buffer=512, allowedchanges=0)
        pygame.mixer.set_num_channels(CHANNELS + AT_ONCE)
        pygame.mixer.set_reserved(CHANNELS)
    except NotImplementedError:  # This pygame has no mixer.
        _log.warning(text_of("sound.none"))
        return False
    except pygame.error as reason:
        if not again:
            _log.warning(text_of("sound.no_device", reason=reason))
        return False
    return True


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep what the system's sound libraries print about a missing device from the terminal: our one line says it."""
    try:
        terminal = os.dup(STANDARD_ERROR)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, STANDARD_ERROR)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(terminal, STANDARD_ERROR)
        os.close(terminal)
