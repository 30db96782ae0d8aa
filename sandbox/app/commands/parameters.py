"""`main.py parameters`: list every constant of the engine, with its bounds, unit, source and what it does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sandbox.app.commands.arguments import command
from sandbox.app.commands.columns import columns
from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from argparse import Namespace

    from sandbox.app.commands.arguments import Commands
    from sandbox.engine.parameter import Parameter


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "parameters", run)
    parser.add_argument("--json", action="store_true", help=text_of("help.json"))


def _range(one: Parameter) -> str:
    return text_of("cli.parameters.range", low=f"{one.low:g}", high=f"{one.high:g}")


def run(options: Namespace) -> int:
    """Print the list."""
    from sandbox.engine.params import describe

    known = describe()
    if options.json:
        print(json.dumps([vars(parameter) for parameter in known], indent=2))
        return 0
    print(columns([(one.name, f"{one.default:g}", _range(one), one.unit, one.source, one.what) for one in known]))
    return 0
