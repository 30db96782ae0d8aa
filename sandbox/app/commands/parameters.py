"""`main.py parameters`: list every constant of the engine, with its bounds, unit, source and what it does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sandbox.app.commands.arguments import command
from sandbox.app.commands.columns import columns

if TYPE_CHECKING:
    from argparse import Namespace

    from sandbox.app.commands.arguments import Commands


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "parameters", "list the engine's constants, which --set can change", run)
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: Namespace) -> int:
    """Print the list."""
    from sandbox.engine.params import describe

    known = describe()
    if options.json:
        print(json.dumps([parameter._asdict() for parameter in known], indent=2))
        return 0
    print(
        columns(
            [
                (one.name, f"{one.default:g}", f"{one.low:g} to {one.high:g}", one.unit, one.source, one.what)
                for one in known
            ]
        )
    )
    return 0
