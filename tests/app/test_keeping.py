"""What is played is never lost: whoever quits, is interrupted or crashes goes on where they were."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.app.keeper import Keeper
from sandbox.scenario.library import find_level, level_files
from sandbox.scenario.load import load_level
from sandbox.session.files.play_journal import read_journal
from sandbox.session.files.recording import record, write_recording
from sandbox.session.files.reopen import reopen
from sandbox.session.files.save_file import saved, write_save
from sandbox.session.files.shelf import Shelf
from sandbox.session.session import Session
from sandbox.ui import verbs
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.scenes.base import SceneStack
from sandbox.ui.scenes.play import Play
from sandbox.ui.scenes.title import Title
from sandbox.ui.state import Shell
from tests.app.sittings import arrive, broken, hurt, newest, perform, ticks
from tests.fuzz.kills import kills
from tests.scenario.test_whole_files import full_disk
from tests.session.play import HURT, level

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sandbox.ui.screen import Screen
    from tests.app.sittings import Act


def test_whoever_quits_goes_on_where_they_were(sit_down: Callable[..., list[str]], home: Path) -> None:
    sit_down(hurt, ticks(70), perform(verbs.QUIT()), argv=("110",))
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
    sit_down(ticks(70), lambda _: os.kill(os.getpid(), getattr(signal, name)), argv=("110",))
    assert newest(home).session.tick >= 70


def test_another_level_and_the_title_keep_what_was_played_too(sit_down: Callable[..., list[str]], home: Path) -> None:
    sit_down(ticks(70), perform(verbs.OPEN(find_level("120"))), ticks(90), perform(verbs.TITLE()), argv=("110",))
    paths = Shelf(home / "saves").autosaves.paths()
    assert [reopen(path).session.level.id for path in paths] == ["look-away", "open-square"]  # type: ignore[union-attr]
    assert all(path.suffix == ".play" for path in paths)


def test_what_nobody_did_anything_in_is_not_kept(sit_down: Callable[..., list[str]], home: Path) -> None:
    sit_down(argv=("110",))
    assert Shelf(home / "saves").autosaves.paths() == ()


def test_a_newcomer_who_was_killed_comes_to_the_title(sit_down: Callable[..., list[str]], home: Path) -> None:
    sit_down(ticks(70), argv=("110",))
    (home / "settings.json").unlink()
    seen: list[Screen] = []
    sit_down(seen.append)
    assert isinstance(seen[0], Title)


def test_who_leaves_before_it_is_played_again_finds_it_as_it_was(
    sit_down: Callable[..., list[str]], home: Path
) -> None:
    sit_down(hurt, ticks(250), lambda _: None, broken, argv=("110",), code=1)
    sit_down(perform(verbs.PLAY_ON()), perform(verbs.QUIT()))
    assert newest(home).to >= 250


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

        sit_down(arrive, note, argv=(str(home / name), "--lens", "blame", "--paused"))
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

    for argv in ((), ("110",)):
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


def test_a_window_on_a_folder_that_cannot_be_written_plays_on(
    sit_down: Callable[..., list[str]], home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "file").touch()
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(home / "file" / "below"))
    sit_down(hurt, ticks(70), perform(verbs.SAVE()), lambda _: None, argv=("110",))
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
