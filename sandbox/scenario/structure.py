"""Hold plain JSON values against a schema type and list every misfit, where msgspec would stop at the first.

The walk also mends: it gives back a value of the right shape, so that what the types cannot say is still checked in a
file that has a few misfits.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from msgspec import NODEFAULT, inspect

from sandbox.scenario.problems import MOST, Problem
from sandbox.scenario.raw import joined, shown, visible
from sandbox.scenario.suggest import did_you_mean, one_of, suggestion
from sandbox.scenario.wanted import BLANK_ID, blank, bounds, fits, plain, wanted

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS_OF_VALUE: Final[Mapping[type, str]] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a text",
    list: "a list",
    dict: "an object",
}


def mend(kind: inspect.Type, value: object, path: str, found: list[Problem]) -> object:
    """Give `value` a shape that fits `kind`, and add a problem to `found` for everything that had to change."""
    kind = plain(kind)
    if len(found) > MOST:
        return blank(kind)
    if isinstance(kind, inspect.UnionType):
        return None if value is None else mend(kind.types[0], value, path, found)
    if fits(kind, value):
        if isinstance(kind, inspect.StructType) and isinstance(value, dict):
            return _object(kind, value, path, found)
        if isinstance(kind, inspect.VarTupleType) and isinstance(value, list):
            return _list(kind, value, path, found)
        if isinstance(kind, inspect.DictType) and isinstance(value, dict):
            return {key: mend(kind.value_type, entry, joined(path, key), found) for key, entry in value.items()}
    return _scalar(kind, value, path, found)


def _scalar(kind: inspect.Type, value: object, path: str, found: list[Problem]) -> object:
    if isinstance(value, float) and not math.isfinite(value):
        return blank(kind)
    problem = _unsuitable(kind, value, path) if fits(kind, value) else _misfit(kind, value, path)
    if problem:
        found.append(Problem(path, problem))
        return blank(kind)
    return value


def _object(
    kind: inspect.StructType, value: Mapping[str, object], path: str, found: list[Problem]
) -> dict[str, object]:
    known = {field.encode_name: field for field in kind.fields}
    for name in [name for name in value if name not in known][:MOST]:
        ending = suggestion(name, known)
        found.append(Problem(joined(path, name), f"{joined(path, name)} is not a field that is known here{ending}"))
    mended: dict[str, object] = {}
    for name, field in known.items():
        where = joined(path, name)
        if name in value:
            mended[name] = mend(field.type, value[name], where, found)
        elif field.default is NODEFAULT and field.default_factory is NODEFAULT:
            found.append(Problem(where, f"{where} is missing; give {wanted(field.type)}."))
            mended[name] = blank(field.type)
    return mended


def _list(kind: inspect.VarTupleType, value: list[object], path: str, found: list[Problem]) -> list[object]:
    low, high = kind.min_length or 0, kind.max_length or math.inf
    if not low <= len(value) <= high:
        found.append(Problem(path, f"{path} has {len(value)} entries; give {wanted(kind)}."))
    read = value[: kind.max_length]
    entries = [mend(kind.item_type, entry, f"{path}[{index}]", found) for index, entry in enumerate(read)]
    return entries + [blank(kind.item_type)] * (low - len(read))


def _misfit(kind: inspect.Type, value: object, path: str) -> str:
    what = "nothing" if value is None else KINDS_OF_VALUE.get(type(value), "an object")
    where = f"{path} = {shown(value)}" if path else "the file"
    if isinstance(kind, inspect.IntType) and isinstance(value, float):
        what = "written with a point" if value.is_integer() else "not a whole number"
    return f"{where} is {what}; choose {wanted(kind)}."


def _unsuitable(kind: inspect.Type, value: object, path: str) -> str:
    """Say what is wrong with a value of the right type, or nothing."""
    if isinstance(kind, inspect.LiteralType) and value not in kind.values:
        choices = [str(choice) for choice in kind.values]
        ending = suggestion(value, choices) if isinstance(value, str) else f"; choose {one_of(choices)}."
        return f"{path} = {shown(value)} is not one of the choices{ending}"
    if isinstance(kind, inspect.IntType | inspect.FloatType) and isinstance(value, int | float):
        return _unsuitable_number(kind, value, path)
    if isinstance(kind, inspect.StrType) and isinstance(value, str):
        return _unsuitable_text(kind, value, path)
    return ""


def _unsuitable_number(kind: inspect.IntType | inspect.FloatType, value: float, path: str) -> str:
    low, high, closed = bounds(kind)
    if low <= value <= high and (closed or value > low):
        return ""
    if not closed:
        return f"{path} = {shown(value)} lies outside its bounds; choose {wanted(kind)}."
    return f"{path} = {shown(value)} lies outside {low:g} to {high:,.12g}; choose {wanted(kind)}."


def _unsuitable_text(kind: inspect.StrType, value: str, path: str) -> str:
    if kind.pattern and not re.fullmatch(kind.pattern, value):
        close = re.sub(r"[^a-z0-9_-]+", "-", value.casefold()).strip("-_")
        ending = did_you_mean(close, [close]) if re.fullmatch(kind.pattern, close) else ""
        return f"{path} = {shown(value)} is not an id{ending or f'; choose {wanted(kind)}'}{'?' if ending else '.'}"
    if kind.pattern and value == BLANK_ID:
        return f"{path} = {shown(value)} stands for ids that cannot be read; choose another id."
    if kind.min_length and value and not visible(value):
        return f"{path} = {shown(value)} shows nothing; choose {wanted(kind)}."
    low, high = kind.min_length or 0, kind.max_length or math.inf
    return "" if low <= len(value) <= high else f"{path} has {len(value)} characters; choose {wanted(kind)}."
