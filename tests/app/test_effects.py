"""The short sounds: how loud each is and how bright, that they are in tune, and can be told apart."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest

from sandbox.app.sound.effects import CHOIR, SOUNDS, tone
from sandbox.app.sound.notes import FOURTHS, RATE, decibels, pitch, rms
from sandbox.app.sound.weights import HAPPENING, INNER, LIGHT, VERDICT, weight
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS
from sandbox.ui.hud.sound_cues import BREATH, CASCADE, ROLLS, STEPS, VERDICTS, VOICES

SIGNATURES = {"averted": "a latch", "thing": "a ratchet", "face": "a glass", CASCADE: "a roll", "blamed": "a stone"}
STATIC = 3_600
"""Hertz above which noise is that of a radio between two stations."""


def test_a_sound_is_short_and_audible_and_never_clipped() -> None:
    for name in SOUNDS:
        samples = tone(name)
        assert 0.04 < len(samples) / RATE < (1.5 if name in SIGNATURES else 1.0), name
        assert 0.05 < np.abs(samples).max() < 0.7, name


def test_a_sound_begins_and_ends_in_silence_so_that_it_never_clicks() -> None:
    ends = {name: np.abs(tone(name)[[0, -1]]).max() for name in SOUNDS}
    assert {name: end for name, end in ends.items() if end >= 0.006} == {}


def test_a_sound_is_the_same_each_time_and_all_differ() -> None:
    assert np.array_equal(tone("hurt"), tone("hurt"))
    assert len({tone(name).tobytes() for name in SOUNDS}) == len(SOUNDS)


def test_everything_that_is_heard_has_a_sound_and_every_sound_is_heard() -> None:
    named = {one.sound for one in (*HAPPENINGS, *OPTIONS)} - {""}
    heard = named | {*VERDICTS.values(), *(name for name, _ in VOICES.values()), BREATH, CASCADE}
    assert heard == SOUNDS.keys()


def test_what_happens_is_louder_than_verdicts_these_than_turns_within_and_these_than_steps() -> None:
    """Read off the samples: the loudest of each rank is softer than the softest of the rank above."""
    happen = {CASCADE} | {one.sound for one in HAPPENINGS} | {one.sound for one in OPTIONS if not one.inner}
    light = {STEPS, BREATH}
    verdicts = {*VERDICTS.values()} - happen
    inner = SOUNDS.keys() - happen - verdicts - light
    ranks = [(happen - light - {""}, -22), (verdicts, -24), (inner, -26), (light, -36)]
    levels = [[decibels(rms(tone(name))) for name in sorted(names)] for names, _ in ranks]
    for level, (_, aim) in zip(levels, ranks, strict=True):
        assert level == [pytest.approx(aim, abs=0.1)] * len(level)
    assert all(min(above) > max(below) for above, below in pairwise(levels))
    assert sum(map(len, levels)) == len(SOUNDS)


def test_what_weighs_most_of_what_turns_is_a_face_that_becomes_a_thing_or_comes_back() -> None:
    assert weight("thing") == weight("face") == VERDICT
    assert weight("hurt") == weight(CASCADE) == HAPPENING
    assert weight("averted") == weight("pang") == INNER
    assert weight("steps") == LIGHT


def test_a_rank_is_heard_as_louder_than_those_below_by_ears_that_hear_the_low_badly() -> None:
    """The median of each rank, weighted as IEC 61672 weights (A) and over its loudest fifth of a second."""
    by_weight = {level: [name for name in SOUNDS if weight(name) == level] for level in (HAPPENING, INNER, LIGHT)}
    medians = [float(np.median([heard_level(tone(name)) for name in names])) for names in by_weight.values()]
    assert medians == sorted(medians, reverse=True)


def heard_level(samples: np.ndarray) -> float:
    squared = np.fft.rfftfreq(len(samples), 1 / RATE) ** 2 + 1e-9
    low = (squared + 107.7**2) * (squared + 737.9**2)
    curve = 1.2589 * 12194**2 * squared**2 / ((squared + 20.6**2) * np.sqrt(low) * (squared + 12194**2))
    weighted = np.fft.irfft(np.fft.rfft(samples) * curve, len(samples))
    window = round(0.2 * RATE)
    power = np.cumsum(np.concatenate([[0.0], np.square(weighted), np.zeros(window)]))
    return float(10 * np.log10(((power[window:] - power[:-window]) / window).max()))


def test_no_sound_is_like_a_radio_between_two_stations() -> None:
    for name in SOUNDS:
        samples = tone(name)
        shape, hertz = np.abs(np.fft.rfft(samples)), np.fft.rfftfreq(len(samples), 1 / RATE)
        assert (shape * hertz).sum() / shape.sum() < STATIC / 1.5, name
        assert np.square(shape)[hertz > STATIC].sum() < 0.05 * np.square(shape).sum(), name


def test_tones_stand_in_the_scale_of_the_chord() -> None:
    scale = [pitch(f"{name}{octave}") for name in FOURTHS for octave in range(1, 8)]
    tonal = [note for notes in SOUNDS.values() for note in notes if note.breath < 0.4]
    assert len(tonal) > 60
    for note in tonal:
        for hertz in (note.low, note.high):
            assert min(abs(np.log2(hertz / one)) for one in scale) < 1e-3, note


def test_pitches_are_what_musicians_call_them() -> None:
    assert pitch("A4") == pytest.approx(440, abs=0.1)
    assert pitch("D5") == pytest.approx(587.33, abs=0.1)
    assert pitch("T4", "minor") == pytest.approx(349.23, abs=0.1)
    assert pitch("T4", "major") == pytest.approx(369.99, abs=0.1)


def test_a_choir_is_fuller_than_one_voice_and_no_louder() -> None:
    assert len({tone("pang", voices).tobytes() for voices in range(1, CHOIR + 1)}) == CHOIR
    assert len({round(rms(tone("pang", voices)), 6) for voices in range(1, CHOIR + 1)}) == 1


def test_a_roll_takes_as_long_as_the_game_waits_for_it() -> None:
    assert len(tone(CASCADE)) / RATE == pytest.approx(ROLLS, abs=0.1)


def profile(name: str) -> tuple[np.ndarray, np.ndarray]:
    """Return in which thirds of an octave (21,) a sound has its power, and when (12,): each adds up to 1."""
    samples = tone(name)
    power, hertz = np.square(np.abs(np.fft.rfft(samples))), np.fft.rfftfreq(len(samples), 1 / RATE)
    thirds = np.clip(3 * np.log2(np.maximum(hertz, 1) / 60), 0, 20).astype(int)
    moments = (np.arange(len(samples)) / RATE / 0.125).astype(int).clip(0, 11)
    where = np.bincount(thirds, power, 21) / power.sum()
    when = np.bincount(moments, np.square(samples), 12) / np.square(samples).sum()
    return where, when


def test_five_signatures_differ_in_colour_or_in_shape() -> None:
    """Of any two, at least half of the power lies in other thirds of an octave, or at other times."""
    profiles = {name: profile(name) for name in SIGNATURES}
    for one, other in combinations(profiles, 2):
        apart = [np.abs(a - b).sum() / 2 for a, b in zip(profiles[one], profiles[other], strict=True)]
        assert max(apart) > 0.5, (one, other, apart)


@pytest.mark.parametrize("name", SIGNATURES)
def test_no_other_sound_is_like_a_signature(name: str) -> None:
    own, others = profile(name), [profile(other) for other in SOUNDS if other != name]
    assert all(max(np.abs(a - b).sum() / 2 for a, b in zip(own, one, strict=True)) > 0.25 for one in others)


def test_the_page_of_sounds_lists_each_in_its_rank() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "sound.md").read_text(encoding="utf-8")
    rows = [row.split("|") for row in page.splitlines() if re.match(r"\| .* \| −\d+ \|", row)]
    listed = {
        name: -float(level.strip(" −")) for _, _, level, names, _ in rows for name in re.findall(r"`(\w+)`", names)
    }
    assert listed == {name: weight(name) for name in SOUNDS}
