"""Palettes exchange colours, all of them, once, and back again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED
from sandbox.view.canvas.themes import PALETTES, in_use, themed, use
from sandbox.view.sheet import drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

USUAL = {value for value in vars(palette).values() if isinstance(value, tuple) and len(value) == 3}
USUAL |= {tone for tones in palette.BODY.values() for tone in tones}
OTHERS = [name for name in PALETTES if name != "usual"]


@pytest.fixture(autouse=True)
def _usual_again() -> Iterator[None]:
    yield
    use("usual")


def picture() -> bytes:
    surface = pygame.Surface((96, 96))
    surface.fill(themed(palette.GRASS))
    surface.fblits(drawn("face-joy", 64), PREMULTIPLIED)
    return pygame.image.tobytes(surface, "RGB")


@pytest.mark.parametrize("name", OTHERS)
def test_a_palette_exchanges_usual_colours_only_and_none_twice(name: str) -> None:
    instead = PALETTES[name].instead
    assert instead.keys() <= USUAL
    twice = {new for new in instead.values() if instead.get(new, new) != new}
    assert not twice


@pytest.mark.parametrize("name", OTHERS)
def test_what_was_drawn_before_is_drawn_anew_in_another_palette(name: str) -> None:
    before = picture()
    use(name)
    assert in_use() == name
    assert picture() != before
    use("usual")
    assert picture() == before
