"""What would be heard of a level, written down without any device: for films, and for whoever wants to measure it."""

from __future__ import annotations

import io
import wave
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.app.sound.effects import CHOIR, tone
from sandbox.app.sound.loops import loops_with
from sandbox.app.sound.notes import RATE, pcm
from sandbox.app.sound.turntable import nearer, sides_of
from sandbox.engine.params import SECONDS_PER_TICK
from sandbox.ui.hud.held import USUAL, WIDE, held
from sandbox.ui.hud.sound_cues import Ears
from sandbox.ui.state import Shell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sandbox.app.sound.notes import Wave
    from sandbox.app.sound.turntable import Sides
    from sandbox.session.frame import Frame
    from sandbox.ui.hud.sound_cues import Heard
    from sandbox.ui.preferences import Preferences

TICK: Final = round(RATE * SECONDS_PER_TICK)
"""Samples of a tick at the usual speed."""


class Tape:
    """Records tick after tick what a player would hear, who sees the whole map; it begins with what is held then."""

    def __init__(self, preferences: Preferences) -> None:
        """Begin with an empty tape; how loud what is on it depends on what the player likes."""
        self.shell = Shell(preferences=preferences)
        self._ears = Ears()
        self._ticks: list[Wave] = []
        """(TICK, 2) samples of what is held"""
        self._struck: list[tuple[int, Wave]] = []
        """what is heard once: from which sample on, and (S, 2) samples"""
        self._loops: dict[str, Wave] = {}
        self._sides: dict[str, Sides] = {}
        self._frame: Frame | None = None

    def taken(self, frames: Iterable[Frame]) -> Iterator[Frame]:
        """Hand successive frames on, and record what is heard of each."""
        for frame in frames:
            if self._frame is None:
                self._ears.begin_at(frame.tick)
            self._frame = frame
            self._ears.listen(frame, self.shell, self._strike)
            self._ticks.append(self._held())
            self.shell.clock += SECONDS_PER_TICK
            yield frame

    def wav(self) -> bytes:
        """Return the bytes of a WAV file, with two channels of 16 bits."""
        end = len(self._ticks) * TICK
        mixed = np.concatenate([*self._ticks, np.zeros((0, 2))])
        for start, samples in self._struck:
            mixed[start : start + len(samples)] += samples[: end - start]
        file = io.BytesIO()
        with wave.open(file, "wb") as written:
            written.setnchannels(2)
            written.setsampwidth(2)
            written.setframerate(RATE)
            written.writeframes(pcm(mixed).tobytes())
        return file.getvalue()

    def _strike(self, heard: Heard, loudness: float) -> None:
        samples = tone(heard.name, min(CHOIR, heard.voices)) * min(1.0, loudness)
        pan = self._panned(heard.who[0]) if heard.who else 0.0
        self._struck.append((len(self._ticks) * TICK, samples[:, None] * sides_of(1.0, pan)))

    def _panned(self, row: int) -> float:
        if self._frame is None or row < 0:
            return 0.0
        return float(WIDE * (2 * self._frame.people.x[row] / self._frame.level.map.width - 1))

    def _held(self) -> Wave:
        """Return (TICK, 2) what is held during a tick, gliding to how loud it is to be."""
        likes, hushed = self.shell.preferences, self._ears.hushed(self.shell)
        goals = held(self._ears.choir, likes, self._panned, mute=frozenset(), stands=False, hushed=hushed)
        rows = np.arange(TICK) + TICK * len(self._ticks)
        ramp, mixed = np.linspace(0, 1, TICK)[:, None], np.zeros((TICK, 2))
        for name in goals.keys() | self._sides.keys():
            goal = goals.get(name)
            wanted = (0.0, 0.0) if goal is None else sides_of(goal.loudness, goal.pan)
            before = self._sides.get(name, (0.0, 0.0) if self._ticks else wanted)
            after = nearer(before, wanted, SECONDS_PER_TICK / (USUAL if goal is None else goal.glide))
            loop = self._loop(name)
            mixed += loop[rows % len(loop)] * ((1 - ramp) * before + ramp * after)
            self._sides[name] = after
        return mixed

    def _loop(self, name: str) -> Wave:
        if name not in self._loops:
            self._loops |= {one: np.broadcast_to(loop.T, (2, len(loop))).T for one, loop in loops_with(name).items()}
        return self._loops[name]
