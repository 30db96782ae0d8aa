"""Everybody in view, as columns; one person is picked out as a Pose only when something is drawn around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pygame

from sandbox.view.acting.beats import FORMS, USUAL
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
"""How far labels keep off eyes, which move on and sink before labels do, in tiles."""
HOP: Final = 0.3
"""How much higher they may be soon, of somebody who hops."""
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
    form: int = USUAL
    """one of FORMS, into which deeds press a body"""

    def head(self) -> tuple[float, float]:
        """Return the pixel between the eyes."""
        (x, y), (wide, tall) = face_spot(self.build), FORMS[self.form]
        return (self.x + x * wide * self.size, self.y - self.lift + y * tall * self.size)

    def eyes(self) -> pygame.Rect:
        """Return where the eyes can be, wherever they look."""
        (x, y), (across, down) = self.head(), EYES
        box = pygame.Rect(0, 0, round(2 * across * self.size), round(2 * down * self.size))
        box.center = round(x), round(y)
        return box

    def box(self) -> pygame.Rect:
        """Return what the body takes up, with its hat."""
        (across, over), foot = BODY, round(self.y)
        top = round(self.top() - over * self.size)
        return pygame.Rect(round(self.x - across * self.size), top, round(2 * across * self.size), max(1, foot - top))

    def top(self) -> float:
        """Return the highest pixel of the body, without its hat."""
        return self.y - self.lift - top_of(self.build) * FORMS[self.form][1] * self.size

    def middle(self) -> tuple[float, float]:
        """Return the pixel in the middle of the body."""
        return (self.x, (self.y - self.lift + self.top()) / 2)


class Cast:
    """Everybody in view, the farthest first."""

    def __init__(
        self,
        order: Ints,
        columns: tuple[Floats, Floats, Floats, Floats, Ints, Ints],
        faces: Floats,
        size: int,
        decode: Decoder,
    ) -> None:
        """Take who is in view in drawing order, and (N,) columns: pixels x, y, lift and height, codes, and forms.

        The middles of the (2, N) faces are in tiles from the feet.
        """
        self.size = size
        self.rows = order
        """(V,) who is in view, the farthest first"""
        self.order: list[int] = order.tolist()
        self.x, self.y, self.lift, self.tall, self.code, self.form = columns
        self._decode = decode
        self._present = np.zeros(len(self.x), np.bool_)
        self._present[order] = True
        self._poses: dict[int, Pose] = {}
        self._faces = faces
        self._spared: Ints | None = None
        self._tops: Floats | None = None

    def only(self, people: Ints) -> Cast:
        """Return the cast of those of some people who are in view."""
        rows = self.rows[np.isin(self.rows, people)]
        columns = self.x, self.y, self.lift, self.tall, self.code, self.form
        return Cast(rows, columns, self._faces, self.size, self._decode)

    def __len__(self) -> int:
        """Count who is in view."""
        return len(self.order)

    def __iter__(self) -> Iterator[Pose]:
        """Go through everybody, the farthest first."""
        return (self[who] for who in self.order)

    def __getitem__(self, who: int) -> Pose:
        """Pose somebody who is in view."""
        return self._poses.get(who) or self._pose(who)

    def __contains__(self, who: int) -> bool:
        """Tell whether somebody is in view."""
        return 0 <= who < len(self._present) and self._present.item(who)

    def get(self, who: int | None) -> Pose | None:
        """Pose somebody, or tell that they are out of view."""
        return self[who] if who is not None and who in self else None

    def seen(self, people: Ints) -> Bools:
        """Tell of each of (K,) people whether they are in view."""
        seen: Bools = self._present[people]
        return seen

    def these(self, people: Ints) -> Iterator[Pose]:
        """Go through those of some people who are in view."""
        return map(self.__getitem__, people[self._present[people]].tolist())

    def rows_of(self, wanted: Bools) -> Ints:
        """Return (K,) who is in view of those of whom (N,) is true."""
        return (wanted & self._present).nonzero()[0]

    @property
    def tops(self) -> Floats:
        """(N,) the highest pixels of everybody's body, without hats."""
        if self._tops is None:
            self._tops = self.y - self.lift - self.tall
        return self._tops

    def look(self, who: int) -> Expression:
        """Return what somebody's face shows."""
        return self._decode(self.code.item(who))[1]

    def those(self, wanted: Bools) -> Iterator[Pose]:
        """Go through those in view of whom (N,) is true."""
        return map(self.__getitem__, self.rows_of(wanted).tolist())

    def spared(self, part: pygame.Rect | None = None) -> tuple[pygame.Rect, ...]:
        """Return what labels keep off, for the eyes of everybody in view that will be there a few pictures later.

        Of a part of the picture, only what reaches into it.
        """
        if self._spared is None:
            self._spared = self._off_eyes()
        boxes = self._spared
        if part is not None:
            left, top, wide, high = boxes
            across = (left < part.right) & (left + wide > part.left)
            boxes = boxes[:, across & (top < part.bottom) & (top + high > part.top)]
        return tuple(map(pygame.Rect, *boxes.tolist()))

    def heads(self, rows: Ints) -> Floats:
        """Return (2, K) pixels between the eyes of some."""
        (x, y) = self._faces[:, rows] * self.size
        return np.stack([self.x[rows] + x, self.y[rows] - self.lift[rows] + y])

    def _off_eyes(self) -> Ints:
        """Return (4, V) left, top, width and height of what labels keep off."""
        (x, y), rows = self._faces[:, self.rows] * self.size, self.rows
        wide, high = (round(2 * part * self.size) for part in EYES)
        margin, up = round(SPARED * self.size), round(HOP * self.size)
        boxes = np.empty((4, len(rows)), np.int64)
        boxes[0] = np.rint(self.x[rows] + x) - (wide // 2 + margin)
        boxes[1] = np.rint(self.y[rows] - self.lift[rows] + y) - (high // 2 + up)
        boxes[2], boxes[3] = wide + 2 * margin, high + up + margin
        return boxes

    def boxes(self, rows: Ints) -> tuple[pygame.Rect, ...]:
        """Return what the bodies of some take up, with their hats."""
        return tuple(map(pygame.Rect, *self.bodies(rows).tolist()))

    def bodies(self, rows: Ints) -> Ints:
        """Return (4, K) left, top, width and height of what the bodies of (K,) people take up, with their hats."""
        (across, over), foot = BODY, np.rint(self.y[rows])
        boxes = np.empty((4, len(rows)), np.int64)
        boxes[0] = np.rint(self.x[rows] - across * self.size)
        boxes[1] = np.rint(self.tops[rows] - over * self.size)
        boxes[2], boxes[3] = round(2 * across * self.size), np.maximum(1, foot - boxes[1])
        return boxes

    def _pose(self, who: int) -> Pose:
        code = self.code.item(who)
        build, look = self._decode(code)
        spot = (self.x.item(who), self.y.item(who), self.lift.item(who))
        pose = self._poses[who] = Pose(who, *spot, self.size, code, build, look, self.form.item(who))
        return pose
