"""A small sound level as JSON values, for tests to break."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.scenario.load import decode_level
from sandbox.scenario.problems import LevelError

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level

FILE = "levels/010.json"


def small(**changes: object) -> dict[str, Any]:
    """Three people around a well, with some fields replaced."""
    level: dict[str, Any] = {
        "schema_version": 1,
        "id": "small",
        "title": "Small",
        "hook": "Three people and a well.",
        "map": {"width": 20, "height": 10, "places": [{"id": "well", "x": 10, "y": 5, "kind": "well"}]},
        "people": [
            {"id": "ann", "name": "Ann", "place": "well", "group": "blues"},
            {"id": "bob", "name": "Bob", "x": 3, "y": 4, "facing": "ann", "group": "blues"},
            {"id": "cy", "name": "Cy", "x": 15, "y": 4, "facing": "well"},
        ],
        "ties": [{"from": "ann", "to": "bob", "affinity": 0.5}],
        "happenings": [{"do": "hurt", "who": "bob", "at": 2}],
    }
    return level | changes


def load(value: object) -> Level:
    return decode_level(json.dumps(value).encode(), FILE)


def problems(value: object) -> list[str]:
    """Say what is wrong with a level, without the file's name."""
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    with pytest.raises(LevelError) as caught:
        decode_level(data, FILE)
    assert all(problem.startswith(f"{FILE}: ") for problem in caught.value.problems)
    return [problem.removeprefix(f"{FILE}: ") for problem in caught.value.problems]


def person(**changes: object) -> dict[str, Any]:
    """A level whose fourth person has `changes`; None takes a field out."""
    level = small()
    dee = {"id": "dee", "name": "Dee", "x": 1, "y": 1} | changes
    level["people"].append({name: value for name, value in dee.items() if value is not None})
    return level
