"""What people say: bubbles with the face of whom they talk about and a pebble or a star for the verdict, and votes.

Theory: T7, T32. Whoever tells speaks of the one about whom the verdict is strongest; what a listener takes over flies
from the mouth to the ear. Its trail stays for a while; each time that it is told again, its face is more of a smudge.
"""

from __future__ import annotations

from dataclasses import replace
from math import pi, sin
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pygame

from sandbox.engine.people import NOBODY
from sandbox.session.seen.arrows import TOLD_SECONDS, tellers, telling
from sandbox.session.seen.recent import recent_events
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.spots import Taken, emptiest
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED, SpriteCanvas, faded
from sandbox.view.icons.registry import icon
from sandbox.view.people import sprites
from sandbox.view.people.expression import AHEAD
from sandbox.view.people.pieces import pieces

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.session.seen.arrows import Arrow
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.bodies import Build
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.people.expression import Expression
    from sandbox.view.viewpoint import Viewpoint

FLIES: Final = 1.0
"""Seconds that a verdict takes from mouth to ear."""
RESTS: Final = 0.8
"""Seconds for which it then stays at the ear and fades."""
HIGH: Final = 0.9
"""How high it flies over the straight way, in tiles, so that it passes over faces."""
SHRINKS: Final = 0.35
"""By how much of its size it is smaller at the mouth and at the ear than midway."""
TRAIL: Final = (0.12, 0.34, 0.56, 0.78)
"""Where on the way behind it the pebbles, or stars, of its trail lie."""
TRAILING: Final = 0.7
"""Size of these, in pebbles."""
SMUDGE: Final = 0.022
"""By how much each time of telling blurs a face, in bubbles."""
MOST: Final = 6
"""So many bubbles at once, those that fly before those that hang over a teller."""
VOTED_SECONDS: Final = 4.0
BUBBLE: Final = 1.9
"""Size of a speech bubble, in badges."""
UP: Final = (0.0, 0.4, 0.9)
"""How much higher it may hang to hide no eyes, in bubbles."""
HELD: Final = 0.46
"""Size of the pebble or star at its lower edge, in bubbles."""
MOUTH: Final = (0.12, 0.12)
"""Where words come out, aside of and under the eyes, in tiles."""
EAR: Final = 0.34
"""How far aside of the eyes they go in, in tiles."""
SIGNS: Final = {"blame": "pebble", "credit": "star"}


class Tale(NamedTuple):
    """What is being told."""

    teller: Pose
    listener: Pose
    about: int
    kind: str
    """blame or credit"""
    record: int = NOBODY
    """id of the record by which it was heard, or NOBODY while it is being said"""
    retold: int = 0
    """how often it had been told before"""


def speech(
    frame: Frame, viewpoint: Viewpoint, arrows: list[Arrow], cast: Cast, lengths: Sizes
) -> list[tuple[Tale, Blit]]:
    """Return the bubbles that fly from mouth to ear, and over other tellers one with whom they speak of.

    Each comes with what is told in it, and so does the trail of one that flies.
    """
    if cast.size < lengths.plain_below_px:
        return []
    found: list[tuple[Tale, Blit]] = []
    flying = heard(arrows, cast)[:MOST]
    for tale, age in flying:
        found += [(tale, blit) for blit in _flight(tale, age, viewpoint, cast, lengths)]
    busy = {tale.teller.who for tale, age in flying if age < FLIES + RESTS}
    hanging = [tale for tale in tales(frame, cast) if tale.teller.who not in busy]
    for tale in hanging[: MOST - len(busy)]:
        away = -1 if tale.listener.x >= tale.teller.x else 1
        size = round(BUBBLE * lengths.badge_px)
        sides = [(side, up) for up in UP for side in (away, -away)]
        places = [_place(tale.teller, side, size).move(0, -round(up * size)) for side, up in sides]
        taken = Taken(cast.spared(places[0].unionall(places[1:])))
        number = emptiest(places, viewpoint.camera.rect, taken)
        (side, _), place = sides[number], places[number]
        if not taken.hides(place):
            found.append((tale, _centred(_spoken(tale, cast, place.width, side), place.center)))
    return found


def heard(arrows: list[Arrow], cast: Cast) -> list[tuple[Tale, float]]:
    """List what somebody in view has just heard from another, and how many seconds ago."""
    return [(tale, arrow.age) for arrow in arrows if (tale := _tale(arrow, cast)) is not None]


def tales(frame: Frame, cast: Cast) -> list[Tale]:
    """List who tells whom about whom, among those in view."""
    there = np.asarray([pose.who for pose in cast.these(tellers(frame))], np.int64)
    return [tale for arrow in telling(frame, there) if (tale := _tale(arrow, cast)) is not None]


def _tale(arrow: Arrow, cast: Cast) -> Tale | None:
    teller, listener = cast.get(arrow.who), cast.get(arrow.whom)
    if teller is None or listener is None:
        return None
    return Tale(teller, listener, arrow.about, "credit" if arrow.strength > 0 else "blame", arrow.record, arrow.retold)


def _flight(tale: Tale, age: float, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[Blit]:
    """Return a bubble on its way, after it a trail from the mouth, fading; without motion it stands midway."""
    share = 0.5 if viewpoint.reduce_motion else sin(pi / 2 * min(1.0, age / FLIES))
    left, small = min(1.0, 1.5 * (1 - age / TOLD_SECONDS)), round(TRAILING * lengths.pebble_px)
    blits = [
        _centred(
            sprites.fading_icon(SIGNS[tale.kind], small, sprites.fade_step(left * (0.4 + part / 2))),
            way_at(tale, share * part),
        )
        for part in TRAIL
    ]
    if age >= FLIES + RESTS:
        return blits
    visible = 1.0 if viewpoint.reduce_motion else min(1.0, (FLIES + RESTS - age) / RESTS)
    size = BUBBLE * lengths.badge_px * (1 - SHRINKS * abs(2 * share - 1))
    side = 1 if tale.listener.x >= tale.teller.x else -1
    bubble = _spoken(tale, cast, round(size / 4) * 4, side)
    step = sprites.fade_step(visible)
    shown = bubble if step == palette.FADE_STEPS else faded(bubble, step / palette.FADE_STEPS)
    return [*blits, _centred(shown, way_at(tale, share))]


def way_at(tale: Tale, share: float) -> tuple[float, float]:
    """Return the pixel at a share of the way from the teller's mouth to the listener's ear."""
    (x1, y1), (x2, y2) = tale.teller.head(), tale.listener.head()
    size, side = tale.teller.size, 1 if x2 >= x1 else -1
    x1, y1, x2 = x1 + side * MOUTH[0] * size, y1 + MOUTH[1] * size, x2 - side * EAR * size
    return (x1 + (x2 - x1) * share, y1 + (y2 - y1) * share - sin(pi * share) * HIGH * size)


def _spoken(tale: Tale, cast: Cast, size_px: int, side: int) -> pygame.Surface:
    """Draw a bubble with the one who is spoken of, and what is said of them."""
    third = cast[tale.about]
    look = replace(third.look, gaze=AHEAD, shown=-1 if tale.kind == "blame" else 1, eyes="open", skin="sky")
    build = replace(third.build, feeling=0, lean=0, bearing=0)
    return _bubble(build, look, SIGNS[tale.kind], size_px, side, tale.retold)


def _centred(sprite: pygame.Surface, spot: tuple[float, float]) -> Blit:
    return (sprite, (spot[0] - sprite.get_width() / 2, spot[1] - sprite.get_height() / 2))


def _place(teller: Pose, side: int, size_px: int) -> pygame.Rect:
    """Return where a bubble would hang, to the left (-1) or to the right (1) over somebody's head."""
    rect = pygame.Rect(0, 0, size_px, size_px)
    x = teller.x + side * (teller.size * 0.2 + size_px * 0.4)
    rect.midbottom = (round(x), round(teller.top() + size_px * 0.08))
    return rect


@cached_picture
def _bubble(build: Build, look: Expression, sign: str, size_px: int, side: int, retold: int) -> pygame.Surface:
    canvas = SpriteCanvas(size_px, -0.62, -0.66, 0.62, 0.62)
    tail = [(-side * 0.06, 0.3), (-side * 0.34, 0.58), (-side * 0.3, 0.2)]
    canvas.polygon(tail, palette.PAPER, 0.05)
    canvas.ellipse((0, -0.1), (0.52, 0.46), palette.PAPER, 0.05)
    canvas.polygon(tail, palette.PAPER)
    bubble = canvas.finish()
    person = pygame.Surface(bubble.get_size(), pygame.SRCALPHA)
    tile = round(size_px * 0.72)
    for part in pieces(build, look, tile)[-2:]:
        spot = (bubble.get_width() / 2 + part.dx, bubble.get_height() * 0.72 + part.dy)
        person.blit(part.sprite, spot, special_flags=PREMULTIPLIED)
    if retold:
        person = pygame.transform.gaussian_blur(person, max(1, round(SMUDGE * retold * size_px)))
    bubble.blit(person, (0, 0), special_flags=PREMULTIPLIED)
    held = icon(sign, round(size_px * HELD))
    spot = (bubble.get_width() * (0.5 + side * 0.3) - held.get_width() / 2, bubble.get_height() * 0.5)
    bubble.blit(held, spot, special_flags=PREMULTIPLIED)
    return bubble


def votes(frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[tuple[int, int, Blit]]:
    """Return the thumbs of those who have just made up their minds about a rule, with whose, and the record."""
    if cast.size < lengths.plain_below_px:
        return []
    blits: list[tuple[int, int, Blit]] = []
    for record in recent_events(frame).voted:
        pose, age = cast.get(record.who), frame.age_of(record.tick, viewpoint.alpha)
        if pose is not None and age < VOTED_SECONDS:
            visible = sprites.fade_step(3 * (1 - age / VOTED_SECONDS))
            name = "thumb_up" if record.kind == "endorsed" else "thumb_down"
            size = round(lengths.badge_px * (1.0 + 0.4 * min(1.0, abs(record.value))))
            thumb = sprites.fading_icon(name, size, visible)
            spot = (pose.x - pose.size * 0.42, pose.top() - thumb.get_height() * 0.4)
            blits.append((record.who, record.id, _centred(thumb, spot)))
    return blits
