"""The value of what changes in place: what panes are built from of it, to be compared with what it was."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

ASIDE: Final = {"panes": False}
"""Marks a field that no pane is built from: it is drawn over them, or anew for every picture."""


def value_of(state: DataclassInstance) -> tuple[object, ...]:
    """Return what panes are built from of a state, as it is now: what changes in place is copied."""
    return tuple(_copied(getattr(state, one.name)) for one in fields(state) if one.metadata != ASIDE)


def _copied(value: object) -> object:
    return frozenset(value) if isinstance(value, set) else tuple(value.items()) if isinstance(value, dict) else value
