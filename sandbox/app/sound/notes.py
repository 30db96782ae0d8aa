"""Notes: gliding tones, noise of a colour and what rings beside them, and how they add up to the samples of a sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Wave = NDArray[np.float64]
    """(S,) samples of one channel or (S, 2) of two, -1 to 1, RATE a second"""

RATE: Final = 22_050
"""samples per second"""
ATTACK: Final = 0.008
"""seconds until a note is at its loudest: without it, it would click"""
SWEET: Final = 2.0
"""How far above a note its breath lies, as a multiple of its frequency."""
SPREAD: Final = 0.55
"""Octaves by which breath goes up and down from there until it has sunk by 4 dB."""
HIGHEST: Final = 2_000.0
"""Hertz above which no breath is centred: hiss up there is a radio between two stations."""
DAMPED: Final = 5.0
"""How fast partials sink, in nepers over the length of a note, times their place among them."""

FOURTHS: Final = {"D": 0, "E": 2, "A": 7, "B": 9}
"""The notes that the major and the minor pentatonic chord of the looks have in common, in semitones above D."""
THIRDS: Final = {"major": 4, "minor": 3}
_D4: Final = 293.66


def pitch(name: str, third: str = "major") -> float:
    """Return the frequency, in hertz, of a note such as "A4"; "T4" is the third of the octave that begins with D4."""
    semitones = THIRDS[third] if name[0] == "T" else FOURTHS[name[0]]
    return float(_D4 * 2.0 ** (semitones / 12 + int(name[1:]) - 4))


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
    """share of noise around it, 0 (a tone) to 1 (a whisper)"""
    attack: float = ATTACK
    """seconds until it is at its loudest"""
    partials: tuple[float, ...] = ()
    """multiples of its frequency that ring beside it and sink faster: glass, wood, metal"""


def tuned(
    start: float,
    length: float,
    names: str,
    loudness: float = 1.0,
    overtone: float = 0.0,
    breath: float = 0.0,
    attack: float = ATTACK,
    partials: tuple[float, ...] = (),
) -> Note:
    """Make a note that goes from one pitch to another, such as "D4 A4", or stays at one."""
    low, high = (names.split() * 2)[:2]
    return Note(start, length, pitch(low), pitch(high), loudness, overtone, breath, attack, partials)


def length_of(notes: Iterable[Note]) -> int:
    """Return how many samples it takes until the last of some notes has faded."""
    return int(RATE * max(note.start + note.length for note in notes)) + 1


def mixed(notes: tuple[Note, ...]) -> Wave:
    """Add notes up to the (S,) samples of a sound, which may go beyond 1."""
    wave = np.zeros(length_of(notes))
    for note in notes:
        samples = sounded(note)
        begin = int(note.start * RATE)
        wave[begin : begin + len(samples)] += samples
    return wave


def sounded(note: Note) -> Wave:
    """Make one note, about -1 to 1: a gliding sine with all that goes with it, swelling fast and fading slowly."""
    seconds = np.arange(int(note.length * RATE)) / RATE
    turns = np.cumsum(np.linspace(note.low, note.high, len(seconds))) / RATE
    tone = np.sin(2 * np.pi * turns) + note.overtone * np.sin(4 * np.pi * turns)
    for place, ratio in enumerate(note.partials, 1):
        tone += np.exp(-DAMPED * place * seconds / note.length) / (1 + place) * np.sin(2 * np.pi * ratio * turns)
    whole = tone / (1 + note.overtone) * (1 - note.breath)
    if note.breath:
        whole += note.breath * breath(note, len(seconds))
    swell = np.minimum(1, seconds / note.attack)
    fade = (1 - seconds / note.length) ** 2
    return np.asarray(note.loudness * whole * swell * fade)


def breath(note: Note, count: int) -> Wave:
    """Make (S,) the noise of a note, of its own and always the same, in the colour of its frequency; RMS 0.5."""
    centre = min(HIGHEST, SWEET * (note.low * note.high) ** 0.5)
    noise = np.random.default_rng(crc32(repr(note).encode())).standard_normal(count)
    return coloured(noise, ((centre, SPREAD, 1.0),), 0.5)


def coloured(noise: Wave, bands: Iterable[tuple[float, float, float]], loudness: float) -> Wave:
    """Return (S,) noise with no more than some bands of its spectrum left, as a loop without a seam.

    Args:
        noise: (S,) white noise.
        bands: the middle of each, hertz, its width, octaves, and how loud it is.
        loudness: RMS of what is left.
    """
    octaves = np.log2(np.maximum(1.0, np.fft.rfftfreq(len(noise), 1 / RATE)))
    shape = sum(share * np.exp(-(((octaves - np.log2(middle)) / width) ** 2)) for middle, width, share in bands)
    left = np.fft.irfft(np.fft.rfft(noise) * shape, len(noise))
    return np.asarray(loudness * left / max(1e-9, rms(left)))


def rms(wave: Wave) -> float:
    """Return the root of the mean square of all samples, 0 to 1."""
    return float(np.sqrt(np.mean(np.square(wave))))


def decibels(loudness: float) -> float:
    """Return an RMS, above 0, in decibels below a full square wave."""
    return float(20 * np.log10(loudness))


def at(wave: Wave, level: float) -> Wave:
    """Return a wave, as loud as `level` says: its RMS in decibels."""
    return np.asarray(wave * (10 ** (level / 20) / rms(wave)))


def pcm(wave: Wave) -> NDArray[np.int16]:
    """Return (S, 2) what a device plays, of (S,) or (S, 2) samples; what is too loud is cut off."""
    sides = wave if wave.ndim > 1 else np.stack((wave, wave), axis=1)
    whole = np.rint(np.clip(sides, -1, 1) * np.iinfo(np.int16).max)
    return np.ascontiguousarray(whole.astype(np.int16))
