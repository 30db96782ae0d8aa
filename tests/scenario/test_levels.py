"""Tests that hold for every level file, and of writing and finding levels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.engine.frozen import fields
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.ties import Ties
from sandbox.engine.vocabulary import DRIVES
from sandbox.scenario.format import encode
from sandbox.scenario.json_schema import json_schema
from sandbox.scenario.library import (
    EXAMPLES,
    example_files,
    find_level,
    first_level,
    level_files,
    number_and_id,
    read_entries,
    word_for,
)
from sandbox.scenario.load import decode_level, load_level
from sandbox.scenario.problems import LevelError
from sandbox.session.session import Session
from tests.scenario.small import FILE, load, small

if TYPE_CHECKING:
    from pathlib import Path

FILES = level_files()
each_example = pytest.mark.parametrize("file", example_files(), ids=lambda file: file.stem)


def test_there_are_levels() -> None:
    assert len(FILES) >= 4
    assert first_level() == FILES[0]


each_file = pytest.mark.parametrize("file", [*FILES, *example_files()], ids=lambda file: file.stem)
each_level = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@each_file
def test_each_level_is_laid_out_so_that_writing_it_again_changes_nothing(file: Path) -> None:
    assert encode(load_level(file)).decode() == file.read_text("utf-8")


@each_level
def test_each_level_is_called_by_its_number_and_id(file: Path) -> None:
    assert re.fullmatch(r"\d{3}-[a-z][a-z0-9-]*", file.stem)
    assert number_and_id(file)[1] == load_level(file).id


@each_level
def test_each_level_can_be_found_by_id_number_name_and_path(file: Path) -> None:
    number, name = number_and_id(file)
    for word in (name, number, str(int(number)), file.stem, file.name, str(file)):
        assert find_level(word) == file


@each_file
def test_each_level_plays_for_ten_seconds_without_a_number_that_is_none(file: Path) -> None:
    session = Session(load_level(file))
    session.step(100)
    frame = session.frame()
    columns = [column.name for column in fields(Ties)]
    assert np.isfinite(frame.people.felt).all()
    assert all(np.isfinite(getattr(frame.ties, name)).all() for name in columns)


def test_there_are_the_examples_and_they_come_after_the_levels_of_the_course() -> None:
    assert [file.stem for file in example_files()] == ["new-colleague", "night-ward", "school-yard"]
    assert [entry.path for entry in read_entries()] == [*FILES, *example_files()]
    assert [entry.example for entry in read_entries()] == [False] * len(FILES) + [True] * len(example_files())


@each_level
def test_each_level_names_what_of_the_theory_it_is_about_and_those_of_the_campaign_what_is_learned(file: Path) -> None:
    said = load_level(file).teaching
    assert said.mechanisms
    assert said.learned or int(number_and_id(file)[0]) >= 100


@each_example
def test_each_example_is_found_by_its_id_its_folder_and_its_path(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = load_level(file).id
    assert name == file.stem
    for word in (name, f"{EXAMPLES}/{name}", f"{EXAMPLES}/{name}.json", str(file), word_for(file)):
        assert find_level(word) == file


@each_example
def test_each_example_shows_all_that_a_level_can_say_of_itself(file: Path) -> None:
    level, said = load_level(file), load_level(file).teaching
    assert level.goal is not None
    assert level.proof is not None
    assert level.proof.off
    assert level.goal.lose
    assert len(level.goal.stars) == 3
    assert {type(action).__name__ for rule in level.rules for action in rule.then} >= {"Ask", "Say", "Hint"}
    assert any(person.role for person in level.people)
    assert level.difficulties is not None
    assert level.difficulties.gentle is not None
    assert level.difficulties.hard is not None
    assert all(
        (
            said.learned,
            said.mechanisms,
            said.aim,
            said.notice,
            said.attempts,
            said.discuss,
            said.limits,
            said.content_note,
            said.note,
        )
    )


def test_no_two_levels_share_a_title_or_a_number() -> None:
    files = (*FILES, *example_files())
    assert len({load_level(file).title for file in files}) == len(files)
    assert len({number_and_id(file)[0] for file in FILES}) == len(FILES)


@pytest.mark.parametrize("word", ["", "9999", "opne-square", "no such", "../secret", "0"])
def test_what_is_no_level_is_refused_with_a_sentence(word: str) -> None:
    with pytest.raises(LevelError) as caught:
        load_level(find_level(word))
    assert len(caught.value.problems) == 1


@given(
    st.sampled_from(["facing", "look", "traits", "body", "cues", "tastes", "being", "field", "errand", "bag"]),
    st.floats(0, 1),
    st.text('aß日 {}"\\', max_size=20),
)
def test_writing_and_reading_gives_the_same_level(dropped: str, share: float, hook: str) -> None:
    value = small(hook=hook, tools={"hurt": None})
    value["people"][1] |= {"look": {"hat": "cap"}, "traits": {"sympathy": share}, "cues": {"mask": True}}
    value["people"][1] |= {"errand": {"to": "well"}, "bag": {"doses": 2}, "field": "chess", "body": {"pretence": share}}
    value["groups"] = [{"id": "blues", "norms": {"help": share}}]
    value["ties"] += [{"from": "ann", "to": "bob", "love": share, "fear": share, "trust": share}]
    value["people"][2] |= {"present": False, "errand": {"to": "bob", "weight": share}}
    value["happenings"] = [
        {"do": "enter", "at": 2, "who": value["people"][2]["id"], "edge": "left"},
        {"do": "go", "at": 3, "who": "ann", "to": "well", "amount": share, "until": 9},
        {"do": "stay", "at": 9, "who": "ann", "radius": 1},
    ]
    value["people"][1].pop(dropped, None)
    level = load(value)
    text = encode(level)
    assert decode_level(text, FILE) == level
    assert encode(decode_level(text, FILE)) == text


def test_each_person_and_each_tie_has_a_line_and_whole_numbers_stay_whole() -> None:
    lines = encode(load(small())).decode().splitlines()
    assert '    {"id": "bob", "name": "Bob", "x": 3, "y": 4, "facing": "ann", "group": "blues"},' in lines
    assert '    {"from": "ann", "to": "bob", "affinity": 0.5}' in lines


def test_the_schema_names_its_version_and_every_field() -> None:
    schema = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "version 2" in str(schema["title"])
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    assert {"Level", "Person", "Tie", "Happening", "Goal"} <= definitions.keys()
    assert definitions["Person"]["additionalProperties"] is False


def test_the_schema_lists_every_name() -> None:
    definitions: Any = json_schema()["$defs"]
    fields = definitions["Happening"]["properties"]
    assert fields["do"]["enum"] == [kind.name for kind in HAPPENINGS]
    assert set(DRIVES) < set(fields["drive"]["enum"])
    assert "look_away" in definitions["Group"]["properties"]["norms"]["propertyNames"]["enum"]
    assert definitions["Teaching"]["properties"]["mechanisms"]["items"]["enum"][-1] == "T32"
    for file in level_files():
        level = load_level(file)
        assert {happening.do for happening in level.happenings} <= set(fields["do"]["enum"])
        assert set(level.teaching.mechanisms) <= set(
            definitions["Teaching"]["properties"]["mechanisms"]["items"]["enum"]
        )
        assert set(level.tools or {}) <= set(definitions["Level"]["properties"]["tools"]["propertyNames"]["enum"])
