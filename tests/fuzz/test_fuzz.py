"""A few inputs of each kind, every day; `python -m tests.fuzz` tries as many as one likes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sandbox.app import cli
from sandbox.scenario.folders import ROOT
from tests.fuzz.__main__ import main
from tests.fuzz.command_lines import FIT, FLAGS, OWN
from tests.fuzz.kind import made
from tests.fuzz.kinds import KILLS, KINDS
from tests.fuzz.trying import every

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", KINDS)
def test_no_input_leads_to_a_fault(name: str) -> None:
    tried = list(every(name, range(KINDS[name].few)))
    assert [(one.seed, one.fault) for one in tried if one.fault] == []
    assert len({one.became for one in tried}) > 1, "some are refused, and some are not"


def test_an_input_that_fails_is_kept_with_its_seed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(data: bytes, _: Path) -> str:
        assert data != made(KINDS["levels"], 3), "it is the wrong one"
        return "well"

    monkeypatch.setitem(KINDS, "levels", KINDS["levels"]._replace(check=check))
    monkeypatch.setattr("sys.argv", ["fuzz", "levels", "5", "--into", str(tmp_path)])
    assert main() == 1
    assert (tmp_path / "levels-3").read_bytes() == made(KINDS["levels"], 3)
    assert "it is the wrong one" in (tmp_path / "levels-3.txt").read_text("utf-8")
    assert len(list(tmp_path.iterdir())) == 2


def test_the_command_lines_know_every_command_and_option() -> None:
    parser = cli._parser()
    commands = next(action.choices for action in parser._actions if isinstance(action.choices, dict))
    assert commands.keys() == OWN.keys()
    for name, command in commands.items():
        options = {action.option_strings[0] for action in command._actions if action.option_strings}
        assert options <= {"-h", *FIT, *FLAGS}, name
        assert set(OWN[name]) <= options, name


def test_the_page_tells_of_every_kind() -> None:
    page = (ROOT / "docs" / "fuzzing.md").read_text("utf-8")
    for heading in ("What is made", "What came of it"):
        section = page.partition(f"\n## {heading}")[2].partition("\n## ")[0]
        assert re.findall(r"^\| `([\w-]+)` \|", section, re.MULTILINE) == [*KINDS, KILLS], heading
