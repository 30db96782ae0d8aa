"""The ground: that it glides, that the hedge closes, and that what decorates it stays out of everybody's way."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import msgspec
import numpy as np
import pygame
import pytest

from sandbox.scenario.schema import Map, Place
from sandbox.scenario.stages import StageKind
from sandbox.view.canvas import palette
from sandbox.view.place.ground import Ground
from sandbox.view.place.trees import CROWNS, hedge_of, trees_of
from tests.view.conftest import pixels_apart, small_level

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.view.viewpoint import Viewpoint

SIZE = (480, 360)
LANDS = (Map(width=12, height=8), Map(width=30, height=19), Map(width=300, height=200))


@pytest.mark.parametrize("stage", get_args(StageKind))
def test_a_view_that_glides_on_shows_what_a_view_drawn_anew_shows(
    view: Callable[..., Viewpoint], stage: StageKind
) -> None:
    land = msgspec.structs.replace(small_level().map, stage=stage)
    camera = view().camera.zoom_at((240, 180), 1.5)
    gliding, anew = pygame.Surface(SIZE), pygame.Surface(SIZE)
    ground = Ground()
    for step in ((0, 0), (-7, 0), (-30, 12), (0, 25), (64, -3)):
        camera = camera.pan(*step)
        ground.draw(gliding, land, camera)
    Ground().draw(anew, land, camera)
    assert pixels_apart(gliding, anew) < 40


def test_indoors_there_is_a_floor_and_nothing_that_grows(view: Callable[..., Viewpoint]) -> None:
    land, surface = msgspec.structs.replace(small_level().map, stage="office"), pygame.Surface(SIZE)
    Ground().draw(surface, land, view().camera)
    green = [palette.GRASS, palette.GRASS_LIGHT, palette.GRASS_DARK, palette.HEDGE, palette.LEAF]
    shown = {tuple(colour) for colour in pygame.surfarray.array3d(surface).reshape(-1, 3).tolist()}
    assert not shown & set(green)
    assert palette.PAVING in shown


@pytest.mark.parametrize(("size", "flags", "depth"), [(SIZE, pygame.SRCALPHA, 32), (SIZE, 0, 24), ((400, 300), 0, 32)])
def test_a_surface_of_another_kind_or_size_shows_the_same_ground(
    size: tuple[int, int], flags: int, depth: int, view: Callable[..., Viewpoint]
) -> None:
    usual, other = pygame.Surface(SIZE), pygame.Surface(size, flags, depth)
    for surface in (usual, other):
        Ground().draw(surface, small_level().map, view().camera)
    assert pixels_apart(usual.subsurface((0, 0, *size)), other.convert(usual)) == 0


def test_only_a_little_is_painted_when_the_view_glides_on(
    view: Callable[..., Viewpoint], monkeypatch: pytest.MonkeyPatch
) -> None:
    land, camera = Map(width=11, height=7), view().camera
    painted: list[pygame.Rect] = []
    monkeypatch.setattr("sandbox.view.place.ground._paint", lambda *given, rough: rough or painted.append(given[-1]))
    ground = Ground()
    for step in ((0, 0), (-5, 0), (0, 3)):
        camera = camera.pan(*step)
        ground.draw(pygame.Surface(SIZE), land, camera)
    assert [part.size for part in painted] == [SIZE, (5, SIZE[1]), (SIZE[0], 3)]


@pytest.mark.parametrize("land", LANDS)
def test_the_hedge_has_no_gap(land: Map) -> None:
    bushes = hedge_of(land)
    for x in np.linspace(0, land.width, 200):
        for y in (0.0, land.height):
            assert (np.hypot(bushes[:, 0] - x, bushes[:, 1] - y) < bushes[:, 2] * 2).any()
    for x, y in ((0.0, 0.0), (land.width, 0.0), (0.0, land.height), (land.width, land.height)):
        assert (np.hypot(bushes[:, 0] - x, bushes[:, 1] - y) < 0.5).any()


@pytest.mark.parametrize("land", LANDS)
def test_no_tree_reaches_over_the_land(land: Map) -> None:
    for x, y, size, kind in trees_of(land).tolist():
        for across, up, radius in CROWNS[int(kind)]:
            ball_x, ball_y, reach = x + across * size, y + up * size, radius * size
            inside = -reach < ball_x < land.width + reach and -reach < ball_y < land.height + reach
            assert not inside, (x, y)


def test_what_stands_at_a_place_has_a_shade(view: Callable[..., Viewpoint]) -> None:
    pictures = []
    for kind in ("spot", "house"):
        land = Map(width=12, height=8, places=(Place(id="place", kind=kind, x=6, y=5),))
        pictures.append(pygame.Surface(SIZE))
        Ground().draw(pictures[-1], land, view().camera)
    assert pixels_apart(*pictures) > 100
