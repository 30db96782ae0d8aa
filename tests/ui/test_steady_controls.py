"""A control stays under the finger that presses it, and nothing that has only just come up there takes a press."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.scenario.schema import Happening
from sandbox.ui import verbs
from sandbox.ui.kit.widgets import control_at
from sandbox.ui.panels.inspector import closest
from sandbox.ui.panels.registry import DOCKS
from sandbox.ui.preferences import Preferences
from sandbox.view.canvas.themes import use
from tests.ui.conftest import LEVEL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.ui.conftest import Pilot

ANN, BOB, CY = range(3)
PRESSES = 2
OF_A_KIND = 1
"""So many first and last controls of a kind are pressed, such as drives or keys."""
WINDOWS = (
    ((730, 430), Preferences()),
    ((1280, 800), Preferences(scale=125)),
    ((1920, 1080), Preferences(projector=True)),
)


@pytest.fixture(autouse=True)
def _usual_again() -> Iterator[None]:
    yield
    use("usual")


def _press(pilot: Pilot, spot: tuple[float, float], seconds: float = 0.5) -> None:
    """Press where the mouse already is, and wait; nothing is drawn."""
    pilot.post(pygame.MOUSEBUTTONDOWN, pos=spot, button=1)
    pilot.post(pygame.MOUSEBUTTONUP, pos=spot, button=1)
    pilot.scenes.update(seconds)


def _aim(pilot: Pilot, spot: tuple[float, float]) -> None:
    pilot.move(spot)
    pilot.scenes.update(0.1)


def _make_ready(pilot: Pilot, dock: str, preferences: Preferences) -> None:
    game = pilot.game
    _aim(pilot, (2, 2))
    game.prefer(preferences)
    game.state.selected, game.state.through, game.state.paused, game.state.scroll = ANN, False, True, 0
    game.state.tool, game.state.armed, game.state.choices = "cue", True, {}
    game.state.dock, game.state.fold, game.state.picking = dock, "" if dock else "tools", None
    game.state.told_of, game.state.told_drive = False, ""
    pilot.scenes.update(0.1)


def _to_press(pilot: Pilot) -> list[str]:
    """Name the controls that can be seen and pressed, but only a few of those of a kind."""
    kinds: dict[str, list[str]] = {}
    for pane in pilot.game.panes:
        for control in pane.controls:
            stays = control.act is None or control.act.command != verbs.RENAME.name  # It lays a line over all.
            if control.enabled and stays and pane.rect.contains(control.rect.inflate(-4, -4)):
                kind = control.name if pane.name == "settings" else control.name.partition(".")[0]
                kinds.setdefault(kind, []).append(control.name)
    few = [name for names in kinds.values() for name in (*names[:OF_A_KIND], *names[-OF_A_KIND:])]
    passing = (
        "menu.",
        "level.",
        "closing.title",
        *(f"log.{digit}" for digit in range(10)),
    )  # What is told goes when time goes back.
    return [name for name in dict.fromkeys(few) if not name.startswith(passing)]


# Each panel is pressed in two windows of three.
@pytest.mark.parametrize(
    ("dock", "size", "preferences"),
    [
        (dock, *window)
        for row, dock in enumerate(("", *(dock for dock in DOCKS if dock != "levels")))
        for place, window in enumerate(WINDOWS)
        if (row + place) % len(WINDOWS)
    ],
)
def test_a_press_hits_the_same_control_again_or_none(
    sit_down: Callable[..., Pilot], dock: str, size: tuple[int, int], preferences: Preferences
) -> None:
    pilot = sit_down(size)
    pilot.game.session.do(Happening(do="hurt", who="bob"))
    pilot.game.step(20)
    _make_ready(pilot, dock, preferences)
    for name in _to_press(pilot):
        _make_ready(pilot, dock, preferences)
        spot = pilot.where(name)
        _aim(pilot, spot)
        for _ in range(PRESSES):
            _press(pilot, spot)
            if pilot.game.state.dock != dock:
                break  # It led to another panel.
            under = control_at(pilot.game.panes, pygame.Vector2(spot))
            assert under is None or under.name == name, (name, under.name)


@pytest.mark.parametrize("name", ["setting.scale.more", "setting.projector"])
def test_what_moves_the_panel_waits_until_the_mouse_has_left_the_control(pilot: Pilot, name: str) -> None:
    pilot.key("f2")
    before, spot = pilot.game.style, pilot.where(name)
    _aim(pilot, spot)
    _press(pilot, spot)
    changed = pilot.game.shell.preferences
    assert changed != Preferences()
    assert (pilot.game.style, pilot.where(name)) == (before, spot)
    _aim(pilot, (2, 2))
    assert pilot.game.adopted == changed
    assert pilot.where(name) != spot


def test_the_keyboard_need_not_wait(pilot: Pilot) -> None:
    pilot.key("f2")
    before = pilot.game.style.scale
    pilot.tab_to("setting.scale.more")
    pilot.key("return")
    assert pilot.game.style.scale > before


def test_a_double_click_on_the_cross_of_a_panel_does_not_reach_the_map(sit_down: Callable[..., Pilot]) -> None:
    pilot = sit_down((900, 600))
    pilot.key("f2")
    spot = pilot.where("dock.close")
    x, y = pilot.where(CY)
    pilot.game.pan(spot[0] - x, spot[1] - y)
    _aim(pilot, spot)
    _press(pilot, spot, 0.1)
    _press(pilot, spot, 0.1)
    assert pilot.game.state.dock == ""
    assert pilot.done == ()


def test_a_card_that_comes_up_under_the_mouse_takes_no_press_at_first(sit_down: type[Pilot]) -> None:
    goal = {"kind": "unblamed", "who": "ann", "value": 9.0, "within": 2}
    pilot = sit_down(level=json.dumps({**json.loads(LEVEL), "goal": goal}).encode())
    pilot.game.step(20)
    spot = pilot.where("ending.again")
    pilot.key("escape", ",")
    _aim(pilot, spot)
    pilot.tap(".")
    pilot.scenes.update(0.1)
    _press(pilot, spot)
    assert pilot.game.session.tick == 20
    _press(pilot, spot)
    assert pilot.game.session.tick == 0


def test_the_inspector_keeps_its_order_while_the_mouse_is_on_it(pilot: Pilot) -> None:
    pilot.game.state.selected = ANN
    pilot.key("i")
    pilot.game.step(10)
    _aim(pilot, (2, 2))
    listed = closest(pilot.game.context, ANN)
    _aim(pilot, pilot.game.layout.dock.center)
    pilot.game.session.do(Happening(do="hurt", who="cy"))
    pilot.game.session.do(Happening(do="hurt", who="ann", by="cy"))
    pilot.game.step(10)
    pilot.scenes.update(0.1)
    assert closest(pilot.game.context, ANN) != listed
    shown = [name for name in pilot.ring() if name.startswith("pair.")]
    assert shown == [f"pair.{other}" for other in listed]
    _aim(pilot, (2, 2))
    shown = [name for name in pilot.ring() if name.startswith("pair.")]
    assert shown == [f"pair.{other}" for other in closest(pilot.game.context, ANN)]
