"""What a picture has time for besides itself: a part of a coin, garbage, figures, memory, what is likely to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.view.canvas import heap
from sandbox.view.canvas.picture_cache import PICTURES
from sandbox.view.marks import blame

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.view.marks.names import Names
    from sandbox.view.marks.verdict_ways import Way, Ways
    from sandbox.view.people.cast import Cast
    from sandbox.view.people.sprite_cache import SpriteCache


def other_work(frame: Frame, names: Names, ways: Ways, laid: list[Way], cast: Cast, sprite_cache: SpriteCache) -> float:
    """Return how much else a picture has to do than making figures, 0 to 1; what goes before figures is done now.

    That is a part of the coin of an arrow that waits, of all that were `laid`; and where names have nothing to do,
    looking for garbage, which comes by the number of pictures, so that films are alike, and letting figures go that
    nobody wears.
    """
    naming = names.work(frame)
    work = max(naming, ways.work)
    if work == 1:
        return work
    if blame.strike(laid, cast):
        return 1.0
    if not naming and sprite_cache.spending.tidies():
        heap.collect()
        return 1.0
    return 1.0 if not naming and sprite_cache.let_go() else work


def prepare(sprite_cache: SpriteCache, size_px: int) -> None:
    """Give memory back, and draw one thing that a later picture needs, if this one left time for it.

    What is drawn from now on is drawn for the next one.
    """
    if not (sprite_cache.building or sprite_cache.spending.other_work):
        PICTURES.tidy()
        sprite_cache.prepare(size_px)
    sprite_cache.spending.drawn_before = PICTURES.drawn
