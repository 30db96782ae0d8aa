"""What a schema type asks for: in words, as a test of a value's type, and as a blank that fits."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from msgspec import inspect

from sandbox.scenario.language import text_of
from sandbox.scenario.suggest import one_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

BLANK_ID: Final = "unreadable"
"""Stands in for an id that could not be read; nobody may be called so."""


def plain(kind: inspect.Type) -> inspect.Type:
    """Strip a type of its description."""
    while isinstance(kind, inspect.Metadata):
        kind = kind.type
    return kind


def tagged(kind: inspect.Type) -> dict[str, inspect.StructType]:
    """Return the objects that a union may be, by the keys that they are told by; none if it is no such union."""
    branches = kind.types if isinstance(kind, inspect.UnionType) else ()
    return {str(one.tag): one for one in branches if isinstance(one, inspect.StructType) and one.tag is not None}


def bounds(kind: inspect.IntType | inspect.FloatType) -> tuple[float, float, bool]:
    """Return a number's lowest and highest value, and whether the lowest itself is allowed."""
    low = kind.gt if kind.ge is None else kind.ge
    high = kind.lt if kind.le is None else kind.le
    return -math.inf if low is None else low, math.inf if high is None else high, kind.gt is None


def wanted(kind: inspect.Type) -> str:
    """Say in words what a type asks for: `a number between 0 and 1`."""
    kind = plain(kind)
    return _IN_WORDS[type(kind)](kind)


def fits(kind: inspect.Type, value: object) -> bool:
    """Return whether a value has the JSON type that a schema type asks for; bounds do not matter here."""
    if isinstance(kind, inspect.LiteralType):
        return type(value) is type(kind.values[0])
    if isinstance(value, bool):
        return isinstance(kind, inspect.BoolType)
    return isinstance(value, _JSON_TYPES[type(kind)]) or (isinstance(kind, inspect.IntType) and value == math.inf)


def blank(kind: inspect.Type) -> object:
    """Make a value that fits, to stand in for one that does not."""
    kind = plain(kind)
    return _BLANKS[type(kind)](kind)


def _number_in_words(kind: inspect.IntType | inspect.FloatType) -> str:
    low, high, closed = bounds(kind)
    noun = "whole" if isinstance(kind, inspect.IntType) else "number"
    if math.isinf(low) and math.isinf(high):
        return text_of(f"wanted.{noun}_any")
    return text_of(f"wanted.{noun}" if closed else f"wanted.{noun}_above", low=f"{low:g}", high=f"{high:,.12g}")


def _text_in_words(kind: inspect.StrType) -> str:
    if kind.pattern:
        return text_of("wanted.id")
    return (
        text_of("wanted.text_of", low=kind.min_length or 0, count=kind.max_length)
        if kind.max_length
        else text_of("wanted.text")
    )


def _list_in_words(kind: inspect.VarTupleType) -> str:
    if not kind.max_length:
        return text_of("wanted.list")
    return text_of("wanted.list_of", low=kind.min_length or 0, count=kind.max_length, high=f"{kind.max_length:,}")


def _blank_object(kind: inspect.StructType) -> dict[str, object]:
    asked = (field for field in kind.fields if field.required)
    told_by = {kind.tag_field: kind.tag} if kind.tag_field else {}
    return {**told_by, **{field.encode_name: blank(field.type) for field in asked}}


def _blank_whole(kind: inspect.IntType) -> int:
    low, _, _ = bounds(kind)
    return 0 if math.isinf(low) else int(low)


def _blank_number(kind: inspect.FloatType) -> float:
    low, high, _ = bounds(kind)
    if math.isinf(low):
        return 0.0 if math.isinf(high) else high
    return (low + high) / 2


_IN_WORDS: Final[Mapping[type[inspect.Type], Callable[[Any], str]]] = {
    inspect.UnionType: lambda kind: wanted(kind.types[0]),
    inspect.IntType: _number_in_words,
    inspect.FloatType: _number_in_words,
    inspect.StrType: _text_in_words,
    inspect.BoolType: lambda _: text_of("wanted.flag"),
    inspect.LiteralType: lambda kind: one_of(str(value) for value in kind.values),
    inspect.VarTupleType: _list_in_words,
    inspect.FrozenSetType: lambda _: text_of("wanted.list"),
    inspect.DictType: lambda _: text_of("wanted.object"),
    inspect.StructType: lambda _: text_of("wanted.object"),
}
_JSON_TYPES: Final[Mapping[type[inspect.Type], tuple[type, ...]]] = {
    inspect.IntType: (int,),
    inspect.FloatType: (int, float),
    inspect.StrType: (str,),
    inspect.BoolType: (bool,),
    inspect.VarTupleType: (list,),
    inspect.FrozenSetType: (list,),
    inspect.DictType: (dict,),
    inspect.StructType: (dict,),
}
_BLANKS: Final[Mapping[type[inspect.Type], Callable[[Any], object]]] = {
    inspect.UnionType: lambda kind: blank(kind.types[0]) if tagged(kind) else None,
    inspect.IntType: _blank_whole,
    inspect.FloatType: _blank_number,
    inspect.StrType: lambda kind: BLANK_ID if kind.pattern else "-" * (kind.min_length or 0),
    inspect.BoolType: lambda _: False,
    inspect.LiteralType: lambda kind: kind.values[0],
    inspect.VarTupleType: lambda kind: [blank(kind.item_type)] * (kind.min_length or 0),
    inspect.FrozenSetType: lambda _: [],
    inspect.DictType: lambda _: {},
    inspect.StructType: _blank_object,
}
