"""The loudspeaker, what it holds, and the silence where there can be none."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.app.sound.effects import SOUNDS
from sandbox.app.sound.loudspeaker import Sound
from sandbox.app.sound.turntable import CHANNELS, nearer, sides_of
from sandbox.ui.hud.held import Held
from sandbox.ui.hud.sound_cues import Heard

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def closed_mixer() -> Iterator[None]:
    yield
    pygame.mixer.quit()


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
    sound.hold({"lawn.life": Held(1.0)}, 0.1)
    sound.close()
    assert pygame.mixer.get_init() is None


def test_without_a_device_one_line_says_so_and_nothing_fails(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "there-is-none")
    sound = Sound(mute=False)
    sound.play(Heard("hurt", (0,)))
    sound.hold({"lawn.life": Held(1.0)}, 0.1)
    sound.close()
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert "silent" in caplog.text


def test_after_closing_it_is_silent() -> None:
    sound = Sound(mute=False)
    sound.close()
    sound.play(Heard("hurt", (0,)))
    assert pygame.mixer.get_init() is None


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

    def set_num_channels(self, _: int) -> None: ...

    def set_reserved(self, _: int) -> None: ...

    def set_volume(self, *_: float) -> None: ...

    def play(self) -> _Mixer:
        self._fail()
        self.played += 1
        return self

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


LAWN = {f"lawn.{layer}": Held(1.0, glide=2.0) for layer in ("ground", "air", "life")}


def test_what_is_held_is_made_beside_the_game_and_comes_softly() -> None:
    waiting = list[Callable[[], None]]()
    sound = Sound(mute=False, aside=waiting.append)
    sound.hold(LAWN, 0.1)
    sound.hold(LAWN, 0.1)
    assert (len(waiting), sound._turntable.turning) == (1, frozenset())
    waiting.pop()()
    sound.hold(LAWN, 0.1)
    assert sound._turntable.turning == LAWN.keys()
    channels = [pygame.mixer.Channel(place) for place in range(len(LAWN))]
    assert all(channel.get_busy() for channel in channels)
    volumes = [max(one.sides) for one in sound._turntable._turning.values()]
    assert volumes == [pytest.approx(0.05)] * len(LAWN)
    sound.close()


def test_what_is_no_longer_held_fades_away_and_its_channel_is_free() -> None:
    sound = Sound(mute=False, aside=lambda act: act())
    for _ in range(3):
        sound.hold(LAWN, 1.0)
    birdless = {name: one for name, one in LAWN.items() if name != "lawn.life"}
    sound.hold(birdless, 0.5)
    assert "lawn.life" in sound._turntable.turning
    sound.hold(birdless, 1.0)
    assert sound._turntable.turning == birdless.keys()
    sound.hold(LAWN, 1.0)
    assert sound._turntable.turning == LAWN.keys()
    sound.close()


def test_what_is_held_goes_on_on_another_device(mixer: _Mixer) -> None:
    clock = _Clock()
    sound = Sound(mute=False, aside=lambda act: act(), now=clock)
    mixer.works = False
    sound.hold({}, 0.1)
    clock.now = 60.0
    sound.play(Heard("hurt", (0,)))
    assert sound._turntable.turning == frozenset()
    mixer.works = True
    clock.now = 120.0
    sound.hold({}, 0.1)
    assert mixer.opened == 3


def test_after_a_hush_what_is_held_begins_anew() -> None:
    sound = Sound(mute=False, aside=lambda act: act())
    sound.hold(LAWN, 1.0)
    sound.hold(LAWN, 1.0)
    sound.hush()
    assert not pygame.mixer.get_busy()
    sound.hold(LAWN, 0.5)
    assert pygame.mixer.get_busy()
    assert [max(one.sides) for one in sound._turntable._turning.values()] == [0.25] * len(LAWN)
    sound.close()


def test_effects_never_take_the_channels_of_what_is_held() -> None:
    sound = Sound(mute=False, aside=lambda act: act())
    for name in SOUNDS:
        sound.play(Heard(name, (0,)))
    assert not any(pygame.mixer.Channel(place).get_busy() for place in range(CHANNELS))
    sound.close()


def test_more_loops_than_there_are_channels_leave_the_last_silent() -> None:
    sound = Sound(mute=False, aside=lambda act: act())
    many = {
        f"{place}.{layer}": Held(1.0)
        for place in ("lawn", "ward", "office", "village", "bus-stop")
        for layer in ("ground", "air", "life")
    }
    for _ in range(3):
        sound.hold(many, 0.1)
    assert len(sound._turntable.turning) == CHANNELS < len(many)
    sound.close()


def test_sides_and_glides() -> None:
    assert sides_of(0.8, 0.0) == (0.8, 0.8)
    assert sides_of(1.0, 0.5) == (0.5, 1.0)
    assert sides_of(1.0, -0.5) == (1.0, 0.5)
    assert nearer((0.0, 1.0), (1.0, 0.9), 0.25) == (0.25, 0.9)
