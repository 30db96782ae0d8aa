"""What people are at: signs of deeds beside the body, and a thought over the head for a move that is only made inside.

Theory: T13, T18 to T20. Help sweats, comfort holds out a heart, a taunt waves a flag; a thought says which way out
was taken. Deeds that are told by the body itself, such as a game or begging, are in `gestures` and `speech`.
"""

from __future__ import annotations

from math import pi
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.happenings.go import KIND as GO
from sandbox.engine.happenings.leave import KIND as LEAVE
from sandbox.engine.options import OPTIONS, those
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED, SpriteCanvas, faded
from sandbox.view.icons.registry import icon
from sandbox.view.marks.overlays import centred
from sandbox.view.people import sprites
from sandbox.view.people.face_marks import weeps

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pygame

    from sandbox.engine.arrays import Ints
    from sandbox.session.frame import Frame
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.viewpoint import Viewpoint

OUTWARD: Final = those(lambda option: option.sign)
INWARD: Final = those(lambda option: option.inner)
DRY: Final = those(lambda option: option.dry)
AWAY: Final = those(lambda option: option.sign == "away")
HUGS: Final = those(lambda option: option.gesture == "hug")
THOUGHT_SECONDS: Final = 3.0
THOUGHTS: Final = 6
"""At most so many thoughts on the screen, the newest."""
HAND: Final = (0.44, 0.16)
"""How far out at the side a sign is held, and how far up or down, in tiles."""
EMBRACED: Final = 1.2
"""Two who are nearer to each other than this, in tiles, hug."""
OVER: Final = 0.3
"""How far over their heads their heart floats, in tiles."""
SWEATS: Final = 0.3
"""Effort above which drops fly."""


def deed_signs(frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[tuple[int, Blit]]:
    """Return the signs of outward deeds, each with whose it is."""
    if cast.size < lengths.plain_below_px:
        return []
    people = frame.people
    wanted = OUTWARD[people.option]
    for who in cast.rows_of(DRY[people.option]).tolist():
        wanted[who] &= not weeps(cast.look(who))
    rows = cast.rows_of(wanted)
    if not len(rows):
        return []
    options = people.option[rows].tolist()
    signs = {option: icon(OPTIONS[option].icon, lengths.badge_px) for option in set(options)}
    drops, sweats = _drops(viewpoint, cast.size, lengths), (people.effort[rows] > SWEATS).tolist()
    x, top = cast.x[rows].tolist(), cast.tops[rows].tolist()
    blits: list[tuple[int, Blit]] = []
    held = zip(rows.tolist(), options, _held(frame, viewpoint, cast, rows), strict=True)
    for number, (who, option, spot) in enumerate(held):
        blits.append((who, centred(signs[option], spot)))
        if sweats[number]:
            blits += [(who, (drop, (x[number] + across, top[number] + down))) for drop, (across, down) in drops]
    return blits


def _held(frame: Frame, viewpoint: Viewpoint, cast: Cast, rows: Ints) -> Iterator[tuple[float, float]]:
    """Return where (K,) people hold the signs of their deeds.

    That is out at the side of a body, like a hand, so that it is plainly theirs; two who hug have it above them.
    """
    size, option, other = cast.size, frame.people.option[rows], frame.people.option_on[rows]
    top = cast.tops
    both = (other >= 0) & cast.seen(other)
    dx = np.where(both, cast.x[other] - cast.x[rows], 1.0)
    dy = np.where(both, cast.y[other] - cast.y[rows], -0.4)
    side = np.where((dx >= 0) != AWAY[option], 1, -1)
    down = np.minimum(np.maximum(dy / size * HAND[1], -HAND[1]), HAND[1])
    beat = 0.0 if viewpoint.reduce_motion else np.sin(2 * pi * 1.3 * viewpoint.seconds + rows) * 0.05
    x = cast.x[rows] + side * (HAND[0] + beat) * size
    y = top[rows] + cast.tall[rows] / 2 + (HAND[1] / 2 + down) * size
    hugs = HUGS[option] & both
    if np.count_nonzero(hugs):
        hugs &= np.hypot(dx, dy) < EMBRACED * size
        x = np.where(hugs, cast.x[rows] + dx / 2, x)
        y = np.where(hugs, np.minimum(top[rows], top[other]) - (OVER + beat) * size, y)
    return zip(x.tolist(), y.tolist(), strict=True)


def _drops(viewpoint: Viewpoint, size_px: int, lengths: Sizes) -> list[Blit]:
    """Return the drops that fly beside a head just now, from the middle of its top."""
    drop = icon("effort", round(lengths.badge_px * 0.62))
    blits: list[Blit] = []
    for side in (-1, 1):
        fall = 0.3 if viewpoint.reduce_motion else (viewpoint.seconds * 1.4 + side * 0.25) % 1.0
        x, y = side * size_px * (0.34 + 0.16 * fall), size_px * (0.02 - 0.22 * fall + 0.5 * fall * fall)
        blits.append((drop, (x - drop.get_width() / 2, y - drop.get_height() / 2)))
    return blits


def thoughts(frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[tuple[int, Blit]]:
    """Return the thoughts of those who have just found a way out inside themselves, each with whose it is."""
    people = frame.people
    if cast.size < lengths.plain_below_px:
        return []
    fresh = people.option_tick > frame.tick - THOUGHT_SECONDS * TICKS_PER_SECOND - 1
    inside = np.flatnonzero(INWARD[people.option] & fresh)
    newest = inside[np.argsort(-people.option_tick[inside], kind="stable")]
    found: list[tuple[int, Blit]] = []
    for who in newest.tolist():
        age = frame.age_of(int(people.option_tick[who]), viewpoint.alpha)
        pose = cast.get(who)
        if age > THOUGHT_SECONDS or pose is None or len(found) >= THOUGHTS:
            continue
        visible = min(1.0, 2 * (1 - age / THOUGHT_SECONDS))
        other = cast.get(int(people.option_on[who]))
        side = -1 if other is not None and other.x > pose.x else 1
        cloud = _thought(OPTIONS[int(people.option[who])].icon, lengths.badge_px, side, sprites.fade_step(visible))
        rise = 0.0 if viewpoint.reduce_motion else min(1.0, age * 4) - 1
        found.append((who, _over(pose, cloud, side, rise, lengths)))
    return found


def calls(frame: Frame, cast: Cast, lengths: Sizes) -> list[tuple[int, Blit]]:
    """Return the thoughts of those who have to be somewhere else, on the side where that is: at a door, or there.

    Each comes with whose it is.
    """
    people = frame.people
    if cast.size < lengths.plain_below_px:
        return []
    fresh = INWARD[people.option] & (people.option_tick > frame.tick - THOUGHT_SECONDS * TICKS_PER_SECOND - 1)
    found: list[tuple[int, Blit]] = []
    for pose in cast.those((people.errand > 0) & (people.errand_weight > 0) & ~fresh):
        side = -1 if people.errand_x[pose.who] < people.x[pose.who] else 1
        sign = LEAVE if people.errand_out[pose.who] else GO
        cloud = _cloud(sign.icon, lengths.badge_px, side)
        found.append((pose.who, _over(pose, cloud, side, 0.0, lengths)))
    return found


def _over(pose: Pose, cloud: pygame.Surface, side: int, rise: float, lengths: Sizes) -> Blit:
    """Put a cloud over a head, on one side of it, so much higher or lower."""
    x = pose.x + side * 0.4 * pose.size - cloud.get_width() / 2 + side * lengths.badge_px * 0.4
    return (cloud, (x, pose.top() - cloud.get_height() * (0.86 + 0.2 * rise)))


@cached_picture
def _thought(name: str, badge_px: int, side: int, step: int) -> pygame.Surface:
    cloud = _cloud(name, badge_px, side)
    return faded(cloud, step / palette.FADE_STEPS) if step < palette.FADE_STEPS else cloud


@cached_picture
def _cloud(name: str, badge_px: int, side: int) -> pygame.Surface:
    canvas = SpriteCanvas(badge_px * 1.5, -0.75, -0.85, 0.75, 0.55)
    puffs = ((-0.3, -0.2, 0.24), (0.0, -0.34, 0.3), (0.32, -0.2, 0.24), (0.18, 0.0, 0.24), (-0.16, 0.0, 0.24))
    tail = ((-0.36 * side, 0.26, 0.07), (-0.52 * side, 0.42, 0.045))
    for x, y, radius in (*puffs, *tail):
        canvas.circle((x, y), radius + 0.05, palette.INK)
    for x, y, radius in (*puffs, *tail):
        canvas.circle((x, y), radius, palette.PAPER)
    cloud = canvas.finish()
    sign = icon(name, badge_px)
    spot = ((cloud.get_width() - sign.get_width()) // 2, round(badge_px * 1.5 * 0.7) - sign.get_height() // 2)
    cloud.blit(sign, spot, special_flags=PREMULTIPLIED)
    return cloud
