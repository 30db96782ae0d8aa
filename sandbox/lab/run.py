"""One run of a cell: a session whose commands come at their moments, watched tick by tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.session.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sandbox.engine.world import World
    from sandbox.lab.experiment import Cell


class Run:
    """One run, played only as far as somebody watches it."""

    def __init__(
        self, cell: Cell, *, seed: int, off: Iterable[str] = (), settings: Mapping[str, float] | None = None
    ) -> None:
        """Set the cell up."""
        self._session = Session(cell.level, seed=seed, off=off, settings=settings)
        self._waiting = sorted(cell.commands, key=lambda happening: happening.at, reverse=True)
        self._end = round(cell.seconds * TICKS_PER_SECOND)
        self._rows = {person.id: row for row, person in enumerate(cell.level.people)}

    def rows(self, *names: str) -> list[int]:
        """Find people's rows by their ids."""
        return [self._rows[name] for name in names]

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

    def _next(self) -> World:
        while self._waiting and round(self._waiting[-1].at * TICKS_PER_SECOND) <= self._session.tick:
            self._session.do(self._waiting.pop())
        self._session.step()
        return self._session.world
