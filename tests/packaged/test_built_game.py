"""The built game does what the source does, and can be played."""

from __future__ import annotations

import json
import subprocess
import time
from typing import TYPE_CHECKING, Any, Final

import pytest

from sandbox.scenario.library import find_level
from sandbox.scenario.load import load_level
from sandbox.ui.scenes.play import Play
from sandbox.ui.state import SPEEDS, Shell
from sandbox.view.canvas.palette import STORM, Rgb

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PIL import Image

    from tests.packaged.conftest import Player

pytestmark = pytest.mark.packaged

LEVEL: Final = "110"
TICKS_PER_SECOND: Final = 10
SIZE: Final = (1280, 800)
PATIENCE: Final = 30.0
"""seconds in which the game has to end"""
WATCHED_TICKS: Final = 240
FASTEST: Final = max(SPEEDS)
MANY_COLOURS: Final = 500
"""a window with more than these is drawn"""
SOME_PIXELS: Final = 20
AROUND_PX: Final = 110
BELLY_PX: Final = 14
"""how far above the spot where somebody stands their belly is"""


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


def test_the_built_game_tells_the_same_version_and_commit_as_the_source(built: Path, source: tuple[str, ...]) -> None:
    here, there = (
        subprocess.run([*command, "--version"], capture_output=True, check=True, cwd="/").stdout
        for command in (source, (built,))
    )
    assert there == here


def test_the_built_game_knows_the_same_mechanisms_as_the_source(built: Path, source: tuple[str, ...]) -> None:
    here = answer(*source, "mechanisms", "--json")
    assert here
    assert answer(built, "mechanisms", "--json") == here


def test_a_player_hurts_somebody_watches_and_leaves(built: Path, play: Callable[..., Player]) -> None:
    tool, somebody = places(LEVEL)
    player = play(built, "play", LEVEL, "--seed", "7", "--mute")
    player.wait_until(lambda picture: picture.getcolors(MANY_COLOURS) is None, "picture of the square")
    player.focus()
    player.press("r")
    player.press("space")
    player.click(*tool)
    player.point(*somebody)
    assert colour_around(player.see(), somebody, STORM) < SOME_PIXELS
    player.click(*somebody)
    player.wait_until(lambda picture: colour_around(picture, somebody, STORM) > SOME_PIXELS, "cloud over the hurt")
    player.press("space")
    player.press("equal")
    player.press("equal")
    time.sleep(WATCHED_TICKS / TICKS_PER_SECOND / FASTEST)
    player.press("ctrl+q")
    assert player.game.wait(PATIENCE) == 0
    assert player.game.stderr is not None
    assert player.game.stderr.read() == b""


def places(level: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """Find the button of the hurt and the first person at the start of a level, on a window that was just opened."""
    play = Play(Shell(), load_level(find_level(level)), SIZE)
    button = play.control("tool.hurt")
    assert button is not None
    x, y = play.camera.to_screen(play.frame.people.x[0], play.frame.people.y[0])
    return button.rect.center, (x, y - BELLY_PX)


def colour_around(picture: Image.Image, spot: tuple[float, float], colour: Rgb) -> int:
    """Count the pixels of a colour around a spot."""
    x, y = spot
    box = picture.crop((int(x - AROUND_PX), int(y - AROUND_PX), int(x + AROUND_PX), int(y + AROUND_PX)))
    return sum(count for count, found in box.getcolors((2 * AROUND_PX) ** 2) or [] if found == colour)
