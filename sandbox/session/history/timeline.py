"""One line of play, from its start to where it was left: what was done on it, and the moments that are kept.

A line only ever grows: what was done on it stays, and what it has reached. Whoever acts in its past begins another one
(`branches`), which shares what is kept up to there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from sys import maxsize
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.session.history.digests import Digests
from sandbox.session.history.keyframe import Keyframe
from sandbox.session.schedule import tick_of
from sandbox.session.seen.meters import History

if TYPE_CHECKING:
    from sandbox.scenario.goals import Outcome
    from sandbox.scenario.schema import Happening
    from sandbox.session.history.before_save import Past
    from sandbox.session.moment import Moment

EVERY: Final = TICKS_PER_SECOND
"""Ticks between two keyframes of the last minute, if the world is small."""
LATELY: Final = 60 * TICKS_PER_SECOND
"""So many ticks are the last minute."""
LONG_AGO: Final = 3
"""Before it, those of a small world are at least so many times as far apart: to play 30 ticks takes 70 ms."""
SELDOM: Final = 5
"""Those of a large one are so many times as far apart, so that packing them takes no more than a tenth of the time."""
SMALL: Final = 250_000
"""Bytes of columns up to which a world is small."""
ENDLESS: Final = maxsize
"""Later than any tick."""


class Timeline:
    """One line of play."""

    def __init__(
        self,
        identity: int,
        start: Moment,
        *,
        metered: bool = False,
    ) -> None:
        """Begin with the first moment, which is kept for good."""
        self.identity = identity
        """its number, by which it is chosen"""
        self.name = ""
        """as the player calls it; none at first"""
        self.off = start.world.off
        """the drives that were off from the beginning"""
        self.commands: tuple[Happening, ...] = ()
        """what was done, in order"""
        self.latest = start.tick
        """the furthest tick that was reached"""
        self.kept = [Keyframe.packed(start)]
        """moments that are kept, the oldest first"""
        self.past: Past | None = None
        """what lies before a moment that an earlier sitting reached"""
        self.digests = Digests()
        """its fingerprints"""
        self._metered = metered
        self.history = History()
        """its meters; empty unless they are asked for"""
        self.decided: tuple[int, Outcome] | None = None
        """when its goal was reached or lost first, in ticks, and which"""
        self._same = WeakKeyDictionary[Timeline, int]()
        """how much of what was done is known to be the same as on other lines; that never becomes less"""
        self._measure(start)

    @property
    def earliest(self) -> int:
        """The earliest tick that can be gone back to."""
        return self.past.tick if self.past is not None and self.past.lost else 0

    def until(self, identity: int, to: int, commands: tuple[Happening, ...]) -> Timeline:
        """Begin another line that shares what is kept up to tick `to`."""
        line = object.__new__(Timeline)
        vars(line).update(vars(self), identity=identity, name="", commands=commands, latest=min(to, self.latest))
        line.kept = self.kept[: max(1, bisect_right(self.kept, to, key=attrgetter("tick")))]
        line.past = None if self.past is None or to < self.past.tick else self.past
        line.history, line.digests = self.history.until(to), self.digests.until(to)
        line._same = WeakKeyDictionary[Timeline, int]()
        line.decided = self.decided if self.decided is not None and self.decided[0] <= to else None
        return line

    def reach(self, moment: Moment) -> Keyframe | None:
        """Take in a moment that was played, and return its keyframe if one was due."""
        self.latest = max(self.latest, moment.tick)
        self._measure(moment)
        self.digests.note(moment.world)
        apart = _apart(moment)
        sparsely = apart * -(-LONG_AGO * EVERY // apart)
        if moment.tick % (apart if moment.tick > self.latest - LATELY else sparsely):
            return None
        self._thin(moment.tick - LATELY, sparsely)
        return self.keep(moment)

    def keep(self, moment: Moment) -> Keyframe | None:
        """Keep a moment, unless there is a keyframe of it; return the new one."""
        place = bisect_left(self.kept, moment.tick, key=attrgetter("tick"))
        if place < len(self.kept) and self.kept[place].tick == moment.tick:
            return None
        keyframe = Keyframe(moment)
        self.kept.insert(place, keyframe)
        self.latest = max(self.latest, moment.tick)
        return keyframe

    def _thin(self, tick: int, apart: int) -> None:
        """Drop the keyframe of a tick that is no longer of the last minute, unless it is one of those so far apart."""
        place = bisect_left(self.kept, tick, key=attrgetter("tick"))
        at_end = place in {0, len(self.kept)} or (self.past is not None and self.past.tick == tick)
        if tick % apart and not at_end and self.kept[place].tick == tick:
            del self.kept[place]

    def nearest(self, to: int) -> Keyframe:
        """Return the latest keyframe that is not after tick `to`."""
        return self.kept[max(0, bisect_right(self.kept, to, key=attrgetter("tick")) - 1)]

    def forget_before(self, tick: int) -> None:
        """Drop what lies before a keyframe at this tick."""
        self.kept = [keyframe for keyframe in self.kept if keyframe.tick >= tick]
        self.history.forget_before(tick)

    def agrees(self, other: Timeline) -> int:
        """Return the last tick at which both lines are at the same moment: ENDLESS if they never part, -1 if always."""
        if self.off != other.off:
            return -1
        if self.past is not other.past and (self.earliest or other.earliest):
            return -1
        mine, theirs = self.commands, other.commands
        same, most = self._same.get(other, 0), min(len(mine), len(theirs))
        while same < most and mine[same] == theirs[same]:
            same += 1
        self._same[other] = same
        return min((tick_of(done[same]) for done in (mine, theirs) if len(done) > same), default=ENDLESS)

    def _measure(self, moment: Moment) -> None:
        if self._metered:
            self.history.note(moment.world, moment.before)
        decided = moment.story.decided
        if decided is not None:
            self.decided = decided.tick, decided.outcome


def _apart(moment: Moment) -> int:
    """Return how many ticks lie between two keyframes of moments like this in the last minute."""
    return EVERY * min(SELDOM, 1 + moment.size // SMALL)
