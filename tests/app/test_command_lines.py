"""Whatever is typed, the answer is done, or a sentence; `tests/fuzz/command_lines.py` makes the command lines."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from sandbox.app import cli
from tests.fuzz.command_lines import FIT, FLAGS, OWN, check, command_lines, prepare

if TYPE_CHECKING:
    from pathlib import Path

MANY = 80


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(tmp_path))  # It is put back after the test.
    prepare(tmp_path)
    return tmp_path


def test_no_command_line_is_answered_with_a_traceback(folder: Path) -> None:
    rng, codes = Random(17), set()  # noqa: S311 - nothing is to be kept secret
    for _ in range(MANY):
        argv = command_lines(rng)
        try:
            codes.add(check(argv, folder))
        except Exception as error:
            error.add_note(f"main.py {argv}")
            raise
    assert codes == {0, 1, 2}


def test_the_command_lines_know_every_command_and_option() -> None:
    parser = cli._parser()
    commands = next(action.choices for action in parser._actions if isinstance(action.choices, dict))
    assert commands.keys() == OWN.keys()
    for name, command in commands.items():
        options = {action.option_strings[0] for action in command._actions if action.option_strings}
        assert options <= {"-h", *FIT, *FLAGS}, name
        assert set(OWN[name]) <= options, name
