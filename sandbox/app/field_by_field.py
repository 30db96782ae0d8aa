"""A file of fields, each of which stands for itself: a wrong one spoils no other, and only what changed is written.

What is not known here, such as fields of a newer version of the game, stays in the file as it is.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec import inspect

from sandbox.scenario.read_json import joined
from sandbox.scenario.structure import mend

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.scenario.problems import Problem

_NOTHING: Final = object()
"""Instead of a value that does not fit."""


def fitting_fields(kind: type[msgspec.Struct], values: object, found: list[Problem]) -> dict[str, Any]:
    """Return the values that fit the fields of a struct, nested ones too; add a problem to `found` for each other one.

    Numbers that are not finite, which `oddities` tells of, are left out without a word.
    """
    fitting = _fitting(inspect.type_info(kind), values, "", found)
    return fitting if isinstance(fitting, dict) else {}


def _fitting(kind: inspect.Type, value: object, path: str, found: list[Problem]) -> object:
    if isinstance(kind, inspect.AnyType):
        return value
    if isinstance(value, float) and not math.isfinite(value):
        return _NOTHING
    if isinstance(kind, inspect.StructType) and isinstance(value, dict):
        fields = {one.encode_name: one for one in kind.fields if one.encode_name in value}
        fitting = {name: _fitting(one.type, value[name], joined(path, name), found) for name, one in fields.items()}
        return {name: one for name, one in fitting.items() if one is not _NOTHING}
    if isinstance(kind, inspect.DictType) and isinstance(value, dict):
        named = {name: _fitting(kind.value_type, one, joined(path, name), found) for name, one in value.items()}
        return {name: one for name, one in named.items() if one is not _NOTHING}
    if isinstance(kind, inspect.FrozenSetType) and isinstance(value, list):
        entries = (_fitting(kind.item_type, one, f"{path}[{index}]", found) for index, one in enumerate(value))
        return [one for one in entries if one is not _NOTHING]
    problems: list[Problem] = []
    mended = mend(kind, value, path, problems)
    found += problems
    return _NOTHING if problems else mended


def merged(there: object, before: object, now: object) -> Any:  # noqa: ANN401 - JSON
    """Return what stands in a file with all that changed between `before` and `now`, and nothing else, written in.

    Structs and objects are gone through field by field, sets entry by entry; everything else changes as a whole.
    """
    if isinstance(now, msgspec.Struct):
        return _merged_object(there, _fields(before), _fields(now))
    if isinstance(now, dict):
        return _merged_object(there, before if isinstance(before, dict) else {}, now)
    if isinstance(now, frozenset):
        known = before if isinstance(before, frozenset) else frozenset()
        gone = list(known - now)
        kept = [one for one in there if one not in gone] if isinstance(there, list) else []
        return [*kept, *sorted(one for one in now - known if one not in kept)]
    return now


def _merged_object(there: object, before: Mapping[str, object], now: Mapping[str, object]) -> dict[str, object]:
    written = dict(there) if isinstance(there, dict) else {}
    for name in before.keys() - now.keys():
        written.pop(name, None)
    for name, value in now.items():
        if before.get(name, _NOTHING) != value:
            written[name] = merged(written.get(name), before.get(name), value)
    return written


def _fields(struct: object) -> Mapping[str, object]:
    return msgspec.structs.asdict(struct) if isinstance(struct, msgspec.Struct) else {}
