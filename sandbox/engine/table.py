"""Tables of columns that never change: a changed table is a new one that shares the columns it kept."""

from __future__ import annotations

from typing import TypeVar

Table = TypeVar("Table")


def altered(table: Table, **columns: object) -> Table:
    """Copy a frozen dataclass with some of its fields replaced.

    It does what `dataclasses.replace` does, without calling the constructor: a tick makes dozens of copies of tables
    with fifty columns each, and this is twenty times faster.
    """
    copy = object.__new__(type(table))
    vars(copy).update(vars(table), **columns)
    return copy
