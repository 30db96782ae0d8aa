"""Frames made by hand, and pictures compared with stored ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.engine.people import People
from sandbox.engine.ties import Ties
from sandbox.engine.vocabulary import CUES
from sandbox.scenario.schema import Level, Look, Map, Person, Place, Wall
from sandbox.session.frame import Frame
from sandbox.view.canvas.camera import Camera
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.engine.causes import Record

GOLDEN = Path(__file__).parent / "golden"
OUT = Path(__file__).parents[1] / "_out"
DIFFERENT = 24
"""Channels that differ by more than this make a pixel differ."""
ALLOWED = 12
"""So many pixels may differ."""


@pytest.fixture
def small_frame() -> Callable[..., Frame]:
    """Build a frame of three people on a small green; columns of people and ties can be given."""
    return _small_frame


def _small_frame(
    ties: Ties | None = None, recent: tuple[Record, ...] = (), level: Level | None = None, **columns: object
) -> Frame:
    level = level or small_level()
    cues = [cue in {"face", "voice", "name"} for cue in CUES]
    usual = {"x": [3.0, 6.0, 9.0], "y": [3.0, 5.0, 3.0], "option_tick": -1000, "cues": cues}
    people = People.of(3, **usual | columns)
    return Frame(100, level, people, people, ties or Ties.of([], []), recent, frozenset(), -1)


def small_level() -> Level:
    looks = (Look(hat="cap", colour="sky"), Look(hat="bow", pattern="dots", colour="pink"), Look(colour="yellow"))
    cast = tuple(
        Person(id=name.lower(), name=name, x=1, y=1, look=look)
        for name, look in zip(("Ann", "Bob", "Cy"), looks, strict=True)
    )
    ground = Map(
        width=12,
        height=8,
        places=(Place(id="well", kind="well", x=6, y=2.5), Place(id="bench", kind="bench", x=2.5, y=6)),
        walls=(Wall(x1=9.5, y1=6, x2=11.5, y2=6),),
    )
    return Level(schema_version=2, id="small", title="Small", hook="", map=ground, people=cast)


@pytest.fixture
def view() -> Callable[..., Viewpoint]:
    """Build a scene that shows the whole small green."""

    def build(size: tuple[int, int] = (480, 360), **fields: object) -> Viewpoint:
        camera = Camera.fit(small_level().map, pygame.Rect(0, 0, *size))
        return Viewpoint(**{"camera": camera, "reduce_motion": True} | fields)  # type: ignore[arg-type]

    return build


@pytest.fixture
def matches(request: pytest.FixtureRequest) -> Callable[[pygame.Surface, str], None]:
    """Compare a picture with the stored one of that name, or store it."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(picture: pygame.Surface, name: str) -> None:
        path = GOLDEN / f"{name}.png"
        if update:
            GOLDEN.mkdir(exist_ok=True)
            pygame.image.save(picture, path)
            return
        assert path.exists(), f"There is no stored picture {path}; write it with --update-golden and look at it."
        stored = pygame.image.load(path)
        apart = pixels_apart(picture, stored)
        if apart > ALLOWED:
            OUT.mkdir(exist_ok=True)
            pygame.image.save(picture, OUT / f"{name}.png")
        assert apart <= ALLOWED, f"{apart} pixels of {name} differ from the stored picture; see tests/_out/{name}.png."

    return compare


def pixels_apart(first: pygame.Surface, second: pygame.Surface) -> int:
    assert first.get_size() == second.get_size()
    one, other = (pygame.surfarray.array3d(surface).astype(np.int64) for surface in (first, second))
    return int((abs(one - other) > DIFFERENT).any(axis=2).sum())
