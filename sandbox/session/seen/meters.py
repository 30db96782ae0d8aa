"""How the world fares: five numbers of a moment, and how they went over all that was played.

Each counts what the picture shows, by the thresholds of the picture. Only beings that feel, and are there, are counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.links import distinct
from sandbox.engine.named import NamedTuple
from sandbox.engine.people import NOBODY
from sandbox.scenario.language import text_of
from sandbox.session.frame import averted
from sandbox.session.seen.thresholds import A_PERSON, ATTENDED, GRUDGE, NOTICED, SUFFERS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties
    from sandbox.engine.world import World

MOST: Final = 4096
"""Moments that a history keeps: every tick of almost seven minutes, then every second one, every fourth, and so on."""
ROOM: Final = 64
"""Moments for which there is room at first."""


class Meters(NamedTuple):
    """The five numbers of one moment; none is below 0."""

    suffering: float
    """how far below 0 people feel, added up: 1 is one person in the worst pain"""
    unseen: float
    """the part of it that nobody attends to"""
    averted: int
    """people who keep their eyes off somebody"""
    things: int
    """people whom at least one other has in mind, but as a thing; each is counted once"""
    blame: float
    """what is held against people, added up over all ties in which it is worth an arrow"""

    @classmethod
    def of(cls, people: People, before: People, ties: Ties) -> Meters:
        """Read the five numbers off the columns of a moment, and of the people one tick earlier."""
        pain = pains(people)
        return cls(
            float(pain.sum()),
            float(pain[watchers(ties, len(people)) == 0].sum()),
            int(np.count_nonzero((averted(people, before) != NOBODY) & feeling(people))),
            len(distinct(ties.target[as_things(people, ties)])),
            float(ties.blame[ties.blame > GRUDGE].sum()),
        )


NAMES: Final = Meters._fields


class Tally(NamedTuple):
    """How many people a moment is hard for, and how; none is below 0."""

    suffer: int
    unseen: int
    """of those who suffer, to whom nobody attends"""
    averted: int
    things: int
    blamed: int
    """against whom at least one other holds what is worth an arrow"""

    @classmethod
    def of(cls, people: People, before: People, ties: Ties) -> Tally:
        """Count off the columns of a moment, and of the people one tick earlier."""
        suffers = feeling(people) & (people.felt < SUFFERS)
        meters = Meters.of(people, before, ties)
        return cls(
            int(np.count_nonzero(suffers)),
            int(np.count_nonzero(suffers & (watchers(ties, len(people)) == 0))),
            meters.averted,
            meters.things,
            len(distinct(ties.target[ties.blame > GRUDGE])),
        )


def title(name: str) -> str:
    """Return a meter's name for players."""
    return text_of(f"meter.{name}.name")


def meaning(name: str) -> str:
    """Return what a meter counts, in one sentence."""
    return text_of(f"meter.{name}.line")


def feeling(people: People) -> Bools:
    """Return (N,) who is there and feels."""
    there: Bools = (people.sentience > 0) & (people.present > 0)
    return there


def pains(people: People) -> Floats:
    """Return (N,) how far below 0 everybody feels who counts, 0 to 1."""
    return np.where(feeling(people), np.maximum(-people.felt, 0.0), 0.0)


def as_things(people: People, ties: Ties) -> Bools:
    """Return (E,) whether whoever has a tie has its target in mind, but as a thing, though it feels.

    Theory: T9. Meter, lens and faces ask here, so that "a thing" is the same in all of them.
    """
    found: Bools = (ties.attention >= ATTENDED) & (ties.personhood < A_PERSON) & feeling(people)[ties.target]
    return found


def watchers(ties: Ties, count: int) -> Ints:
    """Count (N,) how many attend to each of `count` people."""
    return np.bincount(ties.target[ties.attention > NOTICED], minlength=count)


class History:
    """The meters of every tick of a line of play, thinned out when there are very many.

    What lies later than the present stays; what was never played, because an earlier sitting did, is not known.
    """

    def __init__(self) -> None:
        """Begin without any moment."""
        self.apart = 1
        """ticks between two moments that are kept"""
        self._count = 0
        self._kept = np.full((ROOM, len(NAMES)), np.nan)

    def __len__(self) -> int:
        """Count the moments that are kept, with those in between that are not known."""
        return self._count

    def note(self, world: World, before: People) -> None:
        """Keep a moment if it is one that is due; one that was played before is known."""
        place, rest = divmod(world.tick, self.apart)
        if rest or (place < self._count and not np.isnan(self._kept[place, 0])):
            return
        if place >= len(self._kept):
            room = max(place + 1, 2 * len(self._kept))
            self._kept = np.pad(self._kept, ((0, room - len(self._kept)), (0, 0)), constant_values=np.nan)
        self._kept[place] = Meters.of(world.people, before, world.ties)
        self._count = max(self._count, place + 1)
        while self._count > MOST:
            self._kept = self._kept[: self._count : 2].copy()
            self._count, self.apart = len(self._kept), 2 * self.apart

    def until(self, to: int) -> History:
        """Return another history with what is known up to tick `to`."""
        other = History()
        other.apart, other._count = self.apart, min(self._count, to // self.apart + 1)
        other._kept = self._kept[: other._count].copy()
        return other

    def forget_before(self, tick: int) -> None:
        """Drop what is known of the time before a tick."""
        self._kept[: -(-tick // self.apart)] = np.nan

    def series(self, name: str) -> Floats:
        """Return a meter over time: entry i is of tick i × `apart`; nan where it is not known."""
        return self._kept[: self._count, NAMES.index(name)]
