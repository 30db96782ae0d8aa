"""The town of a long day and its restless player: what there is, and whatever a player could think of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.vocabulary import CUES, DRIVES, RULES
from sandbox.lab.ordinary import around, draws, tastes, traits
from sandbox.scenario.schema import Happening, Level, Map, Person, Tie

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.random import Generator

PEOPLE: Final = 200
ACROSS: Final = 20
"""People in a row."""
YARD: Final = 4.0
"""Metres from one to the next."""
NEIGHBOURS: Final = 6
"""People whom everybody knows at the start."""
GROUPS: Final = ("reds", "blues")


def town(seed: int) -> Level:
    """Return ordinary people in two groups, who know their neighbours."""
    draw = draws(seed, "town")
    people = tuple(
        Person(
            id=f"person-{number}",
            name=f"Person {number}",
            x=YARD / 2 + number % ACROSS * YARD,
            y=YARD / 2 + number // ACROSS * YARD,
            group=GROUPS[draw.integers(len(GROUPS))],
            traits=traits(draw),
            tastes=tastes(draw),
        )
        for number in range(PEOPLE)
    )
    ties = tuple(
        Tie(source=people[number].id, target=people[other % PEOPLE].id, affinity=around(draw, 0.2, 0.4, -1.0))
        for number in range(PEOPLE)
        for other in range(number + 1, number + 1 + NEIGHBOURS)
    )
    ground = Map(width=ACROSS * YARD, height=-(-PEOPLE // ACROSS) * YARD)
    return Level(schema_version=2, id="town", title="Town", hook="A long day.", map=ground, people=people, ties=ties)


def whim(level: Level, draw: Generator) -> Happening:
    """Draw any happening that a player could think of; not every one is possible."""
    someone, other, third = draw.choice(len(level.people), 3, replace=False)
    every: Mapping[str, Callable[[], object]] = {
        "who": lambda: level.people[someone].id,
        "by": lambda: level.people[other].id,
        "about": lambda: level.people[third].id,
        "amount": lambda: round(float(draw.random()), 2),
        "x": lambda: round(float(draw.random()) * level.map.width, 1),
        "y": lambda: round(float(draw.random()) * level.map.height, 1),
        "drive": lambda: DRIVES[draw.integers(len(DRIVES))],
        "on": lambda: bool(draw.random() < 1 / 2),
        "cue": lambda: CUES[draw.integers(len(CUES))],
        "rule": lambda: RULES[draw.integers(len(RULES))],
        "group": lambda: GROUPS[draw.integers(len(GROUPS))],
    }
    kinds = [kind for kind in HAPPENINGS if kind.needs <= every.keys() and not kind.staged]
    kind = kinds[draw.integers(len(kinds))]
    given = [name for name in every if name in kind.needs or (name in kind.takes and draw.random() < 1 / 2)]
    fields: dict[str, object] = {name: every[name]() for name in given}
    return Happening(do=kind.name, **fields)  # type: ignore[arg-type]
