"""Texts of levels in several languages: chosen, checked, written again, and missed where one lacks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from msgspec import inspect

from sandbox.app import cli
from sandbox.scenario.format import encode
from sandbox.scenario.json_schema import json_schema
from sandbox.scenario.language import ENGLISH, in_use, use
from sandbox.scenario.letters import Lacking, lacking
from sandbox.scenario.load import decode_level
from sandbox.scenario.schema import Level
from sandbox.scenario.translations import untranslated
from tests.scenario.small import FILE, load, problems, small

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TITLE = {"en": "The Well", "de": "Der Brunnen"}


def bilingual() -> dict[str, Any]:
    """A level in English and German, with a text of every depth."""
    return small(
        schema_version=2,
        title=TITLE,
        hook={"de": "Drei Leute."},
        goal={"win": {"time": 9, "text": {"en": "Wait.", "de": "Warte."}}},
        rules=[{"at": 1, "then": [{"say": "ann", "text": {"en": "Oh!", "de": "Ach!"}}, {"hint": "Look."}]}],
        teaching={"notice": [{"en": "Who looks?", "de": "Wer schaut?"}, "Why?"]},
    )


@pytest.fixture
def german(tmp_path: Path) -> Iterator[None]:
    """A game whose language is German, of which no text is translated."""
    (tmp_path / "de.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n',
        encoding="utf-8",
    )
    use("de", tmp_path)
    yield
    use(ENGLISH)


def words(level: Level) -> list[object]:
    assert level.goal is not None
    return [level.title, level.hook, level.goal.win.text, level.rules[0].then[0], *level.teaching.notice]


def test_a_text_is_read_in_english_or_in_the_first_language_that_it_has() -> None:
    level = load(bilingual())
    assert (level.title, level.hook) == ("The Well", "Drei Leute.")
    assert [getattr(one, "text", one) for one in words(level)[2:]] == ["Wait.", "Oh!", "Who looks?", "Why?"]


@pytest.mark.usefixtures("german")
def test_a_text_is_read_in_the_language_of_the_game() -> None:
    assert in_use() == "de"
    level = load(bilingual())
    assert [getattr(one, "text", one) for one in words(level)] == [
        "Der Brunnen", "Drei Leute.", "Warte.", "Ach!", "Wer schaut?", "Why?",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ({"en": "x" * 41}, "title.en has 41 characters; choose a text of 1 to 40 characters."),
        ({"en": 3}, "title.en = 3 is a number; choose a text of 1 to 40 characters."),
        ({"en": {"de": "Brunnen"}}, "title.en = {…} is an object; choose a text of 1 to 40 characters."),
        ({"German": "Brunnen"}, 'title.German = "German" is no language; write a code such as "en", "de" or "pt-BR".'),
        ({}, "title has 0 languages; give a text, or 1 to 50 languages with a text each."),
    ],
)
def test_what_is_wrong_with_a_language_is_said_at_its_place(title: object, sentence: str) -> None:
    assert problems(small(title=title)) == [sentence]


def test_ids_are_no_texts_and_have_one_language() -> None:
    assert problems(small(id=TITLE))[0].startswith("id = {…} is an object")


def test_writing_a_file_again_keeps_all_its_languages() -> None:
    value = bilingual()
    data = encode(load(value), value)
    assert json.loads(data)["title"] == TITLE
    assert json.loads(data)["goal"]["win"] == value["goal"]["win"]
    assert encode(decode_level(data, FILE), json.loads(data)) == data


def test_texts_that_lack_a_language_are_remarked_on_and_names_that_are_the_same_in_all_are_not() -> None:
    said = [problem.text for problem in untranslated(inspect.type_info(Level), bilingual())]
    assert said == [
        "hook is not there in every language of this level; it lacks en.",
        "rules[0].then[1].hint is not there in every language of this level; it lacks en, de.",
        "teaching.notice[1] is not there in every language of this level; it lacks en, de.",
    ]
    assert not list(untranslated(inspect.type_info(Level), small()))


def test_check_names_what_is_missing_and_its_line_and_write_loses_no_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "well.json"
    file.write_bytes(json.dumps(bilingual(), indent=1).encode())
    assert cli.main(["check", "--write", str(file)]) == 0
    assert "hook is not there in every language" in capsys.readouterr().out
    assert json.loads(file.read_bytes())["title"] == TITLE


def test_the_schema_allows_a_text_and_a_text_for_each_language() -> None:
    definitions: Any = json_schema()["$defs"]
    text, languages = definitions["Level"]["properties"]["title"]["anyOf"]
    assert languages == {"type": "object", "additionalProperties": text}
    assert (text["type"], text["maxLength"]) == ("string", 40)
    assert '"spoken"' not in json.dumps(json_schema())


def test_letters_that_cannot_be_shown_are_found_in_every_language() -> None:
    value = bilingual() | {"title": {"en": "The Well", "zh": "井"}}
    assert lacking(value) == [Lacking("title.zh", "井")]
