"""What a place sounds like: a loop in three layers, so that what lives there can fall silent, and then what is bright.

Each layer comes and goes on its own: the ground below SPLIT, the air above it, and the life of the place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

import numpy as np

from sandbox.app.sound.notes import RATE, Note, coloured, pitch, rms, sounded, tuned

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator

    from sandbox.app.sound.notes import Wave

SECONDS: Final = 8
"""Length of a loop."""
BED: Final = -40.0
"""RMS in decibels of all three layers together. Source: design."""
SPLIT: Final = 1_200.0
"""Hertz between the ground and the air. Source: design."""
EDGE: Final = 0.12
"""Octaves to either side of it over which one gives way to the other."""
LIFE: Final = 1.3
"""How loud the life of a place is against all else there."""
SIDE: Final = 0.35
"""Share of the noise that differs between left and right."""

Bands = tuple[tuple[float, float, float], ...]
"""Middle, hertz, width, octaves, and loudness of each part of a noise."""


class Ground(NamedTuple):
    """What goes on all the time at a place."""

    noise: Bands
    swell: float = 0.0
    """share by which it swells and sinks, as wind and murmur do"""
    beats: int = 3
    """how often it does so in a loop"""
    hum: tuple[tuple[float, float], ...] = ()
    """tones, hertz, and how loud they are against the noise"""


GROUNDS: Final = {
    "lawn": Ground(((320, 0.9, 1.0), (2200, 0.8, 0.5)), 0.45),
    "school-yard": Ground(((420, 0.5, 1.0), (900, 0.4, 0.5), (1800, 0.6, 0.3)), 0.3, 23),
    "office": Ground(((260, 0.8, 0.5), (1900, 0.8, 0.3)), 0.0, 1, ((100, 0.9), (200, 0.6), (300, 0.25), (1500, 0.12))),
    "ward": Ground(((180, 0.9, 1.0), (1700, 0.7, 0.25)), 0.1, 2, ((pitch("D3"), 0.2),)),
    "village": Ground(((280, 0.8, 0.8), (620, 0.4, 0.4), (2000, 0.7, 0.4)), 0.35, 5),
    "bus-stop": Ground(((420, 1.0, 0.7), (1000, 0.8, 0.5), (2300, 0.8, 0.7)), 0.12, 7),
}
"""By the stage of a level."""


def _birds(draw: Generator) -> list[Note]:
    found = list[Note]()
    for start in (0.4, 2.1, 2.9, 4.6, 6.3):
        tone = draw.uniform(2000, 2900)
        for chirp in range(int(draw.integers(2, 5))):
            high = tone * draw.uniform(1.1, 1.3)
            ends = (tone, high) if draw.random() < 0.6 else (high, tone)  # noqa: PLR2004 - a share
            found.append(Note(start + 0.14 * chirp, 0.12, *ends, draw.uniform(0.5, 1.0), 0.0, 0.0, 0.02))
    return found


def _sparrows(draw: Generator) -> list[Note]:
    chirps = [Note(start, 0.07, 3200, 2500, 0.6, 0.0, 0.1, 0.01) for start in sorted(draw.uniform(0, 7.8, 14))]
    bell = tuned(1.0, 3.0, "A4", 0.8, 0.3, 0.0, 0.01, (2.0, 2.4, 3.0))
    return [*chirps, bell]


def _children(draw: Generator) -> list[Note]:
    calls = list[Note]()
    for start in sorted(draw.uniform(0, 7.4, 13)):
        tone = draw.uniform(420, 820)
        calls.append(Note(start, 0.3, tone, tone * draw.uniform(0.8, 1.35), draw.uniform(0.4, 1.0), 0.5, 0.15, 0.05))
    ball = [Note(5.0 + 0.36 * bounce, 0.12, 190, 120, 0.45, 0.2, 0.3, 0.003) for bounce in range(5)]
    return [*calls, *ball]


def _typing(draw: Generator) -> list[Note]:
    keys = np.concatenate([begin + np.cumsum(draw.uniform(0.09, 0.24, 9)) for begin in (0.3, 3.0, 5.4)])
    return [Note(float(start), 0.04, 1250, 850, float(draw.uniform(0.4, 1)), 0.0, 0.6, 0.002) for start in keys]


def _clock(_: Generator) -> list[Note]:
    return [Note(beat / 2, 0.06, (1400, 1150)[beat % 2], 900, 1.0, 0.0, 0.4, 0.002, (2.7,)) for beat in range(16)]


def _dripping(draw: Generator) -> list[Note]:
    drips = sorted(draw.uniform(0, 7.8, 26))
    return [Note(start, 0.07, 1000, draw.uniform(1500, 2100), draw.uniform(0.3, 1), 0.0, 0.1, 0.004) for start in drips]


LIVES: Final[dict[str, Callable[[Generator], list[Note]]]] = {
    "lawn": _birds,
    "school-yard": _children,
    "office": _typing,
    "ward": _clock,
    "village": _sparrows,
    "bus-stop": _dripping,
}
"""Who lives at each stage, or is at work there."""


def bed(place: str) -> dict[str, Wave]:
    """Make the layers of a place: (S, 2) samples each of `ground`, `air` and `life`.

    Raises:
        KeyError: if there is no such place.
    """
    draw = np.random.default_rng(crc32(place.encode()))
    whole, life = _steady(GROUNDS[place], draw), _placed(LIVES[place](draw), draw)
    low = np.stack([_below(side) for side in whole.T], axis=1)
    life *= LIFE * rms(whole) / rms(life)
    layers = {"ground": low, "air": whole - low, "life": life}
    share = 10 ** (BED / 20) / rms(np.asarray(sum(layers.values())))
    return {name: share * layer for name, layer in layers.items()}


def _steady(ground: Ground, draw: Generator) -> Wave:
    """Return (S, 2) the noise and hum of a place, about 1 loud, without a seam."""
    count = SECONDS * RATE
    turns = np.arange(count) / count
    middle, left, right = (coloured(draw.standard_normal(count), ground.noise, 1.0) for _ in range(3))
    swell = 1 + ground.swell * np.sin(2 * np.pi * (ground.beats * turns + 0.4 * np.sin(2 * np.pi * turns)))
    hum = sum(
        (loud * np.sin(2 * np.pi * round(hertz * SECONDS) * turns) for hertz, loud in ground.hum), np.zeros(count)
    )
    sides = [(swell * ((1 - SIDE) * middle + SIDE * side)) + hum for side in (left, right)]
    return np.stack(sides, axis=1)


def _below(wave: Wave) -> Wave:
    """Return (S,) what of a wave lies below SPLIT."""
    octaves = np.log2(np.maximum(1.0, np.fft.rfftfreq(len(wave), 1 / RATE)) / SPLIT)
    share = np.clip((EDGE - octaves) / (2 * EDGE), 0, 1)
    return np.asarray(np.fft.irfft(np.fft.rfft(wave) * share, len(wave)))


def _placed(notes: list[Note], draw: Generator) -> Wave:
    """Return (S, 2) some notes at places of their own between left and right; what lasts beyond the end begins it."""
    life = np.zeros((SECONDS * RATE, 2))
    for note in notes:
        samples, pan = sounded(note), draw.uniform(-0.7, 0.7)
        rows = (int(note.start * RATE) + np.arange(len(samples))) % len(life)
        life[rows] += samples[:, None] * (min(1.0, 1 - pan), min(1.0, 1 + pan))
    return life
