"""What is kept while it is played is there again, whenever the game ends; nobody takes what another one plays."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from sandbox.engine.happenings.happening import Impossible
from sandbox.session.files.autosaves import MOST, Autosaves
from sandbox.session.files.play_journal import read_journal
from sandbox.session.files.reopen import Again, Reopened, reopen
from sandbox.session.session import Session
from tests.scenario.test_whole_files import full_disk
from tests.session.keeping import NOTES, assert_same, keeping, nothing, there_again, written
from tests.session.play import HURT, level

if TYPE_CHECKING:
    from pathlib import Path


def test_a_journal_is_enough_from_the_first_second(autosaves: Autosaves, session: Session) -> None:
    kept = keeping(autosaves, session)
    (path,) = autosaves.paths()
    assert path.suffix == ".journal"
    session.do(HURT)
    session.step(40)
    kept.tell()
    assert_same(path, session)


def test_a_save_is_gone_on_from_as_the_journal_tells(autosaves: Autosaves, session: Session) -> None:
    kept = keeping(autosaves, session)
    written(kept)
    session.step(15)
    session.do(HURT)
    session.step(10)
    kept.tell()
    opened = reopen(kept.path)
    assert isinstance(opened, Reopened)
    assert (opened.session.tick, opened.to, opened.notes) == (50, 75, NOTES)
    assert_same(kept.path, session)


def test_acting_in_the_past_after_a_save_is_found_again_and_so_is_the_old_future(
    autosaves: Autosaves, session: Session
) -> None:
    kept = keeping(autosaves, session)
    written(kept)
    session.seek(30)
    session.do(HURT)
    session.step(12)
    kept.tell()
    assert kept.parted
    assert_same(kept.path, session)
    assert sorted(one.latest_tick for one in there_again(kept.path).session.branches) == [42, 50]


def test_a_restart_and_an_undo_are_found_again(autosaves: Autosaves, session: Session) -> None:
    kept = keeping(autosaves, session)
    before = session.place()
    session.restart()
    session.step(30)
    kept.tell()
    assert_same(autosaves.paths()[0], session)
    session.go_to(before)
    kept.tell()
    assert_same(autosaves.paths()[0], session)
    assert sorted(one.latest_tick for one in there_again(autosaves.paths()[0]).session.branches) == [30, 50]


def test_a_drive_that_is_off_from_the_start_is_found_again(autosaves: Autosaves) -> None:
    session = Session(level("open-square"))
    kept = keeping(autosaves, session)
    session.do(HURT.__class__(do="switch", drive="sympathy", on=False))
    session.step(3)
    session.restart()
    session.step(9)
    kept.tell()
    assert session.off_at_first == {"sympathy"}
    assert_same(autosaves.paths()[0], session)


def test_on_a_full_disk_the_error_names_the_file_and_what_was_kept_before_stays(
    autosaves: Autosaves, session: Session
) -> None:
    kept = keeping(autosaves, session)
    (path,) = autosaves.paths()
    session.step(9)
    with full_disk(path.stat().st_size + 4), pytest.raises(OSError, match="journal"):
        kept.tell()
    assert read_journal(path).tick == 50
    with full_disk():
        with pytest.raises(OSError, match="journal"):
            kept.tell()
        kept.keep(nothing, NOTES)
        assert kept._writer is not None
        kept._writer.join()
        assert "play" in str(kept.trouble())
    kept.tell()
    assert_same(path, session)
    assert [file.suffix for file in autosaves.folder.iterdir()].count(".draft") == 0


def test_where_nothing_can_be_written_the_error_names_the_place(tmp_path: Path, session: Session) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        keeping(Autosaves(tmp_path / "file" / "auto"), session)


def test_what_is_played_is_neither_offered_nor_removed(autosaves: Autosaves, session: Session) -> None:
    kept = keeping(autosaves, session)
    other = Autosaves(autosaves.folder)
    assert (other.newest(), len(other.paths())) == ((), 1)
    other.remove(kept.path)
    assert len(other.paths()) == 1
    kept.leave()
    assert other.newest() == other.paths()


def test_two_instances_never_get_one_number(autosaves: Autosaves, session: Session) -> None:
    one, two = (keeping(Autosaves(autosaves.folder), session) for _ in range(2))
    assert (one.path.stem, two.path.stem) == ("000001", "000002")


def test_the_oldest_that_are_too_many_go_and_drafts_of_the_killed_do_too(autosaves: Autosaves) -> None:
    session = Session(level("open-square"))
    held = keeping(autosaves, session)
    for _ in range(MOST + 3):
        autosaves.origins.clear()
        keeping(autosaves, session).finish(nothing, NOTES)
    draft = autosaves.folder / ".000005.play.abc.draft"
    draft.touch()
    autosaves.tidy()
    assert len(autosaves.paths()) == MOST + 1
    assert held.path.with_suffix(".journal") in autosaves.paths()
    assert not draft.exists()
    assert len([*autosaves.folder.glob("*.lock")]) == MOST + 1


def test_the_latest_is_the_latest_whatever_the_clock_says(autosaves: Autosaves, session: Session) -> None:
    for _ in range(2):
        autosaves.origins.clear()
        keeping(autosaves, session).finish(nothing, NOTES)
    first, last = reversed(autosaves.paths())
    os.utime(first, (4e9, 4e9))
    os.utime(last, (0, 0))
    assert autosaves.newest()[0] == last


def test_what_is_gone_on_with_takes_the_place_of_what_it_came_from(autosaves: Autosaves, session: Session) -> None:
    keeping(autosaves, session).finish(nothing, NOTES)
    (before,) = autosaves.paths()
    opened = reopen(before)
    assert isinstance(opened, Reopened)
    autosaves.opened(opened.session, before)
    kept = keeping(autosaves, opened.session)
    assert before in autosaves.paths()
    kept.finish(nothing, NOTES)
    assert autosaves.paths() == (kept.path,)
    assert_same(kept.path, session)


def test_a_recording_without_a_moment_is_played_in_slices_and_stops_where_it_parts(
    autosaves: Autosaves, session: Session
) -> None:
    keeping(autosaves, session)
    (path,) = autosaves.paths()
    data = path.read_bytes()
    digest = session.digests[50]
    forged = path.with_name("forged.journal")
    forged.write_bytes(data.replace(digest.encode(), b"0" * 32))
    opened = reopen(forged)
    assert isinstance(opened, Reopened)
    again, slices = Again(opened), 1
    while not again.play(0.0):
        slices += 1
    assert slices == 50
    assert "another way" in again.trouble


def test_what_cannot_be_done_any_more_ends_a_recording_before_it(
    autosaves: Autosaves, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeping(autosaves, session)
    opened = reopen(autosaves.paths()[0])
    assert isinstance(opened, Reopened)

    def refused(*_: object) -> None:
        raise Impossible("impossible.thing_does")

    monkeypatch.setattr("sandbox.engine.happen.check", refused)
    again = Again(opened)
    while not again.play(0.01):
        pass
    assert (again.session.tick, again.session.commands) == (20, ())
    assert "cannot be done" in again.trouble
    again.session.step(5)
