"""Turn a level into the columns of people and ties with which a world starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import Parameters
from sandbox.engine.people import People
from sandbox.engine.ties import Ties
from sandbox.scenario.spread import spots

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sandbox.engine.arrays import Floats, Ints
    from sandbox.scenario.schema import Cues, Level, Tie

ALL_KNOWN: Final = 40
"""Up to so many people everybody knows everybody at the start, at least as a stranger."""
PERSONLIKE: Final = 0.25
"""How much of a person anything upright suggests by itself (T9)."""
CUES: Final = {"face": 0.35, "voice": 0.2, "name": 0.2, "mask": -0.35, "uniform": -0.15, "label": -0.25}
"""What each cue adds to it (T9)."""
TRAITS: Final = ("sympathy", "approval", "spite", "provocation", "anxiety", "competence", "expressiveness")
TIE_COLUMNS: Final = ("affinity", "importance", "personhood", "believed", "regard", "blame")


def build_people(level: Level) -> People:
    """Make the columns of everybody in a level; row i is `level.people[i]`."""
    people = level.people
    x, y = spots(level)
    facing_x, facing_y = _facing(level, x, y)
    groups = {name: index for index, name in enumerate(sorted({person.group or "" for person in people} - {""}))}
    return People.of(
        len(people),
        x=x,
        y=y,
        home_x=x,
        home_y=y,
        facing_x=facing_x,
        facing_y=facing_y,
        look_x=facing_x,
        look_y=facing_y,
        group=[groups.get(person.group or "", -1) for person in people],
        personlike=[personlike(person.cues) for person in people],
        company=[person.tastes.company for person in people],
        sweet_tooth=[person.tastes.sweets for person in people],
        **{name: [getattr(person.body, name) for person in people] for name in ("wound", "illness", "treat")},
        **{name: [getattr(person.traits, name) for person in people] for name in TRAITS},
    )


def personlike(cues: Cues) -> float:
    """Add up how strongly somebody's look says "a person", 0 to 1 (T9)."""
    return min(1.0, max(0.0, PERSONLIKE + sum(weight for name, weight in CUES.items() if getattr(cues, name))))


def build_ties(level: Level, people: People, params: Parameters | None = None) -> Ties:
    """Make the columns of all ties with which a level starts; a later line overrides what an earlier one says."""
    count = len(people)
    members = _members(level)
    lines = [(line, _pairs(line, members, count)) for line in level.ties]
    keys = np.unique(np.concatenate([_everybody(count), *(pairs for _, pairs in lines)]))
    named = np.unique(np.concatenate([np.empty(0, np.int64), *(pairs for _, pairs in lines)]))
    columns = _strangers(people, keys, params or Parameters())
    columns["importance"][np.searchsorted(keys, named)] = _ORDINARY_IMPORTANCE
    for line, pairs in lines:
        rows = np.searchsorted(keys, pairs)
        for name in TIE_COLUMNS:
            value = getattr(line, name)
            if value is not None:
                columns[name][rows] = value
    return Ties.of(keys // count, keys % count, **columns)


_ORDINARY_IMPORTANCE: Final = 0.5
"""How much somebody matters whom a level names without saying how much."""


def _strangers(people: People, keys: Ints, params: Parameters) -> Mapping[str, Floats]:
    """Make the columns (E,) of ties between strangers."""
    columns = {name: np.zeros(len(keys)) for name in TIE_COLUMNS}
    columns["importance"][:] = params.stranger_importance
    columns["personhood"][:] = people.personlike[keys % len(people)]
    return columns


def _everybody(count: int) -> Ints:
    """List the keys of all ordered pairs of a small level, and none of a large one."""
    if count > ALL_KNOWN:
        return np.empty(0, np.int64)
    return _keys(range(count), range(count), count)


def _members(level: Level) -> Mapping[str, list[int]]:
    """List the rows that each person's or group's id stands for."""
    members = {person.id: [row] for row, person in enumerate(level.people)}
    for row, person in enumerate(level.people):
        if person.group:
            members.setdefault(person.group, []).append(row)
    return members


def _pairs(line: Tie, members: Mapping[str, list[int]], count: int) -> Ints:
    there = _keys(members[line.source], members[line.target], count)
    back = _keys(members[line.target], members[line.source], count) if line.mutual else there[:0]
    return np.concatenate([there, back])


def _keys(observers: Iterable[int], targets: Iterable[int], count: int) -> Ints:
    """Number the ordered pairs of two lists of rows, without pairs of one and the same."""
    observer, target = np.meshgrid(np.fromiter(observers, np.int64), np.fromiter(targets, np.int64), indexing="ij")
    others = observer != target
    keys: Ints = (observer * count + target)[others]
    return keys


def _facing(level: Level, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Turn each body (N,) to the person or place that it faces; others face the middle of the map."""
    where = {place.id: (place.x, place.y) for place in level.map.places}
    where |= {person.id: (x[row], y[row]) for row, person in enumerate(level.people)}
    middle = (level.map.width / 2, level.map.height / 2)
    aims = np.array([where[person.facing] if person.facing else middle for person in level.people], np.float64)
    across, down = aims[:, 0] - x, aims[:, 1] - y
    distance = np.sqrt(across**2 + down**2)
    somewhere = distance > 0
    safe = np.where(somewhere, distance, 1.0)
    return np.where(somewhere, across / safe, 0.0), np.where(somewhere, down / safe, 1.0)
