"""Hold plain JSON values against a schema type and list every misfit, where msgspec would stop at the first.

The walk also mends: it gives back a value of the right shape, so that what the types cannot say is still checked in a
file that has a few misfits.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from msgspec import inspect

from sandbox.scenario.language import text_of
from sandbox.scenario.problems import MOST, Problem
from sandbox.scenario.read_json import joined, shown, visible
from sandbox.scenario.suggest import all_of, closest, one_of, suggestion
from sandbox.scenario.translations import check_languages, chosen, is_spoken
from sandbox.scenario.wanted import BLANK_ID, blank, bounds, fits, plain, tagged, wanted

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

MANY: Final = 2
"""So many branches need a tag to be told apart."""
KINDS_OF_VALUE: Final[Mapping[type, str]] = {
    type(None): "nothing",
    bool: "flag",
    int: "number",
    float: "number",
    str: "text",
    list: "list",
}
"""By the keys `value.…` of their texts; what is none of these is an object."""


def mend(kind: inspect.Type, value: object, path: str, found: list[Problem]) -> object:
    """Give `value` a shape that fits `kind`, and add a problem to `found` for everything that had to change."""
    if len(found) > MOST:
        return blank(kind)
    if is_spoken(kind) and isinstance(value, dict):
        return _text(kind, value, path, found)
    kind = plain(kind)
    if isinstance(kind, inspect.UnionType):
        return _of_union(kind, value, path, found)
    return _fitting(kind, value, path, found) if fits(kind, value) else _scalar(kind, value, path, found)


def _fitting(kind: inspect.Type, value: object, path: str, found: list[Problem]) -> object:
    """Mend what is in a value of the right JSON type."""
    if isinstance(kind, inspect.StructType) and isinstance(value, dict):
        return _object(kind, value, path, found)
    if isinstance(kind, inspect.VarTupleType) and isinstance(value, list):
        return _list(kind, value, path, found)
    if isinstance(kind, inspect.DictType) and isinstance(value, dict):
        return {key: mend(kind.value_type, entry, joined(path, key), found) for key, entry in value.items()}
    return _scalar(kind, value, path, found)


def _text(kind: inspect.Type, value: Mapping[str, object], path: str, found: list[Problem]) -> object:
    """Mend a text that is given in several languages, and choose one."""
    found += check_languages(value, path)
    texts = {code: str(mend(plain(kind), text, joined(path, code), found)) for code, text in value.items()}
    return chosen(texts) or blank(kind)


def _of_union(kind: inspect.UnionType, value: object, path: str, found: list[Problem]) -> object:
    """Mend by the branch that the value is told to be by its keys, or by the only one there is."""
    if value is None and any(isinstance(branch, inspect.NoneType) for branch in kind.types):
        return None
    branches = tagged(kind)
    if len(branches) < MANY or not isinstance(value, dict):
        return mend(kind.types[0], value, path, found)
    told = [tag for tag in branches if tag in value]
    if len(told) == 1:
        return mend(branches[told[0]], value, path, found)
    if told:
        found.append(Problem(path, "shape.two_tags", names=all_of(f'"{tag}"' for tag in told)))
    else:
        found.append(Problem(path, "shape.no_tag", ending=_likeliest(value, branches)))
    return blank(kind)


def _likeliest(value: Mapping[str, object], tags: Collection[str]) -> str:
    """End a sentence with the tag that one of the keys may have been meant for, or with all tags."""
    close = next(filter(None, (closest(key, tags) for key in value)), "")
    return text_of("list.mean", close=close) if close else text_of("list.choose", names=one_of(tags))


def _scalar(kind: inspect.Type, value: object, path: str, found: list[Problem]) -> object:
    if isinstance(value, float) and not math.isfinite(value):
        return blank(kind)
    problem = _unsuitable(kind, value, path) if fits(kind, value) else _misfit(kind, value, path)
    if problem is None:
        return value
    found.append(problem)
    return blank(kind)


def _object(
    kind: inspect.StructType, value: Mapping[str, object], path: str, found: list[Problem]
) -> dict[str, object]:
    known = {field.encode_name: field for field in kind.fields}
    strange = [name for name in value if name not in known][:MOST]
    found += [Problem(joined(path, name), "shape.field", ending=suggestion(name, known)) for name in strange]
    mended: dict[str, object] = {kind.tag_field: kind.tag} if kind.tag_field else {}
    for name, field in known.items():
        where = joined(path, name)
        if name in value:
            mended[name] = mend(field.type, value[name], where, found)
        elif field.required:
            found.append(Problem(where, "shape.missing", wanted=wanted(field.type)))
            mended[name] = blank(field.type)
    return mended


def _list(kind: inspect.VarTupleType, value: list[object], path: str, found: list[Problem]) -> list[object]:
    low, high = kind.min_length or 0, kind.max_length or math.inf
    if not low <= len(value) <= high:
        found.append(Problem(path, "shape.entries", count=len(value), wanted=wanted(kind)))
    read = value[: kind.max_length]
    entries = [mend(kind.item_type, entry, f"{path}[{index}]", found) for index, entry in enumerate(read)]
    return entries + [blank(kind.item_type)] * (low - len(read))


def _misfit(kind: inspect.Type, value: object, path: str) -> Problem:
    what = KINDS_OF_VALUE.get(type(value), "object")
    if isinstance(kind, inspect.IntType) and isinstance(value, float):
        what = "pointed" if value.is_integer() else "fraction"
    said = {"what": text_of(f"value.{what}"), "wanted": wanted(kind)}
    return (
        Problem(path, "shape.misfit", value=shown(value), **said) if path else Problem("", "shape.misfit_whole", **said)
    )


def _unsuitable(kind: inspect.Type, value: object, path: str) -> Problem | None:
    """Find what is wrong with a value of the right type, if anything."""
    if isinstance(kind, inspect.LiteralType) and value not in kind.values:
        choices = [str(choice) for choice in kind.values]
        ending = suggestion(value, choices) if isinstance(value, str) else text_of("list.choose", names=one_of(choices))
        return Problem(path, "shape.choice", value=shown(value), ending=ending)
    if isinstance(kind, inspect.IntType | inspect.FloatType) and isinstance(value, int | float):
        return _unsuitable_number(kind, value, path)
    if isinstance(kind, inspect.StrType) and isinstance(value, str):
        return _unsuitable_text(kind, value, path)
    return None


def _unsuitable_number(kind: inspect.IntType | inspect.FloatType, value: float, path: str) -> Problem | None:
    low, high, closed = bounds(kind)
    if low <= value <= high and (closed or value > low):
        return None
    written, asked = shown(value), wanted(kind)
    if not closed:
        return Problem(path, "shape.outside_open", value=written, wanted=asked)
    return Problem(path, "shape.outside", value=written, low=f"{low:g}", high=f"{high:,.12g}", wanted=asked)


def _unsuitable_text(kind: inspect.StrType, value: str, path: str) -> Problem | None:
    if kind.pattern and not re.fullmatch(kind.pattern, value):
        close = re.sub(r"[^a-z0-9_-]+", "-", value.casefold()).strip("-_")
        if re.fullmatch(kind.pattern, close):
            return Problem(path, "shape.id_close", value=shown(value), close=close)
        return Problem(path, "shape.id", value=shown(value), wanted=wanted(kind))
    if kind.pattern and value == BLANK_ID:
        return Problem(path, "shape.id_reserved", value=shown(value))
    if kind.min_length and value and not visible(value):
        return Problem(path, "shape.blank", value=shown(value), wanted=wanted(kind))
    low, high = kind.min_length or 0, kind.max_length or math.inf
    return None if low <= len(value) <= high else Problem(path, "shape.length", count=len(value), wanted=wanted(kind))
