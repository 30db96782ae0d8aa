"""Everybody in view, as columns; one person is picked out as a Pose only when something is drawn around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pygame

from sandbox.view.people.bodies import face_spot, top_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.view.people.bodies import Build
    from sandbox.view.people.expression import Expression

    Decoder = Callable[[int], tuple[Build, Expression]]

EYES: Final = (0.33, 0.2)
"""Half the width and height of where the eyes can be, in tiles."""
SPARED: Final = 0.12
"""How far labels keep off the eyes, which move on and sink before labels do, in tiles."""
HOP: Final = 0.3
"""How much higher they may be soon, of somebody who hops."""
NEAR: Final = 2
"""No part of anybody is farther from their feet than this, in tiles."""
BODY: Final = (0.36, 0.16)
"""Half the width of a body, and the height of a hat, in tiles."""


class Pose(NamedTuple):
    """One person, ready to be drawn."""

    who: int
    x: float
    """pixel of the feet"""
    y: float
    lift: float
    """pixels that the body is above its feet's spot: walking, bouncing"""
    size: int
    """pixels, height of a body's tile"""
    code: int
    """names the sprites of their costume, posture and face in the sprite cache"""
    build: Build
    look: Expression

    def head(self) -> tuple[float, float]:
        """Return the pixel between the eyes."""
        x, y = face_spot(self.build)
        return (self.x + x * self.size, self.y - self.lift + y * self.size)

    def eyes(self) -> pygame.Rect:
        """Return where the eyes can be, wherever they look."""
        (x, y), (across, down) = self.head(), EYES
        box = pygame.Rect(0, 0, round(2 * across * self.size), round(2 * down * self.size))
        box.center = round(x), round(y)
        return box

    def spared(self) -> pygame.Rect:
        """Return what labels keep off, for the eyes that will still be there a few pictures later."""
        (x, y), (wide, high) = self.head(), (round(2 * part * self.size) for part in EYES)
        margin, up = round(SPARED * self.size), round(HOP * self.size)
        left, top = round(x) - wide // 2 - margin, round(y) - high // 2 - up
        return pygame.Rect(left, top, wide + 2 * margin, high + up + margin)

    def box(self) -> pygame.Rect:
        """Return what the body takes up, with its hat."""
        (across, over), foot = BODY, round(self.y)
        top = round(self.top() - over * self.size)
        return pygame.Rect(round(self.x - across * self.size), top, round(2 * across * self.size), max(1, foot - top))

    def top(self) -> float:
        """Return the highest pixel of the body, without its hat."""
        return self.y - self.lift - top_of(self.build) * self.size

    def middle(self) -> tuple[float, float]:
        """Return the pixel in the middle of the body."""
        return (self.x, self.y - self.lift - top_of(self.build) * self.size / 2)


class Cast:
    """Everybody in view, the farthest first."""

    def __init__(
        self,
        order: Ints,
        columns: tuple[Floats, Floats, Floats, Floats, Ints],
        size: int,
        decode: Decoder,
    ) -> None:
        """Take who is in view in drawing order, and (N,) columns: pixels x, y, lift and height, and sprite codes."""
        self.size = size
        self.rows = order
        """(V,) who is in view, the farthest first"""
        self.order: list[int] = order.tolist()
        self.x, self.y, self.lift, self.tall, self.code = columns
        self._decode = decode
        self._present = np.zeros(len(self.x), np.bool_)
        self._present[order] = True
        self._poses: dict[int, Pose] = {}

    def __len__(self) -> int:
        """Count who is in view."""
        return len(self.order)

    def __iter__(self) -> Iterator[Pose]:
        """Go through everybody, the farthest first."""
        return (self[who] for who in self.order)

    def __getitem__(self, who: int) -> Pose:
        """Pose somebody who is in view."""
        return self._poses.get(who) or self._pose(who)

    def get(self, who: int | None) -> Pose | None:
        """Pose somebody, or tell that they are out of view."""
        return self[who] if who is not None and 0 <= who < len(self._present) and self._present[who] else None

    def seen(self, people: Ints) -> Bools:
        """Tell of each of (K,) people whether they are in view."""
        seen: Bools = self._present[people]
        return seen

    def these(self, people: Ints) -> Iterator[Pose]:
        """Go through those of some people who are in view."""
        return map(self.__getitem__, people[self._present[people]].tolist())

    def those(self, wanted: Bools) -> Iterator[Pose]:
        """Go through those in view of whom (N,) is true."""
        return map(self.__getitem__, (wanted & self._present).nonzero()[0].tolist())

    def near(self, part: pygame.Rect) -> Iterator[Pose]:
        """Go through those whose eyes or body may reach into a part of the picture, and perhaps a few more."""
        reach = part.inflate(2 * NEAR * self.size, 2 * NEAR * self.size)
        x, y = self.x[self.rows], self.y[self.rows]
        across = (x > reach.left) & (x < reach.right)
        near = across & (y > reach.top) & (y - self.lift[self.rows] < reach.bottom)
        return map(self.__getitem__, self.rows[near].tolist())

    def _pose(self, who: int) -> Pose:
        code = int(self.code[who])
        build, look = self._decode(code)
        spot = (float(self.x[who]), float(self.y[who]), float(self.lift[who]))
        pose = self._poses[who] = Pose(who, *spot, self.size, code, build, look)
        return pose
