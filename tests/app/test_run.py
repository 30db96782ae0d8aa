"""A run tells what was asked for: from when to when, of whom, and from whom somebody keeps the eyes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.app import cli
from sandbox.app.commands.account import WORTH_TELLING, account, summary
from sandbox.app.commands.arguments import load
from sandbox.app.commands.headless import Headless
from sandbox.engine.options import OPTIONS
from sandbox.session.moment import Moment

if TYPE_CHECKING:
    from pathlib import Path

AVERTING = {option.name for option in OPTIONS if option.averts}


@pytest.fixture(scope="module")
def hurt(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A commands file that hurts Bob after a second."""
    file: Path = tmp_path_factory.mktemp("run") / "hurt.json"
    file.write_text('[{"do": "hurt", "who": "bob", "at": 1}]', "utf-8")
    return str(file)


def told(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Run the level in which people look away, and give what it printed."""
    assert cli.main(["run", "120", *argv]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def moments(out: str) -> list[float]:
    """Return the seconds of all lines of a chronicle."""
    return [float(found) for found in re.findall(r"^ +([\d.]+) s  ", out, re.MULTILINE)]


def test_who_averts_is_told_with_from_whom_and_by_which_choice(capsys: pytest.CaptureFixture[str], hurt: str) -> None:
    given = json.loads(told(capsys, "--seconds", "6", "--commands", hurt, "--json"))
    averting = {person["id"]: person["averting"] for person in given["people"] if person["averting"]}
    assert averting
    choices = {entry["id"]: entry for entry in given["chronicle"]}
    for who, how in averting.items():
        choice = choices[how["cause"]]
        assert how["by"] in AVERTING
        assert (choice["who"], choice["whom"], choice["what"]) == (who, how["from"], f"chose.{how['by']}")


def test_who_averts_in_the_account_is_who_averts_in_the_picture() -> None:
    played = Headless(load("look-away"))
    names = [person.id for person in played.session.level.people]
    for _ in range(12):
        played.play_to(played.session.tick + 10)
        drawn = [None if whom < 0 else names[whom] for whom in played.session.frame().averted]
        told = [person["averting"] for person in account(played)["people"]]  # type: ignore[attr-defined]
        assert [None if how is None else how["from"] for how in told] == drawn


def test_a_stretch_of_the_chronicle_is_told_whole(capsys: pytest.CaptureFixture[str]) -> None:
    everything = moments(told(capsys, "--seconds", "20", "--from", "0"))
    assert len(everything) > 2 * WORTH_TELLING
    within = moments(told(capsys, "--seconds", "20", "--from", "5", "--to", "12.5"))
    assert within == [moment for moment in everything if 5 <= moment <= 12.5]
    assert len(moments(told(capsys, "--seconds", "20"))) <= 2 * WORTH_TELLING


def test_a_tenth_of_a_second_is_one_tick(capsys: pytest.CaptureFixture[str]) -> None:
    given = json.loads(told(capsys, "--seconds", "5", "--from", "3.3", "--to", "3.3", "--json"))
    assert {entry["tick"] for entry in given["chronicle"]} <= {33}
    whole = json.loads(told(capsys, "--seconds", "5", "--json"))
    assert given["chronicle"] == [entry for entry in whole["chronicle"] if entry["tick"] == 33]


@pytest.mark.parametrize("words", ["bob,ann", "Bob, Ann"])
def test_the_chronicle_of_some_people_is_what_they_did_or_met_with(
    capsys: pytest.CaptureFixture[str], words: str
) -> None:
    whole = json.loads(told(capsys, "--seconds", "10", "--json"))["chronicle"]
    given = json.loads(told(capsys, "--seconds", "10", "--who", words, "--json"))["chronicle"]
    assert given == [entry for entry in whole if {"bob", "ann"} & {entry["who"], entry["whom"]}]
    assert 0 < len(given) < len(whole)


@pytest.mark.parametrize(
    ("argv", "code", "sentence"),
    [
        (("--from", "3", "--to", "1"), 2, "main.py run: --from 3 lies after --to 1; choose an earlier one.\n"),
        (("--from", "9"), 2, "main.py run: --from 9 lies after --to 5; choose an earlier one.\n"),
        (("--who", "bub"), 1, '--who: "bub" is nobody in the level "look-away"; did you mean "bob"?\n'),
        (
            ("--who", ","),
            2,
            'main.py run: --who: "," names nobody; write ids or names, with commas between them.\n',
        ),
    ],
)
def test_what_cannot_be_selected_is_said(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], code: int, sentence: str
) -> None:
    assert cli.main(["run", "120", "--seconds", "5", *argv]) == code
    out, err = capsys.readouterr()
    assert (out, err) == ("", sentence)


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_nothing_is_told_of_a_negative_zero(
    capsys: pytest.CaptureFixture[str], hurt: str, form: tuple[str, ...]
) -> None:
    out = told(capsys, "--seconds", "12", "--commands", hurt, "--from", "-0", *form)
    assert re.findall(r"[-−]0(?:\.0*)?(?![\d.])", out) == []


@pytest.mark.parametrize("felt", [-0.0, -0.004])
def test_who_feels_next_to_nothing_feels_no_less_than_nothing(felt: float) -> None:
    played = Headless(load("look-away"))
    world = played.session.world
    played.session.resume(Moment.first(world.with_people(felt=np.full(len(world.people), felt))), ())
    assert "-0.00" not in summary(played)
