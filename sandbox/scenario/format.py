"""Write a level as a file that is pleasant to edit by hand: fixed order, one person a line, defaults left out."""

from __future__ import annotations

import json
from functools import cache
from typing import Final

from msgspec import NODEFAULT, Struct, structs

from sandbox.scenario.roles import bases
from sandbox.scenario.schema import Level
from sandbox.scenario.translations import with_languages

SPREAD: Final = frozenset({"", "level", "map", "goal", "texts", "teaching", "proof", "made_with"})
"""Objects with a line for each field."""
PEOPLE: Final = "people"
"""Each of them stands on one line, however long that is."""
LONGEST: Final = 150
"""Characters of whatever else stands on one line; what is longer has a line for each part."""


def encode(value: Struct, read: object = None) -> bytes:
    """Write a level, or something with one in it, in the one layout that all such files have.

    Texts that stand there in several languages in `read`, the JSON values of which it was made, keep them all.
    """
    return f"{_laid_out(with_languages(_plain(value), read), '')}\n".encode()


def encode_line(value: Struct) -> bytes:
    """Write the same in one line."""
    return f"{_inline(_plain(value))}\n".encode()


def _plain(value: object, base: object = None) -> object:
    """Turn a struct into JSON values without its defaults, or what is as in `base`, and whole floats into integers."""
    if isinstance(value, Level):
        return _plain_level(value)
    if isinstance(value, Struct):
        return _given(value, base)
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _given(value: Struct, base: object) -> dict[str, object]:
    """Return the fields of a struct that are not as usual."""
    found = dict[str, object]()
    for field in _fields(type(value)):
        entry = getattr(value, field.name)
        usual = _default(field) if base is None else getattr(base, field.name)
        if entry != usual:
            found[field.encode_name] = _plain(entry, usual if isinstance(usual, Struct) else None)
    return found


def _plain_level(level: Level) -> dict[str, object]:
    """Return a level whose people say nothing that their roles and groups say for them."""
    found = _given(level, None)
    return found | {"people": [_plain(*pair) for pair in zip(level.people, bases(level), strict=True)]}


@cache
def _fields(kind: type[Struct]) -> tuple[structs.FieldInfo, ...]:
    """Look up the fields of a struct, whose annotations msgspec evaluates anew each time it is asked."""
    return structs.fields(kind)


def _default(field: structs.FieldInfo) -> object:
    return field.default if field.default_factory is NODEFAULT else field.default_factory()


def _laid_out(value: object, name: str, indent: str = "") -> str:
    deeper = f"{indent}  "
    if isinstance(value, dict) and value and name in SPREAD:
        entries = [f"{deeper}{_inline(key)}: {_laid_out(entry, key, deeper)}" for key, entry in value.items()]
        return _block("{", entries, "}", indent)
    if isinstance(value, list) and value:
        laid_out = [_inline(entry) if name == PEOPLE else _fitted(entry, deeper) for entry in value]
        return _block("[", [f"{deeper}{entry}" for entry in laid_out], "]", indent)
    return _fitted(value, indent)


def _fitted(value: object, indent: str) -> str:
    """Write a value on one line if it is not too long for that."""
    line, deeper = _inline(value), f"{indent}  "
    if len(line) > LONGEST and isinstance(value, dict):
        entries = [f"{deeper}{_inline(key)}: {_fitted(entry, deeper)}" for key, entry in value.items()]
        return _block("{", entries, "}", indent)
    if len(line) > LONGEST and isinstance(value, list):
        return _block("[", [f"{deeper}{_fitted(entry, deeper)}" for entry in value], "]", indent)
    return line


def _block(opening: str, entries: list[str], closing: str, indent: str) -> str:
    body = ",\n".join(entries)
    return f"{opening}\n{body}\n{indent}{closing}"


def _inline(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
