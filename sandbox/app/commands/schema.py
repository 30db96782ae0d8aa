"""`main.py schema`: print the level format as JSON Schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sandbox.app.commands.arguments import command

if TYPE_CHECKING:
    from argparse import Namespace

    from sandbox.app.commands.arguments import Commands


def add(commands: Commands) -> None:
    """Describe the command."""
    command(commands, "schema", run)


def run(_: Namespace) -> int:
    """Print the schema."""
    from sandbox.scenario.json_schema import json_schema

    print(json.dumps(json_schema(), indent=2))
    return 0
