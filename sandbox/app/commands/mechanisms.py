"""`main.py mechanisms`: list every mechanism of the theory, and how far it works here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sandbox.app.commands.arguments import command
from sandbox.app.commands.columns import columns
from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from argparse import Namespace

    from sandbox.app.commands.arguments import Commands


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "mechanisms", run)
    parser.add_argument("--json", action="store_true", help=text_of("help.json"))


def run(options: Namespace) -> int:
    """Print the list."""
    from sandbox.engine.mechanisms import MECHANISMS

    listed = [
        {"id": mechanism.id, "title": text_of(f"mechanism.{mechanism.id}")} | mechanism._asdict()
        for mechanism in MECHANISMS
    ]
    if options.json:
        print(json.dumps(listed, indent=2))
        return 0
    print(columns([tuple((one | {"state": text_of(f"mechanism.{one['state']}")}).values()) for one in listed]))
    return 0
