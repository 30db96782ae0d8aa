"""Random starts within limits: each seed of a level draws its own, and the same seed always the same.

Theory: design. Every field of every person has a number of its own, by the seed, the row and the field's name, so that
another field that varies changes none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import inspect
from msgspec.structs import replace

from sandbox.engine.streams import stream
from sandbox.scenario.ids import unknown
from sandbox.scenario.problems import Problem
from sandbox.scenario.read_json import joined
from sandbox.scenario.schema import Bag, Body, Tastes, Traits
from sandbox.scenario.wanted import bounds, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from msgspec import Struct

    from sandbox.scenario.schema import Level, Person

PARTS: Final[Mapping[str, type[Struct]]] = {"traits": Traits, "tastes": Tastes, "body": Body, "bag": Bag}
PART_OF: Final = {field: part for part, kind in PARTS.items() for field in kind.__struct_fields__}
"""In which part of a person each field stands that can vary."""
SPOT: Final = ("x", "y")
"""Fields of a person itself that can."""


def started(level: Level, seed: int) -> Level:
    """Return a level as it starts with a seed: whatever varies has been drawn."""
    if not any(person.vary for person in level.people):
        return level
    people = tuple(_drawn(person, row, len(level.people), seed) for row, person in enumerate(level.people))
    return replace(level, people=people)


def _drawn(person: Person, row: int, count: int, seed: int) -> Person:
    for field, (low, high) in (person.vary or {}).items():
        value = low + (high - low) * float(stream(seed, 0, f"start {field}", count)[row])
        if field in SPOT:
            person = replace(person, **{field: value})
        else:
            part = PART_OF[field]
            person = replace(person, **{part: replace(getattr(person, part), **{field: value})})
    return person


def check_vary(level: Level) -> Iterator[Problem]:
    """List what is wrong with what is to vary: fields that cannot, and limits that are none or too wide."""
    for index, person in enumerate(level.people):
        for field, (low, high) in (person.vary or {}).items():
            path = joined(f"people[{index}].vary", field)
            yield from unknown(field, (*SPOT, *PART_OF), path, "vary.field")
            if low > high:
                yield Problem(path, "vary.crossed", low=f"{low:g}", high=f"{high:g}")
            elif field in SPOT and getattr(person, field) is None:
                yield Problem(path, "vary.spot", field=field)
            else:
                yield from _outside(field, low, high, path, level)


def _outside(field: str, low: float, high: float, path: str, level: Level) -> Iterator[Problem]:
    if field in SPOT:
        least, most = 0.0, level.map.width if field == "x" else level.map.height
    elif field in PART_OF:
        kind = next(one for one in msgspec.structs.fields(PARTS[PART_OF[field]]) if one.name == field)
        described = plain(inspect.type_info(kind.type))
        if not isinstance(described, inspect.FloatType):
            return
        least, most, _ = bounds(described)
    else:
        return
    if low < least or high > most:
        yield Problem(path, "vary.outside", least=f"{least:g}", most=f"{most:g}")
