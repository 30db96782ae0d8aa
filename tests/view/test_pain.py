"""Loud and quiet pain: bolts only while it grows worse, and on few; what nobody looks at stays marked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.causes import Record
from sandbox.engine.frozen import replace
from sandbox.engine.happenings import INDEX as HAPPENING
from sandbox.engine.options import INDEX as OPTION
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.ties import Ties
from sandbox.session.seen.tie_sums import TieSums
from sandbox.view.marks.pain import LOUD_MOST, LOUD_SECONDS, STEEP, hollow, loud, rings, worsened
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast
    from sandbox.view.viewpoint import Viewpoint

ANN, BOB, CY = range(3)


def hurt(who: int, tick: int, name: str = "hurt") -> Record:
    return Record(0, tick, "happened", HAPPENING[name], who, -1, 0.5, (), (), own=False)


def cast_of(frame: Frame, viewpoint: Viewpoint) -> Cast:
    return poses(frame, viewpoint, viewpoint.lengths, SpriteCache(frame.level))


def marked(frame: Frame, viewpoint: Viewpoint) -> list[tuple[int, Blit]]:
    return hollow(frame, viewpoint, cast_of(frame, viewpoint), TieSums.of(frame), viewpoint.lengths)


@pytest.mark.parametrize("seconds", [0.1, 1.0, 1.4, 1.5, 4.0])
def test_bolts_last_for_a_second_and_a_half_after_a_hurt(
    seconds: float, small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(recent=(hurt(ANN, 100 - round(seconds * TICKS_PER_SECOND)),), felt=[-0.8, -0.8, 0])
    wearing = [who for who, _ in rings(frame, view(), cast_of(frame, view()))]
    assert wearing == ([ANN] if seconds < LOUD_SECONDS else [])


def test_what_makes_pain_worse_is_a_blow_a_verdict_an_unkind_deed_or_a_fall(small_frame: Callable[..., Frame]) -> None:
    blamed = Record(0, 95, "blamed", -1, CY, BOB, 0.5, (), (), own=False)
    frame = small_frame(recent=(hurt(ANN, 98), blamed), felt=-0.6)
    assert worsened(frame) == {ANN: 98, BOB: 95}
    people = replace(
        frame.people,
        option=np.array([OPTION["taunt"], 0, 0]),
        option_on=np.array([CY, -1, -1]),
        option_tick=np.array([97, 0, 0]),
    )
    assert worsened(replace(frame, people=people, recent=())) == {CY: 97}
    better = replace(frame.people, felt=frame.people.felt + np.array([0.0, 2 * STEEP, STEEP / 2]))
    assert worsened(replace(frame, before=better, recent=())) == {BOB: 99}


def test_whoever_does_not_suffer_wears_no_bolts(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(recent=(hurt(ANN, 98),), felt=[0.1, 0.0, 0.0])
    assert rings(frame, view(), cast_of(frame, view())) == []


def test_where_many_are_hurt_the_last_and_the_worst_are_loud(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(recent=(hurt(ANN, 95), hurt(BOB, 98), hurt(CY, 95)), felt=[-0.4, -0.5, -0.9])
    assert [*loud(frame, view(), cast_of(frame, view()))] == [BOB, CY]
    assert LOUD_MOST == 2


def test_only_suffering_that_nobody_sees_stays_marked(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    seen, alone = (small_frame(Ties.of([1], [0], attention=near), felt=[-0.8, 0, 0]) for near in (0.5, 0.01))
    assert marked(seen, view()) == []
    assert {who for who, _ in marked(alone, view())} == {ANN}


def test_a_hollow_bolt_beats_slower_than_once_a_second_and_not_with_less_motion(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(felt=[-0.8, 0, 0])

    def beats(*, calm: bool) -> int:
        ticks = range(100, 100 + 10 * TICKS_PER_SECOND)
        seen = [marked(replace(frame, tick=tick), view(reduce_motion=calm))[0][1] for tick in ticks]
        sizes = [sprite.get_bounding_rect().height for sprite, _ in seen]
        tallest = max(sizes)
        return sum(size == tallest > before for before, size in pairwise(sizes))

    assert 5 <= beats(calm=False) <= 10
    assert beats(calm=True) == 0
