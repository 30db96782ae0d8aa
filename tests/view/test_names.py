"""Names: they keep off faces, go along with their people, and grow with the letters."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pygame

from sandbox.engine.frozen import replace
from sandbox.engine.table import replaced
from sandbox.scenario.folders import THEORY
from sandbox.scenario.load import load_level
from sandbox.session.session import Session
from sandbox.view.canvas.camera import Camera
from sandbox.view.marks import blame
from sandbox.view.marks.names import Names
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache
from sandbox.view.stage import Stage
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame
    from sandbox.view.marks.overlays import Blit


def pills(names: Names, frame: Frame, viewpoint: Viewpoint, sprite_cache: SpriteCache | None = None) -> list[Blit]:
    return names.draw(
        frame,
        viewpoint,
        poses(frame, viewpoint, viewpoint.lengths, sprite_cache or SpriteCache(frame.level)),
        viewpoint.lengths,
    )


def test_no_name_lies_over_a_face(small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]) -> None:
    frame, viewpoint = small_frame(x=[5.0, 5.4, 5.8], y=[4.0, 4.7, 4.1]), view()
    cast = poses(frame, viewpoint, viewpoint.lengths, SpriteCache(frame.level))
    labels = Names().draw(frame, viewpoint, cast, viewpoint.lengths)
    assert labels
    for label, spot in labels:
        box = label.get_rect(topleft=spot)
        assert not any(box.collidepoint(pose.head()) for pose in cast)


def test_names_move_along_with_their_people_between_two_moments(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    start, end = small_frame(), small_frame(x=[4.0, 6.0, 9.0])
    frame = replace(end, before=start.people)
    names, costumes = Names(), SpriteCache(frame.level)
    early, late = (pills(names, frame, view(alpha=alpha), costumes) for alpha in (0.0, 1.0))
    moved = {late_spot[0] - early_spot[0] for (_, early_spot), (_, late_spot) in zip(early, late, strict=True)}
    assert moved == {0, round(view().camera.scale)}


def test_names_change_their_size_even_while_time_stands_still(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    names, frame = Names(), small_frame()
    small, large = (pills(names, frame, view(words=words))[0][0].get_height() for words in (1.0, 1.5))
    assert large > 1.3 * small


def test_who_comes_into_view_while_time_stands_still_has_a_name(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    names, frame, here = Names(), small_frame(x=[4.0, 5.0, 90.0]), view()
    there = view(camera=Camera(here.camera.x + 86.0, here.camera.y, here.camera.scale, here.camera.rect))
    assert len(pills(names, frame, here)) == 2
    (_, spot), *others = pills(names, frame, there)
    assert others == []
    assert here.camera.rect.collidepoint(spot)


def test_the_name_of_one_who_is_gone_goes_along_before_room_is_looked_for_again(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    names, frame = Names(), small_frame()
    labels = {names.at(label.get_rect(topleft=spot).center): label for label, spot in pills(names, frame, view())}
    gone = replace(frame, tick=frame.tick + 1, people=replaced(frame.people, present=np.array([1, 0, 1])))
    assert {label for label, _ in pills(names, gone, view())} == {labels[0], labels[2]}


def test_players_read_names_that_people_of_the_level_do_not_know(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    assert len(pills(Names(), small_frame(cues=[0.0] * 6), view())) == len(pills(Names(), small_frame(), view())) == 3


def test_a_name_goes_aside_for_the_hat_of_whoever_romps_before_its_person(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    for before in np.arange(1.8, 2.8, 0.1):
        frame = small_frame(x=[5.0, 5.0, 9.0], y=[3.0, 3.0 + before, 6.0], playing=[0.0, 1.0, 0.0])
        costumes, names = SpriteCache(frame.level), Names()
        for seconds in np.arange(0.0, 0.6, 0.1):
            viewpoint = view(seconds=float(seconds), reduce_motion=False)
            pills(names, frame, viewpoint, costumes)
            romping = poses(frame, viewpoint, viewpoint.lengths, costumes)[1]
            assert not names.boxes[0].colliderect(romping.box()), (before, seconds)


def heap(tick: int) -> tuple[Stage, Frame, Viewpoint]:
    """Draw a scene in which people press together, as small as on a page of the theory."""
    session = Session(load_level(next(THEORY.glob("T28*"))))
    session.step(tick)
    frame, rect = session.frame(), pygame.Rect(0, 0, 480, 256)
    there = frame.people.there()
    camera = Camera.around(frame.people.x[there], frame.people.y[there], rect)
    stage, viewpoint = Stage(), Viewpoint(camera, legend=False, reduce_motion=True)
    stage.draw(pygame.Surface(rect.size), frame, viewpoint)
    return stage, frame, viewpoint


def test_in_a_heap_a_line_leads_to_a_name_that_is_nearer_to_another() -> None:
    led = 0
    for tick in (50, 65, 80):
        stage, _, _ = heap(tick)
        assert stage.drawn is not None
        cast, names = stage.drawn.cast, stage._names
        middles = {pose.who: pose.middle() for pose in cast}
        for who, box in names.boxes.items():
            own = math.dist(box.center, middles[who])
            nearest = min(math.dist(box.center, spot) for spot in middles.values())
            assert own < nearest + cast.size / 2 or who in names.leads(cast)
        led += len(names.leads(cast))
    assert led > 0


def test_no_word_at_a_coin_lies_over_eyes_or_beside_the_one_it_names() -> None:
    seen = 0
    for tick in (50, 65, 80):
        stage, frame, viewpoint = heap(tick)
        assert stage.drawn is not None
        cast, alike = stage.drawn.cast, SpriteCache(frame.level)
        eyes = [pose.eyes() for pose in cast]
        ways = stage._verdicts
        seen += len(ways)
        for label, spot in blame.words(frame, viewpoint, ways, cast, alike, stage._names.boxes.values()):
            assert label.get_rect(topleft=spot).collidelist(eyes) < 0
        near = [way for way in ways if math.dist(way.coin, way.points[0]) < blame.NEAR * cast.size]
        assert blame.words(frame, viewpoint, [way for way in near if len(way.bundle.who) == 1], cast, alike, ()) == []
    assert seen > 2
