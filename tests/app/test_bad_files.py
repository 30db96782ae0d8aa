"""One bad file takes nothing else down: it is named in a sentence, in the window and on the terminal."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pygame
import pytest

from sandbox.app import cli, crash, picture, window
from sandbox.app.settings import Settings, read_settings, write_settings
from sandbox.scenario.folders import LEVELS
from sandbox.ui import verbs
from sandbox.ui.scenes.base import SceneStack
from sandbox.ui.scenes.title import Title
from sandbox.ui.screen import Screen
from tests.scenario.test_whole_files import full_disk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT_ONLY = pytest.mark.skipif(os.name == "nt", reason="There all names are text.")


class Seen(NamedTuple):
    """What the last picture of a sitting showed."""

    level: str
    """its id; nothing on the title"""
    said: list[str]
    """sentences over it"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let a folder of our own hold the levels that ship with the game."""
    folder = tmp_path / "levels"
    shutil.copytree(LEVELS, folder)
    monkeypatch.setattr("sandbox.scenario.library.LEVELS", folder)
    return folder


@pytest.fixture
def sit_down(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Seen]:
    """Return a function that plays some pictures, and after each does something with the screen."""

    def play(*acts: Callable[[Screen], object]) -> Seen:
        seen: list[Seen] = []

        def noted(scenes: SceneStack, surface: pygame.Surface) -> None:
            draw(scenes, surface)
            assert isinstance(scenes.top, Screen)
            level = "" if scenes.session is None else scenes.session.level.id
            seen.append(Seen(level, [line.removeprefix("• ") for line in scenes.top.shell.toast.splitlines()]))
            if len(seen) <= len(acts):
                acts[len(seen) - 1](scenes.top)
            elif len(seen) > len(acts) + 1:
                pygame.event.post(pygame.Event(pygame.QUIT))

        monkeypatch.setattr(SceneStack, "draw", noted)
        assert window.play(None, mute=True) == 0
        return seen[-1]

    draw = SceneStack.draw
    return play


def test_everything_that_is_wrong_is_said_at_once_and_on_the_terminal(
    sit_down: Callable[..., Seen], home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fields = {"width": "wide", "keys": {"paws": []}, "preferences": {"words": 0}}
    (home / "settings.json").write_text(json.dumps(fields))
    said = sit_down().said
    assert said == capsys.readouterr().err.splitlines()
    assert len(said) == 3
    assert all("settings.json: " in sentence for sentence in said)


def test_of_many_things_some_are_said_and_all_stand_on_the_terminal(
    sit_down: Callable[..., Seen], home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "settings.json").write_text(json.dumps({"keys": {f"paws {number}": [] for number in range(9)}}))
    said, told = sit_down().said, capsys.readouterr().err.splitlines()
    assert (said[:-1], len(told)) == (told[:3], 9)
    assert "6 more" in said[-1]


def test_what_could_not_be_written_is_tried_again_at_the_end(
    sit_down: Callable[..., Seen], home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = home / "file"
    blocked.touch()
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(blocked))
    sit_down(lambda screen: screen.perform(verbs.SOUND()), lambda _: None, lambda _: blocked.unlink())
    assert read_settings()[0].preferences.quiet
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_one_bad_level_is_said_and_the_first_good_one_is_played(
    sit_down: Callable[..., Seen], shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (shelf / "0005-mine.json").write_text('{"id": "mine", }')
    (shelf / "0006-folder.json").mkdir()
    (shelf / "0007-nowhere.json").symlink_to(shelf / "nothing")
    if hasattr(os, "mkfifo"):
        os.mkfifo(shelf / "0008-pipe.json")
    (shelf / "0009-large.json").write_bytes(b" " * 5_000_000)

    def begin(screen: Screen) -> None:
        assert isinstance(screen, Title)
        screen.play_on()

    seen = sit_down(begin)
    assert seen.level == "click-someone"
    assert seen.said == capsys.readouterr().err.splitlines()
    mine, large = seen.said
    assert "005-mine.json: line 1, column 14: there is a comma after the last entry" in mine
    assert "009-large.json: it has more than" in large


@pytest.mark.parametrize("content", [b"{", None])
def test_without_a_good_level_there_is_the_title(
    sit_down: Callable[..., Seen], shelf: Path, content: bytes | None
) -> None:
    for file in shelf.rglob("*.json"):
        file.unlink() if content is None else file.write_bytes(content)

    def open_the_sandbox(screen: Screen) -> None:
        assert isinstance(screen, Title)
        screen.open_sandbox()

    assert sit_down(open_the_sandbox).level == ""


def test_a_last_level_that_is_broken_and_a_broken_title_are_said(
    sit_down: Callable[..., Seen], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "own.json").write_bytes(b"{")
    monkeypatch.setattr("sandbox.ui.scenes.show.PEOPLE", home / "people.json")
    write_settings(Settings(last=str(home / "own.json")))
    seen = sit_down()
    assert seen.level == ""
    last, people = seen.said
    assert "own.json: line 1" in last
    assert "people.json: there is no such file" in people


@TEXT_ONLY
def test_names_that_are_no_text_are_shown_as_far_as_they_can_be(
    shelf: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = shelf / os.fsdecode(b"005-\xff.json")
    bad.write_bytes(b"{")
    monkeypatch.chdir(home)
    for words in (["check", str(bad)], ["play", str(bad)], ["run", "110", "--seconds", "\udcff"], ["\udcff"]):
        assert cli.main(words) != 0
        sentence = "".join(capsys.readouterr())
        assert "�" in sentence
        assert sentence.encode()


def test_pictures_and_reports_of_one_second_stand_beside_each_other(home: Path) -> None:
    surface = pygame.Surface((8, 8))
    assert len({picture.save_picture(surface, "title") for _ in range(8)}) == 8
    assert len(list((home / "pictures").iterdir())) == 8
    assert len({crash.save_report(ValueError("x"), None) for _ in range(8)}) == 8


def test_a_full_disk_leaves_no_half_picture_and_the_file_is_named(home: Path) -> None:
    surface = pygame.image.frombytes(bytes(number * number % 251 for number in range(90_000)), (150, 200), "RGB")
    with full_disk():
        sentence = picture.save_picture(surface, "title")
    assert str(home / "pictures" / "title-") in sentence
    assert "too large" in sentence
    assert list((home / "pictures").iterdir()) == []


@pytest.mark.parametrize("words", [["shot", "110", "--at", "0", "-o", "x.png"], ["sheet", "-o", "x.png"]])
def test_a_full_disk_leaves_no_half_drawing_and_the_file_is_named(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    monkeypatch.chdir(home)
    with full_disk():
        assert cli.main(words) == 1
    assert "x.png: " in capsys.readouterr().err
    assert list(home.iterdir()) == []


@TEXT_ONLY
def test_a_report_about_a_name_that_is_no_text_is_written() -> None:
    report = crash.save_report(ValueError("\udcff"), None)
    assert report is not None
    assert "\\udcff" in report.read_text("utf-8")
