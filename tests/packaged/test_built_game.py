"""The built game does what the source does, and can be played."""

from __future__ import annotations

import json
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pytest

from sandbox.scenario.load import load_level
from sandbox.scenario.shelf import find_level
from sandbox.ui import menu
from sandbox.ui.desk import SPEEDS
from sandbox.ui.layout import TOOLS, arrange
from sandbox.ui.style import Style, scale_of
from sandbox.view.camera import Camera
from sandbox.view.palette import VERMILLION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PIL import Image

    from sandbox.scenario.schema import Level
    from sandbox.ui.layout import Layout
    from tests.packaged.conftest import Player

pytestmark = pytest.mark.packaged

LEVEL: Final = "010"
TICKS_PER_SECOND: Final = 10
SIZE: Final = (1280, 800)
PATIENCE: Final = 30.0
"""seconds in which the game has to end"""
WATCHED_TICKS: Final = 200
FASTEST: Final = max(SPEEDS)
MANY_COLOURS: Final = 500
"""a window with more than these is drawn"""
SOME_PIXELS: Final = 40
AROUND_PX: Final = 60
BELLY_PX: Final = 14
"""how far above the spot where somebody stands her belly is"""


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


def test_a_player_hurts_somebody_watches_and_leaves(built: Path, play: Callable[..., Player]) -> None:
    screen = Screen.of(LEVEL)
    player = play(built, "play", LEVEL, "--seed", "7", "--mute")
    player.wait_until(lambda picture: picture.getcolors(MANY_COLOURS) is None, "picture of the square")
    player.focus()
    player.press("r")
    player.press("space")
    player.click(*screen.tool("hurt"))
    before = screen.pain(player.see())
    player.click(*screen.person("bob"))
    player.wait_until(lambda picture: screen.pain(picture) > before + SOME_PIXELS, "sign of pain around Bob")
    player.press("space")
    player.press("equal")
    player.press("equal")
    time.sleep(WATCHED_TICKS / TICKS_PER_SECOND / FASTEST)
    player.press("ctrl+q")
    assert player.game.wait(PATIENCE) == 0
    assert player.game.stderr is not None
    assert player.game.stderr.read() == b""


@dataclass(frozen=True)
class Screen:
    """Where things are in the game's window, worked out as the game does it."""

    level: Level
    layout: Layout
    camera: Camera

    @classmethod
    def of(cls, word: str) -> Screen:
        """Look at a level at its start."""
        level = load_level(find_level(word))
        layout = arrange(SIZE, Style(scale_of(SIZE)), docked=False, menu_buttons=len(menu.BUTTONS))
        return cls(level, layout, Camera.fit(level.map, layout.map))

    def tool(self, name: str) -> tuple[float, float]:
        """Find a tool's button."""
        tools = self.layout.tools
        return tools.centerx, tools.top + tools.height * (TOOLS.index(name) + 0.5) / len(TOOLS)

    def person(self, name: str) -> tuple[float, float]:
        """Find the belly of a person who has not walked yet."""
        person = next(person for person in self.level.people if person.id == name)
        assert person.x is not None
        assert person.y is not None
        x, y = self.camera.to_screen(person.x, person.y)
        return x, y - BELLY_PX

    def pain(self, picture: Image.Image) -> int:
        """Count the pixels in the colour of suffering around Bob."""
        x, y = self.person("bob")
        around = picture.crop((int(x - AROUND_PX), int(y - AROUND_PX), int(x + AROUND_PX), int(y + AROUND_PX)))
        return sum(count for count, colour in around.getcolors((2 * AROUND_PX) ** 2) or [] if colour == VERMILLION)
