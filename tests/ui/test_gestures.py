"""A gesture ends with the play-through, the scene and the window that it began in."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.scenario.library import level_files
from sandbox.ui import verbs
from sandbox.ui.bindings import BINDINGS
from tests.ui.conftest import ANN, BOB

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Pilot


def reload(pilot: Pilot) -> None:
    pilot.game.perform(verbs.OPEN(level_files()[1]))
    pilot.game.state.paused = True
    pilot.frames()


def resized(pilot: Pilot) -> None:
    pilot.surface = pygame.display.set_mode((1100, 700))
    pilot.scenes.resize((1100, 700))


ENDINGS: dict[str, Callable[[Pilot], object]] = {
    "restart": lambda pilot: pilot.key("r"),
    "level": reload,
    "title": lambda pilot: pilot.key("ctrl+t", "escape"),
    "focus": lambda pilot: pilot.post(pygame.WINDOWFOCUSLOST),
    "size": resized,
}


# Whatever ends a gesture lets all of them go in one place, so each beginning meets two endings, not all.
@pytest.mark.parametrize(
    ("begun", "ending"),
    [
        *(("person", "restart"), ("person", "level"), ("ground", "title"), ("ground", "focus"), ("strip", "size")),
        *(("strip", "level"), ("control", "focus"), ("control", "restart"), ("minimap", "size"), ("minimap", "level")),
        *(("middle", "title"), ("middle", "restart")),
    ],
)
def test_what_was_pressed_before_does_nothing_after(pilot: Pilot, begun: str, ending: str) -> None:
    game = pilot.game
    game.step(40)
    if begun == "minimap":
        pilot.key("pageup", "pageup", "pageup")
        assert game.minimap is not None
        start = game.minimap.center
    else:
        controls = {"strip": "time.strip", "control": "time.restart"}
        start = pilot.where(controls.get(begun, ANN)) if begun != "ground" else (640.0, 600.0)
    button = 2 if begun == "middle" else 1
    pilot.begin_drag(start, (start[0] + 40, start[1]), button)
    ENDINGS[ending](pilot)
    pilot.frames()
    before = game.session.commands, game.session.tick, game.session.latest_tick, game.state.half, game.camera
    pilot.move((start[0] + 90, start[1] + 5))
    pilot.end_drag((start[0] + 90, start[1] + 5), button)
    after = game.session.commands, game.session.tick, game.session.latest_tick, game.state.half, game.camera
    assert after == before


@pytest.mark.parametrize("ending", ["restart", "level"])
def test_a_held_key_acts_no_more_in_another_play_through(pilot: Pilot, ending: str) -> None:
    pilot.game.state.selected = ANN
    pilot.hold("e", down=True)
    pilot.hold(".", down=True)
    pilot.hold(".", down=True)
    assert pilot.game.session.tick == 2
    ENDINGS[ending](pilot)
    pilot.game.state.paused = False
    tick = pilot.game.session.tick
    pilot.post(pygame.KEYDOWN, key=pygame.K_PERIOD, mod=0, unicode=".")
    assert pilot.game.session.tick == tick
    assert not pilot.game.state.held
    pilot.hold(".", down=False)
    pilot.hold("e", down=False)
    pilot.hold(".", down=True)
    assert pilot.game.state.paused


def test_a_key_that_is_waited_for_is_no_more_once_another_scene_came(pilot: Pilot) -> None:
    pilot.game.perform(verbs.DOCK("keys"))
    pilot.game.perform(verbs.CAPTURE("pause"))
    pilot.game.perform(verbs.TITLE())
    pilot.frames()
    pilot.key("tab", "escape")
    assert pilot.game.state.rebinding is None


def test_a_half_used_tool_is_put_away_with_its_play_through(pilot: Pilot) -> None:
    pilot.drag(pilot.where(ANN), pilot.where(ANN), button=1)
    pilot.key("shift+return", "r")
    pilot.click(BOB)
    assert all(one.by is None for one in pilot.done)


@pytest.mark.parametrize("seed", range(2))
def test_no_gesture_outlives_its_play_through_whatever_comes_between(pilot: Pilot, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret, only noise
    game, keys = pilot.game, ("space", ".", ",", "e", "left", "escape", "tab", "return", "z", "i")
    for _ in range(15):
        for _ in range(chance.randrange(1, 6)):
            spot = chance.randrange(1280), chance.randrange(760)
            act = chance.randrange(3)
            if act == 0:
                pilot.begin_drag(spot, (spot[0] + 30, spot[1] + 9), chance.choice([1, 1, 2]))
            elif act == 1:
                pilot.post(pygame.KEYDOWN, key=pygame.key.key_code(chance.choice(keys)), mod=0, unicode="")
            else:
                pilot.wheel(chance.choice([-1, 1]))
        ENDINGS[chance.choice(["restart", "level"])](pilot)
        pilot.frames()
        if pilot.scenes.top is not game:
            pilot.key("escape")
        assert (game.pointer.press, game.pointer.sought, game.touch.pressed) == (None, None, None)
        held = game.pointer.panning, game.pointer.steering, game.state.held, game.state.half
        assert not any(held)
        before = game.session.commands, game.camera
        for button in (1, 2):
            pilot.post(pygame.MOUSEBUTTONUP, pos=(640, 400), button=button)
        for key in keys:
            if pygame.key.key_code(key) in game.shell.down:  # It is told again and again that it is down.
                pilot.post(pygame.KEYDOWN, key=pygame.key.key_code(key), mod=0, unicode="")
        assert (game.session.commands, game.camera) == before
        for key in keys:
            pilot.post(pygame.KEYUP, key=pygame.key.key_code(key), mod=0)


def test_every_gesture_of_the_mouse_has_keys() -> None:
    from sandbox.ui.bindings import FIXED, GESTURES

    ways = {
        "click": [verbs.ACT],
        "ground": [verbs.CLOSE, verbs.ACT],
        "drag": [verbs.BEGIN, verbs.ACT],
        "shift_click": [verbs.BEGIN],
        "right_click": [verbs.WHY],
        "wheel": [verbs.CLOSER, verbs.FARTHER],
        "pan": [verbs.PAN],
        "minimap": [verbs.PAN, verbs.FOLLOW],
        "strip": [verbs.FOCUS, verbs.GO],
        "press": [verbs.FOCUS, verbs.PRESS],
    }
    assert ways.keys() == set(GESTURES)
    with_keys = {one.invocation.command for one in BINDINGS if one.keys} | {one.command for one in FIXED.values()}
    assert {verb.name for verbs_of in ways.values() for verb in verbs_of} <= with_keys
