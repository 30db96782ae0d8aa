"""One run of a cell: a session whose commands come at their moments, watched tick by tick, in all its tiles at once."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.engine.explained import Explained
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.lab.tiles import tile_id
from sandbox.session.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sandbox.engine.arrays import Ints
    from sandbox.engine.world import World
    from sandbox.scenario.schema import Happening, Level


class StrayError(Explained):
    """Somebody of one tile came to know somebody of another, so that their runs are not independent."""


class Staged(NamedTuple):
    """A cell that is ready to be played: what two files and `main.py run` would play."""

    level: Level
    commands: tuple[Happening, ...]
    seconds: float
    tiles: int
    """scenes in it; 1 is the level as it is, with its ids as they are"""


class Run:
    """One run, played only as far as somebody watches it."""

    def __init__(
        self,
        staged: Staged,
        *,
        seed: int,
        off: Iterable[str] = (),
        settings: Mapping[str, float] | None = None,
        journal: bool = False,
    ) -> None:
        """Set the cell up; with a journal, of those who read records or ask why."""
        level = staged.level
        self.tiles = staged.tiles
        """how many scenes there are: the length of what `rows` and `ties` give"""
        self._session = Session(level, seed=seed, off=off, settings=settings, journal=journal)
        self._waiting = deque(sorted(staged.commands, key=lambda happening: happening.at))
        self._end = round(staged.seconds * TICKS_PER_SECOND)
        self._people = level.people
        self._rows = {person.id: row for row, person in enumerate(level.people)}
        self._acquainted = len(self._across(self._session.world))

    def rows(self, name: str) -> Ints:
        """Find the (tiles,) rows of whoever bears an id in each scene."""
        names = [name] if name in self._rows else [tile_id(name, tile) for tile in range(self.tiles)]
        return np.array([self._rows[each] for each in names], np.int64)

    def ties(self, world: World, observer: str, target: str) -> Ints:
        """Find the (tiles,) rows of the ties from one to the other in a world of this run, or NOBODY."""
        keys = world.ties.observer * len(world.people) + world.ties.target
        wanted = self.rows(observer) * len(world.people) + self.rows(target)
        if not len(keys):
            return np.full(len(wanted), NOBODY, np.int64)
        places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        return np.where(keys[places] == wanted, places, NOBODY)

    def moments(self, after: float = 0.0) -> Iterator[World]:
        """Play on to the end of the cell and give every moment later than `after` seconds."""
        while self._session.tick < self._end:
            world = self._next()
            if world.tick > round(after * TICKS_PER_SECOND):
                yield world

    def last(self) -> World:
        """Play to the end of the cell and give the last moment."""
        for _ in self.moments():
            pass
        return self._session.world

    def check(self) -> None:
        """Raise StrayError if people of different tiles have met."""
        strays = self._across(self._session.world)
        if len(strays) > self._acquainted:
            ties = self._session.world.ties
            one, other = (self._people[column[strays[-1]]].id for column in (ties.observer, ties.target))
            raise StrayError("cli.experiment.strayed", one=one, other=other)

    def _across(self, world: World) -> Ints:
        """List the ties between tiles: none but those that everybody has in a world of few."""
        each = len(self._people) // self.tiles
        return np.flatnonzero(world.ties.observer // each != world.ties.target // each)

    def _next(self) -> World:
        while self._waiting and round(self._waiting[0].at * TICKS_PER_SECOND) <= self._session.tick:
            self._session.do(self._waiting.popleft())
        self._session.step()
        return self._session.world
