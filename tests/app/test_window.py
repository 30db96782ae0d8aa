"""The window opens, plays and closes; without a display or a folder it says so in one sentence."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.app import crash, window
from sandbox.app.settings import LARGEST, SMALLEST, Settings, read_settings, write_settings
from sandbox.app.sound.loudspeaker import Sound
from sandbox.scenario.library import find_level, first_level, level_files
from sandbox.scenario.load import load_level
from sandbox.scenario.problems import LevelError
from sandbox.session.files.recording import read_recording
from sandbox.ui.opening import Opening
from sandbox.ui.preferences import Preferences
from sandbox.ui.scenes.base import SceneStack
from sandbox.ui.state import Shell

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
FIRST = "110-open-square"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(tmp_path))
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [(1920, 1080)])


def _script(monkeypatch: pytest.MonkeyPatch, *acts: Callable[[], None], then_quit: bool = True) -> None:
    """Do one thing a frame, and close the window after the last."""
    waiting = list(acts)
    update = SceneStack.update

    def scripted(scenes: SceneStack, seconds: float) -> None:
        update(scenes, seconds)
        if waiting:
            waiting.pop(0)()
        elif then_quit:
            pygame.event.post(pygame.Event(pygame.QUIT))

    monkeypatch.setattr(SceneStack, "update", scripted)


def _play(monkeypatch: pytest.MonkeyPatch, *acts: Callable[[], None], then_quit: bool = True) -> int:
    """Play the first level, doing one thing a frame."""
    _script(monkeypatch, *acts, then_quit=then_quit)
    return window.play(find_level("110"), Opening(seed=7), mute=True)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note what each picture shows: the id of a level, or the title."""
    seen: list[str] = []
    draw = SceneStack.draw

    def noted(scenes: SceneStack, surface: pygame.Surface) -> None:
        draw(scenes, surface)
        session = scenes.top.session
        seen.append("title" if session is None else session.level.id)

    monkeypatch.setattr(SceneStack, "draw", noted)
    return seen


def _press(key: int, mod: int = 0) -> Callable[[], None]:
    return lambda: (pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="")), None)[1]


def test_a_closed_window_ends_the_game_well(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _play(monkeypatch) == 0


def test_control_q_quits(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _play(monkeypatch, _press(pygame.K_q, pygame.KMOD_LCTRL), then_quit=False) == 0


def test_settings_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _play(monkeypatch, _press(pygame.K_m), _press(pygame.K_F11)) == 0
    settings, complaints = read_settings()
    assert settings.preferences == Preferences(quiet=True)
    assert (settings.fullscreen, settings.last, complaints) == (True, FIRST, ())


def test_the_size_of_the_window_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def resized() -> None:
        pygame.display.set_mode((1000, 700), pygame.RESIZABLE)
        pygame.event.post(pygame.Event(pygame.WINDOWSIZECHANGED, x=1000, y=700))

    assert _play(monkeypatch, resized, lambda: None) == 0
    settings, complaints = read_settings()
    assert (settings.width, settings.height, complaints) == (1000, 700, ())


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
    (report,) = tmp_path.glob("crash-*.json")
    recording = read_recording(report)
    assert recording.report[-1] == "ZeroDivisionError"
    assert (recording.level.id, recording.made_with.python) == ("open-square", platform.python_version())
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


def test_a_newcomer_goes_from_the_title_into_the_first_level_and_later_finds_it_there(
    monkeypatch: pytest.MonkeyPatch, shown: list[str]
) -> None:
    _script(monkeypatch, _press(pygame.K_RETURN), lambda: None)
    assert window.play(None, mute=True) == 0
    assert (shown[0], shown[-1]) == ("title", load_level(first_level()).id)
    assert read_settings()[0].last == first_level().stem
    shown.clear()
    _script(monkeypatch)
    assert window.play(None, mute=True) == 0
    assert set(shown) == {"title"}


def test_enter_on_the_title_plays_the_last_level_on(monkeypatch: pytest.MonkeyPatch, shown: list[str]) -> None:
    write_settings(Settings(last="120-look-away"))
    _script(monkeypatch, _press(pygame.K_RETURN), lambda: None)
    assert window.play(None, mute=True) == 0
    assert (shown[0], shown[-1]) == ("title", "look-away")


def test_the_level_that_was_played_last_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    _script(monkeypatch)
    window.play(level_files()[2], mute=True)
    assert read_settings()[0].last == level_files()[2].stem


def test_a_broken_level_opens_no_window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_bytes(b"{")
    monkeypatch.setattr(window, "open_window", lambda _: pytest.fail("A window was opened."))
    with pytest.raises(LevelError):
        window.play(tmp_path / "bad.json")


def test_what_breaks_on_the_title_is_written_down_with_the_suspended_level(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shown: list[str]
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    assert _play(monkeypatch, _press(pygame.K_t, pygame.KMOD_LCTRL), lambda: None, broken) == 1
    assert shown[-1] == "title"
    (report,) = tmp_path.glob("crash-*.json")
    recording = read_recording(report)
    assert (recording.level.id, recording.seed) == ("open-square", 7)


def test_f12_saves_a_picture_of_the_title(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write_settings(Settings(last=FIRST))
    _script(monkeypatch, _press(pygame.K_F12))
    assert window.play(None, mute=True) == 0
    assert len(list((tmp_path / "pictures").glob("title-*.png"))) == 1


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
    settings, complaints = read_settings()
    assert (settings.width, settings.height, complaints) == (*(LARGEST[0], SMALLEST[1]), ())


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


def test_keys_of_the_players_own_are_found_again(monkeypatch: pytest.MonkeyPatch, shown: list[str]) -> None:
    write_settings(Settings(keys={"title": ["Ctrl+J"]}))
    assert _play(monkeypatch, _press(pygame.K_j, pygame.KMOD_LCTRL), lambda: None) == 0
    assert "title" in shown
    assert read_settings()[0].keys == {"title": ["Ctrl+J"]}


def test_a_useless_key_is_told_and_spoils_no_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_settings(Settings(width=1000, keys={"title": ["Hyper+J"], "pause": ["P"], "paws": []}))
    assert _play(monkeypatch) == 0
    told = capsys.readouterr().err
    assert "Hyper+J" in told
    assert "paws" in told
    assert read_settings()[0].width == 1000
    assert read_settings()[0].keys["pause"] == ["P"]


def test_the_window_begins_without_text_input(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    monkeypatch.setattr(pygame.key, "stop_text_input", lambda: calls.append("stop"))
    assert _play(monkeypatch) == 0
    assert calls == ["stop"]


def test_full_screen_says_how_to_get_out_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(Shell, "show_toast", lambda _, sentence: said.append(sentence))
    assert _play(monkeypatch, _press(pygame.K_F11), lambda: None, _press(pygame.K_ESCAPE), lambda: None) == 0
    (sentence,) = said
    assert "F11" in sentence
    assert "Escape" in sentence
    assert not read_settings()[0].fullscreen


def test_what_is_held_follows_each_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[set[str]] = []
    monkeypatch.setattr(Sound, "hold", lambda _, held, seconds: heard.append({*held} if seconds >= 0 else set()))
    assert _play(monkeypatch, lambda: None, _press(pygame.K_m), lambda: None, lambda: None) == 0
    assert {name.partition(".")[2] for name in heard[0]} == {"ground", "air", "life"}
    assert heard[-1] == set()
