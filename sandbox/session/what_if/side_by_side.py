"""Worlds at the same tick, played on side by side in one table; those who look at them cut out only what they read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

import numpy as np

from sandbox.engine.people import NOBODY, People
from sandbox.engine.stack import Stack
from sandbox.engine.table import columns
from sandbox.engine.ties import Ties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


class SideBySide(NamedTuple):
    """K worlds at the same tick; it never changes."""

    stack: Stack

    @classmethod
    def of(cls, worlds: Sequence[World]) -> SideBySide:
        """Take worlds together."""
        return cls(Stack.of(worlds))

    def next(self, events: Sequence[Sequence[Event]]) -> SideBySide:
        """Make all worlds a tenth of a second older; what happens in each is listed in their order."""
        return SideBySide(self.stack.next(events))

    def worlds(self) -> tuple[World, ...]:
        """Return the worlds, in their order."""
        return self.stack.worlds()

    def tables(self) -> tuple[tuple[People, Ties], ...]:
        """Return the tables of each, for whoever only looks at some columns."""
        people, ties = self.stack.people, self.stack.ties
        starts = self.stack.layout.starts
        begins = self.stack.links.starts[starts].tolist()
        places = starts.tolist()
        return tuple(
            (
                cast("People", _Cut(people, People, first, end, first)),
                cast("Ties", _Cut(ties, Ties, begin, stop, first)),
            )
            for first, end, begin, stop in zip(places, places[1:], begins, begins[1:], strict=False)
        )


class _Cut:
    """The rows of one world in a table; a column is cut out when it is first asked for."""

    def __init__(self, whole: object, kind: type, begin: int, end: int, first: int) -> None:
        self._whole, self._declared = whole, columns(kind)
        self._begin, self._end, self._first = begin, end, first

    def __len__(self) -> int:
        return self._end - self._begin

    def __getattr__(self, name: str) -> NDArray[Any]:
        declared, column = self._declared[name], getattr(self._whole, name)
        rows = slice(self._begin, self._end)
        part: NDArray[Any] = column[:, rows] if declared.high >= 0 else column[rows]
        if declared.person:
            part = np.where(part > NOBODY, part - self._first, part)
        setattr(self, name, part)
        return part
