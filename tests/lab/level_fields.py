"""The tables of docs/levels.md, made from the types of the level format.

`python tests/lab/level_fields.py` renews them.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

ROOT: Final = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

import numpy as np
from msgspec import NODEFAULT, Struct, inspect

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.looks import personlike
from sandbox.engine.vocabulary import BEINGS, CUES
from sandbox.scenario.actions import Action
from sandbox.scenario.conditions.schema import Condition
from sandbox.scenario.fields import Who
from sandbox.scenario.language import text_of
from sandbox.scenario.roles import ROLES
from sandbox.scenario.schema import Level
from sandbox.scenario.validate_happenings import FIELDS, fields_of
from sandbox.scenario.wanted import plain, wanted
from tests.lab.level_meanings import ACTIONS, CONDITIONS, MEANINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PAGE: Final = ROOT / "docs" / "levels.md"
MARKED: Final = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def tables() -> dict[str, str]:
    """Make every table of the page, by its name there."""
    made = {kind.cls.__name__: _fields(kind) for kind in kinds(inspect.type_info(Level)) if kind.tag is None}
    made |= {"conditions": _told(Condition, CONDITIONS), "actions": _told(Action, ACTIONS)}
    return made | {"happenings": _happenings(), "personlike": _personlike(), "roles": _roles()}


def kinds(kind: inspect.Type, known: set[type] | None = None) -> Iterator[inspect.StructType]:
    """List the objects of the format once each, before those that they hold."""
    kind, known = plain(kind), set() if known is None else known
    if isinstance(kind, inspect.UnionType):
        for branch in kind.types:
            yield from kinds(branch, known)
    elif isinstance(kind, inspect.VarTupleType):
        yield from kinds(kind.item_type, known)
    elif isinstance(kind, inspect.StructType) and kind.cls not in known:
        known.add(kind.cls)
        yield kind
        for field in kind.fields:
            yield from kinds(field.type, known)


def told(base: type) -> dict[str, inspect.StructType]:
    """List the objects of the format that are told by a key, by that key: conditions, or actions."""
    found = (kind for kind in kinds(inspect.type_info(Level)) if kind.tag is not None)
    return {str(kind.tag): kind for kind in found if issubclass(kind.cls, Condition) == (base is Condition)}


def _told(base: type, meanings: Mapping[str, str]) -> str:
    rows = []
    for tag, kind in told(base).items():
        common = {"do", "for", "text"} if base is Condition else set()
        fields = [field for field in kind.fields if field.encode_name not in {tag, *common}]
        needs, may = (
            ", ".join(f"`{field.encode_name}`" for field in fields if field.required == required) or "—"
            for required in (True, False)
        )
        if tag == "do":
            needs, may = "as there", "as there"
        rows.append((f"`{tag}`", meanings[tag], _allowed(_own(kind, tag)), needs, may))
    return _table(("begins with", "meaning", "which may be", "needs", "may have"), rows)


def _own(kind: inspect.StructType, tag: str) -> inspect.Type:
    return next(field.type for field in kind.fields if field.encode_name == tag)


def renewed(page: str) -> str:
    """Put the tables between their marks."""
    made = tables()
    return MARKED.sub(lambda mark: f"{mark[1]}{made[mark[2]]}\n{mark[3]}", page)


def _fields(kind: inspect.StructType) -> str:
    meanings = MEANINGS[kind.cls.__name__]
    rows = [
        (f"`{field.encode_name}`", meanings[field.encode_name], _allowed(field.type), _default(field))
        for field in kind.fields
    ]
    return _table(("field", "meaning", "may be", "if left out"), rows)


def _allowed(kind: inspect.Type) -> str:
    many = plain(kind.types[0]) if isinstance(kind, inspect.UnionType) else None
    if isinstance(many, inspect.DictType) and isinstance(plain(many.value_type), inspect.VarTupleType):
        return "an object of fields: a list of two numbers"
    if isinstance(many, inspect.DictType):
        return "an object of tools: a whole number between 0 and 999, or null for no limit"
    if isinstance(kind, inspect.DictType):
        what = "tools" if isinstance(plain(kind.value_type), inspect.IntType) else "options"
        return f"an object of {what}: {wanted(kind.value_type)}"
    if isinstance(kind, inspect.UnionType) and isinstance(kind.types[0], inspect.StructType) and kind.types[0].tag:
        return "a condition"
    if plain(kind) == plain(inspect.type_info(Who)):
        return "whom it is about"
    return wanted(kind).replace(text_of("wanted.id"), "an id")


def _default(field: inspect.Field) -> str:
    if field.required:
        return "**needed**"
    if field.default is field.default_factory is NODEFAULT:  # One that is left out altogether.
        return "—"
    value = field.default if field.default_factory is NODEFAULT else field.default_factory()
    if value is None or isinstance(value, Struct) or value in ((), "", {}):
        return "—"
    said = f"{value:g}" if isinstance(value, float) else json.dumps(value)
    return f"`{said}`" if isinstance(value, str) else said


def _happenings() -> str:
    rows = []
    for kind in HAPPENINGS:
        may = [field for field in FIELDS if field in fields_of(kind) and field not in kind.needs]
        needs = ", ".join(f"`{field}`" for field in FIELDS if field in kind.needs)
        amount = f"{kind.amount:g}" if "amount" in kind.takes else "—"
        rows.append(
            (f"`{kind.name}`", _line(kind.name), needs, ", ".join(f"`{field}`" for field in may) or "—", amount)
        )
    return _table(("kind", "what happens", "needs", "may have", "amount if left out"), rows)


def _roles() -> str:
    """List what each role sets."""
    rows = [
        (
            f"`{role}`",
            ", ".join(f"`{field}` {json.dumps(value)}" for values in parts.values() for field, value in values.items()),
        )
        for role, parts in ROLES.items()
    ]
    return _table(("role", "what it sets"), rows)


def _personlike() -> str:
    """List how much of a person each look suggests: a person with one thing missing or added, and each other being."""
    whole = {"face", "voice", "name"}
    looks = [("a person with face, voice and name", "person", whole)]
    looks += [(f"… without `{name}`", "person", whole - {name}) for name in ("face", "voice", "name")]
    looks += [(f"… with `{name}`", "person", whole | {name}) for name in ("mask", "uniform", "label")]
    looks += [(f"being: `{being}` with face, voice and name", being, whole) for being in BEINGS[1:]]
    rows = [(what, f"{_seen(being, cues):.2f}") for what, being, cues in looks]
    return _table(("what others see", "how much of a person"), rows)


def _seen(being: str, cues: set[str]) -> float:
    return float(personlike(np.array([float(name in cues) for name in CUES]), BEINGS.index(being)))


def _line(name: str) -> str:
    return "Switch a drive off, or on again, for everybody." if name == "switch" else text_of(f"happening.{name}.line")


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf-8")), "utf-8")
