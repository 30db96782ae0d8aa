"""Who sings in the chord of looks, tick by tick, and what of a soundscape turns, to be said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from sandbox.session.seen.soundscape import NOTHING, soundscape

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level
    from sandbox.session.frame import Frame
    from sandbox.session.seen.soundscape import Soundscape

MOST: Final = 5
"""More voices than this do not sing at once."""
LINGERS: Final = 15
"""Ticks for which somebody who glances aside sings on."""
MINOR, MAJOR = -0.02, 0.04
"""Mood below which the chord becomes minor, and above which it becomes major again."""
LASTS: Final = 10
"""Ticks after which what has gone, or come back, is said: who is hurt is not seen at once."""
HALF: Final = 0.5
"""How much of the life or the air of a place has to go before that is said."""

Change = Literal["joins", "leaves", "nobody", "silent", "alive", "dull", "clear"]


class Turn(NamedTuple):
    """What has just turned in a soundscape."""

    change: Change
    who: tuple[int, ...] = ()


class Choir:
    """The voices of one play, each in the place that it took; what goes before depends on the ticks alone."""

    def __init__(self) -> None:
        """Begin in silence."""
        self.scape = NOTHING
        """the latest moment's"""
        self.singers: list[int | None] = [None] * MOST
        """the row of who has each voice"""
        self.minor = False
        self._seen: dict[int, int] = {}
        """when each of them was last seen to look"""
        self._life = self._air = _Layer(0.0, 0)
        self._at: tuple[Level, int] | None = None

    def follow(self, frame: Frame) -> list[Turn]:
        """Take the next moment, or any other after a jump; tell what has turned since the one before."""
        at = frame.level, frame.tick
        if self._at == at:
            return []
        goes_on = self._at == (frame.level, frame.tick - 1)
        self.scape, self._at = soundscape(frame), at
        if not goes_on:
            self.singers, self._seen, self.minor = [None] * MOST, {}, self.scape.mood < 0
            self._life, self._air = _Layer(self.scape.life, frame.tick), _Layer(self.scape.air, frame.tick)
        sang = set(self._seen)
        self._sing(self.scape, frame.tick)
        self.minor = self.scape.mood < (MAJOR if self.minor else MINOR)
        return self._turns(self.scape, sang, frame.tick) if goes_on else []

    def _sing(self, scape: Soundscape, tick: int) -> None:
        """Let those who look take free voices, and those who have looked elsewhere for long leave theirs."""
        for row in scape.looking:
            if row in self._seen:
                self._seen[row] = tick
            elif None in self.singers:
                self.singers[self.singers.index(None)], self._seen[row] = row, tick
        done = scape.averted | scape.voiceless | {row for row, seen in self._seen.items() if seen < tick - LINGERS}
        self.singers = [None if row in done else row for row in self.singers]
        self._seen = {row: seen for row, seen in self._seen.items() if row not in done}

    def _turns(self, now: Soundscape, sang: set[int], tick: int) -> list[Turn]:
        sings = set(self._seen)
        joined, left = tuple(sorted(sings - sang)), tuple(sorted(sang - sings))
        found = [Turn("joins", joined)] if joined else []
        found += [Turn("leaves", left)] if left else []
        found += [Turn("nobody")] if left and not sings and now.suffering else []
        if self._life.turns(now.life, tick):
            found.append(Turn("alive" if self._life.there else "silent"))
        if self._air.turns(now.air, tick):
            found.append(Turn("clear" if self._air.there else "dull"))
        return found


class _Layer:
    """Whether the life or the air of a place is by and large there, once it has been so for a while."""

    def __init__(self, share: float, tick: int) -> None:
        self.there, self._since = share >= HALF, tick

    def turns(self, share: float, tick: int) -> bool:
        """Return whether it has just turned, by how much of it is heard."""
        if (share >= HALF) == self.there:
            self._since = tick
        elif tick - self._since >= LASTS:
            self.there, self._since = not self.there, tick
            return True
        return False
