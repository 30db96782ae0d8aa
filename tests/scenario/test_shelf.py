"""Tests of finding a level by a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.scenario.problems import LevelError
from sandbox.scenario.shelf import find_level

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "levels"
    folder.mkdir()
    monkeypatch.setattr("sandbox.scenario.shelf.LEVELS", folder)
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
