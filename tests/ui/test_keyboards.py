"""The keys work on keyboards of any script, go on while they are held, and reach whatever the mouse does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.scenario.library import level_files
from sandbox.ui import verbs
from tests.ui.conftest import ANN

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

AMERICAN = "XCVBREZPQT"
SCRIPTS = {
    "russian": "чсмикуязйе",
    "greek": "χψωβρεζπ;τ",
    "arabic": "ءؤرىقثئحضف",
    "hebrew": "סבהנרקזפ/א",
    "thai": "ปแอิพำผยๆะ",
}
"""What is written on the keys of an American keyboard's letters."""


def press(pilot: Pilot, sign: str, place: str, mod: int = 0) -> None:
    scancode = getattr(pygame, f"KSCAN_{place}")
    pilot.post(pygame.KEYDOWN, key=ord(sign), scancode=scancode, mod=mod, unicode=sign)
    pilot.frames()


def release(pilot: Pilot, sign: str, place: str) -> None:
    pilot.post(pygame.KEYUP, key=ord(sign), scancode=getattr(pygame, f"KSCAN_{place}"), mod=0)
    pilot.frames()


@pytest.mark.parametrize("script", SCRIPTS)
def test_where_no_letter_is_ours_the_place_of_a_key_decides(pilot: Pilot, script: str) -> None:
    signs = dict(zip(AMERICAN, SCRIPTS[script], strict=True))
    for place, tool in {"X": "heal", "C": "praise", "V": "insult", "B": "gift", "Z": "hurt"}.items():
        press(pilot, signs[place], place)
        release(pilot, signs[place], place)
        assert pilot.game.state.tool == tool
    pilot.game.state.selected = ANN
    press(pilot, signs["E"], "E")
    assert pilot.game.state.held == {"eyes"}
    release(pilot, signs["E"], "E")
    assert not pilot.game.state.held
    pilot.game.step(5)
    press(pilot, signs["R"], "R")
    assert pilot.game.session.tick == 0
    press(pilot, signs["P"], "P", pygame.KMOD_LCTRL)
    assert pilot.scenes.top is not pilot.game
    pilot.key("escape")
    press(pilot, signs["Q"], "Q", pygame.KMOD_LCTRL)
    assert "quit" in pilot.game.shell.requests


@pytest.mark.parametrize(
    ("sign", "place", "tool"),
    [("z", "W", "hurt"), ("z", "Y", "hurt"), ("x", "B", "heal"), ("c", "I", "praise"), ("b", "N", "gift")],
)
def test_a_latin_letter_counts_wherever_it_lies(pilot: Pilot, sign: str, place: str, tool: str) -> None:
    press(pilot, "n", "L")
    press(pilot, sign, place)
    assert pilot.game.state.tool == tool


def test_arrows_go_on_while_they_are_held(pilot: Pilot) -> None:
    pilot.key("pageup", "pageup")
    seen = []
    for _ in range(3):
        pilot.hold("right", down=True)
        seen.append(pilot.game.camera.x)
    assert seen == sorted(set(seen))
    pilot.hold("right", down=False)
    pilot.game.step(60)
    pilot.tab_to("time.strip")
    ticks = []
    for _ in range(3):
        pilot.hold("left", down=True)
        ticks.append(pilot.game.session.tick)
    assert ticks == [50, 40, 30]
    pilot.hold("left", down=False)
    pilot.tab_to("map")
    chosen = []
    for _ in range(3):
        pilot.hold("right", down=True)
        chosen.append(pilot.game.state.selected)
    assert len(set(chosen)) > 1


def test_the_keyboard_keeps_its_place_over_a_restart_and_another_level(pilot: Pilot) -> None:
    pilot.tab_to("time.strip")
    pilot.key("r")
    assert pilot.game.state.focus.at == "time.strip"
    pilot.game.perform(verbs.OPEN(level_files()[1]))
    pilot.frames()
    assert pilot.game.state.focus.at == "time.strip"


def test_to_open_a_level_from_the_list_leaves_the_keyboard_on_the_map(pilot: Pilot) -> None:
    pilot.key("l")
    card = next(name for name in pilot.ring() if name.startswith("level."))
    pilot.tab_to(card)
    pilot.key("return")
    assert pilot.game.session.level.id != "pilot"
    assert pilot.game.state.focus.at == "map"


@pytest.mark.parametrize("scene", ["play", "title"])
def test_escape_leaves_the_full_screen_once_nothing_else_is_open(pilot: Pilot, scene: str) -> None:
    from sandbox.ui.scenes.title import Title

    screen = pilot.game if scene == "play" else Title(pilot.game.shell, pilot.game.size, pilot.game.another)
    screen.shell.fullscreen = True
    screen.perform(verbs.DOCK("help"))
    screen.shell.requests.clear()
    screen.perform(verbs.CLOSE())
    assert (screen.state.dock, screen.shell.requests) == ("", [])
    for _ in range(2):
        screen.shell.requests.clear()
        screen.perform(verbs.CLOSE())
    assert screen.shell.requests == ["fullscreen"]
    screen.shell.fullscreen = False
    screen.shell.requests.clear()
    screen.perform(verbs.CLOSE())
    assert screen.shell.requests == []
