"""What those on the title do: they turn to the player one after another, past somebody who cries.

All of it follows from the seconds since the title came up, from how long the mouse has rested, and from where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.frozen import replace
from sandbox.engine.people import NOBODY
from sandbox.view.people.expression import AHEAD, DIRECTIONS
from sandbox.view.people.pose_state import directions

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.session.frame import Frame
    from sandbox.view.canvas.camera import Camera

LAMP: Final = 0.6
"""The second at which the lamp clicks on."""
SOFTLY: Final = 0.8
"""So many seconds the light takes where nothing may be sudden."""
TURN: Final = 1.2
"""The second at which the first turns to the player."""
NEXT: Final = 0.12
"""Seconds from one to the next."""
GLANCE: Final = (3.1, 3.6)
"""From when to when one of them looks at whoever cries."""
AVERT: Final = 4.0
"""The second at which one of them raises the mitt."""
WORDS: Final = 4.8
"""The second at which it is said what to do."""
WHOLE: Final = 1e6
"""So late everything has happened."""
BORED: Final = 8.0
"""Seconds after which a mouse that rests is no longer looked at, again and again."""
CHAT: Final = 2.4
"""How many of them they then look at one another."""
CRIES, GLANCES, AVERTS = "ann", "bob", "dee"
"""The ids of those who do something of their own."""
MISERY: Final = -0.62
"""How she feels and looks: with single tears."""
DOWN: Final = DIRECTIONS // 4
_HEAD: Final = 0.75
"""Height of the eyes over the feet, metres."""


def darkness(seconds: float, *, gentle: bool) -> float:
    """Return how much of the title lies in the dark, 0 to 1."""
    if not gentle:
        return float(seconds < LAMP)
    return min(1.0, max(0.0, 1.0 - (seconds - LAMP) / SOFTLY))


class Gathering:
    """The people of the title, moment by moment."""

    def __init__(self, frame: Frame) -> None:
        """Take them as their level has them."""
        self._frame = self._last = frame
        self._key: tuple[bytes, bool] | None = None
        rows = {person.id: row for row, person in enumerate(frame.level.people)}
        self._cries, self._glances, self._averts = (rows.get(who, NOBODY) for who in (CRIES, GLANCES, AVERTS))
        people = frame.people
        self._rank = np.argsort(np.argsort(people.x))
        self._before = directions(np.arctan2(people.look_y, people.look_x))
        self._friend = self._towards_nearest()

    def at(self, camera: Camera, cursor: tuple[float, float] | None, seconds: float, still: float) -> Frame:
        """Return how they are.

        Args:
            camera: from where they are seen.
            cursor: the pixel of the mouse; None if it is elsewhere: then they look out of the picture.
            seconds: since the title came up; WHOLE for the end of all that happens by itself.
            still: for how many seconds the mouse has rested.
        """
        if len(self._rank) == 1:
            return self._frame
        ways, averts = self._ways(camera, cursor, seconds, still), seconds >= AVERT and self._averts != NOBODY
        key = ways.tobytes(), averts
        if key != self._key:
            self._key, self._last = key, self._posed(ways, averts=averts)
        return self._last

    def _ways(self, camera: Camera, cursor: tuple[float, float] | None, seconds: float, still: float) -> Ints:
        """Return (N,) the directions of all eyes, or AHEAD."""
        people, late = self._frame.people, NEXT * self._rank
        out = np.full(len(people), AHEAD)
        if cursor is not None:
            x, y = camera.to_world(cursor)
            out = directions(np.arctan2(y - people.y + _HEAD, x - people.x))
        ways = np.where(seconds >= TURN + late, out, self._before)
        rested = still - BORED - late
        ways = np.where((rested >= 0) & (rested % BORED < CHAT), self._friend, ways)
        if self._cries != NOBODY:
            ways[self._cries] = DOWN
            if self._glances != NOBODY and GLANCE[0] <= seconds < GLANCE[1]:
                ways[self._glances] = self._towards(self._glances, self._cries)
            if self._averts != NOBODY and seconds >= TURN + late[self._averts]:
                ways[self._averts] = (self._towards(self._averts, self._cries) + DIRECTIONS // 2) % DIRECTIONS
        return ways

    def _posed(self, ways: Ints, *, averts: bool) -> Frame:
        people, rows = self._frame.people, np.arange(len(ways))
        angle = 2 * np.pi * ways / DIRECTIONS
        avoiding = np.where(averts & (rows == self._averts), self._cries, NOBODY)
        sad = rows == self._cries
        changed = replace(
            people,
            look_x=np.cos(angle),
            look_y=np.sin(angle),
            gaze=np.where(ways == AHEAD, NOBODY, np.roll(rows, 1)),
            avoiding=avoiding,
            felt=np.where(sad, MISERY, people.felt),
            shown=np.where(sad, MISERY, people.shown),
        )
        return replace(self._frame, people=changed, before=changed)

    def _towards(self, who: int, whom: int) -> int:
        people = self._frame.people
        return int(directions(np.arctan2(people.y[whom] - people.y[who], people.x[whom] - people.x[who])))

    def _towards_nearest(self) -> Ints:
        """Return (N,) the direction of the nearest other who does not cry."""
        people, rows = self._frame.people, np.arange(len(self._rank))
        away = np.hypot(people.x[:, None] - people.x, people.y[:, None] - people.y)
        away[rows[:, None] == rows] = np.inf
        away[:, rows == self._cries] = np.inf
        nearest = away.argmin(axis=1)
        return directions(np.arctan2(people.y[nearest] - people.y, people.x[nearest] - people.x))
