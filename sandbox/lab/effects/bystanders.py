"""Bystanders: the more there are who could help, the less likely is each of them to (T28).

Vic is in a yard, in pain that grows worse in three steps. One, two or five onlookers stand in booths around it; walls
hide them from one another, and fences keep everybody off him and him off them, so that no help reaches him and each
decides as if they were the first (Darley and Latané's listeners could not hear one another either). Whether Ann ever
sets out to help or comfort him is counted, how soon, and whether anybody does. Nobody cares much for Vic; the essay
itself has no diffusion of responsibility: here it comes from blame and credit that one expects to share.
"""

from __future__ import annotations

import math
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.deeds import HELPING, doing
from sandbox.lab.estimate import Band, at_least, at_most, over
from sandbox.lab.estimators import difference, mean, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.fence import fence
from sandbox.lab.ordinary import around, tastes, traits
from sandbox.scenario.schema import Happening, Level, Map, Person, Place, Tie, Wall

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Estimator, Measured
    from sandbox.lab.run import Run

WATCHED: Final = 30.0
"""Seconds."""
WORSE: Final = ((2.0, 0.35), (9.0, 0.15), (16.0, 0.15))
"""When Vic is hurt, in seconds, and how much."""
ONLOOKERS: Final = ("ann", "ben", "cleo", "dan", "elsa")
CELLS: Final = {"one": 1, "two": 2, "five": 5}
FRIENDS: Final = "friends"
FRIENDSHIP: Final = 0.6
"""Affinity and importance of two onlookers who are friends."""
CONCERN: Final = (0.15, 0.1)
"""Mean and standard deviation of the affinity of onlookers to Vic, whom they do not know."""

MIDDLE: Final = (7.5, 2.5)
"""Where Vic lies, metres."""
PEN: Final = 0.8
"""Metres from there to the fence on each side of him."""
BOOTH: Final = math.radians(20)
"""Angle from booth to booth, seen from Vic."""
FENCE: Final = 4.0
STANDS: Final = 4.6
BACK: Final = 8.5
SCREEN: Final = 2.4
"""Metres from Vic to a booth's fence, to who stands in it, to its back, and to the inner end of the walls between."""


def _spot(angle: float, metres: float) -> tuple[float, float]:
    return round(MIDDLE[0] + metres * math.sin(angle), 3), round(MIDDLE[1] + metres * math.cos(angle), 3)


def _wall(one: tuple[float, float], other: tuple[float, float], *, low: bool = False) -> Wall:
    return Wall(x1=one[0], y1=one[1], x2=other[0], y2=other[1], low=low)


def walls() -> Iterator[Wall]:
    """Build the pen, and the booths: tall walls between and behind them, a low fence before each."""
    x, y = MIDDLE
    yield from fence(x - PEN, y - PEN, x + PEN, y + PEN)
    half = len(ONLOOKERS) / 2
    edges = [BOOTH * (place - half) for place in range(len(ONLOOKERS) + 1)]
    for edge in edges:
        yield _wall(_spot(edge, SCREEN), _spot(edge, BACK))
    for left, right in pairwise(edges):
        yield _wall(_spot(left, FENCE), _spot(right, FENCE), low=True)
        yield _wall(_spot(left, BACK), _spot(right, BACK))


def scene(onlookers: int, affinity: float, _number: int, draw: Generator) -> Level:
    """Put Vic in the yard and so many onlookers into the booths, the middle one first."""
    vic = Person(id="vic", name="Vic", x=MIDDLE[0], y=MIDDLE[1], facing="sky", traits=traits(draw, expressiveness=0.9))
    order = sorted(range(len(ONLOOKERS)), key=lambda place: abs(place - len(ONLOOKERS) // 2))
    people, ties = [vic], []
    for name, place in zip(ONLOOKERS[:onlookers], order, strict=False):
        x, y = _spot(BOOTH * (place - len(ONLOOKERS) // 2), STANDS)
        people.append(
            Person(id=name, name=name.title(), x=x, y=y, facing="vic", traits=traits(draw), tastes=tastes(draw))
        )
        ties.append(Tie(source=name, target="vic", affinity=around(draw, *CONCERN, -1.0), importance=0.3))
    if affinity:
        ties.append(Tie(source="ann", target="ben", mutual=True, affinity=affinity, importance=affinity))
    return Level(
        schema_version=2,
        id="bystanders",
        title="Bystanders",
        hook="The same need, and one, two or five who could help.",
        map=Map(width=15, height=13, walls=tuple(walls()), places=(Place(id="sky", x=MIDDLE[0], y=0.5),)),
        people=tuple(people),
        ties=tuple(ties),
        happenings=tuple(Happening(do="hurt", who="vic", at=at, amount=amount) for at, amount in WORSE),
    )


def cells() -> tuple[Cell, ...]:
    """Stage one, two and five onlookers, and two who are friends."""
    strangers = (Cell(name, partial(scene, count, 0.0), WATCHED) for name, count in CELLS.items())
    return (*strangers, Cell(FRIENDS, partial(scene, 2, FRIENDSHIP), WATCHED))


def measure(runs: Mapping[str, Run]) -> Measured:
    """Return for each cell whether Ann sets out to help, how long Vic waits for it, and whether anybody does."""
    measured: dict[str, np.ndarray] = {}
    for name, run in runs.items():
        rows = np.stack([run.rows(one) for one in ONLOOKERS[: CELLS.get(name, 2)]])
        vic = run.rows("vic")
        first = np.full(rows.shape, np.nan)
        for world in run.moments():
            helps = doing(world, rows, HELPING, on=vic)
            first[helps & np.isnan(first)] = world.tick / TICKS_PER_SECOND
        helped = ~np.isnan(first)
        measured[name] = helped[0].astype(np.float64)
        measured[f"{name}-wait"] = np.where(helped[0], first[0], WATCHED)
        measured[f"{name}-anybody"] = helped.any(axis=0).astype(np.float64)
    return measured


def more(name: str, other: str) -> Estimator:
    """Return by how much more help in one cell than in another."""
    return difference(share(name), share(other))


def later(name: str, other: str) -> Estimator:
    """Return by how many seconds one lets Vic wait longer than the other; who never helps lets him wait to the end."""
    return difference(mean(f"{name}-wait"), mean(f"{other}-wait"))


IN_ORDER: Final = at_least(0.05)
HALF_THE_SLOPE: Final = (
    Lesion(("approval",), band=at_most(0.5), against=over),
    Lesion(settings=(("diffusion", 0.0),), band=at_most(0.5), against=over),
)
BYSTANDERS: Final = Experiment(
    "bystanders",
    cells,
    measure,
    (
        Criterion("one", share("one"), Band(0.58, 0.96), paper="85 %"),
        Criterion("two", share("two"), Band(0.43, 0.78), paper="62 %"),
        Criterion("five", share("five"), Band(0.13, 0.58), paper="31 %"),
        Criterion("second", more("one", "two"), IN_ORDER, paper="23 points"),
        Criterion("crowd", more("two", "five"), IN_ORDER, paper="31 points"),
        Criterion("slope", more("one", "five"), IN_ORDER, HALF_THE_SLOPE, paper="54 points"),
        Criterion("wait-second", later("two", "one"), at_least(0.0), paper="52, then 93 s"),
        Criterion("wait-crowd", later("five", "two"), at_least(0.0), paper="93, then 166 s"),
        Criterion("anybody", more("five-anybody", "one-anybody"), at_least(-0.1), paper="level: 84, from 85 %"),
        Criterion("friends", more(FRIENDS, "two"), at_least(0.05), paper="friends inhibit less"),
    ),
    source="Darley & Latané 1968, Fischer et al. 2011",
    runs=EFFECT_RUNS,
)
