"""Realm: the people and ties that a tick works on, of one world or of many that know nothing of one another.

Theory: design. Whatever may differ from world to world is asked here for the people whom it concerns: constants,
drives, random numbers, the ground, the journal. A step that asks in this way does the same for a world, bit for bit,
whether it stands alone (`world`) or in a stack (`stack`).
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Final, TypeVar

from sandbox.engine.arrays import ZERO
from sandbox.engine.frozen import frozen
from sandbox.engine.near import Near, Pairs
from sandbox.engine.table import replaced_in

if TYPE_CHECKING:
    from typing import Self, Unpack

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.causes import Entries
    from sandbox.engine.links import Links
    from sandbox.engine.params import Parameters
    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties
    from sandbox.engine.traces import Traces

    Who = Ints | slice
    """(K,) rows of a table"""

EVERYBODY: Final = slice(None)
"""All rows of a table, in their order."""


@frozen
class Realm:
    """People, ties and tick, and what has just taken place among them."""

    people: People
    ties: Ties
    links: Links
    tick: int
    journal: bool
    """whether what happens is written down; nothing depends on it"""
    traces: Traces
    """what the steps of a tick leave for one another; none between two ticks"""
    listed: Near | None
    """who was near whom when that was last looked up; `near` says it of now"""

    @abstractmethod
    def law(self, who: Who = EVERYBODY) -> Parameters:
        """Return the constants that hold for some people.

        Where worlds differ in one, there is a (K,) column in its place, which goes wherever the number goes.
        """

    @abstractmethod
    def tie_law(self, rows: Who = EVERYBODY) -> Parameters:
        """Return the constants that hold in the worlds of (K,) ties, given by their rows, as `law` does."""

    @abstractmethod
    def on(self, drive: str, who: Who = EVERYBODY) -> bool | Bools:
        """Return whether a drive is on for some people; (K,) flags where worlds differ in that."""

    @abstractmethod
    def where_on(self, drive: str, rows: Ints, who: Ints) -> Ints:
        """Keep those of (K,) rows of any table whose (K,) people have a drive that is on."""

    @abstractmethod
    def anywhere(self, drive: str) -> bool:
        """Return whether a drive is on for anybody."""

    @abstractmethod
    def numbers(self) -> Ints:
        """Return (N,) which person everybody is within their own world, from 0 on."""

    @abstractmethod
    def turns(self, spread: int, period: int | Ints) -> Ints:
        """List whose turn it is in this tick.

        Args:
            spread: ticks from the turn of one to that of the one before them in their world.
            period: ticks between two turns of the same person; (N,) where worlds differ in that.
        """

    @abstractmethod
    def draw(self, purpose: str, who: Ints) -> Floats:
        """Draw (K,) numbers in [0, 1) for (K,) people and one purpose in this tick."""

    @abstractmethod
    def kept_in(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Return the nearest spots to everybody's (N,) `x`, `y` that are on the map, a little off its edge."""

    @abstractmethod
    def cut(self, who: Ints, x1: Floats, y1: Floats, x2: Floats, y2: Floats) -> Bools:
        """Return (K,) which ways from (x1, y1) to (x2, y2) a wall cuts, for the (K,) people who want to go there."""

    @abstractmethod
    def hidden(self, observer: Ints, target: Ints) -> Bools:
        """Return (K,) between which (K,) people a tall wall stands."""

    @abstractmethod
    def cells(self, column: Ints, row: Ints, width: int) -> Ints:
        """Number (N,) cells of a grid `width` cells wide, row by row, so that no two worlds have one in common."""

    @abstractmethod
    def reach(self) -> tuple[float, float]:
        """Return how far anybody's senses and elbows reach, metres."""

    @abstractmethod
    def recorded(self, **entries: Unpack[Entries]) -> tuple[Self, Ints]:
        """Return this realm with (K,) more records in the journals of those `who` changed, ascending, and their ids."""

    @abstractmethod
    def happenings(self, who: Ints, ids: Ints) -> Ints:
        """Return the (K,) ids of records in the journals of (K,) people, and NOBODY for all that are no happenings."""

    def with_people(self, **columns: object) -> Self:
        """Return this realm with some columns of its people replaced."""
        return replaced_in(self, "people", columns)

    def with_ties(self, **columns: object) -> Self:
        """Return this realm with some columns of its ties replaced; observer and target must stay."""
        return replaced_in(self, "ties", columns)

    def leaving(self, **traces: object) -> Self:
        """Return this realm with some traces of what has just taken place."""
        return replaced_in(self, "traces", traces)

    def near(self) -> Near:
        """List the ties between people who are near each other; kept as `listed`, it serves the next moments too."""
        if self.listed is None:
            return Near.of(self.people, self.links, self.reach())
        return self.listed.fresh(self.people, self.links, self.reach())

    def perceived(self) -> Pairs:
        """List the ties whose targets are perceived, as `perceive` has found them, if it has in this tick."""
        sights = self.traces.sights
        return Pairs.of(self.links, (self.ties.clarity != ZERO).nonzero()[0]) if sights is None else sights.of


AnyRealm = TypeVar("AnyRealm", bound=Realm)
