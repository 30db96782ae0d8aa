"""The synthesised sounds, and the silence where there can be none."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.app.sound import RATE, SOUNDS, Sound, tone

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def closed_mixer() -> Iterator[None]:
    yield
    pygame.mixer.quit()


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_short_and_audible_and_never_clipped(name: str) -> None:
    samples = tone(name)
    assert samples.dtype == np.int16
    assert 0.04 < len(samples) / RATE < 1.0
    loudest = np.abs(samples.astype(int)).max()
    assert 2_000 < loudest < 12_000


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_begins_and_ends_in_silence_so_that_it_never_clicks(name: str) -> None:
    samples = np.abs(tone(name).astype(int))
    assert samples[0] < 200
    assert samples[-1] < 200


def test_a_sound_is_the_same_each_time() -> None:
    assert np.array_equal(tone("hurt"), tone("hurt"))


def test_all_sounds_differ() -> None:
    assert len({tone(name).tobytes() for name in SOUNDS}) == len(SOUNDS)


def test_sounds_play_on_a_device() -> None:
    sound = Sound(mute=False)
    for name in SOUNDS:
        sound.play(name)
    assert pygame.mixer.get_busy()
    sound.close()
    assert pygame.mixer.get_init() is None


def test_what_has_no_sound_stays_silent() -> None:
    sound = Sound(mute=False)
    sound.play("stay")
    assert not pygame.mixer.get_busy()


def test_mute_never_touches_the_device() -> None:
    sound = Sound(mute=True)
    sound.play("hurt")
    sound.close()
    assert pygame.mixer.get_init() is None


def test_without_a_device_one_line_is_logged_and_nothing_fails(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "there-is-none")
    with caplog.at_level(logging.INFO):
        sound = Sound(mute=False)
        sound.play("hurt")
        sound.close()
    assert len(caplog.records) == 1
    assert "silent" in caplog.text


def test_after_closing_it_is_silent() -> None:
    sound = Sound(mute=False)
    sound.close()
    sound.play("hurt")
    assert pygame.mixer.get_init() is None
