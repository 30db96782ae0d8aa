"""Tests that docs/levels.md says what is so: its tables, its examples, and its errors."""

from __future__ import annotations

import re

import pytest

from sandbox.scenario.library import find_level
from sandbox.scenario.load import decode_level
from sandbox.scenario.problems import LevelError
from sandbox.session.session import Session
from tests.lab.level_fields import MARKED, PAGE, renewed, tables
from tests.lab.level_meanings import ACTIONS, CONDITIONS, MEANINGS

FILE = "two-friends.json"
TEXT = PAGE.read_text("utf-8")


def blocks(kind: str) -> list[str]:
    """Cut out what stands between fences of one kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)


def test_the_tables_are_up_to_date() -> None:
    assert renewed(TEXT) == TEXT, "renew them: python tests/lab/level_fields.py"


def test_every_kind_of_object_has_its_table_and_every_field_a_meaning() -> None:
    assert {mark[1] for mark in MARKED.findall(TEXT)} == tables().keys()
    described = {name: set(re.findall(r"^\| `([\w$]+)`", table, re.MULTILINE)) for name, table in tables().items()}
    assert described == {name: set(meanings) for name, meanings in MEANINGS.items()} | {
        name: described[name] for name in ("happenings", "personlike", "conditions", "actions", "roles")
    }
    assert described["conditions"] == set(CONDITIONS)
    assert described["actions"] == set(ACTIONS)


@pytest.mark.parametrize("example", blocks("json"))
def test_the_examples_can_be_played(example: str) -> None:
    session = Session(decode_level(example.encode(), FILE))
    session.step(100)
    assert session.tick == 100


def test_the_school_yard_is_the_file_that_ships() -> None:
    shipped = find_level("examples/school-yard").read_text("utf-8")
    assert shipped in blocks("json")


def test_the_mistakes_are_answered_as_the_page_says() -> None:
    ((mistakes,), (answers,)) = blocks("json with-mistakes"), blocks("text")
    with pytest.raises(LevelError) as caught:
        decode_level(mistakes.encode(), FILE)
    assert f"{caught.value}\n" == answers
