"""Turn a level into the columns of people and ties with which a world starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

import numpy as np

from sandbox.engine.links import distinct
from sandbox.engine.looks import personlike
from sandbox.engine.options import INDEX, OPTIONS
from sandbox.engine.params import Parameters
from sandbox.engine.people import NOBODY, People
from sandbox.engine.resemblance import projected
from sandbox.engine.ties import Ties
from sandbox.engine.vocabulary import BEINGS, CUES
from sandbox.engine.world import Ground, World
from sandbox.scenario.positions import spots
from sandbox.scenario.schema import Colour, Hat, Pattern, Traits
from sandbox.scenario.vary import started

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sandbox.engine.arrays import Floats, Ints
    from sandbox.scenario.schema import Level, Person, Tie

ALL_KNOWN: Final = 40
"""Up to so many people everybody knows everybody at the start, at least as a stranger."""
TRAITS: Final = Traits.__struct_fields__
TIE_COLUMNS: Final = (
    *("affinity", "importance", "personhood", "believed", "regard", "blame"),
    *("love", "fear", "trust", "guess", "answers"),
)
LOOKS: Final = (BEINGS, get_args(Hat), get_args(Pattern), get_args(Colour))
"""The choices of each feature of a look; the first of each is nothing distinctive."""


def build_people(level: Level) -> People:
    """Make the columns of everybody in a level; row i is `level.people[i]`."""
    people = level.people
    x, y = spots(level)
    facing_x, facing_y = _facing(level, x, y)
    groups = groups_of(level)
    cues = np.array([[getattr(person.cues, name) for name in CUES] for person in people], np.float64)
    fields = sorted({person.field or "" for person in people} - {""})
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
        group=[groups.get(person.group or "", NOBODY) for person in people],
        cues=cues,
        looks=[_look(person) for person in people],
        personlike=[personlike(row, BEINGS.index(person.being)) for row, person in zip(cues, people, strict=True)],
        sentience=[person.being == "person" for person in people],
        field=[fields.index(person.field) if person.field else NOBODY for person in people],
        norms=_norms(level),
        doses=[person.bag.doses for person in people],
        drops=[person.bag.drops for person in people],
        **_errands(level, x, y),
        present=[person.present for person in people],
        company=[person.tastes.company for person in people],
        sweet_tooth=[person.tastes.sweets for person in people],
        **{
            name: [getattr(person.body, name) for person in people]
            for name in ("wound", "illness", "treat", "pretence")
        },
        **{name: [getattr(person.traits, name) for person in people] for name in TRAITS},
    )


def build_ground(level: Level) -> Ground:
    """Build the map: its size and its walls."""
    walls = [(wall.x1, wall.y1, wall.x2, wall.y2) for wall in level.map.walls]
    tall = [not wall.low for wall in level.map.walls]
    ends = np.array(walls, np.float64).reshape(-1, 4)
    return Ground(level.map.width, level.map.height, ends, np.array(tall, np.bool_))


def build_world(level: Level, params: Parameters, *, seed: int, off: frozenset[str], journal: bool) -> World:
    """Build the world with which a level starts, with some drives off, and with or without a journal."""
    level = started(level, seed)
    people = build_people(level)
    ties = build_ties(level, people, params, off)
    return World.start(people, ties, build_ground(level), params, seed=seed, off=off, journal=journal)


def groups_of(level: Level) -> Mapping[str, int]:
    """Number the groups of a level by name: those that somebody belongs to and those that are declared."""
    names = {person.group for person in level.people if person.group} | {group.id for group in level.groups}
    return {name: index for index, name in enumerate(sorted(names))}


def _look(person: Person) -> tuple[int, ...]:
    features = (person.being, person.look.hat, person.look.pattern, person.look.colour)
    return tuple(choices.index(feature) for choices, feature in zip(LOOKS, features, strict=True))


def _norms(level: Level) -> Floats:
    """Return (N, A) what everybody thinks of each option: the norms of their group."""
    norms = np.zeros((len(level.people), len(OPTIONS)))
    held = {group.id: group.norms for group in level.groups}
    for row, person in enumerate(level.people):
        for name, value in held.get(person.group or "", {}).items():
            norms[row, INDEX[name]] = value
    return norms


def _errands(level: Level, x: Floats, y: Floats) -> Mapping[str, object]:
    """Return the columns (N,) of where people are going, and how much; those who go nowhere are there already."""
    where = {place.id: (place.x, place.y) for place in level.map.places}
    where |= {person.id: (x[row], y[row]) for row, person in enumerate(level.people)}
    rows = {person.id: row for row, person in enumerate(level.people)}
    here = list(zip(x, y, strict=True))
    there, round_by = list(here), list(here)
    errands = [person.errand for person in level.people]
    for row, errand in enumerate(errands):
        if errand:
            there[row] = where[errand.target]
            round_by[row] = where[errand.detour or errand.target]
    return {
        "errand": [int(errand is not None) for errand in errands],
        **dict(zip(("errand_x", "errand_y"), np.array(there, np.float64).T, strict=True)),
        **dict(zip(("detour_x", "detour_y"), np.array(round_by, np.float64).T, strict=True)),
        "errand_to": [rows.get(errand.target, NOBODY) if errand else NOBODY for errand in errands],
        "errand_weight": [errand.weight if errand else 0.0 for errand in errands],
        "errand_by": [errand.by or 0.0 if errand else 0.0 for errand in errands],
        "errand_out": [int(errand is not None and errand.leave) for errand in errands],
    }


def build_ties(
    level: Level, people: People, params: Parameters | None = None, off: frozenset[str] = frozenset()
) -> Ties:
    """Make the columns of all ties with which a level starts; a later line overrides what an earlier one says.

    Things have no ties of their own: nothing is anything to them (T16).
    """
    count = len(people)
    members = _members(level)
    pairs = [_pairs(line, members, count) for line in level.ties]
    line = np.repeat(np.arange(len(pairs)), [len(of_line) for of_line in pairs])
    named = np.concatenate([np.empty(0, np.int64), *pairs])
    keys = distinct(np.concatenate([_everybody(count), named]))
    keys = keys[people.sentience[keys // count] > 0]
    feels = people.sentience[named // count] > 0
    line, rows = line[feels], np.searchsorted(keys, named[feels])
    columns = _strangers(people, keys, params or Parameters(), off)
    columns["importance"][rows] = _ORDINARY_IMPORTANCE
    for name in TIE_COLUMNS:
        said = np.array([getattr(tie, name, None) for tie in level.ties], np.float64)
        given = ~np.isnan(said[line])
        columns[name][rows[given]] = said[line[given]]
    return Ties.of(keys // count, keys % count, **columns)


_ORDINARY_IMPORTANCE: Final = 0.5
"""How much somebody matters whom a level names without saying how much."""


def _strangers(people: People, keys: Ints, params: Parameters, off: frozenset[str]) -> Mapping[str, Floats]:
    """Make the columns (E,) of ties between strangers."""
    columns = {name: np.zeros(len(keys)) for name in TIE_COLUMNS}
    columns["importance"][:] = params.stranger_importance
    columns["personhood"][:] = people.personlike[keys % len(people)]
    columns["affinity"][:] = params.fellowship * columns["personhood"]
    columns["trust"][:] = 1.0
    columns["guess"][:] = projected(people, keys // len(people), typical="typical_mind" not in off)
    return columns


def _everybody(count: int) -> Ints:
    """List the keys of all ordered pairs of a small level, and none of a large one."""
    if count > ALL_KNOWN:
        return np.empty(0, np.int64)
    return _keys(range(count), range(count), count)


def _members(level: Level) -> Mapping[str, list[int]]:
    """List the rows that each person's or group's id stands for."""
    members: dict[str, list[int]] = {group.id: [] for group in level.groups}
    members |= {person.id: [row] for row, person in enumerate(level.people)}
    for row, person in enumerate(level.people):
        if person.group:
            members.setdefault(person.group, []).append(row)
    return members


def _pairs(line: Tie, members: Mapping[str, list[int]], count: int) -> Ints:
    """Number the ordered pairs that a line names."""
    sources, targets = members[line.source], members[line.target]
    if len(sources) == len(targets) == 1:
        (source,), (target,) = sources, targets
        both = [source * count + target, target * count + source][: (1 + line.mutual) * (source != target)]
        return np.array(both, np.int64)
    there = _keys(sources, targets, count)
    back = _keys(targets, sources, count) if line.mutual else there[:0]
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
