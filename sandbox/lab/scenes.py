"""What the measurements share: two or three people on a small lawn, and how their choices and feelings are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from msgspec.structs import replace

from sandbox.engine.vocabulary import STREAMS
from sandbox.lab.deeds import HELPING, doing
from sandbox.lab.estimate import Band
from sandbox.lab.experiment import Experiment
from sandbox.lab.fence import fence
from sandbox.lab.ordinary import tastes, traits
from sandbox.scenario.schema import Level, Map, Person, Tie, Wall

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from numpy.random import Generator

    from sandbox.engine.arrays import Bools, Floats
    from sandbox.lab.estimators import Measured
    from sandbox.lab.experiment import Cell, Criterion
    from sandbox.lab.run import Run

RUNS: Final = 80
"""Scenes of each cell: people of ordinary, different traits."""
NONE: Final = Band(-0.01, 0.01)
"""Nothing to speak of."""
WIDTH: Final = 16.0
HEIGHT: Final = 8.0
FENCE: Final = fence(0, 0, WIDTH, HEIGHT)
"""Keeps long scenes apart."""


def experiment(
    name: str,
    cells: Callable[[], tuple[Cell, ...]],
    measure: Callable[[Mapping[str, Run]], Measured],
    *criteria: Criterion,
) -> Experiment:
    """Make the measurement of one mechanism."""
    return Experiment(name, cells, measure, criteria, runs=RUNS)


class Part(NamedTuple):
    """Somebody in a scene: an ordinary person at a spot, but for what is said."""

    x: float
    y: float = HEIGHT / 2
    facing: str | None = None
    traits: Mapping[str, float] | None = None
    tastes: Mapping[str, float] | None = None
    more: Mapping[str, object] | None = None
    """other fields of a level's person"""


def scene(
    draw: Generator, people: Mapping[str, Part], ties: Iterable[Tie], *, walls: Iterable[Wall] = (), **more: object
) -> Level:
    """Set up ordinary people; `more` are other fields of a level."""
    cast = tuple(
        replace(
            Person(
                id=name,
                name=name.title(),
                x=part.x,
                y=part.y,
                facing=part.facing,
                traits=traits(draw, **(part.traits or {})),
                tastes=tastes(draw, **(part.tastes or {})),
            ),
            **(part.more or {}),
        )
        for name, part in people.items()
    )
    ground = Map(width=WIDTH, height=HEIGHT, walls=tuple(walls))
    plain = Level(schema_version=2, id="scene", title="Scene", hook="", map=ground, people=cast, ties=tuple(ties))
    return replace(plain, **more)


def likes(one: str, other: str, affinity: float = 0.7, importance: float = 0.7) -> Tie:
    """Tie two people to each other."""
    return Tie(source=one, target=other, mutual=True, affinity=affinity, importance=importance)


def ever(run: Run, who: str, *options: str, on: str | None = None, after: float = 0.0) -> Bools:
    """Return (scenes,) whether somebody is ever at one of these options, towards anybody or towards `on`."""
    rows, others = run.rows(who), None if on is None else run.rows(on)
    found = np.zeros(run.scenes, np.bool_)
    for world in run.moments(after):
        found |= doing(world, rows, options, on=others)
    return found


def helps(who: str, whom: str, runs: Mapping[str, Run]) -> Measured:
    """Return for each cell whether somebody ever sets out to help another."""
    return {name: ever(run, who, *HELPING, on=whom).astype(np.float64) for name, run in runs.items()}


def time_at(run: Run, who: str, option: str) -> Floats:
    """Return (scenes,) the share of the time that somebody is at an option."""
    rows = run.rows(who)
    mean: Floats = np.array([doing(world, rows, (option,)) for world in run.moments()]).mean(axis=0)
    return mean


def mean_reward(run: Run, who: str, *streams: str, after: float = 0.0) -> Floats:
    """Return (scenes,) somebody's mean reward per second from some streams."""
    rows, columns = run.rows(who), [STREAMS.index(name) for name in streams]
    rewards = np.array([world.people.reward[rows][:, columns].sum(axis=1) for world in run.moments(after)])
    mean: Floats = rewards.mean(axis=0)
    return mean


def mean_emotion(run: Run, who: str, after: float = 0.0) -> Floats:
    """Return (scenes,) somebody's mean emotion, -1 to 1."""
    rows = run.rows(who)
    mean: Floats = np.mean([world.people.emotion[rows] for world in run.moments(after)], axis=0)
    return mean
