"""Tests of finding a level by a word."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from sandbox.scenario.library import SANDBOX, find_level, first_playable, level_files, read_entries, word_for
from sandbox.scenario.load import load_level
from sandbox.scenario.problems import LevelError
from tests.scenario.small import small


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "levels"
    folder.mkdir()
    monkeypatch.setattr("sandbox.scenario.library.LEVELS", folder)
    monkeypatch.chdir(tmp_path)
    for name in ("010-square", "020-alley", "two-friends"):
        (folder / f"{name}.json").touch()
    return folder


@pytest.mark.parametrize(
    ("word", "name"),
    [
        *(("010", "010-square"), ("10", "010-square"), ("square", "010-square"), ("020-alley", "020-alley")),
        *(("02", "020-alley"), ("two-friends", "two-friends"), ("010-square.json", "010-square")),
    ],
)
def test_a_level_is_found_by_number_id_beginning_or_file(shelf: Path, word: str, name: str) -> None:
    assert find_level(word) == shelf / f"{name}.json"


@pytest.mark.usefixtures("shelf")
def test_a_file_that_is_here_goes_before_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "010-square.json").touch()
    assert find_level("010-square.json").resolve() == tmp_path / "010-square.json"


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("9" * 5000, "there is no level of this name"),
        ("", '"": there is no level of this name'),
        ("sqare", 'did you mean "square"?'),
        ("0", "more than one level is called so or begins so; choose 010-square, 020-alley, 021-two or 022-two."),
        ("two", "more than one"),
    ],
)
def test_what_is_no_level_is_said_in_a_sentence(shelf: Path, word: str, sentence: str) -> None:
    (shelf / "021-two.json").touch()
    (shelf / "022-two.json").touch()
    with pytest.raises(LevelError) as caught:
        find_level(word)
    assert sentence in str(caught.value)


@pytest.mark.usefixtures("shelf")
def test_a_file_that_is_nowhere_is_named_as_it_was_written() -> None:
    for word in ("nofile.json", "x" * 5000 + ".json"):
        assert str(find_level(word)) == word


def test_the_word_for_a_file_finds_it_again_from_another_folder(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.json"
    own.touch()
    shipped, mine = word_for(shelf / "010-square.json"), word_for(Path("own.json"))
    monkeypatch.chdir(shelf)
    assert (find_level(shipped), find_level(mine)) == (shelf / "010-square.json", own)
    assert shipped == "010-square"


def test_the_first_level_that_can_be_read_is_found_and_those_before_it_are_said(shelf: Path) -> None:
    good = shelf / "015-good.json"
    good.write_text(json.dumps(small()))
    found, (wrong,) = first_playable()
    assert found is not None
    assert found[1] == good
    assert "010-square.json: the file is empty" in wrong


def test_a_folder_without_levels_is_said(shelf: Path) -> None:
    for file in shelf.iterdir():
        file.unlink()
    found, (wrong,) = first_playable()
    assert found is None
    assert wrong == "levels: there is no level in this folder; copy the game again."


def test_a_file_that_nobody_may_look_at_is_listed_with_the_reason(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refuse)
    (shelf / "010-square.json").chmod(0)
    entry = read_entries()[0]
    assert entry.broken
    assert "permission denied" in entry.line


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(("name", "shown"), [("a\udcffb.json", "a�b.json"), ("a\nb.json", "a�b.json")])
def test_a_name_that_is_no_line_of_text_is_shown_with_replacement_signs(name: str, shown: str) -> None:
    with pytest.raises(LevelError) as caught:
        load_level(Path(name))
    assert str(caught.value).startswith(f"{shown}: ")
    with pytest.raises(LevelError) as caught:
        find_level(name.removesuffix(".json"))
    assert "�" in str(caught.value)


def test_the_sandbox_is_a_level_without_limits() -> None:
    level = load_level(find_level(SANDBOX))
    assert (level.tools, level.goal) == (None, None)
    assert find_level(SANDBOX) in level_files()
