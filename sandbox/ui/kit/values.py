"""The value of what changes in place: what panes are built from of it, to be compared with what it was."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

ASIDE: Final = {"panes": False}
"""Marks a field that no pane is built from: it is drawn over them, or anew for every picture."""


def value_of(state: DataclassInstance) -> tuple[object, ...]:
    """Return what panes are built from of a state, as it is now: what changes in place is copied."""
    return tuple([_copied(one) if isinstance(one, (set, dict)) else one for one in _taken(type(state))(state)])


@cache
def _taken(kind: type[DataclassInstance]) -> attrgetter[tuple[Any, ...]]:
    """Return what takes all fields from a state that panes are built from, two at least."""
    return attrgetter(*(one.name for one in fields(kind) if one.metadata != ASIDE))


def _copied(value: set[Any] | dict[Any, Any]) -> object:
    return frozenset(value) if isinstance(value, set) else tuple(value.items())
