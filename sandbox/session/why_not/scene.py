"""Scene: the moment in question and its two people, and what can be done at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec.structs import replace

from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.scenario.ids import Ids
from sandbox.scenario.validate_happenings import check_happening
from sandbox.session.what_if.variation import Variation
from sandbox.session.why_not.change import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.engine.arrays import Bools, Floats
    from sandbox.scenario.schema import Happening
    from sandbox.session.session import Session
    from sandbox.session.why_not.acts import Wonder
    from sandbox.session.why_not.change import Rank


class Scene:
    """Everything that changes are made of."""

    def __init__(self, session: Session, wonder: Wonder) -> None:
        """Take the present moment of a session."""
        self.session, self.level, self.world, self.act = session, session.level, session.world, wonder.act
        self.one, self.other = wonder.who, wonder.whom
        """rows"""
        self.who, self.whom = self.id(wonder.who), self.id(wonder.whom)
        self._ids = Ids.of(self.level)

    def id(self, row: int) -> str:
        """Return what a level file calls somebody."""
        return self.level.people[row].id

    def name(self, row: int) -> str:
        """Return what players call somebody."""
        return self.level.people[row].name

    @property
    def trouble(self) -> int:
        """Row of whose trouble the other has to do with, or else of whoever feels worst; never the other themself."""
        involved = int(self.world.people.involved[self.other])
        if involved not in {NOBODY, self.other}:
            return involved
        return int(np.where(np.arange(len(self.level.people)) == self.other, np.inf, self.world.people.felt).argmin())

    def bystanders(self) -> Bools:
        """Return (N,) who else is on the map and feels."""
        people = self.world.people
        found: Bools = (people.sentience > 0) & (people.present > 0)
        found[[self.one, self.other]] = False
        return found

    def apart(self, row: int) -> Floats:
        """Return (N,) how far everybody is from somebody, metres."""
        people = self.world.people
        far: Floats = np.hypot(people.x - people.x[row], people.y - people.y[row])
        return far

    def tie(self, name: str, source: int, target: int) -> float | None:
        """Return a number of a tie; None where there is none."""
        row = int(self.world.links.rows(np.array([source]), np.array([target]))[0])
        return None if row == NOBODY else float(getattr(self.world.ties, name)[row])

    def confidant(self, *but: int) -> int | None:
        """Return the row of whom the one likes best of those who could speak to them; None if there is nobody."""
        can = self.bystanders()
        can[list(but)] = False
        rows = np.flatnonzero(can).tolist()
        return max(rows, key=lambda row: self.tie("affinity", self.one, row) or 0.0, default=None)

    def done(
        self, key: str, size: float, *deeds: Happening, rank: Rank = "deed", other: int | None = None
    ) -> Iterator[Change]:
        """Make the change that some deeds of this moment are, if all of them can be done."""
        stamped = tuple(replace(deed, at=self.session.tick / TICKS_PER_SECOND) for deed in deeds)
        if deeds and all(map(self._can, stamped)):
            name = "" if other is None else self.name(other)
            yield Change(key, rank, size, Variation(name=key, added=stamped), name)

    def _can(self, deed: Happening) -> bool:
        if next(check_happening(deed, deed.do, self._ids), None) is not None:
            return False
        try:
            self.session.script.check(self.session.moment, self.session.commands, deed)
        except Impossible:
            return False
        return True
