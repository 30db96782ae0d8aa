"""A window that nobody sees sleeps, and a still picture is drawn seldom."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import Mock

import pygame
import pytest

from sandbox.app import window
from sandbox.app.settings import Settings, read_settings, write_settings
from sandbox.scenario.library import level_files
from sandbox.ui.preferences import Preferences
from sandbox.ui.scenes.base import SceneStack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class _Watch:
    """Stands for the system: tells of events, and notes for how long the game waits for them."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, *, rounds: int, seen: Callable[[], bool] = lambda: True
    ) -> None:
        self.waits: list[int] = []
        self.drawn = self.updated = 0
        self.rounds, self.events = rounds, list[pygame.Event]()
        monkeypatch.setattr(pygame.event, "wait", self.wait)
        monkeypatch.setattr(pygame.event, "get", self.get)
        monkeypatch.setattr(pygame.display, "get_active", seen)
        monkeypatch.setattr(pygame.time, "Clock", lambda: Mock(tick=lambda *_: 100))
        draw, update = SceneStack.draw, SceneStack.update

        def drawing(scenes: SceneStack, surface: pygame.Surface) -> None:
            self.drawn += 1
            draw(scenes, surface)

        def updating(scenes: SceneStack, seconds: float) -> None:
            self.updated += 1
            update(scenes, seconds)

        monkeypatch.setattr(SceneStack, "draw", drawing)
        monkeypatch.setattr(SceneStack, "update", updating)

    def wait(self, milliseconds: int) -> pygame.Event:
        self.waits.append(milliseconds)
        return pygame.Event(pygame.NOEVENT)

    def get(self) -> list[pygame.Event]:
        self.rounds -= 1
        told, self.events = self.events, []
        return told if self.rounds else [pygame.Event(pygame.QUIT)]


SPACE = pygame.Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" ")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(tmp_path))


def _play() -> None:
    square = next(path for path in level_files() if path.stem.startswith("110"))  # Time passes there from the start.
    assert window.play(square, mute=True) == 0


def test_a_window_that_nobody_sees_neither_plays_nor_draws_but_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    watch = _Watch(monkeypatch, rounds=20, seen=lambda: False)
    _play()
    assert (watch.drawn, watch.updated) == (1, 0)
    assert len(watch.waits) == 20
    assert min(watch.waits) >= 200


def test_what_is_played_is_drawn_as_often_as_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    watch = _Watch(monkeypatch, rounds=30)
    _play()
    assert watch.waits == []
    assert watch.drawn == 31


@pytest.mark.parametrize(("calm", "least"), [(False, 30), (True, 200)])
def test_a_paused_picture_is_drawn_seldom_but_at_once_when_anything_happens(
    monkeypatch: pytest.MonkeyPatch,
    calm: bool,  # noqa: FBT001 - a parameter of the test
    least: int,
) -> None:
    write_settings(Settings(preferences=Preferences(calm=calm)))
    watch = _Watch(monkeypatch, rounds=30)
    watch.events = [SPACE]
    _play()
    assert 15 < len(watch.waits) < 25
    assert min(watch.waits) >= least


def test_sound_stops_when_the_window_is_minimised(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = Mock()
    monkeypatch.setattr(window, "Sound", lambda _: sound)
    watch = _Watch(monkeypatch, rounds=5)
    watch.events = [pygame.Event(pygame.WINDOWMINIMIZED), pygame.Event(pygame.AUDIODEVICEADDED, which=0, iscapture=0)]
    _play()
    sound.hush.assert_called_once()
    sound.follow.assert_called_once()


def test_a_size_of_nothing_is_no_size(monkeypatch: pytest.MonkeyPatch) -> None:
    resized: list[tuple[int, int]] = []
    monkeypatch.setattr(SceneStack, "resize", lambda _, size: resized.append(size))
    watch = _Watch(monkeypatch, rounds=5)
    watch.events = [pygame.Event(pygame.WINDOWSIZECHANGED, x=0, y=0)]
    monkeypatch.setattr(
        window.Placement, "surface", property(lambda _: pygame.Surface((0, 0)), lambda *_: None), raising=False
    )
    monkeypatch.setattr(SceneStack, "draw", lambda *_: None)
    _play()
    assert resized == []


def test_the_system_ends_the_game_as_the_player_would(monkeypatch: pytest.MonkeyPatch) -> None:
    import signal

    watch = _Watch(monkeypatch, rounds=100)
    update = SceneStack.update

    def ended(scenes: SceneStack, seconds: float) -> None:
        update(scenes, seconds)
        if watch.drawn == 5:
            signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(SceneStack, "update", ended)
    _play()
    assert watch.drawn == 6
    assert read_settings()[0].last
