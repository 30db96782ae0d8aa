"""The bars: what is folded away, and how all of them step back while the player only watches."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.scenario.load import load_level
from sandbox.ui.hud.menu import ITEMS
from sandbox.ui.preferences import Preferences
from sandbox.ui.scenes.play import FADED
from sandbox.ui.tools.variants import front_tools, spare_tools

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

ANN, BOB, CY = range(3)
LEVELS = Path(__file__).parents[2] / "levels"
AT_REST = 0.85
"""The share of the picture that no bar lies over while nothing is open."""


@pytest.fixture
def watching(pilot: Pilot) -> Pilot:
    """Watch, with nothing open and time going on."""
    pilot.game.state.paused = False
    pilot.move((640, 600))
    return pilot


def test_bars_step_back_without_a_stir_and_come_with_the_first(watching: Pilot) -> None:
    watching.frames(35, 0.1)
    assert watching.game.presence == 1.0
    watching.frames(20, 0.1)
    assert watching.game.presence == FADED
    watching.move((640, 601))
    assert watching.game.presence == 1.0


def test_a_bar_that_stepped_back_lets_the_map_shine_through(watching: Pilot) -> None:
    spot = watching.control("menu.why").rect.move(4, 0).midleft
    before = watching.surface.get_at(spot)
    watching.frames(60, 0.1)
    after = watching.surface.get_at(spot)
    assert after.g > before.g + 60  # The button is dark, the lawn behind it is light.


@pytest.mark.parametrize("key", ["space", "i", "f10", "f4"])
def test_bars_stay_while_time_stands_or_something_is_open(watching: Pilot, key: str) -> None:
    watching.key(key)
    watching.frames(80, 0.1)
    assert watching.game.presence == 1.0


def test_they_stay_while_a_level_says_what_could_be_done(sit_down: type[Pilot]) -> None:
    level = json.loads((LEVELS / "001-click-someone.json").read_bytes())
    level["goal"]["waits"] = False
    level["rules"] = [{"at": 1, "then": [{"hint": "Look."}]}]
    pilot = sit_down(level=json.dumps(level).encode())
    pilot.game.state.paused = False
    pilot.frames(80, 0.1)
    assert pilot.game.presence == 1.0
    pilot.frames(60, 0.1)
    assert pilot.game.presence == FADED


def test_they_stay_if_the_player_wants_it(watching: Pilot) -> None:
    watching.game.prefer(Preferences(step_back=False))
    watching.frames(80, 0.1)
    assert watching.game.presence == 1.0


def test_with_less_motion_they_are_gone_at_once(watching: Pilot) -> None:
    watching.game.prefer(Preferences(calm=True))
    seen = set()
    for _ in range(60):
        watching.scenes.update(0.1)
        seen.add(watching.game.presence)
    assert seen == {1.0, FADED}


def test_at_rest_most_of_the_picture_is_the_map(watching: Pilot) -> None:
    bars = pygame.Surface((1280, 800))
    for pane in watching.game.panes:
        bars.fill((255, 255, 255), pane.rect)
    assert pygame.surfarray.array2d(bars).astype(bool).mean() < 1 - AT_REST


def test_a_press_beside_an_open_list_closes_it_and_befalls_nobody(pilot: Pilot) -> None:
    for part in ("menu", "look"):
        pilot.unfold(part)
        assert pilot.game.state.fold
        pilot.click(BOB)
        assert (pilot.game.state.fold, pilot.done) == ("", ())
    pilot.click(BOB)
    assert [deed.who for deed in pilot.done] == ["bob"]


def test_a_list_closes_once_something_in_it_is_chosen(pilot: Pilot) -> None:
    pilot.choose("look.blame")
    assert (pilot.game.state.lens, pilot.game.state.fold) == ("blame", "")
    pilot.choose("menu.drives")
    assert (pilot.game.state.dock, pilot.game.state.fold) == ("theory", "")
    pilot.unfold("menu")
    pilot.key("escape")
    assert (pilot.game.state.dock, pilot.game.state.fold) == ("theory", "")


@pytest.mark.parametrize("size", [(730, 430), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("part", ["menu", "look"])
def test_a_list_lies_in_the_window_and_off_its_button(sit_down: type[Pilot], size: tuple[int, int], part: str) -> None:
    pilot = sit_down(size)
    pilot.unfold(part)
    pane = next(pane for pane in pilot.game.panes if pane.name == pilot.game.state.fold)
    assert pilot.game.layout.window.contains(pane.rect)
    assert all(pane.rect.contains(control.rect) for control in pane.controls)
    assert len(pane.controls) == (len(ITEMS) if part == "menu" else 10)
    button = pilot.control({"menu": "menu.fold", "look": "look.lenses"}[part])
    assert not pane.rect.colliderect(button.rect)


@pytest.mark.parametrize("path", sorted(LEVELS.glob("*.json")), ids=lambda path: path.stem)
def test_only_tools_that_a_level_offers_or_may_give_have_a_button(path: Path) -> None:
    level = load_level(path)
    given = {tool for rule in level.rules for action in rule.then for tool in getattr(action, "give", ())}
    offered = given if level.tools is None else {*level.tools, *given}
    shown = {*front_tools(level), *spare_tools(level)} - {"look"}
    assert level.tools is None or shown == offered
