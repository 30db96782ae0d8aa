"""How time passes on the screen: the ticks that are due, the moment that is wanted, and the past that is filled in.

No frame waits for a moment that is far away: each plays a part of the way, and the picture shows how far it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.session.seen.cascade import cascade_of

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.session.history.branch import Place
    from sandbox.session.session import Session

MOST_TICKS: Final = 8
"""Ticks that one frame may play; a slow machine plays slower instead of freezing."""
SLICE: Final = 0.025
"""Seconds of one frame for the way to a moment that is wanted, at most."""
LEAST: Final = 0.004
"""Likewise at least, however long its picture takes."""
FRAME: Final = 0.035
"""Seconds of one frame for the way and the picture together: what none foresees may take as long again as is left."""
EASED: Final = 0.9
"""Of a picture that took long, so much is still expected of the next one."""
SPARE: Final = 0.004
"""Seconds of one frame in which nothing else is played, for the past of a play-through that was opened."""
SLOWED: Final = 0.6
"""Seconds of the world, from the blow that makes a cascade on, that pass at half speed, and so in 1.2 seconds."""


def slowed(frame: Frame, speed: float, between: float) -> float:
    """Return the speed at which time passes on the screen: half of it, and at most half of the usual, in a cascade.

    The world knows nothing of it: the same ticks come, only later.
    """
    cascade = cascade_of(frame)
    if cascade is None or frame.age_of(cascade.tick, between) >= SLOWED:
        return speed
    return min(speed, 1.0) / 2


class Playback:
    """The time of one play-through."""

    def __init__(self, session: Session) -> None:
        """Begin where the session is."""
        self.session = session
        self.wanted: int | None = None
        """the tick to which the session is on its way, or None if it is where it should be"""
        self.whole = False
        """whether nothing of the past is left to be filled in"""
        self.accumulator = 0.0
        """ticks that are due but not yet played"""
        self._picture = 0.0
        """seconds that the next picture is expected to take"""

    @property
    def tick(self) -> int:
        """Where the player has put time: the tick that is wanted, or else the present one."""
        return self.session.tick if self.wanted is None else self.wanted

    @property
    def between(self) -> float:
        """How far it is from the last tick to the next, from 0 to 1."""
        return self.accumulator % 1.0 if self.wanted is None else 1.0

    @property
    def place(self) -> Place:
        """Where the player has put time, to come back to."""
        return replace(self.session.place(), tick=self.tick)

    @property
    def slice(self) -> float:
        """Seconds of this frame for the way to a moment: less where the picture takes long."""
        return max(LEAST, min(SLICE, FRAME - self._picture))

    def drawn(self, seconds: float) -> None:
        """Note how long a picture took."""
        self._picture = max(seconds, EASED * self._picture)

    def rest(self) -> None:
        """Let no tick be due."""
        self.accumulator = 0.0

    def due(self, seconds: float, speed: float) -> int:
        """Return the ticks that are to be played now, after so many seconds more."""
        self.accumulator = min(self.accumulator + seconds * TICKS_PER_SECOND * speed, MOST_TICKS + 0.99)
        ticks = int(self.accumulator)
        self.accumulator -= ticks
        return ticks

    def seek(self, tick: int) -> None:
        """Want to be at another tick, no earlier than can be and no later than was played; the last wish counts."""
        self.wanted = max(self.session.earliest_tick, min(tick, self.session.latest_tick))

    def go_to(self, place: Place) -> None:
        """Want to be at a place on any branch, which is the present one from now on."""
        self.wanted = None if self.session.go_to(place, within=0.0) else place.tick

    def choose(self, branch: int, tick: int) -> None:
        """Want to be at a tick of another branch, which is the present one from now on."""
        self.wanted = None if self.session.choose(branch, tick, within=0.0) else tick

    def approach(self, within: float) -> None:
        """Go on to the wanted tick for so many seconds."""
        if self.wanted is not None and self.session.seek(self.wanted, within=within):
            self.wanted = None

    def fill(self) -> None:
        """Use a little time for the past that is not known yet."""
        if not self.whole:
            self.whole = self.session.fill(SPARE)
