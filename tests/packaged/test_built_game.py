"""The built game does what the source does, and can be played."""

from __future__ import annotations

import json
import subprocess
import time
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.packaged.conftest import Player

pytestmark = pytest.mark.packaged

LEVEL: Final = "010"
TICKS_PER_SECOND: Final = 10


def answer(*command: str | Path) -> Any:  # noqa: ANN401 - JSON
    """Run a command, away from the source, and read the JSON that it prints."""
    done = subprocess.run(command, capture_output=True, check=False, cwd="/")
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return json.loads(done.stdout)


def test_the_built_game_comes_to_the_same_state_as_the_source(built: Path, source: tuple[str, ...]) -> None:
    arguments = ("run", LEVEL, "--seconds", "20", "--seed", "7", "--json")
    here, there = answer(*source, *arguments), answer(built, *arguments)
    assert there["digest"] == here["digest"]
    assert there["ticks"] == 20 * TICKS_PER_SECOND
    assert there == here


def test_the_built_game_knows_the_same_mechanisms_as_the_source(built: Path, source: tuple[str, ...]) -> None:
    here = answer(*source, "mechanisms", "--json")
    assert here
    assert answer(built, "mechanisms", "--json") == here
