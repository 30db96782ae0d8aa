"""Loud and quiet pain: bolts strike in while it grows worse, and one hollow bolt stays where nobody looks.

Theory: T2, T25. Whatever else somebody suffers is told by posture and tears. What grew worse, and when, is read off the
frame alone, so that a moment looks the same however one came there.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.options import those
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.session.seen.recent import JUDGED, newest, recent_events
from sandbox.session.seen.thresholds import SUFFERS
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas
from sandbox.view.icons.registry import icon
from sandbox.view.marks.overlays import centred

if TYPE_CHECKING:
    import pygame

    from sandbox.engine.arrays import Bools
    from sandbox.session.frame import Frame
    from sandbox.session.seen.tie_sums import TieSums
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast
    from sandbox.view.viewpoint import Viewpoint

LOUD_SECONDS: Final = 1.5
"""How long bolts strike after pain grew worse."""
LOUD_MOST: Final = 2
"""So many wear bolts at once, those whose pain grew worse last: where all are loud, nobody is."""
STEEP: Final = 0.03
"""What is felt falls by so much within a tick where it grows worse without a deed or a verdict."""
RING: Final = 0.50
"""Radius of the ring of bolts, in tiles."""
ARC: Final = 1.5 * pi
"""The ring is open at the feet."""
BOLT: Final = ((0.0, 0.0), (0.5, 1.0), (0.45, 0.25), (1.15, 0.9), (0.62, -0.95), (0.68, -0.2))
"""Corners of a bolt that strikes inwards: how far out, in lengths, and how far aside, in widths."""
BOLTS_LEAST: Final = 7
GRADES: Final = 4
BEATS: Final = 4
"""So many pictures bring the bolts of a ring in, and a hollow one up and down."""
HOLLOW: Final = (0.54, 0.23)
"""Length and half the width of a hollow bolt, in tiles."""
BESIDE: Final = (0.62, 0.2)
"""How far left of the feet, and above them, the crossed-out eye lies, in tiles."""
PULSE_HERTZ: Final = 0.8
UNSEEN: Final = 0.9
"""Size of the crossed-out eye at its foot, in badges; it covers the tip."""
COVERED: Final = 0.25
"""How much of it lies over the tip, of its size."""
_UNKIND: Final = those(lambda option: option.unkind)


_latest: list[tuple[Frame, dict[int, int]]] = []


def worsened(frame: Frame) -> dict[int, int]:
    """Return whose pain grew worse in the last seconds, and the tick in which it did last; found once for a frame."""
    if not _latest or _latest[0][0] is not frame:
        _latest[:] = [(frame, _worsened(frame))]
    return _latest[0][1]


def _worsened(frame: Frame) -> dict[int, int]:
    people, last = frame.people, frame.tick - 1
    since = last - LOUD_SECONDS * TICKS_PER_SECOND
    found = {record.who: record.tick for record, kind in newest(frame, LOUD_SECONDS) if kind.tone == "unpleasant"}
    for record in reversed(recent_events(frame).judged):
        if record.tick < since:
            break
        if JUDGED[record.kind] == "blame":
            found[record.whom] = max(record.tick, found.get(record.whom, 0))
    unkind = np.flatnonzero(_UNKIND[people.option] & (people.option_on != NOBODY) & (people.option_tick >= since))
    for who, tick in zip(people.option_on[unkind].tolist(), people.option_tick[unkind].tolist(), strict=True):
        found[who] = max(tick, found.get(who, 0))
    if len(frame.before) == len(people):
        found |= dict.fromkeys(np.flatnonzero(frame.before.felt - people.felt > STEEP).tolist(), last)
    return {who: tick for who, tick in found.items() if who >= 0 and people.felt[who] < SUFFERS}


def loud(frame: Frame, viewpoint: Viewpoint, cast: Cast) -> dict[int, float]:
    """Return who wears bolts, and how many seconds ago their pain grew worse."""
    felt = frame.people.felt
    ages = {who: frame.age_of(tick, viewpoint.alpha) for who, tick in worsened(frame).items() if who in cast}
    newest_first = sorted((age, float(felt[who]), who) for who, age in ages.items() if age < LOUD_SECONDS)
    return {who: age for age, _, who in newest_first[:LOUD_MOST]}


def unseen(frame: Frame, tie_sums: TieSums) -> Bools:
    """Return (N,) who suffers while nobody attends to it."""
    alone: Bools = (frame.people.felt < SUFFERS) & (tie_sums.watchers == 0)
    return alone


def rings(frame: Frame, viewpoint: Viewpoint, cast: Cast) -> list[tuple[int, Blit]]:
    """Return the rings of bolts, which lie under the bodies, each with whose it is."""
    found = []
    for who, age in loud(frame, viewpoint, cast).items():
        grade = 0 if viewpoint.gentle else _grade(float(frame.people.felt[who]))
        still = viewpoint.gentle or viewpoint.reduce_motion
        beat = 0 if still else BEATS - 1 - int(age / LOUD_SECONDS * BEATS)
        found.append((who, centred(ring(cast.size, grade, beat), cast[who].middle())))
    return found


def hollow(frame: Frame, viewpoint: Viewpoint, cast: Cast, tie_sums: TieSums, lengths: Sizes) -> list[tuple[int, Blit]]:
    """Return the hollow bolt of everybody who suffers unseen, and its crossed-out eye, each with whose it is."""
    found: list[tuple[int, Blit]] = []
    now = (frame.tick + viewpoint.alpha) / TICKS_PER_SECOND
    for pose in cast.those(unseen(frame, tie_sums)):
        wave = 0.0 if viewpoint.reduce_motion or viewpoint.gentle else sin(2 * pi * PULSE_HERTZ * now + pose.who)
        x, y = pose.x - BESIDE[0] * pose.size, pose.y - BESIDE[1] * pose.size
        bolt = hollow_bolt(pose.size, round((wave + 1) / 2 * (BEATS - 1)))
        badge = round(UNSEEN * lengths.badge_px) if cast.size >= lengths.plain_below_px else 0
        found.append((pose.who, centred(bolt, (x, y - COVERED * badge - HOLLOW[0] / 2 * pose.size))))
        if badge:
            found.append((pose.who, centred(icon("crossed_eye", badge), (x, y))))
    return found


def _grade(felt: float) -> int:
    return min(GRADES - 1, int((SUFFERS - felt) / (1 + SUFFERS) * GRADES))


@cached_picture
def ring(size_px: int, grade: int, beat: int) -> pygame.Surface:
    """Return a ring of bolts around somebody's middle: the more and longer, the higher the grade of their pain."""
    canvas = SpriteCanvas(size_px, -1.05, -1.05, 1.05, 1.05)
    count = BOLTS_LEAST + grade
    long, wide = 0.25 + 0.06 * grade, 0.085
    for bolt in range(count):
        angle = ARC * (bolt / (count - 1) - 0.5) - pi / 2
        across, down = cos(angle), sin(angle)
        near = RING - 0.015 * beat
        corners = [
            (across * (near + out * long) - down * aside * wide, down * (near + out * long) + across * aside * wide)
            for out, aside in BOLT
        ]
        canvas.polygon(corners, palette.VERMILLION, max(0.032, 1.4 / size_px))
    return canvas.finish()


@cached_picture
def hollow_bolt(size_px: int, beat: int) -> pygame.Surface:
    """Return one bolt that strikes down, at one of its sizes."""
    canvas = SpriteCanvas(size_px, -0.5, -0.5, 0.5, 0.5)
    grown = 0.86 + 0.14 * beat / (BEATS - 1)
    long, wide = HOLLOW[0] * grown, HOLLOW[1] * grown
    corners = [(aside * wide, HOLLOW[0] / 2 - out * long) for out, aside in BOLT]
    canvas.polygon(corners, palette.PAPER, max(0.04, 1.6 / size_px))
    return canvas.finish()
