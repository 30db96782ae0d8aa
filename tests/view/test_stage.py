"""The whole picture: what it must show, and what it must leave alone."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.engine.causes import Record
from sandbox.engine.frozen import fields, replace
from sandbox.engine.happenings import INDEX as HAPPENING
from sandbox.engine.options import INDEX as OPTION
from sandbox.engine.ties import Ties
from sandbox.scenario.schema import Map, Wall
from sandbox.session.seen.tie_sums import TieSums, minds_view
from sandbox.view.acting.hugs import SNUG
from sandbox.view.canvas.camera import Camera
from sandbox.view.canvas.palette import sizes
from sandbox.view.canvas.picture_cache import PICTURES
from sandbox.view.people import spending
from sandbox.view.people.pose_state import directions
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache
from sandbox.view.place.ground import RESTS, Ground
from sandbox.view.stage import Stage
from sandbox.view.viewpoint import LENSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame
    from sandbox.view.people.cast import Pose
    from sandbox.view.viewpoint import Viewpoint

SIZE = (480, 360)
A_BREATH = 1.5
"""Pixels."""


def drawn(frame: Frame, viewpoint: Viewpoint) -> pygame.Surface:
    surface = pygame.Surface(SIZE)
    Stage().draw(surface, frame, viewpoint)
    return surface


def changed(first: pygame.Surface, second: pygame.Surface) -> int:
    one, other = (pygame.surfarray.array3d(surface).astype(int) for surface in (first, second))
    return int((abs(one - other) > 24).any(axis=2).sum())


def posed(frame: Frame, viewpoint: Viewpoint) -> dict[int, Pose]:
    return {pose.who: pose for pose in poses(frame, viewpoint, viewpoint.lengths, SpriteCache(frame.level))}


def drama() -> Ties:
    return Ties.of(
        [0, 0, 1, 2],
        [1, 2, 0, 0],
        affinity=[0.8, -0.7, 0.6, -0.8],
        attention=[0.7, 0.2, 0.5, 0.1],
        blame=[0.0, 0.5, 0.0, 0.6],
        believed=[0.5, 0.0, 0.0, -0.4],
    )


def happened(name: str, who: int, tick: int) -> Record:
    return Record(0, tick, "happened", HAPPENING[name], who, -1, 0.5, (), (), own=False)


@pytest.mark.parametrize("lens", LENSES)
def test_drawing_leaves_the_frame_as_it_was(
    lens: str, small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(drama(), (happened("hurt", 0, 98),), felt=[-0.8, 0.6, -0.3], avoiding=[-1, 0, -1])
    tables = (frame.people, frame.ties)
    before = [{field.name: np.array(getattr(table, field.name)) for field in fields(table)} for table in tables]
    drawn(frame, view(lens=lens, selected=0, show_all=True))
    for table, columns in zip(tables, before, strict=True):
        for name, column in columns.items():
            assert np.array_equal(column, getattr(table, name)), name


def test_the_same_frame_gives_the_same_picture(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(drama(), felt=[-0.8, 0.6, -0.3])
    assert changed(drawn(frame, view(selected=1)), drawn(frame, view(selected=1))) == 0


def test_each_lens_is_another_picture(small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]) -> None:
    frame = small_frame(drama(), felt=[-0.8, 0.6, -0.3], shown=[0.4, 0.6, -0.3])
    pictures = [drawn(frame, view(lens=lens, selected=0)) for lens in LENSES] + [drawn(frame, view(eyes=0))]
    assert min(changed(first, second) for first, second in combinations(pictures, 2)) > 200


def test_a_look_that_is_kept_away_shows_without_selecting_anybody(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    people = {"gaze": [-1, -1, -1], "look_x": -1.0, "look_y": 0.0}
    plain = drawn(small_frame(**people), view())
    averting = drawn(small_frame(**people, avoiding=[1, -1, -1]), view())
    assert changed(plain, averting) > 100


def test_an_averted_face_is_turned_away_by_more_than_a_third_of_a_turn(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(avoiding=[1, -1, -1], look_x=[1.0, 0, 0], look_y=[0.5, 1, 1])
    look = posed(frame, view())[0].look
    toward = int(directions(np.arctan2([2.0], [3.0]))[0])
    off = abs((look.gaze - toward + 8) % 16 - 8)
    assert off >= 5
    assert look.eyes == "half"


def test_suffering_that_nobody_sees_looks_different_from_suffering_that_is_seen(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    seen = small_frame(Ties.of([1], [0], attention=0.5), felt=[-0.8, 0, 0])
    unseen = small_frame(Ties.of([1], [0], attention=0.01), felt=[-0.8, 0, 0])
    assert TieSums.of(seen).watchers[0] == 1
    assert changed(drawn(seen, view()), drawn(unseen, view())) > 100


@pytest.mark.parametrize("name", ["hurt", "heal", "praise", "insult", "gift", "news"])
def test_a_happening_changes_the_picture_of_its_person_at_once(
    name: str, small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(recent=(happened(name, 1, 98),))
    assert changed(drawn(small_frame(), view()), drawn(frame, view())) > 300
    assert posed(frame, view())[1].look.eyes != "open"


@pytest.mark.parametrize("name", ["help", "comfort", "taunt", "leave", "look_away", "see_thing", "belittle", "deny"])
def test_each_option_has_a_sign(name: str, small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]) -> None:
    busy = small_frame(option=[OPTION[name], 0, 0], option_on=[1, -1, -1], option_tick=98)
    assert changed(drawn(small_frame(), view()), drawn(busy, view())) > 60


def test_blame_leaves_pebbles_and_an_arrow(small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]) -> None:
    blamed = Record(0, 95, "blamed", 0, 2, 0, 0.6, (), (), own=False)
    plain, stoned = small_frame(), small_frame(Ties.of([2], [0], blame=0.6))
    arrow = small_frame(Ties.of([2], [0], blame=0.6), (blamed,))
    assert TieSums.of(stoned).pebbles.tolist() == [3, 0, 0]
    assert changed(drawn(plain, view()), drawn(stoned, view())) > 60
    assert changed(drawn(stoned, view()), drawn(arrow, view())) > 200


def test_a_person_is_found_where_she_is_drawn(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame, viewpoint, stage = small_frame(), view(), Stage()
    assert stage.person_at(viewpoint.camera.to_screen(0.0, 0.0)) is None
    stage.draw(pygame.Surface(viewpoint.camera.rect.size), frame, viewpoint)
    for who, pose in posed(frame, viewpoint).items():
        assert stage.person_at(pose.head()) == who
    assert stage.person_at(viewpoint.camera.to_screen(6.0, 7.5)) is None


def test_whoever_stands_in_front_is_found_first(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame, stage = small_frame(x=[5.0, 5.0, 9.0], y=[4.0, 4.2, 3.0]), Stage()
    stage.draw(pygame.Surface(view().camera.rect.size), frame, view())
    assert stage.person_at(posed(frame, view())[1].middle()) == 1


def test_whoever_comforts_is_drawn_close_and_the_world_stays_as_it_is(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(x=[3.0, 5.0, 9.0], y=3.0, option=[OPTION["comfort"], 0, 0], option_on=[1, -1, -1])
    cast = posed(frame, view())
    assert cast[1].x - cast[0].x == pytest.approx(SNUG * cast[0].size)
    assert frame.people.x[0] == 3


def test_many_new_faces_are_made_a_few_at_a_time_and_all_are_there_soon(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spending, "AT_ONCE", 0.1)
    PICTURES.forget()
    calm = small_frame()
    glad, stage = small_frame(level=calm.level, felt=0.4, shown=0.4), Stage()
    pictures = [pygame.Surface(SIZE) for _ in range(10)]
    for picture, frame in zip(pictures, (calm, *9 * (glad,)), strict=True):
        stage.draw(picture, frame, view())
    unlike = [changed(picture, drawn(glad, view())) for picture in pictures]
    assert unlike == sorted(unlike, reverse=True)
    assert len(set(unlike)) == 1 + len(calm.people)
    assert unlike[9] == 0


def test_a_hurt_makes_one_jump_and_those_who_look_start_when_the_ring_reaches_them(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(recent=(happened("hurt", 1, 98),), gaze=[1, -1, -1])
    lifts = [
        [pose.lift for _, pose in sorted(posed(replace(frame, tick=tick), view(reduce_motion=False)).items())]
        for tick in range(99, 110)
    ]
    assert max(lift[1] for lift in lifts[:4]) > 0
    assert max(lift[0] for lift in lifts) > 0
    assert max(lift[2] for lift in lifts) <= A_BREATH
    assert max(lifts[-1]) <= A_BREATH


def test_the_ground_is_plain_while_the_view_changes_and_whole_once_it_rests(view: Callable[..., Viewpoint]) -> None:
    land, camera = Map(width=12, height=8), view().camera
    near = camera.zoom_at((240, 180), 1.3)
    pictures = [pygame.Surface(SIZE) for _ in range(4)]
    ground = Ground()
    ground.draw(pictures[0], land, camera)
    ground.draw(pictures[1], land, near)
    for _ in range(RESTS):
        ground.draw(pictures[2], land, near)
    Ground().draw(pictures[3], land, near)
    assert changed(pictures[1], pictures[2]) > 0
    assert changed(pictures[2], pictures[3]) == 0


def test_a_fence_is_no_wall_of_bricks(view: Callable[..., Viewpoint]) -> None:
    pictures = []
    for low in (False, True):
        ground = Map(width=12, height=8, walls=(Wall(x1=2, y1=4, x2=10, y2=4, low=low),))
        pictures.append(pygame.Surface(SIZE))
        Ground().draw(pictures[-1], ground, view().camera)
    assert changed(*pictures) > 1000


def test_five_ways_of_not_seeing_a_person_follow_from_the_tie(small_frame: Callable[..., Frame]) -> None:
    ties = Ties.of(
        [0, 0, 1, 1, 2, 2],
        [1, 2, 0, 2, 0, 1],
        attention=[0.0, 0.3, 0.3, 0.3, 0.3, 0.3],
        personhood=[1, 0.2, 1, 1, 1, 1],
        affinity=[0, 0, -0.4, 0, 0, 0],
        importance=[0.5, 0.5, 0.5, 0.1, 0.5, 0.5],
        believed=[0, 0, 0, 0, 0.5, -0.4],
    )
    frame = small_frame(ties, felt=[-0.5, -0.4, 0], shown=[-0.5, -0.4, 0])
    found = [
        minds_view(frame, observer)[target] for observer, target in ((0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1))
    ]
    assert found == ["unattended", "thing", "enemy", "unimportant", "fine", "believed"]


def test_a_walk_is_drawn_in_between_and_a_jump_is_not(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    start, end = small_frame(), small_frame(x=[3.4, 6.0, 1.0])
    frame = type(end)(**{field.name: getattr(end, field.name) for field in fields(end)} | {"before": start.people})
    half = posed(frame, view(alpha=0.5))
    camera = view().camera
    assert half[0].x == pytest.approx(camera.to_screen(3.2, 3)[0])
    assert half[2].x == pytest.approx(camera.to_screen(1.0, 3)[0])


def test_a_camera_finds_its_way_back_and_zooms_about_the_pointer() -> None:
    camera = Camera(5, 4, 40, pygame.Rect(100, 50, 640, 480))
    assert camera.to_world(camera.to_screen(7.5, 2.25)) == pytest.approx((7.5, 2.25))
    spot = camera.to_world((200, 300))
    assert camera.zoom_at((200, 300), 1.7).to_world((200, 300)) == pytest.approx(spot)
    assert camera.pan(80, -40).to_world((280, 260)) == pytest.approx(spot)


def test_projector_bodies_and_names_are_large_enough_for_the_back_row(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    pose = posed(small_frame(), view((320, 240), projector=True))[0]
    assert pose.size >= 72
    assert sizes(projector=True).name_px >= 60


def test_gentle_pain_has_short_bolts_dry_faces_and_no_shaking(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(felt=[-0.9, 0.0, 0.0], shown=[-0.9, 0.0, 0.0])
    usual, gentle = posed(frame, view()), posed(frame, view(gentle=True))
    assert usual[0].look.shown < -1
    assert gentle[0].look.shown == -1
    assert gentle[0].build == usual[0].build
    pictures = [pygame.Surface((480, 360)) for _ in range(2)]
    for surface, viewpoint in zip(pictures, (view(), view(gentle=True)), strict=True):
        Stage().draw(surface, frame, viewpoint)
    assert pygame.image.tobytes(pictures[0], "RGB") != pygame.image.tobytes(pictures[1], "RGB")
