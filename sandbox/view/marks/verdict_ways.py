"""Where the arrows of blame and credit run: around bodies, over them where they must, from whoever judges to whom.

Theory: T25. What is drawn is what is hit: a click finds an arrow by the same way that is drawn. Each way is one of a
few bows between two bodies, or over two heads; once in a while, in turn, each looks whether another is much better.
"""

from __future__ import annotations

from math import copysign, hypot
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.view.acting.separation import CROWD
from sandbox.view.canvas.strokes import along, between, curve, curves, distance

if TYPE_CHECKING:
    from collections.abc import Container

    import pygame

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.session.frame import Frame
    from sandbox.session.seen.bundles import Bundle
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.canvas.strokes import Spot
    from sandbox.view.people.cast import Cast, Pose

BENDS: Final = (0.12, -0.12, 0.28, -0.28, 0.5, -0.5)
"""How far the bows between two bodies leave the straight way."""
HOOPS: Final = (0.75, 1.15)
"""How far the bows over two heads rise, in tiles, if they are close; at least as a bow does."""
SIDES: Final = (-1, 1)
"""Left and right: where the ways around two bodies lie."""
HAT: Final = 0.3
"""How far over a head a hoop begins and ends, in tiles."""
WAIST: Final = 0.46
"""How far beside the middle of a body a way around it begins and ends, in tiles."""
AROUND: Final = 0.9
"""How far such a way bulges, in tiles, if the two are close."""
STEPS: Final = 18
"""Parts of a bow."""
BODY: Final = (0.44, 0.6)
"""Half the width of a body, in tiles, and half its height, in heights: what a way should keep off."""
FACE: Final = 0.3
"""Radius of a face, in tiles: what it should keep off before all."""
OVER_BODY, OVER_FACE, OUTSIDE = 0.6, 3.0, 2.0
"""What it costs for each part of a way to lie over a body, over a face, out of the view."""
SHORT, NO_SPOT, END_ON_ANOTHER = 8.0, 4.0, 4.0
"""What it costs to be too short for a coin, to leave it no spot off all faces, and to begin or end on somebody else."""
AT_END: Final = 4
"""Points at its ends that may lie over the body that it comes from, or goes to."""
LATER: Final = 0.25
"""What each way costs more than the one before it in the list."""
KEPT: Final = 2.0
"""The way that was chosen stays unless another costs so much less."""
COIN: Final = 2.0
"""Size of a coin, in those of the palette."""
LARGEST_COIN: Final = 0.5
"""A coin is no larger than this part of a tile, if that leaves it as large as in the palette."""
SHARES: Final = (0.5, 0.4, 0.6, 0.3, 0.7)
"""Where on its way a coin may lie."""
LATE: Final = 4
"""Pictures of a new moment in which arrows that were there keep their ways: others are worked at by then."""
PATIENCE: Final = 5
"""So many they keep them where moments are so short that there are no other pictures."""
LOOK: Final = 0.5
"""What there is to do for a picture in which an arrow looks for a better way, as a part of what leaves no time."""
LEAP_TICKS: Final = 10
"""A longer way in time between two pictures is a jump."""
EDGE_PX: Final = 6
"""So far inside the view an arrow begins whose judge is out of it."""


Name = tuple[str, int, int]
"""An arrow: its kind, from whom it is drawn, and to whom."""
Bow = tuple["Spot", "Spot", float]
"""Where a way begins and ends, and how far it leaves the straight way between, as a share of its length."""


class Way(NamedTuple):
    """One arrow as it is drawn."""

    bundle: Bundle
    points: list[Spot]
    """from whoever judges to whom"""
    coin: Spot
    """middle of the coin"""
    coin_px: int

    @property
    def tip(self) -> Spot:
        """Where the arrow points."""
        return self.points[-1]

    def off(self, pos: tuple[float, float]) -> float:
        """Return how far a pixel is from the arrow or its coin."""
        on_coin = hypot(pos[0] - self.coin[0], pos[1] - self.coin[1]) - self.coin_px / 2
        return max(0.0, min(distance(self.points, pos), on_coin))


class Ways:
    """Chooses the ways of the arrows of a picture, and remembers which were chosen."""

    def __init__(self) -> None:
        """Begin with none chosen."""
        self.work = 0.0
        """how much there was to work out for the last picture, 0 to 1: most where an arrow was new, with its coin"""
        self._last: tuple[Frame, int] | None = None
        """the frame of the last picture, and the size of its people"""
        self._shown, self._waited = 0, 0
        """how many pictures of that frame there were, and for how many some arrow has waited"""
        self._due: dict[Name, None] = {}
        """arrows that are to look for a better way, in turn"""
        self._chosen: dict[Name, tuple[int, float]] = {}
        """of each arrow, the number of its way and where on it the coin lies"""

    def of(self, frame: Frame, bundles: list[Bundle], cast: Cast, rect: pygame.Rect, lengths: Sizes) -> list[Way]:
        """Return the ways of those arrows whose end is in the view `rect`, in the order of the bundles.

        Of those that were there before one looks for a better way in each picture, unless it has other things to work
        out; all do in a view of another size, or after a jump in time.
        """
        sought = self._sought(frame, cast.size)
        self.work = LOOK * bool(sought)
        coin_px = round(max(lengths.coin_px, min(COIN * lengths.coin_px, LARGEST_COIN * cast.size)))
        ways: list[Way] = []
        before, self._chosen = self._chosen, {}
        for bundle in bundles:
            whom = cast.get(bundle.whom)
            if whom is not None:
                who = _drawn_from(bundle, whom, cast)
                name, bows = (bundle.kind, who.who, bundle.whom), _Bows(who, whom, rect)
                number, share = before.get(name, (len(bows), 0.0))
                if name not in before:
                    self.work = 1.0
                anew = name in sought or number >= len(bows)
                if anew:
                    number = _best(bows, number, (who.who, whom.who), cast, rect, coin_px)
                points = curve(*bows[number], STEPS)
                if anew:
                    share = _coin_share(points, ways, cast, coin_px)
                self._chosen[name] = number, share
                ways.append(Way(bundle, points, along(points, share), coin_px))
        return ways

    def _sought(self, frame: Frame, size_px: int) -> Container[Name]:
        """Return which of the arrows of the last picture look for a better way in this one."""
        last, self._last = self._last, (frame, size_px)
        gone = 0 if last is None else frame.tick - last[0].tick
        if last is None or last[0].level is not frame.level or last[1] != size_px or not 0 <= gone <= LEAP_TICKS:
            self._due = {}
            return self._chosen
        self._shown = self._shown + 1 if frame is last[0] else 1
        self._waited = self._waited + 1 if self._due else 0
        if self._shown == 1:
            self._due = {name: None for name in (*self._due, *self._chosen) if name in self._chosen}
        if not self._due or (self._shown <= LATE and self._waited <= PATIENCE):
            return ()
        self._waited = 0
        first = next(iter(self._due))
        del self._due[first]
        return (first,)


def _drawn_from(bundle: Bundle, whom: Pose, cast: Cast) -> Pose:
    """Return from which of those who judge an arrow is drawn: the nearest who is in view, or else the nearest."""
    if len(bundle.who) == 1:
        return cast[bundle.who[0]]
    who = np.array(bundle.who)
    far = np.hypot(cast.x[who] - whom.x, cast.y[who] - whom.y)
    return cast[bundle.who[np.lexsort((far, ~cast.seen(who)))[0]]]


class _Bows:
    """The ways that an arrow could take: straight over, over both heads, or around both on one side.

    Each is worked out when it is asked for by its number.
    """

    def __init__(self, who: Pose, whom: Pose, rect: pygame.Rect) -> None:
        """Take who judges whom, in a view `rect`; from out of it there is only the straight way, from its edge."""
        self._who, self._whom = who, whom
        inside = rect.inflate(-2 * EDGE_PX, -2 * EDGE_PX)
        start, end = who.middle(), whom.middle()
        self._seen = bool(inside.collidepoint(start))
        if self._seen:
            self._ends = between(start, end, who.size * 0.5, whom.size * 0.56)
        else:
            edge = inside.clipline(end, start)
            self._ends = between(edge[1] if edge else start, end, 0, whom.size * 0.56) or (start, end)
        self._straight = len(BENDS) if self._ends else 0

    def __len__(self) -> int:
        """Count them."""
        return self._straight + (len(HOOPS) + len(SIDES) if self._seen else 0)

    def __getitem__(self, number: int) -> Bow:
        """Return one; the less an arrow leaves the straight way, the earlier it comes."""
        if self._ends and number < self._straight:
            return (*self._ends, BENDS[number])
        number -= self._straight
        if number < len(HOOPS):
            return _bow(self._who, self._whom, HOOPS[number])
        return _beside(self._who, self._whom, SIDES[number - len(HOOPS)])


def _bow(who: Pose, whom: Pose, rise: float) -> Bow:
    """Return a way from over one head to over another, that rises so many tiles between them."""
    (x1, y1), (x2, y2) = (who.x, who.top() - HAT * who.size), (whom.x, whom.top() - HAT * whom.size)
    aside = copysign(0.1 * whom.size, x1 - x2)
    far = max(1.0, hypot(x2 + aside - x1, y2 - y1))
    bend = -copysign(max(BENDS[0], rise * who.size / far / 2), x2 - x1)
    return (x1, y1), (x2 + aside, y2), bend


def _beside(who: Pose, whom: Pose, side: int) -> Bow:
    """Return a way around two bodies at their left (-1) or right (1)."""
    (x1, y1), (x2, y2) = who.middle(), whom.middle()
    start, end = (x1 + side * WAIST * who.size, y1), (x2 + side * WAIST * whom.size, y2)
    far = max(1.0, hypot(end[0] - start[0], end[1] - start[1]))
    bend = -side * copysign(max(BENDS[2], AROUND * who.size / far / 2), y2 - y1)
    return start, end, bend


def _best(bows: _Bows, before: int, ends: tuple[int, int], cast: Cast, rect: pygame.Rect, px: int) -> int:
    """Return the number of the way that covers least; `ends` judges whom, and the coin is `px` wide."""
    if len(cast) > CROWD:
        return 0
    starts, ends_at, bends = zip(*(bows[number] for number in range(len(bows))), strict=True)
    points = curves(np.asarray(starts), np.asarray(ends_at), np.asarray(bends), STEPS)
    steps, near = np.diff(points, axis=1), _near(points, cast, px)
    costs = LATER * np.arange(len(bows)) + _covered(points, ends, near, cast, rect)
    costs += SHORT * (np.hypot(steps[..., 0], steps[..., 1]).sum(axis=1) < 2 * px)
    costs += NO_SPOT * ~_coin_fits(points, near, cast, px)
    if before < len(bows):
        costs[before] -= KEPT
    return int(np.argmin(costs))


def _near(points: Floats, cast: Cast, coin_px: int) -> Ints:
    """Return (K,) who is in view so near to some (..., 2) points that a way or a coin there may cover them."""
    (left, top), (right, bottom) = (edge(points, axis=tuple(range(points.ndim - 1))) for edge in (np.min, np.max))
    rows, far = cast.rows, BODY[0] * cast.size + coin_px
    x, y = cast.x[rows], cast.y[rows] - cast.lift[rows]
    near: Bools = (x > left - far) & (x < right + far) & (y > top - far) & (y < bottom + far + cast.tall[rows])
    return rows[near]


def _covered(points: Floats, ends: tuple[int, int], rows: Ints, cast: Cast, rect: pygame.Rect) -> Floats:
    """Return (B,) what (B, P, 2) points of bows cost that lie over bodies or faces of some, or out of the view."""
    x, y, size = points[..., 0, None], points[..., 1, None], cast.size
    middle = cast.y[rows] - cast.lift[rows] - cast.tall[rows] / 2
    dx, dy = x - cast.x[rows], y - middle
    bodies = (dx / (BODY[0] * size)) ** 2 + (dy / (BODY[1] * cast.tall[rows])) ** 2 < 1
    faces = dx**2 + (dy + 0.1 * cast.tall[rows]) ** 2 < (FACE * size) ** 2
    bodies[:, :AT_END, rows == ends[0]] = False
    bodies[:, -AT_END:, rows == ends[1]] = False
    out = (x < rect.left) | (x > rect.right) | (y < rect.top) | (y > rect.bottom)
    cost: Floats = (
        OVER_BODY * bodies.sum(axis=(1, 2)) + OVER_FACE * faces.sum(axis=(1, 2)) + OUTSIDE * out.sum(axis=(1, 2))
    )
    cost += END_ON_ANOTHER * bodies[:, [0, -1]].any(axis=2).sum(axis=1)
    return cost


def _coin_fits(points: Floats, rows: Ints, cast: Cast, coin_px: int) -> Bools:
    """Return (B,) whether a coin of some pixels has a spot on each of (B, P, 2) bows that covers no face of some."""
    spots = points[:, [round(share * STEPS) for share in SHARES]]
    heads = cast.y[rows] - cast.lift[rows] - 0.6 * cast.tall[rows]
    far = np.hypot(spots[..., 0, None] - cast.x[rows], spots[..., 1, None] - heads).min(axis=2, initial=np.inf)
    fits: Bools = (far > coin_px / 2 + FACE * cast.size).any(axis=1)
    return fits


def _coin_share(points: list[Spot], others: list[Way], cast: Cast, coin_px: int) -> float:
    """Return where on a way its coin covers least of faces and of other coins."""
    if len(cast) > CROWD:
        return SHARES[0]
    spots = np.asarray([along(points, share) for share in SHARES])
    rows = _near(spots, cast, coin_px)
    heads = cast.y[rows] - cast.lift[rows] - 0.6 * cast.tall[rows]
    coins = np.asarray([way.coin for way in others]).reshape(-1, 2)
    far, near = (
        np.hypot(spots[:, 0, None] - x, spots[:, 1, None] - y).min(axis=1, initial=np.inf)
        for x, y in ((cast.x[rows], heads), coins.T)
    )
    cost = np.maximum(0.0, coin_px / 2 + FACE * cast.size - far) + np.maximum(0.0, coin_px - near)
    return SHARES[int(np.argmin(cost))]
