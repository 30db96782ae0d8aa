"""Marks that belong to a body: suffering, seen and unseen, joy, pebbles and stars, hidden feelings.

Theory: T2, T21, T25. Suffering is a ring of bolts that strike inwards, more and longer for worse. While somebody
attends to it the bolts are solid; suffering that nobody attends to has hollow bolts and a crossed-out eye.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.session.tie_sums import REJOICES, SUFFERS
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas
from sandbox.view.canvas.text import pill
from sandbox.view.icons.registry import icon

if TYPE_CHECKING:
    import pygame

    from sandbox.engine.arrays import Ints
    from sandbox.session.frame import Frame
    from sandbox.session.tie_sums import TieSums
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.viewpoint import Viewpoint

Blit = tuple["pygame.Surface", tuple[float, float]]

RING: Final = 0.50
"""Radius of the ring of suffering, in tiles."""
ARC: Final = 1.5 * pi
"""The ring is open at the feet."""
BOLT: Final = ((0.0, 0.0), (0.5, 1.0), (0.45, 0.25), (1.15, 0.9), (0.62, -0.95), (0.68, -0.2))
"""Corners of a bolt that strikes inwards: how far out, in lengths, and how far aside, in widths."""
BOLTS_LEAST: Final = 7
GRADES: Final = 4
PULSES: Final = 4
UNSEEN: Final = 1.2
"""Size of the crossed-out eye, in badges; it lies over the bolts."""
PULSE_HERTZ: Final = 0.9
SHOWN_PEBBLES: Final = 5
HIDDEN: Final = 0.38
"""A difference between felt and shown that earns a badge."""
HEAP: Final = 0.3
"""How far from the middle of a body its heap begins, in tiles."""
STEPS: Final = (4, 6, 9)
"""So many admirers make somebody an idol and put a step under them, then a second and a third."""
PILE: Final = ((0.0, 0.0), (0.95, 0.05), (0.48, -0.62), (1.42, -0.55), (0.95, -1.2))
"""Where pebbles lie, in pebbles."""


class Rings:
    """The rings behind sufferers: of the beats of one, those that are not drawn yet are drawn a picture at a time."""

    def __init__(self) -> None:
        """Begin with none wanted; the first picture waits for all that are in it."""
        self._wanted: tuple[int, int, int, bool] | None = None
        self._begun = False

    def of(self, frame: Frame, viewpoint: Viewpoint, cast: Cast, tie_sums: TieSums) -> list[Blit]:
        """Return the rings."""
        who = sufferers(frame, cast)
        grades = np.minimum(GRADES - 1, (SUFFERS - frame.people.felt[who]) / (1 + SUFFERS) * GRADES).astype(np.int64)
        waves = np.sin(2 * pi * PULSE_HERTZ * viewpoint.seconds + who)
        if viewpoint.gentle or viewpoint.reduce_motion:
            waves[:] = 0.0
        pulses = np.rint((waves + 1) / 2 * (PULSES - 1)).astype(np.int64)
        kinds = ((grades * (not viewpoint.gentle) * PULSES + pulses) * 2 + (tie_sums.watchers[who] > 0)).tolist()
        rings = {
            kind: self._ring(cast.size, kind // 2 // PULSES, kind // 2 % PULSES, seen=kind % 2 > 0)
            for kind in set(kinds)
        }
        self._begun = True
        x, y = cast.x[who].tolist(), (cast.y - cast.lift - cast.tall / 2)[who].tolist()
        return [centred(rings[kind], spot) for kind, spot in zip(kinds, zip(x, y, strict=True), strict=True)]

    def prepare(self) -> bool:
        """Draw a ring that was wanted in the last picture, if one was, and tell whether."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            _ring(*wanted[:3], seen=wanted[3])
        return wanted is not None

    def _ring(self, size_px: int, grade: int, pulse: int, *, seen: bool) -> pygame.Surface:
        """Return a ring, or until it is drawn, the nearest beat of it that is."""
        if self._begun and not _ring.at_hand(size_px, grade, pulse, seen=seen):
            for other in sorted(range(PULSES), key=lambda other: abs(other - pulse)):
                if _ring.at_hand(size_px, grade, other, seen=seen):
                    self._wanted = size_px, grade, pulse, seen
                    return _ring(size_px, grade, other, seen=seen)
        return _ring(size_px, grade, pulse, seen=seen)


def sufferers(frame: Frame, cast: Cast) -> Ints:
    """Return (K,) who has a ring, in the order of the rings."""
    who = np.flatnonzero(frame.people.felt < SUFFERS)
    return who[cast.seen(who)]


def plinths(cast: Cast, tie_sums: TieSums) -> list[Blit]:
    """Return the steps under idols."""
    steps = np.searchsorted(STEPS, tie_sums.admirers, "right")
    return [centred(plinth(pose.size, int(steps[pose.who])), (pose.x, pose.y)) for pose in cast.those(steps > 0)]


def over_bodies(frame: Frame, viewpoint: Viewpoint, cast: Cast, tie_sums: TieSums, lengths: Sizes) -> list[Blit]:
    """Return the badges that lie over bodies."""
    if cast.size < lengths.plain_below_px:
        return []
    felt, shown = frame.people.felt, frame.people.shown
    blits: list[Blit] = []
    for pose in cast.those((felt < SUFFERS) & (tie_sums.watchers == 0)):
        spot = (pose.x - pose.size * 0.6, pose.y - pose.size * 0.34)
        blits.append(centred(icon("crossed_eye", round(UNSEEN * lengths.badge_px)), spot))
    glad = cast.those(felt > REJOICES)
    blits += [centred(_upstrokes(pose.size), (pose.x, pose.top() - pose.size * 0.36)) for pose in glad]
    if cast.size >= lengths.detail_above_px:
        hiders = cast.those(np.abs(felt - shown) > HIDDEN)
        blits += [felt_badge(pose, float(felt[pose.who]), lengths) for pose in hiders]
    return blits + [blit for _, _, blit in heaps(viewpoint, cast, tie_sums, lengths)]


def heaps(viewpoint: Viewpoint, cast: Cast, tie_sums: TieSums, lengths: Sizes) -> list[tuple[str, int, Blit]]:
    """Return every pebble and star that lies with somebody, each with its name and whose it is."""
    if viewpoint.lens not in {"truth", "blame"} or cast.size < lengths.plain_below_px:
        return []
    return [
        (name, pose.who, blit)
        for name, counts, side in _piles(tie_sums)
        for pose in cast.those(counts > 0)
        for blit in _pile(pose, name, int(counts[pose.who]), side, lengths)
    ]


@cached_picture
def plinth(size_px: int, steps: int) -> pygame.Surface:
    """Return the stone steps on which an idol stands; the feet are in the middle."""
    canvas = SpriteCanvas(size_px, -0.8, -0.4, 0.8, 0.4)
    for step in range(steps):
        wide = 0.44 + 0.11 * (steps - 1 - step)
        y = 0.06 * (steps - step)
        canvas.ellipse((0.0, y), (wide, wide * 0.34), palette.STONE_DARK, 0.03)
        canvas.ellipse((0.0, y - 0.045), (wide, wide * 0.34), palette.STONE, 0.02)
    return canvas.finish()


def felt_badge(pose: Pose, felt: float, lengths: Sizes) -> Blit:
    """Return the sign beside a body that says what somebody really feels; larger for stronger."""
    name = "up" if felt > -SUFFERS / 2 else "down" if felt < SUFFERS / 2 else "level"
    size = round(lengths.badge_px * (0.62 + 0.38 * abs(felt)))
    return centred(icon(name, size), (pose.x + pose.size * 0.42, pose.y - pose.lift - pose.size * 0.36))


def _piles(tie_sums: TieSums) -> tuple[tuple[str, Ints, int], ...]:
    """Return what is heaped up, how much of it by person, and on which side."""
    return (("pebble", tie_sums.pebbles, 1), ("star", tie_sums.stars, -1))


def _pile(pose: Pose, name: str, count: int, side: int, lengths: Sizes) -> list[Blit]:
    """Heap stones, or stars, against the lower part of a body: in front of it, so that it is plain whose they are."""
    stone, size = icon(name, lengths.pebble_px), lengths.pebble_px
    x, y = pose.x + side * pose.size * HEAP - size / 2, pose.y - pose.size * 0.03 - size
    return [(stone, (x + side * across * size, y + up * size)) for across, up in PILE[: min(count, SHOWN_PEBBLES)]]


def pile_counts(cast: Cast, tie_sums: TieSums, lengths: Sizes) -> list[Blit]:
    """Return the "×n" of piles that are too high to draw; these have ordinary alpha."""
    if cast.size < lengths.plain_below_px:
        return []
    blits: list[Blit] = []
    for _, counts, side in _piles(tie_sums):
        for pose in cast.those(counts > SHOWN_PEBBLES):
            label = pill(f"×{counts[pose.who]}", lengths.word_px, lengths.pill_pad_px // 2)
            x, y = pose.x + side * pose.size * 0.36, pose.y - pose.size * 0.03 - 2.2 * lengths.pebble_px
            blits.append((label, (round(x if side > 0 else x - label.get_width()), round(y - label.get_height()))))
    return blits


@cached_picture
def _ring(size_px: int, grade: int, pulse: int, *, seen: bool) -> pygame.Surface:
    """Return a ring of bolts."""
    canvas = SpriteCanvas(size_px, -1.05, -1.05, 1.05, 1.05)
    count = BOLTS_LEAST + grade
    long, wide = 0.25 + 0.06 * grade, 0.085
    edge = max(0.032, 1.4 / size_px)
    for bolt in range(count):
        angle = ARC * (bolt / (count - 1) - 0.5) - pi / 2
        across, down = cos(angle), sin(angle)
        near = RING - 0.015 * pulse
        corners = [
            (
                across * (near + out * long) - down * aside * wide,
                down * (near + out * long) + across * aside * wide,
            )
            for out, aside in BOLT
        ]
        canvas.polygon(corners, palette.VERMILLION if seen else palette.PAPER, edge)
    return canvas.finish()


@cached_picture
def _upstrokes(size_px: int) -> pygame.Surface:
    canvas = SpriteCanvas(size_px, -0.5, -0.3, 0.5, 0.3)
    for x, tall in ((-0.22, 0.12), (0.0, 0.2), (0.22, 0.12)):
        way = [(x, 0.14), (x * 1.25, 0.14 - tall)]
        canvas.stroke(way, 0.11)
        canvas.stroke(way, 0.06, palette.BLUE)
    return canvas.finish()


def centred(sprite: pygame.Surface, spot: tuple[float, float]) -> Blit:
    """Put the middle of a sprite at a pixel."""
    return (sprite, (spot[0] - sprite.get_width() / 2, spot[1] - sprite.get_height() / 2))
