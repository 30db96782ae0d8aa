"""Stack: many worlds side by side in one table, which a tick makes older all at once.

Theory: design. Below a thousand people a tick costs what its calls cost, and one call does as well for fifty worlds as
for one. Worlds may differ in size, seed, ground, constants and drives; each goes, bit for bit, the way that it goes
alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sandbox.engine.causes import PEOPLE
from sandbox.engine.frozen import frozen
from sandbox.engine.layout import Layout
from sandbox.engine.links import Links, firsts
from sandbox.engine.people import NOBODY, People
from sandbox.engine.realm import EVERYBODY, Realm
from sandbox.engine.table import columns, replaced
from sandbox.engine.tick import befallen, passed
from sandbox.engine.ties import Ties
from sandbox.engine.traces import NO_TRACES
from sandbox.engine.world import World, between, inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Unpack

    from numpy.typing import ArrayLike, NDArray

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.causes import Entries
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.params import Parameters
    from sandbox.engine.realm import Who
    from sandbox.engine.table import Column
    from sandbox.engine.world import Ground

NOBODY_AT_ALL: Final = People.of(0)
NO_TIES: Final = Ties.of([], [])
UNLINKED: Final = Links.of(NO_TIES, 0)
"""What stands for the tables of a world that are in the stack's."""


@frozen
class Stack(Realm):
    """One moment of K worlds; the rows of a table are those of the first world, then those of the second, and so on."""

    apart: tuple[World, ...]
    """each world by itself, but for its tables"""
    layout: Layout

    @classmethod
    def of(cls, worlds: Sequence[World]) -> Stack:
        """Put worlds side by side.

        Raises:
            ValueError: if there is none, or they are not at the same tick, or only some of them keep a journal.
        """
        if len({(world.tick, world.journal) for world in worlds}) != 1:
            raise ValueError("stack one world or more, all at the same tick, and all with a journal or all without")
        layout = Layout(worlds)
        people = People(**_joined(People, [world.people for world in worlds], layout))
        ties = Ties(**_joined(Ties, [world.ties for world in worlds], layout))
        apart = tuple(
            replaced(world, people=NOBODY_AT_ALL, ties=NO_TIES, links=UNLINKED, listed=None) for world in worlds
        )
        return cls(
            people=people,
            ties=ties,
            links=Links.of(ties, len(people)),
            tick=worlds[0].tick,
            journal=worlds[0].journal,
            traces=NO_TRACES,
            listed=None,
            apart=apart,
            layout=layout,
        )

    def __len__(self) -> int:
        """Count the worlds, K."""
        return len(self.apart)

    def next(self, events: Sequence[Sequence[Event]] = ()) -> Stack:
        """Make all worlds a tenth of a second older.

        Args:
            events: (K,) what happens in each of them, with rows of her own people; nothing anywhere if left out.

        Raises:
            Impossible: if one of the events cannot be.
        """
        if not any(events):
            return passed(self)
        pairs = zip(self.worlds(), events, strict=True)
        return passed(Stack.of([befallen(world, of_world) for world, of_world in pairs]))

    def worlds(self) -> tuple[World, ...]:
        """Return every world as it would be alone."""
        return tuple(self.world(number) for number in range(len(self)))

    def world(self, number: int) -> World:
        """Return one world as it would be alone; raise IndexError if there is none of that number."""
        apart, starts = self.apart[number], self.layout.starts
        first, end = int(starts[number]), int(starts[number + 1])
        people = People(**_cut_out(People, self.people, first, end, first))
        begin, stop = int(self.links.starts[first]), int(self.links.starts[end])
        ties = Ties(**_cut_out(Ties, self.ties, begin, stop, first))
        return replaced(apart, people=people, ties=ties, links=Links.of(ties, len(people)), tick=self.tick)

    def law(self, who: Who = EVERYBODY) -> Parameters:
        """See Realm."""
        layout = self.layout
        if not layout.differing:
            return layout.law
        world = layout.world[who]
        return replaced(layout.law, **{name: column[world] for name, column in layout.differing.items()})

    def tie_law(self, rows: Who = EVERYBODY) -> Parameters:
        """See Realm."""
        return self.law(self.ties.observer[rows]) if self.layout.differing else self.layout.law

    def on(self, drive: str, who: Who = EVERYBODY) -> bool | Bools:
        """See Realm."""
        on = self.layout.drives[drive]
        return on if isinstance(on, bool) else on[self.layout.world[who]]

    def where_on(self, drive: str, rows: Ints, who: Ints) -> Ints:
        """See Realm."""
        on = self.on(drive, who)
        if isinstance(on, bool):
            return rows if on else rows[:0]
        return rows[on]

    def anywhere(self, drive: str) -> bool:
        """See Realm."""
        return self.layout.drives[drive] is not False

    def numbers(self) -> Ints:
        """See Realm."""
        numbers: Ints = self.layout.number
        return numbers

    def turns(self, spread: int, period: int | Ints) -> Ints:
        """See Realm."""
        theirs: Ints = ((self.tick + self.layout.number * spread) % period == 0).nonzero()[0]
        return theirs

    def draw(self, purpose: str, who: Ints) -> Floats:
        """See Realm."""
        layout = self.layout
        drawn: Floats = layout.draws.of(self.tick, purpose)[layout.world[who], layout.number[who]]
        return drawn

    def kept_in(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """See Realm."""
        room = self.law().edge_room
        return inside(x, self.layout.width, room), inside(y, self.layout.height, room)

    def cut(self, who: Ints, x1: Floats, y1: Floats, x2: Floats, y2: Floats) -> Bools:
        """See Realm."""
        cut = np.zeros(len(who), np.bool_)
        for ground, there in self._on_each_ground(who):
            cut[there] = ground.fences.cross(x1[there], y1[there], x2[there], y2[there])
        return cut

    def hidden(self, observer: Ints, target: Ints) -> Bools:
        """See Realm."""
        hidden = np.zeros(len(observer), np.bool_)
        for ground, there in self._on_each_ground(observer):
            hidden[there] = between(self.people, observer[there], target[there], ground.screens)
        return hidden

    def _on_each_ground(self, who: Ints) -> Iterator[tuple[Ground, Who]]:
        """List the grounds that have walls, with the places of those of the (K,) people who stand on them."""
        layout = self.layout
        for number, ground in enumerate(layout.grounds):
            if len(ground.walls) and len(layout.grounds) == 1:
                yield ground, EVERYBODY
            elif len(ground.walls):
                yield ground, np.flatnonzero(layout.ground[layout.world[who]] == number)

    def cells(self, column: Ints, row: Ints, width: int) -> Ints:
        """See Realm."""
        height = int(row.max(initial=0)) + 1  # The first row of each grid is empty, and parts it from the last one's.
        cells: Ints = (self.layout.world * height + row) * width + column
        return cells

    def reach(self) -> tuple[float, float]:
        """See Realm."""
        return self.layout.reach

    def recorded(self, **entries: Unpack[Entries]) -> tuple[Stack, Ints]:
        """See Realm."""
        who = np.atleast_1d(np.asarray(entries["who"], np.int64))
        apart, written = list(self.apart), np.empty(len(who), np.int64)
        for number, those in self._by_world(who):
            own = _own(entries, len(who), those, int(self.layout.starts[number]))
            causes, written[those] = apart[number].causes.add(tick=self.tick, **own)
            apart[number] = replaced(apart[number], causes=causes)
        return replaced(self, apart=tuple(apart)), written

    def happenings(self, who: Ints, ids: Ints) -> Ints:
        """See Realm."""
        found = np.empty(len(ids), np.int64)
        for number, those in self._by_world(who):
            found[those] = self.apart[number].causes.happenings(ids[those])
        return found

    def _by_world(self, who: Ints) -> Iterator[tuple[int, slice]]:
        """List the worlds of (K,) ascending people, each with the places of those who are of it."""
        worlds = self.layout.world[who]
        begins = firsts(worlds)
        for number, begin, end in zip(worlds[begins].tolist(), begins, [*begins[1:], len(who)], strict=True):
            yield number, slice(begin, end)


def _joined(table: type, tables: Sequence[object], layout: Layout) -> dict[str, NDArray[Any]]:
    """Put the columns of tables behind one another, with rows of People as they are in the stack."""
    joined = {}
    for name, kind in columns(table).items():
        parts = [getattr(each, name) for each in tables]
        if kind.person:
            parts = [_moved(part, int(first)) for part, first in zip(parts, layout.starts[:-1], strict=True)]
        joined[name] = np.concatenate(parts, axis=1 if kind.high >= 0 else 0)
    return joined


def _own(entries: Entries, count: int, those: slice, first: int) -> Entries:
    """Return those of `count` entries that are of one world, with rows of People counted from her `first` on."""

    def part(column: ArrayLike) -> NDArray[Any]:
        return np.broadcast_to(column, count)[those]

    own = entries.copy()
    own["who"] = part(entries["who"]) - first
    own["whom"] = _moved(part(entries.get("whom", NOBODY)), -first)
    detail = part(entries.get("detail", 0))
    own["detail"] = _moved(detail, -first) if entries["kind"] in PEOPLE else detail
    own["value"] = part(entries.get("value", 0.0))
    own["parents"] = tuple((part(ids), part(weights)) for ids, weights in entries.get("parents", ()))
    if "tables" in entries:
        own["tables"] = entries["tables"][those]
    return own


def _cut_out(table: type, whole: object, begin: int, end: int, first: int) -> dict[str, NDArray[Any]]:
    """Return the columns of a world's rows, with rows of People counted from her `first` person on."""
    found = {}
    for name, kind in columns(table).items():
        part = cut_out(getattr(whole, name), kind, begin, end, first)
        found[name] = part if kind.person else part.copy()
    return found


def cut_out(column: NDArray[Any], kind: Column, begin: int, end: int, first: int) -> NDArray[Any]:
    """Return a world's rows, from `begin` to `end`, of a column; rows of People count from her `first` person on."""
    part = column[:, begin:end] if kind.high >= 0 else column[begin:end]
    return _moved(part, -first) if kind.person else part


def _moved(people: Ints, by: int) -> Ints:
    """Count rows of People from somewhere else; what is below 0 is nobody's and stays."""
    return np.where(people > NOBODY, people + by, people)
