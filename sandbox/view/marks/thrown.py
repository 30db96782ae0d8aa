"""Verdicts on their way: a stone is lobbed at whoever is blamed, a star rises from whoever gives credit.

Theory: T25. Its trail goes back to the hand that threw it, so that a still of any moment says by whom. The arrows with
their coins (`blame`) fade in under it and stay: who threw a stone three seconds ago cannot be told from a heap alone in
greyscale, or where two are dressed alike.
"""

from __future__ import annotations

from math import copysign, hypot
from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.session.seen.heaps import heaps_of
from sandbox.view.acting.throwing import BOUNCES, FLIES, LANDS, LETS_GO, throws
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas
from sandbox.view.marks.heaps import TURNS, shown, slot, stone, stone_px, thrown_star

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pygame

    from sandbox.session.frame import Frame
    from sandbox.session.seen.arrows import Arrow
    from sandbox.view.acting.throwing import Throw
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.canvas.strokes import Spot
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.viewpoint import Viewpoint

MOST: Final = 24
"""So many are drawn in the air at once, the newest."""
HIGH: Final = 0.8
"""How high a throw rises over the straight way, in tiles, and at least as part of its length."""
STEEP: Final = 0.25
HAND: Final = (0.5, 0.28)
"""Where a hand lets go, aside of and over the feet as parts of a body, in tiles."""
TRAIL: Final = 0.1
"""So much of the way lies between two specks of a trail."""
SPECK: Final = 0.3
"""Size of the largest speck, in stones."""
SPINS: Final = 14.0
"""Turns of a stone per second, of which TURNS make it look as before."""
ASIDE: Final = 0.25
"""How far from the heap, and farther from the face, a stone hits the ground, in tiles."""
BOUNCE: Final = 0.2
"""How high it bounces, in tiles."""
IN_AIR: Final = 1.3
"""How much larger than at rest it is in the air."""


class Flight(NamedTuple):
    """A stone or a star in the air."""

    arrow: Arrow
    """the verdict that it stands for"""
    spot: Spot
    px: int
    blits: tuple[Blit, ...]

    def off(self, pos: tuple[float, float]) -> float:
        """Return how far a pixel is from it."""
        return max(0.0, hypot(pos[0] - self.spot[0], pos[1] - self.spot[1]) - self.px / 2)


def flights(frame: Frame, viewpoint: Viewpoint, arrows: list[Arrow], cast: Cast, lengths: Sizes) -> Iterator[Flight]:
    """Go through what is in the air of those verdicts that are shown as `arrows`, the oldest first."""
    if cast.size < lengths.plain_below_px or viewpoint.eyes is not None:
        return
    of_throws = {(arrow.kind, arrow.who, arrow.whom): arrow for arrow in arrows}
    for throw in throws(frame, viewpoint)[-MOST:]:
        arrow, whom = of_throws.get((throw.kind, throw.who, throw.whom)), cast.get(throw.whom)
        if arrow is not None and whom is not None and throw.age >= LETS_GO:
            yield _flight(frame, viewpoint, throw, whom, arrow, cast, lengths)


def _flight(
    frame: Frame, viewpoint: Viewpoint, throw: Throw, whom: Pose, arrow: Arrow, cast: Cast, lengths: Sizes
) -> Flight:
    look, px = frame.level.people[throw.who].look, round(IN_AIR * stone_px(cast, lengths) / 2) * 2
    start, end = _start(throw, whom, cast), _end(frame, throw, whom, stone_px(cast, lengths))
    share = min(1.0, (throw.age - LETS_GO) / FLIES)
    ground = (end[0] + ASIDE * whom.size, whom.y - 0.03 * whom.size - px / 2)
    aim = end if throw.kind == "credit" else ground
    spot = _lobbed(start, aim, share, whom.size)
    since = throw.age - LANDS
    if since > 0:
        part = since / BOUNCES
        up = 0.0 if viewpoint.gentle or throw.kind == "credit" else BOUNCE * whom.size * 4 * part * (1 - part)
        spot = (aim[0] + (end[0] - aim[0]) * part, aim[1] + (end[1] - aim[1]) * part - up)
    if throw.kind == "credit":
        sprite = thrown_star(px, look.colour)
    else:
        turn = 0 if viewpoint.gentle else int(throw.age * SPINS) % TURNS
        sprite = stone(px, look.colour, look.hat, turn)
    left = 1.0 - max(0.0, since) / BOUNCES
    trail = [
        _centred(_speck(max(2, round(SPECK * px * left * (0.5 + part / 2))), look.colour), at)
        for part, at in _behind(start, aim, share, whom.size)
    ]
    return Flight(arrow, spot, px, (*trail, _centred(sprite, spot)))


def _start(throw: Throw, whom: Pose, cast: Cast) -> Spot:
    """Return where a hand lets go, or over which head a star rises; of somebody out of view, where that would be."""
    x, y, size = cast.x.item(throw.who), cast.y.item(throw.who), cast.size
    if throw.kind == "credit":
        return (x, y - cast.tall.item(throw.who) - 0.2 * size)
    return (x + copysign(HAND[0] * size, whom.x - x), y - (HAND[1] + 0.2) * size)


def _end(frame: Frame, throw: Throw, whom: Pose, px: int) -> Spot:
    """Return where it comes to lie, or to float."""
    heaps = heaps_of(frame)
    count = min(int(heaps.counts(throw.kind)[throw.whom]), shown(throw.kind))
    givers = heaps.givers(throw.kind, throw.whom, count)
    own = [place for place, who in enumerate(givers) if who == throw.who]
    return slot(throw.kind, own[0] if own else len(givers), whom, px)


def _lobbed(start: Spot, end: Spot, share: float, size: float) -> Spot:
    far = hypot(end[0] - start[0], end[1] - start[1])
    up = max(HIGH * size, STEEP * far) * 4 * share * (1 - share)
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share - up)


def _behind(start: Spot, end: Spot, share: float, size: float) -> Iterator[tuple[float, Spot]]:
    """Go through the spots of a trail, from the hand on, each with how far it is on the way that lies behind."""
    steps = int(share / TRAIL)
    return ((step * TRAIL / share, _lobbed(start, end, step * TRAIL, size)) for step in range(steps + (share > 0)))


@cached_picture
def _speck(px: int, colour: str) -> pygame.Surface:
    canvas = SpriteCanvas(px, -0.8, -0.8, 0.8, 0.8)
    canvas.circle((0, 0), 0.5, palette.BODY[colour][0], 0.2)
    return canvas.finish()


def _centred(sprite: pygame.Surface, spot: Spot) -> Blit:
    return (sprite, (spot[0] - sprite.get_width() / 2, spot[1] - sprite.get_height() / 2))
