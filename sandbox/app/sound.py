"""Short sounds, made of a few notes each: one for every happening, and some for what follows from it.

Nothing is loaded from files. Where there is no sound device, or the player wants none, everything stays silent.
"""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pygame

from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray
    from pygame.mixer import Sound as Sample

    from sandbox.ui.hud.sound_cues import Heard

RATE: Final = 22_050
"""samples per second"""
ATTACK: Final = 0.008
"""seconds until a note is at its loudest: without it, it would click"""
LOUDNESS: Final = 0.3
"""of the device's loudest, where all notes together reach 1"""

AGAIN_SECONDS: Final = 3.0
"""Between two attempts to open the device."""
STANDARD_ERROR: Final = 2
"""the number under which the system's libraries know the terminal"""

_log = logging.getLogger(__name__)


class Note(NamedTuple):
    """A tone that glides from one frequency to another while it fades away."""

    start: float
    """seconds after the sound's beginning"""
    length: float
    """seconds"""
    low: float
    """frequency at its beginning, hertz"""
    high: float
    """frequency at its end, hertz"""
    loudness: float = 1.0
    """0 to 1"""
    overtone: float = 0.0
    """share of the octave above, 0 (soft) to 1 (reedy)"""
    breath: float = 0.0
    """share of noise, 0 (a tone) to 1 (a hiss)"""


SOUNDS: Final[dict[str, tuple[Note, ...]]] = {
    "hurt": (Note(0.0, 0.16, 220, 90, breath=0.5), Note(0.05, 0.35, 311, 220, 0.6)),
    "heal": (Note(0.0, 0.25, 392, 392, 0.7), Note(0.1, 0.25, 494, 494, 0.7), Note(0.2, 0.4, 587, 587, 0.7)),
    "praise": (Note(0.0, 0.3, 659, 659, 0.6, 0.3), Note(0.09, 0.5, 988, 988, 0.6, 0.3)),
    "insult": (Note(0.0, 0.14, 196, 175, 0.8, 0.8), Note(0.15, 0.22, 147, 131, 0.8, 0.8)),
    "gift": (Note(0.0, 0.12, 523, 523, 0.6), Note(0.08, 0.12, 659, 659, 0.6), Note(0.16, 0.35, 784, 784, 0.6, 0.2)),
    "news": (Note(0.0, 0.09, 740, 740, 0.5, breath=0.2), Note(0.14, 0.09, 740, 740, 0.5, breath=0.2)),
    "triumph": (
        Note(0.0, 0.14, 523, 523, 0.6, 0.5),
        Note(0.12, 0.14, 523, 523, 0.6, 0.5),
        Note(0.24, 0.5, 784, 784, 0.7, 0.5),
    ),
    "drops": (Note(0.0, 0.12, 520, 880, 0.5), Note(0.14, 0.12, 620, 1040, 0.5), Note(0.28, 0.3, 740, 1240, 0.5)),
    "order": (Note(0.0, 0.1, 196, 196, 0.8, 0.7), Note(0.12, 0.22, 131, 125, 0.9, 0.7)),
    "propose": (
        Note(0.0, 0.16, 392, 392, 0.6, 0.2, 0.1),
        Note(0.14, 0.16, 440, 440, 0.6, 0.2),
        Note(0.28, 0.3, 392, 392),
    ),
    "cue": (Note(0.0, 0.2, 300, 240, 0.3, breath=0.8),),
    "badge": (Note(0.0, 0.06, 1200, 1000, 0.5, breath=0.3), Note(0.07, 0.1, 880, 880, 0.4)),
    "strike": (Note(0.0, 0.08, 240, 180, 0.7, 0.6, 0.5), Note(0.08, 0.25, 1600, 300, 0.4, breath=0.6)),
    "play": (Note(0.0, 0.07, 500, 760, 0.4), Note(0.12, 0.08, 560, 840, 0.35)),
    "move": (Note(0.0, 0.22, 160, 420, 0.4, breath=0.6),),
    "switch": (Note(0.0, 0.05, 900, 500, 0.7, breath=0.4),),
    "help": (Note(0.0, 0.2, 330, 392, 0.6), Note(0.12, 0.3, 440, 440, 0.5)),
    "comfort": (Note(0.0, 0.5, 262, 294, 0.5), Note(0.1, 0.5, 330, 349, 0.4)),
    "taunt": (
        Note(0.0, 0.1, 466, 440, 0.5, 0.7),
        Note(0.11, 0.1, 415, 392, 0.5, 0.7),
        Note(0.22, 0.2, 370, 330, 0.5, 0.7),
    ),
    "averted": (Note(0.0, 0.18, 175, 165, 0.5, 0.2), Note(0.16, 0.2, 147, 139, 0.4, 0.2)),
    "blamed": (Note(0.0, 0.1, 130, 70, breath=0.6),),
    "credited": (Note(0.0, 0.6, 1175, 1175, 0.4, 0.4),),
    "tell": (Note(0.0, 0.08, 900, 700, 0.4, breath=0.9), Note(0.1, 0.1, 800, 1000, 0.4, breath=0.9)),
    "apologise": (Note(0.0, 0.2, 392, 370, 0.4, 0.2), Note(0.22, 0.35, 330, 294, 0.4, 0.2)),
    "contradict": (Note(0.0, 0.07, 587, 523, 0.5, 0.5), Note(0.1, 0.16, 440, 392, 0.5, 0.5)),
    "plead": (Note(0.0, 0.16, 440, 523, 0.5, 0.3), Note(0.16, 0.3, 494, 392, 0.5, 0.3)),
    "steps": tuple(Note(0.11 * step, 0.05, 160 - 20 * (step % 2), 90, 0.5, breath=0.6) for step in range(3)),
    "hello": (Note(0.0, 0.14, 523, 587, 0.45, 0.2), Note(0.14, 0.25, 659, 622, 0.45, 0.2)),
    "gulp": (Note(0.0, 0.12, 300, 180, 0.5), Note(0.1, 0.1, 160, 260, 0.4)),
    "face": (Note(0.0, 0.25, 392, 440, 0.4, 0.1), Note(0.2, 0.4, 587, 587, 0.45, 0.1)),
    "growl": (Note(0.0, 0.35, 110, 90, 0.7, 1.0, 0.2),),
    "shrink": (Note(0.0, 0.3, 880, 330, 0.4),),
    "lala": tuple(Note(0.13 * beat, 0.11, tone, tone, 0.4, 0.3) for beat, tone in enumerate((440, 392, 440))),
    "hm": (Note(0.0, 0.3, 196, 262, 0.45, 0.2),),
    "closer": (Note(0.0, 0.2, 440, 440, 0.4), Note(0.0, 0.35, 349, 440, 0.4)),
    "snap": (Note(0.0, 0.04, 1400, 500, 0.6, breath=0.5), Note(0.04, 0.3, 233, 156, 0.45, 0.6)),
    "thing": tuple(Note(0.07 * turn, 0.05, 1500, 900, 0.4, 0.6, 0.3) for turn in range(4)),
    "pang": (Note(0.0, 0.45, 370, 277, 0.45, 0.25),),
    "warmth": (Note(0.0, 0.45, 330, 392, 0.4, 0.2),),
    "snigger": tuple(Note(0.09 * puff, 0.07, 520 + 40 * puff, 440, 0.4, 0.5, 0.2) for puff in range(3)),
    "grumble": (Note(0.0, 0.4, 150, 120, 0.55, 0.9),),
    "hum": (Note(0.0, 0.35, 262, 330, 0.4, 0.1),),
    "whimper": (Note(0.0, 0.2, 620, 520, 0.35, 0.2), Note(0.2, 0.25, 560, 440, 0.3, 0.2)),
    "huff": (Note(0.0, 0.22, 260, 160, 0.5, 0.6, 0.6),),
    "coo": (Note(0.0, 0.2, 523, 587, 0.35, 0.1), Note(0.18, 0.3, 587, 494, 0.35, 0.1)),
    "gasp": (Note(0.0, 0.22, 420, 820, 0.4, breath=0.7),),
    "tut": (Note(0.0, 0.05, 1100, 800, 0.4, breath=0.6), Note(0.14, 0.05, 1100, 800, 0.4, breath=0.6)),
    "aha": (Note(0.0, 0.14, 330, 330, 0.4, 0.3), Note(0.15, 0.35, 440, 494, 0.5, 0.3)),
    "giggle": tuple(Note(0.08 * puff, 0.07, 700 + 60 * (puff % 2), 820, 0.35, 0.2) for puff in range(4)),
    "uh_oh": (Note(0.0, 0.16, 330, 320, 0.45, 0.4), Note(0.22, 0.3, 262, 247, 0.45, 0.4)),
    "ouch": (Note(0.0, 0.12, 494, 587, 0.5, 0.5), Note(0.12, 0.3, 560, 330, 0.5, 0.5)),
    "phew": (Note(0.0, 0.5, 520, 260, 0.4, breath=0.75),),
}
"""Happenings and deeds by their own names; `averted` is a look turned away, `blamed` a pebble, `credited` a star,
`thing` a face that becomes one; what people utter is told by `sound_cues.VOICES`."""

CHOIR: Final = 5
"""More voices than this are not told apart."""
APART: Final = 0.045
"""Seconds between two who utter the same."""
DETUNED: Final = 0.035
"""How far their voices lie apart, as a share of the frequency."""


def tone(name: str, voices: int = 1) -> NDArray[np.int16]:
    """Make the samples of a sound: one channel, RATE a second.

    Args:
        name: a key of SOUNDS.
        voices: how many utter it, up to CHOIR, each softer by the root of their number.
    """
    parts = [
        note._replace(
            start=note.start + APART * voice,
            low=note.low * (1 + DETUNED * _aside(voice)),
            high=note.high * (1 + DETUNED * _aside(voice)),
            loudness=note.loudness / voices**0.5,
        )
        for voice in range(voices)
        for note in SOUNDS[name]
    ]
    wave = np.zeros(int(RATE * max(note.start + note.length for note in parts)) + 1)
    for note in parts:
        samples = _samples(note)
        begin = int(note.start * RATE)
        wave[begin : begin + len(samples)] += samples
    together = max(1.0, float(np.abs(wave).max()))
    return (wave / together * LOUDNESS * np.iinfo(np.int16).max).astype(np.int16)


def _aside(voice: int) -> int:
    """Spread voices above and below the first: 0, 1, -1, 2, -2."""
    return (voice + 1) // 2 * (1 if voice % 2 else -1)


def _samples(note: Note) -> NDArray[np.float64]:
    """Make one note, -1 to 1: a gliding sine with its octave and some noise, swelling fast and fading slowly."""
    seconds = np.arange(int(note.length * RATE)) / RATE
    turns = np.cumsum(np.linspace(note.low, note.high, len(seconds))) / RATE
    pure = np.sin(2 * np.pi * turns)
    octave = np.sin(4 * np.pi * turns)
    hiss = np.random.default_rng(0).uniform(-1, 1, len(seconds))
    mixed = (pure + note.overtone * octave) / (1 + note.overtone) * (1 - note.breath) + hiss * note.breath
    swell = np.minimum(1, seconds / ATTACK)
    fade = (1 - seconds / note.length) ** 2
    return np.asarray(note.loudness * mixed * swell * fade)


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
                self._sample(heard).set_volume(min(1.0, loudness))
                self._sample(heard).play()
        except pygame.error:
            self._open = False
        if not self._open and self._now() - self._tried >= AGAIN_SECONDS:
            self._reopen()

    def _sample(self, heard: Heard) -> Sample:
        key = (heard.name, min(CHOIR, heard.voices))
        if key not in self._samples:
            self._samples[key] = pygame.mixer.Sound(buffer=tone(*key).tobytes())
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
            pygame.mixer.stop()

    def close(self) -> None:
        """Give the device back; later calls of `play` are silent."""
        self._mute = True
        if self._open and not self._opening:  # Else the process takes it along.
            self._open = False
            self._samples.clear()
            pygame.mixer.quit()


def _opened(*, again: bool = False) -> bool:
    """Open the sound device, one channel wide, and tell whether that worked; if not `again`, say why it did not."""
    try:
        with _hushed():
            pygame.mixer.init(frequency=RATE, size=-16, channels=1, buffer=512, allowedchanges=0)
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
