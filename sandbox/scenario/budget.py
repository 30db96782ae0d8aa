"""What a level may ask for, so that whatever passes is set up within a second and keeps up with double speed.

Theory: design. What a level holds is counted, before anything is built, and weighed by milliseconds that were measured
on one quiet core (`docs/levels.md` has the table). There is no clock in it: a level passes everywhere or nowhere. Each
part takes a share of the whole, and the shares are what a refusal names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec import Struct
from numpy.lib.stride_tricks import sliding_window_view

from sandbox.engine.happenings import NAMED
from sandbox.engine.params import TICKS_PER_SECOND, Parameters
from sandbox.engine.walls import CELL, Walls
from sandbox.scenario.language import text_of
from sandbox.scenario.positions import MOST_TRIES, CrowdedError, spots
from sandbox.scenario.problems import Problem
from sandbox.scenario.rule_budget import brought, deeds, following

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sandbox.engine.arrays import Floats, Ints
    from sandbox.scenario.schema import Happening, Level

SET_UP: Final = 500.0
"""Milliseconds in which a level is set up and drawn for the first time."""
TICK: Final = 32.5
"""Milliseconds of a tick and its picture, beyond the 10 that both take with hardly anybody in them: at double speed
there are 50, of which 7.5 are left over."""
AT_ONCE: Final = 500.0
"""Milliseconds for which happenings of one moment may hold everything up."""
WINDOW: Final = 10.0
"""Seconds over which happenings are taken together."""
LOOK: Final = 6
"""Cells of walls that a look goes through at most, and that it is away from who looks."""
PAVED: Final = 0.7
"""Metres by which paving reaches beyond a place."""


class Part(Struct, frozen=True):
    """One part of what a level asks for."""

    name: str
    number: int
    """how many there are"""
    cost: float
    """milliseconds"""


def check_budget(level: Level, patience: float = 1.0) -> Iterator[Problem]:
    """Find what a level that is right asks for beyond `patience` times what can be played."""
    ties = acquaintances(level)
    set_up = list(_over("level.budget.set_up", setting_up(level), SET_UP, patience))
    yield from set_up
    if not set_up:  # Else there may be more walls than can be counted soon.
        yield from _over("level.budget.tick", ticking(level, ties), TICK, patience)
        yield from _at_once(level, ties, patience)
        yield from _crowding(level)


def setting_up(level: Level) -> list[Part]:
    """List what it takes to set a level up: a number of each, and milliseconds."""
    ground, pairs = level.map, named_pairs(level)
    walls = [((wall.x2 - wall.x1) ** 2 + (wall.y2 - wall.y1) ** 2) ** 0.5 for wall in ground.walls]
    paving = sum((place.radius + PAVED) ** 2 for place in ground.places)
    return [
        Part("people", len(level.people), 0.1 * len(level.people)),
        Part("ties", pairs, 0.0035 * pairs + 0.008 * len(level.ties)),
        Part("walls", len(walls), 0.1 * len(walls) + 0.01 * sum(walls)),
        Part("places", len(ground.places), 0.45 * len(ground.places) + 0.009 * paving),
    ]


def ticking(level: Level, ties: int) -> list[Part]:
    """List what a tick and its part of a picture take: a number of each, and milliseconds."""
    most, cost = _busiest(level.happenings, ties)
    more, dearer = brought(level, WINDOW, lambda one: happening_cost(one.do, ties))
    conditions, watching = following(level, ties)
    return [
        Part("people", len(level.people), 0.016 * len(level.people) + 0.026 * troubled(level)),
        Part("ties", ties, 0.00045 * ties),
        Part("walls", len(level.map.walls), 0.0001 * ties * walls_in_the_way(level)),
        Part("places", len(level.map.places), 0.03 * len(level.map.places)),
        Part("happenings", most + more, (cost + dearer) / (WINDOW * TICKS_PER_SECOND)),
        Part("conditions", conditions, watching),
    ]


def named_pairs(level: Level) -> int:
    """Count the ordered pairs of people that all lines of ties name, those named twice twice."""
    sizes = Counter(person.group for person in level.people)
    return sum(max(1, sizes[tie.source]) * max(1, sizes[tie.target]) * (1 + tie.mutual) for tie in level.ties)


def acquaintances(level: Level) -> int:
    """Count the ties that there may come to be: those that are named, or strangers met until nobody meets more."""
    sizes = Counter(person.group for person in level.people)
    named: Counter[str | None] = Counter()
    for tie in level.ties:
        named[tie.source] += max(1, sizes[tie.target])
        named[tie.target] += max(1, sizes[tie.source]) * tie.mutual
    others, met = len(level.people) - 1, int(Parameters().most_ties)
    return sum(
        min(others, max(met, named[person.id] + (named[person.group] if person.group else 0)))
        for person in level.people
    )


def troubled(level: Level) -> int:
    """Count the people who are unwell at the start or to whom something is going to happen: others feel with them."""
    befallen = {one.who for one in happenings_of(level) if not NAMED[one.do].staged}
    return sum(person.body.wound + person.body.illness > 0 or person.id in befallen for person in level.people)


def walls_in_the_way(level: Level) -> float:
    """Return how many walls a look is held against: the mean over people, where they stand or are going to go."""
    ground = level.map
    ends = np.array([(wall.x1, wall.y1, wall.x2, wall.y2) for wall in ground.walls if not wall.low], np.float64)
    if not len(ends):
        return 0.0
    grid = Walls.of(ends, ground.width, ground.height)
    closest = _closest(np.diff(grid.starts).reshape(-1, grid.columns))
    whereabouts = _whereabouts(level)
    dearest = (max(closest[int(y // CELL), int(x // CELL)] for x, y in whereabouts[one.id]) for one in level.people)
    return float(sum(dearest)) / len(level.people)


def _closest(counts: Ints) -> Floats:
    """Return how many walls a look is held against that comes near each cell, by how many stand in each.

    Looks go through squares of 1 to LOOK cells from side to side; but for those at somebody very near, only one in two
    is in view.
    """
    sums = np.pad(counts.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    found = np.zeros(counts.shape)
    for side in range(1, LOOK + 1):
        down, across = (min(side, length) for length in counts.shape)
        boxes = sums[down:, across:] - sums[:-down, across:] - sums[down:, :-across] + sums[:-down, :-across]
        first = found[: boxes.shape[0], : boxes.shape[1]]
        np.maximum(first, boxes * max(1.0, side / 2) / (across * down), out=first)
    for axis in (0, 1):
        padded = np.pad(found, [(LOOK, LOOK) if one == axis else (0, 0) for one in (0, 1)])
        found = sliding_window_view(padded, 2 * LOOK + 1, axis).max(axis=-1)
    return found


def _whereabouts(level: Level) -> dict[str, list[tuple[float, float]]]:
    """List where everybody stands at the start, is going to go and is going to be put, by their ids."""
    places = {place.id: (place.x, place.y) for place in level.map.places}
    found: dict[str, list[tuple[float, float]]] = {}
    for one in level.people:
        named = (one.place, *((one.errand.target, one.errand.detour) if one.errand else ()))
        found[one.id] = [places[name] for name in named if name in places]
        if one.x is not None and one.y is not None:
            found[one.id].append((one.x, one.y))
    for happening in happenings_of(level):
        if happening.who is not None and happening.x is not None and happening.y is not None:
            found[happening.who].append((happening.x, happening.y))
        if happening.who is not None and happening.target in places:
            found[happening.who].append(places[happening.target])
    return found


def happenings_of(level: Level) -> list[Happening]:
    """List what a level brings, and what its rules may bring."""
    return [*level.happenings, *(one for rule in level.rules for one in deeds(rule))]


def happening_cost(kind: str, ties: int) -> float:
    """Return the milliseconds of one happening; what is said to somebody, others hear, believe and tell on."""
    told = NAMED[kind].spoken or "about" in NAMED[kind].needs
    return 1.0 + 0.001 * ties if told else 0.3 + 0.0002 * ties


def _over(key: str, parts: list[Part], most: float, patience: float) -> Iterator[Problem]:
    """Find whether parts together take more than there is, and how many of the largest would do."""
    whole = sum(part.cost for part in parts)
    if whole <= most * patience:
        return
    parts = sorted((part for part in parts if part.cost > most / 100), key=lambda part: -part.cost)
    shares = [
        text_of(f"budget.{part.name}", count=part.number, number=f"{part.number:,}", percent=_percent(part.cost, most))
        for part in parts
    ]
    largest = parts[0]
    room = max(0, int(largest.number * (most * patience - whole + largest.cost) / largest.cost))
    ending = (
        text_of(f"budget.most.{largest.name}", count=room, number=f"{room:,}") if room else text_of("budget.most.all")
    )
    yield Problem("", key, percent=_percent(whole, most), parts=", ".join(shares), ending=ending)


def _percent(cost: float, most: float) -> str:
    return f"{max(1, -int(-100 * cost // most)):,}"


def _at_once(level: Level, ties: int, patience: float) -> Iterator[Problem]:
    """Find a moment at which too much happens."""
    moments: defaultdict[float, list[float]] = defaultdict(list)
    for one in level.happenings:
        moments[round(one.at, 1)].append(happening_cost(one.do, ties))
    for at, costs in moments.items():
        if sum(costs) > AT_ONCE * patience and len(costs) > 1:
            most = max(1, int(len(costs) * AT_ONCE * patience / sum(costs)))
            yield Problem("happenings", "level.budget.at_once", at=f"{at:g}", number=len(costs), count=most)
            return
    ruled = [happening_cost(one.do, ties) for rule in level.rules for one in deeds(rule)]
    if sum(ruled) > AT_ONCE * patience:
        most = max(1, int(len(ruled) * AT_ONCE * patience / sum(ruled)))
        yield Problem("rules", "level.budget.ruled", number=len(ruled), count=most)


def _crowding(level: Level) -> Iterator[Problem]:
    """Find whether there is too little room around the places."""
    try:
        spots(level)
    except CrowdedError:
        yield Problem("people", "level.budget.crowded", most=f"{MOST_TRIES:,}")


def _busiest(happenings: Sequence[Happening], ties: int) -> tuple[int, float]:
    """Return how many happenings the dearest WINDOW holds, and their milliseconds."""
    ordered = sorted((one.at, happening_cost(one.do, ties)) for one in happenings)
    times, sums = [at for at, _ in ordered], [0.0, *accumulate(cost for _, cost in ordered)]
    ends = [bisect_left(times, at + WINDOW) for at in times]
    spans = ((sums[end] - sums[begin], end - begin) for begin, end in enumerate(ends))
    cost, most = max(spans, default=(0.0, 0))
    return most, cost
