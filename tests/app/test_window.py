"""The window opens, plays and closes; without a display or a folder it says so in one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.app import crash, window
from sandbox.app.settings import LARGEST, SMALLEST, Settings, read_settings, write_settings
from sandbox.scenario.load import load_level
from sandbox.scenario.shelf import level_files
from sandbox.ui.preferences import Preferences
from sandbox.ui.scenes.play import Play

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
FIRST = "010-open-square"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(tmp_path))


def _play(monkeypatch: pytest.MonkeyPatch, *acts: Callable[[], None], then_quit: bool = True) -> int:
    """Play the first level, doing one thing a frame."""
    waiting = list(acts)
    update = Play.update

    def scripted(play: Play, seconds: float) -> None:
        update(play, seconds)
        if waiting:
            waiting.pop(0)()
        elif then_quit:
            pygame.event.post(pygame.Event(pygame.QUIT))

    monkeypatch.setattr(Play, "update", scripted)
    path = level_files()[0]
    return window.play(load_level(path), path, seed=7, mute=True)


def _press(key: int, mod: int = 0) -> Callable[[], None]:
    return lambda: (pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="")), None)[1]


def test_a_closed_window_ends_the_game_well(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _play(monkeypatch) == 0


def test_control_q_quits(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _play(monkeypatch, _press(pygame.K_q, pygame.KMOD_LCTRL), then_quit=False) == 0


def test_settings_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _play(monkeypatch, _press(pygame.K_m), _press(pygame.K_F11)) == 0
    assert read_settings() == (Settings(preferences=Preferences(quiet=True), fullscreen=True, last=FIRST), "")


def test_the_size_of_the_window_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def resized() -> None:
        pygame.display.set_mode((1000, 700), pygame.RESIZABLE)
        pygame.event.post(pygame.Event(pygame.WINDOWSIZECHANGED, x=1000, y=700))

    assert _play(monkeypatch, resized, lambda: None) == 0
    assert read_settings() == (Settings(width=1000, height=700, last=FIRST), "")


def test_f12_saves_a_picture(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert _play(monkeypatch, _press(pygame.K_F12)) == 0
    (picture,) = (tmp_path / "pictures").glob("open-square-*.png")
    assert pygame.image.load(picture).get_size() == (1280, 800)


def test_what_breaks_is_written_down(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    assert _play(monkeypatch, broken) == 1
    (report,) = tmp_path.glob("crash-*.txt")
    assert "ZeroDivisionError" in report.read_text()
    assert str(report) in capsys.readouterr().err


def test_a_report_finds_another_place_or_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(blocked))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    found = crash.save_report(ValueError("x"), None)
    assert found is not None
    assert found.parent == tmp_path
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(blocked))
    assert crash.save_report(ValueError("x"), None) is None


def test_an_unwritable_folder_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(blocked / "below"))
    assert _play(monkeypatch, _press(pygame.K_m)) == 0
    (sentence,) = capsys.readouterr().err.splitlines()
    assert "plays on" in sentence


def test_a_window_is_opened_that_fits_a_wall(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"width": 2147483647, "height": 1}')
    settings, complaint = read_settings()
    assert (settings.width, settings.height, complaint) == (*(LARGEST[0], SMALLEST[1]), "")


@pytest.mark.parametrize("content", [b"{", b'{"preferences": {"palette": "\xff"}}', b'{"x": ' + b"[" * 100_000])
def test_broken_settings_give_the_usual_ones_and_are_kept_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    settings, complaint = read_settings()
    assert settings == Settings()
    assert "settings.json" in complaint
    assert "settings.broken" in complaint
    assert (tmp_path / "settings.broken").read_bytes() == content
    assert write_settings(Settings(width=1)) == ""
    assert read_settings()[0].width > 1


@pytest.mark.parametrize("wish", [{"SDL_VIDEODRIVER": "x11"}, {}])
def test_no_display_is_one_sentence_and_exit_code_1(tmp_path: Path, wish: dict[str, str]) -> None:
    displays = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
    kept = {name: value for name, value in os.environ.items() if name not in displays}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--mute"],
        env=kept | wish | {"SYMPATHY_SANDBOX_HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "shot" in done.stderr
