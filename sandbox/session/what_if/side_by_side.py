"""The worlds of a stack as those see them who look at some of their columns only: nothing else is cut out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sandbox.engine.people import People
from sandbox.engine.stack import cut_out
from sandbox.engine.table import columns
from sandbox.engine.ties import Ties

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sandbox.engine.stack import Stack


def tables(stack: Stack) -> tuple[tuple[People, Ties], ...]:
    """Return the people and ties of each world, whose columns are cut out when they are first asked for."""
    starts = stack.layout.starts
    begins, places = stack.links.starts[starts].tolist(), starts.tolist()
    return tuple(
        (
            cast("People", _Cut(stack.people, People, first, end, first)),
            cast("Ties", _Cut(stack.ties, Ties, begin, stop, first)),
        )
        for first, end, begin, stop in zip(places, places[1:], begins, begins[1:], strict=False)
    )


class _Cut:
    """The rows of one world in a table."""

    def __init__(self, whole: object, kind: type, begin: int, end: int, first: int) -> None:
        self._whole, self._declared = whole, columns(kind)
        self._begin, self._end, self._first = begin, end, first

    def __len__(self) -> int:
        return self._end - self._begin

    def __getattr__(self, name: str) -> NDArray[Any]:
        part = cut_out(getattr(self._whole, name), self._declared[name], self._begin, self._end, self._first)
        setattr(self, name, part)
        return part
