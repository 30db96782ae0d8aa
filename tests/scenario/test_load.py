"""Tests of reading files from strangers: a level, or every problem in a sentence; never anything else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.scenario.format import encode
from sandbox.scenario.load import decode_commands, decode_level, load_level
from sandbox.scenario.problems import LevelError
from sandbox.scenario.read_json import LARGEST
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from tests.scenario.broken import BROKEN, with_teddy
from tests.scenario.full import full
from tests.scenario.small import FILE, load, person, problems, small

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("value", "sentence"), BROKEN, ids=[f"{row}-{sentence[:40]}" for row, (_, sentence) in enumerate(BROKEN)]
)
def test_each_problem_is_one_sentence_with_place_value_bounds_and_remedy(value: object, sentence: str) -> None:
    assert problems(value) == [sentence]


def test_all_problems_of_shape_and_of_meaning_come_at_once() -> None:
    level = small(title="", seed="x", ties=[{"from": "an", "to": "bob", "affinity": 9}], colour=1)
    level["people"][1]["traits"] = {"spite": -1}
    assert [problem.split(" ")[0] for problem in problems(level)] == [
        "colour", "title", "seed", "people[1].traits.spite", "ties[0].affinity", "ties[0].from",
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5000])
def test_numbers_that_are_none_are_refused(number: str) -> None:
    text = json.dumps(person(x=1234)).replace("1234", number)
    assert problems(text.encode()) == ["people[3].x is not a finite number; choose a number."]


def test_repeated_keys_are_refused_where_they_stand() -> None:
    text = json.dumps(person(x=1)).replace('"name": "Dee"', '"name": "Dee", "name": "Eve"')
    assert problems(text.encode()) == ['people[3] has the key "name" more than once; keep one.']


def test_a_deep_value_is_refused_even_where_nothing_is_known_about_it() -> None:
    deep: object = 1
    for _ in range(40):
        deep = [deep]
    assert any("nested more than 24 deep" in problem for problem in problems(small(extra=deep)))


@pytest.mark.parametrize("people", [3, 2000])
def test_a_file_with_countless_problems_is_refused_briefly(people: int) -> None:
    level = small(ties=[{"from": f"nobody{index}", "to": "zora", "afinity": 3} for index in range(20_000)])
    level["map"] |= {"width": 100, "height": 100}
    level["people"] += [{"id": f"p{index}", "name": "P", "x": 1, "y": 1} for index in range(3, people)]
    found = problems(level)
    assert found[-1] == "there are more than 200 problems; mend these first."
    assert len(found) == 201


@pytest.mark.parametrize("version", [1, 2])
def test_what_older_files_call_indoors_is_an_office(version: int) -> None:
    level = small(schema_version=version)
    for inside, stage in ((True, "office"), (False, "lawn")):
        level["map"]["indoors"] = inside
        assert load(level).map.stage == stage
    (problem,) = problems({**level, "map": {**level["map"], "stage": "ward"}})
    assert problem.startswith("map.indoors")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"ties": [{"from": "ann", "to": "unreadable"}]}, "ties[0].to"),
        ({"happenings": [{"do": "hurt", "who": "unreadable"}]}, "happenings[0].who"),
        ({"goal": {"kind": "relieved", "who": "unreadable", "within": 9}}, "goal.who"),
        ({"groups": [{"id": "unreadable"}]}, "groups[0].id"),
    ],
)
def test_the_word_for_ids_that_cannot_be_read_is_no_id(change: dict[str, object], place: str) -> None:
    (problem,) = problems(small(**change))
    assert problem == f'{place} = "unreadable" stands for ids that cannot be read; choose another id.'


@pytest.mark.parametrize("title", ["   ", "\u3164\u2800", "\u200d"])
def test_a_text_that_shows_nothing_is_refused(title: str) -> None:
    (problem,) = problems(small(title=title))
    assert "shows nothing; choose a text of 1 to 40 characters." in problem


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff", "\u00ad", "\u202e"])
def test_a_mark_that_hides_is_refused(mark: str) -> None:
    assert problems(person(name=f"Ann{mark}")) == [
        f"people[3].name holds the unprintable character U+{ord(mark):04X}; take it out."
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"[" + b"{}," * 200_000 + b"{}]",
        b"[" * 1_000_000,
        b'{"a":' * 100_000,
        b"9" * 1_000_000,
        b"-" + b"9" * 1_000_000 + b".5e9",
        b"{" + b'"a":1,' * 200_000 + b'"a":1}',
    ],
    ids=["crowded", "lists", "objects", "digits", "fraction", "repeated"],
)
def test_what_would_fill_the_memory_or_the_stack_is_refused(data: bytes) -> None:
    assert problems(data)


def test_a_schema_for_editors_is_kept_and_changes_nothing() -> None:
    with_schema = load({"$schema": "https://example.org/level.json"} | small())
    assert b'"$schema": "https://example.org/level.json"' in encode(with_schema)
    assert msgspec.structs.replace(with_schema, described_by=msgspec.UNSET) == load(small())
    assert b"$schema" not in encode(load(small()))


def test_an_id_ends_where_it_ends() -> None:
    assert problems(person(id="dee\n"))[0].startswith("people[3].id holds the unprintable character U+000A")


def test_a_broken_id_brings_no_second_sentences() -> None:
    level = small()
    level["people"][1]["id"] = "Bob"
    assert problems(level) == ['people[1].id = "Bob" is not an id; did you mean "bob"?']


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (".", "this is a folder; name a file in it."),
        ("missing.json", "there is no such file; check the name."),
        ("a\0b", "there is no such file; check the name."),
        ("x" * 5000, "it cannot be read (file name too long); check its name and its permissions."),
    ],
)
def test_files_that_cannot_be_read_say_why(tmp_path: Path, name: str, sentence: str) -> None:
    with pytest.raises(LevelError) as caught:
        load_level(tmp_path / name)
    assert caught.value.problems[0].endswith(sentence)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    huge.write_bytes(b" " * (LARGEST + 1))
    with pytest.raises(LevelError, match="more than 4,000,000 bytes"):
        load_level(huge)


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    assert decode_level(b"\xef\xbb\xbf" + json.dumps(small()).encode(), FILE).id == "small"


def test_commands_are_checked_like_a_level() -> None:
    level = load(small())
    data = b'[{"do": "hurt", "who": "bub", "at": -1}, {"do": "praise", "who": "ann"}, 3]'
    with pytest.raises(LevelError) as caught:
        decode_commands(data, "do.json", level)
    assert caught.value.problems == (
        "do.json: [0].at = -1 lies outside 0 to 86,400; choose a number between 0 and 86,400.",
        "do.json: [2] = 3 is a number; choose an object { … }.",
        'do.json: [0].who = "bub" is nobody in this level; did you mean "bob"?',
    )
    data = b'[{"do": "hurt", "who": "bob", "at": 1.5, "amount": 0.4}]'
    assert decode_commands(data, "do.json", level) == (Happening(do="hurt", who="bob", at=1.5, amount=0.4),)


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text('az-_09 "\\é日\x00\ud800', max_size=5)
ANY_JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text('az-_09 "\\é日\x00\ud800', max_size=5), inner, max_size=4)
    ),
    max_leaves=20,
)


def decodes_or_refuses(data: bytes) -> None:
    try:
        level = decode_level(data, FILE)
    except LevelError as error:
        refused = error.problems
    else:
        assert decode_level(encode(level), FILE) == level
        Session(level).step(2)
        return
    assert refused
    assert all(problem.endswith((".", "?")) and "\n" not in problem for problem in refused)
    "".join(refused).encode()


@given(st.binary(max_size=200))
def test_any_bytes_are_a_level_or_refused_with_sentences(data: bytes) -> None:
    decodes_or_refuses(data)


@given(ANY_JSON)
def test_any_json_is_a_level_or_refused_with_sentences(value: object) -> None:
    decodes_or_refuses(json.dumps(value).encode())


@given(data=st.data(), second=st.booleans())
def test_any_change_to_a_sound_level_can_be_played_or_is_refused_with_sentences(
    data: st.DataObject, *, second: bool
) -> None:
    level = with_teddy(
        goal={"kind": "relieved", "who": "ann", "within": 60},
        tools={"hurt": 3},
        texts={"hint": "Look."},
        groups=[{"id": "blues", "norms": {"help": 0.5}}],
        ties=[{"from": "ann", "to": "teddy", "love": 0.5}, {"from": "blues", "to": "cy", "trust": 0.5}],
        happenings=[
            {"do": "order", "who": "ann", "by": "bob", "about": "cy"},
            {"do": "propose", "who": "cy", "rule": "help_all"},
        ],
    )
    level["people"][0] |= {"errand": {"to": "well"}, "bag": {"doses": 2}, "field": "chess"}
    level = full() if second else level
    for _ in range(data.draw(st.integers(1, 3))):
        spot: object = level
        while True:
            keys = list(spot) if isinstance(spot, dict) else list(range(len(spot)))  # type: ignore[arg-type]
            if not keys:
                break
            key = data.draw(st.sampled_from(keys))
            below = spot[key]  # type: ignore[index]
            if isinstance(below, dict | list) and data.draw(st.booleans()):
                spot = below
                continue
            spot[key] = data.draw(ANY_JSON | st.sampled_from(["ann", "well", "blues", 0.5, 1]))  # type: ignore[index]
            break
    decodes_or_refuses(json.dumps(level).encode())
