"""`main.py check`: what it says of files that are fine, broken or odd, where that stands, and what it writes anew."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from sandbox.app import cli
from sandbox.scenario.library import find_level, level_files
from sandbox.scenario.load import decode_level, load_level
from tests.scenario.small import small

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def told(capsys: pytest.CaptureFixture[str], *files: str) -> list[str]:
    """Check files that are fine, and return the lines that are printed."""
    assert cli.main(["check", *files]) == 0
    return capsys.readouterr().out.splitlines()


def test_check_says_which_files_are_fine(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, *(str(file) for file in level_files()))
    assert len([line for line in lines if ": fine, " in line]) == len(level_files())
    assert all(": fine, " in line or re.match("  (to win|loses|a star): [^ ]", line) for line in lines)


def test_check_says_how_conditions_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "asks.json"
    goal = {
        "win": {"looks": "anyone but bob", "at": "bob", "for": 20},
        "lose": [{"when": {"not": {"here": "ann"}}, "text": "She has gone."}],
        "stars": [{"when": {"used": "hurt", "max": 0}}],
    }
    file.write_text(json.dumps(small(schema_version=2, goal=goal)), "utf-8")
    assert told(capsys, str(file))[1:] == [
        "  to win: Somebody looks at Bob for 20 seconds",
        "  loses: Ann is not here",
        "  a star: You never use Hurt",
    ]


def test_check_remarks_on_letters_that_cannot_be_shown_and_finds_the_level_fine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "letters.json"
    file.write_text(
        find_level("110").read_text(encoding="utf-8").replace('"name": "', '"name": "李', 1), encoding="utf-8"
    )
    lines = told(capsys, str(file))
    assert "fine" in lines[0]
    assert lines[1].startswith(f"{file}:12: remark: the game's fonts lack 李 in map.places[0].name")


def test_check_goes_on_after_a_name_that_cannot_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "x" * 5000 + ".json", "y" * 5000, "110"]) == 1
    assert "levels/110-open-square.json: fine" in capsys.readouterr().out


def test_check_does_not_call_a_file_a_repetition_of_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "levels/110-open-square.json", "levels/../levels/110-open-square.json"]) == 0
    assert capsys.readouterr().out.count("fine") == 2


def test_check_goes_on_after_a_broken_file_and_finds_repeated_titles(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    copy, broken = tmp_path / "copy.json", tmp_path / "broken.json"
    copy.write_bytes(find_level("110").read_bytes())
    broken.write_text('{"id": 3}', "utf-8")
    assert cli.main(["check", str(broken), str(find_level("110")), str(copy), "missing.json"]) == 1
    out = capsys.readouterr().out
    assert f"{broken}:1: id = 3 is a number; choose an id" in out
    assert f'{copy}: title = "The Open Square" is taken by levels/110-open-square.json; choose another title.' in out
    assert "missing.json: there is no such file; check the name." in out
    assert "levels/110-open-square.json: fine" in out


BROKEN = """{
  "schema_version": 2, "id": "odd", "title": "Odd", "hook": "",
  "people": [
    {"id": "ann", "name": "Ann", "x": 14, "y": 10, "trats": {}},
    {"id": "bob", "name": "Bob"}
  ],
  "goal": {"win": {"all": [
    {"felt": "ann", "min": 0},
    {"felt": "bop", "min": 0}]}}
}"""


def test_check_says_on_which_line_everything_stands(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "odd.json"
    file.write_text(BROKEN, "utf-8")
    assert cli.main(["check", str(file)]) == 1
    assert [line.removeprefix(str(file)).split(" ")[0] for line in capsys.readouterr().out.splitlines()] == [
        ":4:", ":5:", ":9:",
    ]  # fmt: skip
    assert cli.main(["check", "--json", str(file), "110"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [(one["kind"], one["file"], one["line"], one["path"]) for one in told] == [
        ("error", str(file), 4, "people[0].trats"),
        ("error", str(file), 5, "people[1]"),
        ("error", str(file), 9, "goal.win.all[1].felt"),
    ]
    assert told[1]["text"].startswith("people[1] stands nowhere")


def test_check_writes_what_is_fine_in_the_one_layout(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file, broken = tmp_path / "old.json", tmp_path / "broken.json"
    old = small(goal={"kind": "relieved", "who": "bob", "within": 60})
    file.write_text(json.dumps(old), "utf-8")
    broken.write_text("{}", "utf-8")
    assert cli.main(["check", "--write", str(file), str(broken)]) == 1
    assert f"{file}: written anew" in capsys.readouterr().out
    assert broken.read_text("utf-8") == "{}"
    assert load_level(file) == decode_level(json.dumps(old).encode(), "old.json")
    written = file.read_text("utf-8")
    assert '"schema_version": 2' in written
    assert cli.main(["check", "--write", str(file)]) == 0
    assert "written" not in capsys.readouterr().out
    assert file.read_text("utf-8") == written


def test_check_remarks_on_a_goal_that_is_reached_at_once(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "easy.json"
    file.write_text(json.dumps(small(schema_version=2, goal={"win": {"felt": "ann", "max": 1}})), "utf-8")
    assert cli.main(["check", str(file)]) == 0
    assert f"{file}:1: remark: goal is reached as soon as the game begins." in capsys.readouterr().out
