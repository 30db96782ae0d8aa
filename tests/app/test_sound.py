"""The synthesised sounds, and the silence where there can be none."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.app.sound import CHOIR, RATE, SOUNDS, Sound, tone
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS
from sandbox.ui.hud.sound_cues import VERDICTS, VOICES, Heard

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
        sound.play(Heard(name, (0,)))
    assert pygame.mixer.get_busy()
    sound.close()
    assert pygame.mixer.get_init() is None


def test_what_is_turned_down_altogether_stays_silent() -> None:
    sound = Sound(mute=False)
    sound.play(Heard("hurt", (0,)), 0.0)
    assert not pygame.mixer.get_busy()


def test_mute_never_touches_the_device() -> None:
    sound = Sound(mute=True)
    sound.play(Heard("hurt", (0,)))
    sound.close()
    assert pygame.mixer.get_init() is None


def test_without_a_device_one_line_says_so_and_nothing_fails(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "there-is-none")
    sound = Sound(mute=False)
    sound.play(Heard("hurt", (0,)))
    sound.close()
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert "silent" in caplog.text


def test_after_closing_it_is_silent() -> None:
    sound = Sound(mute=False)
    sound.close()
    sound.play(Heard("hurt", (0,)))
    assert pygame.mixer.get_init() is None


def test_everything_that_is_heard_has_a_sound_and_every_sound_is_heard() -> None:
    named = {one.sound for one in (*HAPPENINGS, *OPTIONS)} - {""}
    heard = named | {*VERDICTS.values(), *(name for name, _ in VOICES.values())}
    assert heard == SOUNDS.keys()


def test_a_choir_is_fuller_than_one_voice_and_hardly_louder() -> None:
    def power(voices: int) -> float:
        samples = tone("pang", voices).astype(float)
        return float((samples**2).sum())

    assert len({tone("pang", voices).tobytes() for voices in range(1, CHOIR + 1)}) == CHOIR
    assert 0.5 < power(CHOIR) / power(1) < 2.0


class _Clock:
    """A time that a test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class _Mixer:
    """A mixer whose device can fail."""

    def __init__(self) -> None:
        self.works, self.opened, self.played, self.stopped = True, 0, 0, 0

    def init(self, **_: object) -> None:
        self.opened += 1
        self._fail()

    def quit(self) -> None: ...

    def stop(self) -> None:
        self.stopped += 1

    def Sound(self, **_: object) -> _Mixer:  # noqa: N802 - as pygame calls it
        return self

    def set_volume(self, _: float) -> None: ...

    def play(self) -> None:
        self._fail()
        self.played += 1

    def _fail(self) -> None:
        if not self.works:
            raise pygame.error("The device has gone.")


@pytest.fixture
def mixer(monkeypatch: pytest.MonkeyPatch) -> _Mixer:
    fake = _Mixer()
    monkeypatch.setattr(pygame, "mixer", fake)
    return fake


GONE = pygame.Event(pygame.AUDIODEVICEREMOVED, which=2, iscapture=0)
CAME = pygame.Event(pygame.AUDIODEVICEADDED, which=0, iscapture=0)


@pytest.mark.parametrize("event", [GONE, CAME])
def test_a_device_that_goes_or_comes_is_opened_again_beside_the_game(mixer: _Mixer, event: pygame.Event) -> None:
    clock, waiting = _Clock(), list[Callable[[], None]]()
    sound = Sound(mute=False, aside=waiting.append, now=clock)
    clock.now = 60.0
    sound.follow(event)
    sound.follow(event)
    sound.play(Heard("hurt", (0,)))
    sound.hush()
    assert (mixer.opened, mixer.played, mixer.stopped, len(waiting)) == (1, 0, 0, 1)
    waiting.pop()()
    sound.follow(CAME)  # To open a device makes the system tell of it.
    sound.play(Heard("hurt", (0,)))
    assert (mixer.opened, mixer.played, len(waiting)) == (2, 1, 0)


def test_a_device_that_fails_is_tried_again_seldom_and_the_game_goes_on(mixer: _Mixer) -> None:
    clock = _Clock()
    sound = Sound(mute=False, aside=lambda act: act(), now=clock)
    mixer.works = False
    for _ in range(600):
        clock.now += 0.05
        sound.play(Heard("hurt", (0,)))
    assert 5 <= mixer.opened <= 12
    assert mixer.played == 0
    mixer.works = True
    clock.now += 60
    sound.play(Heard("hurt", (0,)))
    sound.play(Heard("hurt", (0,)))
    assert mixer.played == 1


def test_a_microphone_is_no_loudspeaker(mixer: _Mixer) -> None:
    clock = _Clock()
    sound = Sound(mute=False, aside=lambda act: act(), now=clock)
    clock.now = 60.0
    sound.follow(pygame.Event(pygame.AUDIODEVICEREMOVED, which=1, iscapture=1))
    assert mixer.opened == 1
