"""Arrows of blame: never under bodies, around faces, with a coin, and hit where they are drawn."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.engine.causes import Record
from sandbox.engine.frozen import replace
from sandbox.engine.ties import Ties
from sandbox.session.seen.bundles import Bundle
from sandbox.view.marks import verdict_ways
from sandbox.view.marks.verdict_ways import FACE, LATE, Way, Ways
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache
from sandbox.view.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Sized

    from sandbox.session.frame import Frame
    from sandbox.view.people.cast import Cast
    from sandbox.view.viewpoint import Viewpoint

ANN, BOB, CY = range(3)
SIZE = (960, 640)
PLACES = {
    "side by side": ([3.0, 4.2, 9.0], [4.0, 4.0, 6.5]),
    "touching": ([5.0, 5.4, 9.0], [4.0, 4.1, 6.5]),
    "one behind the other": ([5.0, 5.1, 9.0], [3.2, 4.6, 6.5]),
    "with somebody between": ([3.0, 8.0, 5.5], [4.0, 4.0, 4.0]),
    "in a knot": ([5.0, 5.8, 5.4], [4.0, 4.0, 4.6]),
}


def blamed(*who: int, whom: int = BOB) -> list[Bundle]:
    return [Bundle("blame", (one,), whom, 0.6, 1.0, 7) for one in who]


def cast_of(frame: Frame, viewpoint: Viewpoint) -> Cast:
    return poses(frame, viewpoint, viewpoint.lengths, SpriteCache(frame.level))


def ways_of(frame: Frame, viewpoint: Viewpoint, bundles: list[Bundle], ways: Ways | None = None) -> list[Way]:
    cast = cast_of(frame, viewpoint)
    return (ways or Ways()).of(frame, bundles, cast, viewpoint.camera.rect, viewpoint.lengths)


@pytest.mark.parametrize("where", PLACES)
def test_an_arrow_has_its_coin_and_crosses_no_face(
    where: str, small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    x, y = PLACES[where]
    frame, viewpoint = small_frame(x=x, y=y), view(SIZE)
    cast, (way,) = cast_of(frame, viewpoint), ways_of(frame, viewpoint, blamed(ANN))
    for pose in cast:
        head = pose.head()
        near = min(hypot(head[0] - px, head[1] - py) for px, py in way.points)
        assert near > 0.5 * FACE * pose.size
        assert hypot(head[0] - way.coin[0], head[1] - way.coin[1]) > 0.5 * way.coin_px
    assert hypot(way.tip[0] - cast[BOB].middle()[0], way.tip[1] - cast[BOB].middle()[1]) < 1.1 * cast.size
    assert way.coin_px >= viewpoint.lengths.coin_px


def test_two_who_blame_one_have_two_arrows_with_coins_apart(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame, viewpoint = small_frame(x=[3.0, 6.0, 9.0], y=[4.0, 4.0, 4.0]), view(SIZE)
    one, other = ways_of(frame, viewpoint, blamed(ANN, CY))
    assert hypot(one.coin[0] - other.coin[0], one.coin[1] - other.coin[1]) > one.coin_px


def test_whoever_blames_from_out_of_view_has_an_arrow_from_the_edge(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame, viewpoint = small_frame(x=[-8.0, 6.0, 9.0]), view(SIZE)
    (way,) = ways_of(frame, viewpoint, blamed(ANN))
    assert 0 <= way.points[0][0] < 20
    assert viewpoint.camera.rect.collidepoint(way.coin)
    assert ways_of(frame, viewpoint, blamed(BOB, whom=ANN)) == []


def test_an_arrow_does_not_leap_between_two_moments_that_are_alike(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    ways, viewpoint = Ways(), view(SIZE)
    coins = []
    for step in range(20):
        frame = small_frame(x=[3.0 + 0.03 * step, 8.0, 5.5], y=[4.0, 4.0, 4.0 + 0.02 * step])
        (way,) = ways_of(frame, viewpoint, blamed(ANN), ways)
        coins.append(way.coin)
    leaps = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(coins)]
    assert sum(leap > 10 for leap in leaps) <= 1


def test_arrows_look_for_better_ways_in_turn_and_all_at_once_after_a_jump(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint], monkeypatch: pytest.MonkeyPatch
) -> None:
    sought: list[tuple[int, int]] = []

    def noted(bows: Sized, before: int, ends: tuple[int, int], *_: object) -> int:
        sought.append(ends)
        return min(before, len(bows) - 1)

    monkeypatch.setattr(verdict_ways, "_best", noted)
    ways, viewpoint, bundles = Ways(), view(SIZE), blamed(ANN, CY)

    def in_pictures(frame: Frame, count: int) -> list[list[tuple[int, int]]]:
        found = []
        for _ in range(count):
            sought.clear()
            ways_of(frame, viewpoint, bundles, ways)
            found.append([*sought])
        return found

    first = small_frame()
    both = [(ANN, BOB), (CY, BOB)]
    assert in_pictures(first, 3) == [both, [], []]
    later = [replace(first, tick=first.tick + number) for number in range(1, 20)]
    assert in_pictures(later[0], 8) == [*LATE * ([],), [(ANN, BOB)], [(CY, BOB)], [], []]
    hasty = [ends for frame in later[1:] for ends in in_pictures(frame, 1)]
    assert max(map(len, hasty)) == 1
    assert {one for ends in hasty for one in ends} == {*both}
    assert in_pictures(replace(first, tick=first.tick - 30), 2) == [both, []]


def test_it_is_drawn_over_bodies_and_hit_where_it_is_drawn(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    record = Record(7, 99, "blamed", 0, ANN, BOB, 0.6, (), (), own=False)
    x, y = PLACES["in a knot"]
    still = small_frame(Ties.of([ANN], [BOB], blame=0.6), x=x, y=y)
    told = small_frame(Ties.of([ANN], [BOB], blame=0.6), (record,), x=x, y=y)
    stage, viewpoint = Stage(), view(SIZE, legend=False)
    plain, pointed = pygame.Surface(SIZE), pygame.Surface(SIZE)
    Stage().draw(plain, still, viewpoint)
    stage.draw(pointed, told, viewpoint)
    arrow = stage.verdict_at(stage._verdicts[0].coin, 1)
    assert arrow is not None
    assert (arrow.kind, arrow.who, arrow.whom, arrow.record) == ("blame", ANN, BOB, 7)
    differs = (pygame.surfarray.array3d(plain).astype(int) != pygame.surfarray.array3d(pointed)).any(axis=2)
    for spot in stage._verdicts[0].points[2:-3]:
        assert differs[round(spot[0]), round(spot[1])]
        assert stage.verdict_at(spot, 2) == arrow
    far = np.argwhere(~differs)[0]
    assert stage.verdict_at((float(far[0]), float(far[1])), 2) is None
