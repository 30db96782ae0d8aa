"""The list of saves: what is on the shelf is seen, opened, renamed, deleted and brought back, by mouse or keyboard."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.session.files.autosave import Autosave
from sandbox.session.files.recording import record, write_recording
from sandbox.session.files.reopen import Notes
from sandbox.session.files.save_file import PNG, saved, write_save
from sandbox.session.files.shelf import Shelf
from sandbox.session.session import Session
from sandbox.ui.kit.pictures import MOST_PX, picture_of
from sandbox.ui.scenes.base import SceneStack
from sandbox.ui.scenes.naming import Naming
from sandbox.ui.scenes.play import Play
from sandbox.ui.scenes.portrait import SIZE
from sandbox.ui.scenes.title import Title
from tests.session.play import HURT, level

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Pilot


@pytest.fixture
def shelf(tmp_path: Path, pilot: Pilot) -> Shelf:
    """Give the pilot a shelf, which is empty."""
    pilot.game.shell.shelf = Shelf(tmp_path / "saves")
    return pilot.game.shell.shelf


def names(shelf: Shelf) -> list[str]:
    """List what players gave a name."""
    return sorted(entry.name for entry in shelf.entries() if entry.name)


def at_title(pilot: Pilot) -> Title:
    """Come to the title, over nothing."""
    title = Title(pilot.game.shell, pilot.game.size, pilot.game.another)
    pilot.scenes = SceneStack(title)
    pilot.frames()
    return title


def test_a_moment_is_saved_under_a_name_of_its_own_with_its_picture(pilot: Pilot, shelf: Shelf) -> None:
    pilot.game.step(25)
    pilot.key("ctrl+s", "ctrl+s")
    assert names(shelf) == ["Pilot 0.02", "Pilot 0.02 2"]
    assert "Ctrl+O" in pilot.game.shell.toast
    seen = shelf.glimpse(shelf.entries()[0].path)
    picture = picture_of(seen.picture, SIZE)
    assert picture is not None
    assert picture.get_size() == SIZE
    assert len({tuple(picture.get_at((x, 100))) for x in range(0, 320, 8)}) > 5


def test_a_save_is_opened_at_its_moment_and_undo_leads_back(pilot: Pilot, shelf: Shelf) -> None:
    pilot.game.step(25)
    pilot.key("ctrl+s")
    pilot.game.step(30)
    before = pilot.game.session
    pilot.key("ctrl+o")
    pilot.click("saves.Pilot 0.02.play")
    assert (pilot.game.session.tick, pilot.game.session.commands) == (25, ())
    assert pilot.game.session is not before
    assert pilot.game.state.paused
    pilot.key("ctrl+z")
    assert pilot.game.session is before
    assert before.tick == 55
    del shelf


def test_a_save_is_given_another_name(pilot: Pilot, shelf: Shelf) -> None:
    pilot.key("ctrl+s", "ctrl+o")
    pilot.click("saves.Pilot 0.00.play.rename")
    assert isinstance(pilot.scenes.top, Naming)
    pilot.post(pygame.TEXTINPUT, text="../Mon")
    pilot.key("return")
    assert names(shelf) == ["-Mon"]
    pilot.click("saves.-Mon.play.rename")
    pilot.post(pygame.TEXTINPUT, text="other")
    pilot.key("escape")
    assert names(shelf) == ["-Mon"]


def test_a_deleted_save_is_brought_back(pilot: Pilot, shelf: Shelf) -> None:
    pilot.key("ctrl+s", "ctrl+o")
    pilot.click("saves.Pilot 0.00.play.delete")
    assert names(shelf) == []
    assert "Pilot 0.00" in pilot.game.shell.toast
    pilot.tab_to("saves.back")
    pilot.key("return")
    assert names(shelf) == ["Pilot 0.00"]
    assert "saves.back" not in pilot.ring()


def test_the_folder_is_shown_or_named(pilot: Pilot, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Path] = []
    monkeypatch.setattr("sandbox.ui.commands.saving.show_folder", lambda folder: bool(shown.append(folder)))
    pilot.key("ctrl+o")
    pilot.click("saves.folder")
    assert shown == [shelf.folder]
    assert str(shelf.folder) in pilot.game.shell.toast


def test_what_cannot_be_read_is_listed_and_cannot_be_opened(pilot: Pilot, shelf: Shelf) -> None:
    shelf.folder.mkdir()
    (shelf.folder / "bad\u202e.play").write_bytes(b"PK")
    pilot.key("ctrl+o")
    assert not pilot.control("saves.bad\u202e.play").enabled
    pilot.click("saves.bad\u202e.play.delete")
    assert shelf.entries() == ()


def test_many_saves_are_on_several_pages(pilot: Pilot, shelf: Shelf) -> None:
    for number in range(9):
        shelf.add(saved(pilot.game.session), f"{number}")
    pilot.key("ctrl+o")
    first = {name for name in pilot.ring() if name.endswith(".play")}
    pilot.click("saves.more")
    second = {name for name in pilot.ring() if name.endswith(".play")}
    assert first
    assert second
    assert first.isdisjoint(second)


def test_without_a_shelf_nothing_is_kept_and_that_is_said(pilot: Pilot) -> None:
    pilot.key("ctrl+s")
    assert pilot.game.shell.toast == "Nothing is kept here."
    pilot.key("ctrl+o")
    assert pilot.game.state.dock == "saves"


def test_a_folder_that_cannot_be_written_is_said(pilot: Pilot, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    pilot.game.shell.shelf = Shelf(tmp_path / "file" / "saves")
    pilot.key("ctrl+s")
    assert "could not be done" in pilot.game.shell.toast


def test_the_title_goes_on_where_one_was(pilot: Pilot, shelf: Shelf) -> None:
    session = Session(level("look-away"))
    session.do(HURT)
    session.step(200)
    Autosave(shelf.autosaves, session).finish(lambda: b"", Notes(speed=2.0))
    title = at_title(pilot)
    assert title.going_on == "Go on: The Look Away, 0:20"
    pilot.key("return")
    play = pilot.scenes.top
    assert isinstance(play, Play)
    assert (play.session.tick >= 200, play.session.commands, play.state.speed) == (True, session.commands, 2.0)
    assert not play.state.paused


def test_the_title_passes_over_what_cannot_be_read(pilot: Pilot, shelf: Shelf) -> None:
    for seconds in (5, 6):
        session = Session(level("look-away"))
        session.step(10 * seconds)
        kept = Autosave(shelf.autosaves, session)
        kept.finish(lambda: b"", Notes())
    kept.path.write_bytes(b"")
    kept.path.with_suffix(".journal").write_bytes(b"{")
    assert at_title(pilot).going_on == "Go on: The Look Away, 0:05"


def test_what_has_to_be_played_again_is_played_in_slices_and_told(
    pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(level("open-square"))
    session.step(30)
    session.do(HURT)
    session.step(20)
    write_recording(tmp_path / "mine.json", record(session))
    monkeypatch.setattr("sandbox.ui.course.playback.Playback.slice", 0.0)
    pilot.post(pygame.DROPFILE, file=str(tmp_path / "mine.json"))
    pilot.frames(10)
    assert (pilot.game.session.tick, pilot.game.moving) == (10, True)
    assert pilot.game.shell.toast == "Playing 0:01 of 0:05 again …"
    pilot.frames(45)
    assert pilot.game.session.tick >= 50
    assert pilot.game.session.commands == session.commands
    assert not pilot.game.state.paused


def test_a_deed_before_it_is_played_again_ends_that(
    pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(level("open-square"))
    session.step(50)
    write_recording(tmp_path / "mine.json", record(session))
    monkeypatch.setattr("sandbox.ui.course.playback.Playback.slice", 0.0)
    pilot.post(pygame.DROPFILE, file=str(tmp_path / "mine.json"))
    pilot.frames(10)
    pilot.game.session.do(HURT)
    pilot.frames(2)
    assert pilot.game.again is None
    assert len(pilot.game.session.branches) == 2


def test_of_another_version_only_the_moment_is_there_and_that_is_said(
    pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(level("open-square"))
    session.step(50)
    write_save(tmp_path / "mine.play", saved(session))
    monkeypatch.setattr("sandbox.session.files.save_file.engine", lambda: "another")
    pilot.post(pygame.DROPFILE, file=str(tmp_path / "mine.play"))
    assert pilot.game.session.earliest_tick == 50
    assert any("another version" in words for words in pilot.game.shell.complaints)
    pilot.game.step(5)


def chunk(kind: bytes, content: bytes) -> bytes:
    """Return a part of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int, height: int) -> bytes:
    """Return a PNG that says it is so large, whatever is in it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return PNG + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "content",
    [b"", PNG, png(MOST_PX + 1, 1), png(2**31 - 1, 2**31 - 1), png(0, 0), png(300, 300)[:60], b"\x00" * 5_000_000],
)
def test_a_strangers_picture_is_looked_at_only_if_it_is_a_small_one(content: bytes) -> None:
    assert picture_of(content, (100, 100)) is None


def test_a_picture_is_shown_as_large_as_it_fits() -> None:
    written = io.BytesIO()
    pygame.image.save(pygame.Surface((320, 200)), written, "x.png")
    picture = picture_of(written.getvalue(), (100, 100))
    assert picture is not None
    assert picture.get_size() == (100, 62)
