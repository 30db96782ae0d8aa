"""Saves lie on a shelf by names that every system takes; what is deleted comes back."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.session.files.file_names import LONGEST, LONGEST_BYTES, RESERVED, alike, fresh_name, safe_name
from sandbox.session.files.reopen import Notes, Reopened, reopen
from sandbox.session.files.save_file import PNG, Saved
from sandbox.session.files.shelf import MOST_DELETED, Shelf
from tests.scenario.test_whole_files import full_disk

if TYPE_CHECKING:
    from pathlib import Path

STRANGE = ("../../etc/hosts", "..\\..\\x", "/", "con", "NUL.txt", "COM1", "a\x00b", "\ud800", ".hidden", "x" * 500)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "saves")


@given(st.text() | st.sampled_from(STRANGE))
def test_a_name_never_leads_out_of_its_folder_and_every_system_takes_it(words: str) -> None:
    name = safe_name(words, "Save")
    assert 0 < len(name) <= LONGEST
    assert len(name.encode()) <= LONGEST_BYTES
    assert not set(name) & set('<>:"/\\\\|?*\0\n')
    assert name.strip(". ") == name
    assert not RESERVED.fullmatch(name)
    assert safe_name(name, "Save") == name


@given(st.text(), st.lists(st.text(), max_size=3))
def test_a_fresh_name_is_like_none_of_the_others(words: str, others: list[str]) -> None:
    name = safe_name(words, "Save")
    fresh = fresh_name(name, [*others, name.upper()])
    assert alike(fresh) not in {*map(alike, others), alike(name.upper())}
    assert len(fresh) <= LONGEST


def test_saves_of_one_name_stand_beside_each_other(shelf: Shelf, save: Saved) -> None:
    names = [shelf.add(save, words).stem for words in ("Monday", "monday", "Monday", "")]
    assert names == ["Monday", "monday 2", "Monday 3", "Save"]
    assert {entry.name for entry in shelf.entries()} == set(names)


def test_a_save_is_listed_with_what_is_in_it_and_opens_at_its_moment(shelf: Shelf, save: Saved) -> None:
    path = shelf.add(save, "Monday", PNG + b"picture", b'{"paused": true}')
    (entry,) = shelf.entries()
    seen = shelf.glimpse(entry.path)
    assert (entry.name, seen.level, seen.tick, seen.picture) == ("Monday", "The Open Square", 120, PNG + b"picture")
    opened = reopen(path)
    assert isinstance(opened, Reopened)
    assert (opened.to, opened.session.tick, opened.notes) == (120, 120, Notes(paused=True))


@pytest.mark.parametrize("notes", [b"[", b"[]", b'{"paused": 3}', b'{"speed": -1}', b"\xff", b"[" * 9000])
def test_strange_notes_are_no_notes(shelf: Shelf, save: Saved, notes: bytes) -> None:
    opened = reopen(shelf.add(save, "x", notes=notes))
    assert isinstance(opened, Reopened)
    assert opened.notes == Notes()


def test_what_cannot_be_read_is_listed_with_the_reason(shelf: Shelf, save: Saved) -> None:
    shelf.add(save, "good")
    (shelf.folder / "broken.play").write_bytes(b"PK")
    (shelf.folder / "folder.play").mkdir()
    (shelf.folder / "text.txt").touch()
    problems = {entry.name: shelf.glimpse(entry.path).problem for entry in shelf.entries()}
    assert problems.keys() == {"good", "broken"}
    assert problems["good"] == ""
    assert problems["broken"].startswith("this is no save")


def test_another_name_is_given_and_a_taken_one_gets_a_number(shelf: Shelf, save: Saved) -> None:
    one, two = shelf.add(save, "one"), shelf.add(save, "two")
    assert shelf.rename(one, "ONE").stem == "ONE"
    assert shelf.rename(two, "one").stem == "one 2"
    assert shelf.rename(shelf.folder / "one 2.play", " .. ").stem == "one 2"
    assert {entry.name for entry in shelf.entries()} == {"ONE", "one 2"}


def test_what_is_deleted_comes_back_even_if_another_has_its_name_by_now(shelf: Shelf, save: Saved) -> None:
    path = shelf.add(save, "Monday")
    assert shelf.delete(path).name == "Monday"
    assert shelf.entries() == ()
    shelf.add(save, "Monday")
    assert shelf.bring_back() == shelf.folder / "Monday-2.play"
    assert shelf.bring_back() is None
    assert len(shelf.entries()) == 2


def test_only_the_latest_deleted_ones_are_kept(shelf: Shelf, save: Saved) -> None:
    for number in range(MOST_DELETED + 4):
        shelf.delete(shelf.add(save, f"{number}"))
    assert len([*shelf.trash.iterdir()]) == MOST_DELETED


def test_a_full_disk_leaves_the_shelf_as_it_was_and_names_the_file(shelf: Shelf, save: Saved) -> None:
    shelf.add(save, "Monday")
    with full_disk(), pytest.raises(OSError, match="Tuesday"):
        shelf.add(save, "Tuesday")
    assert [file.name for file in shelf.folder.iterdir()] == ["Monday.play"]


def test_drafts_of_the_killed_go_when_they_are_old(shelf: Shelf, save: Saved) -> None:
    shelf.add(save, "Monday")
    old, new = shelf.folder / ".Monday.play.a.draft", shelf.folder / ".Monday.play.b.draft"
    for draft in (old, new):
        draft.touch()
    os.utime(old, (0, 0))
    shelf.tidy()
    assert (old.exists(), new.exists()) == (False, True)


def test_a_shelf_that_is_not_there_is_empty(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "none", tmp_path / "file"):
        shelf = Shelf(folder)
        shelf.tidy()
        assert shelf.entries() == ()
