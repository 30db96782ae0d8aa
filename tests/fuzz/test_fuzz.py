"""A few inputs of each kind, every day; `python -m tests.fuzz` tries as many as one likes."""

from __future__ import annotations

import pytest

from sandbox.app import cli
from tests.fuzz.command_lines import FIT, FLAGS, OWN
from tests.fuzz.kind import attempt, place
from tests.fuzz.kinds import KINDS


@pytest.mark.parametrize("name", KINDS)
def test_no_input_leads_to_a_fault(name: str) -> None:
    with place(KINDS[name]) as folder:
        tried = [attempt(KINDS[name], seed, folder) for seed in range(KINDS[name].few)]
    assert [(one.seed, one.fault) for one in tried if one.fault] == []
    assert len({one.became for one in tried}) > 1, "some are refused, and some are not"


def test_the_command_lines_know_every_command_and_option() -> None:
    parser = cli._parser()
    commands = next(action.choices for action in parser._actions if isinstance(action.choices, dict))
    assert commands.keys() == OWN.keys()
    for name, command in commands.items():
        options = {action.option_strings[0] for action in command._actions if action.option_strings}
        assert options <= {"-h", *FIT, *FLAGS}, name
        assert set(OWN[name]) <= options, name
