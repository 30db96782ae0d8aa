"""Frozen dataclasses that are made without writing code, which makes the start of the game a good deal shorter.

`dataclasses` writes and compiles five or six functions for each class. Here all classes share a few. `fields` and
`replace` of `dataclasses` do what they do elsewhere; an instance is equal to itself alone.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import TYPE_CHECKING, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def frozen(made: type[Made]) -> type[Made]:
    """Make a class a frozen dataclass; its fields may have defaults, but no factories of them."""
    dataclass(init=False, repr=False, eq=False)(made)
    for name, method in (("__init__", _constructor(made)), ("__setattr__", _refuse), ("__delattr__", _refuse)):
        setattr(made, name, method)
    return made


def _constructor(made: type) -> Callable[..., None]:
    declared = fields(made)
    defaults = {one.name: one.default for one in declared if one.default is not MISSING}
    places = tuple(one.name for one in declared if not one.kw_only)
    names = frozenset(one.name for one in declared)

    def __init__(self: object, *values: object, **named: object) -> None:  # noqa: N807 - it becomes a method
        given = dict(zip(places, values, strict=False))
        known = vars(self)
        known.update(defaults)
        known.update(given)
        known.update(named)
        if len(values) > len(places) or known.keys() != names or given.keys() & named.keys():
            raise TypeError(f"{made.__name__} takes {', '.join(sorted(names))}, each once.")
        if after is not None:
            after(self)

    after = getattr(made, "__post_init__", None)
    return __init__


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__name__}.{name}")
