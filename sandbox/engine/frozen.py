"""Classes of values that never change, made without writing code, which makes the game start a good deal sooner.

They are declared as frozen dataclasses are, and are none: `dataclasses` writes and compiles five or six functions for
each class, and looks at each annotation with care. Here all classes share a few functions. An instance is equal to
itself alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Made = TypeVar("Made")

_NOTHING: Final = object()
"""Stands where there is no default."""


class Field:
    """What a class says of one of its fields."""

    __slots__ = ("by_name", "default", "metadata", "name", "type")

    def __init__(self, default: object, metadata: Mapping[str, Any]) -> None:
        """Declare a field, which learns its name from the class that has it."""
        self.default = default
        self.metadata = metadata
        self.name = self.type = ""
        self.by_name = False
        """whether it cannot be given by its place"""


def field(*, default: object = _NOTHING, metadata: Mapping[str, Any]) -> Any:  # noqa: ANN401 - stands for its default
    """Declare a field of which there is more to be known than its type."""
    return Field(default, metadata)


def fields(made: object) -> tuple[Field, ...]:
    """Return the fields of a class of frozen values, or of such a value, in their order, those of its base first."""
    declared: tuple[Field, ...] = made.__fields__  # type: ignore[attr-defined] # `frozen` has set it.
    return declared


def replace(value: Made, **changes: object) -> Made:
    """Return a new value like `value`, made by its constructor, with some of its fields changed."""
    return type(value)(**{one.name: getattr(value, one.name) for one in fields(value)} | changes)


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def frozen(made: type[Made]) -> type[Made]:
    """Make a class one of frozen values, whose fields may have defaults; those after `_: KW_ONLY` are given by name."""
    declared: dict[str, Field] = {one.name: one for one in getattr(made, "__fields__", ())}
    by_name = False
    for name, kind in vars(made).get("__annotations__", {}).items():
        if kind == "KW_ONLY":
            by_name = True
            continue
        default = vars(made).get(name, _NOTHING)
        one = default if isinstance(default, Field) else Field(default, {})
        one.name, one.type, one.by_name = name, kind, by_name
        declared[name] = one
    made.__fields__ = tuple(declared.values())  # type: ignore[attr-defined]
    for name, method in (("__init__", _constructor(made)), ("__setattr__", _refuse), ("__delattr__", _refuse)):
        setattr(made, name, method)
    if "__repr__" not in vars(made):
        made.__repr__ = _told  # type: ignore[method-assign]
    return made


def _constructor(made: type) -> Callable[..., None]:
    declared = fields(made)
    defaults = {one.name: one.default for one in declared if one.default is not _NOTHING}
    places = tuple(one.name for one in declared if not one.by_name)
    names = frozenset(one.name for one in declared)
    whole = len(names)

    def __init__(self: object, *values: object, **named: object) -> None:  # noqa: N807 - it becomes a method
        known = vars(self)
        if len(values) == len(places) == whole and not named:  # A tick makes some; this takes a quarter of the time.
            for name, value in zip(places, values):  # noqa: B905 - as long as each other, and to ask takes time again
                known[name] = value
        else:
            given = dict(zip(places, values, strict=False))
            known.update(defaults)
            known.update(given)
            known.update(named)
            if len(values) > len(places) or known.keys() != names or given.keys() & named.keys():
                raise TypeError(f"{made.__name__} takes {', '.join(sorted(names))}, each once.")
        if after is not None:
            after(self)

    after = getattr(made, "__post_init__", None)
    return __init__


def _told(self: object) -> str:
    """Tell what a value is made of, in the same words in every process."""
    return f"{type(self).__name__}({', '.join(f'{one.name}={getattr(self, one.name)!r}' for one in fields(self))})"


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise AttributeError(f"{type(self).__name__}.{name}")
