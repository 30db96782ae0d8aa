"""The loops: places that fall silent layer by layer, and the chord of looks."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import numpy as np
import pytest

from sandbox.app.sound.beds import BED, GROUNDS, LIVES, SPLIT, bed
from sandbox.app.sound.chord import MELODY, VOICE, VOICES, moving, voice
from sandbox.app.sound.loops import LOOPS, loops_with
from sandbox.app.sound.notes import RATE, THIRDS, at, decibels, pcm, pitch, rms
from sandbox.app.sound.weights import INNER
from sandbox.scenario.stages import StageKind
from sandbox.ui.hud.held import THIRD


def power(wave: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the power of a wave by frequency, and the frequencies, hertz."""
    mono = wave if wave.ndim == 1 else wave.mean(axis=1)
    return np.square(np.abs(np.fft.rfft(mono))), np.fft.rfftfreq(len(mono), 1 / RATE)


def test_every_place_has_a_ground_and_a_life() -> None:
    assert GROUNDS.keys() == LIVES.keys()
    assert set(get_args(StageKind)) == GROUNDS.keys()


@pytest.mark.parametrize("place", GROUNDS)
def test_a_place_is_soft_and_what_lives_there_is_most_of_what_is_heard(place: str) -> None:
    layers = bed(place)
    assert decibels(rms(sum(layers.values()))) == pytest.approx(BED, abs=0.01)
    rest = layers["ground"] + layers["air"]
    assert decibels(rms(layers["life"])) > decibels(rms(rest))
    assert decibels(rms(rest)) > BED - 8


@pytest.mark.parametrize("place", GROUNDS)
def test_without_its_air_a_place_has_nothing_above_the_split(place: str) -> None:
    layers = bed(place)
    spectrum, hertz = power(layers["ground"])
    assert spectrum[hertz > SPLIT * 1.2].sum() < 1e-4 * spectrum.sum()
    spectrum, hertz = power(layers["air"])
    assert spectrum[hertz < SPLIT / 1.2].sum() < 1e-4 * spectrum.sum()
    spectrum, hertz = power(sum(layers.values()))
    assert spectrum[hertz > 3_600].sum() < 0.05 * spectrum.sum()


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_has_no_seam_and_is_never_clipped(name: str) -> None:
    wave = loops_with(name)[name]
    assert np.abs(wave).max() < 0.3
    steps = np.abs(np.diff(wave, axis=0)).max()
    assert np.abs(wave[0] - wave[-1]).max() <= steps


def test_places_differ() -> None:
    shapes = {}
    for place in GROUNDS:
        spectrum, hertz = power(sum(bed(place).values()))
        bands = np.bincount(np.clip(2 * np.log2(np.maximum(hertz, 1) / 60), 0, 15).astype(int), spectrum, 16)
        shapes[place] = bands / bands.sum()
    for one, other in combinations(shapes, 2):
        assert np.abs(shapes[one] - shapes[other]).sum() / 2 > 0.15, (one, other)


@pytest.mark.parametrize("third", THIRDS)
@pytest.mark.parametrize("place", range(len(VOICES)))
def test_a_voice_sings_its_note(place: int, third: str) -> None:
    wave = voice(place, third)
    spectrum, hertz = power(wave)
    sung = hertz[spectrum.argmax()]
    assert abs(1200 * np.log2(sung / pitch(VOICES[place], third))) < 15  # cents
    assert decibels(rms(wave)) == pytest.approx(VOICE, abs=0.01)


def test_the_town_s_mood_is_the_third_alone() -> None:
    differ = [place for place in range(len(VOICES)) if not np.array_equal(voice(place, "major"), voice(place, "minor"))]
    assert differ == [THIRD] == [VOICES.index("T4")]
    assert not np.array_equal(moving("major"), moving("minor"))
    assert "T5" in MELODY


def test_five_voices_and_the_moving_one_stay_below_a_turn_within() -> None:
    chord = sum(voice(place, "minor") for place in range(len(VOICES))) + moving("minor")
    assert decibels(rms(chord)) < INNER


def test_what_a_device_plays_has_two_sides_and_is_cut_off_where_it_is_too_loud() -> None:
    played = pcm(at(np.ones(10), 6.0))
    assert played.shape == (10, 2)
    assert played.dtype == np.int16
    assert (played == np.iinfo(np.int16).max).all()
