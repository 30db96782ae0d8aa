"""The camera that moves by itself: how large it shows people, and that nobody gets seasick of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import hypot, log

import pygame
import pytest

from sandbox.scenario.schema import Map
from sandbox.session.seen.concerned import Extent
from sandbox.view.canvas.camera import Camera
from sandbox.view.canvas.glide import DEAD_METRES, DEAD_ZOOM, SPEED, ZOOM, Glide
from sandbox.view.canvas.palette import DESK, PROJECTOR, Sizes
from sandbox.view.people.bodies import HEIGHT

MAP = Map(width=40, height=25)
DESK_PX, CLASSROOM_PX = pygame.Rect(110, 62, 1160, 670), pygame.Rect(150, 90, 1760, 900)
"""What the panels leave free of a window of 1280 x 800, and of one of 1920 x 1080."""
FRAME = 1 / 30


def around(across: float, down: float, x: float = 20.0, y: float = 12.0) -> Extent:
    return Extent(x - across / 2, y - down / 2, x + across / 2, y + down / 2)


def showing(extent: Extent, rect: pygame.Rect = DESK_PX, lengths: Sizes = DESK) -> Camera:
    return Camera.showing(extent, MAP, rect, lengths)


@pytest.mark.parametrize(("across", "down", "least_px"), [(0, 0, 120), (4, 3, 96), (9, 5, 96), (12, 7, 72)])
def test_bodies_are_large_where_the_story_is_small(across: float, down: float, least_px: float) -> None:
    assert HEIGHT * DESK.body_px(showing(around(across, down)).scale) >= least_px


@pytest.mark.parametrize(("rect", "lengths"), [(DESK_PX, DESK), (CLASSROOM_PX, PROJECTOR)])
@pytest.mark.parametrize(("across", "down"), [(0, 0), (9, 5), (3, 8), (16, 2), (30, 14)])
def test_everybody_fits_with_hat_and_name(across: float, down: float, rect: pygame.Rect, lengths: Sizes) -> None:
    extent = around(across, down)
    camera = showing(extent, rect, lengths)
    assert camera.holds(extent, lengths)
    low = camera.to_screen(extent.left, extent.bottom)[1] + lengths.name_px
    assert rect.contains(pygame.Rect(rect.centerx, 0, 1, 1).move(0, round(low)))


@pytest.mark.parametrize("width", [397, 840])
def test_a_small_picture_shows_the_same_people_as_large_whatever_its_size(width: int) -> None:
    rect = pygame.Rect(0, 0, width, round(0.53 * width))
    camera = Camera.showing(around(4.6, 0.3), MAP, rect, DESK, (5.5, 3.4))
    assert width / camera.scale == pytest.approx(7.5, abs=0.1)


def test_it_is_never_smaller_than_the_whole_map() -> None:
    assert showing(around(39, 24)) == Camera.fit(MAP, DESK_PX)


def way(wanted: Camera, kept: Extent, start: Camera, seconds: float, **how: bool) -> list[Camera]:
    """Return the views on a way, a frame apart."""
    glide = Glide()
    views = [glide.cut(start)]
    views += [glide.toward(wanted, kept, FRAME, DESK, **how) for _ in range(round(seconds / FRAME))]
    return views


def rests(views: list[Camera], start: Camera) -> bool:
    return all(view == start.on_pixels() for view in views)


def test_it_glides_slowly_there_and_stops() -> None:
    extent = around(4, 3)
    wanted = showing(extent)
    start = replace(wanted, x=wanted.x + 2.5, scale=wanted.scale / 1.3)
    views = way(wanted, extent, start, 12)
    steps = [hypot(b.x - a.x, b.y - a.y) / FRAME for a, b in pairwise(views)]
    zooms = [abs(log(b.scale / a.scale)) / FRAME for a, b in pairwise(views)]
    assert max(steps) <= SPEED + 2 / wanted.scale / FRAME  # It goes by whole pixels.
    assert sum(sorted(steps)[-90:]) / 90 <= SPEED + 0.01
    assert max(zooms) <= ZOOM + 1e-6
    assert views[-1] == views[-30]
    assert views[-1].scale == wanted.scale
    assert hypot(views[-1].x - wanted.x, views[-1].y - wanted.y) < 2 / wanted.scale


def test_in_its_dead_zone_it_rests() -> None:
    extent = around(4, 3)
    wanted = showing(extent)
    for start in (
        replace(wanted, x=wanted.x + DEAD_METRES * 0.9),
        replace(wanted, scale=wanted.scale / (DEAD_ZOOM - 0.02)),
    ):
        assert rests(way(wanted, extent, start, 2), start)


def test_nobody_is_cut_off_for_longer_than_two_seconds_and_who_walks_out_never_is() -> None:
    extent = around(3, 2)
    start = showing(extent)
    leapt = around(3, 2, x=29.0)
    views = way(showing(leapt), leapt, start, 3)
    cut = [not view.holds(leapt, DESK) for view in views]
    assert cut[0]
    assert not any(cut[round(2 / FRAME) :])
    glide, off = Glide(), 0
    glide.cut(start)
    for frame in range(300):
        walked = extent._replace(right=extent.right + 1.4 * FRAME * frame)
        off += not glide.toward(showing(walked), walked, FRAME, DESK).holds(walked, DESK)
    assert off == 0


def test_with_less_motion_it_cuts_or_stays() -> None:
    extent, near, far = around(3, 2), around(3, 2, x=22.0), around(3, 2, x=30.0)
    start = showing(extent)
    assert rests(way(showing(near), near, start, 1, calm=True), start)
    views = way(showing(far), far, start, 1, calm=True)
    assert views[1:] == [showing(far).on_pixels()] * (len(views) - 1)


@pytest.mark.parametrize("calm", [False, True])
def test_nothing_moves_under_a_hand(calm: bool) -> None:  # noqa: FBT001 - a pytest parameter
    extent, far = around(3, 2), around(3, 2, x=30.0)
    start = showing(extent)
    assert rests(way(showing(far), far, start, 1, calm=calm, held=True), start)


def test_another_window_is_another_view_at_once() -> None:
    extent = around(3, 2)
    glide = Glide()
    glide.cut(showing(extent))
    other = showing(extent, CLASSROOM_PX)
    assert glide.toward(other, extent, FRAME, DESK) == other.on_pixels()
