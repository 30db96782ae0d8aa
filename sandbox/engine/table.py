"""Tables of columns that never change: a changed table is a new one that shares the columns it kept.

Theory: design. A column is declared once, where it stands: its type by the annotation, what it starts with, its shape,
and whose it is. Whoever writes into one of a moment that is over is stopped, unless Python runs without assertions
(`-O`); while a tick is at work, nobody looks, since asking each time would take a twentieth of it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import numpy as np

from sandbox.engine.frozen import field, fields, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import ArrayLike, NDArray

Table = TypeVar("Table")
Owner = Literal["trait", "body", "mind", "deed", "errand", "why"]
"""Whose a column is: what somebody is like, the body, the mind, what is being done, what is to be done, the journal."""


@frozen
class Column:
    """What a table says of one of its columns."""

    type: type[np.float64 | np.int64]
    start: float
    """what it holds if nothing else is said"""
    owner: Owner
    high: int
    wide: int
    person: bool
    """whether it holds rows of People, or numbers below 0 that stand for something else"""
    rare: bool
    """whether a fingerprint leaves it out where everybody has what it starts with"""

    def shape(self, rows: int) -> tuple[int, ...]:
        """Return the shape of this column in a table of so many rows: (rows,), (high, rows) or (rows, wide)."""
        return tuple(length for length in (self.high, rows, self.wide) if length >= 0)


def column(
    start: float = 0.0, *, owner: Owner, high: int = -1, wide: int = -1, person: bool = False, rare: bool = False
) -> Any:  # noqa: ANN401 - as field()
    """Declare a column: one number a row, or as many as it is `high` or `wide`; whether each stands for a `person`."""
    known = {"start": start, "owner": owner, "high": high, "wide": wide, "person": person, "rare": rare}
    return field(metadata=known)


@cache
def columns(table: type) -> Mapping[str, Column]:
    """Return the columns that a table declares, by name and in their order."""
    return {one.name: Column(np.int64 if one.type == "Ints" else np.float64, **one.metadata) for one in fields(table)}


def filled(table: type, rows: int, given: Mapping[str, object]) -> dict[str, NDArray[Any]]:
    """Return the columns of a table with so many rows; what is `given` is broadcast to them, the rest is as declared.

    Raises:
        TypeError: if the table has no such column.
    """
    declared = columns(table)
    if given.keys() - declared.keys():
        raise TypeError(f"{table.__name__} has no column {', '.join(sorted(given.keys() - declared.keys()))}")
    return {name: np.full(kind.shape(rows), given.get(name, kind.start), kind.type) for name, kind in declared.items()}


class Frozen:
    """A table whose columns cannot be written to from the moment that it is made."""

    def __post_init__(self) -> None:
        """Let nobody write into the columns."""
        if __debug__:
            _freeze(vars(self))


def replaced(table: Table, **values: object) -> Table:
    """Return a copy of a frozen value with some of its fields replaced.

    It does what `frozen.replace` does, without calling the constructor: a tick makes dozens of copies of tables
    with fifty columns each, and this is thirty times faster.
    """
    copy = object.__new__(type(table))
    known = copy.__dict__
    known.update(table.__dict__)
    known.update(values)
    return copy


def replaced_in(whole: Table, name: str, values: Mapping[str, object]) -> Table:
    """Return a copy of a frozen value in which one of its fields, a table, has some of its columns replaced.

    Two calls of `replaced` do the same; a tick makes thirty of these, and saves a hundredth of its time.
    """
    table = whole.__dict__[name]
    copy, changed = object.__new__(type(whole)), object.__new__(type(table))
    columns = changed.__dict__
    columns.update(table.__dict__)
    columns.update(values)
    known = copy.__dict__
    known.update(whole.__dict__)
    known[name] = changed
    return copy


def read_only(table: object, known: object) -> None:
    """Let nobody write into the columns of a table that are not those of one that is `known`."""
    if __debug__:
        for column, before in zip(vars(table).values(), vars(known).values(), strict=True):
            if column is not before:
                column.setflags(False)  # noqa: FBT003 - by its name, it takes two thirds longer


def _freeze(values: Mapping[str, object]) -> None:
    for value in values.values():
        if isinstance(value, np.ndarray):
            value.setflags(write=False)


def with_rows(table: Table, rows: NDArray[np.int64], **values: ArrayLike) -> Table:
    """Return a copy of a table with other values in some rows of some columns."""
    changed = {name: getattr(table, name).copy() for name in values}
    for name, value in values.items():
        changed[name][rows] = value
    return replaced(table, **changed)
