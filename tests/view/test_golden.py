"""Stored pictures, one small subject each. After a wanted change: `--update-golden`, then look at every new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.engine.causes import Record
from sandbox.engine.happenings import INDEX as HAPPENING
from sandbox.engine.ties import Ties
from sandbox.engine.vocabulary import BEINGS
from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED
from sandbox.view.canvas.text import pill
from sandbox.view.canvas.themes import PALETTES, themed, use
from sandbox.view.icons.registry import DRAWN, icon
from sandbox.view.people.crowd import person
from sandbox.view.sheet import ROOM, drawn, passing, states, thing
from sandbox.view.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

pytestmark = pytest.mark.golden
TILE = 64
SIZES = (24, 36, 56, 96)
"""Heights of a body's tile, in pixels: a crowd, the plain figure, the desk, close by."""
STRIP = (sum(round(size * ROOM) for size in SIZES), round(SIZES[-1] * ROOM))
ABREAST = 4
"""States beside one another in the picture of a palette."""


def board(width: int, height: int) -> pygame.Surface:
    surface = pygame.Surface((width, height))
    surface.fill(themed(palette.GRASS))
    return surface


def strip_of(state: str) -> pygame.Surface:
    """Draw a state in every size, beside one another on one ground line."""
    strip = board(*STRIP)
    left = 0
    for size in SIZES:
        raised = [
            (sprite, (x, y + strip.get_height() - round(size * ROOM))) for sprite, (x, y) in drawn(state, size, left)
        ]
        strip.fblits(raised, PREMULTIPLIED)
        left += round(size * ROOM)
    return strip


@pytest.mark.parametrize("state", [*states(), *passing()])
def test_state(state: str, matches: Callable[[pygame.Surface, str], None]) -> None:
    matches(strip_of(state), state)


@pytest.mark.parametrize("name", [name for name in PALETTES if name != "usual"])
def test_every_state_in_another_palette(name: str, matches: Callable[[pygame.Surface, str], None]) -> None:
    use(name)
    try:
        width, height = STRIP
        surface = board(width * ABREAST, height * -(-len(states()) // ABREAST))
        for number, state in enumerate(states()):
            surface.blit(strip_of(state), (number % ABREAST * width, number // ABREAST * height))
        matches(surface, f"states-{name}")
    finally:
        use("usual")


@pytest.mark.parametrize("being", BEINGS[1:])
def test_a_thing_that_shows_joy(being: str, matches: Callable[[pygame.Surface, str], None]) -> None:
    surface = board(TILE * 3 // 2, TILE * 3 // 2)
    surface.fblits(person(thing(being, 2, TILE)), PREMULTIPLIED)
    matches(surface, f"glad-{being}")


def test_signs(matches: Callable[[pygame.Surface, str], None]) -> None:
    surface = board(8 * 40, (len(DRAWN) + 7) // 8 * 40)
    surface.fblits([(icon(name, 36), (i % 8 * 40, i // 8 * 40)) for i, name in enumerate(DRAWN)], PREMULTIPLIED)
    matches(surface, "signs")


def test_pill(matches: Callable[[pygame.Surface, str], None]) -> None:
    surface = board(160, 40)
    surface.blit(pill("Žofie Жук", 20, 8), (8, 6))
    matches(surface, "pill")


@pytest.mark.parametrize("name", ["drama", "eyes"])
def test_scene(
    name: str,
    small_frame: Callable[..., Frame],
    view: Callable[..., Viewpoint],
    matches: Callable[[pygame.Surface, str], None],
) -> None:
    ties = Ties.of([0, 1, 2], [1, 0, 0], affinity=[0.8, 0.6, -0.8], attention=[0.7, 0.1, 0.3], blame=[0, 0, 0.6])
    recent = (
        Record(0, 98, "happened", HAPPENING["hurt"], 1, -1, 0.5, (), (), own=False),
        Record(1, 90, "blamed", 0, 2, 0, 0.6, (), (), own=False),
    )
    frame = small_frame(ties, recent, felt=[-0.4, -0.8, 0.6], shown=[-0.1, -0.8, 0.6], avoiding=[-1, -1, 1])
    surface = board(480, 360)
    Stage().draw(surface, frame, view(selected=0) if name == "drama" else view(eyes=0))
    matches(surface, f"scene-{name}")


@pytest.mark.parametrize("name", ["things", "faces-given", "told"])
def test_lens(
    name: str,
    small_frame: Callable[..., Frame],
    view: Callable[..., Viewpoint],
    matches: Callable[[pygame.Surface, str], None],
) -> None:
    looks = {"things": {"lens": "personhood"}, "faces-given": {"lens": "personhood", "selected": 0}}
    given = {"personhood": [0.6, 0.2, 0.9, 0.3, 0.1], "attention": 0.3 * (name != "told"), "clarity": 1.0}
    ties = Ties.of([0, 0, 1, 1, 2], [1, 2, 0, 2, 1], **given)
    recent = (
        Record(0, 97, "told", 0, 2, 1, -0.4, (), (), own=False),
        Record(1, 97, "told", 1, 0, 2, 0.4, (), (), own=False),
    )
    surface = board(480, 360)
    Stage().draw(surface, small_frame(ties, recent), view(**looks.get(name, {})))
    matches(surface, f"lens-{name}")
