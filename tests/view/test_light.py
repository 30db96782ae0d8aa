"""The five lights: told apart in grey and from afar, and none of them touches a person."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, get_args

import msgspec
import numpy as np
import pygame
import pytest

from sandbox.engine.params import Parameters
from sandbox.scenario.build import build_world
from sandbox.scenario.schema import Place
from sandbox.scenario.stages import Light, StageKind
from sandbox.view.canvas import palette, themes
from sandbox.view.canvas.light import AWAY, LIGHTS
from sandbox.view.people.bodies import HEIGHT, Build
from sandbox.view.people.pieces import shadow_piece
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache
from sandbox.view.stage import Stage
from tests.view.conftest import small_level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sandbox.engine.arrays import Floats
    from sandbox.scenario.schema import Level
    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

NAMES = get_args(Light)
LUMA = (0.299, 0.587, 0.114)
THUMBNAIL = (160, 100)


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    yield
    themes.use("usual")


def lit(light: str, stage: str = "lawn") -> Level:
    level = small_level()
    lamp = Place(id="lamp", kind="lamp", x=4, y=4)
    ground = msgspec.structs.replace(level.map, light=light, stage=stage, places=(*level.map.places, lamp))
    return msgspec.structs.replace(level, map=ground)


def drawn(level: Level, small_frame: Callable[..., Frame], viewpoint: Viewpoint) -> pygame.Surface:
    surface = pygame.Surface(viewpoint.camera.rect.size)
    Stage().draw(surface, small_frame(level=level), viewpoint)
    return surface


def grey(surface: pygame.Surface) -> Floats:
    small = pygame.transform.smoothscale(surface, THUMBNAIL)
    shades: Floats = pygame.surfarray.array3d(small) @ np.asarray(LUMA)
    return shades


@pytest.mark.parametrize("colours", ["usual", "contrast", "projector"])
@pytest.mark.parametrize("stage", get_args(StageKind))
def test_the_lights_are_told_apart_in_grey_from_afar(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint], stage: str, colours: str
) -> None:
    themes.use(colours)
    found = {light: grey(drawn(lit(light, stage), small_frame, view((960, 600)))) for light in NAMES}
    for one, other in combinations(NAMES, 2):
        assert abs(found[one] - found[other]).mean() > 5, (one, other)


@pytest.mark.parametrize("light", NAMES)
def test_the_whites_of_eyes_stay_white(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint], light: str
) -> None:
    stage, surface = Stage(), pygame.Surface((960, 600))
    stage.draw(surface, small_frame(level=lit(light)), view((960, 600)))
    for eyes in stage.eyes():
        white = (pygame.surfarray.array3d(surface.subsurface(eyes)) == palette.WHITE).all(axis=2)
        assert white.mean() > 0.1


@pytest.mark.parametrize("light", [name for name in NAMES if LIGHTS[name].reach])
def test_a_body_throws_a_shadow_to_the_lower_right_as_long_as_the_light_says(light: str) -> None:
    size, reach = 100, LIGHTS[light].reach
    shadow = shadow_piece(Build(), size, reach)
    mask = pygame.mask.from_surface(shadow.sprite, 20)
    right, low = (shadow.dx + mask.centroid()[0], shadow.dy + mask.centroid()[1])
    assert right > 5
    assert low > 0
    tip = shadow.dx + shadow.sprite.get_width(), shadow.dy + shadow.sprite.get_height()
    assert tip[0] == pytest.approx(reach * AWAY[0] * HEIGHT * size, abs=0.4 * size)
    assert tip[1] == pytest.approx(max(reach * AWAY[1] * HEIGHT, 0.115) * size, abs=0.05 * size)


def test_the_cast_wears_its_shadows(small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]) -> None:
    reaches = {}
    for light in ("rain", "noon", "evening"):
        level, viewpoint = lit(light), view((960, 600))
        sprites = SpriteCache(level)
        cast = poses(small_frame(level=level), viewpoint, viewpoint.lengths, sprites)
        for _ in range(40):
            numbers = sprites.worn(cast)
        reaches[light] = sprites.figures.sprites[int(numbers[0])][0].get_width()
    assert reaches["rain"] < reaches["noon"] < reaches["evening"]


def test_rain_falls_but_not_without_motion_or_under_a_roof(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    for still, stage, moves in ((False, "lawn", True), (True, "lawn", False), (False, "ward", False)):
        frame, stage_of = small_frame(level=lit("rain", stage), looks=[[1, 0, 0, 0]] * 3), Stage()
        pictures = []
        for seconds in (0.0, 0.3):
            surface = pygame.Surface((480, 360))
            stage_of.draw(surface, frame, view(reduce_motion=still, seconds=seconds))
            pictures.append(pygame.surfarray.array3d(surface))
        assert ((pictures[0] != pictures[1]).any(axis=2).sum() > 1000) == moves, (still, stage)


def test_neither_light_nor_stage_reaches_the_engine() -> None:
    worlds = [
        build_world(lit(light, stage), Parameters(), seed=1, off=frozenset(), journal=True)
        for light in NAMES
        for stage in get_args(StageKind)
    ]
    assert len({world.digest() for world in worlds}) == 1
