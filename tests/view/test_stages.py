"""Stages: each has a look of its own, nobody stands in a wall, and walls stand before whom they hide."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, get_args

import numpy as np
import pygame
import pytest
from msgspec.structs import replace as replaced

from sandbox.scenario.schema import Map, Place, Wall
from sandbox.scenario.stages import PlaceKind, StageKind
from sandbox.view.canvas import themes
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache
from sandbox.view.place.ground import Ground
from sandbox.view.place.off_walls import LEAST, off_walls
from sandbox.view.place.props import DRAWN, kind_of, prop, prop_box
from sandbox.view.place.standing import walled
from sandbox.view.stage import Stage
from tests.view.conftest import small_level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

KINDS = [kind for kind in get_args(PlaceKind) if kind != "spot"]
LUMA = np.array((0.299, 0.587, 0.114))
FENCE = Wall(x1=1, y1=5, x2=11, y2=5, low=True)


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    yield
    themes.use("usual")


def grey(picture: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array3d(picture) @ LUMA


def test_everything_that_can_stand_at_a_place_is_drawn() -> None:
    assert sorted(DRAWN) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_what_stands_at_a_place_is_solid_and_like_nothing_else(kind: str) -> None:
    box = prop_box(kind, 40)
    assert box is not None
    assert -4 <= box.bottom <= 24
    mask = pygame.mask.from_surface(prop(kind, "noon", 40, 0), 250)
    assert mask.count() > 400
    for other in KINDS:
        if other != kind:
            shared = mask.overlap_area(pygame.mask.from_surface(prop(other, "noon", 40, 0), 250), (0, 0))
            alike = box.size == getattr(prop_box(other, 40), "size", None) and shared == mask.count()
            assert not alike or (kind, other) in {("panel", "window"), ("window", "panel")}


@pytest.mark.parametrize("colours", ["usual", "contrast", "projector"])
def test_floors_are_told_apart_in_grey(view: Callable[..., Viewpoint], colours: str) -> None:
    themes.use(colours)
    found = {}
    for stage in get_args(StageKind):
        surface = pygame.Surface((480, 360))
        Ground().draw(surface, Map(width=12, height=8, stage=stage), view().camera)
        found[stage] = grey(surface)
    for one, other in combinations(found, 2):
        assert abs(found[one] - found[other]).mean() > 3, (one, other)


def test_nobody_is_drawn_in_a_fence_and_everybody_on_their_side_of_it() -> None:
    y = np.array([4.0, 4.7, 4.99, 5.0, 5.01, 5.2, 6.0])
    shown = off_walls(np.stack([np.full(len(y), 6.0), y]), (FENCE,))
    assert (shown[0] == 6).all()
    assert (abs(shown[1] - 5) >= LEAST - 0.01).all()
    assert ((shown[1] >= 5) == (y >= 5)).all()
    assert (np.diff(shown[1]) > 0).all()
    assert shown[1][[0, -1]].tolist() == [4.0, 6.0]


@pytest.mark.parametrize("ends", [(1, 5, 11, 5), (11, 5, 1, 5)])
def test_whoever_is_on_a_fence_is_drawn_before_it(ends: tuple[int, int, int, int]) -> None:
    fence = Wall(**dict(zip(("x1", "y1", "x2", "y2"), ends, strict=True)), low=True)
    assert off_walls(np.array([[6.0], [5.0]]), (fence,))[1, 0] > 5


@pytest.mark.parametrize("low", [True, False])
def test_a_wall_stands_before_whom_it_hides_and_behind_who_is_before_it(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint], *, low: bool
) -> None:
    level = small_level()
    level = replaced(level, map=Map(width=12, height=8, walls=(replaced(FENCE, low=low),)))
    viewpoint, surface = view((960, 720)), pygame.Surface((960, 720))
    Ground().draw(surface, level.map, viewpoint.camera)
    shown = {}
    for y in (3.0, 4.5, 5.5):
        cast = poses(frame := small_frame(level=level, x=[6.0, 1.0, 1.0], y=[y, 7.5, 7.5]), viewpoint,
                     viewpoint.lengths, SpriteCache(level))  # fmt: skip
        shown[y] = walled(surface, frame, viewpoint, cast)
        assert all(height > cast[0].y for height, _ in shown[y])
    assert not any(pygame.mask.from_surface(film).count() for _, blits in shown[3.0] for film, _ in blits)
    assert shown[5.5] == []
    ((_, [(film, corner), *_]),) = shown[4.5]
    mask = pygame.mask.from_surface(film, 254)
    assert mask.count() > (200 if low else 1000)
    assert all(film.get_at(spot)[:3] == surface.get_at((spot[0] + corner[0], spot[1] + corner[1]))[:3]
               for spot in mask.outline(7))  # fmt: skip


def test_no_place_is_seen_through_in_the_ordinary_view(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    level = small_level()
    place = Place(id="house", kind="house", x=6, y=5)
    level = replaced(level, map=Map(width=12, height=8, places=(place,)))
    pictures = []
    for y in (3.0, 7.5):
        surface = pygame.Surface((960, 720))
        Stage().draw(
            surface, small_frame(level=level, x=[6.6, 1.0, 1.0], y=[y, 7.5, 7.5]), view((960, 720), legend=False)
        )
        pictures.append(pygame.surfarray.array3d(surface).astype(int))
    left, foot = view((960, 720)).camera.to_screen(4.6, 3.9)
    size = view((960, 720)).camera.scale
    front = np.s_[int(left) : int(left + 2.8 * size), int(foot - 1.3 * size) : int(foot - 0.1 * size)]
    changed = (abs(pictures[0][front] - pictures[1][front]).max(axis=2) > 12).mean()
    assert changed < 0.3


def test_a_lamp_in_a_room_is_no_street_lamp() -> None:
    place, metre = Place(id="lamp", x=5.0, y=5.0, kind="lamp"), 40
    kinds = {stage: kind_of(place, Map(stage=stage)) for stage in ("ward", "office", "village", "lawn")}
    assert kinds["ward"] == kinds["office"] != kinds["village"] == kinds["lawn"] == "lamp"
    inside, outside = (prop_box(kinds[stage], metre) for stage in ("ward", "village"))
    assert inside is not None
    assert outside is not None
    assert inside.height < outside.height
    assert kind_of(Place(id="well", x=5.0, y=5.0, kind="well"), Map(stage="ward")) == "well"
