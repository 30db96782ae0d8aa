"""What people say: a bubble with the face of whom they talk about, blame or credit on its way to an ear, and votes.

Theory: T7, T32. Whoever tells speaks of the one about whom the verdict is strongest.
"""

from __future__ import annotations

from dataclasses import replace
from math import pi, sin
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pygame

from sandbox.engine.options import INDEX
from sandbox.view import palette, sprites
from sandbox.view.faces import AHEAD
from sandbox.view.lately import age_of, lately
from sandbox.view.minds import rows_of
from sandbox.view.palettes import kept
from sandbox.view.sketch import PREMULTIPLIED, Sketch
from sandbox.view.wardrobe import pieces

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.view.bodies import Build
    from sandbox.view.cast import Cast, Pose
    from sandbox.view.faces import Look
    from sandbox.view.overlays import Blit
    from sandbox.view.palette import Sizes
    from sandbox.view.scene import Scene

EARSHOT: Final = 3.0
"""Metres from which on somebody is talked to, and not only walked up to."""
SECONDS: Final = 1.6
"""The time that a coin takes from mouth to ear."""
VOTED_SECONDS: Final = 4.0
BUBBLE: Final = 1.9
"""Size of a speech bubble, in badges."""


class Tale(NamedTuple):
    """What is being told."""

    teller: Pose
    listener: Pose
    about: int
    kind: str
    """blame or credit"""


def speech(frame: Frame, scene: Scene, cast: Cast, lengths: Sizes) -> list[Blit]:
    """Give the bubbles and what travels from mouth to ear."""
    if cast.size < lengths.plain_below_px:
        return []
    blits: list[Blit] = []
    for tale in tales(frame, cast):
        third = cast[tale.about]
        look = replace(third.look, gaze=AHEAD, shown=-1 if tale.kind == "blame" else 1, eyes="open", skin="sky")
        build = replace(third.build, feeling=0, lean=0, bearing=0)
        away = -1 if tale.listener.x >= tale.teller.x else 1
        sides = {side: _place(tale.teller, side, round(BUBBLE * lengths.badge_px)) for side in (away, -away)}
        side = min(sides, key=lambda side: _hidden(sides[side], cast))
        bubble = _bubble(build, look, sides[side].width, side)
        spot = (sides[side].centerx - bubble.get_width() / 2, sides[side].centery - bubble.get_height() / 2)
        blits += [(bubble, spot), _coin(tale, scene, lengths)]
    return blits


def _place(teller: Pose, side: int, size_px: int) -> pygame.Rect:
    """Give where a bubble would hang, to the left (-1) or to the right (1) over somebody's head."""
    rect = pygame.Rect(0, 0, size_px, size_px)
    x = teller.x + side * (teller.size * 0.2 + size_px * 0.4)
    rect.midbottom = (round(x), round(teller.top() + size_px * 0.08))
    return rect


def _hidden(rect: pygame.Rect, cast: Cast) -> int:
    """Count the faces that a bubble would hide."""
    y = cast.y - cast.lift - cast.size / 2
    return int(np.sum((abs(cast.x - rect.centerx) < rect.width * 0.7) & (abs(y - rect.centery) < rect.height * 0.7)))


def tales(frame: Frame, cast: Cast) -> list[Tale]:
    """List who tells whom about whom, among those in view."""
    people, ties = frame.people, frame.ties
    found: list[Tale] = []
    for teller in cast.these(np.flatnonzero(people.option == INDEX["tell"])):
        whom = int(people.option_on[teller.who])
        listener = cast.get(whom)
        rows = rows_of(ties, teller.who)
        verdict = np.where(ties.target[rows] == whom, 0.0, (ties.blame - ties.credit)[rows])
        far = np.hypot(people.x[teller.who] - people.x[whom], people.y[teller.who] - people.y[whom])
        if listener is not None and far < EARSHOT and verdict.any():
            most = int(np.argmax(np.abs(verdict)))
            kind = "blame" if verdict[most] > 0 else "credit"
            found.append(Tale(teller, listener, int(ties.target[rows][most]), kind))
    return found


def _coin(tale: Tale, scene: Scene, lengths: Sizes) -> Blit:
    share = 0.5 if scene.reduce_motion else (scene.seconds / SECONDS + tale.teller.who * 0.37) % 1.0
    (x1, y1), (x2, y2) = tale.teller.head(), tale.listener.head()
    coin = sprites.fading_icon(tale.kind, lengths.coin_px, sprites.fade_step(3 * (1 - share)))
    x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share - sin(pi * share) * tale.teller.size * 0.35
    return (coin, (x - coin.get_width() / 2, y - coin.get_height() / 2))


@kept(256)
def _bubble(build: Build, look: Look, size_px: int, side: int) -> pygame.Surface:
    sketch = Sketch(size_px, -0.62, -0.66, 0.62, 0.62)
    tail = [(-side * 0.06, 0.3), (-side * 0.34, 0.58), (-side * 0.3, 0.2)]
    sketch.polygon(tail, palette.PAPER, 0.05)
    sketch.ellipse((0, -0.1), (0.52, 0.46), palette.PAPER, 0.05)
    sketch.polygon(tail, palette.PAPER)
    bubble = sketch.finish()
    person = pygame.Surface(bubble.get_size(), pygame.SRCALPHA)
    tile = round(size_px * 0.72)
    for part in pieces(build, look, tile)[-2:]:
        spot = (bubble.get_width() / 2 + part.dx, bubble.get_height() * 0.72 + part.dy)
        person.blit(part.sprite, spot, special_flags=PREMULTIPLIED)
    bubble.blit(person, (0, 0), special_flags=PREMULTIPLIED)
    return bubble


def votes(frame: Frame, scene: Scene, cast: Cast, lengths: Sizes) -> list[Blit]:
    """Give the thumbs of those who have just made up their minds about a rule."""
    if cast.size < lengths.plain_below_px:
        return []
    blits: list[Blit] = []
    for record in lately(frame).voted:
        pose, age = cast.get(record.who), age_of(frame, scene, record.tick)
        if pose is not None and age < VOTED_SECONDS:
            visible = sprites.fade_step(3 * (1 - age / VOTED_SECONDS))
            name = "thumb_up" if record.kind == "endorsed" else "thumb_down"
            size = round(lengths.badge_px * (1.0 + 0.4 * min(1.0, abs(record.value))))
            thumb = sprites.fading_icon(name, size, visible)
            spot = (pose.x - pose.size * 0.42, pose.top() - thumb.get_height() * 0.4)
            blits.append((thumb, (spot[0] - thumb.get_width() / 2, spot[1] - thumb.get_height() / 2)))
    return blits
