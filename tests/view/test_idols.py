"""Idols: many look up to them, and they stand on steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.frozen import replace
from sandbox.engine.people import People
from sandbox.engine.ties import Ties
from sandbox.session.seen.tie_sums import TieSums
from sandbox.view.marks.overlays import STEPS, plinth

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame


def test_whoever_is_looked_up_to_by_many_is_an_idol_unless_it_is_mutual(small_frame: Callable[..., Frame]) -> None:
    fans = [*range(1, 7)]
    up, down = [(fan, 0) for fan in fans], [(0, fan) for fan in fans]

    def admirers(pairs: list[tuple[int, int]], **columns: float) -> int:
        ties = Ties.of(*zip(*pairs, strict=True), **columns)
        return int(TieSums.of(replace(small_frame(), people=People.of(7), ties=ties)).admirers[0])

    assert admirers(up, affinity=0.9, importance=0.9) == len(fans) >= STEPS[0]
    assert admirers(up, affinity=0.9, importance=0.5) == 0
    assert admirers(up + down, affinity=0.9, importance=0.9) == 0


def test_an_idol_with_more_admirers_stands_on_more_steps() -> None:
    heights = [plinth(64, steps).get_bounding_rect().height for steps in (1, 2, 3)]
    assert heights == sorted(set(heights))
