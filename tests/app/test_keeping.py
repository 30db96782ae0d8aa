"""What is played is never lost: whoever quits, is interrupted or crashes goes on where they were."""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import TYPE_CHECKING, Final

import pygame
import pytest

from sandbox.app import cli, crash
from sandbox.app.keeper import Keeper
from sandbox.app.settings import Settings, write_settings
from sandbox.scenario.library import level_files
from sandbox.scenario.load import load_level
from sandbox.session.play_journal import read_journal
from sandbox.session.recording import read_recording, record, write_recording
from sandbox.session.reopen import Reopened, reopen
from sandbox.session.save_file import saved, write_save
from sandbox.session.session import Session
from sandbox.session.shelf import Shelf
from sandbox.ui import verbs
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.scenes.base import SceneStack
from sandbox.ui.scenes.play import Play
from sandbox.ui.scenes.title import Title
from sandbox.ui.screen import Screen
from sandbox.ui.state import Shell
from tests.fuzz.kills import kills
from tests.scenario.test_whole_files import full_disk
from tests.session.play import HURT, level

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Act = Callable[[Screen], object]

PATIENCE: Final[tuple[Act, ...]] = (lambda _: None,) * 40
"""Pictures enough to play again what was played in these tests."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(tmp_path))
    write_settings(Settings(last=level_files()[0].stem))
    return tmp_path


@pytest.fixture
def sit_down(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Return a function that plays, with an act after each picture until the window is closed, and tells all toasts."""
    update = SceneStack.update

    def play(*acts: Act, argv: tuple[str, ...] = (), code: int = 0) -> list[str]:
        waiting, said = list(acts), []

        def scripted(scenes: SceneStack, seconds: float) -> None:
            assert isinstance(scenes.top, Screen)
            said.append(scenes.top.shell.toast)
            if waiting:
                waiting.pop(0)(scenes.top)
            else:
                pygame.event.post(pygame.Event(pygame.QUIT))
            update(scenes, seconds)

        monkeypatch.setattr(SceneStack, "update", scripted)
        assert cli.main(["play", *argv, "--mute"]) == code
        return said

    return play


def ticks(count: int) -> Act:
    """Return an act that lets ticks pass."""

    def act(screen: Screen) -> None:
        assert isinstance(screen, Play)
        screen.step(count)

    return act


def hurt(screen: Screen) -> None:
    assert isinstance(screen, Play)
    screen.session.do(HURT)


def perform(invocation: object) -> Act:
    """Return an act that carries out a command."""
    return lambda screen: screen.perform(invocation)  # type: ignore[arg-type]


def broken(_: Screen) -> None:
    raise ZeroDivisionError


def newest(home: Path) -> Reopened:
    """Open what the next start goes on with."""
    (path, *_) = Shelf(home / "saves").autosaves.newest()
    opened = reopen(path)
    assert isinstance(opened, Reopened)
    return opened


def test_whoever_quits_goes_on_where_they_were(sit_down: Callable[..., list[str]], home: Path) -> None:
    sit_down(hurt, ticks(70), perform(verbs.QUIT()), argv=("010",))
    left = newest(home)
    assert left.session.tick >= 70
    assert left.session.why
    seen: list[Screen] = []
    sit_down(seen.append, perform(verbs.PLAY_ON()), seen.append)
    title, play = seen
    assert isinstance(title, Title)
    assert isinstance(play, Play)
    assert title.going_on.endswith(clock(left.session.tick))
    assert play.session.commands == left.session.commands
    assert play.session.tick >= left.session.tick
    assert len(Shelf(home / "saves").autosaves.paths()) == 1


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="There such signals are not sent.")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_who_is_told_to_end_keeps_what_was_played(sit_down: Callable[..., list[str]], home: Path, name: str) -> None:
    sit_down(ticks(70), lambda _: os.kill(os.getpid(), getattr(signal, name)), argv=("010",))
    assert newest(home).session.tick >= 70


def test_another_level_and_the_title_keep_what_was_played_too(sit_down: Callable[..., list[str]], home: Path) -> None:
    sit_down(ticks(70), perform(verbs.OPEN(level_files()[1])), ticks(90), perform(verbs.TITLE()), argv=("010",))
    paths = Shelf(home / "saves").autosaves.paths()
    assert [reopen(path).session.level.id for path in paths] == ["look-away", "open-square"]  # type: ignore[union-attr]
    assert all(path.suffix == ".play" for path in paths)


def test_what_nobody_did_anything_in_is_not_kept(sit_down: Callable[..., list[str]], home: Path) -> None:
    sit_down(argv=("010",))
    assert Shelf(home / "saves").autosaves.paths() == ()


def test_a_newcomer_who_was_killed_comes_to_the_title(sit_down: Callable[..., list[str]], home: Path) -> None:
    sit_down(ticks(70), argv=("010",))
    (home / "settings.json").unlink()
    seen: list[Screen] = []
    sit_down(seen.append)
    assert isinstance(seen[0], Title)


def test_a_crash_is_told_at_the_next_start_with_a_report_and_what_was_played(
    sit_down: Callable[..., list[str]], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_down(hurt, ticks(70), lambda _: None, broken, argv=("010",), code=1)
    (report,) = home.glob("crash-*.json")
    assert read_recording(report).made_with.game
    shown: list[Path] = []
    monkeypatch.setattr("sandbox.ui.commands.starting.show_folder", lambda folder: shown.append(folder) or True)
    seen: list[list[str]] = []

    def note(screen: Screen) -> None:
        seen.append([control.name for control in screen.controls if control.name.startswith("broke.")])

    said = sit_down(note, lambda screen: screen.press_control("broke.report"), note)
    assert seen == [["broke.go_on", "broke.report", "broke.dismiss"], []]
    assert shown == [home]
    assert any(report.name in words for words in said)
    seen.clear()
    sit_down(note, perform(verbs.PLAY_ON()), *PATIENCE)
    assert seen[0] == []
    assert newest(home).to >= 70
    assert newest(home).session.tick >= 70


def test_who_leaves_before_it_is_played_again_finds_it_as_it_was(
    sit_down: Callable[..., list[str]], home: Path
) -> None:
    sit_down(hurt, ticks(600), lambda _: None, broken, argv=("010",), code=1)
    sit_down(perform(verbs.PLAY_ON()), perform(verbs.QUIT()))
    assert newest(home).to >= 600


def test_a_crash_that_no_title_tells_of_is_told_in_a_sentence(
    sit_down: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    sit_down(broken, argv=("010",), code=1)
    capsys.readouterr()
    sit_down(argv=("010",))
    assert "broke last time" in capsys.readouterr().err
    sit_down(argv=("010",))
    assert capsys.readouterr().err == ""


def test_who_breaks_again_and_again_comes_to_a_title_that_opens_nothing(sit_down: Callable[..., list[str]]) -> None:
    sit_down(ticks(70), argv=("010",))
    for _ in range(2):
        sit_down(perform(verbs.PLAY_ON()), broken, code=1)
    seen: list[str] = []
    sit_down(lambda screen: seen.append(screen.going_on))  # type: ignore[attr-defined]
    assert seen == ["Play on: The Open Square"]
    sit_down(lambda screen: seen.append(screen.going_on))  # type: ignore[attr-defined]
    assert seen[1].startswith("Go on: The Open Square")


@pytest.mark.parametrize("content", [b"", b"[" * 9000, b'{"times": -1}', b"\xff", b'{"report": 3}'])
def test_a_strange_mark_of_a_crash_is_just_a_crash(home: Path, content: bytes) -> None:
    (home / crash.MARK).write_bytes(content)
    assert crash.last_broken() == crash.Broke()
    crash.forget_broken()
    assert crash.last_broken() is None


def test_a_save_and_a_recording_are_opened_from_the_command_line(
    sit_down: Callable[..., list[str]], home: Path
) -> None:
    session = Session(level("open-square"))
    session.do(HURT)
    session.step(64)
    write_save(home / "mine.play", saved(session))
    write_recording(home / "mine.json", record(session))
    for name in ("mine.play", "mine.json"):
        seen: list[tuple[int, int, str]] = []

        def note(screen: Screen, seen: list[tuple[int, int, str]] = seen) -> None:
            assert isinstance(screen, Play)
            seen.append((screen.session.tick, len(screen.session.commands), screen.state.lens))

        sit_down(*PATIENCE, note, argv=(str(home / name), "--lens", "blame", "--paused"))
        assert seen[0][0] >= 64
        assert seen[0][1:] == (1, "blame")
    seen = []
    sit_down(
        note := lambda screen: seen.append((screen.session.tick, 0, "")), argv=(str(home / "mine.play"), "--at", "3")
    )
    assert note
    assert seen[0][0] == 30


def test_a_file_is_dropped_on_the_title_and_on_a_level(sit_down: Callable[..., list[str]], home: Path) -> None:
    session = Session(level("look-away"))
    session.step(64)
    write_save(home / "mine.play", saved(session))
    (home / "bad.play").write_bytes(b"PK")

    def drop(name: str) -> Act:
        return lambda _: pygame.event.post(pygame.Event(pygame.DROPFILE, file=str(home / name)))

    for argv in ((), ("010",)):
        seen: list[str] = []
        said = sit_down(
            drop("bad.play"),
            lambda _: None,
            drop("mine.play"),
            lambda _: None,
            lambda screen: seen.append(screen.session.level.id),  # type: ignore[attr-defined]  # noqa: B023
            argv=argv,
        )
        assert any("no save" in words for words in said)
        assert seen == ["look-away"]


def test_a_full_disk_is_said_and_what_is_done_is_kept_again_when_there_is_room(
    home: Path,
) -> None:
    pygame.display.init()
    pygame.display.set_mode((800, 500))
    now = [0.0]
    shell = Shell(shelf=Shelf(home / "saves"))
    play = Play(shell, load_level(level_files()[0]), (800, 500))
    scenes, keeper = SceneStack(play), Keeper(shell, shell.shelf, lambda: now[0])  # type: ignore[arg-type]
    play.session.do(HURT)
    with full_disk():
        for _ in range(20):
            now[0] += 1.0
            play.step(5)
            keeper.follow(scenes)
        (sentence,) = shell.complaints
        assert "not kept" in sentence
    for _ in range(8):
        now[0] += 1.0
        play.step(5)
        keeper.follow(scenes)
    (path,) = Shelf(home / "saves").autosaves.paths()
    assert read_journal(path.with_suffix(".journal")).tick > 100
    keeper.finish()
    pygame.display.quit()


def test_the_clock_is_told_every_few_seconds_and_a_save_follows_every_minute(home: Path) -> None:
    pygame.display.init()
    pygame.display.set_mode((800, 500))
    now = [0.0]
    shell = Shell(shelf=Shelf(home / "saves"))
    play = Play(shell, load_level(level_files()[0]), (800, 500))
    play.state.speed = 0.5
    scenes, keeper = SceneStack(play), Keeper(shell, shell.shelf, lambda: now[0])  # type: ignore[arg-type]
    told, files = [], []
    for _ in range(70):
        now[0] += 1.0
        play.step(2)
        keeper.follow(scenes)
        found = Shelf(home / "saves").autosaves.paths()
        files.append([path.suffix for path in found])
        told.append(
            play.session.tick - read_journal(found[0].with_suffix(".journal")).tick if found else play.session.tick
        )
    assert max(told) <= 12
    assert files[-10] == [".journal"] or files[-10] == [".play"]
    keeper.finish()
    assert [path.suffix for path in Shelf(home / "saves").autosaves.paths()] == [".play"]
    assert shell.complaints == []
    pygame.display.quit()


@pytest.mark.skipif(sys.platform == "win32", reason="There programs are not killed by a signal.")
def test_two_games_are_killed_and_lose_no_more_than_ten_seconds(tmp_path: Path) -> None:
    folder = tmp_path / "kills"
    folder.mkdir()
    assert len([*kills(2, folder, seed=7)]) == 2


def test_the_mark_of_a_crash_names_the_report(home: Path) -> None:
    crash.note_broken(home / "crash-1.json")
    assert json.loads((home / crash.MARK).read_bytes()) == {
        "report": str(home / "crash-1.json"),
        "times": 1,
        "told": False,
    }
    crash.note_broken(None)
    assert crash.last_broken() == crash.Broke("", 2)


def test_a_window_on_a_folder_that_cannot_be_written_plays_on(
    sit_down: Callable[..., list[str]], home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "file").touch()
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(home / "file" / "below"))
    sit_down(hurt, ticks(70), perform(verbs.SAVE()), lambda _: None, argv=("010",))
    assert "not kept" in capsys.readouterr().err


@pytest.mark.parametrize("away", ["minimised", "title"])
def test_a_paused_game_that_is_left_for_a_while_is_saved_at_once(home: Path, away: str) -> None:
    pygame.display.init()
    pygame.display.set_mode((800, 500))
    shell = Shell(shelf=Shelf(home / "saves"))
    play = Play(shell, load_level(level_files()[0]), (800, 500))
    scenes, keeper = SceneStack(play), Keeper(shell, Shelf(home / "saves"), lambda: 0.0)
    play.state.paused = True
    play.session.do(HURT)
    for _ in range(2):
        keeper.follow(scenes)
    if away == "title":
        play.show_title()
        scenes.update(0.1)
    keeper.follow(scenes, seen=away != "minimised")
    assert keeper._kept is not None
    assert keeper._kept._writer is not None
    keeper._kept._writer.join()
    assert keeper._kept.path.exists()
    keeper.finish()
    pygame.display.quit()
