"""Whatever a child does to mouse and keyboard, the game stays whole."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.ui.bindings import BINDINGS
from sandbox.ui.screen import Screen

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

SIZES = ((1024, 640), (1280, 800), (1920, 1080), (500, 300))
KEYS = ("tab", "shift+tab", "return", "escape", "left", "right", "up", "down", "space", ".", ",", "y", "i", "d", "l")
UNDOING = ("ctrl+z", "ctrl+z", "ctrl+y", "ctrl+shift+z", "end", "9", "r")


@pytest.mark.parametrize("seed", range(2))
def test_nothing_breaks_whatever_is_pressed(pilot: Pilot, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret, only noise
    pilot.game.state.paused = False
    for _ in range(60):
        spot = (chance.randrange(pilot.game.size[0]), chance.randrange(pilot.game.size[1]))
        roll = chance.random()
        if roll < 0.4:
            pilot.drag(spot, chance.choice([spot, (spot[0] + 90, spot[1] - 40)]), button=chance.choice([1, 1, 2, 3]))
        elif roll < 0.6:
            pilot.click(chance.choice(pilot.ring()))
            if not isinstance(pilot.scenes.top, Screen):
                pilot.post(pygame.TEXTINPUT, text="a name")
                pilot.key(chance.choice(["ctrl+z", "return"]), "escape")
        elif roll < 0.9:
            pilot.key(chance.choice([*KEYS, *"0123456789eaxcvbnhmropkgt-="]))
        elif roll < 0.93:
            pilot.key(chance.choice(UNDOING))
        elif roll < 0.95:
            pilot.scenes.handle(pygame.Event(pygame.MOUSEWHEEL, x=0, y=chance.choice([-5, 5])))
        else:
            size = chance.choice(SIZES)
            pilot.surface = pygame.display.set_mode(size)
            pilot.game.resize(size)
        pilot.frames(chance.randrange(3))


def test_everything_that_can_have_keys_has_a_name_for_people() -> None:
    assert all(binding.text for binding in BINDINGS)


def test_every_quantity_has_a_name_and_a_sentence() -> None:
    from sandbox.session.seen.quantities import QUANTITIES
    from sandbox.ui.kit.style import ROLES
    from sandbox.view.icons.registry import DRAWN

    for quantity in QUANTITIES:
        assert quantity.title
        assert quantity.line.endswith(".")
        assert quantity.low < quantity.high
        assert quantity.icon in DRAWN
        assert quantity.colour in ROLES
