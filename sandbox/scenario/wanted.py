"""What a schema type asks for: in words, as a test of a value's type, and as a blank that fits."""

from __future__ import annotations

import math

from msgspec import NODEFAULT, inspect

from sandbox.scenario.suggest import one_of

ID_IN_WORDS = "an id of lower-case letters, digits, _ and - that starts with a letter and has at most 40 characters"


def plain(kind: inspect.Type) -> inspect.Type:
    """Strip a type of its description."""
    while isinstance(kind, inspect.Metadata):
        kind = kind.type
    return kind


def bounds(kind: inspect.IntType | inspect.FloatType) -> tuple[float, float, bool]:
    """Give a number's lowest and highest value, and whether the lowest itself is allowed."""
    low = kind.gt if kind.ge is None else kind.ge
    high = kind.lt if kind.le is None else kind.le
    return -math.inf if low is None else low, math.inf if high is None else high, kind.gt is None


def wanted(kind: inspect.Type) -> str:  # noqa: PLR0911 - one sentence part for each kind of type
    """Say in words what a type asks for: `a number between 0 and 1`."""
    kind = plain(kind)
    match kind:
        case inspect.UnionType():
            return wanted(kind.types[0])
        case inspect.IntType() | inspect.FloatType():
            low, high, closed = bounds(kind)
            noun = "a whole number" if isinstance(kind, inspect.IntType) else "a number"
            if not closed:
                return f"{noun} above {low:g} and up to {high:,.12g}"
            return f"{noun} between {low:g} and {high:,.12g}"
        case inspect.StrType(pattern=str()):
            return ID_IN_WORDS
        case inspect.StrType():
            high = kind.max_length
            return f"a text of {kind.min_length or 0} to {high} characters" if high else "a text"
        case inspect.BoolType():
            return "true or false"
        case inspect.LiteralType():
            return one_of(str(value) for value in kind.values)
        case inspect.VarTupleType():
            return f"a list of {kind.min_length} to {kind.max_length:,} entries" if kind.max_length else "a list [ … ]"
        case _:
            return "an object { … }"


def fits(kind: inspect.Type, value: object) -> bool:
    """Tell whether a value has the JSON type that a schema type asks for; bounds do not matter here."""
    match kind:
        case inspect.StructType() | inspect.DictType():
            return isinstance(value, dict)
        case inspect.VarTupleType():
            return isinstance(value, list)
        case inspect.BoolType():
            return isinstance(value, bool)
        case inspect.StrType():
            return isinstance(value, str)
        case inspect.LiteralType():
            return type(value) is type(kind.values[0])
        case inspect.IntType():
            return isinstance(value, int) and not isinstance(value, bool) or value == math.inf
        case _:
            return isinstance(value, int | float) and not isinstance(value, bool)


def blank(kind: inspect.Type) -> object:
    """Make a value that fits, to stand in for one that does not."""
    kind = plain(kind)
    match kind:
        case inspect.UnionType():
            return None
        case inspect.StructType():
            asked = (field for field in kind.fields if field.default is NODEFAULT and field.default_factory is NODEFAULT)
            return {field.encode_name: blank(field.type) for field in asked}
        case inspect.VarTupleType():
            return [blank(kind.item_type)] * (kind.min_length or 0)
        case inspect.DictType():
            return {}
        case inspect.LiteralType():
            return kind.values[0]
        case inspect.BoolType():
            return False
        case inspect.StrType():
            return BLANK_ID if kind.pattern else "-" * (kind.min_length or 0)
        case inspect.IntType():
            return int(bounds(kind)[0])
        case _:
            low, high, _ = bounds(kind)  # type: ignore[arg-type]
            return high if math.isinf(low) else (low + high) / 2


BLANK_ID = "unreadable"
"""Stands in for an id that could not be read."""
