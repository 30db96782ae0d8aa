"""Stability: a peaceful village left alone for an hour stays varied (MODEL, "what to watch out for").

Thirty ordinary people, some of whom like each other more than others, and a few who do not. Nothing befalls them. An
hour later their feelings about one another should still differ, the village's mood not have run away, and no value be
stuck at an end of its range that it did not begin at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.ranges import RANGES
from sandbox.lab.estimate import at_least
from sandbox.lab.estimators import share_of
from sandbox.lab.experiment import Cell, Criterion, Experiment
from sandbox.lab.ordinary import around, tastes, traits
from sandbox.scenario.schema import Level, Map, Person, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.stack import Stack
    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run

HOUR: Final = 3600.0
ACROSS: Final = 6
DOWN: Final = 5
"""Homes of a village, in rows."""
YARD: Final = 4.0
"""Metres from home to home."""
LIKING: Final = (0.2, 0.35)
"""Mean and standard deviation of affinity at the start."""
EVERY: Final = 60.0
"""Seconds between two looks at the village."""
LATE: Final = 600.0
"""Seconds at the end throughout which a value has to be at its bound to be stuck there."""
AT: Final = 0.001
"""How near to its bound a value is at it."""
LOOSE: Final = {
    "people": ("felt", "mood", "loneliness"),
    "ties": ("affinity", "personhood", "importance", "believed", "regard", "proven", "blame", "credit", "hope"),
}
"""Columns that should not get stuck."""
VARIED: Final = 0.15
STEADY: Final = 0.3
NEARLY_ALL: Final = 0.95


def village(_number: int, draw: Generator) -> Level:
    """Give thirty people their homes and their feelings about each other."""
    people = tuple(
        Person(
            id=f"villager-{home}",
            name=f"Villager {home}",
            x=YARD / 2 + home % ACROSS * YARD,
            y=YARD / 2 + home // ACROSS * YARD,
            traits=traits(draw),
            tastes=tastes(draw),
        )
        for home in range(ACROSS * DOWN)
    )
    ties = tuple(
        Tie(source=one.id, target=other.id, affinity=around(draw, *LIKING, -1.0))
        for one in people
        for other in people
        if one is not other
    )
    return Level(
        schema_version=2,
        id="village",
        title="Village",
        hook="An hour in which nothing happens.",
        map=Map(width=ACROSS * YARD, height=DOWN * YARD),
        people=people,
        ties=ties,
    )


def cells() -> tuple[Cell, ...]:
    """Stage the village."""
    return (Cell("peace", village, HOUR),)


def measure(runs: Mapping[str, Run]) -> Measured:
    """Take, for each village, the spread of affinity, the farthest mood, friends, enemies, and how many are stuck."""
    run = runs["peace"]
    mood: list[Floats] = []
    stuck: dict[End, Bools] = {}
    moments = run.moments()
    start = next(moments)
    for world in moments:
        if world.tick % round(EVERY * TICKS_PER_SECOND) == 0:
            mood.append(_by_village(world.people.mood, run.scenes).mean(axis=1))
            if world.tick > (HOUR - LATE) * TICKS_PER_SECOND:
                stuck = {end: now & stuck.get(end, True) for end, now in _at_bounds(world).items()}
    begun, last = _at_bounds(start), run.last()
    village_of = {"people": np.arange(len(last.people)), "ties": last.ties.observer}
    each = len(last.people) // run.scenes
    pinned = sum(_count(now & ~begun[end], village_of[end.table] // each, run.scenes) for end, now in stuck.items())
    affinity = _by_village(last.ties.affinity, run.scenes)
    line = last.law().friend_line
    return {
        "spread": affinity.std(axis=1),
        "mood": np.abs(np.array(mood) - _by_village(start.people.mood, run.scenes).mean(axis=1)).max(axis=0),
        "friends": (affinity > line).mean(axis=1),
        "enemies": (affinity < -line).mean(axis=1),
        "stuck": np.asarray(pinned, np.float64),
    }


def _by_village(column: Floats, villages: int) -> Floats:
    """Return the values (villages, …) of each village; people and ties stand village by village."""
    return column.reshape(villages, -1)


class End(NamedTuple):
    """One end of the range of a column."""

    table: str
    column: str
    high: bool


def _at_bounds(world: Stack) -> dict[End, Bools]:
    """Return for each value of the loose columns whether it is at one end of its range, and at the other."""
    found = {}
    for table, names in LOOSE.items():
        for name in names:
            column, (low, high, _) = getattr(getattr(world, table), name), RANGES[table][name]
            found[End(table, name, high=False)] = column <= low + AT
            found[End(table, name, high=True)] = column >= high - AT
    return found


def _count(values: Bools, village_of: Ints, villages: int) -> Floats:
    return np.bincount(village_of, values, villages).astype(np.float64)


def varied(measured: Measured) -> Bools:
    """Return whether people are still of different minds about each other."""
    return measured["spread"] >= VARIED


def steady(measured: Measured) -> Bools:
    """Return whether the village's mood stayed near its start."""
    return measured["mood"] <= STEADY


def mixed(measured: Measured) -> Bools:
    """Return whether neither nearly all are friends nor nearly all are enemies."""
    return (measured["friends"] < NEARLY_ALL) & (measured["enemies"] < NEARLY_ALL)


def free(measured: Measured) -> Bools:
    """Return whether nothing is stuck at a bound."""
    return measured["stuck"] <= 0


MOSTLY: Final = at_least(0.95)
STABILITY: Final = Experiment(
    "stability",
    cells,
    measure,
    (
        Criterion("free", share_of(free, ("stuck",)), MOSTLY),
        Criterion("varied", share_of(varied, ("spread",)), MOSTLY),
        Criterion("steady", share_of(steady, ("mood",)), MOSTLY),
        Criterion("mixed", share_of(mixed, ("friends", "enemies")), MOSTLY),
    ),
    runs=20,
)
