"""Tuples and dictionaries with names, made without writing code, so that the game starts sooner; see also `frozen`.

`typing.NamedTuple` compiles each annotation, and writes and compiles a constructor: a third of a millisecond for a
class of eight fields. Here all classes share a few functions. Fields have no defaults. `typing.TypedDict` compiles too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple", "TypedDict"]

if TYPE_CHECKING:
    from typing import NamedTuple, Self, TypedDict
else:
    from collections import _tuplegetter

    class Fields(type):
        """Makes a field of each annotation."""

        def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, object]) -> type:
            """Make the class."""
            fields = tuple(space.get("__annotations__", ()))
            read = {field: _tuplegetter(place, None) for place, field in enumerate(fields)}
            known = {"__slots__": (), "_fields": fields, "__match_args__": fields}
            return super().__new__(cls, name, bases, space | known | read)

    class NamedTuple(tuple, metaclass=Fields):
        """A tuple whose places have names."""

        __slots__ = ()

        def __new__(cls, *values: object, **named: object) -> Self:
            """Take a value for each field, by place or by name."""
            fields = cls._fields
            if named:
                values += tuple(named.pop(field) for field in fields[len(values) :] if field in named)
            if named or len(values) != len(fields):
                raise TypeError(f"{cls.__name__} takes {', '.join(fields)}, each once.")
            return tuple.__new__(cls, values)

        @classmethod
        def _make(cls, values: object) -> Self:
            return cls(*values)

        def _replace(self, **changes: object) -> Self:
            return type(self)(**self._asdict() | changes)

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self) -> tuple[object, ...]:
            """Return what it is unpickled from."""
            return tuple(self)

        def __repr__(self) -> str:
            """Tell what it is made of, in the same words as `typing.NamedTuple`."""
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

    class TypedDict(dict):
        """A dictionary of which a type checker knows the keys."""

        def __init_subclass__(cls, *, total: bool = True) -> None:
            """Take what `typing` takes, for its annotations alone."""
