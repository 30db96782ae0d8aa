"""The chord of looks: held voices in D pentatonic, and one that moves; loops of their own, without a seam."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.app.sound.notes import RATE, at, pitch

if TYPE_CHECKING:
    from sandbox.app.sound.notes import Wave

SECONDS: Final = 4
"""Length of a loop."""
VOICE: Final = -36.0
"""RMS in decibels of each voice; five together stay below whatever happens."""
VOICES: Final = ("D4", "T4", "A4", "A3", "E5")
"""The notes of the voices, in the order in which looks come in; T is the third."""
MELODY: Final = ("D5", "E5", "T5", "A5", "D6", "A5", "T5", "E5")
"""What the moving voice goes through in a loop."""
OVERTONES: Final = (1.0, 0.3, 0.1, 0.04)
"""How loud the multiples of a voice's frequency are."""
CHORUS: Final = (-2, 0, 1)
"""How far the singers of a voice lie apart, in turns per loop."""
WAVER: Final = 0.35
"""How far a voice wavers, in radians."""
BREATHES: Final = 0.15
"""How far it swells and sinks."""
SOFTLY: Final = 0.09
"""Seconds in which a note of the melody comes."""


def voice(place: int, third: str) -> Wave:
    """Make (S,) the samples of a held voice.

    Args:
        place: which of VOICES.
        third: "major" or "minor".
    """
    turns = np.arange(SECONDS * RATE) / (SECONDS * RATE)
    whole = round(pitch(VOICES[place], third) * SECONDS)
    sung = np.zeros(len(turns))
    for singer, aside in enumerate(CHORUS):
        waver = WAVER * np.sin(2 * np.pi * ((17 + 3 * singer + place) * turns + singer / 3))
        phase = 2 * np.pi * (whole + aside) * turns + waver + singer
        sung += sum(loud * np.sin(multiple * phase) for multiple, loud in enumerate(OVERTONES, 1))
    return at(sung * (1 + BREATHES * np.sin(2 * np.pi * (turns + place / len(VOICES)))), VOICE)


def moving(third: str) -> Wave:
    """Make (S,) the samples of the voice that moves, with a major or a minor third."""
    sung = np.zeros(SECONDS * RATE)
    each = len(sung) // len(MELODY)
    seconds = np.arange(2 * each) / RATE
    shape = np.minimum(1, seconds / SOFTLY) * (1 - seconds / seconds[-1]) ** 2
    for step, name in enumerate(MELODY):
        phase = 2 * np.pi * pitch(name, third) * seconds
        rows = (step * each + np.arange(len(seconds))) % len(sung)
        sung[rows] += shape * (np.sin(phase) + 0.2 * np.sin(2 * phase))
    return at(sung, VOICE)
