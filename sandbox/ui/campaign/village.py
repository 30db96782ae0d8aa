"""The village on the map of the campaign: a place of our kit for each level, with people of that level before it.

What is won is lit by a lamp, and its people are glad; where a level was passed over they hold up a hand. All others
look at the place where it goes on.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pygame

from sandbox.engine.frozen import replace
from sandbox.engine.people import NOBODY
from sandbox.scenario.schema import Level, Look, Map, Person, Place
from sandbox.session.session import Session
from sandbox.view.canvas import palette
from sandbox.view.canvas.camera import Camera
from sandbox.view.canvas.palette import DESK
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.themes import themed
from sandbox.view.stage import Stage
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from sandbox.scenario.stages import PlaceKind
    from sandbox.session.frame import Frame

    Standing = Literal["open", "won", "skipped"]

SEEN: Final = 2
"""So many people of a level stand at its place."""
GLAD: Final = 0.6
"""How those feel and look whose level is won."""
_PAVED: Final = 1.9
"""Radius of the ground that is paved for a place, metres."""
_BUILT: Final = 0.9
"""Size of what stands there, metres."""
_BEHIND: Final = (-1.05, -0.55)
"""Where that is, from the middle of the place: to the right and down, metres."""
_LAMP: Final = (1.95, 0.2)
"""Where the lamp of a level stands that is won."""
_BEFORE: Final = ((0.15, 0.3), (1.2, -0.05))
"""Where people stand."""
_STONE: Final = (0.34, 0.17)
"""A stone of the way from place to place: width and height, metres."""
_PACE: Final = 0.62
"""From one stone to the next, metres."""
_CLEAR: Final = 2.2
"""How far the way keeps off the middles of places, metres."""
_TURN: Final = 2.7
"""How far out it goes round to the next row, metres."""
_TURNING: Final = 4
"""Stones of such a turn."""


class Spot(NamedTuple):
    """The place of one level."""

    middle: tuple[int, int]
    """of the ground before it, a pixel of the picture"""
    kind: PlaceKind
    """what stands there"""
    looks: tuple[Look, ...]
    """of those who stand before it"""
    standing: Standing


@cached_picture
def village(
    size: tuple[int, int], tile_px: int, spots: tuple[Spot, ...], road: int, looked_at: int | None
) -> pygame.Surface:
    """Draw all places.

    Args:
        size: of the picture, in pixels.
        tile_px: of a body, in pixels.
        spots: the places.
        road: how many of them, from the first on, are joined by a way.
        looked_at: the one at which everybody looks, or None.
    """
    scale = tile_px / DESK.person_metres
    picture = pygame.Surface(size)
    camera = Camera(size[0] / scale / 2, size[1] / scale / 2, scale, picture.get_rect())
    frame = _acted(Session(_level(size, scale, spots), journal=False).frame(), spots, looked_at)
    viewpoint = Viewpoint(camera, legend=False, bare=True, reduce_motion=True)
    Stage().draw(picture, frame, viewpoint)
    for before, after in pairwise(spots[:road]):
        colour = palette.AMBER if before.standing == "won" else palette.PAVING
        for x, y in _steps(before.middle, after.middle, scale, size[0]):
            stone = pygame.Rect(0, 0, round(_STONE[0] * scale), round(_STONE[1] * scale))
            stone.center = x, y
            pygame.draw.ellipse(picture, themed(palette.INK), stone.inflate(4, 4))
            pygame.draw.ellipse(picture, themed(colour), stone)
    return picture


def _steps(start: tuple[int, int], end: tuple[int, int], scale: float, width: int) -> Iterator[tuple[int, int]]:
    """Yield the stones of the way between two places, in pixels: straight, or round at the end of a row."""
    way = pygame.Vector2(end) - start
    if abs(way.x) < abs(way.y):
        side = _TURN * scale * (1 if start[0] > width / 2 else -1)
        for number in range(_TURNING):
            along = (number + 1) / (_TURNING + 1)
            yield round(start[0] + side * (1 - (2 * along - 1) ** 2 / 3)), round(start[1] + along * way.y)
        return
    room = way.length() - 2 * _CLEAR * scale
    count = max(1, int(room / (_PACE * scale)) + 1)
    for number in range(count):
        along = _CLEAR * scale + room * ((number + 0.5) / count)
        x, y = pygame.Vector2(start) + way.normalize() * along
        yield round(x), round(y)


def _level(size: tuple[int, int], scale: float, spots: tuple[Spot, ...]) -> Level:
    """Make the level that nobody plays."""
    places, people = list[Place](), list[Person]()
    width, height = size[0] / scale, size[1] / scale
    for number, spot in enumerate(spots):
        x, y = spot.middle[0] / scale, spot.middle[1] / scale
        places.append(Place(id=f"paved{number}", x=x, y=y, radius=_PAVED))
        places.append(Place(id=f"place{number}", x=x + _BEHIND[0], y=y + _BEHIND[1], kind=spot.kind, radius=_BUILT))
        if spot.standing == "won":
            places.append(Place(id=f"lamp{number}", x=x + _LAMP[0], y=y + _LAMP[1], kind="lamp", radius=_BUILT))
        for place, look in enumerate(spot.looks[:SEEN]):
            right, down = _BEFORE[place]
            people.append(Person(id=f"who{number}-{place}", name="?", x=x + right, y=y + down, look=look))
    ground = Map(width=width, height=height, stage="village", light="lamp", places=tuple(places))
    alone = (Person(id="nobody", name="?", x=0.0, y=0.0, present=False),)
    return Level(schema_version=2, id="campaign", title="?", hook="?", map=ground, people=tuple(people) or alone)


def _acted(frame: Frame, spots: tuple[Spot, ...], looked_at: int | None) -> Frame:
    """Let everybody look where it goes on, and show how it stands with their level."""
    of = np.array([number for number, spot in enumerate(spots) for _ in spot.looks[:SEEN]], np.int64)
    if not len(of):
        return frame
    people, rows = frame.people, np.arange(len(of))
    standing = np.array([spots[number].standing for number in of])
    mood = np.where(standing == "won", GLAD, 0.0)
    avoiding = np.where(standing == "skipped", np.roll(rows, 1), NOBODY)
    changed = replace(people, felt=mood, shown=mood, avoiding=avoiding)
    if looked_at is not None and looked_at in of:
        first = int(np.flatnonzero(of == looked_at)[0])
        dx, dy = people.x[first] - people.x, people.y[first] - people.y
        away = np.maximum(np.hypot(dx, dy), 1e-6)
        watch = of != looked_at
        changed = replace(
            changed,
            look_x=np.where(watch, dx / away, people.look_x),
            look_y=np.where(watch, dy / away, people.look_y),
            gaze=np.where(watch, first, NOBODY),
        )
    return replace(frame, people=changed, before=changed)
